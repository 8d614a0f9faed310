"""What each line of a page is by itself: the tests that find chrome, in their order; the first that answers decides."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from agents.arabic.memo import Memo
from agents.clean.judge.addresses import find_address
from agents.clean.judge.breadcrumbs import MAX_PATH_WORDS, find_path
from agents.clean.judge.byline import Found
from agents.clean.judge.captions import MAX_CAPTION_WORDS, find_caption, find_picture_rights
from agents.clean.judge.counters import find_counter, find_ornament
from agents.clean.judge.date_lines import can_show_date, find_date
from agents.clean.judge.embeds import find_embed
from agents.clean.judge.hashtags import find_hashtags
from agents.clean.judge.label_lists import LONG_LABEL, find_link_list, find_tag_list
from agents.clean.judge.lines import Line
from agents.clean.judge.markup import find_markup
from agents.clean.judge.menus import find_menu
from agents.clean.judge.outlet_names import find_blurb, find_outlet_name
from agents.clean.judge.phrase_lexicon import MAX_ANY_WORDS, Match
from agents.clean.judge.phrases import find_first_seen, find_phrase
from agents.clean.judge.pointers import HEADLINE_WORDS, find_pointer
from agents.clean.judge.recurring import find_recurring, recurrence
from agents.clean.judge.scripts import find_script
from agents.clean.judge.signatures import MAX_SIGNATURE_WORDS, find_signature
from agents.clean.judge.site import Site
from agents.clean.judge.strips import STRIP_WORDS, find_long_strip, find_strip
from agents.clean.read.line_words import BRACE, BRACKET, DOT, JOINT, LETTER, SIGN, is_numeric

WORDLESS, PARAGRAPH, RECURRING, SENTENCE, LABEL, MARKED = (1 << bit for bit in range(6))
"""Lines: without a letter; as long as a paragraph; that the outlet repeats; short, and a sentence; any other short one;
of HTML, whose markup says something of them."""
NEW = SENTENCE | LABEL
"""Short lines that the outlet is not known to repeat."""
SHORT = RECURRING | NEW
WORDED = PARAGRAPH | NEW
PHRASED, DATED, OPEN = (1 << bit for bit in range(8, 11))
"""What a line may show, besides kinds of characters: a phrase of the lexicon; a date; no end of a sentence."""
_SHOWN_BITS = 11
_ANY_LENGTH = range(1 << 20)
_FIRST_SEEN_WORDS = range(8, 48)
"""Words of a line that tells with the title where an article appeared first."""
_MATCHED_WORDS = 30
"""Words of a paragraph in which a phrase is looked for."""


class LineTest(NamedTuple):
    """A test of single lines.

    Parameters
    ----------
    name
        What `rasid enrich --explain` prints and `rasid evaluate clean --without` takes.
    find
        Returns the reason why a line is chrome, an empty string where the test says nothing of it.
    of
        Which lines it looks at.
    words
        How many words they have.
    showing
        What they show one of: kinds of characters, PHRASED, DATED, OPEN; 0 for any line.
    """

    name: str
    find: Callable[[Line, Site], str]
    of: int
    words: range = _ANY_LENGTH
    showing: int = 0


TESTS: tuple[LineTest, ...] = (
    LineTest("breadcrumb", find_path, SHORT, range(MAX_PATH_WORDS + 1), JOINT),  # before the title that ends a path
    LineTest("date", find_date, WORDLESS | SHORT, showing=DATED),  # before phrases, for «نشر في» is one
    LineTest("counter", find_counter, WORDLESS),  # a number that is no date
    LineTest("ornament", find_ornament, WORDLESS),
    LineTest("recurring", find_recurring, RECURRING),  # what the outlet repeats needs no further ground
    LineTest("phrase", find_phrase, WORDED, showing=PHRASED),  # what the line says, before how it looks
    LineTest("first_seen", find_first_seen, WORDED, _FIRST_SEEN_WORDS),
    LineTest("outlet_name", find_outlet_name, NEW),  # before bylines, in which it may stand
    LineTest("address", find_address, NEW, showing=SIGN | DOT | JOINT),
    LineTest("embed", find_embed, NEW, showing=SIGN | DOT),
    LineTest("picture_rights", find_picture_rights, NEW, showing=SIGN),  # behind phrases, which know «© 2026»
    LineTest("hashtags", find_hashtags, NEW, showing=SIGN),
    LineTest("signature", find_signature, LABEL, range(MAX_SIGNATURE_WORDS + 1)),  # captions end in agencies too
    LineTest("caption", find_caption, LABEL, range(MAX_CAPTION_WORDS + 1)),
    LineTest("pointer", find_pointer, LABEL, HEADLINE_WORDS),
    LineTest("strip", find_strip, LABEL, STRIP_WORDS, OPEN),
    LineTest("long_strip", find_long_strip, PARAGRAPH, showing=OPEN),
    LineTest("blurb", find_blurb, PARAGRAPH),
    LineTest("tag_list", find_tag_list, LABEL, LONG_LABEL, JOINT),  # long lines: short ones are known by their phrase
    LineTest("link_list", find_link_list, LABEL, LONG_LABEL, OPEN),
    LineTest("menu", find_menu, LABEL),
    LineTest("script", find_script, PARAGRAPH | LABEL, showing=BRACE | BRACKET),  # last, for it counts signs
    LineTest("markup", find_markup, MARKED),  # what a line's own words say goes before its markup
)
"""Every test, in order. `of` keeps apart what is looked for in which lines, so that each line meets few of them."""

_Verdict = tuple[Match | None, str, str, Found | None]
"""A line's match, reason, test and byline."""
_Step = tuple[str, range, Callable[[Line, Site], str]]
"""A test's name, words and function."""


