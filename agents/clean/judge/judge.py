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
from agents.clean.judge.label_lists import find_link_list, find_tag_list
from agents.clean.judge.lines import Line
from agents.clean.judge.markup import find_markup
from agents.clean.judge.menus import find_menu
from agents.clean.judge.outlet_names import find_blurb, find_outlet_name
from agents.clean.judge.phrase_lexicon import MAX_ANY_WORDS, Match
from agents.clean.judge.phrases import find_phrase
from agents.clean.judge.pointers import find_pointer
from agents.clean.judge.recurring import find_recurring, recurrence
from agents.clean.judge.scripts import find_script
from agents.clean.judge.signatures import MAX_SIGNATURE_WORDS, find_signature
from agents.clean.judge.site import Site
from agents.clean.judge.strips import find_long_strip, find_strip
from agents.clean.read.line_words import BRACE, BRACKET, DOT, JOINT, LETTER, SIGN, is_numeric

WORDLESS, PARAGRAPH, SENTENCE, LABEL = 1, 2, 4, 8
"""A line without a letter; a paragraph; a short line that reads as a sentence; any other short line."""
SHORT = SENTENCE | LABEL
MARKED = 16
"""A line of HTML, of which the markup says something."""
_MAX_LINE_WORDS = 1 << 20
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
    max_words
        The longest of them.
    signs
        Kinds of characters of which they hold one; 0 for any line.
    """

    name: str
    find: Callable[[Line, Site], str]
    of: int
    max_words: int = _MAX_LINE_WORDS
    signs: int = 0


TESTS: tuple[LineTest, ...] = (
    LineTest("breadcrumb", find_path, SHORT, MAX_PATH_WORDS, JOINT),  # before dates and titles that end a path
    LineTest("date", find_date, WORDLESS | SHORT),  # before phrases, for «نشر في» is one
    LineTest("counter", find_counter, WORDLESS),  # a number that is no date
    LineTest("ornament", find_ornament, WORDLESS),
    LineTest("recurring", find_recurring, SHORT),  # what the outlet repeats needs no further ground
    LineTest("phrase", find_phrase, PARAGRAPH | SHORT),  # what the line says, before how it looks
    LineTest("outlet_name", find_outlet_name, SHORT),  # before bylines, in which it may stand
    LineTest("address", find_address, SHORT, signs=SIGN | DOT | JOINT),
    LineTest("embed", find_embed, SHORT, signs=SIGN | DOT),
    LineTest("picture_rights", find_picture_rights, SHORT, signs=SIGN),  # behind phrases, which know «© 2026»
    LineTest("hashtags", find_hashtags, SHORT, signs=SIGN),
    LineTest("signature", find_signature, LABEL, MAX_SIGNATURE_WORDS),  # before captions, which end in agencies too
    LineTest("caption", find_caption, LABEL, MAX_CAPTION_WORDS),
    LineTest("pointer", find_pointer, LABEL),
    LineTest("strip", find_strip, LABEL),
    LineTest("long_strip", find_long_strip, PARAGRAPH),
    LineTest("blurb", find_blurb, PARAGRAPH),
    LineTest("tag_list", find_tag_list, LABEL, signs=JOINT),  # long lines: short ones are known by their phrase
    LineTest("link_list", find_link_list, LABEL),
    LineTest("menu", find_menu, LABEL),
    LineTest("script", find_script, PARAGRAPH | LABEL, signs=BRACE | BRACKET),  # last of the words, for it counts most
    LineTest("markup", find_markup, MARKED),  # what a line's own words say goes before its markup
)
"""Every test, in order. `of` keeps apart what is looked for in which lines, so that each line meets few of them."""

_Verdict = tuple[Match | None, str, str, Found | None]
"""A line's match, reason, test and byline."""


class Judge:
    """Sets each line's reason, and its date and byline, where it shows by itself that it is chrome.

    Parameters
    ----------
    without
        Names of tests to leave out.
    """

    def __init__(self, without: Collection[str] = ()) -> None:
        tests = [test for test in TESTS if test.name not in without]
        self._tests = {
            of: [(test.name, test.find, test.max_words, test.signs) for test in tests if test.of & of]
            for of in (WORDLESS, PARAGRAPH, SENTENCE, LABEL, MARKED)
        }
        self._verdicts: Memo[tuple[str, frozenset[str]], _Verdict] = Memo(1 << 14)
        """Of short lines without a date, by line and outlet: chrome comes again page after page."""

    def judge(self, lines: list[Line], site: Site) -> None:
        """Judge the lines of a page."""
        for line in lines:
            self._judge(line, site)
            if line.hint:
                self._try(MARKED, line, site)

    def _judge(self, line: Line, site: Site) -> None:
        if site.profile is not None:
            line.recurs = recurrence(line, site.profile)
        if not line.words or (not line.kinds & LETTER and is_numeric(line.folded)):
            self._try(WORDLESS, line, site)
        elif line.count > (MAX_ANY_WORDS if line.stopped else MAX_PATH_WORDS) and not line.recurs:
            line.match = site.phrases.match(line.words[:_MATCHED_WORDS], line.count)
            self._try(PARAGRAPH, line, site)
        elif line.recurs:
            self._judge_short(line, site)
        else:
            key = (line.text, site.outlet)
            known = self._verdicts.get(key)
            if known is not None:
                line.match, line.reason, line.by, line.byline = known
                return
            self._judge_short(line, site)
            if not can_show_date(line):
                self._verdicts.keep(key, (line.match, line.reason, line.by, line.byline))

    def _judge_short(self, line: Line, site: Site) -> None:
        line.match = site.phrases.match(line.words, line.count)
        self._try(SENTENCE if line.stopped and line.prose else LABEL, line, site)

    def _try(self, of: int, line: Line, site: Site) -> None:
        """Ask the tests of such lines, until one of them answers."""
        kinds, count = line.kinds, line.count
        for name, find, max_words, signs in self._tests[of]:
            if count <= max_words and (not signs or kinds & signs):
                reason = find(line, site)
                if reason:
                    line.reason, line.by = reason, name
                    return
