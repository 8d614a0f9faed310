"""A title as it stands in its line, and what stands glued to it: a section's label, the outlet's name."""

import re
from itertools import islice
from typing import NamedTuple

from agents.arabic import wordlist
from agents.clean.judge import sections
from agents.clean.judge.byline_words import OUTLET_OPENERS, SURE_OUTLET_WORDS
from agents.clean.judge.lines import Line
from agents.clean.read.line_words import split

MAX_GLUED_WORDS = 5
"""Words of a label or of an outlet's name that may stand glued to a title."""
_MAX_CHARACTERS = 400
"""Characters of the longest title that is believed."""
_MIN_WORDS = 3
"""Words of a title from which something is cut off."""
_NEWS = ("اخبار", "الاخبار")
"""What opens a section's label: «أخبار الكويت»."""
_JOINT = re.compile(r"[|\-–—:»«›•/]")
_TAIL = re.compile(r"(?P<head>.*[^\s|:»«›•/])\s+(?P<sign>[|\-–—:»«›•/]{1,3})\s+(?P<tail>.*)")
_FRONT = re.compile(r"(?P<tail>[^|\-–—:»›•]{2,40}?)\s+(?P<sign>[|\-–—»›•]|::)\s+(?P<head>.*)")
_BEHIND_TITLE = re.compile(r"(?P<head>.*[^\s|:»«›•/\-–—])\s+[|\-–—:»«›•/]{1,3}\s+")
_BEFORE_TITLE = re.compile(r"(?:\s+[|\-–—»›•:]{1,3}|:)\s+(?P<head>.*)")
"""What stands between a title and the whole name of its site, behind it and in front."""
_OUTLET_TRADE = wordlist.load("agents.clean", "bylines.toml").words("outlet_trade")
"""What outlets are, behind their own name: «الإخبارية»."""
_WRAPPING = wordlist.load("agents.clean", "lines.toml")
_WRAPPING_OPENINGS = [split(text) for text in _WRAPPING.as_written("wrapping_openings")]
_WRAPPING_ENDS = [split(text) for text in _WRAPPING.as_written("wrapping_ends")]
_WRAPPING_FIRST_WORDS = frozenset(words[0] for words in _WRAPPING_OPENINGS)
_WRAPPING_LAST_WORDS = frozenset(words[-1] for words in _WRAPPING_ENDS)
_COUNTRIES = frozenset(_WRAPPING.phrases("country_labels"))
_TODAY = "اليوم"
_NO_DAILY_SECTIONS = (None, "arab", "world", "local")
_NO_BARS = "/«"
"""Signs that part a title from the name of its outlet alone."""
_BARS = "|»›•"
"""Signs that part a title from a site's name, and seldom the parts of a title."""
_QUESTION_WORDS = _WRAPPING.words("question_words")
_MAX_LABEL_CHARACTERS = 40
"""Characters of the longest label that a title's first word is glued to."""
_DASHES_AND_BARS = ("-", "–", "—", "|")
_LABEL_ENDS = " |:-–—»/\\>•،"
_WORD = re.compile(r"\w+")
_CUT_OFF = {
    size: re.compile(rf"[\s\u200e\u200f]*((?:\w+\W+){{{size - 1}}}\w+)\s*[|:/»›>•\-–—]") for size in (4, 3, 2, 1)
}
"""By their number: the first words of a line, and a sign that cuts them off."""


class Title(NamedTuple):
    """Where the title stands; `text` is without the label that stands glued in front of it."""

    line_index: int
    text: str
    label: str = ""


def without_outlet(title: str, outlet: frozenset[str], host_words: frozenset[str] = frozenset()) -> str:
    """Return a title that a field or metadata gives without the outlet's name at an end: «… | مدار نيوز».

    Parameters
    ----------
    title
        As it is given.
    outlet
        The folded words of the outlet's name.
    host_words
        Those of its host, which may be its name in Latin letters.
    """
    title = " ".join(title.split())
    if len(title) > _MAX_CHARACTERS:
        return ""
    if not _JOINT.search(title):
        return title
    for pattern in (_TAIL, _FRONT):
        found = pattern.match(title)
        if found is None or len(split(found["head"])) < _MIN_WORDS:
            continue
        words = split(found["tail"])
        is_end = pattern is _TAIL
        if words and (
            _names_outlet(words, outlet | host_words, found["sign"])
            or (is_end and not outlet and found["sign"] not in _NO_BARS and _can_be_name(words))
        ):
            return without_outlet(_without_section(found["head"]), outlet, host_words)
        before = _TAIL.match(found["head"]) if is_end and _can_be_name(words) else None
        if before is not None and before["sign"] == found["sign"] and len(split(before["head"])) >= _MIN_WORDS:
            named = frozenset(split(before["tail"])) - OUTLET_OPENERS
            if named and named == outlet - OUTLET_OPENERS:
                return before["head"]  # «… | المرصاد | أخبار الموانئ»
    return title


def without_name(title: str, name: str) -> str:
    """Return a title without the whole name of its site, signs in it and all, at an end: «… | مدار | Madar».

    In front of it a colon will do: «مدار: …».
    """
    title, name = " ".join(title.split()), " ".join(name.split())
    if not name or len(title) > _MAX_CHARACTERS:
        return title
    behind = _BEHIND_TITLE.fullmatch(title.removesuffix(name)) if title.endswith(name) else None
    found = behind or (_BEFORE_TITLE.fullmatch(title.removeprefix(name)) if title.startswith(name) else None)
    if found is None or len(split(found["head"])) < _MIN_WORDS:
        return title
    return _without_section(found["head"]) if behind else found["head"]