class Judge:
    """Sets each line's reason, and its date and byline, where it shows by itself that it is chrome.

    Parameters
    ----------
    without
        Names of tests to leave out.
    """

    def __init__(self, without: Collection[str] = ()) -> None:
        self._tests = [test for test in TESTS if test.name not in without]
        self._by_line: Memo[int, list[_Step]] = Memo(1 << 12, self._tests_of)
        """The tests that lines can meet, by what such lines are and show: few of all."""
        self._verdicts: Memo[tuple[str, frozenset[str]], _Verdict] = Memo(1 << 14)
        """Of short lines without a date, by line and outlet: chrome comes again page after page."""

    def judge(self, lines: list[Line], site: Site) -> None:
        """Judge the lines of a page."""
        for line in lines:
            if site.profile is not None:
                line.recurs = recurrence(line, site.profile)
            self._judge(line, _kind_of(line), site)
            if line.hint:
                self._try(line, MARKED, line.kinds, site)

    def _judge(self, line: Line, kind: int, site: Site) -> None:
        """Judge a line, a short one as it was judged before, if it was; only a date is read anew each time."""
        key = (line.text, site.outlet) if kind & NEW else None
        known = self._verdicts.get(key) if key else None
        if known is not None:
            line.match, line.reason, line.by, line.byline = known
            return
        shown = line.kinds if line.stopped else line.kinds | OPEN
        if kind & SHORT:
            line.match = site.phrases.match(line.words, line.count)
            if can_show_date(line):
                shown |= DATED
        elif kind == PARAGRAPH:
            line.match = site.phrases.match(line.words[:_MATCHED_WORDS], line.count)
        else:
            shown |= DATED
        self._try(line, kind, shown if line.match is None else shown | PHRASED, site)
        if key and not shown & DATED:
            self._verdicts.keep(key, (line.match, line.reason, line.by, line.byline))

    def _try(self, line: Line, kind: int, shown: int, site: Site) -> None:
        """Ask the tests that such a line can meet, until one of them answers."""
        for name, words, find in self._by_line[kind << _SHOWN_BITS | shown]:
            if line.count in words:
                reason = find(line, site)
                if reason:
                    line.reason, line.by = reason, name
                    return

    def _tests_of(self, key: int) -> list[_Step]:
        of, shown = key >> _SHOWN_BITS, key & ((1 << _SHOWN_BITS) - 1)
        return [
            (test.name, test.words, test.find)
            for test in self._tests
            if test.of & of and (not test.showing or test.showing & shown)
        ]


def _kind_of(line: Line) -> int:
    """Return which of the kinds of lines a line is."""
    if not line.words or (not line.kinds & LETTER and is_numeric(line.folded)):
        return WORDLESS
    if line.recurs:
        return RECURRING
    if line.count > (MAX_ANY_WORDS if line.stopped else MAX_PATH_WORDS):
        return PARAGRAPH
    return SENTENCE if line.stopped and line.prose else LABEL
