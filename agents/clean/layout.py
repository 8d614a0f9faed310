"""How a page is laid out: where its title stands, where its article begins and ends, what stands in between."""

import re

from agents.clean import byline, sections
from agents.clean.lines import Line
from agents.clean.signals import crumbs

_WALLS = {"comments": 60.0, "copyright": 40.0, "masthead": 20.0, "cookie": 4.0, "newsletter": 3.0, "related": 5.0, "social": 3.0}
_FEW_WORDS = 3
_DECK_WORDS = 7
"""Words from which on a line between the title and the text is a deck and no caption."""
_HEADING_WORDS = 16
_PENDING = 6
"""Titles that may follow a related-links label."""
_KIN = 0.34
"""The share of a line's words that the article knows, from which on it is the article's own."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_LEADS = re.compile(r"^(?:وال|بال|فال|كال|لل|ال|و|ب|ل|ف|ك)")


class Layout:
    """A page's lines with their roles.

    Attributes
    ----------
    lines
        All of them, each with a role.
    title
        The title without what stands glued to it; empty where the page shows none.
    label
        The section label that stood glued to the title or in the breadcrumb.
    """

    def __init__(self, lines: list[Line], given: str, slug: frozenset[str]) -> None:
        self.lines = lines
        self.title = ""
        self.label = ""
        self._slug = slug
        self._at = -1
        self._given = given
        self._known: frozenset[str] | None = None
        self._pair()
        self.start, self.end = self._body()
        if self._at < 0:
            self._choose()
        self._head()
        self._inside()
        self._tail()

    # The title

    def _pair(self) -> None:
        """Find the title by its standing twice, or by its standing where a field says."""
        lines = self.lines
        given = byline.split(byline.fold(self._given).lower()) if self._given else []
        wanted = " ".join(given)
        by_end: dict[tuple[str, ...], list[int]] = {}
        for index, line in enumerate(lines):
            if wanted and line.key == wanted and self._at < 0:
                self._take(index, 0, line.count)
            if _FEW_WORDS <= line.count <= 30 and (not line.prose or line.count <= 30) and line.hint != "nav":  # noqa: PLR2004 - a title's words
                by_end.setdefault(tuple(line.words[-_FEW_WORDS:]), []).append(index)
        if self._at >= 0:
            self._repeats()
            return
        if wanted:
            for index, line in enumerate(lines[:60]):
                if 0 < line.count - len(given) <= 5 and line.key.endswith(" " + wanted) and line.reason != "breadcrumb":  # noqa: PLR2004 - a label's words
                    self._take(index, line.count - len(given), line.count)
                    self._repeats()
                    return
        best: tuple[int, int] | None = None
        for group in by_end.values():
            if len(group) < 2:  # noqa: PLR2004 - it stands twice
                continue
            group.sort(key=lambda index: (lines[index].count, index))
            first = group[0]
            words = lines[first].words
            twins = [other for other in group[1:] if lines[other].words[-len(words) :] == words]
            if not twins or lines[first].recurs or _is_furniture(lines[first]):
                continue
            place = min(first, *twins)
            if best is None or place < best[0]:
                best = (place, first)
        if best is None:
            self._by_suffix()
            return
        self._settle(best[1])

    def _settle(self, index: int) -> None:
        """Take the title that stands at `index`, or glued to a label in another line before it."""
        words = self.lines[index].words
        for other, line in enumerate(self.lines):
            if line.words[-len(words) :] != words or line.reason == "breadcrumb":
                continue
            extra = line.count - len(words)
            if extra <= 5 and (other <= index or extra == 0):  # noqa: PLR2004 - a label's words
                self._take(other, extra, line.count)
                break
        self._repeats()

    def _by_suffix(self) -> None:
        """Find the title by a line that repeats it with the outlet's name behind it."""
        starts: dict[tuple[str, ...], int] = {}
        for index, line in enumerate(self.lines):
            if _FEW_WORDS < line.count <= 30:  # noqa: PLR2004 - a title's words
                head = tuple(line.words[:_FEW_WORDS])
                other = starts.setdefault(head, index)
                short, long = sorted((self.lines[other], line), key=lambda item: item.count)
                if other != index and long.words[: short.count] == short.words and 0 < long.count - short.count <= 5 and not short.prose and not _is_furniture(short):  # noqa: PLR2004 - an outlet's name
                    self._take(self.lines.index(short), 0, short.count)
                    self._repeats()
                    return

    def _take(self, index: int, start: int, end: int) -> None:
        """Make a line the title; its words before `start` are a section label."""
        line = self.lines[index]
        self._at = index
        line.role, line.reason = "title", ""
        self.title, self.label = line.text, ""
        if start:
            pieces = line.text.split()
            for cut in range(len(pieces) + 1):
                if len(byline.split(byline.fold(" ".join(pieces[:cut])))) == start:
                    while cut < len(pieces) and not byline.split(byline.fold(pieces[cut])):
                        cut += 1  # noqa: PLW2901 - a separator that stands alone goes with the label
                    self.label = " ".join(pieces[:cut]).strip(" |:-–—»/\\>،")
                    self.title = " ".join(pieces[cut:])
                    break
        del end

    def _repeats(self) -> None:
        """Mark the title's other copies."""
        words = byline.split(byline.fold(self.title).lower())
        size = len(words)
        if size < 2:  # noqa: PLR2004 - a word alone repeats by chance
            return
        for index, line in enumerate(self.lines):
            if index == self._at or line.count > size + 8 or line.role:
                continue
            if line.words == words:
                line.reason = "title_repeated"
            elif line.count > size and (line.words[:size] == words or line.words[-size:] == words) and not line.stopped:
                line.reason = "breadcrumb" if line.reason == "breadcrumb" else "title_repeated"

    def _choose(self) -> None:
        """Choose the likeliest title among the lines in front of the text."""
        best, score = -1, 0.0
        for index in range(self.start):
            line = self.lines[index]
            value = self._like_title(line, index)
            if value > score:
                best, score = index, value
        if best < 0 and self.start < self.end:
            first = self.lines[self.start]
            if not first.prose and first.count >= _FEW_WORDS:
                best = self.start
        if best < 0:
            return
        line = self.lines[best]
        start = _glued(line)
        self._take(best, start, line.count)
        self._repeats()

    def _like_title(self, line: Line, index: int) -> float:
        if line.reason and not (line.match and line.match.how in ("start", "any") and line.reason in ("related", "caption", "source") and line.count > 4):  # noqa: PLR2004 - a title's words
            return 0.0
        if line.count < 2 or line.count > 30 or line.hint in ("nav", "aside", "footer", "related"):  # noqa: PLR2004 - a title's words
            return 0.0
        value = 1.0 + min(line.count, 8) / 8
        if line.count == 2 or byline.parse(line.text, frozenset(), titled=True):  # noqa: PLR2004 - a name's words
            value -= 1.2
        if line.reason:
            value -= 1.0
        known = self.known()
        value += 3 * _kinship(line, known)
        if self._slug:
            value += 3 * _kinship(line, self._slug)
        if line.hint == "h1":
            value += 4
        if line.stopped and line.text[-1:] == ".":
            value -= 0.7
        return value - 0.02 * index

    # The text

    def _body(self) -> tuple[int, int]:
        """Give the lines, from and to, between which the article's text stands."""
        best, best_from, best_to = 0.0, self._at + 1, self._at + 1
        total, start = 0.0, self._at + 1
        loose = self._loose()
        for index in range(self._at + 1, len(self.lines)):
            total += _weight(self.lines[index], loose=loose, begun=total > 0)
            if total <= 0:
                total, start = 0.0, index + 1
            elif total > best:
                best, best_from, best_to = total, start, index + 1
        return best_from, best_to

    def _loose(self) -> bool:
        """Say whether this page's paragraphs do without full stops."""
        long = [line for line in self.lines if line.count >= 20 and not line.reason]  # noqa: PLR2004 - surely text
        return bool(long) and sum(line.stopped for line in long) * 2 < len(long)

    def known(self) -> frozenset[str]:
        """Give the words of the article's running text."""
        if self._known is None:
            text = " ".join(
                line.folded for line in self.lines[self.start : self.end] if line.prose and not line.reason
            )
            self._known = _stems(text)
        return self._known

    # What stands in front of, in, and after the text

    def _head(self) -> None:
        passed = False
        for index in range(self.start):
            line = self.lines[index]
            if line.role:
                continue
            if line.reason:
                passed = passed or index > self._at
                line.role = "chrome"
            elif index < self._at:
                line.role, line.reason = "chrome", _above(line)
            else:
                self._below(line, passed=passed)
                passed = passed or line.role == "chrome"

    def _below(self, line: Line, *, passed: bool) -> None:
        """Decide a line between the title and the text."""
        found = None if line.prose else byline.parse(line.text, frozenset(), titled=True)
        if found is not None and line.count <= 8:  # noqa: PLR2004 - a byline's words
            line.role, line.reason, line.byline = "chrome", "byline", found
        elif sections.standard(line.words):
            line.role, line.reason = "chrome", "section"
        elif line.prose:
            line.role = "paragraph"
        elif line.count >= _DECK_WORDS and not passed:
            line.role = "heading"
        else:
            line.role, line.reason = "chrome", "caption"

    def _inside(self) -> None:
        pending = 0
        listing = False
        for index in range(self.start, self.end):
            line = self.lines[index]
            if line.role:
                continue
            if line.reason:
                line.role = "chrome"
                if line.reason == "related" and _is_label(line):
                    pending = _PENDING
                continue
            if line.prose:
                line.role = "paragraph"
                pending, listing = 0, line.folded.endswith(":")
                continue
            if pending:
                own = pending < _PENDING and self._leads_text(index) and _kinship(line, self.known()) >= _KIN
                if not own:
                    line.role, line.reason = "chrome", "related"
                    pending -= 1
                    continue
                pending = 0
            if listing:
                line.role = "paragraph"
            elif line.stopped or line.count > _HEADING_WORDS:
                line.role = "paragraph"
            else:
                line.role = "heading"

    def _leads_text(self, index: int) -> bool:
        """Say whether running text follows a line at once."""
        following = self.lines[index + 1 : self.end]
        return bool(following) and following[0].prose and not following[0].reason

    def _tail(self) -> None:
        last = "stray"
        for line in self.lines[self.end :]:
            if line.role:
                continue
            line.role = "chrome"
            if line.reason:
                last = line.reason if line.reason in ("related", "comments", "tags") else "stray"
                continue
            found = None if line.prose else byline.parse(line.text, frozenset())
            if found is not None and found.sure:
                line.reason, line.byline = "byline", found
            else:
                line.reason = last


