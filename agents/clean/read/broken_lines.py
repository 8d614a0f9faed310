"""Joins sentences that were broken at their links: some dumps of pages have a line for each piece of text."""

import re
from collections.abc import Iterator

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.clean.read.extent import MAX_LINES

_GOES_ON = re.compile(r"[،؛,:)»”؟]\s*\w|[،؛,]|\.\s+\w")
"""How the rest of a sentence begins behind a link: «، اليوم الأربعاء»."""
_BEGINS_WITH_COMMA = re.compile(r"\n[^\S\n]*[،؛]")
_SENTENCE_END = re.compile(r"[.؟?!…。۔][»\"”')\]]*$")
_LEADING_WORDS = wordlist.load("agents.clean", "lines.toml").words("leading_words")
_MAX_LEADING_CHARACTERS = 12
"""Characters of the longest such word, with the space in front of it and marks within it."""
_OPENED = tuple("«“([")
_OPENED_END = re.compile(r"[«“(\[]$|(?:^|\s)\"$")
_NO_SPACE_BEFORE = tuple("،؛,.:)»”؟!")
_MIN_BREAKS = 2
"""Places at which a sentence goes on in the next line, from which on a text is broken."""
_MAX_PIECES = 40
"""Lines of a sentence, more than which are none."""
_MAX_LINES_BETWEEN = 8
"""Lines from one such place to the next, and from the last one to the end of its sentence."""
_MAX_LINK_WORDS = 6


def join_broken(text: str) -> str:
    """Return a text with its sentences whole where they were broken at links; any other as it is."""
    if not _BEGINS_WITH_COMMA.search(text) or text.count("\n") > MAX_LINES:  # a quick look: most texts are not broken
        return text
    lines = list(map(str.strip, text.split("\n")))
    breaks = [index for index in range(1, len(lines)) if _is_break(lines, index)]
    if len(breaks) < _MIN_BREAKS:
        return text
    return "\n".join(_joined(lines, breaks))


def _is_break(lines: list[str], index: int) -> bool:
    """Whether a line is surely the rest of the one above."""
    return _may_go_on(lines, index) and (_GOES_ON.match(lines[index]) is not None or _leads_on(lines[index - 1]))


def _leads_on(line: str) -> bool:
    """Whether a line cannot be the end of anything: «… المتبادل مع», «قال «»."""
    last = line[-_MAX_LEADING_CHARACTERS:].rpartition(" ")[2]
    return line.endswith(_OPENED) or line.count('"') % 2 == 1 or fold(last) in _LEADING_WORDS


def _joined(lines: list[str], breaks: list[int]) -> list[str]:
    """Return the lines, each sentence around the breaks in one."""
    going_on = frozenset(index for zone in _zones(lines, breaks) for index in zone)
    joined: list[str] = []
    pieces = 0
    for index, line in enumerate(lines):
        pieces += 1
        if index in going_on and pieces <= _MAX_PIECES:
            close = line.startswith(_NO_SPACE_BEFORE) or _OPENED_END.search(joined[-1]) is not None
            joined[-1] += line if close else f" {line}"
        else:
            joined.append(line)
            pieces = 1
    return joined


def _zones(lines: list[str], breaks: list[int]) -> Iterator[list[int]]:
    """Return, for each run of breaks that stand near each other, the lines that go on the sentence above them."""
    first = 0
    for number, index in enumerate(breaks):
        if number + 1 < len(breaks) and breaks[number + 1] - index <= _MAX_LINES_BETWEEN:
            continue
        if number - first + 1 >= _MIN_BREAKS:
            yield _zone(lines, breaks[first], index)
        first = number + 1


def _zone(lines: list[str], first: int, last: int) -> list[int]:
    """Return the lines from one break to the end of the sentence of another that go on the sentence above them."""
    behind = range(last, min(last + _MAX_LINES_BETWEEN, len(lines)))
    end = next((index for index in behind if _SENTENCE_END.search(lines[index])), last)
    zone = [index for index in range(first, end + 1) if _may_go_on(lines, index)]
    link = first - 1
    if link > 0 and len(lines[link].split()) <= _MAX_LINK_WORDS and len(lines[link - 1].split()) == 1:
        zone.append(link)  # a verb alone in front of the first link: «أصدرت»
    return zone


def _may_go_on(lines: list[str], index: int) -> bool:
    """Whether the sentence of the line above has not ended."""
    return bool(lines[index] and lines[index - 1]) and not _SENTENCE_END.search(lines[index - 1])
