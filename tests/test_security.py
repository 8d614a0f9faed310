"""What docs/security.md says that the code never does."""

import ast
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
