"""Where Arabic words stand: lists of TOML files, what code reads of them, and words in code itself."""

import ast
import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "agents").glob("**/words/*.toml"))
"""The files of word lists of all stages."""
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]+")
_OF_GRAMMAR = ("agents/arabic/clitics.py", "agents/arabic/dates/")
"""Code that is about the letters and words of the grammar itself."""


def lists_of(file: Path) -> dict[str, list[str]]:
    """Return a file's lists of words, by their keys."""
    return dict(_lists(tomllib.loads(file.read_text("utf-8")), ""))


def _lists(table: dict[str, Any], prefix: str) -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _lists(value, f"{prefix}{key}.")
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield f"{prefix}{key}", value


def keys_of(file: Path) -> set[str]:
    """Return a file's keys at the top."""
    return set(tomllib.loads(file.read_text("utf-8")))


@functools.cache
def reads_of(file: Path) -> dict[str, set[str]]:
    """Return the keys that code asks of a file, by the methods it asks with; "" where it asks for all.

    A key that code puts together counts by its beginning: f"months.{number}" asks for months.
    """
    found: dict[str, set[str]] = {}
    for path in file.parents[1].rglob("*.py"):
        tree = _tree(path)
        loaded = {id(node) for node in ast.walk(tree) if _loads(node, file.name)}
        names = {
            target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and id(node.value) in loaded
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            lists = node.func.value
            if id(lists) in loaded or (isinstance(lists, ast.Name) and lists.id in names):
                key = _text(node.args[0]) if node.args else ""
                found.setdefault(node.func.attr, set()).add(key)
        if names:
            found.setdefault("", set()).update(_beginnings(tree))
    return found


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _loads(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and any(
        isinstance(argument, ast.Constant) and argument.value == name for argument in node.args
    )


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return ""


def _beginnings(tree: ast.AST) -> set[str]:
    """Return texts that code puts keys together from."""
    return {
        str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def is_read_by(file: Path, key: str, *methods: str) -> bool:
    """Whether code asks for a list, or for the table that holds it, with one of some methods of WordLists."""
    asked: set[str] = set().union(*(reads_of(file).get(method, set()) for method in methods))
    return key in asked or key.split(".", maxsplit=1)[0] in asked


def words_in_code() -> dict[str, int]:
    """Return how many Arabic words stand in the texts of each Python file, documentation left out."""
    counts: dict[str, int] = {}
    for path in sorted((ROOT / "agents").rglob("*.py")):
        name = str(path.relative_to(ROOT))
        if name.startswith(_OF_GRAMMAR):
            continue
        tree = _tree(path)
        documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        words = [
            word
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
            for word in _ARABIC.findall(node.value)
        ]
        if words:
            counts[name] = len(words)
    return counts
