"""The offices that a text gives people, beside their names: وزير الطاقة, of «وزير الطاقة سهيل المزروعي»."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE, DEFINITE, peel
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Name
from agents.tag_entities.lexicon.kinds import RULER_KINDS
from agents.tag_entities.words.bodies import NO_PART
from agents.tag_entities.words.people import OFFICE_LINKS
from agents.tag_entities.words.roles import OFFICES, STOP
from agents.tag_entities.words.speech import SPEECH

_LISTS = wordlist.load("agents.tag_entities", "offices.toml")
_HEADS: Final = _LISTS.words("heads")
_HONORIFICS: Final = _LISTS.words("honorifics")
_SERVING: Final = _LISTS.words("serving")
_AFFAIRS: Final = _LISTS.words("affairs")
MAX_OFFICE_WORDS: Final = 10
"""Words between an office's first word and the name."""
_ENDS: Final = "،,).؛:\n"
"""Signs behind which an office is over that stands behind its bearer's name."""


class _Span(NamedTuple):
    """Characters `start` to `end` of the folded text."""

    start: int
    end: int


class Offices:
    """Reads the offices in one text.

    Parameters
    ----------
    tokens
        Of the folded text.
    names
        All names of the text, in its order.
    nationalities
        Adjectives of nationality, with which an office goes on.
    """

    def __init__(self, tokens: Tokens, names: Sequence[Name], nationalities: Collection[str]) -> None:
        self._tokens = tokens
        self._nationalities = nationalities
        self._bodies: Mapping[int, Name] = {
            position: name for name in names if name.entity.type != "PER" for position in range(name.first, name.last)
        }
        self._people = frozenset(name.first for name in names if name.entity.type == "PER")

    def of(self, group: Sequence[Name]) -> _Span | None:
        """Return the office of a person by the first of the names that has one before it or behind it."""
        for name in group:
            span = self._before(name) or self._behind(name)
            if span is not None:
                return span
        return None

    def _before(self, name: Name) -> _Span | None:
        """Return the office right before a name, without honorifics between both."""
        tokens, last = self._tokens, name.first
        if name.start > tokens.spans[name.first][0]:
            return None
        words = tokens.words
        while last and words[last - 1] in _HONORIFICS and tokens.between(last - 1) == " ":
            last -= 1
        first = None
        for position in range(last - 1, max(-1, last - 1 - MAX_OFFICE_WORDS), -1):
            if tokens.between(position) != " ":
                break
            if self._is_head(words[position]):
                if self._serves(name, position, first):
                    break
                first = position
            elif not self._goes_on(position):
                break
        return None if first is None else self._span(first, last)

    def _behind(self, name: Name) -> _Span | None:
        """Return the office that commas or brackets set apart behind a name: فلان، وزير الطاقة، and no longer list."""
        tokens, first = self._tokens, name.last
        words = tokens.words
        if (
            first >= len(words)
            or tokens.between(first - 1).strip(" ") not in ("،", ",", "(")
            or words[first] not in _HEADS
        ):
            return None
        last = first + 1
        while last < min(first + MAX_OFFICE_WORDS, len(words)) and tokens.between(last - 1) == " ":
            if last in self._people or not (self._goes_on(last) or self._is_head(words[last])):
                return None
            last += 1
        ended = last == len(words) or tokens.between(last - 1).strip(" ")[:1] in tuple(_ENDS)
        return self._span(first, last) if ended else None

    def _serves(self, name: Name, position: int, behind: int | None) -> bool:
        """Whether an office is that of one who serves a name's bearer: محامي [الرئيس ترامب], وكيل أعمال [رينولدز]."""
        words, known = self._tokens.words, name.entity.known
        if not any(rest in _SERVING for _, rest in peel(words[position])):
            return False
        if position + 1 == name.first:
            return True
        ruler = known is not None and known.kind in RULER_KINDS and words[position + 1].startswith(ARTICLE)
        return words[position + 1] in _AFFAIRS or (ruler and position + 1 == behind)

    @staticmethod
    def _is_head(word: str) -> bool:
        """Whether an office can begin with a word, a proclitic and its article aside."""
        return any(rest in _HEADS or rest.removeprefix(ARTICLE) in _HEADS for _, rest in peel(word))

    def _goes_on(self, position: int) -> bool:
        """Whether an office can go on with a word."""
        word = self._tokens.words[position]
        if position in self._bodies or word in self._nationalities:
            return True
        if word in STOP or word in SPEECH or word in NO_PART:
            return False
        return word.startswith(DEFINITE) or word in OFFICE_LINKS or word in OFFICES

    def _span(self, first: int, last: int) -> _Span:
        """Return an office of tokens `first` to `last` (exclusive), without a proclitic before it."""
        tokens = self._tokens
        skip = next(
            letters
            for letters, rest in peel(tokens.words[first])
            if rest in _HEADS or rest.removeprefix(ARTICLE) in _HEADS
        )
        return _Span(tokens.spans[first][0] + skip, tokens.spans[last - 1][1])
