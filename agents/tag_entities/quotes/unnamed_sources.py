"""The words that stand for a source without a name: قال [مصدر أمني], نقلا عن [مسؤول في الوزارة]."""

from collections.abc import Iterable, Iterator
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.quotes.phrases import read_phrase
from agents.tag_entities.quotes.speech_text import FoundQuote
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BY_THE_WAY, CLAUSE, SO, SPEECH, WITHIN_SOURCES

_MAX_WORDS_TO_SOURCE: Final = 6
"""Words between a verb and its source: قال أمس مصدر; نقلت الوكالة عن مصدر."""
_MAX_WORDS: Final = 8
"""Words of a source."""
_NOUNS: Final = frozenset(word.removeprefix(ARTICLE) for word in ANONYMOUS)
_STOPS: Final = CLAUSE | SO | SPEECH.keys() | BY_THE_WAY | (AWAY - WITHIN_SOURCES)
_MIN_LISTENER_LETTERS: Final = 4
"""Letters of a word with ل that says who was told: لرويترز."""


def unnamed_sources(tokens: Tokens, said: Iterable[FoundQuote]) -> Iterator[tuple[int, int] | None]:
    """Yield what stands for each quote's source, in order; the last one goes on where no subject stands: وأضاف أن."""
    last: tuple[int, int] | None = None
    for quote in said:
        source = None
        if quote.speaker is None and quote.verb is not None:
            goes_on = not read_phrase(tokens, quote.verb + 1).words
            source = unnamed_source(tokens, quote.verb) or (last if goes_on else None)
        last = source
        yield source


def unnamed_source(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """Return the characters of the folded text that stand for a verb's source without a name, if there are any."""
    words = tokens.words
    first = verb + 1
    limit = min(first + _MAX_WORDS_TO_SOURCE, len(words))
    while first < limit and words[first].removeprefix(ARTICLE) not in _NOUNS:
        if words[first] in CLAUSE or tokens.parted(first, ".\n:؟!"):
            return None
        first += 1
    if first >= limit:
        return None
    last = first + 1
    end = min(first + _MAX_WORDS, len(words))
    while last < end and not tokens.between(last - 1).strip() and not _ends(words[last]):
        last += 1
    while words[last - 1] in WITHIN_SOURCES:
        last -= 1
    return tokens.spans[first][0], tokens.spans[last - 1][1]


def _ends(word: str) -> bool:
    return word in _STOPS or (word.startswith("ل") and len(word) >= _MIN_LISTENER_LETTERS)
