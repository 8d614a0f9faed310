"""What a field means: the docstrings that stand under fields and enumeration members, read from the source."""

import ast
import functools
import inspect
from types import ModuleType

import msgspec


@functools.cache
def meanings(module: ModuleType) -> dict[str, dict[str, str]]:
    """Return the attribute docstrings of a module's classes, each as one line, by class and attribute."""
    tree = ast.parse(inspect.getsource(module))
    return {node.name: _of_class(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def meaning(record: type, field: str) -> str:
    """Return what a field of a class means, as the class says it, else the class that it inherits the field from.

    Raises
    ------
    KeyError
        When none of them says anything.
    """
    for base in record.__mro__:
        if not issubclass(base, msgspec.Struct) or base is msgspec.Struct:
            continue
        module = inspect.getmodule(base)
        if module is not None and (found := meanings(module).get(base.__name__, {}).get(field)):
            return found
    raise KeyError(f"{record.__name__}.{field} has no docstring")


def _of_class(node: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for statement, following in zip(node.body, node.body[1:], strict=False):
        name = _target(statement)
        if name and isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            found[name] = " ".join(str(following.value.value).split())
    return found


def _target(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return None
