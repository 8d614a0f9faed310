"""Answers in JSON, and that there is none."""

from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.responses import Response

MAX_SAID_CHARACTERS = 200
"""Of an id that an error repeats."""


def json(value: Any) -> Response:
    """Return an answer in JSON."""
    return Response(orjson.dumps(value), media_type="application/json")


def found(value: dict[str, Any] | None, what: str) -> Response:
    """Return an answer in JSON.

    Raises
    ------
    HTTPException
        When there is none.
    """
    if value is None:
        raise HTTPException(404, f"{what[:MAX_SAID_CHARACTERS]} is not in the store; it may be older than what is kept")
    return json(value)
