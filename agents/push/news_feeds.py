"""Pages of a news feed: RSS, RDF or Atom, an entry each."""

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import feedparser
import orjson

from agents.push.decode import UndecodableError, decode
from agents.push.page import Failure, NoPagesError, Page, too_large

MAX_FEED_BYTES = 16 * 2**20
"""A feed is read whole; sites keep theirs under one."""
MAX_DEPTH = 200
"""Elements within each other: reading takes the square of it."""
TAG = re.compile(r"<(?:!\[CDATA\[.*?\]\]>|!--.*?-->|(?P<end>/)?[a-zA-Z][^<>]*?(?P<empty>/)?>)", re.DOTALL)
ENTITIES = "<!ENTITY"
"""What a feed may not declare: entities that hold each other grow without end."""
MARKUP = re.compile(r"<[a-zA-Z!/]")
NO_CHARACTER = re.compile(r"&#(?:0*[1-9][0-9]{6,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{5,});?")
"""References to characters beyond those of Unicode, or to its last, private ones."""
REPLACEMENT = "\ufffd"
HEADERS = {"content-type": "application/xml; charset=utf-8"}


def read(stream: io.BufferedReader, where: str, max_bytes: int) -> Iterator[Page | Failure]:
    """Yield a page for each entry: its content where the feed has it, else its summary.

    Raises
    ------
    NoPagesError
        When it is no feed.
    """
    data = stream.read(MAX_FEED_BYTES + 1)
    if len(data) > MAX_FEED_BYTES:
        raise NoPagesError(f"{too_large(MAX_FEED_BYTES)}, which no feed is")
    try:
        text = decode(data, declares=True)
    except UndecodableError as error:
        raise NoPagesError(str(error)) from error
    if ENTITIES in text:
        raise NoPagesError("declares entities, which a feed has no use for")
    if _depth(text) > MAX_DEPTH:
        raise NoPagesError(f"nests elements more than {MAX_DEPTH} deep, which no feed does")
    try:
        parsed = feedparser.parse(
            io.BytesIO(NO_CHARACTER.sub(REPLACEMENT, text).encode("utf-8", "replace")),
            response_headers=HEADERS,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # what its parsers raise on broken markup has no common type
        raise NoPagesError(f"cannot be read as a feed: {type(error).__name__}: {error}") from error
    if not parsed.get("version") and not parsed.entries:
        raise NoPagesError("is no RSS or Atom feed")
    for number, entry in enumerate(parsed.entries, 1):
        value = orjson.dumps(page_of(entry, parsed.feed))
        good = len(value) <= max_bytes
        yield Page(value, where, number) if good else Failure(f"{where}:{number}", too_large(max_bytes))


def page_of(entry: Any, feed: Any) -> dict[str, Any]:
    """Return the raw page of an entry, of the fields that it has."""
    bodies = [part.value for part in entry.get("content", ()) if part.get("value")]
    summary = entry.get("summary") or ""
    body = max(bodies, key=len, default="") or summary
    link = entry.get("link")
    page = {
        "url": urljoin(feed.get("link") or "", link) if link else None,
        "source": None if link else feed.get("title"),
        "title": entry.get("title"),
        "html" if MARKUP.search(body) else "text": body,
        "published_at": entry.get("published") or ("updated" in entry and entry["updated"]),
        "lang": entry.get("language") or feed.get("language"),
        "author": entry.get("author"),
        "tags": [tag.term for tag in entry.get("tags", ()) if tag.get("term")],
        "guid": entry.get("id"),
        "summary": summary if body != summary else None,
    }
    return {name: value for name, value in page.items() if value}


def _depth(text: str) -> int:
    """Return how deep elements stand within each other; of what is no XML, something near it."""
    depth = deepest = 0
    for tag in TAG.finditer(text):
        if tag["end"]:
            depth -= 1
        elif not tag["empty"] and tag[0][1] != "!":
            depth += 1
            deepest = max(deepest, depth)
    return deepest
