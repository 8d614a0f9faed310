"""Speech behind a colon without quotation marks: ترامب: نخوض نقاشات جيدة; وقال: لا يمكن أن نقبل."""

from collections.abc import Iterator, Sequence
from typing import Final

from agents.arabic.quotation_marks import MARKS
from agents.arabic.tokens import Tokens
from agents.tag_entities.quotes.leads import RULE, Lead
from agents.tag_entities.quotes.reported_speech import clause_end, overlaps
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText
from agents.tag_entities.words.speech import REPORTING

_MAX_WORDS_TO_COLON: Final = 20
"""Words between a verb's subject and the colon."""
_MIN_WORDS: Final = 3
_ENDS: Final = frozenset(".\n؛" + MARKS)
"""Behind these, no colon is the verb's."""
_BEHIND_VERB: Final = "colon behind a verb"


def find_colon_speech(text: SpeechText, leads: Sequence[Lead], found: Sequence[FoundQuote]) -> Iterator[FoundQuote]:
    """Yield what is said behind a colon, in order, outside the speech found so far."""
    taken = [(quote.start, quote.end) for quote in found]
    for lead in leads:
        quote = _at_line(text, lead)
        if quote is not None and not overlaps(taken, quote.start, quote.end):
            yield quote
    for number in range(len(text.verbs)):
        quote = _behind_verb(text, number)
        if quote is not None and not overlaps(taken, quote.start, quote.end):
            yield quote


def _at_line(text: SpeechText, lead: Lead) -> FoundQuote | None:
    if lead.end >= len(text.token_starts) or _is_marked(text.tokens, lead.end):
        return None
    start = text.token_starts[lead.end]
    end = text.tokens.text.find("\n", start)
    last = text.position(end) if end >= 0 else len(text.token_starts)
    if last - lead.end < _MIN_WORDS:
        return None
    end = text.tokens.spans[last - 1][1]
    rule = RULE if lead.speaker is not None else ""
    return FoundQuote(start, end, lead.speaker, None, direct=False, found_by=RULE, speaker_by=rule)


def _is_marked(tokens: Tokens, position: int) -> bool:
    """Whether a quotation mark stands before a token: direct speech."""
    return tokens.parted(position - 1, MARKS)


def _behind_verb(text: SpeechText, number: int) -> FoundQuote | None:
    tokens, verb = text.tokens, text.verbs[number]
    if verb.speech.form != "participle" and verb.speech.lemma not in REPORTING:
        return None
    limit = text.verbs[number + 1].position if number + 1 < len(text.verbs) else len(tokens.words)
    for position in range(verb.end, min(verb.end + _MAX_WORDS_TO_COLON, limit)):
        gap = tokens.between(position - 1)
        if gap == " ":
            continue
        if ":" in gap:
            break
        if not _ENDS.isdisjoint(gap):
            return None
    else:
        return None
    speaker, rule = verb.subject, verb.rule
    if speaker is None or _is_marked(tokens, position) or "(" in gap or tokens.words[position - 1].isascii():
        return None
    start = text.token_starts[position]
    end = clause_end(text, number, start)
    if text.position(end) - position < _MIN_WORDS:
        return None
    return FoundQuote(start, end, speaker, verb.position, direct=False, found_by=_BEHIND_VERB, speaker_by=rule)
