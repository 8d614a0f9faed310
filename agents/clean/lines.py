"""The lines of a page and what each of them shows by itself: words, length, how it ends."""

import re

from agents.arabic import fold
from agents.clean.byline import Found
from agents.clean.phrases import Match, split
from agents.clean.published import DateLine

LONG = 300
"""Characters from which on only the beginning and the end of a line are folded: nobody's chrome is that long."""
_EDGE = 110
_BREAK = re.compile(r"\r\n?|\n")
_STOPS = ".؟?!…。۔"
_CLOSERS = "\"'”“’»«)]}›) \u200e\u200f\u200b\u200c\u200d\u202a-\u202e\ufeff*"
_PROSE_WORDS = 18
"""Words from which on a line is running text even without a full stop."""
_SENTENCE_WORDS = 7
"""Words from which on a line that ends as a sentence does is running text."""


class Line:
    """One non-empty line of a page.

    Parameters
    ----------
    text
        As it stands, without white space around it.
    hint
        What HTML says of it, such as `nav` or `caption`; empty for text.
    """

    __slots__ = (
        "byline", "count", "date", "folded", "hint", "inside", "match", "prose", "reason", "recurs", "role", "stopped", "text", "words",
    )

    def __init__(self, text: str, hint: str = "") -> None:
        self.text = text
        self.hint = hint
        short = len(text) <= LONG
        self.folded = fold(text if short else f"{text[:_EDGE]} {text[-_EDGE:]}").lower()
        self.words = split(self.folded)
        self.count = len(self.words) if short else text.count(" ") + 1
        self.stopped = ends_sentence(self.folded)
        self.prose = self.count >= _PROSE_WORDS or (self.stopped and self.count >= _SENTENCE_WORDS)
        self.match: Match | None = None
        self.reason = ""
        """Why it is chrome; empty while it is not."""
        self.role = ""
        """`title`, `heading`, `paragraph` or `chrome`, once decided."""
        self.recurs = 0.0
        """The share of the outlet's pages that show this line."""
        self.inside = False
        self.date: DateLine | None = None
        self.byline: Found | None = None

    @property
    def key(self) -> str:
        """The line as compared with others."""
        return " ".join(self.words)

    def __repr__(self) -> str:
        return f"<{self.role or '-'} {self.reason or '-'} {self.count}{'p' if self.prose else ''} {self.text[:60]}>"


def ends_sentence(folded: str) -> bool:
    """Say whether a line ends as a sentence does, closing quotation marks aside."""
    bare = folded.rstrip(_CLOSERS)
    return bare[-1:] in _STOPS and bool(bare) and not bare.endswith("..")


def cut(text: str) -> list[Line]:
    """Cut a page's text into its non-empty lines."""
    return [Line(line) for line in map(str.strip, _BREAK.split(text)) if line]
