"""Files that are one page each: the text, as innerText gives it, or the HTML, as the site delivered it."""

import io
from collections.abc import Iterator
from pathlib import Path

import orjson

from agents.push.decode import UndecodableError, decode
from agents.push.page import Failure, NoPagesError, Page, too_large


def read_text(stream: io.BufferedReader, where: str, max_bytes: int) -> Iterator[Page | Failure]:
    """Yield a text file's one page, with the file's name in the field `file`.

    Raises
    ------
    NoPagesError
        When it is no text.
    """
    yield _page("text", stream, where, max_bytes)


def read_html(stream: io.BufferedReader, where: str, max_bytes: int) -> Iterator[Page | Failure]:
    """Yield an HTML file's one page, with the file's name in the field `file`.

    Raises
    ------
    NoPagesError
        When it is no text.
    """
    yield _page("html", stream, where, max_bytes)


def _page(field: str, stream: io.BufferedReader, where: str, max_bytes: int) -> Page | Failure:
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        return Failure(where, too_large(max_bytes))
    try:
        text = decode(data, declares=field == "html")
    except UndecodableError as error:
        raise NoPagesError(str(error)) from error
    value = orjson.dumps({field: text, "file": Path(where).name})
    return Page(value, where) if len(value) <= max_bytes else Failure(where, too_large(max_bytes))