def _is_label(line: Line) -> bool:
    return line.match is not None and line.match.end >= line.count - 1


def _is_furniture(line: Line) -> bool:
    """Say whether a line that stands twice is the site's and not the article's."""
    return bool(line.reason) and (line.match is None or line.match.how in ("whole", "words", "strong")) and line.reason not in ("caption",)


def _above(line: Line) -> str:
    if sections.standard(line.words):
        return "section"
    return "navigation"


def _weight(line: Line, *, loose: bool, begun: bool) -> float:
    if line.role == "title" or line.reason == "title_repeated":
        return -1.0
    if line.reason:
        wall = _WALLS.get(line.reason, 2.0)
        if line.reason in ("comments", "copyright") and line.match is not None and line.match.how not in ("whole", "strong", "start"):
            wall = 8.0
        return -wall
    if line.prose:
        return float(min(line.count, 50))
    if loose and line.count >= 10:  # noqa: PLR2004 - it might be running text
        return 2.0
    return -1.2 if begun else -0.5


def _glued(line: Line) -> int:
    """Give how many words of a title are a section label that stands glued in front."""
    for size in (3, 2, 1):
        if line.count - size < _FEW_WORDS or not sections.standard(line.words[:size]):
            continue
        label = " ".join(line.words[:size])
        if re.match(rf"^\W*{re.escape(label)}\s*[|:/»›>•]", line.folded) or (size > 1 and line.words[0] in ("اخبار", "الاخبار")):
            return size
    return 0


def _stems(text: str) -> frozenset[str]:
    """Give a text's words without the proclitics, cut to their first letters."""
    return frozenset(_LEADS.sub("", word)[:5] for word in _WORD.findall(text) if len(word) > 3)  # noqa: PLR2004 - short words say nothing


def _kinship(line: Line, known: frozenset[str]) -> float:
    """Give the share of a line's words that the article has too."""
    own = _stems(line.folded)
    return len(own & known) / len(own) if own else 0.0


def section_label(layout: Layout) -> str:
    """Give the outlet's own label for the section, from the breadcrumb or a line of its own."""
    if layout.label:
        return layout.label
    lone = ""
    title = byline.split(byline.fold(layout.title).lower())
    for line in layout.lines:
        if line.role == "title":
            break
        if line.reason == "breadcrumb":
            steps = [step for step in crumbs(line) if byline.split(byline.fold(step).lower()) != title]
            for step in reversed(steps):
                words = byline.split(byline.fold(step).lower())
                if sections.standard(words):
                    return step
        elif sections.standard(line.words) and line.reason in ("section", "navigation", "related", "recurring"):
            lone = line.text.strip(" \u200e\u200f:|»>•-")
    return lone
