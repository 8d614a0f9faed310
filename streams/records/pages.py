"""The topic pages: what producers push."""

from typing import Any

from streams.records.codec import Struct


class RawPage(Struct, frozen=True, kw_only=True):
    """What a scraper got: the article with the site's chrome around and inside it."""

    id: str | None = None
    """The producer's own id; without one, derived from the canonical url, else from the text."""
    url: str | None = None
    """The address of the page."""
    source: str | None = None
    """The outlet, as the producer calls it."""
    title: str | None = None
    """The headline, when the scraper knows it; without one it is found in the page."""
    text: str | None = None
    """What innerText gives; one of text or html is needed."""
    html: str | None = None
    """The page as the site delivered it."""
    published_at: str | None = None
    """When it was published: RFC 3339, a date as people write it, or seconds since 1970 or parts of them."""
    fetched_at: str | None = None
    """When it was fetched; words like أمس in the chrome count from it."""
    lang: str | None = None
    """The language, as the producer knows it; Rasid finds it out by itself."""
    extra: dict[str, Any] = {}
    """Every field that Rasid does not know, as it came."""
