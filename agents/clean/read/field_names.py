"""Other names of a raw page's fields: what a crawler calls `body`, `headline` or `link` is understood."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from agents.arabic import wordlist
from agents.arabic.memo import Memo

_NUMBERS = ("id", "published_at", "fetched_at")
"""The fields that crawlers also write as numbers."""
BODIES = ("text", "html")
"""The fields of which a page needs one."""
MAX_NAME_CHARACTERS = 64
"""Of a field's name that is looked up; longer ones are none that crawlers use."""
_EITHER = "text_or_html"
_SEPARATORS = str.maketrans("", "", "_-: ")
_TAG = re.compile(
    r"<(?:!doctype|/?(?:a|article|b|blockquote|body|br|div|figure|h[1-6]|html|img|li|p|span|strong|ul))\b",
    re.IGNORECASE,
)
_TAGS_WITHIN = 4000
"""Characters in which the first tag of HTML stands."""
_ADDRESS = re.compile(r"^(?:https?://)?[^\s/]+\.[a-z]{2,}(?:[/:]\S*)?$", re.IGNORECASE)


class _Name(NamedTuple):
    field: str
    rank: int
    """How common the name is among those of the field; 0 is the commonest."""


def _load() -> dict[str, _Name]:
    lists = wordlist.load("agents.clean", "field_names.toml")
    kept = {
        _EITHER: lists.as_written("text_or_html"),
        "text": lists.as_written("text"),
        "html": lists.as_written("html"),
        "title": lists.as_written("title"),
        "url": lists.as_written("url"),
        "source": lists.as_written("source"),
        "published_at": lists.as_written("published_at"),
        "fetched_at": lists.as_written("fetched_at"),
        "lang": lists.as_written("lang"),
    }
    return {name: _Name(field, rank) for field, names in kept.items() for rank, name in enumerate(names)}


_NAMES = _load()
_BY_NAME: Memo[str, _Name | None] = Memo(1 << 12, lambda name: _NAMES.get(name.lower().translate(_SEPARATORS)))


def field_of(name: str) -> str | None:
    """Return the field that a crawler's own name stands for: `text_or_html` where its value has to tell."""
    found = _BY_NAME[name] if len(name) <= MAX_NAME_CHARACTERS else None
    return found.field if found else None


def holds_body(names: Mapping[str, Any]) -> bool:
    """Whether one of the fields is a text or HTML, whatever it is called."""
    return any(field_of(name) in (*BODIES, _EITHER) for name in names)


def understand(fields: dict[str, Any]) -> None:
    """Give what stands under other names the names that a raw page has, where it has no such field of its own.

    A value of a kind that does not fit stays where it is, as everything does that is not understood.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for name in fields:
        known = _BY_NAME[name] if len(name) <= MAX_NAME_CHARACTERS else None
        if known is not None and name != known.field:
            found.setdefault(known.field, []).append((known.rank, name))
    if not found:
        return
    if any(fields.get(body) not in (None, "") for body in BODIES):
        for body in (*BODIES, _EITHER):
            found.pop(body, None)
    for field, names in found.items():
        for _, name in sorted(names):
            value = plain(field, fields[name])
            target = (_body_of(value) if field == _EITHER else field) if value is not None else None
            if target is not None and fields.get(target) in (None, ""):
                del fields[name]
                fields[target] = value
                break


def plain(field: str, value: Any) -> Any:
    """Return a value as a raw page has it, None where it does not fit: lists of strings are joined."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        if len(value) > 1 and field not in (*BODIES, _EITHER):
            return None
        value = "\n".join(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value if field in _NUMBERS else None
    if not isinstance(value, str) or not value.strip():
        return None
    if field == "source" and _ADDRESS.match(value.strip()):
        return None
    return value


def _body_of(value: str) -> str:
    return "html" if _TAG.search(value, 0, _TAGS_WITHIN) else "text"
