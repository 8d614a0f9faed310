"""Find what stands between quotation marks, whatever marks a text uses and however it mixes them."""

import re
from typing import NamedTuple

_MARKS = re.compile(r"[«»“”„‟\"＂]")
_OPENERS = frozenset("«„")
_CLOSERS = frozenset("»")
_PAIR = {"»": "«", "”": "“", "“": "”", '"': '"', "＂": '"', "‟": "”"}
_SPACE = frozenset(" \t\n([{-–—:،,.؛")
_CLITICS = frozenset("وبلفك")


class Quoted(NamedTuple):
    """What stands between two marks: characters `start` to `end`, the marks left out; `depth` 0 for the outermost."""

    start: int
    end: int
    depth: int


def find(text: str) -> list[Quoted]:
    """Find quoted stretches line by line, in order of their start; a mark without a partner opens nothing."""
    found: list[Quoted] = []
    marks = [m.start() for m in _MARKS.finditer(text)]
    if not marks:
        return found
    at = 0
    while at < len(marks):
        newline = text.find("\n", marks[at])
        stop = len(text) if newline < 0 else newline
        end = at
        while end < len(marks) and marks[end] < stop:
            end += 1
        line = marks[at:end]
        found += _nested(text, line) or _flat(text, line) or _flat(text, line, shaped=False)
        at = end
    found.sort()
    return found


def _opens(text: str, at: int) -> bool:
    """Say whether a mark that can be both opens: by the spaces around it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if after in " \t\n.،,؛:!؟)":
        return False
    if before in _SPACE:
        return True
    return before in _CLITICS and (at < 2 or text[at - 2] in _SPACE)  # noqa: PLR2004 - the letter and what is before it


def _nested(text: str, marks: list[int]) -> list[Quoted]:
    """Pair marks by a stack; nothing when they do not come out even."""
    stack: list[int] = []
    found: list[Quoted] = []
    for at in marks:
        mark = text[at]
        opening = mark in _OPENERS or (mark not in _CLOSERS and _opens(text, at))
        if opening:
            stack.append(at)
            continue
        if not stack or _family(text[stack[-1]]) != _family(mark):
            return []
        start = stack.pop()
        found.append(Quoted(start + 1, at, len(stack)))
    return [] if stack else found


def _family(mark: str) -> str:
    return "«" if mark in "«»" else '"'


def _closes(text: str, at: int) -> bool:
    """Say whether a mark that can be both does nothing but close: behind a word, and nothing glued behind it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before not in _SPACE and after in " \t\n.،,؛:!؟)"


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
        both = shaped and text[at] not in _OPENERS and text[at] not in _CLOSERS
        if start is None:
            if text[at] not in _CLOSERS and not (both and _closes(text, at)):
                start = at
        elif _family(text[start]) == _family(text[at]):
            if text[at] in _OPENERS or (both and _opens(text, at) and text[at - 1] in _SPACE):
                start = at
                continue
            found.append(Quoted(start + 1, at, 0))
            start = None
    return found
