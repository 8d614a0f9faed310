"""A title that nothing but its place tells of: a column's may be short and stand nowhere in its text."""

import re

from agents.clean.judge import sections
from agents.clean.judge.byline_words import DESKS, OF_OUTLET, OUTLET_OPENERS
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import is_known_name
from agents.clean.judge.places import is_place
from agents.clean.layout.headline_copies import BULLETS
from agents.clean.layout.title_candidates import is_in_list, is_no_headline
from agents.clean.layout.title_evidence import LEADING_SIGNS, opens_below
from agents.clean.layout.title_text import MAX_GLUED_WORDS, Title, is_news_label
from agents.clean.read.line_words import JOINT, split

_TOP_LINES = 4
"""Lines at the page's head among which a title is known by its place alone."""
_TITLE_WORDS = range(2, 13)
_MIN_TICKER_LINES = 5
"""Headlines in a row from which on none of them is the title by its place."""
_HEADLINE_WORDS = range(4, 21)
_MAX_SIGNATURE_WORDS = 4
_BEHIND_OUTLET = re.compile(r"(?:[/|–—_-]|\sـ+\s)\s*([^/|–—_ـ-]{2,30})$")
"""What stands behind an outlet's name at a line's end: «الشراع - خاص», «الشراع_مسقط»."""
_PLACED = re.compile(r"([^/|–—-]{2,30})[/|–—-]")


def find_by_place(lines: list[Line], start: int, shown_twice: set[int]) -> Title | None:
    """Return the first line that nothing else explains.

    Parameters
    ----------
    lines
        The page's lines.
    start
        Where its text begins.
    shown_twice
        Lines of a list of headlines that is shown twice.
    """
    looked_at = 0
    for index, line in enumerate(lines[:start]):
        if index in shown_twice:
            continue
        looked_at += 1
        if looked_at > _TOP_LINES or _is_in_ticker(lines, index, start):
            return None
        if index == 0 and line.count == 1 and _is_title_of_one_word(lines):
            return Title(index, line.text)
        signed = index == 0 and start > 1 and lines[1].reason in ("byline", "date")
        named = not signed and is_known_name(line.words)
        other = (
            line.folded.endswith(LEADING_SIGNS) or line.folded.isascii() or is_news_label(line) or is_signature(line)
        )
        other = other or line.text[0] in BULLETS or is_in_list(lines, index)
        other = other or is_no_headline(line) or opens_below(lines, index)
        if not line.reason and line.count in _TITLE_WORDS and not (named or other):
            return Title(index, line.text)
    return None


def is_signature(line: Line) -> bool:
    """Whether a line is a place and an author's or outlet's name: «مراكش - ثورية ايشرم», «الشراع- خاص»."""
    if 0 < line.count <= _MAX_SIGNATURE_WORDS and line.words[0] in OUTLET_OPENERS and line.words[-1].isascii():
        return True  # «مجلة الشراع shiraamagazine»
    if line.count > MAX_GLUED_WORDS or not (line.kinds & JOINT or "_" in line.text or " ـ" in line.text):
        return False
    if line.count <= _MAX_SIGNATURE_WORDS and line.folded.endswith("|"):
        return True  # the text follows, not the rest of a headline
    behind = _BEHIND_OUTLET.search(line.text) if line.count <= _MAX_SIGNATURE_WORDS else None
    if behind is not None and (is_place(words := split(behind[1])) or DESKS.issuperset(words) or words[0] in OF_OUTLET):
        return True  # «الشراع - خاص بالشراع»
    placed = _PLACED.match(line.text) if line.count <= _MAX_SIGNATURE_WORDS else None
    if placed is not None and is_place(split(placed[1])):
        return True
    found = line.signature(frozenset(), titled=True)
    return found is not None and found.byline.dateline is not None and found.byline.author is not None


def _is_title_of_one_word(lines: list[Line]) -> bool:
    """Whether a page's first line is a column's title: its author or its text follows at once."""
    first, second = lines[:2]
    is_word = first.words[0].isalpha() and not first.folded.isascii()
    plain = not first.reason and is_word and not sections.standard(first.words)
    return plain and (second.reason in ("byline", "date") or (second.prose and not second.reason))


def _is_in_ticker(lines: list[Line], index: int, start: int) -> bool:
    """Whether a line is one of many headlines in a row, right above the text."""
    count = 0
    for line in lines[index:start]:
        if line.reason or line.prose or line.count not in _HEADLINE_WORDS:
            break
        count += 1
    return count >= _MIN_TICKER_LINES
