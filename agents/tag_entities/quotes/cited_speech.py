"""What a source is cited for: بحسب وزارة الصحة، ارتفع العدد; ارتفع العدد، تقول الوزارة، إلى عشرة."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from agents.tag_entities.quotes.candidates import (
    Candidate,
    VerbFeatures,
    distance_class,
    featured,
    gap_sign,
    is_parted,
    size_class,
)
from agents.tag_entities.quotes.reported_speech import clause_end
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText
from agents.tag_entities.words.speech import CLAUSE, SO

_MAX_WORDS_OF_SOURCE: Final = 20
"""Words between the source's name and the clause that it is cited for."""
_MIN_CLAUSE_WORDS: Final = 4
_MAX_VERBS: Final = 3
_SENTENCE_ENDS: Final = ".\n!؟؛:"
_BEFORE: Final = "source before the clause"
_BEHIND: Final = "source behind the clause"
_WITHIN: Final = "verb within the clause"
_OPENS_SPEECH: Final = CLAUSE | SO


def find_cited(text: SpeechText, verbs: VerbFeatures) -> Iterator[Candidate]:
    """Yield the clauses for which sources are cited, and those within which a verb says who speaks."""
    for number, verb in enumerate(text.verbs):
        if verb.speech.form == "citing":
            yield from (
                _behind_source(text, number, verbs)
                if _opens_sentence(text, number)
                else _around(text, number, verbs, "cited")
            )
        elif verb.speech.form in {"past", "present"} and _is_inserted(text, number):
            yield from _around(text, number, verbs, "inserted")


def _is_inserted(text: SpeechText, number: int) -> bool:
    """Whether a verb stands behind a comma or a dash and opens nothing that is said: ، تقول الوزارة،."""
    tokens, verb = text.tokens, text.verbs[number]
    before = tokens.between(verb.position - 1) if verb.position else ""
    if not any(sign in before for sign in "،,-–—"):
        return False
    end = min(max(verb.end, verb.position + 1) + 1, len(tokens.words))
    return _OPENS_SPEECH.isdisjoint(tokens.words[verb.position : end])


def _opens_sentence(text: SpeechText, number: int) -> bool:
    verb = text.verbs[number]
    start = text.token_starts[verb.position]
    return verb.position - text.position(text.sentence_start(start)) <= 1


def _behind_source(text: SpeechText, number: int, verbs: VerbFeatures) -> Iterator[Candidate]:
    """Yield the clause behind the comma of a source that opens a sentence."""
    tokens, verb = text.tokens, text.verbs[number]
    order = 0
    for position in range(verb.end, min(verb.end + _MAX_WORDS_OF_SOURCE, len(tokens.words))):
        if is_parted(tokens, position - 1, position, _SENTENCE_ENDS) or tokens.words[position] in SO:
            return
        if not tokens.parted(position - 1, "،,؛"):
            continue
        start = text.token_starts[position]
        end = clause_end(text, number, start)
        size = text.position(end) - position
        if size < _MIN_CLAUSE_WORDS:
            return
        features = featured(
            "source",
            [
                *verbs.of(number),
                f"order {min(order, _MAX_VERBS)}",
                distance_class(position - verb.end),
                size_class(size),
                f"first word {tokens.words[position]}",
            ],
        )
        order += 1
        quote = FoundQuote(
            start, end, verb.subject, verb.position, direct=False, found_by=_BEFORE, speaker_by=verb.rule
        )
        yield Candidate(quote, features)


def _around(text: SpeechText, number: int, verbs: VerbFeatures, kind: str) -> Iterator[Candidate]:
    """Yield the sentence in which a source is cited or a verb inserted."""
    tokens, verb = text.tokens, text.verbs[number]
    at = text.token_starts[verb.position]
    start = text.sentence_start(at)
    first = text.position(start)
    end = text.sentence_end(at)
    last = text.position(end)
    size = verb.position - first
    if size < _MIN_CLAUSE_WORDS - 1:
        return
    rest = last - max(verb.end, verb.position + 1)
    quoted = bisect_left(text.quoted, (at,)) - bisect_left(text.quoted, (start,))
    opens = tokens.text[max(0, start - 1) : start]
    end_of_source = max(verb.end, verb.position + 1)
    closing = gap_sign(tokens.between(end_of_source - 1)) if end_of_source <= len(tokens.words) else ""
    features = featured(
        kind,
        [
            *verbs.of(number),
            f"verbs before {min(number - text.verbs_before(start), _MAX_VERBS)}",
            size_class(size),
            f"rest {distance_class(rest)}",
            f"comma {gap_sign(tokens.between(verb.position - 1))}",
            f"closing {closing}",
            f"quoted {min(quoted, 2)}",
            f"first word {tokens.words[first]}",
            f"opens {opens}",
            f"first sentence {start == 0}",
            f"title {text.in_title(start)}",
        ],
    )
    rule = _BEHIND if kind == "cited" else _WITHIN
    quote_end = tokens.spans[verb.position - 1][1] if rest <= 0 or kind == "cited" else tokens.spans[last - 1][1]
    quote = FoundQuote(
        text.token_starts[first],
        quote_end,
        verb.subject,
        verb.position,
        direct=False,
        found_by=rule,
        speaker_by=verb.rule if verb.subject is not None else "",
    )
    yield Candidate(quote, features)
