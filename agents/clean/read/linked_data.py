"""A page's JSON-LD: its objects, and the one that describes the page's own article."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import orjson
from lxml.html import HtmlElement

from agents.clean.fields.page_address import canonical_url
from agents.clean.read.line_words import split

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$|Posting$")
_PAGE_TYPES = frozenset(["WebPage", "ItemPage"])
_MAX_SCRIPTS = 20
_MAX_SCRIPT_CHARACTERS = 400_000
_MAX_NODES = 2000
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)\s*$")
_NOTE = re.compile(r"^\s*/\*[^*]{0,400}\*/")
"""What a plugin says of itself in front of its object, as no JSON may."""
_CONTROL = re.compile(r"[\x00-\x1f]+")
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")
"""A comma behind the last member, which no JSON has."""
_FOREIGN_KEYS = frozenset(
    [
        *("itemListElement", "relatedLink", "mentions", "citation", "comment", "liveBlogUpdate", "hasPart", "isPartOf"),
        *("isBasedOn", "subjectOf", "significantLink", "recordedAt", "workExample", "suggestedAnswer"),
    ]
)
"""Keys under which an article stands that is not the page's own."""
_MIN_SHARED_WORDS = 0.5
"""The share of the shorter of two headlines that both have, from which on they can be one article's."""

_ELSEWHERE, _UNNAMED, _BY_HEADLINE, _BY_ADDRESS = range(2, 6)
"""How surely an article is the page's own: another address, no name, its headline, its address."""


class PageNames(NamedTuple):
    """What tells a page's own article from others."""

    addresses: tuple[str, ...]
    titles: tuple[str, ...]
    """What it shows and tells as its article's title: no article that is called otherwise is its own."""
    window: str = ""
    """The title of its window, which may be the outlet's name alone."""


class Node(NamedTuple):
    """A JSON-LD object, and whether it stands where other pages' objects do."""

    fields: dict[str, Any]
    is_foreign: bool


def read_values(root: HtmlElement) -> Iterator[Any]:
    """Return what the page's JSON-LD scripts hold, one by one."""
    count = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        count += 1
        text = script.text or ""
        if count > _MAX_SCRIPTS or len(text) > _MAX_SCRIPT_CHARACTERS:
            break
        yield _loaded(text)


def nodes_of(value: Any) -> Iterator[Node]:
    """Return the objects of a JSON value, breadth first."""
    queue: list[tuple[Any, bool]] = [(value, False)]
    for index, (node, foreign) in enumerate(queue):
        if index > _MAX_NODES:
            break
        if isinstance(node, list):
            queue.extend((item, foreign) for item in node)
        elif isinstance(node, dict):
            yield Node(node, foreign)
            queue.extend(
                (child, foreign or key in _FOREIGN_KEYS)
                for key, child in node.items()
                if isinstance(child, dict | list)
            )


def nodes_by_id(values: Iterable[Any]) -> dict[str, dict[str, Any]]:
    """Return the objects that say more of an `@id` than its name."""
    found: dict[str, dict[str, Any]] = {}
    for node in (node.fields for value in values for node in nodes_of(value)):
        if isinstance(node.get("@id"), str) and len(node) > 1:
            found.setdefault(node["@id"], node)
    return found


def find_article(values: Iterable[Any], page: PageNames) -> dict[str, Any]:
    """Return the object that describes the page's own article, else the page itself; empty where there is none.

    Parameters
    ----------
    values
        What the page's JSON-LD scripts hold.
    page
        By its address an article is known, else by its headline. One that stands in a list of others, or that is called
        otherwise than all that the page calls itself, is another page's.
    """
    addresses = frozenset(filter(None, map(canonical_url, page.addresses)))
    titles = [frozenset(split(title)) for title in page.titles if title]
    window = frozenset(split(page.window))
    best: tuple[int, dict[str, Any]] = (0, {})
    for node in (node for value in values for node in nodes_of(value)):
        rank = _rank(node, addresses, titles, window)
        if rank > best[0]:
            best = rank, node.fields
    return best[1]


def address_of(fields: dict[str, Any]) -> str:
    """Return the address of the page that an object is about."""
    page = fields.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id") or page.get("url")
    return text_of(page) or text_of(fields.get("url"))


def text_of(value: Any) -> str:
    """Return a value that is a string, of several the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) if isinstance(value, str) else ""


def time_of(fields: dict[str, Any], key: str) -> str:
    """Return when an object says that something was done; of a number of seconds, as some write it, the digits."""
    value = fields.get(key)
    return str(value) if type(value) is int else text_of(value)


def _rank(node: Node, addresses: frozenset[str], titles: list[frozenset[str]], window: frozenset[str]) -> int:
    """Return how surely an object describes the page's own article; 0 where it does not."""
    fields = node.fields
    kind = fields.get("@type")
    kinds = [name for name in (kind if isinstance(kind, list) else [kind]) if isinstance(name, str)]
    if not any(map(_ARTICLE_TYPES.search, kinds)):
        is_page = not node.is_foreign and not _PAGE_TYPES.isdisjoint(kinds) and fields.get("datePublished")
        return int(bool(is_page))
    address = canonical_url(address_of(fields))
    if address is not None and address in addresses:
        return _BY_ADDRESS
    headline = frozenset(split(text_of(fields.get("headline")) or text_of(fields.get("name"))))
    if headline and any(_is_one_headline(headline, title) for title in (*titles, window)):
        return _BY_HEADLINE
    if node.is_foreign or (headline and titles):
        return 0
    return _UNNAMED if address is None or not addresses else _ELSEWHERE


def _is_one_headline(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two headlines can be of one article: half of the shorter one's words stand in the other."""
    return len(one & other) >= _MIN_SHARED_WORDS * min(len(one), len(other)) > 0


def _loaded(text: str) -> Any:
    text = _NOTE.sub("", _COMMENT.sub("", text)).strip()
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        text = _CONTROL.sub(" ", text).rstrip("; ")
    for attempt in (text, _LAST_COMMA.sub("", text)):
        try:
            return orjson.loads(attempt)
        except orjson.JSONDecodeError:
            continue
    return None
