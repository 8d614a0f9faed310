"""Pages of a web archive (WARC): each HTML response, and each text of a WET file."""

import io
from collections.abc import Iterator
from typing import Any

import orjson
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from agents.push.decode import UndecodableError, decode
from agents.push.page import Failure, NoPagesError, Page, too_large

HTML = ("text/html", "application/xhtml+xml")
FIELDS = {"response": "html", "resource": "html", "conversion": "text"}
"""Which field of a page the records of a type fill; those of other types are passed over."""
OK = "200"


def read(stream: io.BufferedReader, where: str, max_bytes: int) -> Iterator[Page | Failure]:
    """Yield the pages of an archive; images, scripts, redirections and errors are passed over.

    Raises
    ------
    NoPagesError
        When it is no archive.
    """
    number = 0
    try:
        for record in _records(stream):
            number += 1
            if is_page(record):
                yield _page(record, where, number, max_bytes)
    except ArchiveLoadFailed as error:
        why = f"no web archive: {str(error).splitlines()[0] or 'nothing in it is a record'}"
        if not number:
            raise NoPagesError(why) from error
        yield Failure(f"{where}:{number + 1}", why)


def _records(stream: io.BufferedReader) -> Iterator[Any]:
    """Yield an archive's records; warcio fails at the headers of an answer that names no address."""
    try:
        yield from ArchiveIterator(stream)
    except AttributeError as error:
        raise ArchiveLoadFailed("an answer names no address") from error


def is_page(record: Any) -> bool:
    """Whether a record holds what a browser would show as a page."""
    kind = FIELDS.get(record.rec_type)
    if kind == "text":
        return True
    type_ = _content_type(record).partition(";")[0].strip().lower()
    status = record.http_headers.get_statuscode() if record.http_headers else OK
    return kind == "html" and type_ in HTML and status == OK


def _content_type(record: Any) -> str:
    """Return what a record's content is, as its server said."""
    return (record.http_headers or record.rec_headers).get_header("Content-Type") or ""


def _page(record: Any, where: str, number: int, max_bytes: int) -> Page | Failure:
    place = f"{where}:{number}"
    # A packed answer is unpacked no further than a page may be large.
    data = _content(record, max_bytes)
    if len(data) > max_bytes:
        return Failure(place, too_large(max_bytes))
    field = FIELDS[record.rec_type]
    try:
        text = decode(data, declares=field == "html", sent_as=_content_type(record))
    except UndecodableError as error:
        return Failure(place, str(error))
    url = record.rec_headers.get_header("WARC-Target-URI")
    date = record.rec_headers.get_header("WARC-Date")
    value = orjson.dumps({"url": url and url.strip("<>"), "fetched_at": date, field: text})
    return Page(value, where, number) if len(value) <= max_bytes else Failure(place, too_large(max_bytes))


def _content(record: Any, max_bytes: int) -> bytes:
    stream, parts, size = record.content_stream(), [], 0
    while size <= max_bytes and (part := stream.read(min(2**16, max_bytes + 1 - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
