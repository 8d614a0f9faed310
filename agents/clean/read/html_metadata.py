"""What an HTML page says of itself to machines: JSON-LD, Open Graph and article tags, links, times."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson
from lxml.html import HtmlElement

from agents.clean.read.html_authors import read_authors

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$|Posting$")
_MAX_SCRIPTS = 20
_MAX_SCRIPT_CHARACTERS = 400_000
_MAX_NODES = 2000
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)\s*$")
_CONTROL = re.compile(r"[\x00-\x1f]+")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "published_time",
    "date",
)
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified")
_TITLES = ("og:title", "twitter:title", "headline", "dc.title")
_SECTIONS = ("article:section", "section", "articlesection", "cxenseparse:recs:category", "parsely-section")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "twitter:creator")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags")
_MAX_TAGS = 50


class Metadata(NamedTuple):
    """What is found; an empty string where nothing is."""

    title: str = ""
    site: str = ""
    canonical: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    """The people whom it names."""
    organisations: tuple[str, ...] = ()
    """The organisations that it names as authors."""
    language: str = ""
    tags: tuple[str, ...] = ()


def read_metadata(root: HtmlElement) -> Metadata:
    """Read a page's metadata; JSON-LD goes before meta tags, these before attributes in the text."""
    metas = _metas(root)
    linked = _linked_data(root)

    def of(names: tuple[str, ...]) -> str:
        return next((metas[name][0] for name in names if metas.get(name)), "")

    canonical = next(
        (link.get("href", "") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower()), ""
    )
    head = root.find(".//title")
    tags = _words_of(linked.get("keywords")) or [
        tag for value in metas.get("article:tag", ()) for tag in _words_of(value)
    ]
    tags = tags or _words_of(of(("news_keywords", "keywords", "parsely-tags")))
    credited = read_authors(linked.get("author") or linked.get("creator"), lambda: _nodes_by_id(root))
    written = tuple(next((metas[name] for name in _AUTHORS if metas.get(name)), ()))
    return Metadata(
        title=_text(linked.get("headline")) or of(_TITLES) or (_clean(head.text_content()) if head is not None else ""),
        site=of(("og:site_name",)) or _name(linked.get("publisher")) or of(_SITES),
        canonical=canonical.strip() or of(("og:url",)) or _address(linked),
        published=_text(linked.get("datePublished")) or of(_PUBLISHED) or _time_in_text(root),
        modified=_text(linked.get("dateModified")) or of(_MODIFIED),
        section=_text(linked.get("articleSection")) or of(_SECTIONS),
        authors=credited.people or (() if credited.organisations else written),
        organisations=credited.organisations,
        language=_text(linked.get("inLanguage")) or root.get("lang", "") or "",
        tags=tuple(dict.fromkeys(tags))[:_MAX_TAGS],
    )


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _clean(meta.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _time_in_text(root: HtmlElement) -> str:
    """Return the time that an element of the text carries for machines."""
    for element in root.iter():
        if element.get("itemprop") == "datePublished" or (element.tag == "time" and element.get("datetime")):
            value = element.get("datetime") or element.get("content")
            if value:
                return str(value).strip()
    return ""


def _linked_data(root: HtmlElement) -> dict[str, Any]:
    """Return the first JSON-LD object that describes an article, empty when there is none."""
    return next(filter(None, map(_article_in, _linked_values(root))), {})


def _linked_values(root: HtmlElement) -> Iterator[Any]:
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


def _nodes_by_id(root: HtmlElement) -> dict[str, dict[str, Any]]:
    """Return the JSON-LD objects that say more of an `@id` than its name."""
    found: dict[str, dict[str, Any]] = {}
    for value in _linked_values(root):
        for node in _nodes(value):
            if isinstance(node.get("@id"), str) and len(node) > 1:
                found.setdefault(node["@id"], node)
    return found


def _loaded(text: str) -> Any:
    text = _COMMENT.sub("", text).strip()
    for attempt in (text, _CONTROL.sub(" ", text), _CONTROL.sub(" ", text).rstrip("; ")):
        try:
            return orjson.loads(attempt)
        except orjson.JSONDecodeError:
            continue
    return None


def _article_in(value: Any) -> dict[str, Any]:
    """Search a JSON value, breadth first, for an article."""
    for node in _nodes(value):
        kind = node.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in kinds):
            return node
    return {}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Return the objects of a JSON value, breadth first."""
    queue = [value]
    for index, node in enumerate(queue):
        if index > _MAX_NODES:
            break
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(child for child in node.values() if isinstance(child, dict | list))


def _address(linked: dict[str, Any]) -> str:
    page = linked.get("mainEntityOfPage")
    if isinstance(page, dict):
        page = page.get("@id")
    return _text(page) or _text(linked.get("url"))


def _name(value: Any) -> str:
    """Return the name of a person or an organisation, of several the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return _clean(value) if isinstance(value, str) else ""


def _words_of(value: Any) -> list[str]:
    """Return the tags of a list, or of a string with commas."""
    if isinstance(value, str):
        value = re.split(r"[,،;|]", value)
    if not isinstance(value, list):
        return []
    return [tag for tag in (_clean(item).lstrip("#") for item in value if isinstance(item, str)) if tag]


def _clean(text: str) -> str:
    return " ".join(text.split())
