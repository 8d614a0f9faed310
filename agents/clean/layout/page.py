"""How a page is laid out: where its article begins and ends, what stands in front of it, within it and after it."""

import itertools
import re
from collections import Counter

from agents.clean.judge import byline, captions, sections
from agents.clean.judge.judge import CAPTION_WORDS, crumbs
from agents.clean.judge.lines import Line
from agents.clean.layout import other_articles
from agents.clean.layout import tables as lists
from agents.clean.layout import title as titles
from agents.clean.layout.likeness import Spoken, running
from agents.clean.layout.other_articles import KIN, PENDING, is_label
from agents.clean.read import stems as kin
from agents.clean.read.line_words import DIGIT, split

_WALLS = {
    "comments": 60.0,
    "copyright": 40.0,
    "masthead": 6.0,
    "related": 4.0,
    "newsletter": 3.0,
    "social": 3.0,
    "tags": 8.0,
    "caption": 1.0,
    "advertisement": 1.0,
}
"""How strongly chrome of a kind speaks against the article's going on behind it."""
_PLAIN_WALL = 2.0
_CELL_WALL = 0.2
"""The same for a cell of a table."""
_LINK_WALL = 1.5
_DECK_WORDS = 5
"""Words from which on a line between the title and the text can be a deck and no caption."""
_FULL_DECK = 9
"""Words from which on a line right below the title is one, whatever it speaks of."""
_LONG_DECK = 14
"""Words from which on one that a date or a byline stands in front of need not look like a headline."""
_DOTS = re.compile(r"\.\.+\s?\w|؛|\w: ")
"""What stands between the parts of a headline, and seldom in a caption."""
_NO_VERBS = frozenset(
    split(
        "يمني يمنية يمنيون يمنيين يناير يونيو يوليو يونيه يوليه يسار يمين ياباني يابانية يهودي يهودية يهود يوناني "
        "يونانية يورو يوميا يومين يوما يومي يومية يدوي يدوية يساري يميني يميناً يسارا ياسمين ياقوت"
    )
)
"""Words that begin as a verb in the present does."""
_HEADING_WORDS = 16
_ALIEN = 0.1
"""The same, below which it is not."""
_TAGS = 3
"""Lines in a row from which on they can be tags without a label."""
_TAG_WORDS = 4
_YEAR = 4
"""Digits of the longest number in a tag."""
_TAG_KIN = 0.5
"""The share of a tag's words that the text has too."""
_KICKER_WORDS = 7
_KICKER_KIN = 0.6
"""The share of its words that the article has too, of a headline above the title."""
_OPENING = 4
"""Lines of a text among which those of another script are looked for."""
_FIGURE_WORDS = 5
_PRICED = re.compile(r"\W*(?!(?:19|20)\d\d\b)\d[\d.,٫٬]{2,}\s|[^:]{2,60}:\s?\d[\d.,]*\s.*\d")
"""What a price or the like looks like in a line of its own: «7943 جنيها للبيع», «عيار 24: 5205 للبيع – 5182»."""
_LABEL_WORDS = 4
_MENU = 3
"""Sections in a row from which on they are the site's menu, not the article's section."""
_WIDGETS = frozenset({"طقس", "الطقس"})
"""Links of the page's head that are sections elsewhere."""
_BY = frozenset({"خاص", "رصد", "متابعات"})
"""What stands behind an outlet's name and a dash as who writes, and else is a section: «عمان اليوم - خاص»."""
_LINK_WORDS = range(5, 17)
_ASKING = frozenset(split("ما ماذا لماذا كيف هل من متى أين كم أي"))
_QUESTION = 7
"""Words of a question that heads what answers it, at most."""
_ITEM = re.compile(r"^\W*\d|^\s*[-–—*•●■▪#_]|[:،؛,]$|\.\.+$")
"""An item of a list, or what goes on in the next line."""
_MASTHEAD_NAME = 4
_BYLINE_WORDS = 8


