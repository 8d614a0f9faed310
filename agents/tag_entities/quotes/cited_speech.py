"""What a source is cited for: بحسب وزارة الصحة، ارتفع العدد; ارتفع العدد، وفق وزارة الصحة."""

from collections.abc import Iterator, Sequence
from typing import Final

from agents.tag_entities.quotes.reported_speech import clause_end, overlaps
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText, SpeechVerb
from agents.tag_entities.words.speech import SO

_MAX_WORDS_OF_SOURCE: Final = 20
"""Words between the source's name and the clause that it is cited for."""
_MAX_WORDS_BEHIND_SOURCE: Final = 10
"""Words between the source's name and the sentence's end, where it stands behind what it is cited for."""
_MIN_CLAUSE_WORDS: Final = 4
_BEFORE: Final = "source before the clause"
_BEHIND: Final = "source behind the clause"


def find_cited_speech(text: SpeechText, found: Sequence[FoundQuote]) -> Iterator[FoundQuote]:
    """Yield the clauses that sources are cited for, in order, outside the speech found so far."""
    taken = [(quote.start, quote.end) for quote in found]
    for number, verb in enumerate(text.verbs):
        if verb.speech.form != "citing" or (verb.subject is None and not verb.named):
            continue
        stretch = _clause_behind(text, number) if _opens_sentence(text, verb) else _clause_before(text, number)
        if stretch is None or overlaps(taken, *stretch):
            continue
        if text.position(stretch[1]) - text.position(stretch[0]) >= _MIN_CLAUSE_WORDS:
            rule = _BEFORE if stretch[0] > text.token_starts[verb.position] else _BEHIND
            yield FoundQuote(*stretch, verb.subject, verb.position, direct=False, found_by=rule, speaker_by=verb.rule)


def _opens_sentence(text: SpeechText, verb: SpeechVerb) -> bool:
    start = text.token_starts[verb.position]
    return text.position(text.sentence_start(start)) == verb.position


def _clause_behind(text: SpeechText, number: int) -> tuple[int, int] | None:
    """Return the clause behind a source that opens a sentence: behind فإن, else behind a comma."""
    tokens, verb = text.tokens, text.verbs[number]
    comma = None
    for position in range(verb.end, min(verb.end + _MAX_WORDS_OF_SOURCE, len(tokens.words))):
        if tokens.parted(position - 1, ".\n!؟؛:"):
            break
        if tokens.words[position] in SO:
            return text.token_starts[position], clause_end(text, number, text.token_starts[position])
        if comma is None and tokens.parted(position - 1, "،,"):
            comma = position
    return (start := text.token_starts[comma], clause_end(text, number, start)) if comma is not None else None


def _clause_before(text: SpeechText, number: int) -> tuple[int, int] | None:
    """Return the clause before a source that closes its sentence, in which nobody else speaks."""
    verb = text.verbs[number]
    at = text.token_starts[verb.position]
    start = text.sentence_start(at)
    if text.position(text.sentence_end(at)) - verb.end > _MAX_WORDS_BEHIND_SOURCE:
        return None
    if text.verbs_before(start) < number:
        return None
    first = text.position(start)
    return text.token_starts[first], text.tokens.spans[verb.position - 1][1]
