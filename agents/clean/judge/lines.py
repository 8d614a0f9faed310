"""The lines of a page and what each of them shows by itself: words, length, how it ends."""

from agents.arabic import wordlist
from agents.arabic.quotation_marks import MARKS, SINGLE
from agents.arabic.reporting_verbs import openings
from agents.clean.dates.date_line import DateLine
from agents.clean.judge.byline import Found, can_be_byline, read_byline
from agents.clean.judge.phrase_lexicon import Match
from agents.clean.read.line_words import ODD, fold_lines
from agents.clean.read.stems import stem_of, stems_of

_STOPS = frozenset(".؟?!…。۔")
_CLOSERS = MARKS + SINGLE + "’)]}› *"
_MIN_PROSE_WORDS = 18
"""Words from which on a line is running text however it ends."""
_MIN_SENTENCE_WORDS = 7
"""Words from which on a line with a full stop is running text."""
_MIN_LEADING_WORDS = 8
"""The same for a line that leads to a list or a quotation with a colon."""
_MIN_EXCLAIMED_WORDS = 12
"""The same for a line that ends with a question mark or the like, as titles do too."""
_MIN_REPORTED_WORDS = 6
"""The same for a line that opens as reports go on: «وأضاف», «وكان»."""
_MIN_LIST_LEAD_WORDS = 3
_MAX_COMPARED_WORDS = 60
"""Words of a line that are compared with other lines'."""
PARAGRAPH_OPENERS = openings("opens-line", "و") | wordlist.load("agents.clean", "lines.toml").words("paragraph_openers")


class Line:
    """One non-empty line of a page.

    Parameters
    ----------
    text
        As it stands, without white space around it.
    folded
        Its folded, lower-case form.
    words
        Its words.
    kinds
        Which kinds of characters its folded form holds; see `line_words`.
    hint
        What HTML says of it, such as `nav` or `caption`; empty for text.
    """

    __slots__ = (
        "_stems",
        "article",
        "by",
        "byline",
        "count",
        "date",
        "folded",
        "hint",
        "kept",
        "kinds",
        "match",
        "prose",
        "reason",
        "recurs",
        "role",
        "stopped",
        "text",
        "words",
    )

    def __init__(self, text: str, folded: str, words: list[str], kinds: int, hint: str = "") -> None:
        self.text = text
        self.folded = folded
        self.words = words
        self.kinds = kinds
        self.hint = hint
        self.count = len(words)
        self.stopped, self.prose = _sentence(folded, words)
        self.match: Match | None = None
        self.reason = ""
        """Why it is chrome; empty while it is not."""
        self.role = ""
        """`title`, `heading`, `paragraph` or `chrome`, once decided."""
        self.by = ""
        """The test or the pass that gave it its reason or its role."""
        self.recurs = 0.0
        """The share of the outlet's pages that show this line."""
        self.article = 0
        """The number of the article element that it stands in, 0 for none; a page of HTML may hold several."""
        self.kept = True
        """Whether a second opinion (of HTML, another extractor) holds it for the article's."""
        self._stems: frozenset[str] | None = None
        self.date: DateLine | None = None
        self.byline: Found | None = None

    @property
    def key(self) -> str:
        """The line as compared with others."""
        return " ".join(self.words)

    @property
    def is_label(self) -> bool:
        """Whether the line is the phrase of a label and nothing else: «اقرأ أيضا»."""
        return self.match is not None and self.match.end >= self.count - 1

    @property
    def leads_to_list(self) -> bool:
        """Whether the line leads to a list or a quotation: «وجاءت الأسعار كالتالي:», but no speaker's name."""
        return self.count >= _MIN_LIST_LEAD_WORDS and self.folded.endswith(":")

    @property
    def stems(self) -> frozenset[str]:
        """What the line speaks of."""
        if self._stems is None:
            self._stems = stems_of(self.words[:_MAX_COMPARED_WORDS])
        return self._stems

    def speaks_of(self, stem: str) -> bool:
        """Whether a stem is one of the line's, at less than the cost of all of them."""
        for word in self.words[:_MAX_COMPARED_WORDS]:  # noqa: SIM110 - a loop is twice as quick as `any` of few words
            if stem in word and stem_of(word) == stem:
                return True
        return False

    def signature(self, outlet: frozenset[str], *, titled: bool = False) -> Found | None:
        """Read the line as a byline, as `read_byline` does, which is only asked where the line's words allow it."""
        # «من» in front of a name is none of its words, and what is half a pair of surrogates, or behind the star of a
        # note at the text's foot, may be one.
        sure = not self.kinds & ODD and self.words[:1] != ["من"] and self.text[0] != "*"
        if sure and not can_be_byline(self.text, self.words, outlet, titled=titled):
            return None
        return read_byline(self.text, outlet, titled=titled)

    def __repr__(self) -> str:
        return f"<{self.role or '-'} {self.reason or '-'} {self.count} {self.prose} {self.hint} {self.text[:60]}>"


def _sentence(folded: str, words: list[str]) -> tuple[bool, bool]:
    """Whether a line ends as a sentence does, and whether it is running text."""
    count = len(words)
    bare = folded.rstrip(_CLOSERS)
    last = bare[-1:]
    stopped = last in _STOPS and not bare.endswith("..")
    if count >= _MIN_PROSE_WORDS:
        return stopped, True
    if count < _MIN_REPORTED_WORDS:
        return stopped, False
    if stopped and count >= (_MIN_SENTENCE_WORDS if last == "." else _MIN_EXCLAIMED_WORDS):
        return stopped, True
    if last == ":" and count >= _MIN_LEADING_WORDS:
        return stopped, True
    if words[0] in PARAGRAPH_OPENERS and (stopped or bare != folded or count >= _MIN_EXCLAIMED_WORDS):
        return stopped, True
    return stopped, False


def make_lines(texts: list[str], hints: list[str] | None = None) -> list[Line]:
    """Make the lines of a page from their texts, none of them empty."""
    return list(map(Line, texts, *fold_lines(texts), *([] if hints is None else [hints])))
