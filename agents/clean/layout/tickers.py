"""Pass `tickers`: the text begins behind strips of headlines that look like text."""

import itertools
import re

from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import Subject, running_text, stems_of_lines
from agents.clean.layout.page import MIN_OWN_SHARE, Page
from agents.clean.layout.parts import MIN_TITLE_WORDS, are_different, is_headline
from agents.clean.layout.title_candidates import DOTS

_MAX_STRIPS = 4
_MIN_ROW_WORDS = 30
"""Words from which on a line without any sign between them is a row of headlines."""
_SIGNS = re.compile(r"[.،؛:!؟?,;]")
_MIN_LINES = 3
"""Lines of a text with a strip in front: the strip, a title, a paragraph."""
_WINDOW = 8
"""Lines behind a strip among which the article's title stands."""
_TELLING_LINES = 20
"""Lines behind a strip that tell what the article speaks of."""
_BENEATH_TITLES = frozenset(["date", "byline", "share", "tools"])
"""What stands below a title and not below a strip of headlines."""
_TITLE_NEAR = 4
"""Lines above a text among which its title stands."""


def skip_tickers(page: Page) -> None:
    """Begin the text behind strips of headlines: what comes after one has a title of its own."""
    if page.title_index >= 0:
        return
    lines, end = page.lines, page.end
    for _ in range(_MAX_STRIPS):
        start = page.start
        if not _may_be_strip(lines, start, end):
            return
        window = range(start + 1, min(start + _WINDOW, end))
        dated = _dated_title(lines, start, window)
        if dated is not None:
            page.start = next((index for index in range(dated + 1, end) if lines[index].prose), start)
            return
        is_cut_off = lines[start].folded.endswith(DOTS) and lines[start + 1].reason != ""
        if lines[start].folded[-1] == "." and not lines[start].folded.isascii() and not is_cut_off:
            return  # a sentence is no strip
        titles = [index for index in window if not lines[index].prose and lines[index].count >= MIN_TITLE_WORDS]
        rest = list(running_text(lines[start + 1 : min(end, start + _TELLING_LINES)]))
        subject = Subject(rest)
        titled = next((index for index in titles if subject.share(lines[index].stems) >= MIN_OWN_SHARE), None)
        if titled is None and not (is_cut_off or _is_row_of_headlines(lines[start])):
            return
        if not are_different(lines[start].stems, stems_of_lines(rest)):
            return
        page.suspect((lines[start],), "related")
        behind = start if titled is None else titled
        page.start = next((index for index in range(behind + 1, end) if lines[index].prose), start)


def _is_row_of_headlines(line: Line) -> bool:
    """Whether a line is too long for a sentence without any sign in it: headlines, one behind the other."""
    return line.count >= _MIN_ROW_WORDS and _SIGNS.search(line.text) is None


def _may_be_strip(lines: list[Line], start: int, end: int) -> bool:
    """Whether a text's first line may be a strip, and no long title, nor the beginning of a text with its own title."""
    if end - start < _MIN_LINES or not lines[start].prose:
        return False
    return lines[start + 1].reason not in _BENEATH_TITLES and not _is_titled(lines, start)


def _dated_title(lines: list[Line], start: int, window: range) -> int | None:
    """Find a headline with a date right below it, where nothing in front of the text says when or by whom it is."""
    if any(line.reason in ("date", "byline") for line in lines[:start]):
        return None
    for index in window:
        if lines[index].prose:
            continue
        if index + 1 < len(lines) and lines[index + 1].reason == "date" and not lines[index].reason:
            is_title = lines[index].count >= MIN_TITLE_WORDS and _are_of_others(lines, start, index)
            return index if is_title else None
    return None


def _are_of_others(lines: list[Line], start: int, title: int) -> bool:
    """Whether the sentences between a strip and a title open other articles: no two, nor the text, speak of one thing.

    A strip alone needs no proof.
    """
    leads = [line for line in lines[start:title] if line.prose]
    if len(leads) == 1:
        return True
    rest = list(running_text(lines[title + 1 : title + _TELLING_LINES]))
    if any(not line.reason for line in lines[:start]) or Subject(rest).share(lines[title].stems) < MIN_OWN_SHARE:
        return False
    parts = [*(lead.stems for lead in leads), stems_of_lines(rest)]
    return all(are_different(one, other) for one, other in itertools.combinations(parts, 2))


def _is_titled(lines: list[Line], start: int) -> bool:
    """Whether a line above a text heads it: right above a sentence, or one that speaks of the same."""
    first = lines[start]
    above = [line for line in lines[max(0, start - _TITLE_NEAR) : start] if line.count >= MIN_TITLE_WORDS]
    if first.folded[-1] == "." and above and above[-1] is lines[start - 1] and is_headline(above[-1]):
        return True
    subject = Subject([first])
    return any(not line.reason and subject.share(line.stems) >= MIN_OWN_SHARE for line in above)
