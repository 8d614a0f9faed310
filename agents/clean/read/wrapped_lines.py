"""Joins lines that were broken at the width of a page, as PDFs and mails have them, to the paragraphs that they are."""

import re
from itertools import groupby, pairwise

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.clean.dates.patterns import LABEL, WEEKDAY, YEAR_DIGITS

_WIDTHS = range(30, 131)
"""Characters of the longest line of a wrapped text."""
_SLACK = 0.85
"""The share of the width from which on a line is full: letters are of many widths."""
_MIN_FULL = 4
"""Full lines within sentences from which on a text can be wrapped."""
_MIN_FULL_SHARE = 0.6
"""The share of the lines within sentences that must be full."""
_MIN_ENDS = 2
"""Lines that end a sentence, in a wrapped text."""
_MAX_LINES_A_SENTENCE = 12
"""Lines for each line that ends a sentence, more than which they are headlines or a list."""
_MAX_LINES_OF_BLOCK = 12
"""Lines for each empty line up to which empty lines part the paragraphs."""
_MIN_SHARE_TOGETHER = 0.25
"""The share of the lines that stand right above another one, in a text in which empty lines mean something."""
_HEAD_LINES = 4
"""Lines at the top that may be wider than the text."""
_MIN_WIDTH_OF_MIDDLE = 0.6
"""The share of the width that a line within a paragraph has, but for its last one."""
_DIGIT = re.compile(r"\d")
_SIGN_OR_DIGIT = re.compile(r"[\d:/|–—-]")
_GIVEN_NAMES = wordlist.load("agents.clean", "given_names.toml").words("given_names")
_SENTENCE_END = re.compile(r"[.؟?!…。۔:؛][»\"”')\]]*$")


def unwrap(text: str) -> str:
    """Return a text with one line a paragraph where its lines were broken at a width; any other as it is."""
    lines = text.split("\n")
    longest = max(lines, key=len)
    if len(longest.strip()) >= _WIDTHS.stop:  # a quick look: in most texts a line is a paragraph
        return text
    lines = list(map(str.strip, lines))
    if not _stand_together(lines):
        lines = list(filter(None, lines))  # an empty line stands behind each line, and says nothing
    paragraphs = _unwrapped(lines)
    return "\n".join(paragraphs) if paragraphs else text


def join_broken(lines: list[str], *, by_blocks: bool) -> list[tuple[str, str]]:
    """Return the paragraphs of lines of which an empty one ends each, with the first line of each.

    Lines that were not broken at a width are a paragraph each, or, by blocks, what stands between empty ones.
    """
    shown = list(filter(None, lines))
    joined = _unwrap_blocks(lines) or (_blocks_of(lines) if by_blocks else shown)
    rest, found = iter(shown), []
    for text in joined:
        first = next(rest)
        length = len(first)
        while length < len(text):
            length += 1 + len(next(rest))
        found.append((text, first))
    return found


def _unwrap_blocks(lines: list[str]) -> list[str]:
    """Return the paragraphs of lines that were broken at a width, an empty one behind each paragraph; else nothing."""
    if len(lines) <= _MIN_FULL or len(max(lines, key=len)) >= _WIDTHS.stop or not _stand_together(lines):
        return []
    return list(filter(None, _unwrapped(lines)))


def _blocks_of(lines: list[str]) -> list[str]:
    """Return what stands between empty lines, each block in one line."""
    return [" ".join(block) for is_shown, block in groupby(lines, bool) if is_shown]


def _stand_together(lines: list[str]) -> bool:
    """Whether so many lines stand right above another one that empty lines mean something."""
    together = sum(bool(line and below) for line, below in pairwise(lines))
    return together >= _MIN_SHARE_TOGETHER * sum(map(bool, lines))


def _unwrapped(lines: list[str]) -> list[str]:
    """Return the paragraphs of lines that were broken at a width, with the empty lines; nothing for any others."""
    shown = list(filter(None, lines))
    width = _width_of(shown)
    if width not in _WIDTHS or len(shown) <= _MIN_FULL:
        return []
    running = [(line, below) for line, below in pairwise(lines) if line and below and not _SENTENCE_END.search(line)]
    full = sum(_is_full(line, below, width) for line, below in running)
    ends = sum(_SENTENCE_END.search(line) is not None for line in lines)
    if full < max(_MIN_FULL, _MIN_FULL_SHARE * len(running)) or ends < max(
        _MIN_ENDS, len(lines) / _MAX_LINES_A_SENTENCE
    ):
        return []
    return _joined(lines, width, by_blocks=_has_blocks(lines))


def _width_of(lines: list[str]) -> int:
    """Return the characters of the longest line; a title at the top may be wider, for it was not broken."""
    width = max(map(len, lines[_HEAD_LINES:]), default=0)
    wider = [line for line in lines[:_HEAD_LINES] if len(line) * _SLACK > width]
    if not wider:
        return max(map(len, lines), default=0)
    return 0 if any(map(_SENTENCE_END.search, wider)) else width


def _is_full(line: str, below: str, width: int) -> bool:
    """Whether the next line's first word had no place in a line any more."""
    return _SLACK * width - 1 - len(below.split(" ", 1)[0]) < len(line) <= width


def _has_blocks(lines: list[str]) -> bool:
    """Whether empty lines part the paragraphs."""
    empty = sum(not line for line in lines[_HEAD_LINES:-1])  # one below the title says nothing of the text
    return empty * _MAX_LINES_OF_BLOCK > len(lines)


def _joined(lines: list[str], width: int, *, by_blocks: bool) -> list[str]:
    """Return the paragraphs; without empty lines between them, one ends with a sentence."""
    joined: list[str] = []
    previous = ""
    for index, line in enumerate(lines):
        ends = not by_blocks and _SENTENCE_END.search(previous) is not None
        goes_on = line and previous and not ends and _is_full(previous, line, width) and not _is_date(line)
        if goes_on and (
            _can_go_on(line, lines[index + 1 : index + 2], width) or (len(joined) == 1 and _can_end_title(line))
        ):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        previous = line
    return joined


def _is_date(line: str) -> bool:
    """Whether a line begins as those do that tell when something was published, and names a year."""
    if not YEAR_DIGITS.search(line):
        return False
    folded = fold(line)
    return line[0].isdigit() or any(pattern.match(folded) for pattern in (WEEKDAY, LABEL))


def _can_end_title(line: str) -> bool:
    """Whether a short line below the page's first can be the rest of its title, and is no author, place or label."""
    first, _, rest = line.partition(" ")
    return bool(rest) and _SIGN_OR_DIGIT.search(line) is None and fold(first) not in _GIVEN_NAMES


def _can_go_on(line: str, following: list[str], width: int) -> bool:
    """Whether a line can be the rest of the one above: a short one ends a sentence or a title, and is no date."""
    if len(line) >= _MIN_WIDTH_OF_MIDDLE * width or _SENTENCE_END.search(line):
        return True
    return following in ([], [""]) and not _DIGIT.search(line)
