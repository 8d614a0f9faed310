"""Pass `linked_stories`: paragraphs behind a related-links label that tell the story which the link names."""

from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import Subject, running_text, stems_of_lines
from agents.clean.layout.page import MIN_OWN_SHARE, Page
from agents.clean.layout.parts import MIN_COMPARABLE_STEMS, MIN_SHARED, has_dateline, stems_between

MAX_LINKS = 6
"""Titles that may follow a related-links label."""
_MAX_LABELS = 8
"""Related-links labels, from the end, behind which another story is looked for."""
_MIN_SHARED_ALWAYS = 0.015
"""The share of words that two parts of one article always have in common."""
_MIN_NAMED = 0.5
"""The share of a link's words from which on what follows is the story that it names."""
_MIN_LINK_WORDS = 3


def cut_linked_stories(page: Page) -> None:
    """End the text before the stories that related links name."""
    for index in _stories(page):
        page.suspect(page.lines[index + 1 : page.end], "related")
        page.end = index


def _stories(page: Page) -> list[int]:
    """Find labels behind which another story is told, the one that a link names; from the end."""
    lines, start, end, own = page.lines, page.start, page.end, page.title_stems
    labels = [index for index in range(start + 1, end) if lines[index].reason == "related" and lines[index].is_label]
    found = []
    for index in reversed(labels[-_MAX_LABELS:]):
        if _leads_to_report(page, index, end):
            found.append(index)
            end = index
            continue
        tail = list(running_text(lines[index:end]))
        subject = Subject(tail)
        told = subject.share(own)
        named = max((subject.share(link.stems) for link in _links_below(lines, index)), default=0.0)
        named_alone = named >= _MIN_NAMED and named - told > MIN_OWN_SHARE
        if not named_alone and told * len(own) >= _MIN_SHARED_ALWAYS * sum(line.count for line in tail):
            continue  # the title alone makes it the article's
        before, after = stems_between(lines, start, index) | own, stems_of_lines(tail)
        least = min(len(before), len(after))
        if least < MIN_COMPARABLE_STEMS:
            continue
        shared = len(after & before) / least
        if shared < _MIN_SHARED_ALWAYS or (shared < 2 * MIN_SHARED and named_alone):
            found.append(index)
            end = index
    return found


def _leads_to_report(page: Page, label: int, end: int) -> bool:
    """Whether a title stands below a label, and below it a report with a dateline, which is none of the article's."""
    lines = page.lines[label + 1 : end]
    at = next((index for index, line in enumerate(lines) if line.prose), 0)
    links = lines[:at]
    titled = links and all(not line.reason and line.count >= _MIN_LINK_WORDS for line in links)
    return bool(titled) and has_dateline(lines[at], page.outlet)


def _links_below(lines: list[Line], label: int) -> list[Line]:
    """Return the titles that stand right below a related-links label."""
    found = []
    for line in lines[label + 1 : label + 1 + MAX_LINKS]:
        if line.prose:
            break
        if line.count >= _MIN_LINK_WORDS:
            found.append(line)
    return found
