"""What docs/security.md says that the code never does, and the licences of what is installed."""

import ast
import re
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(file for room in ("streams", "agents") for file in (ROOT / room).rglob("*.py"))
FORBIDDEN = frozenset({"pickle", "marshal", "shelve", "yaml", "dill", "joblib"})
"""Packages that run what they read, or may."""
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
COPYLEFT = re.compile(r"\b(A?GPL|LGPL|GNU (?:Affero |Lesser )?General Public)", re.IGNORECASE)


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


def test_no_licence_that_asks_for_more():
    """No package that runs with Rasid is under GPL, LGPL or AGPL, as its own metadata say."""
    locked = {
        name.lower().replace("_", "-") for name in LOCKED.findall((ROOT / "requirements-run.lock").read_text("utf-8"))
    }
    found = {}
    for package in distributions():
        name = package.metadata["Name"].lower().replace("_", "-")
        said = [package.metadata.get("License-Expression") or package.metadata.get("License") or ""]
        said += [text for text in package.metadata.get_all("Classifier") or () if text.startswith("License")]
        # A licence that is printed whole may name others; its first line says which it is.
        lines = [text.splitlines()[0] if text else "" for text in said]
        # Of licences to choose from, one that is free of it is enough.
        if name in locked and any(all(map(COPYLEFT.search, line.split(" OR "))) for line in lines):
            found[name] = lines
    assert found == {}
