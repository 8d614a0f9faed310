"""Pass `body`: the article is where running text is densest."""

from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import Subject
from agents.clean.layout.page import MIN_OWN_SHARE, Page
from agents.clean.layout.title_candidates import ends_with_full_stop

_WALLS = {
    "comments": 60.0,
    "next_article": 60.0,
    "copyright": 40.0,
    "masthead": 6.0,
    "related": 4.0,
    "newsletter": 3.0,
    "social": 3.0,
    "tags": 8.0,
    "caption": 1.0,
    "advertisement": 1.0,
}
"""How many words of text chrome of a reason weighs against: how strongly the article does not go on behind it."""
_OTHER_WALL = 2.0
_CELL_WALL = 0.2
"""The same for a cell of a table."""
_LINK_WALL = 1.5
"""The same for a link behind its label in one line."""
_PHRASE_WALL = 8.0
"""The same for comments and copyright that only a phrase within the line tells of."""
_MAX_COUNTED_WORDS = 50
"""Words of a paragraph that count."""
_MIN_TRUSTED_WORDS = 8
_SHORT_TRUST, _REJECTED_TRUST = 0.6, 0.3
"""What each word counts of a short paragraph, and of one that the second opinion on an HTML page left out."""
_LOOSE_WEIGHT = 2.0
_LOOSE_WORDS = 10
"""Words from which on a line without a full stop might be running text, on a page that does without them."""
_MIN_SENTENCES, _MIN_SENTENCE_WORDS = 2, 3
"""Sentences of the shortest report, and words of each."""
_SHORT_LINE_WITHIN, _SHORT_LINE_IN_FRONT = -1.2, -0.5


def find_body(page: Page) -> None:
    """Find the lines, from and to, between which running text is densest."""
    first = page.title_index + 1
    best, page.start, page.end = 0.0, first, first
    total, start = 0.0, first
    listing = False
    for index in range(first, len(page.lines)):
        line = page.lines[index]
        if index in page.cells:
            total = max(0.0, total - _CELL_WALL)
            continue
        if line.reason:
            listing = False
            total -= _wall_of(line)
        else:
            listing = line.leads_to_list or (listing and not line.prose)
            if not listing or line.prose:
                total += _weight_of(line, loose=page.is_loose, begun=total > 0)
        if total <= 0:
            total, start = 0.0, index + 1
        elif total > best:
            best, page.start, page.end = total, start, index + 1
    if page.end == first:
        _find_sentences(page, first)


def _find_sentences(page: Page, first: int) -> None:
    """Find a report of sentences too short for running text, in a row below a headline that speaks of them."""
    start = first
    for end in range(first, len(page.lines) + 1):
        if end < len(page.lines) and _is_sentence(page.lines[end]):
            continue
        if _is_report(page.lines, start, end):
            page.start, page.end = start, end
            return
        start = end + 1


def _is_report(lines: list[Line], start: int, end: int) -> bool:
    """Whether the sentences from one line to another are a report: a headline that speaks of them stands above."""
    if end - start < _MIN_SENTENCES or not start:
        return False
    headline = lines[start - 1]
    can_head = not headline.reason and not headline.stopped and headline.count >= _MIN_SENTENCE_WORDS
    return can_head and Subject(lines[start:end]).share(headline.stems) >= MIN_OWN_SHARE


def _is_sentence(line: Line) -> bool:
    """Whether a line is a sentence, however short, and no chrome."""
    is_text = not line.reason and line.hint != "link"
    return is_text and line.count >= _MIN_SENTENCE_WORDS and ends_with_full_stop(line)


def _weight_of(line: Line, *, loose: bool, begun: bool) -> float:
    if line.prose:
        trust = (1.0 if line.count >= _MIN_TRUSTED_WORDS else _SHORT_TRUST) * (1.0 if line.kept else _REJECTED_TRUST)
        return min(line.count, _MAX_COUNTED_WORDS) * trust
    if line.hint == "link":
        return -_OTHER_WALL
    if loose and line.count >= _LOOSE_WORDS:
        return _LOOSE_WEIGHT
    return _SHORT_LINE_WITHIN if begun else _SHORT_LINE_IN_FRONT


def _wall_of(line: Line) -> float:
    """Return how strongly a line of chrome speaks against the article's going on behind it."""
    if line.reason in ("comments", "copyright") and (line.match is None or line.match.how in ("any", "words")):
        return _PHRASE_WALL
    if line.reason == "related" and not line.is_label:
        return _LINK_WALL
    return _WALLS.get(line.reason, _OTHER_WALL)