def _without_section(title: str) -> str:
    """Return a title in front of the outlet's name without the section that stands between: «… | أخبار | المرصاد»."""
    head, tail = cut_tail(title)
    return head if is_section_at_end(title, tail) and len(split(head)) >= _MIN_WORDS else title


def _names_outlet(words: list[str], outlet: frozenset[str], sign: str) -> bool:
    """Whether words at an end of a title are the outlet's name, with what it is perhaps: «صحيفة النسيم»."""
    named = [word for word in words if word not in OUTLET_OPENERS]
    if outlet and outlet.issuperset(named):
        return True
    own = [word for word in named if word not in _OUTLET_TRADE]
    if own and outlet.issuperset(own) and _can_be_name(words):
        return True  # «النسيم الإخبارية» of «النسيم»
    openers = words[0] in OUTLET_OPENERS or not SURE_OUTLET_WORDS.isdisjoint(words)
    return openers and (sign in _BARS or len(sign) > 1) and _can_be_name(words)


def _can_be_name(words: list[str]) -> bool:
    return len(words) <= MAX_GLUED_WORDS


def without_outlet_at_end(title: str, outlet: frozenset[str]) -> str:
    """Return a title of the page without the outlet's name at its end; it stays as it stands otherwise."""
    title = _without_wrapping(title)
    plain = without_outlet(title, outlet) if outlet else title
    return plain if len(split(plain)) < len(split(title)) and plain else title


def _without_wrapping(title: str) -> str:
    """Return a title without what aggregators write around it: «انت الان تتابع خبر … والان مع التفاصيل»."""
    words = split(title)
    if not words or (words[0] not in _WRAPPING_FIRST_WORDS and words[-1] not in _WRAPPING_LAST_WORDS):
        return title
    pieces = title.split()
    sizes = [len(split(piece)) for piece in pieces]
    first, last = 0, len(pieces)
    for opening in _WRAPPING_OPENINGS:
        if words[: len(opening)] == opening and sum(sizes[: len(opening)]) == len(opening):
            first = len(opening)
            break
    for ending in _WRAPPING_ENDS:
        if words[-len(ending) :] == ending and sum(sizes[-len(ending) :]) == len(ending):
            last -= len(ending)
            break
    return " ".join(pieces[first:last]) if last - first >= _MIN_WORDS else title


def cut_tail(title: str) -> tuple[str, str]:
    """Return what stands in front of a title's last sign with spaces around it, and what stands behind."""
    found = _TAIL.match(title)
    return (found["head"], found["tail"]) if found else (title, "")


def is_section_at_end(title: str, tail: str) -> bool:
    """Whether what stands behind a title's last sign, a dash or a bar, is a section's label: «… – أخبار العالم».

    Or one with «اليوم» behind it, but no region's, which is an outlet's name or what the title tells of: «مصر اليوم».
    """
    if title.removesuffix(tail).rstrip()[-1:] not in _DASHES_AND_BARS:
        return False
    words = split(tail)
    if sections.standard(words) is not None:
        return True
    return words[-1:] == [_TODAY] and sections.standard(words[:-1]) not in _NO_DAILY_SECTIONS


def without_label(index: int, line: Line, size: int) -> Title:
    """Return a line's title without a label of `size` words in front."""
    if not size or line.words[0] in _QUESTION_WORDS:
        return Title(index, line.text)
    pieces = line.text.split()
    passed = 0
    for cut, piece in enumerate(pieces):
        if passed >= size and split(piece):
            return Title(index, " ".join(pieces[cut:]), " ".join(pieces[:cut]).strip(_LABEL_ENDS))
        passed += len(split(piece))
    return Title(index, line.text)


def glued_label(index: int, line: Line, first: str, before: int = 0) -> Title | None:
    """Return a line's title without the section's label that its `first` word is glued to: «اقتصادتوسعة الميناء …».

    Parameters
    ----------
    index
        The line's place.
    line
        The line.
    first
        The title's first word.
    before
        Words of the label before the one that is glued: «أخبار اقتصاديةتوسعة الميناء …».
    """
    word = line.words[before]
    if len(word) <= len(first) or not word.endswith(first):
        return None
    if not sections.standard([*line.words[:before], word.removesuffix(first)]):
        return None
    glued = next(islice(line.text.split(maxsplit=before + 1), before, None), "")
    start = line.text.index(glued)
    cut = next((at for at in range(1, _MAX_LABEL_CHARACTERS) if split(glued[at:]) == [first]), 0)
    return Title(index, line.text[start + cut :], line.text[: start + cut].strip(_LABEL_ENDS)) if cut else None


def label_size(line: Line) -> int:
    """Return how many words of a line are a section's label glued in front: «رياضة | …», «أخبار العالم …»."""
    for size, pattern in _CUT_OFF.items():
        if line.count - size < _MIN_WORDS or not sections.standard(line.words[:size]):
            continue
        if " ".join(line.words[:size]) in _COUNTRIES:
            continue  # «اليمن – تعز تحيي ذكرى …»: where it is, which headlines say
        found = pattern.match(line.folded)
        cut_off = found is not None and ":" not in found[0] and _WORD.findall(found[1]) == line.words[:size]
        if cut_off or (size > 1 and line.words[0] in _NEWS):
            return size
    return 0


def is_news_label(line: Line) -> bool:
    """Whether a line is the label of a section: «أخبار الكويت»."""
    return line.count <= _MIN_WORDS and line.words[:1] != [] and line.words[0] in _NEWS
