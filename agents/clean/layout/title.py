"""Pass `title`: the likeliest title among the lines in front of the text, where no field or metadata gives one."""

from itertools import islice, takewhile

from agents.clean.judge.byline_words import OUTLET_OPENERS
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import is_known_name
from agents.clean.layout.headline_copies import BULLETS, SIGNATURE_REASONS, HeadlineCopies
from agents.clean.layout.likeness import Subject, running_text
from agents.clean.layout.page import MAX_ALIEN_SHARE, MIN_OWN_SHARE, Page
from agents.clean.layout.title_by_place import find_by_place, is_signature
from agents.clean.layout.title_candidates import MAX_TITLE_WORDS, META_REASONS, find_candidates
from agents.clean.layout.title_evidence import DASHES_BEHIND, Evidence
from agents.clean.layout.title_text import (
    MAX_GLUED_WORDS,
    Title,
    cut_tail,
    glued_label,
    is_section_at_end,
    label_size,
    without_label,
)
from agents.clean.read.line_words import split
from agents.clean.read.stems import share_known

_MIN_SCORE = 2.3
"""The score that a line must reach to be the title when nothing else says so."""
_MIN_LEADING_SCORE = 1.0
"""The score that does when no other line comes near."""
_MIN_LEAD = 0.7
_MIN_ONLY_SCORE = -1.0
"""The score that does when there is no other line that it could be."""
_MAX_COMPARED_PARAGRAPHS = 12
"""Paragraphs that a title is compared with."""
_MAX_NOTICES = 4
"""Paragraphs above a title that have nothing to do with it: consent, subscription."""
_MIN_SIGNED_SHARE = 0.15
"""The share of its words that the text has too, from which on a line with a date or a byline below it is the title."""
_MIN_PARAGRAPHS = 2
_TITLE_WORDS = range(4, MAX_TITLE_WORDS + 1)
_MIN_REPORT_WORDS = 3
"""Words of the shortest title of a report."""
_SUBJECT_WORDS = 5
"""Words with which a text opens, among them whom it speaks of."""
_MIN_TOLD_STEMS = 4
"""Stems of a page's address from which on it tells the title."""
_MIN_TITLE_SHARE = 0.5
"""The share of the stems of a short title, or of its page's address, that both have."""
_MIN_WHOLE_SHARE = 0.8
"""The share of the stems of a title and of its page's address that both have where the one is the other."""
_MIN_TOLD_SHARE = 0.4
"""The share of the address's stems that the text has too."""
_MAX_CAPTION_WORDS = 6
_SIGNS_IN_FRONT, _SIGNS_BEHIND = (":", "|", "-", "–", "»"), ("(", "[", "|", "-", "–", ":")
"""What parts a title from the outlet's name, and from what may be done with the page."""
_MAX_LINES_TO_BARE_TITLE = 8
"""Lines behind a title with the outlet's name among which it may stand without."""


def choose_title(page: Page) -> None:
    """Choose the likeliest title; the text begins behind it."""
    if page.title_index >= 0:
        return
    found = _choose(page) or _below_notices(page)
    found = _told_by_address(page, found) or found
    if found is None:
        return
    line = page.lines[found.line_index]
    if _is_of_a_picture(page, line) or _is_too_short(page, line):
        return
    if found.line_index >= page.start:
        is_another = page.told_title and share_known(line.stems, page.told_stems) < _MIN_TITLE_SHARE
        if is_another or found.line_index + 1 >= page.end:
            return  # the text's beginning, where the title is told apart; or all of it, as of a post of one line
        page.start = found.line_index + 1
    page.take_title(found)


def _choose(page: Page) -> Title | None:
    lines, start = page.lines, page.start
    candidates = find_candidates(lines, start)
    copies = HeadlineCopies(lines, candidates, page.end)
    scored = _scored(page, candidates, copies)
    if not scored:
        return find_by_place(lines, start, copies.shown_twice)
    score, index, glued = scored[0]
    line = lines[index]
    if len(scored) == 1:
        is_other = is_known_name(line.words) or is_signature(line) or line.by == "caption"
        is_other = is_other or line.folded.endswith(DASHES_BEHIND) or line.text[0] in BULLETS
        sure = score >= _MIN_ONLY_SCORE and not is_other
    else:
        sure = score >= _MIN_SCORE or (score >= _MIN_LEADING_SCORE and score - scored[1][0] >= _MIN_LEAD)
    if not sure:
        return find_by_place(lines, start, copies.shown_twice)
    return _settled(lines, without_label(index, line, glued or label_size(line)))


