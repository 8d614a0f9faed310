"""What users install: all that the stages load, and nothing of what only makes it."""

import ast
import functools
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MADE_FROM = ("agents/training/", "agents/tag_entities/lexicon/curated/")
"""What the stages never read."""


@functools.cache
def files() -> tuple[str, ...]:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="listing the wheel's files needs hatchling")
    return tuple(sorted(file.distribution_path for file in wheel.WheelBuilder(str(ROOT)).recurse_included_files()))


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {
        f"{node.module}.{alias.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def test_leaves_out_what_makes_the_lexicon_and_the_models():
    """Neither the code that compiles and trains nor the curated files are in the wheel."""
    assert [path for path in files() if path.startswith(MADE_FROM)] == []


def test_holds_all_data_that_the_stages_load():
    """Every other file of the two packages is in the wheel."""
    kept = {
        str(path.relative_to(ROOT))
        for folder in ("agents", "streams")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {path for path in kept if not path.startswith(MADE_FROM)} == set(files())


def test_imports_nothing_that_it_lacks():
    """No module of the wheel imports one that only makes the lexicon and the models."""
    modules = [path for path in files() if path.endswith(".py")]
    importing = [path for path in modules if any(name.startswith("agents.training") for name in imported(ROOT / path))]
    assert (importing, "agents/cli.py" in modules) == ([], True)