class Layout:
    """A page's lines with their roles.

    Parameters
    ----------
    lines
        Classified, none of them with a role yet.
    given
        The title as a field or metadata has it; may be empty.
    slug
        The stems of the words in the page's address, and in the title that is given.
    outlet
        The folded words of the outlet's name.
    """

    def __init__(self, lines: list[Line], given: str, slug: frozenset[str], outlet: frozenset[str]) -> None:
        self.lines = lines
        self.outlet = outlet
        _mark_doubles(lines)
        self._cells = lists.tables(lines)
        self._loose = _loose(lines)
        found = titles.given(lines, given)
        first = found.at + 1 if found else 0
        self.start, self.end = self._body(first)
        if self.end == self.start:
            self.start, self.end = lists.digest(lines, first)
        if found is None:
            self.start = other_articles.behind_strips(lines, self.start, self.end)
            found = titles.choose(lines, self.start, self.end, slug)
            if found is not None and found.at >= self.start:
                self.start = found.at + 1
        self._mark_foreign()
        self.at = found.at if found else -1
        self.title = _unsigned(found.text, outlet) if found else ""
        """Without what stands glued to it; empty where the page shows none."""
        self.label = found.label if found else ""
        """The section label that stands glued to the title."""
        self._mark_title()
        self._known: Spoken | None = None
        self._copies: Counter[str] | None = None
        own = kin.stems(split(self.title))
        self.end = other_articles.cut_off(lines, self.start, self.end, own, outlet)
        self.end = lists.end(lines, self.start, self.end, self._cells, own)
        self._head()
        for index in self._cells.intersection(range(self.start, self.end)):
            lines[index].role, lines[index].reason = "paragraph", ""
        self._inside()
        self._tag()
        self._tail()

    def _mark_title(self) -> None:
        """Give the title its role, and its other copies their reason."""
        if self.at < 0:
            return
        chosen = self.lines[self.at]
        chosen.role, chosen.reason = "title", ""
        for line in titles.copies(self.lines, split(self.title)):
            if line is not chosen:
                line.reason = "breadcrumb" if line.reason == "breadcrumb" else "title_repeated"

    def _mark_foreign(self) -> None:
        """Mark lines without a letter of Arabic that open an Arabic text: an agency's caption, a licence."""
        body = self.lines[self.start : self.end]
        foreign = [line for line in body[:_OPENING] if line.folded.isascii() and not line.reason]
        if foreign and not all(line.folded.isascii() for line in body):
            for line in foreign:
                line.reason = "caption"

    def _body(self, first: int) -> tuple[int, int]:
        """Give the lines, from and to, between which running text is densest."""
        best, best_from, best_to = 0.0, first, first
        total, start = 0.0, first
        listing = False
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if index in self._cells:
                total = max(0.0, total - _CELL_WALL)
                continue
            if line.reason:
                listing = False
                total -= _wall(line)
            else:
                listing = _leads(line) or (listing and not line.prose)
                if not listing or line.prose:
                    total += self._weight(line, begun=total > 0)
            if total <= 0:
                total, start = 0.0, index + 1
            elif total > best:
                best, best_from, best_to = total, start, index + 1
        return best_from, best_to

    def _weight(self, line: Line, *, begun: bool) -> float:
        if line.prose:
            trust = (1.0 if line.count >= 8 else 0.6) * (1.0 if line.kept else 0.3)  # noqa: PLR2004 - a few words say less
            return min(line.count, 50) * trust
        if line.hint == "link":
            return -_PLAIN_WALL
        if self._loose and line.count >= 10:  # noqa: PLR2004 - it might be running text
            return 2.0
        return -1.2 if begun else -0.5

    # What stands in front of, in, and after the text

    def _head(self) -> None:
        passed = False
        masthead = False
        for index in range(self.start):
            line = self.lines[index]
            if line.role == "title":
                continue
            if line.reason:
                passed = passed or index > self.at
                masthead = line.reason == "masthead"
                line.role = "chrome"
            elif masthead and line.count <= _MASTHEAD_NAME and index < self.at:
                line.role, line.reason = "chrome", "masthead"
            elif index == self.at - 1 and _KICKER_WORDS <= line.count <= _HEADING_WORDS and self._speaks_of_it(line):
                line.role = "heading"
            elif index < self.at:
                masthead = False
                line.role, line.reason = "chrome", "section" if sections.standard(line.words) else "navigation"
            elif self.at < 0 and line.count in _LINK_WORDS and not line.stopped and not self._is_own(line):
                line.role, line.reason = "chrome", "related"
            else:
                self._below(index, passed=passed)
                passed = passed or line.role == "chrome"

    def _speaks_of_it(self, line: Line) -> bool:
        """Say whether a line right above the title is one more headline of the article."""
        return line.hint in ("", "heading") and self._kinship(line) >= _KICKER_KIN

    def _below(self, index: int, *, passed: bool) -> None:
        """Decide a line between the title and the text."""
        line = self.lines[index]
        if self._is_doubled(index):
            line.role, line.reason = "chrome", "caption"
            return
        if sections.standard(line.words) and not byline.is_place(line.words):
            line.role, line.reason = "chrome", "section"
            return
        found = None if line.prose or line.count > _BYLINE_WORDS else line.signature(self.outlet, titled=True)
        if found is not None:
            line.role, line.reason, line.byline = "chrome", "byline", found
        elif line.prose or (line.stopped and line.count > 2):  # noqa: PLR2004 - a sentence
            line.role = "paragraph"
        elif line.hint in ("", "heading") and self._is_deck(index, passed=passed):
            line.role = "heading"
        else:
            line.role, line.reason = "chrome", "caption"

    def _is_deck(self, index: int, *, passed: bool) -> bool:
        """Say whether a line between the title and the text is one more headline, and no caption.

        Where a date or a byline has `passed` in front of it, captions stand more often.
        """
        line, above = self.lines[index], self.lines[index - 1]
        kinship = self._kinship(line) if line.count >= _DECK_WORDS else 0.0
        if kinship < _ALIEN:
            return False
        telling = _tells(line)
        if line.count < _LONG_DECK and captions.shows(line) and not telling:
            return False
        if index == self.at + 1:
            return telling or line.count >= _FULL_DECK or kinship >= KIN
        if passed and line.count < _LONG_DECK and not titles.is_clock(above):
            return telling and kinship >= KIN and not captions.shows(line)
        return kinship >= KIN

    def _is_doubled(self, index: int) -> bool:
        """Say whether a short line stands twice in a row, as captions do, the one perhaps longer than the other."""
        line = self.lines[index]
        if line.prose:
            return False
        for other in (index - 1, index + 1):
            if other != self.at and 0 <= other < self.start:
                twin = self.lines[other]
                short, long = sorted((line, twin), key=lambda each: each.count)
                if short.count and long.words[: short.count] == short.words and not twin.prose:
                    return True
        return False

    def _inside(self) -> None:
        pending = 0
        listing = False
        for index in range(self.start, self.end):
            line = self.lines[index]
            if line.role:
                continue
            if line.reason:
                line.role = "chrome"
                if line.reason == "related":
                    pending = PENDING if is_label(line) else max(0, min(pending, PENDING) - 1)
                continue
            if line.prose or (_leads(line) and not pending):
                line.role = "paragraph"
                pending, listing = 0, _leads(line)
                continue
            if pending or line.hint == "link":
                known = line.hint == "heading" or (pending < PENDING and self._is_own(line))
                own = known and self._leads_text(index)
                if not own:
                    line.role, line.reason = "chrome", "related"
                    pending = max(0, pending - 1)
                    continue
                pending = 0
            if line.hint != "heading" and self._stands_twice(line):
                line.role, line.reason = "chrome", "caption"
                continue
            if not listing and (self._is_strange(line) or self._labels_strangers(index)):
                line.role, line.reason = "chrome", "related"
                continue
            text = self._reads_as_text(index, listing=listing)
            line.role = "paragraph" if text and line.hint != "heading" else "heading"

    def _reads_as_text(self, index: int, *, listing: bool) -> bool:
        """Say whether a short line of the text is an item or a sentence, and no heading."""
        line = self.lines[index]
        if listing:
            headed = index > self.start and _ends_list(self.lines[index - 1], line) and self._leads_text(index)
            return not headed
        return (line.stopped and not self._asks(index)) or line.count > _HEADING_WORDS or _is_figure(line)

    def _kinship(self, line: Line) -> float:
        """Give the share of what a line speaks of that the article speaks of too."""
        if self._known is None:
            self._known = Spoken(running(self.lines[self.start : self.end]))
        return self._known.share(line.stems)

    def _is_own(self, line: Line) -> bool:
        """Say whether a line speaks of what the article speaks of."""
        return self._kinship(line) >= KIN

    def _stands_twice(self, line: Line) -> bool:
        """Say whether another short line is the same, as a caption's may be and a heading's is not."""
        if self._copies is None:
            self._copies = Counter(other.key for other in self.lines if not other.prose and not other.reason)
        return self._copies[line.key] > 1

    def _is_strange(self, line: Line) -> bool:
        """Say whether a line that looks like a heading has nothing to do with the article: a link's title."""
        if line.hint or line.count not in _LINK_WORDS or line.stopped or _ITEM.search(line.folded):
            return False
        return self._kinship(line) < _ALIEN

    def _labels_strangers(self, index: int) -> bool:
        """Say whether a line of a few words stands above a link's title: a label that no list has."""
        if self.lines[index].count > _LABEL_WORDS or self.lines[index].hint or index + 1 >= self.end:
            return False
        following = self.lines[index + 1]
        return not following.reason and not following.prose and self._is_strange(following)

    def _asks(self, index: int) -> bool:
        """Say whether a line is a short question that what follows answers: «ما هي البورصة؟»."""
        line = self.lines[index]
        return line.count <= _QUESTION and line.words[0] in _ASKING and self._leads_text(index)

    def _leads_text(self, index: int) -> bool:
        """Say whether running text follows a line at once."""
        following = self.lines[index + 1 : index + 2]
        return index + 1 < self.end and following[0].prose and not following[0].reason

    def _tag(self) -> None:
        """Mark words of the text that stand below it one a line: tags, though no label says so."""
        run: list[Line] = []
        for line in [*self.lines[self.end :], None]:
            if line is not None and not line.reason and not line.stopped and self._could_be_tag(line):
                run.append(line)
                continue
            if len(run) >= _TAGS:
                for tag in run:
                    tag.reason = "tags"
            run = []

    def _could_be_tag(self, line: Line) -> bool:
        numbered = any(len(word) > _YEAR and word.isdigit() for word in line.words)
        return line.count <= _TAG_WORDS and not numbered and self._kinship(line) >= _TAG_KIN

    def _tail(self) -> None:
        last = "stray"
        adjoining = True
        for line in self.lines[self.end :]:
            if line.role:
                continue
            if adjoining and not line.reason and line.count > 1 and (line.stopped or line.folded.endswith("..")):
                line.role = "paragraph"
                continue
            adjoining = False
            line.role = "chrome"
            if line.reason:
                if line.reason not in ("date", "counter", "byline"):
                    last = line.reason if line.reason in ("related", "comments", "tags", "masthead") else "stray"
                continue
            found = None if line.prose else line.signature(self.outlet)
            if found is not None and found.sure:
                line.reason, line.byline = "byline", found
            else:
                line.reason = "masthead" if last == "masthead" and line.count <= _MASTHEAD_NAME else last

    def section_label(self) -> str:
        """Give the outlet's own label for the section: glued to the title, in the path, or in a line of its own."""
        if self.label and sections.standard(split(self.label)):
            return self.label
        runs: list[list[Line]] = [[]]
        for line in self.lines[: self.start]:
            if line.reason == "breadcrumb":
                label = next((step for step in reversed(crumbs(line)) if sections.standard(split(step))), "")
                if label in _BY and not any(arrow in line.text for arrow in "<>›»«"):
                    continue
                if label:
                    return label
            if line.role == "chrome" and (sections.standard(line.words) or _is_menu(line)):
                runs[-1].append(line)
            elif runs[-1]:
                runs.append([])
        for line in reversed([line for run in runs for line in run if len(run) < _MENU or self._shown_before(line)]):
            if sections.standard(line.words) and line.folded not in _WIDGETS:
                return line.text.strip(" \u200e\u200f:|»>•-")
        return self.label

    def _shown_before(self, line: Line) -> bool:
        """Say whether a label stands in front of itself already: once in the menu, once as the section."""
        return any(
            other.words == line.words for other in itertools.takewhile(lambda other: other is not line, self.lines)
        )