def _is_too_short(page: Page, line: Line) -> bool:
    """Whether a line is too short for a title: an outlet, the text's subject, or above an agency's or place's name."""
    if line.count >= _MIN_REPORT_WORDS or line.hint == "h1":
        return False
    if line.words[0] in OUTLET_OPENERS:
        return True  # «صحيفة الشراع»
    first = next(running_text(page.text), None)
    if line.count > 1 and first is not None and line.key in " ".join(first.words[:_SUBJECT_WORDS]):
        return True
    bylines = (other.byline.byline for other in page.above if other.byline is not None)
    return any(byline.agency or byline.dateline for byline in bylines)


def _is_of_a_picture(page: Page, line: Line) -> bool:
    """Whether a line is a caption on a page without a title: the page's address tells another, which fits the text."""
    told = frozenset(stem for stem in page.told_stems if not stem.isascii())
    if len(told) < _MIN_TOLD_STEMS or line.hint == "h1" or not page.text:
        return False
    told_by_line = share_known(told, line.stems)
    if line.count <= _MAX_CAPTION_WORDS:
        is_title = told_by_line >= _MIN_TITLE_SHARE
    else:
        is_title = max(told_by_line, share_known(line.stems, told)) >= MIN_OWN_SHARE
    if is_title:
        return False
    subject = Subject(islice(running_text(page.text), _MAX_COMPARED_PARAGRAPHS))
    return subject.share(told) >= _MIN_TOLD_SHARE


def _told_by_address(page: Page, found: Title | None) -> Title | None:
    """Return the line that says what the page's address says, word for word, where the likeliest title does not."""
    told = frozenset(stem for stem in page.address_stems if not stem.isascii())
    if len(told) < _MIN_TOLD_STEMS or (
        found and share_known(told, page.lines[found.line_index].stems) >= _MIN_TITLE_SHARE
    ):
        return None
    for index, line in enumerate(page.lines[: page.start + _MAX_LINES_TO_BARE_TITLE]):
        is_whole = line.count <= MAX_TITLE_WORDS and share_known(told, line.stems) >= _MIN_WHOLE_SHARE
        if is_whole and not line.reason and share_known(line.stems, told) >= _MIN_WHOLE_SHARE:
            return None if _is_told_above(page, index) else Title(index, line.text)
    return None


def _is_told_above(page: Page, index: int) -> bool:
    """Whether paragraphs above a line tell of what is told below it: it heads a part of their text."""
    above = [line for line in page.lines[page.start : index] if line.prose and line.stopped]
    if not above:
        return False
    below = Subject(islice(running_text(page.lines[index + 1 : page.end]), _MAX_COMPARED_PARAGRAPHS))
    least = MIN_OWN_SHARE if _is_signed(page.lines[index + 1 : page.end]) else MAX_ALIEN_SHARE
    return any(below.share(line.stems) >= least for line in above)


def _below_notices(page: Page) -> Title | None:
    """Return the line that speaks of the text, where paragraphs above it do not: notices that were taken for text."""
    lines = page.lines
    for index in range(page.start + 1, min(page.start + 1 + _MAX_NOTICES, page.end - 1)):
        line = lines[index]
        if line.reason or line.prose or line.stopped or line.count not in _TITLE_WORDS:
            continue
        is_signed = _is_signed(lines[index + 1 : page.end])
        if not is_signed and (index >= page.end - _MIN_PARAGRAPHS or not page.leads_text(index)):
            continue
        subject = Subject(islice(running_text(lines[index + 1 : page.end]), _MAX_COMPARED_PARAGRAPHS))
        above = running_text(lines[page.start : index])
        least, most = (_MIN_SIGNED_SHARE, MIN_OWN_SHARE) if is_signed else (MIN_OWN_SHARE, MAX_ALIEN_SHARE)
        if subject.share(line.stems) >= least and all(subject.share(notice.stems) < most for notice in above):
            return Title(index, line.text)
    return None


