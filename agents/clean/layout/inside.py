"""Pass `inside`: what stands within the text is a paragraph, a heading, or a link or a caption between them."""

import re

from agents.arabic import wordlist
from agents.clean.judge.lines import Line
from agents.clean.layout.head import LINK_WORDS, is_above_date
from agents.clean.layout.linked_stories import MAX_LINKS
from agents.clean.layout.page import MAX_ALIEN_SHARE, Page
from agents.clean.read.line_words import DIGIT

_MAX_HEADING_WORDS = 16
_MAX_LABEL_WORDS = 4
_MAX_FIGURE_WORDS = 5
_PRICED = re.compile(r"\W*(?!(?:19|20)\d\d\b)\d[\d.,٫٬]{2,}\s|[^:]{2,60}:\s?\d[\d.,]*\s.*\d")
"""What a price or the like looks like in a line of its own: «7943 جنيها للبيع», «عيار 24: 5205 للبيع – 5182»."""
_QUESTION_WORDS = wordlist.load("agents.clean", "lines.toml").words("question_words")
_MAX_QUESTION_WORDS = 7
"""Words of a question that heads what answers it."""
_ITEM = re.compile(r"^\W*\d|^\s*[-–—*•●■▪#_]|[:،؛,]$|\.\.+$")
"""An item of a list, or what goes on in the next line."""


def settle_inside(page: Page) -> None:
    """Settle the lines of the text."""
    links = 0  # titles that may still follow a related-links label
    in_list = False
    for index in range(page.start, page.end):
        line = page.lines[index]
        if line.role:
            continue
        if line.reason:
            line.role = "chrome"
            if line.reason == "related":
                links = MAX_LINKS if line.is_label else max(0, min(links, MAX_LINKS) - 1)
            continue
        if line.prose or (line.leads_to_list and not links):
            page.settle(line, "paragraph")
            links, in_list = 0, line.leads_to_list
            continue
        if links or line.hint == "link":
            if not _is_heading_among_links(page, index, links):
                page.settle(line, "chrome", "related")
                links = max(0, links - 1)
                continue
            links = 0
        _settle_short(page, index, in_list=in_list)


def _settle_short(page: Page, index: int, *, in_list: bool) -> None:
    """Settle a short line of the text that is no link behind its label."""
    line = page.lines[index]
    if line.hint != "heading" and page.stands_twice(line):
        line.byline = line.signature(page.outlet, titled=True) if is_above_date(page, index) else None
        page.settle(line, "chrome", "byline" if line.byline else "caption")
    elif not in_list and (_is_link(page, line) or _labels_link(page, index)):
        page.settle(line, "chrome", "related")
    elif line.hint != "heading" and _reads_as_text(page, index, in_list=in_list):
        page.settle(line, "paragraph")
    else:
        page.settle(line, "heading")


def _is_heading_among_links(page: Page, index: int, links: int) -> bool:
    """Whether a line behind a label of links, or in a link, is the article's: text follows, of which it speaks."""
    line = page.lines[index]
    known = line.hint == "heading" or (links < MAX_LINKS and page.is_own(line))
    return known and page.leads_text(index)


def _reads_as_text(page: Page, index: int, *, in_list: bool) -> bool:
    """Whether a short line of the text is an item or a sentence, and no heading."""
    line = page.lines[index]
    if in_list:
        is_heading = index > page.start and _ends_list(page.lines[index - 1], line) and page.leads_text(index)
        return not is_heading
    return (line.stopped and not _asks(page, index)) or line.count > _MAX_HEADING_WORDS or _is_figure(line)


def _is_link(page: Page, line: Line) -> bool:
    """Whether a line that looks like a heading has nothing to do with the article: a link's title."""
    if line.hint or line.count not in LINK_WORDS or line.stopped or _ITEM.search(line.folded):
        return False
    return page.own_share(line) < MAX_ALIEN_SHARE


def _labels_link(page: Page, index: int) -> bool:
    """Whether a line of a few words stands above a link's title: a label that no list has."""
    line = page.lines[index]
    if line.count > _MAX_LABEL_WORDS or line.hint or index + 1 >= page.end:
        return False
    following = page.lines[index + 1]
    return not following.reason and not following.prose and _is_link(page, following)


def _asks(page: Page, index: int) -> bool:
    """Whether a line is a short question that what follows answers: «ما هي البورصة؟»."""
    line = page.lines[index]
    return line.count <= _MAX_QUESTION_WORDS and line.words[0] in _QUESTION_WORDS and page.leads_text(index)


def _is_figure(line: Line) -> bool:
    """Whether a line is a price or the like."""
    if not line.kinds & DIGIT or (line.count > _MAX_FIGURE_WORDS and ":" not in line.folded):
        return False
    return _PRICED.match(line.folded) is not None


def _ends_list(item: Line, line: Line) -> bool:
    """Whether a line is none of a list of figures, or with marks in front, that the item above it is of."""
    listed = item.folded[-1] != ":" and (_ITEM.search(item.folded) is not None or _is_figure(item))
    return listed and not (_ITEM.search(line.folded) or line.kinds & DIGIT)
