"""What the passes over a page's lines share: its lines, and what is known so far of where its article stands."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from agents.clean.judge.lines import Line
from agents.clean.layout.likeness import Subject, running_text
from agents.clean.layout.title_text import Title, without_outlet_at_end
from agents.clean.read.line_words import split
from agents.clean.read.stems import stems_of

HEADINGS = ("h1", "heading")
"""What markup says of headlines."""
_OPENING_LINES, _OPENING_WORDS = 20, 100
"""Lines of the text's beginning, and words of each."""
MIN_OWN_SHARE = 0.34
"""The share of its words that the article has too, from which on a short line is the article's own."""
MAX_ALIEN_SHARE = 0.1
"""The same, below which it has nothing to do with the article."""


class Page:
    """A page's lines, and what the passes have found out about them.

    Parameters
    ----------
    lines
        Judged, none of them with a role yet.
    told_title
        The title as a field or metadata has it; may be empty.
    told_stems
        The stems of the words in the page's address, and in the title that is told.
    outlet
        The folded words of the outlet's name.
    address_stems
        Those of `told_stems` that stand in the page's address.
    """

    def __init__(
        self,
        lines: list[Line],
        told_title: str,
        told_stems: frozenset[str],
        outlet: frozenset[str],
        address_stems: frozenset[str] = frozenset(),
    ) -> None:
        self.lines = lines
        self.told_title = told_title
        self.told_stems = told_stems
        self.outlet = outlet
        self.address_stems = address_stems
        self.by = ""
        """The pass at work."""
        self.cells: frozenset[int] = frozenset()
        """The lines that are cells of tables."""
        self.is_loose = False
        """Whether the page's paragraphs do without full stops."""
        self.start = 0
        """The first line of the article's text."""
        self.end = 0
        """The line behind the article's text."""
        self.title_index = -1
        """The title's line; -1 where the page shows none."""
        self.title = ""
        """The title, without what stands glued to it; empty where the page shows none."""
        self.section_label = ""
        """The section label that stands glued to the title."""
        self.title_stems: frozenset[str] = frozenset()
        """What the title speaks of."""
        self._subject: Subject | None = None
        self._opening: str | None = None
        self._copies: Counter[str] | None = None

    def settle(self, line: Line, role: str, reason: str = "") -> None:
        """Give a line its role, and as chrome its reason, and note which pass did."""
        line.role, line.reason, line.by = role, reason, self.by

    def suspect(self, lines: Iterable[Line], reason: str) -> None:
        """Give lines without one the reason why they are chrome."""
        for line in lines:
            if not line.reason:
                line.reason, line.by = reason, self.by

    def take_title(self, found: Title) -> None:
        """Take a line for the page's title."""
        self.title_index = found.line_index
        self.title = without_outlet_at_end(found.text.rstrip(" |"), self.outlet)
        self.section_label = found.label
        self.title_stems = stems_of(split(self.title))
        self.settle(self.lines[found.line_index], "title")

    @property
    def above(self) -> list[Line]:
        """The lines in front of the text."""
        return self.lines[: self.start]

    @property
    def text(self) -> list[Line]:
        """The lines from the text's first to its last."""
        return self.lines[self.start : self.end]

    def opens_with(self, key: str) -> bool:
        """Whether words with a space between stand so in the text's beginning."""
        if self._opening is None:
            words = chain.from_iterable(line.words[:_OPENING_WORDS] for line in self.text[:_OPENING_LINES])
            self._opening = f" {' '.join(words)} "
        return f" {key} " in self._opening

    def own_share(self, line: Line) -> float:
        """Return the share of what a line speaks of that the article speaks of too."""
        if self._subject is None:
            self._subject = Subject(running_text(self.text))
        return self._subject.share(line.stems)

    def is_own(self, line: Line) -> bool:
        """Whether a line speaks of what the article speaks of."""
        return self.own_share(line) >= MIN_OWN_SHARE

    def stands_twice(self, line: Line) -> bool:
        """Whether another short line is the same, as a caption's may be and a heading's is not."""
        if self._copies is None:
            self._copies = Counter(other.key for other in self.lines if not other.prose and not other.reason)
        return self._copies[line.key] > 1

    def leads_text(self, index: int) -> bool:
        """Whether running text follows a line at once."""
        following = self.lines[index + 1 : index + 2]
        return index + 1 < self.end and following[0].prose and not following[0].reason
