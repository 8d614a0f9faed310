"""The lines of a page and what each of them shows by itself: words, length, how it ends."""

from agents.arabic.reporting_verbs import openings
from agents.clean.dates.moments import DateLine
from agents.clean.judge import byline
from agents.clean.judge.byline import Found
from agents.clean.judge.phrases import Match
from agents.clean.read import stems as kin
from agents.clean.read.line_words import ODD, fold_lines, split

_STOPS = frozenset(".؟?!…。۔")
_CLOSERS = "\"'”“’»«)]}›) *"
_PROSE_WORDS = 18
"""Words from which on a line is running text however it ends."""
_SENTENCE_WORDS = 7
"""Words from which on a line with a full stop is running text."""
_LEADING_WORDS = 8
"""The same for a line that leads to a list or a quotation with a colon."""
_EXCLAIMED_WORDS = 12
"""The same for a line that ends with a question mark or the like, as titles do too."""
_REPORTED_WORDS = 6
"""The same for a line that opens as reports go on: «وأضاف», «وكان»."""
_TELLING = 60
"""Words of a line that are compared with other lines'."""
_REPORTING = openings("opens-line", "و") | frozenset(
    split(
        "قال قالت أضاف أضافت واستطرد وختم ومضى وكان وكانت وجاء وجاءت ومن وفي وعن وحول كما يذكر يشار ويذكر ويشار "
        "وتأتي ويأتي وبحسب ووفق ووفقا وحسب وبدأ وبدأت وقد ولم ولن ووجه ووجهت"
    )
)
"""What running text opens with as it goes on: verbs of reporting behind و, and other words."""


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
        Which kinds of characters its folded form holds; see `words`.
    hint
        What HTML says of it, such as `nav` or `caption`; empty for text.
    """

    __slots__ = (
        "_stems",
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
        self.recurs = 0.0
        """The share of the outlet's pages that show this line."""
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
    def stems(self) -> frozenset[str]:
        """What the line speaks of; see `kin`."""
        if self._stems is None:
            self._stems = kin.stems(self.words[:_TELLING])
        return self._stems

    def speaks_of(self, stem: str) -> bool:
        """Say whether a stem is one of the line's, at less than the cost of all of them."""
        words = [word for word in self.words[:_TELLING] if stem in word]
        return any(kin.stem(word) == stem for word in words)

    def signature(self, outlet: frozenset[str], *, titled: bool = False) -> Found | None:
        """Read the line as a byline, as `byline.parse` does, which is only asked where the line's words allow it."""
        # «من» in front of a name is none of its words, and what is half a pair of surrogates may be one.
        sure = not self.kinds & ODD and self.words[:1] != ["من"]
        if sure and not byline.could_be(self.text, self.words, outlet, titled=titled):
            return None
        return byline.parse(self.text, outlet, titled=titled)

    def __repr__(self) -> str:
        return f"<{self.role or '-'} {self.reason or '-'} {self.count} {self.prose} {self.hint} {self.text[:60]}>"


def _sentence(folded: str, words: list[str]) -> tuple[bool, bool]:
    """Say whether a line ends as a sentence does, and whether it is running text."""
    count = len(words)
    bare = folded.rstrip(_CLOSERS)
    last = bare[-1:]
    stopped = last in _STOPS and not bare.endswith("..")
    if count >= _PROSE_WORDS:
        return stopped, True
    if count < _REPORTED_WORDS:
        return stopped, False
    if stopped and count >= (_SENTENCE_WORDS if last == "." else _EXCLAIMED_WORDS):
        return stopped, True
    if last == ":" and count >= _LEADING_WORDS:
        return stopped, True
    if words[0] in _REPORTING and (stopped or bare != folded or count >= _EXCLAIMED_WORDS):
        return stopped, True
    return stopped, False


def make(texts: list[str], hints: list[str] | None = None) -> list[Line]:
    """Make the lines of a page from their texts, none of them empty."""
    return list(map(Line, texts, *fold_lines(texts), *([] if hints is None else [hints])))


def cut(text: str) -> list[Line]:
    """Cut a page's text into its non-empty lines."""
    texts = list(filter(None, map(str.strip, text.replace("\r", "\n").split("\n"))))
    return make(texts) if texts else []