def _is_figure(line: Line) -> bool:
    """Say whether a line is a price or the like."""
    if not line.kinds & DIGIT or (line.count > _FIGURE_WORDS and ":" not in line.folded):
        return False
    return _PRICED.match(line.folded) is not None


def _ends_list(item: Line, line: Line) -> bool:
    """Say whether a line is none of a list of figures, or with marks in front, that the item above it is of."""
    listed = item.folded[-1] != ":" and (_ITEM.search(item.folded) is not None or _is_figure(item))
    return listed and not (_ITEM.search(line.folded) or line.kinds & DIGIT)


def _tells(line: Line) -> bool:
    """Say whether a line is made as headlines are: of parts, or with a verb in the present."""
    if _DOTS.search(line.folded):
        return True
    verbs = (word for word in line.words if word[0] == "ي" and len(word) > 3 and word not in _NO_VERBS)  # noqa: PLR2004 - a verb's letters
    return not byline.given_names().issuperset(verbs)


def _unsigned(title: str, outlet: frozenset[str]) -> str:
    """Take the outlet's name off the end of a title, which stays as it stands otherwise."""
    plain = titles.without_outlet(title, outlet) if outlet else title
    return plain if len(split(plain)) < len(split(title)) and plain else title


def _mark_doubles(lines: list[Line]) -> None:
    """Mark sentences that stand twice in a row: no paragraph does, but captions do."""
    for line, following in itertools.pairwise(lines):
        if line.stopped and line.count <= CAPTION_WORDS and line.words == following.words:
            line.reason = line.reason or "caption"
            following.reason = following.reason or "caption"


def _loose(lines: list[Line]) -> bool:
    """Say whether a page's paragraphs do without full stops."""
    long = [line for line in lines if line.count >= 20 and not line.reason]  # noqa: PLR2004 - surely text
    return bool(long) and sum(line.stopped for line in long) * 2 < len(long)


def _wall(line: Line) -> float:
    """Say how strongly a line of chrome speaks against the article's going on behind it."""
    if line.reason in ("comments", "copyright") and (line.match is None or line.match.how in ("any", "words")):
        return 8.0
    if line.reason == "related" and not is_label(line):
        return _LINK_WALL
    return _WALLS.get(line.reason, _PLAIN_WALL)


def _is_menu(line: Line) -> bool:
    return line.reason == "navigation" and line.count < _LABEL_WORDS


def _leads(line: Line) -> bool:
    """Say whether a line leads to a list: «وجاءت الأسعار كالتالي:»."""
    return line.count > 2 and line.folded.endswith(":")  # noqa: PLR2004 - more than a speaker's name
