"""What speaks for a line's being the title, and what against it: each with its weight."""

import re

from agents.arabic.quotation_marks import CLOSING
from agents.clean.judge import sections
from agents.clean.judge.byline import MAX_BYLINE_WORDS
from agents.clean.judge.captions import is_worded_as_caption
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import is_known_name
from agents.clean.layout.headline_copies import BULLETS, CLOSES_PATH, SIGNATURE_REASONS
from agents.clean.layout.page import MAX_ALIEN_SHARE, MIN_OWN_SHARE
from agents.clean.layout.title_candidates import ends_with_full_stop
from agents.clean.layout.title_text import is_news_label
from agents.clean.read.stems import share_known

# The weights: how much each piece of evidence speaks for a line, or against it.
_HAS_TITLE_LENGTH, _IS_NAME_OR_LABEL = 0.7, -1.3
_ENDS_AS_SENTENCE, _ENDS_WITH_DATE, _BREAKS_OFF = -1.0, -2.0, -1.5
_LEADS_ON = -1.5
"""It leads to something else, or is a picture's name."""
_IS_BYLINE, _MAY_BE_BYLINE, _IS_SECTION = -1.5, -0.8, -2.0
_SPEAKS_OF_TEXT, _SPEAKS_OF_ADDRESS = 3.0, 3.0
"""Times the share of what it speaks of that the text, or the page's address, speaks of."""
_IS_H1, _IS_ALIEN_H1 = 4.0, 1.0
"""An `<h1>` may hold the outlet's logo."""
_IS_ALIEN_CHROME, _IS_CHROME, _IS_RECURRING = -1.8, -1.2, -2.0
_ANY_LINE, _MAX_COPIED = 0.6, 2.0
_EACH_LINE_DOWN, _MAX_DOWN = -0.02, -1.0
_IN_FRONT_OF_META, _HAS_FITTING_LABEL = 0.8, 0.8
_OPENS_TEXT_AS_PROSE, _OPENS_TEXT = -2.5, -1.0
_IS_DECK = -1.0
"""A title with its date or byline stands above it."""
_SAYS_LESS_THAN_ABOVE, _STANDS_TWICE_BELOW, _IS_WORDED_AS_CAPTION, _HAS_BULLET = -2.0, -2.0, -1.0, -2.5
_IS_CREDITED = -2.5
"""It ends in a picture's credit, and a line without one below it can be the title."""
_IS_LEAD = -2.5
"""It is a deck that ends in two dots."""
_OPENS_BELOW = -2.5
"""It is a label, and the headline right below opens with its words."""
_IS_KICKER = -1.5
"""It ends in two dots, and a headline that speaks of the text stands right below."""
_IS_QUESTION_OF_MANY = -2.5
"""It asks, and so do other short lines of the text: it is an interview's first question."""
_HEADS_ENTRY = -3.0
"""It heads an entry of a live blog."""

DASHES_BEHIND = ("-", "–", "—", "ـ")
"""What a line ends in that names the outlet in front of the text: «زاد الأردن -»."""
LEADING_SIGNS = (":", *DASHES_BEHIND)
_TITLE_WORDS = range(5, 23)
"""Words of most titles."""
_MIN_TITLE_WORDS = 3
"""Words of which fewer are a name or a label."""
_MIN_HEADLINE_WORDS = 4
_MIN_SURE_WORDS = 5
"""Words from which on it says something that a line speaks of what the text speaks of."""
_MAX_BROKEN_OFF_WORDS = 14
"""Words of the longest title that ends in dots; a longer line that does tells the beginning of something."""
_QUESTION_WORDS = range(3, 61)
"""Words of an interviewer's question."""
_QUESTION_MARKS = "؟?"
_CLOSERS = CLOSING + "* "
_MIN_QUESTIONS = 2
"""Questions of an interview besides the first."""
_MAX_INTERVIEW_LINES = 60
"""Lines of a text among which they are counted."""
_MIN_TOLD_SHARE = 0.5
"""The share of what a page's address tells from which on a line that stands twice below another is its title."""
_CAPTION_NEAR = 5
"""Lines between a title and a caption."""
_CLOCK = re.compile(r"(?:الساعه )?\d{1,2}:\d\d(?: ?(?:ص|م|صباحا|مساء|gmt|ت غ|بتوقيت \w+))?")
"""A time and nothing else, as it stands above the entries of a live blog."""
_DATED_END = re.compile(r"[.؟!]\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}$")
"""How a deck ends that tells when it was written."""


