"""Pass `next_reports`: another report below the text, which has a dateline of its own and another subject."""

from itertools import islice

from agents.clean.layout.page import Page
from agents.clean.layout.parts import are_different, has_dateline, is_headline, is_signed, stems_between

_MAX_REPORTS = 2
"""Datelines within a text, more than which make it a digest of several reports."""
_MAX_HEADLINES = 3
"""Such headlines that are looked at: for each of them the whole text is."""
_MIN_HEADED_LINES = 3
"""Lines of another report with a headline: that, its day or author, two paragraphs."""


def cut_next_reports(page: Page) -> None:
    """End the text before the next report."""
    lines, outlet = page.lines, page.outlet
    _cut_headed(page)
    inside = ((index, lines[index]) for index in range(page.start + 1, page.end))
    reports = (index for index, line in inside if not line.reason and line.prose and has_dateline(line, outlet))
    found = list(islice(reports, _MAX_REPORTS + 1))
    if not found or len(found) > _MAX_REPORTS:
        return
    if len(found) == _MAX_REPORTS and has_dateline(lines[page.start], outlet):
        return
    before = stems_between(lines, page.start, found[0]) | page.title_stems
    after = stems_between(lines, found[0], page.end)
    if are_different(before, after):
        page.suspect(lines[found[0] : page.end], "related")
        page.end = found[0]


def _cut_headed(page: Page) -> None:
    """End the text before another report that has a headline of its own, with its day or author right below."""
    lines = page.lines
    places = range(page.start + 1, page.end - _MIN_HEADED_LINES)
    headlines = (index for index in places if is_headline(lines[index]) and is_signed(lines[index + 1]))
    for index in islice(headlines, _MAX_HEADLINES):
        before = stems_between(lines, page.start, index) | page.title_stems
        if are_different(before, stems_between(lines, index, page.end)):
            page.suspect(lines[index : page.end], "next_article")
            page.end = index
            return
