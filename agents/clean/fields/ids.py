"""Ids of articles and outlets: readable, and the same on every machine and in every run."""

import hashlib
import re
from urllib.parse import unquote

from agents.arabic.folding import fold
from agents.arabic.memo import Memo
from agents.clean.fields.page_address import canonical_of, canonical_url, host
from streams.records.pages import RawPage

UNKNOWN_OUTLET = "unknown"
_MAX_CHARACTERS = 80
"""Characters of an outlet's id."""
_SLUG_CHARACTERS = 48
"""Characters of an id's readable part."""
_HEAD_CHARACTERS = 20_000
"""Characters of an HTML page in which its metadata stands."""
_FOOT_CHARACTERS = 1500
"""Characters at a text's end in which its copyright line stands."""
_SITE_NAME = re.compile(r"""og:site_name["'][^>]{0,40}content=["'](?P<name>[^"'<>]{2,60})["']""")
_OWN_NAME = re.compile(
    r"(?:مع تحيات (?:موقع|صحيفة|فريق)\s|محفوظة (?:لموقع|لصحيفة|لدى|لدي|لجريدة|لبوابة|ل)\s?|(?:©|copyright)\s*(?:20\d\d|[\u0660-\u0669]{4})?\s*)"  # noqa: E501 - one pattern
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3}?)(?=\s*(?:$|\n|[.|،,\-–—©\d]|الإخباري|الأخباري|الاخباري))",
    re.IGNORECASE,
)
_NOT_SLUG = re.compile(r"[^\w]+|_+")


def outlet_id(page: RawPage) -> str:
    """Return the id of a page's outlet: from its source, its url's host, what it calls itself, else `unknown`."""
    return outlet_of(page.source, page.url) if page.source or host(page.url) else outlet_of(own_name(page), None)


def own_name(page: RawPage) -> str | None:
    """Return the name that a page without a source calls its outlet by."""
    if page.source:
        return None
    found = _SITE_NAME.search(page.html[:_HEAD_CHARACTERS]) if page.html else None
    if found is None and page.text:
        found = _OWN_NAME.search(page.text[-_FOOT_CHARACTERS:])
    return " ".join(found["name"].split()) if found else None


def outlet_of(name: str | None, url: str | None) -> str:
    """Return an outlet's id by its name, else by its host."""
    return _BY_NAME[name or ""] or host(url) or UNKNOWN_OUTLET


def _id_of_name(name: str) -> str:
    """Return an outlet's id by its name, empty for a name without a letter."""
    slug = _slug(fold(name).lower())
    return slug if len(slug) <= _MAX_CHARACTERS else f"{slug[: _MAX_CHARACTERS - 13]}-{_digest(slug, 6)}"


_BY_NAME: Memo[str, str] = Memo(1 << 12, _id_of_name)


def article_id(page: RawPage, canonical: str | None, text: str) -> str:
    """Return an article's id: the producer's own, else of its canonical url, else of its text.

    Parameters
    ----------
    page
        The raw page.
    canonical
        The canonical link that the page itself names, if any; relative to the page's address or not.
    text
        The article's text.
    """
    if page.id is not None:
        return page.id
    url = canonical_of(canonical, page.url) if canonical else None
    url = url or canonical_url(page.url)
    if url is not None:
        name, _, rest = url.partition("/")
        tail = _slug(fold(unquote(rest)).lower())[-_SLUG_CHARACTERS:].strip("-")
        return "-".join(part for part in (name, tail, _digest(url, 8)) if part)
    folded = " ".join(_NOT_SLUG.sub(" ", fold(text).lower()).split())
    return f"text-{_digest(folded, 12)}"


def _slug(text: str) -> str:
    return _NOT_SLUG.sub("-", text).strip("-")


def _digest(text: str, size: int) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
