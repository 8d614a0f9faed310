"""Which of the lines that can be the title stand more than once, whole or within another line, and what that says."""

from agents.clean.judge import sections
from agents.clean.judge.lines import Line
from agents.clean.layout.title_candidates import HIDDEN_HINTS, MAX_JOINED_WORDS
from agents.clean.layout.title_text import MAX_GLUED_WORDS

BULLETS = "•●▪■·*◦‣"
SIGNATURE_REASONS = frozenset(["date", "byline"])
"""Reasons of the lines that stand below a title."""

# The weights: how much each way of standing more than once speaks for a line, or against it.
CLOSES_PATH = 3.0
_COPIED, _COPIED_SHORT = 1.5, 0.5
_COPIED_WITHOUT_LABEL, _COPIED_WITHIN = 1.5, 1.5
_OPENS_ANOTHER, _GOES_ON_BELOW, _GOES_ON_FROM_ABOVE = 1.2, -1.5, -1.5
_IN_LIST_SHOWN_TWICE = -1.0
_LINKED_WITH_OTHERS = -0.5
"""Links below the text name it, and others above the text too."""
_FIRST_BELOW_HEADLINES = 0.5

_MIN_COMPARED_WORDS = 3
_MIN_TITLE_WORDS = 4
_MIN_OPENING_WORDS = 5
"""Words of a title that another line goes on with; a caption goes on in the next line."""
_MAX_LABEL_WORDS = 3
"""Words of a label that no list of sections has."""
_ENDS_WORDS = 3
"""Words at a line's ends by which its copies are looked for."""
_MAX_COPIES = 20


class HeadlineCopies:
    """The copies of the lines that can be the title.

    Parameters
    ----------
    lines
        The page's lines.
    candidates
        Those of them that can be the title.
    end
        Where the page's text ends.
    """

    def __init__(self, lines: list[Line], candidates: list[int], end: int) -> None:
        self._lines = lines
        labels = (index for index in range(end, len(lines)) if lines[index].reason == "related")
        self._links = next(labels, len(lines))
        """The first of the links below the text: headlines behind it are other articles'."""
        self.shown_twice: set[int] = set()
        """Lines that `of` found to be of a list of headlines that is shown twice."""
        self._linked: set[int] = set()
        """Lines that `of` found among such links, too."""
        last_words = {lines[index].words[-1] for index in candidates}
        first_words = {lines[index].words[0] for index in candidates}
        self._by_end: dict[tuple[str, ...], list[int]] = {}
        self._by_start: dict[tuple[str, ...], list[int]] = {}
        for index, line in enumerate(lines):
            if not _MIN_COMPARED_WORDS <= line.count <= MAX_JOINED_WORDS + MAX_GLUED_WORDS or line.text[0] in BULLETS:
                continue
            if line.words[-1] in last_words:
                self._by_end.setdefault(tuple(line.words[-_ENDS_WORDS:]), []).append(index)
            if line.words[0] in first_words:
                self._by_start.setdefault(tuple(line.words[:_ENDS_WORDS]), []).append(index)

    def of(self, index: int) -> tuple[float, int]:
        """Return how strongly a line's copies speak for it, and how many of its words stand glued in front."""
        line = self._lines[index]
        if line.count < _MIN_COMPARED_WORDS:
            return (CLOSES_PATH if any(_closes_path(other, line) for other in self._lines) else 0.0), 0
        score, glued = self._of_same_end(index)
        for other in self._by_start.get(tuple(line.words[:_ENDS_WORDS]), ())[:_MAX_COPIES]:
            longer = self._lines[other]
            extra = longer.count - line.count
            if other != index and 0 < extra <= MAX_GLUED_WORDS and longer.words[: line.count] == line.words:
                opens = line.count >= _MIN_OPENING_WORDS and other != index + 1
                score += _OPENS_ANOTHER if opens else _GOES_ON_BELOW
        above = self._lines[index - 1] if index else line
        if 1 < above.count < line.count and line.words[: above.count] == above.words:
            score += _GOES_ON_FROM_ABOVE
        return score, glued

    def _of_same_end(self, index: int) -> tuple[float, int]:
        """Return the same for the lines that end as a line does: its whole copies, and those with a label in front."""
        line = self._lines[index]
        score, glued = 0.0, 0
        for other in self._by_end.get(tuple(line.words[-_ENDS_WORDS:]), ())[:_MAX_COPIES]:
            copy = self._lines[other]
            if other == index or copy.hint in HIDDEN_HINTS:
                continue
            extra = line.count - copy.count
            if extra == 0 and copy.words == line.words:
                score += self._of_copy(index, other)
            elif (
                0 < extra <= MAX_GLUED_WORDS
                and line.words[extra:] == copy.words
                and copy.count >= _MIN_TITLE_WORDS
                and not line.reason
            ):
                score += _COPIED_WITHOUT_LABEL
                is_label = sections.standard(line.words[:extra]) or extra <= _MAX_LABEL_WORDS
                glued = glued or (extra if is_label else 0)
            elif (
                extra < 0
                and copy.words[-line.count :] == line.words
                and (copy.reason == "breadcrumb" or extra >= -MAX_GLUED_WORDS)
            ):
                score += _COPIED_WITHIN
        return score, glued

    def among_headlines(self, index: int) -> float:
        """Return how much the headlines of others that stand with a line, known by their copies, speak for it."""
        if not (self.shown_twice or self._linked):
            return 0.0
        others = self.shown_twice | self._linked
        if index in self.shown_twice:
            return _IN_LIST_SHOWN_TWICE
        signed = index + 1 < len(self._lines) and self._lines[index + 1].reason in SIGNATURE_REASONS
        if index in self._linked and not signed:
            # The latest headlines may hold the page's own.
            return _LINKED_WITH_OTHERS if len(others) > 1 else _COPIED
        if index in self._linked and len(others) == 1:
            return _COPIED
        return _FIRST_BELOW_HEADLINES if index - 1 in others else 0.0

    def _of_copy(self, index: int, other: int) -> float:
        """Return how strongly a line's copy speaks for it: not at all where both are of lists of headlines."""
        if self._is_list_shown_twice(index, other):
            self.shown_twice.add(index)
            return 0.0
        if other > self._links:
            self._linked.add(index)
            return 0.0
        return _COPIED if self._lines[index].count >= _MIN_TITLE_WORDS else _COPIED_SHORT

    def _is_list_shown_twice(self, index: int, other: int) -> bool:
        """Whether a headline beside a line stands beside its copy too."""
        for step in (-1, 1):
            for far in (-1, 1):
                near, copy = index + step, other + far
                if near < 0 or copy < 0 or max(near, copy) >= len(self._lines):
                    continue
                if near in (other, copy) or copy == index:
                    continue
                beside = self._lines[near]
                if beside.count >= _MIN_TITLE_WORDS and beside.words == self._lines[copy].words:
                    return True
        return False


def _closes_path(path: Line, line: Line) -> bool:
    """Whether a line is the last step of a path."""
    return path.reason == "breadcrumb" and path.count > line.count and path.words[-line.count :] == line.words