def _is_signed(below: list[Line]) -> bool:
    """Whether a date or a byline, and nothing longer, stands between a line and the text below it."""
    between = list(takewhile(lambda line: not line.prose, below[:_MAX_LINES_TO_BARE_TITLE]))
    is_followed = len(between) < len(below) and below[len(between)].prose
    return is_followed and any(line.reason in SIGNATURE_REASONS for line in between)


def _scored(page: Page, candidates: list[int], copies: HeadlineCopies) -> list[tuple[float, int, int]]:
    """Return the score of each candidate, its line, and how many words stand glued in front of it, the best first."""
    lines, start = page.lines, page.start
    last_meta = max((index for index in range(start) if lines[index].reason in META_REASONS), default=-1)
    subject = Subject(islice(running_text(lines[start : page.end]), _MAX_COMPARED_PARAGRAPHS))
    shares = {index: subject.share(lines[index].stems) for index in candidates}
    evidence = Evidence(lines, start, last_meta, shares, page.told_stems)
    scores = []
    for index in candidates:
        copied, glued = copies.of(index)
        scores.append((evidence.score(index, copied), index, glued))
    scored = [(score + copies.among_headlines(index), index, glued) for score, index, glued in scores]
    scored.sort(key=lambda item: (-item[0], item[1]))
    return scored


def _stands_within(line: Line, title: str) -> bool:
    """Whether a line is a title without what signs part from it on both sides: «صدى العرب : اندلاع حريق … (طباعة)»."""
    front, _, behind = title.partition(line.text)
    is_parted = front.rstrip().endswith(_SIGNS_IN_FRONT) and behind.lstrip().startswith(_SIGNS_BEHIND)
    return line.count in _TITLE_WORDS and is_parted


def _bare_below(below: list[Line], title: str) -> int | None:
    """Return which line below a title says it without what stands at its end: «… – موقع قناة الشراع – لبنان»."""
    head, tail = cut_tail(title)
    while tail and len(split(tail)) <= MAX_GLUED_WORDS:
        bare = split(head)
        found = next((index for index, line in enumerate(below) if line.words == bare), None)
        if found is not None:
            return found
        head, tail = cut_tail(head)
    return None


def _settled(lines: list[Line], title: Title) -> Title:
    """Go to the line in front that shows the same title with a label glued to it, or to the next without the outlet."""
    words = split(title.text)
    for index, line in enumerate(lines[: title.line_index]):
        extra = line.count - len(words)
        is_same = 0 < extra <= MAX_GLUED_WORDS and line.words[extra:] == words and line.reason != "breadcrumb"
        if is_same and not all(map(str.isdigit, line.words[:extra])):  # «3. …» is the last step of a path
            return without_label(index, line, extra)
    near = range(title.line_index + 1, min(title.line_index + _MAX_LINES_TO_BARE_TITLE, len(lines)))
    for index in near:
        line = lines[index]
        around = len(words) - line.count
        is_last_step = around == 1 and words[0].isdigit() and line.words == words[1:]  # «3. …», of a path
        if is_last_step or (1 < around <= MAX_GLUED_WORDS and _stands_within(line, title.text)):
            return Title(index, line.text, title.label)
        if (
            around == 0
            and line.words[1:] == words[1:]
            and (glued := glued_label(title.line_index, lines[title.line_index], line.words[0]))
        ):
            return glued
    bare = _bare_below([lines[index] for index in near], title.text)
    if bare is not None:
        return Title(near[bare], lines[near[bare]].text)
    for whole in (title.text, cut_tail(title.text)[0]):  # «… – أخبار السعودية», and with the outlet's name behind that
        front, section = cut_tail(whole)
        if is_section_at_end(whole, section):
            shorter, wider = cut_tail(front)
            if is_section_at_end(front, wider) and len(split(shorter)) >= _MIN_REPORT_WORDS:
                front = shorter  # «… – حوادث – أخبار محلية»
            return Title(title.line_index, front, title.label or section)
    return title