def is_clock(line: Line) -> bool:
    """Whether a line is a time and nothing else: «10:45»."""
    return line.reason == "date" and _CLOCK.fullmatch(line.folded) is not None


def asks(line: Line) -> bool:
    """Whether a line is a question and no paragraph, as an interview's are."""
    return line.count in _QUESTION_WORDS and line.folded.rstrip(_CLOSERS)[-1:] in _QUESTION_MARKS


def is_lead(line: Line) -> bool:
    """Whether a line ends in two dots, as leads of some outlets do: «محطة جديدة في العقبة..»."""
    return line.folded.endswith("..") and not line.folded.endswith("...")


def opens_below(lines: list[Line], index: int) -> bool:
    """Whether a label's words open the longer headline right below: «افتتاحيات الصحف», «افتتاحيات الصحف ليوم السبت»."""
    words = lines[index].words
    below = lines[index + 1] if index + 1 < len(lines) and len(words) < _MIN_HEADLINE_WORDS else None
    if below is None or below.prose or below.count < _MIN_HEADLINE_WORDS:
        return False
    return below.count > len(words) and below.words[: len(words)] == words


class Evidence:
    """What the lines in front of a text are scored by.

    Parameters
    ----------
    lines
        The page's lines.
    start
        Where its text begins.
    last_meta
        The last line in front of it that says when or by whom it is, or the like; -1 for none.
    shares
        By candidate: the share of what it speaks of that the text speaks of.
    told_stems
        The stems of the words in the page's address, and in the title that a field or metadata gives.
    """

    def __init__(
        self, lines: list[Line], start: int, last_meta: int, shares: dict[int, float], told_stems: frozenset[str]
    ) -> None:
        self._lines = lines
        self._start = start
        self._last_meta = last_meta
        self._shares = shares
        self._told_stems = told_stems
        self._first_copies: dict[str, int] = {}
        self._copied: set[str] = set()
        for index in shares:
            if self._first_copies.setdefault(lines[index].key, index) != index:
                self._copied.add(lines[index].key)

    def score(self, index: int, copied: float) -> float:
        """Return how much speaks for a line; `copied` is what its copies say."""
        line, share = self._lines[index], self._shares[index]
        score = _score_of_form(line) + self._score_of_subject(line, share) + _score_of_standing(line, copied)
        score += max(_MAX_DOWN, _EACH_LINE_DOWN * index)
        if index < self._last_meta:
            score += _IN_FRONT_OF_META
        if line.reason and line.match is not None and line.match.how == "label" and share > MIN_OWN_SHARE:
            score += _HAS_FITTING_LABEL  # «عاجل| …»: a label that stands glued to a title as well
        if index == self._start:
            score += _OPENS_TEXT_AS_PROSE if line.prose else _OPENS_TEXT
        if index and self._is_deck(index):
            score += _IS_LEAD if is_lead(line) else _IS_DECK
        elif opens_below(self._lines, index):
            score += _OPENS_BELOW
        elif is_lead(line) and self._shares.get(index + 1, 0.0) >= MIN_OWN_SHARE:
            score += _IS_KICKER
        if asks(line) and sum(map(asks, self._lines[index + 1 : index + _MAX_INTERVIEW_LINES])) >= _MIN_QUESTIONS:
            score += _IS_QUESTION_OF_MANY
        entry = _HEADS_ENTRY if index and self._heads_entry(index) else 0.0
        return score + (self._score_as_caption(index) + entry)

    def _score_of_subject(self, line: Line, share: float) -> float:
        """Return how much a line is about what the text and the page's address are about."""
        relation = share * min(1.0, line.count / _MIN_SURE_WORDS)
        score = _SPEAKS_OF_TEXT * relation
        score += _SPEAKS_OF_ADDRESS * share_known(line.stems, self._told_stems) if self._told_stems else 0.0
        if line.hint == "h1":
            score += _IS_H1 if relation > MAX_ALIEN_SHARE else _IS_ALIEN_H1
        return score + _IS_ALIEN_CHROME if line.reason and relation <= MIN_OWN_SHARE else score

    def _score_as_caption(self, index: int) -> float:
        """Return how much speaks for a caption: a title above says more of the same, or the line stands twice."""
        lines, line = self._lines, self._lines[index]
        near = range(index - _CAPTION_NEAR, index)
        longer = [lines[other].words for other in near if other in self._shares and lines[other].count > line.count]
        score = _SAYS_LESS_THAN_ABOVE if longer and any(map(set(line.words).issubset, longer)) else 0.0
        first = index - 1 if index and lines[index - 1].words == line.words else index
        doubled = first < index or (index + 1 < len(lines) and lines[index + 1].words == line.words)
        is_below = first - 1 in self._shares and lines[first - 1].count >= _MIN_HEADLINE_WORDS
        if is_below if doubled else self._follows_headline(index):
            score += _STANDS_TWICE_BELOW
        if index - 1 in self._shares and is_worded_as_caption(line):
            score += _IS_WORDED_AS_CAPTION
        if line.by == "caption" and any(other > index and not lines[other].reason for other in self._shares):
            score += _IS_CREDITED
        return score + (_HAS_BULLET if line.text[0] in BULLETS or line.text.startswith(("- ", "– ")) else 0.0)

    def _follows_headline(self, index: int) -> bool:
        """Whether the first copy of a line stands right below a longer headline: the line names its picture."""
        line = self._lines[index]
        above = self._first_copies[line.key] - 1
        if line.key not in self._copied or above not in self._shares:
            return False
        if share_known(self._told_stems, line.stems) >= _MIN_TOLD_SHARE:
            return False  # the page's address says the same
        is_longer = self._lines[above].count > max(line.count, _MIN_HEADLINE_WORDS)
        return is_longer and self._shares[above] >= MIN_OWN_SHARE

    def _is_deck(self, index: int) -> bool:
        """Whether a title stands right above a line, or but for what tells when and by whom."""
        above = index - 1
        while above > 0 and self._lines[above].reason in SIGNATURE_REASONS:
            above -= 1
        return self._shares.get(above, 0.0) >= MIN_OWN_SHARE and self._lines[above].count >= _MIN_HEADLINE_WORDS

    def _heads_entry(self, index: int) -> bool:
        """Whether a line heads an entry of a live blog: a bare time stands above it, as above others below it."""
        if not is_clock(self._lines[index - 1]):
            return False
        return any(_CLOCK.fullmatch(line.folded) for line in self._lines[index + 1 :])


