"""Speech behind a colon without quotation marks: ترامب: نخوض نقاشات جيدة; وقال: لا يمكن أن نقبل."""

from collections.abc import Iterator, Sequence
from typing import Final

from agents.arabic.quotation_marks import MARKS
from agents.arabic.tokens import Tokens
from agents.tag_entities.quotes.candidates import (
    Candidate,
    VerbFeatures,
    distance_class,
    featured,
    size_class,
)
from agents.tag_entities.quotes.leads import Lead
from agents.tag_entities.quotes.reported_speech import clause_end
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText

_MAX_WORDS_TO_COLON: Final = 25
"""Words between a verb's subject and the colon."""
_MIN_WORDS: Final = 3
_MARKS: Final = frozenset(MARKS)
_ENDS: Final = frozenset(".\n؛" + MARKS)
"""Behind these, no colon is the verb's."""
NEWLINE: Final = "\n"
_BEHIND_VERB: Final = "colon behind a verb"


def find_colons(text: SpeechText, leads: Sequence[Lead], verbs: VerbFeatures) -> Iterator[Candidate]:
    """Yield what stands behind the colons of verbs, and behind those that open a line."""
    for number, verb in enumerate(text.verbs):
        position = _colon(text, number)
        if position is not None:
            yield from _behind_verb(text, number, verb.end, position, verbs)
    before: Lead | None = None
    for lead in leads:
        yield from _at_line(text, lead, before)
        before = lead


def _at_line(text: SpeechText, lead: Lead, before: Lead | None) -> Iterator[Candidate]:
    if lead.end >= len(text.token_starts) or _is_marked(text.tokens, lead.end):
        return
    tokens = text.tokens
    start = text.token_starts[lead.end]
    end = tokens.text.find("\n", start)
    last = text.position(end) if end >= 0 else len(text.token_starts)
    size = last - lead.end
    if size < _MIN_WORDS:
        return
    words = tokens.words
    gap = tokens.between(lead.end - 1)
    features = featured(
        "lead",
        [
            f"speaker {lead.speaker.type if lead.speaker is not None else lead.titled}",
            f"words {min(lead.end - lead.first, 8)}",
            size_class(size),
            f"title {text.in_title(start)}",
            f"gap {'line' if NEWLINE in gap else ':'}",
            f"lead before {before is not None}",
            f"strange {min(lead.strange, 3)}",
            f"first line {lead.first == 0}",
            f"opens {words[lead.first]}",
            f"last {words[lead.end - 1]}",
            f"first word {words[lead.end]}",
        ],
    )
    rule = lead.rule if lead.speaker is not None else ""
    quote = FoundQuote(
        start, tokens.spans[last - 1][1], lead.speaker, None, direct=False, found_by=lead.rule, speaker_by=rule
    )
    yield Candidate(quote, features)


def _is_marked(tokens: Tokens, position: int) -> bool:
    """Whether a quotation mark stands between a colon and a token: direct speech."""
    return not _MARKS.isdisjoint(tokens.between(position - 1).rpartition(":")[2])


def _colon(text: SpeechText, number: int) -> int | None:
    """Return the token behind the colon of a verb."""
    tokens, verb = text.tokens, text.verbs[number]
    limit = text.verbs[number + 1].position if number + 1 < len(text.verbs) else len(tokens.words)
    for position in range(verb.position + 1, min(verb.end + _MAX_WORDS_TO_COLON, limit + 1, len(tokens.words))):
        gap = tokens.between(position - 1)
        if gap == " ":
            continue
        if ":" in gap:
            return None if _is_marked(tokens, position) else position
        if not _ENDS.isdisjoint(gap):
            return None
    return None


def _behind_verb(
    text: SpeechText, number: int, end_of_subject: int, position: int, verbs: VerbFeatures
) -> Iterator[Candidate]:
    tokens, verb = text.tokens, text.verbs[number]
    start = text.token_starts[position]
    end = clause_end(text, number, start)
    size = text.position(end) - position
    if size < _MIN_WORDS:
        return
    gap, words = tokens.between(position - 1), tokens.words
    features = featured(
        "colon",
        [
            *verbs.of(number),
            distance_class(max(0, position - end_of_subject)),
            f"gap {'line' if NEWLINE in gap else '(' if '(' in gap else ':'}",
            size_class(size),
            f"before {words[position - 1]}",
            f"before ascii {words[position - 1].isascii()}",
            f"first word {words[position]}",
            f"title {text.in_title(start)}",
        ],
    )
    rule = verb.rule if verb.subject is not None else ""
    quote = FoundQuote(start, end, verb.subject, verb.position, direct=False, found_by=_BEHIND_VERB, speaker_by=rule)
    yield Candidate(quote, features)
