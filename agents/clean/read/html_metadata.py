"""What an HTML page says of itself to machines: JSON-LD, Open Graph and article tags, links, times."""

import re
from itertools import islice
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from agents.clean.fields.page_address import absolute
from agents.clean.read.html_authors import read_authors
from agents.clean.read.html_times import TIME_PROPERTIES, HtmlTimes, read_times
from agents.clean.read.linked_data import (
    PageNames,
    address_of,
    find_article,
    nodes_by_id,
    read_values,
    text_of,
    time_of,
)

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
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
_MAX_TAGS = 50
_MAX_HEADLINES = 3
_MAX_LOWER_HEADLINES = 50
_MIN_HEADLINE_WORDS = 5
"""Words of a headline below the first level, which an outlet's name has not."""


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


def read_metadata(root: HtmlElement, url: str | None = None) -> Metadata:
    """Read a page's metadata; JSON-LD goes before meta tags, these before attributes in the text.

    Parameters
    ----------
    root
        The page's root element.
    url
        The page's address, where its producer says it.
    """
    metas = _metas(root)

    def of(names: tuple[str, ...]) -> str:
        return next((metas[name][0] for name in names if metas.get(name)), "")

    canonical = next(
        (link.get("href", "") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower()), ""
    )
    canonical = _against_base(root, canonical.strip())
    head = root.find(".//title")
    window = _clean(head.text_content()) if head is not None else ""
    names = PageNames(
        tuple(filter(None, (canonical, of(("og:url",)), url))),
        tuple(filter(None, (*_headlines(root, window), *(of((name,)) for name in _TITLES)))),
        window,
    )
    values = list(read_values(root))
    linked = find_article(values, names)
    tags = _words_of(linked.get("keywords")) or [
        tag for value in metas.get("article:tag", ()) for tag in _words_of(value)
    ]
    tags = tags or _words_of(of(("news_keywords", "keywords", "parsely-tags")))
    credited = read_authors(linked.get("author") or linked.get("creator"), lambda: nodes_by_id(values))
    written = tuple(next((metas[name] for name in _AUTHORS if metas.get(name)), ()))
    published = time_of(linked, "datePublished") or of(_PUBLISHED)
    changed = time_of(linked, "dateModified") or of(_MODIFIED)
    times = read_times(root) if not (published and changed) else HtmlTimes()
    return Metadata(
        title=text_of(linked.get("headline")) or of(_TITLES) or window,
        site=of(("og:site_name",)) or _name(linked.get("publisher")) or of(_SITES),
        canonical=canonical or of(("og:url",)) or address_of(linked),
        published=published or times.published,
        modified=changed or times.changed,
        section=text_of(linked.get("articleSection")) or of(_SECTIONS),
        authors=credited.people or (() if credited.organisations else written),
        organisations=credited.organisations,
        language=text_of(linked.get("inLanguage")) or root.get("lang", "") or "",
        tags=tuple(dict.fromkeys(tags))[:_MAX_TAGS],
    )


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        said = meta.get("itemprop")
        name = meta.get("property") or meta.get("name") or (said if said not in TIME_PROPERTIES else None)
        content = _clean(meta.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _headlines(root: HtmlElement, window: str) -> list[str]:
    """Return the headlines of the page's first level; where it has none, a lower one that its window shows as well."""
    first = [_clean(found.text_content()) for found in root.findall(".//h1")[:_MAX_HEADLINES]]
    if any(first):
        return first
    lower = (_clean(found.text_content()) for found in islice(root.iter("h2", "h3", "h4"), _MAX_LOWER_HEADLINES))
    return [text for text in lower if text in window and len(text.split()) >= _MIN_HEADLINE_WORDS][:_MAX_HEADLINES]


def _against_base(root: HtmlElement, address: str) -> str:
    """Return an address read against the base that the page names for all of its own, if any."""
    base = root.find(".//base")
    return absolute(address, base.get("href")) if base is not None else address


def _name(value: Any) -> str:
    """Return the name of a person or an organisation, of several the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return text_of(value)


def _words_of(value: Any) -> list[str]:
    """Return the tags of a list, or of a string with commas."""
    if isinstance(value, str):
        value = re.split(r"[,،;|]", value)
    if not isinstance(value, list):
        return []
    return [tag for tag in (_clean(item).lstrip("#") for item in value if isinstance(item, str)) if tag]


def _clean(text: str) -> str:
    return " ".join(text.split())
