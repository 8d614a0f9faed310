"""Articles in HTML with what tells when they were published."""

from tests.agents.clean.pages import SENTENCES, TITLE

FRIDAY = "الجمعة 9 يناير 2026 - 10:30"
ZONED = "2026-01-09T10:30:00+03:00"


def html(head: str = "", above: str = "", inside: str = "", below: str = "") -> str:
    """Set the article in HTML."""
    body = f"<h1>{TITLE}</h1>{above}<p>{SENTENCES[0]}</p>{inside}" + "".join(f"<p>{text}</p>" for text in SENTENCES[1:])
    return f"<html><head><title>{TITLE}</title>{head}</head><body><article>{body}</article>{below}</body></html>"


def linked(value: str, headline: str = TITLE) -> str:
    """Return JSON-LD of an article."""
    return (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{headline}", '
        f'"datePublished": "{value}"}}</script>'
    )