def _score_of_form(line: Line) -> float:
    """Return how much a line looks like a title by its length and its end."""
    score = 0.0
    if line.count < _MIN_TITLE_WORDS:
        score += _IS_NAME_OR_LABEL
    elif line.count in _TITLE_WORDS:
        score += _HAS_TITLE_LENGTH
    if ends_with_full_stop(line):
        score += _ENDS_AS_SENTENCE
    elif line.folded[-1:].isdigit() and _DATED_END.search(line.folded):
        score += _ENDS_WITH_DATE
    if line.folded.endswith(LEADING_SIGNS) or line.folded.isascii():
        score += _LEADS_ON
    elif line.count > _MAX_BROKEN_OFF_WORDS and line.folded.endswith(("...", "…")):
        score += _BREAKS_OFF
    found = line.signature(frozenset(), titled=True) if line.count <= MAX_BYLINE_WORDS else None
    if found is not None:
        placed = found.byline.dateline is not None and found.byline.author is not None
        score += _IS_BYLINE if found.sure or placed or is_known_name(line.words) else _MAY_BE_BYLINE
    if sections.standard(line.words) or is_news_label(line):
        score += _IS_SECTION
    return score


def _score_of_standing(line: Line, copied: float) -> float:
    """Return how much the way in which a line stands speaks for it: its copies, and that it is no chrome."""
    score = _ANY_LINE + min(copied, _MAX_COPIED)
    if line.reason:
        score += _IS_CHROME
    if copied == CLOSES_PATH:
        score += CLOSES_PATH
    return score + _IS_RECURRING if line.recurs else score
