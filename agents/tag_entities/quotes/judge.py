"""Which of the stretches that may be said are quotes: how likely each is, and which of those that overlap stay.

The weights are learned from annotated quotes by `agents.training.speech`.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Final

from agents.tag_entities.feature_weights import load
from agents.tag_entities.quotes.candidates import Candidate
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText

_FOR_MARKS: Final = 2.0
"""Speaks for a likely quote in quotation marks, where another overlaps it."""
_MIN_WORDS: Final = 3
"""Words that a quote keeps when the next one begins in it."""
_MAX_WORDS_BEFORE_MARK: Final = 2
"""Words before quotation marks that make no quote of their own of what stands in them: أن الأمر «»."""


def score(features: Iterable[str]) -> float:
    """Return how much speaks for a candidate: above 0 it is a quote."""
    return load("agents.tag_entities.quotes", "speech_weights.json").score(features)


def choose(
    text: SpeechText, candidates: Iterable[Candidate], judge: Callable[[list[str]], float] = score
) -> list[FoundQuote]:
    """Return the quotes among candidates, in order and apart: of those that overlap, the likeliest.

    Parameters
    ----------
    judge
        Returns what speaks for features, above 0 for a quote.
    """
    scored = [(judge(candidate.features), candidate.quote) for candidate in candidates]
    likely = [(value + _FOR_MARKS * quote.direct, quote) for value, quote in scored if value > 0]
    marked = {text.position(quote.start) for _, quote in likely if quote.direct}
    likely.sort(key=lambda found: (-found[0], found[1].start))
    kept: list[FoundQuote] = []
    for _, quote in likely:
        first = text.position(quote.start)
        if quote.direct or marked.isdisjoint(range(first, first + _MAX_WORDS_BEFORE_MARK + 1)):
            _place(text, kept, quote)
    return kept


def _place(text: SpeechText, kept: list[FoundQuote], quote: FoundQuote) -> None:
    """Put a quote among those kept, in order; one that begins in another of its kind cuts it short."""
    at = bisect_left(kept, quote.start, key=lambda other: other.start)
    if at < len(kept) and kept[at].start < quote.end:
        end = _end_before(text, quote, kept[at].start)
        if end is None or kept[at].found_by != quote.found_by:
            return
        quote = quote._replace(end=end)
    if at and kept[at - 1].end > quote.start:
        end = _end_before(text, kept[at - 1], quote.start)
        if end is None or kept[at - 1].found_by != quote.found_by:
            return
        kept[at - 1] = kept[at - 1]._replace(end=end)
    kept.insert(at, quote)


def _end_before(text: SpeechText, quote: FoundQuote, start: int) -> int | None:
    """Return where a quote ends that leaves off before another; None where too little is left of it."""
    last = text.position(start)
    if quote.direct or last - text.position(quote.start) < _MIN_WORDS:
        return None
    return text.tokens.spans[last - 1][1]
