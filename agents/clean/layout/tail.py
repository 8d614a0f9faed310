"""Pass `tail`: what stands below the text is chrome, of the kind of the chrome above it, or the text's last line."""

import re
from itertools import zip_longest

from agents.arabic import wordlist
from agents.arabic.clitics import AND
from agents.clean.dates.patterns import GREGORIAN
from agents.clean.judge.byline import Found
from agents.clean.judge.lines import PARAGRAPH_OPENERS, Line
from agents.clean.judge.person_names import given_names, is_known_name
from agents.clean.layout.page import Page
from streams.records.articles import Byline

_MIN_LAST_WORDS = 6
"""Words of a last paragraph without a full stop."""
_MIN_LAST_SHARE = 0.3
"""The share of what it speaks of that the text speaks of too, where it opens as any line may."""
_JOINED_VERB = re.compile(rf"{AND}\u0633?[\u062a\u064a]")
"""How a verb in the present, or of what is to come, begins behind «and»."""
_AND_EVENTS = frozenset(AND + verb for verb in wordlist.load("agents.clean", "genres.toml").words("reports.events"))
"""Verbs of reports behind «and»: «وتسلم …», «وافتتحت …»."""
_LEADING_WORDS = wordlist.load("agents.clean", "lines.toml").words("leading_words")
_MONTHS = "|".join(map(re.escape, GREGORIAN))
_MONTH_IN_FRONT = re.compile(
    rf"و?(?:في|خلال|منذ) (?:شهر )?(?:{_MONTHS})(?:[ /](?:{_MONTHS}))? (?:من )?(?:عام |سنه )?(?:19|20)\d\d\s?[،,]"
)
_MADE_AS_HEADLINE = re.compile(r"\.\.|[:|؛]|\s[-–—]\s")
"""What stands between the parts of a headline, and seldom in a sentence."""
_MAX_LINES_OF_REST = 6
"""Lines among which a sentence that was broken off ends."""

_OPENING_REASONS = frozenset(["related", "comments", "tags", "masthead"])
"""Reasons of chrome that goes on in the lines behind it."""
_PASSING_REASONS = frozenset(["date", "counter", "byline"])
"""Reasons of lines that may stand within such chrome."""


def _ends(line: Line) -> bool:
    """Whether a line ends as a sentence does, or in dots."""
    return line.stopped or line.folded.endswith("..")


def _goes_on(line: Line) -> bool:
    """Whether a line without a full stop begins as paragraphs of reports do: «ومن المقرر …», «وتبلغ كلفة …»."""
    first = line.words[0]
    opens = (
        first in PARAGRAPH_OPENERS
        or first in _AND_EVENTS
        or (_JOINED_VERB.match(first) is not None and first not in given_names())
    )
    return line.count >= _MIN_LAST_WORDS and (opens or _opens_with_month(line)) and not line.hint


def _opens_with_month(line: Line) -> bool:
    """Whether a line opens with a month of a year and a comma, as looks back do and headlines do not."""
    return _MONTH_IN_FRONT.match(line.folded) is not None


def _is_last_paragraph(page: Page, line: Line, below: Line | None) -> bool:
    """Whether a long line without a full stop ends the text: the text speaks of the same, and no links follow."""
    is_alone = (below is None or below.reason != "") and not _opens_as_caption(page, line)
    is_plain = not line.hint and line.count >= _MIN_LAST_WORDS and not _MADE_AS_HEADLINE.search(line.folded)
    return is_plain and is_alone and page.own_share(line) >= _MIN_LAST_SHARE


def _opens_as_caption(page: Page, line: Line) -> bool:
    """Whether a line begins as a caption or a byline above the text: tags without a sign between them do, and lives."""
    captions = (other for other in page.above if other.reason in ("caption", "byline") and other.count > 1)
    return any(line.words[: other.count] == other.words for other in captions)


def _keep_rest_of_sentence(page: Page) -> None:
    """Settle the lines that end a sentence which was broken off: «… بسبب زيادة الطلب», «على النفط في آسيا.»."""
    last = page.lines[page.end - 1] if page.end else None
    if last is None or last.role != "paragraph" or _ends(last):
        return
    rest: list[Line] = []
    for line in page.lines[page.end : page.end + _MAX_LINES_OF_REST]:
        if line.reason or line.role or line.hint:
            return
        rest.append(line)
        if _ends(line):
            break
    around = [*last.words[-1:], *(rest[0].words[:1] if rest else ())]
    if rest and _ends(rest[-1]) and not _LEADING_WORDS.isdisjoint(around):
        for line in rest:
            page.settle(line, "paragraph")


def _is_author_with_life(line: Line, below: Line) -> bool:
    """Whether a line below the text is a name of which the next line tells: «أحمد صالح», «أحمد صالح كاتب مصري»."""
    return below.count > line.count and below.words[: line.count] == line.words and is_known_name(line.words)


def _is_author_at_end(page: Page, line: Line) -> bool:
    """Whether the page's last line, right below the text, is a name that the text does not name."""
    return is_known_name(line.words) and page.own_share(line) == 0.0 and line.folded.replace(" ", "").isalpha()


def settle_tail(page: Page) -> None:
    """Settle the lines below the text."""
    going_on = "stray"
    adjoining = True
    _keep_rest_of_sentence(page)
    for line, below in zip_longest(page.lines[page.end :], page.lines[page.end + 1 :]):
        if line.role:
            continue
        if not line.reason and (
            _is_author_with_life(line, below) if below is not None else adjoining and _is_author_at_end(page, line)
        ):
            page.settle(line, "chrome", "byline")
            line.byline = Found(Byline(author=line.text), sure=True)
            adjoining = False
            continue
        if (
            adjoining
            and not line.reason
            and line.count > 1
            and (_ends(line) or _goes_on(line) or _is_last_paragraph(page, line, below))
        ):
            page.settle(line, "paragraph")
            continue
        adjoining = False
        if line.reason:
            line.role = "chrome"
            if line.reason not in _PASSING_REASONS:
                going_on = line.reason if line.reason in _OPENING_REASONS else "stray"
            continue
        found = None if line.prose else line.signature(page.outlet)
        if found is not None and found.sure:
            page.settle(line, "chrome", "byline")
            line.byline = found
        else:
            page.settle(line, "chrome", going_on)
