"""Which words of an article stand where: title and headings, lead, and the rest; without the dateline."""

import re
from typing import NamedTuple

from agents.tag_topics.evidence.vocabulary import WORDS
from streams.records.articles import Article

LEAD_WORDS = 55
"""Words of the lead."""
BODY_WORDS = 400
"""Words of the rest that are read."""
_MAX_CHARACTERS = 5000
"""Characters that are looked at; more than LEAD_WORDS and BODY_WORDS nearly always have."""
_MAX_TITLE_CHARACTERS = 1000
_OPENING = re.compile(r"[^:\n\-–—]{1,60}?(?::\s|\s[\-–—]+\s)")
_MAX_OPENING_WORDS = 6
"""Of one that ends in a dash and that the byline does not name."""
_MAX_OPENINGS = 2
"""One for the place, one for who writes: `الرياض - واس: فلان - `."""


class Zones(NamedTuple):
    """The words of an article as published, by where they stand."""

    title: list[str]
    headings: list[str]
    lead: list[str]
    body: list[str]


def zones(article: Article) -> Zones:
    """Return an article's words by where they stand."""
    paragraphs = article.paragraphs
    text = "\n".join(paragraphs)[:_MAX_CHARACTERS] if paragraphs else article.text[:_MAX_CHARACTERS]
    words: list[str] = WORDS.findall(text[opening(text, article) :])
    headings: list[str] = WORDS.findall(" ".join(article.headings)[:_MAX_CHARACTERS])
    return Zones(
        WORDS.findall(article.title[:_MAX_TITLE_CHARACTERS]),
        headings,
        words[:LEAD_WORDS],
        words[LEAD_WORDS : LEAD_WORDS + BODY_WORDS],
    )


def opening(text: str, article: Article) -> int:
    """Return how many characters at the start say only where and by whom the text was written.

    `الرياض - واس:` and `لندن: فلان الفلاني`. A short start before a dash or a colon counts as that where the byline
    names a part of it, or where it ends in a dash.
    """
    named = [part for part in (article.byline.dateline, article.byline.agency, article.byline.author) if part]
    end = 0
    for _ in range(_MAX_OPENINGS):
        found = _OPENING.match(text, end)
        if not found:
            break
        start = found.group().rstrip()
        dashed = not start.endswith(":") and len(start.split()) <= _MAX_OPENING_WORDS
        if not dashed and not any(part in start for part in named):
            break
        end = found.end()
    return end
