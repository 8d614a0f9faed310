"""Pass `head`: what stands in front of the text is chrome, a kicker above the title, a deck or a byline below it."""

import re

from agents.arabic import wordlist
from agents.clean.judge import sections
from agents.clean.judge.byline_words import OUTLET_OPENERS, PICTURE_MARKS
from agents.clean.judge.captions import is_worded_as_caption
from agents.clean.judge.lines import Line
from agents.clean.judge.person_names import given_names, is_known_name, is_name
from agents.clean.judge.places import is_place
from agents.clean.layout.headline_copies import BULLETS
from agents.clean.layout.page import MAX_ALIEN_SHARE, MIN_OWN_SHARE, Page
from agents.clean.layout.title_evidence import DASHES_BEHIND, is_clock, is_lead
from agents.clean.read.line_words import split

_MAX_MASTHEAD_NAME_WORDS = 4
LINK_WORDS = range(5, 17)
"""Words of a link's title."""
_KICKER_WORDS = range(7, 17)
_MIN_KICKER_SHARE = 0.6
"""The share of its words that the article has too, of a headline above the title."""
_MAX_BYLINE_WORDS = 8
_MAX_LIST_LABEL_WORDS = 3
"""Words of what heads a list: «المقادير»."""
_MIN_SENTENCE_WORDS = 3
_MIN_DECK_WORDS = 5
"""Words from which on a line between the title and the text can be a deck and no caption."""
_MIN_FULL_DECK_WORDS = 9
"""Words from which on a line right below the title is one, whatever it speaks of."""
_MIN_LONG_DECK_WORDS = 14
"""Words from which on one that a date or a byline stands in front of need not look like a headline."""
_PARTS = re.compile(r"\.\.+\s?\w|؛|\w: |\w\s[-–—]$")
"""What stands between the parts of a headline, or ends one, and seldom in a caption."""
_ITEM = re.compile(rf"[{BULLETS}]|[-–—]\s|\d{{1,2}}\s?[-.)]\s")
"""What stands in front of a list's item."""
_DASH = re.compile(r"\s[-–—]\s")
"""What stands between a place and a name."""
_MIN_VERB_LETTERS = 4
_COUNTRY_LABELS = frozenset(wordlist.load("agents.clean", "lines.toml").phrases("country_labels"))
_NOT_VERBS = wordlist.load("agents.clean", "lines.toml").words("not_verbs")


def settle_head(page: Page) -> None:
    """Settle the lines in front of the text."""
    passed = False  # something that is no headline, below the title
    in_masthead = False
    for index, line in enumerate(page.above):
        if line.role == "title":
            continue
        if line.reason:
            passed = passed or index > page.title_index
            in_masthead = line.reason == "masthead"
            line.role = "chrome"
        elif in_masthead and line.count <= _MAX_MASTHEAD_NAME_WORDS and index < page.title_index:
            page.settle(line, "chrome", "masthead")
        elif index == page.title_index - 1 and _is_kicker(page, line):
            page.settle(line, "heading")
        elif index < page.title_index:
            in_masthead = False
            page.settle(line, "chrome", "section" if sections.standard(line.words) else "navigation")
        elif page.title_index < 0 and line.count in LINK_WORDS and not line.stopped and not page.is_own(line):
            page.settle(line, "chrome", "related")
        else:
            _settle_below_title(page, index, passed=passed)
            passed = passed or line.role == "chrome"


def _is_kicker(page: Page, line: Line) -> bool:
    """Whether a line right above the title is one more headline of the article."""
    if line.count not in _KICKER_WORDS or line.hint not in ("", "heading"):
        return False
    return page.own_share(line) >= _MIN_KICKER_SHARE


def _settle_below_title(page: Page, index: int, *, passed: bool) -> None:
    """Settle a line between the title and the text."""
    line = page.lines[index]
    if _is_item(page, index):
        page.settle(line, *(("chrome", "tags") if page.stands_twice(line) else ("paragraph",)))
        return
    if line.count <= _MAX_LIST_LABEL_WORDS and (_is_item(page, index - 1) or _is_item(page, index + 1)):
        page.settle(line, "heading")
        return
    if _is_doubled(page, index) and (page.opens_with(line.key) or not is_above_date(page, index)):
        page.settle(line, "chrome", "caption")
        return
    if line.key in _COUNTRY_LABELS or (sections.standard(line.words) and not is_place(line.words)):
        page.settle(line, "chrome", "section")
        return
    if line.count and line.words[0] in PICTURE_MARKS and is_name(line.words[1:]):
        page.settle(line, "chrome", "caption")
        return
    if _settle_name(page, line):
        return
    if line.prose or (line.stopped and line.count >= _MIN_SENTENCE_WORDS) or _is_lead(page, line):
        page.settle(line, "paragraph")
    elif line.hint in ("", "heading") and (_is_deck(page, index, passed=passed) or _leads_to_text(page, index)):
        page.settle(line, "heading")
    else:
        page.settle(line, "chrome", "caption")


