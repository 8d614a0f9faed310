"""Lines that say by themselves who wrote or brought the article."""

import re

from agents.clean.dates.patterns import DAY_MONTH
from agents.clean.dates.removal import without_dates
from agents.clean.judge import sections
from agents.clean.judge.byline import read_byline
from agents.clean.judge.byline_words import AUTHOR_MARKS, DESKS, OUTLET_OPENERS, SURE_OUTLET_WORDS
from agents.clean.judge.date_lines import is_fixture
from agents.clean.judge.glued_bylines import DESCRIBED_MARKS, read_described_byline
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import is_known_name
from agents.clean.judge.site import Site
from agents.clean.read.line_words import DIGIT, ODD, split

MAX_SIGNATURE_WORDS = 12
_MAX_DESK_WORDS = 4
"""Words of an outlet's name or of a desk beside it."""
_NAMING = OUTLET_OPENERS | SURE_OUTLET_WORDS
_BETWEEN = re.compile(r"\s+[-–—|/]+\s*|\s*[-–—|/]+\s+")


def find_signature(line: Line, site: Site) -> str:
    """Return `byline` for a line that says who wrote or brought the article, which is set on it: «كتب: فلان»."""
    if sections.standard(line.words):
        return ""  # «وطنية» is a section's label and an agency's short name
    if line.folded.isascii() and "/" in line.folded:
        return ""  # who took a picture: REUTERS/Jane Roe
    if is_fixture(line):
        return ""
    found = line.signature(site.outlet)
    if (found is None or not found.sure) and line.kinds & (DIGIT | ODD) and DAY_MONTH.search(line.folded):
        # «مسقط في 11 فبراير /العمانية/» names no year, so that it is no date line.
        is_marked = line.words[0] in AUTHOR_MARKS  # which goes with the date: «كتب خالد النمر - 20 يناير»
        found = read_byline(without_dates(line.text), site.outlet, titled=is_marked)
        if is_marked and found is not None and found.byline.author:
            found = found._replace(sure=is_known_name(split(found.byline.author)))
    if (found is None or not found.sure) and line.words[0] in DESCRIBED_MARKS:
        found = read_described_byline(line.text)
    found = found if found is not None and found.sure else None
    if found is not None:
        line.byline = found
        return "byline"
    is_desk = _is_desk(line.words, site.outlet) or _is_outlet_and_desk(line.text, line.words)
    return "byline" if is_desk else ""


def _is_desk(words: list[str], outlet: frozenset[str]) -> bool:
    """Whether words name a desk of the outlet, or the outlet as the author: «خاص - الأقباط متحدون», «كتب: مصراوي»."""
    return (
        (words[0] in DESKS or words[0] in AUTHOR_MARKS)
        and len(words) > 1
        and bool(outlet)
        and outlet.issuperset(words[1:])
    )


def _is_outlet_and_desk(line: str, words: list[str]) -> bool:
    """Whether a line, of these words, is an outlet and what it brings: «يمن مونيتور/ قسم الأخبار»."""
    if _NAMING.isdisjoint(words):
        return False
    first, *rest = [words for half in _BETWEEN.split(line) if (words := split(half))] or [[]]
    if len(rest) != 1 or any(len(words) > _MAX_DESK_WORDS for words in (first, rest[0])):
        return False
    halves = (first, rest[0])
    named = [words[0] in OUTLET_OPENERS or not SURE_OUTLET_WORDS.isdisjoint(words) for words in halves]
    desk = [words[0] in DESKS or words[0] in AUTHOR_MARKS for words in halves]
    return (named[0] and (named[1] or desk[1])) or (named[1] and desk[0])
