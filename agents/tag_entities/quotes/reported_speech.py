"""Reported speech: what verbs of speech report in a clause of their own: أكد لافروف أن روسيا مستعدة."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText
from agents.tag_entities.quotes.unfound_sources import names_source
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.speech import BEFORE_DEEDS, CLAUSE, REPORTING

_MAX_VERBS_AHEAD: Final = 60
"""Verbs of speech behind a clause's beginning among which its end is looked for."""
_MAX_WORDS_TO_CLAUSE: Final = 32
"""Words between a subject and the clause that it says."""
_MAX_WORDS_FROM_PARTICIPLE: Final = 4
"""Words between a participle and its clause: مؤكدا أن."""
_MIN_CLAUSE_WORDS: Final = 4
_TURNS: Final = ("، فيما ", "، بينما ", "، في حين ", "، وفق", "، بحسب ", "، حسب ")
"""Where a sentence turns to something else, and what is reported ends."""
_BEFORE_CLAUSE_ENDS: Final = ".\n:؛"
"""Behind these, no clause of the verb's opens."""
_SENTENCE_ENDS: Final = ".\n؛"
"""Before the word itself that opens a clause, a colon is no end: وأضاف لرويترز: إن."""
_REPORTING_FORMS: Final = frozenset(["participle", "document", "noun"])
"""Forms of which every verb reports."""
_FOUND_BY: Final = "clause behind a verb"


def find_reported_speech(text: SpeechText, direct: Sequence[FoundQuote], word_kinds: WordKinds) -> list[FoundQuote]:
    """Return what is reported by somebody who has a name, in order, outside direct speech."""
    found: list[FoundQuote] = []
    spoken = [(quote.start, quote.end) for quote in direct]
    quoted = [(stretch.start, stretch.end) for stretch in text.quoted]
    for number, verb in enumerate(text.verbs):
        position = _clause_position(text, number)
        if position is None:
            continue
        speaker, rule = verb.subject, verb.rule
        if speaker is None and not verb.named and not names_source(text, verb.position + 1, word_kinds):
            continue
        start = text.token_starts[position]
        end = _uncut(quoted, clause_end(text, number, start))
        if text.position(end) - position < _MIN_CLAUSE_WORDS or overlaps(spoken, start, end):
            continue
        rule = rule if speaker is not None else ""
        found.append(FoundQuote(start, end, speaker, verb.position, direct=False, found_by=_FOUND_BY, speaker_by=rule))
    return found


def _clause_position(text: SpeechText, number: int) -> int | None:
    """Return the word that opens what a verb reports, before the next verb of speech: قال لافروف في موسكو أمس إن."""
    tokens, verbs = text.tokens, text.verbs
    verb = verbs[number]
    participle = verb.speech.form == "participle"
    if verb.speech.lemma not in REPORTING and verb.speech.form not in _REPORTING_FORMS:
        return None
    reach = _MAX_WORDS_FROM_PARTICIPLE if participle else _MAX_WORDS_TO_CLAUSE
    later = (other.position for other in verbs[number + 1 :] if other.speech.form != "noun")
    next_verb = next(later, len(tokens.words))
    for position in range(verb.end, min(verb.end + reach, next_verb)):
        clause = tokens.words[position] in CLAUSE and tokens.words[position - 1] not in BEFORE_DEEDS
        if tokens.parted(position - 1, _SENTENCE_ENDS if clause else _BEFORE_CLAUSE_ENDS):
            return None
        if clause:
            return position
    return None


def clause_end(text: SpeechText, number: int, start: int) -> int:
    """Return where a clause ends: with its sentence, before the next report that is joined to it, or at a turn."""
    end = text.sentence_end(start)
    for later in range(number + 1, min(number + _MAX_VERBS_AHEAD, len(text.verbs))):
        if text.verb_starts[later] >= end:
            break
        verb = text.verbs[later]
        if text.tokens.words[verb.position].startswith("و") or verb.speech.form in {"participle", "citing"}:
            end = text.verb_starts[later]
            break
    turns = [at for turn in _TURNS if (at := text.tokens.text.find(turn, start, end)) > 0]
    end = min(turns, default=end)
    return text.tokens.spans[text.position(end) - 1][1]


def overlaps(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some stretches, in order and apart, shares a character with another."""
    at = bisect_left(stretches, (end, 0)) - 1
    return at >= 0 and stretches[at][1] > start


def _uncut(stretches: Sequence[tuple[int, int]], end: int) -> int:
    """Return an end, moved to that of the stretch inside which it lies."""
    at = bisect_left(stretches, (end, 0)) - 1
    return stretches[at][1] if at >= 0 and end <= stretches[at][1] else end
