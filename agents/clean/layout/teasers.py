"""Pass `teasers`: headlines below the text, each with the beginning of its article: «…» and no more."""

from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.layout.parts import MIN_SHARED, is_headline, stems_between
from agents.clean.read.stems import share_known

_MAX_TEASERS = 12
_MIN_OPENINGS = 2
"""Beginnings of articles in a row, without headlines, that are no text."""
_MIN_TEXT_LINES = 3
"""Lines of a text that are left to it: of fewer, a headline and a paragraph are too many to give away."""


def cut_teasers(page: Page) -> None:
    """End the text before the teasers of other articles."""
    lines, end = page.lines, page.end
    for _ in range(_MAX_TEASERS):
        if end - page.start <= _MIN_TEXT_LINES or not (_is_cut_short(lines[end - 1]) and is_headline(lines[end - 2])):
            break
        before = stems_between(lines, page.start, end - 2) | page.title_stems
        after = lines[end - 1].stems | lines[end - 2].stems
        if not after or len(after & before) / len(after) >= MIN_SHARED:
            break
        end -= 2
    end = _without_openings(page, end)
    page.suspect(lines[end : page.end], "related")
    page.end = end


def _without_openings(page: Page, end: int) -> int:
    """Return where the text ends in front of other articles' beginnings, where it has no such lines itself."""
    lines, first = page.lines, end
    while first - page.start > _MIN_TEXT_LINES and _is_cut_short(lines[first - 1]):
        first -= 1
    if end - first < _MIN_OPENINGS or any(map(_is_cut_short, lines[page.start : first])):
        return end
    before = stems_between(lines, page.start, first) | page.title_stems
    own = (share_known(line.stems, before) >= MIN_SHARED for line in lines[first:end])
    return end if any(own) else first


def _is_cut_short(line: Line) -> bool:
    """Whether a line is a paragraph of which only the beginning is shown."""
    return line.prose and not line.reason and line.folded.endswith(("...", "…"))
