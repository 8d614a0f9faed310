"""Reported speech: what a word such as أن opens behind a verb of speech: أكد لافروف أن روسيا مستعدة."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
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
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText
from agents.tag_entities.words.speech import BEFORE_DEEDS, CLAUSE, SO, TURNS

_MAX_VERBS_AHEAD: Final = 60
"""Verbs of speech behind a clause's beginning among which its end is looked for."""
_MAX_WORDS_TO_CLAUSE: Final = 40
"""Words between a verb and the clause that it reports."""
_MIN_CLAUSE_WORDS: Final = 3
_MAX_CLAUSES: Final = 3
"""Clauses of one verb that are told apart."""
_SENTENCE_ENDS: Final = ".\n؛!؟"
_KIND: Final = "clause"
_FOUND_BY: Final = "clause behind a verb"
_OPENERS: Final = {word: word for word in CLAUSE | SO} | {"و" + word: "و" + word for word in CLAUSE}
"""Words that open a clause."""


def find_clauses(text: SpeechText, verbs: VerbFeatures) -> Iterator[Candidate]:
    """Yield the clauses behind verbs of speech, outside quotation marks, in order."""
    tokens = text.tokens
    words = tokens.words
    stretches = [(stretch.start, stretch.end) for stretch in text.quoted]
    clauses_of: dict[int, int] = {}
    for position in [at for at, word in enumerate(words) if word in _OPENERS]:
        start = text.token_starts[position]
        if overlaps(stretches, start, start + 1):
            continue
        number, passed = _verb_before(text, position)
        if number < 0:
            continue
        verb = text.verbs[number]
        end = uncut(stretches, clause_end(text, number, start))
        size = text.position(end) - position
        if size < _MIN_CLAUSE_WORDS:
            continue
        order = clauses_of[number] = clauses_of.get(number, -1) + 1
        subject_end = max(verb.end, verb.position + 1)
        features = featured(
            _KIND,
            [
                *verbs.of(number),
                f"order {min(order, _MAX_CLAUSES)}",
                distance_class(position - subject_end),
                f"opens {_shape(words[position])}",
                f"opener {words[position]}",
                f"before {words[position - 1]}",
                f"before a deed {words[position - 1] in BEFORE_DEEDS}",
                f"gap {gap_sign(tokens.between(position - 1))}",
                f"colon {is_parted(tokens, subject_end - 1, position, ':')}",
                size_class(size),
                f"quoted {_quoted_within(text, position, stretches, end)}",
                f"passed {passed}",
                f"title {text.in_title(start)}",
            ],
        )
        rule = verb.rule if verb.subject is not None else ""
        quote = FoundQuote(start, end, verb.subject, verb.position, direct=False, found_by=_FOUND_BY, speaker_by=rule)
        yield Candidate(quote, features)


def _quoted_within(text: SpeechText, position: int, stretches: Sequence[tuple[int, int]], end: int) -> str:
    """Return how far behind its first word a clause quotes something, and how long that is."""
    at = bisect_left(stretches, (text.token_starts[position], 0))
    if at >= len(stretches) or stretches[at][0] >= end:
        return "nothing"
    first = text.position(stretches[at][0])
    return f"{distance_class(first - position)} {size_class(text.position(stretches[at][1]) - first)}"


def _shape(word: str) -> str:
    """Return how a word opens a clause: joined by و or ف, and whether it holds a pronoun."""
    joined = word[0] if word[0] in "وف" else ""
    bare = word.removeprefix(joined).removeprefix("ب").removeprefix("ل")
    return f"{joined}{'ان' if bare == 'ان' else 'انه'}"


def _verb_before(text: SpeechText, position: int) -> tuple[int, str]:
    """Return the number of the verb to which a clause belongs, and what stands between; -1 without one."""
    number = text.verbs_before(text.token_starts[position]) - 1
    passed, found = "", -1
    while number >= 0 and position - text.verbs[number].position <= _MAX_WORDS_TO_CLAUSE:
        verb = text.verbs[number]
        if is_parted(text.tokens, verb.position, position, _SENTENCE_ENDS):
            break
        form = verb.speech.form
        if form != "citing" and (form != "noun" or verb.subject is not None):
            return number, passed
        found = number if found < 0 else found
        passed = form
        number -= 1
    return found, f"only {passed}" if passed else ""


def clause_end(text: SpeechText, number: int, start: int) -> int:
    """Return where a clause ends: with its sentence, before the next report that is joined to it, or at a turn."""
    end = text.sentence_end(start)
    for later in range(number + 1, min(number + _MAX_VERBS_AHEAD, len(text.verbs))):
        if text.verb_starts[later] >= end:
            break
        if text.verb_starts[later] <= start:
            continue
        verb = text.verbs[later]
        if text.tokens.words[verb.position].startswith("و") or verb.speech.form in {"participle", "citing"}:
            end = text.verb_starts[later]
            break
    turns = [at for turn in TURNS if (at := text.tokens.text.find(turn, start, end)) > 0]
    end = min(turns, default=end)
    return text.tokens.spans[text.position(end) - 1][1]


def overlaps(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some stretches, in order and apart, shares a character with another."""
    at = bisect_left(stretches, (end, 0)) - 1
    return at >= 0 and stretches[at][1] > start


def uncut(stretches: Sequence[tuple[int, int]], end: int) -> int:
    """Return an end, moved to that of the stretch inside which it lies."""
    at = bisect_left(stretches, (end, 0)) - 1
    return stretches[at][1] if at >= 0 and end <= stretches[at][1] else end
