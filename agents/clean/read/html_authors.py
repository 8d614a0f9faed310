"""Whom a page's JSON-LD and meta tags name as its authors: people apart from organisations."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

_MAX_AUTHORS = 10
_MAX_DEPTH = 4
"""Levels of lists and objects in an author's value."""


class Authors(NamedTuple):
    """The names, in their order."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


def read_authors(value: Any, nodes: Callable[[], Mapping[str, Any]]) -> Authors:
    """Read the value of `author` or `creator`.

    Parameters
    ----------
    value
        A name, an object, a list of them, or a reference to a node by its `@id`.
    nodes
        Returns the page's nodes by their `@id`; called where there is a reference.
    """
    people: list[str] = []
    organisations: list[str] = []

    def take(node: Any, depth: int) -> None:
        if depth > _MAX_DEPTH or len(people) + len(organisations) >= _MAX_AUTHORS:
            return
        if isinstance(node, list):
            for item in node[:_MAX_AUTHORS]:
                take(item, depth + 1)
        elif isinstance(node, str):
            people.append(node)
        elif isinstance(node, dict):
            name = node.get("name") or node.get("@value")
            if not name and node.get("@id"):
                known = nodes().get(str(node["@id"]))
                take(known if known is not node else None, depth + 1)
            elif isinstance(name, str):
                (organisations if _is_organisation(node.get("@type")) else people).append(name)
            else:
                take(name or node.get("author"), depth + 1)

    take(value, 0)
    return Authors(_clean(people), _clean(organisations))


def _is_organisation(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.endswith(("Organization", "Corporation", "WebSite")) for name in kinds)


def _clean(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (" ".join(name.split()) for name in names))))
