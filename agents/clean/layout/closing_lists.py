"""Pass `closing_lists`: the text ends behind a table or a list of its own."""

import re

from agents.clean.judge.date_lines import is_fixture
from agents.clean.judge.lines import Line
from agents.clean.layout.page import Page
from agents.clean.layout.parts import stems_between
from agents.clean.read.stems import share_known

_BULLET = re.compile(r"[-–—*•●▪■◦‣]|\d{1,2}\s?[-–—.)]\s")
"""What stands in front of a list's item."""
_MIN_FIXTURES, _MAX_DAY_WORDS = 2, 4
"""Matches of the shortest list of them, and words of the day above some."""
_MIN_OWN_SHARE_OF_ITEM = 0.2
"""The share of what an item speaks of that the article speaks of too."""


def keep_closing_list(page: Page) -> None:
    """End the text behind the table or the list that it ends with."""
    lines, start, stop, cells = page.lines, page.start, page.end, page.cells
    if _keep_fixtures(page):
        return
    for first in range(stop, min(stop + 2, len(lines))):  # behind what leads to it, perhaps
        last = first
        while last in cells:
            last += 1
        if last > first:
            known = stems_between(lines, start, stop) | page.title_stems
            if any(known & line.stems for line in lines[stop:last]):
                page.end = last
            return
        while last < len(lines) and not lines[last].reason and _is_item(lines[last]):
            last += 1
        if last > first and first > start and (lines[first - 1].folded.endswith(":") or _is_item(lines[first - 1])):
            known = stems_between(lines, start, stop) | page.title_stems
            if _are_own(lines[first:last], known):
                page.end = last
            return
        if lines[first].reason or lines[first].prose:
            return


def _keep_fixtures(page: Page) -> bool:
    """Take matches right below the text, with no more than a day above each, as its paragraphs; say whether any are."""
    found: list[int] = []
    for index in range(page.end, len(page.lines)):
        if is_fixture(page.lines[index]) and not page.lines[index].hint:
            found.append(index)
        elif page.lines[index].count > _MAX_DAY_WORDS or index - (found[-1] if found else page.end - 1) > 1:
            break
    if len(found) < _MIN_FIXTURES:
        return False
    page.end = found[-1] + 1
    for index in found:
        page.settle(page.lines[index], "paragraph")
    return True


def _is_item(line: Line) -> bool:
    return _BULLET.match(line.text) is not None


def _are_own(items: list[Line], known: frozenset[str]) -> bool:
    """Whether most items of a list speak of what the article speaks of."""
    return sum(share_known(item.stems, known) >= _MIN_OWN_SHARE_OF_ITEM for item in items) * 2 >= len(items)
