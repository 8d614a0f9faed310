"""What a text opens with: «القاهرة (رويترز) -», «صلالة 26 يوليو -»."""

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo

from agents.arabic.folding import fold
from agents.clean.dates import moments
from agents.clean.judge import byline
from agents.clean.judge.lines import Line
from agents.clean.read.line_words import split

_JOINTS = re.compile(r"[-–—ـ−:：/|.]+")
_DASHES = "-–—ـ−"
_HEAD = 90
"""Characters of a text's opening."""
_MOST_PIECES = 4


def _heads(text: str) -> Iterator[str]:
    """Give what stands in front of each dash with a space beside it, colon, slash and full stop of a text's opening."""
    head = text[:_HEAD]
    for joint in _JOINTS.finditer(head):
        start, end = joint.span()
        spaced = head[end : end + 1].isspace()
        if joint[0][0] in ":：/|" or spaced or (joint[0][0] in _DASHES and head[start - 1 : start].isspace()):
            yield head[:start].rstrip()


def dateline(line: Line, outlet: frozenset[str]) -> byline.Found | None:
    """Read the place and the agency in front of a paragraph; None where it opens otherwise."""
    best = None
    for piece in _heads(line.text):
        if len(piece) > 70:  # noqa: PLR2004 - a dateline's letters
            break
        bare = moments.without_dates(piece)
        words = split(bare)
        if not words or len(words) > 10:  # noqa: PLR2004 - a dateline's words
            break
        found = byline.parse(bare, outlet, titled=True)
        known = found is not None and (found.sure or byline.is_place(words))
        if found is not None and known and (found.byline.dateline or found.byline.agency):
            best = found
    return best


def date(first: Line | None, received: datetime, fetched: datetime, local: tzinfo) -> moments.Moment | None:
    """Read the date in front of a first paragraph, «صلالة 26 يوليو (رويترز)»: without a year, the latest such day."""
    pieces = list(_heads(first.text)) if first else []
    if not pieces:
        return None
    for piece in pieces[:_MOST_PIECES]:
        shown = moments.of_line(fold(piece).lower(), received, fetched, local)
        if shown is not None and shown.moment is not None:
            left = moments.without_dates(piece)
            return shown.moment if not split(left) or byline.parse(left, frozenset(), titled=True) else None
    return moments.without_year(fold(pieces[0]).lower(), fetched, local)
