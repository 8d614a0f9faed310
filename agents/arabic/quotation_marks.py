"""Quotation marks: which there are, what each can do, and what stands between them, however a text mixes them.

To add a mark, write its row into the table: all that looks at quotation marks reads what follows from it.
"""

import re
from typing import Final, NamedTuple


class _Mark(NamedTuple):
    opens: bool
    """Whether it is an opening mark by its form."""
    closes: bool
    mixed: bool
    """Whether writers use it both ways whatever its form."""
    guillemet: bool
    """Whether it pairs with guillemets, and not with the other marks."""


_TABLE: Final = {
    "«": _Mark(opens=True, closes=False, mixed=False, guillemet=True),
    "»": _Mark(opens=False, closes=True, mixed=False, guillemet=True),
    '"': _Mark(opens=True, closes=True, mixed=False, guillemet=False),
    "“": _Mark(opens=True, closes=False, mixed=True, guillemet=False),
    "”": _Mark(opens=False, closes=True, mixed=True, guillemet=False),
    "„": _Mark(opens=True, closes=False, mixed=False, guillemet=False),
    "‟": _Mark(opens=True, closes=False, mixed=True, guillemet=False),
    "＂": _Mark(opens=True, closes=True, mixed=False, guillemet=False),
}

MARKS: Final = "".join(_TABLE)
"""All of them."""
SINGLE: Final = "'"
"""What some put in their place, and what stands within names as well: whoever counts it says so."""
OPENING: Final = "".join(sign for sign, mark in _TABLE.items() if mark.opens)
"""Those that open by their form."""
CLOSING: Final = "".join(sign for sign, mark in _TABLE.items() if mark.closes)
"""Those that close by their form."""
CAN_OPEN: Final = "".join(sign for sign, mark in _TABLE.items() if mark.opens or mark.mixed)
"""Those that open somewhere, also against their form: some write ”so“."""
CAN_CLOSE: Final = "".join(sign for sign, mark in _TABLE.items() if mark.closes or mark.mixed)
"""Those that close somewhere, also against their form."""
ONLY_OPENING: Final = "".join(sign for sign, mark in _TABLE.items() if mark.opens and not mark.closes)
"""Those that open, and by their form close nothing."""
ONLY_CLOSING: Final = "".join(sign for sign, mark in _TABLE.items() if mark.closes and not mark.opens)
"""Those that close, and by their form open nothing."""

_MARKS = re.compile(f"[{MARKS}]")
_ALWAYS_OPEN = frozenset(sign for sign, mark in _TABLE.items() if not mark.closes and not mark.mixed)
_ALWAYS_CLOSE = frozenset(sign for sign, mark in _TABLE.items() if not mark.opens and not mark.mixed)
_SPACE = frozenset(" \t\n([{-–—:،,.؛")
"""What stands before a mark that opens."""
_BEHIND_CLOSING = frozenset(" \t\n.،,؛:!؟)")
"""What stands behind a mark that closes."""
_MIN_WORDS_TO_LINE_END = 4
"""Fewer words behind a mark without a partner are no speech."""
_MAX_LINES = 6
"""Lines over which speech goes on to its closing mark."""
_CLITICS = frozenset("وبلفك")


class Quoted(NamedTuple):
    """What stands between two marks: characters `start` to `end`, the marks left out; `depth` 0 for the outermost."""

    start: int
    end: int
    depth: int


def find(text: str) -> list[Quoted]:
    """Return what is quoted, line by line, in order of its start; a mark without a partner opens nothing."""
    found: list[Quoted] = []
    marks = [m.start() for m in _MARKS.finditer(text)]
    if not marks:
        return found
    lines = _lines(text, marks)
    for number, line in enumerate(lines):
        if len(line) % 2 and _can_open(text, line[-1]):
            end = _end_in_later_line(text, line[-1], lines[number + 1 :])
            if end is not None:
                found.append(Quoted(line.pop() + 1, end, 0))
        if line:
            found += _nested(text, line) or _flat(text, line) or _flat(text, line, shaped=False)
    found.sort()
    return found


def _lines(text: str, marks: list[int]) -> list[list[int]]:
    """Return the marks of each line that has some."""
    lines: list[list[int]] = []
    stop = -1
    for at in marks:
        if at > stop:
            newline = text.find("\n", at)
            stop = len(text) if newline < 0 else newline
            lines.append([])
        lines[-1].append(at)
    return lines


def _can_open(text: str, at: int) -> bool:
    """Whether the last mark of a line opens what goes on to the line's end, more than a word."""
    newline = text.find("\n", at)
    rest = text[at + 1 : newline if newline >= 0 else len(text)]
    return text[at] not in _ALWAYS_CLOSE and _opens(text, at) and len(rest.split()) >= _MIN_WORDS_TO_LINE_END


def _end_in_later_line(text: str, start: int, later: list[list[int]]) -> int | None:
    """Return where what a mark opens ends: at the next mark, if that stands in a near line and closes it."""
    if not later or len(later[0]) % 2 == 0 or text.count("\n", start, later[0][0]) > _MAX_LINES:
        return None
    mark = later[0][0]
    if text[mark] in _ALWAYS_OPEN or not _pair(text[start], text[mark]) or _opens(text, mark):
        return None
    return later[0].pop(0)


def _opens(text: str, at: int) -> bool:
    """Whether a mark that can do both opens: by the spaces around it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after in _BEHIND_CLOSING:
        return False
    if before in _SPACE:
        return True
    return before in _CLITICS and (at == 1 or text[at - 2] in _SPACE)


def _nested(text: str, marks: list[int]) -> list[Quoted]:
    """Pair marks by a stack; nothing when they do not come out even."""
    stack: list[int] = []
    found: list[Quoted] = []
    for at in marks:
        mark = text[at]
        opening = mark in _ALWAYS_OPEN or (mark not in _ALWAYS_CLOSE and _opens(text, at))
        if opening:
            stack.append(at)
            continue
        if not stack or not _pair(text[stack[-1]], mark):
            return []
        start = stack.pop()
        found.append(Quoted(start + 1, at, len(stack)))
    return [] if stack else found


def _pair(one: str, other: str) -> bool:
    return _TABLE[one].guillemet == _TABLE[other].guillemet


def _closes(text: str, at: int) -> bool:
    """Whether a mark that can do both does nothing but close: behind a word, and nothing glued behind it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before not in _SPACE and after in _BEHIND_CLOSING


def _flat(text: str, marks: list[int], *, shaped: bool = True) -> list[Quoted]:
    """Pair each mark with the next of its kind.

    Parameters
    ----------
    shaped
        Whether a mark that by its place can only close opens nothing, and the reverse; else each pairs with the next.
    """
    found: list[Quoted] = []
    start: int | None = None
    for at in marks:
        both = shaped and text[at] not in _ALWAYS_OPEN and text[at] not in _ALWAYS_CLOSE
        if start is None:
            if text[at] not in _ALWAYS_CLOSE and not (both and _closes(text, at)):
                start = at
        elif _pair(text[start], text[at]):
            if text[at] in _ALWAYS_OPEN or (both and _opens(text, at) and text[at - 1] in _SPACE):
                start = at
                continue
            found.append(Quoted(start + 1, at, 0))
            start = None
    return found
