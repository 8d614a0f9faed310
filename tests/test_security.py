"""What docs/security.md says that the code never does."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(file for room in ("streams", "agents") for file in (ROOT / room).rglob("*.py"))
FORBIDDEN = frozenset({"pickle", "marshal", "shelve", "yaml", "dill", "joblib"})
"""Packages that run what they read, or may."""


def calls_and_imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec"}:
            found.add(node.func.id)
    return found


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_is_unpickled_or_evaluated(file: Path):
    """No module runs what it reads."""
    assert calls_and_imports(file) & (FORBIDDEN | {"eval", "exec"}) == set()


def test_no_library_reports_to_its_maker(tmp_path: Path):
    """Who tags keeps no id of the machine and starts no thread to send what it does: onnxruntime would, unless told."""
    program = "import agents.tag_entities.tagger, os; print(len(os.listdir('/proc/self/task')))"
    told = {"ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "CI"}
    env = {name: value for name, value in os.environ.items() if name not in told}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**env, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout.strip(), list(tmp_path.rglob("*"))) == ("1", [])