def _settle_name(page: Page, line: Line) -> bool:
    """Settle a line that can be a byline below the title; False for any other."""
    found = None if line.prose or line.count > _MAX_BYLINE_WORDS else line.signature(page.outlet, titled=True)
    if found is None:
        return False
    if line.folded.endswith(DASHES_BEHIND) and found.byline.author and not is_known_name(line.words):
        reason = "outlet"  # «عمان جو -»: in front of the text
    elif line.words[0] in OUTLET_OPENERS and found.byline.author:
        reason = "outlet"  # «مجلة الشراع shiraamagazine»
    elif found.sure:
        reason = "byline"
    elif sections.standard(line.words[:1]):
        reason = "section"
    else:
        reason = "caption" if _is_spoken_of(page, line) or _is_signed_elsewhere(page, line) else "byline"
    page.settle(line, "chrome", reason)
    line.byline = found if reason == "byline" else None
    return True


def _is_signed_elsewhere(page: Page, line: Line) -> bool:
    """Whether a line above the text that says so by itself names the author: another name is a caption's."""
    others = (other.byline for other in page.above if other is not line and other.reason == "byline")
    return any(found is not None and found.sure and found.byline.author is not None for found in others)


def _is_spoken_of(page: Page, line: Line) -> bool:
    """Whether the words of a line that could be a name are the title's, or stand so in the text: a caption's."""
    if is_place(line.words):
        return False
    if page.title_stems.issuperset(line.stems) and frozenset(line.words) <= frozenset(split(page.title)):
        return True
    name, colon, _ = line.text.partition(":")
    return page.opens_with(line.key) or (colon != "" and page.opens_with(" ".join(split(name))))


def _is_item(page: Page, index: int) -> bool:
    """Whether a line in front of the text is an item of a list that stands there: «• كوبان من الأرز»."""
    if index <= page.title_index or not _is_marked(page.lines[index]):
        return False
    first, last = index, index
    while first - 1 > page.title_index and _is_marked(page.lines[first - 1]):
        first -= 1
    while last + 1 < page.start and _is_marked(page.lines[last + 1]):
        last += 1
    return first < last and any(
        line.count < LINK_WORDS[0] or page.own_share(line) >= MAX_ALIEN_SHARE for line in page.lines[first : last + 1]
    )


def _is_marked(line: Line) -> bool:
    """Whether a line has a mark or a number of a list's item in front."""
    return not line.reason and line.hint != "link" and _ITEM.match(line.text) is not None


def _is_lead(page: Page, line: Line) -> bool:
    """Whether a line between the title and the text is a lead that ends in two dots: «محطة جديدة في العقبة..»."""
    return is_lead(line) and line.count >= _MIN_DECK_WORDS and page.own_share(line) >= MAX_ALIEN_SHARE


def _leads_to_text(page: Page, index: int) -> bool:
    """Whether a short line leads to the text below it with a colon, and is of it: «مجلس النواب:»."""
    line = page.lines[index]
    leads = index == page.start - 1 and line.folded.endswith(":") and _DASH.search(line.folded) is None
    return leads and page.is_own(line)


def _is_deck(page: Page, index: int, *, passed: bool) -> bool:
    """Whether a line between the title and the text is one more headline, and no caption.

    Where a date or a byline has `passed` in front of it, captions stand more often.
    """
    line, above = page.lines[index], page.lines[index - 1]
    share = page.own_share(line) if line.count >= _MIN_DECK_WORDS else 0.0
    if share < MAX_ALIEN_SHARE:
        return False
    is_made = _is_made_as_headline(line)
    is_long = line.count >= _MIN_LONG_DECK_WORDS
    if not is_long and not is_made and is_worded_as_caption(line):
        return False
    if index == page.title_index + 1:
        return is_made or line.count >= _MIN_FULL_DECK_WORDS or share >= MIN_OWN_SHARE
    if passed and not is_long and not is_clock(above):
        return is_made and share >= MIN_OWN_SHARE and not is_worded_as_caption(line)
    return share >= MIN_OWN_SHARE


def is_above_date(page: Page, index: int) -> bool:
    """Whether a line that stands twice can be who wrote it: it may be a name, and a date stands right below."""
    line = page.lines[index]
    below = next((other for other in page.lines[index + 1 : index + 3] if other.words != line.words), line)
    return is_name(line.words) and below.reason == "date"


def _is_made_as_headline(line: Line) -> bool:
    """Whether a line is made as headlines are: of parts, or with a verb in the present."""
    if _PARTS.search(line.folded):
        return True
    verbs = (word for word in line.words if word[0] == "ي" and len(word) >= _MIN_VERB_LETTERS)
    return not given_names().issuperset(word for word in verbs if word not in _NOT_VERBS)


def _is_doubled(page: Page, index: int) -> bool:
    """Whether a short line stands twice in a row, as captions do, the one perhaps longer than the other."""
    line = page.lines[index]
    if line.prose:
        return False
    for other in (index - 1, index + 1):
        if other != page.title_index and 0 <= other < page.start:
            twin = page.lines[other]
            short, long = sorted((line, twin), key=lambda each: each.count)
            if short.count and long.words[: short.count] == short.words and not twin.prose:
                return True
    return False
