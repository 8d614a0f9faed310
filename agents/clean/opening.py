"""What a text opens with: «القاهرة (رويترز) -», «صلالة 26 يوليو -»."""

import re
from datetime import datetime, tzinfo

from agents.arabic import fold
from agents.clean import byline, published
from agents.clean.lines import Line
from agents.clean.words import split

_INLINE = re.compile(r"\s[-–—ـ−]+\s?|\s?[-–—ـ−]+\s|[:：]|\s?/\s?|\.\s")
_MOST_PIECES = 4


def dateline(line: Line, outlet: frozenset[str]) -> byline.Found | None:
    """Read the place and the agency in front of a paragraph; None where it opens otherwise."""
    head = line.text[:90]
    best = None
    for cut in _INLINE.finditer(head):
        piece = head[: cut.start()]
        if len(piece) > 70:  # noqa: PLR2004 - a dateline's letters
            break
        bare = published.without_dates(piece)
        words = split(bare)
        if not words or len(words) > 10:  # noqa: PLR2004 - a dateline's words
            break
        found = byline.parse(bare, outlet, titled=True)
        known = found is not None and (found.sure or byline.is_place(words))
        if found is not None and known and (found.byline.dateline or found.byline.agency):
            best = found
    return best


def date(first: Line | None, received: datetime, fetched: datetime, local: tzinfo) -> published.Moment | None:
    """Read the date in front of a first paragraph, «صلالة 26 يوليو (رويترز)»: without a year, the latest such day."""
    head = first.text[:90] if first else ""
    pieces = [head[: cut.start()] for cut in _INLINE.finditer(head)]
    if not pieces:
        return None
    for piece in pieces[:_MOST_PIECES]:
        shown = published.of_line(fold(piece).lower(), received, fetched, local)
        if shown is not None and shown.moment is not None:
            left = published.without_dates(piece)
            return shown.moment if not split(left) or byline.parse(left, frozenset(), titled=True) else None
    return published.without_year(fold(pieces[0]).lower(), fetched, local)
