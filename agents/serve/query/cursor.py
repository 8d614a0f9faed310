"""Lists in pages: where the next page begins travels as an opaque cursor."""

import base64
import binascii
from typing import Any, NamedTuple

import orjson

MAX_INTEGER = 2**63 - 1
"""The largest number that SQLite takes."""


class BadRequestError(ValueError):
    """A parameter cannot be used; the message says which and what to do."""


class Page(NamedTuple):
    """A part of a list."""

    items: list[dict[str, Any]]
    next: str | None = None
    """The cursor of the next part; null: there is no more."""


def encode(*position: str | float | None) -> str:
    """Return the cursor of a position in a list."""
    return base64.urlsafe_b64encode(orjson.dumps(position)).rstrip(b"=").decode()


def decode(cursor: str | None, *types: type) -> tuple[Any, ...] | None:
    """Return the position that a cursor stands for; None stays None.

    Raises
    ------
    BadRequestError
        When it is none that this list gave.
    """
    if cursor is None:
        return None
    wrong = BadRequestError("cursor: take it from `next` of the answer before, with the same other parameters")
    try:
        position = orjson.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, orjson.JSONDecodeError) as error:
        raise wrong from error
    if not isinstance(position, list) or len(position) != len(types):
        raise wrong
    for value, type_ in zip(position, types, strict=True):
        if type(value) is not type_ or (isinstance(value, int) and abs(value) > MAX_INTEGER):
            raise wrong
    return tuple(position)
