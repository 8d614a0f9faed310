"""What a page's metadata says otherwise than the page."""

from agents.clean.read.html_metadata import Metadata
from agents.clean.read.line_words import split


def differing_metadata(
    metadata: Metadata, title: str, section_label: str, author: str | None, published_at: str | None
) -> dict[str, str]:
    """Return what metadata says otherwise than the article's fields."""
    told = {
        "title": (metadata.title, title),
        "section": (metadata.section, section_label),
        "author": ("، ".join(metadata.authors), author or ""),
        "published": (metadata.published, published_at or ""),
        "modified": (metadata.modified, ""),
    }
    return {name: said for name, (said, shown) in told.items() if said and split(said) != split(shown)}
