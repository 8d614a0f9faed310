"""What the markup of an HTML page says of a line whose words say nothing."""

from agents.clean.judge.captions import MAX_CAPTION_WORDS
from agents.clean.judge.lines import Line
from agents.clean.judge.site import Site

REASONS = {
    "nav": "navigation",
    "cookie": "cookie",
    "footer": "navigation",
    "aside": "related",
    "related": "related",
    "comments": "comments",
    "embed": "embed",
    "advertisement": "advertisement",
    "newsletter": "newsletter",
    "share": "share",
    "tags": "tags",
    "breadcrumb": "breadcrumb",
    "caption": "caption",
    "author": "byline",
    "date": "date",
}
"""The reason that each hint of the markup gives."""


def find_markup(line: Line, site: Site) -> str:
    """Return the reason that markup gives for a line without one; whom an author's element names is set on it."""
    hinted = REASONS.get(line.hint, "")
    if not hinted:
        return ""
    if hinted == "byline" and line.byline is None and line.reason in ("", "byline"):
        line.byline = line.signature(site.outlet, titled=True)
    is_text = line.prose and line.count > MAX_CAPTION_WORDS and hinted in ("byline", "date", "caption")
    return "" if line.reason or is_text else hinted
