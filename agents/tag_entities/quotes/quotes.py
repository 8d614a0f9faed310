"""THE ORDER in which quotes are found, and who spoke them.

1. `quotation_marks`: what stands in quotation marks;
2. `speakers`: each verb of speech with its subject, by `subjects` (the walk behind a verb) and `referents` (whom an
   office, a definite noun or a document refers back to);
3. `ranking`: who of those named before speaks, where a verb has no subject of its own, or where no verb leads to
   quotation marks;
4. `direct_speech`, `reported_speech`, `colon_speech`, `cited_speech`: all that may be said, each with what speaks for
   it (`candidates`);
5. `judge`: which of it is, by weights learned from annotated quotes.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import merge

from agents.arabic import quotation_marks
from agents.arabic.quotation_marks import Quoted
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.candidates import Candidate, VerbFeatures
from agents.tag_entities.quotes.cited_speech import find_cited
from agents.tag_entities.quotes.colon_speech import find_colons
from agents.tag_entities.quotes.direct_speech import find_quoted, find_stand_ins
from agents.tag_entities.quotes.judge import choose
from agents.tag_entities.quotes.leads import Lead, find_leads
from agents.tag_entities.quotes.ranking import Ranking
from agents.tag_entities.quotes.reported_speech import find_clauses
from agents.tag_entities.quotes.speakers import Speakers
from agents.tag_entities.quotes.speech_text import WITHOUT_VERB, FoundQuote, SpeechText
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import Marks


def find_quotes(
    tokens: Tokens, names: Sequence[Name], marks: Marks, word_kinds: WordKinds
) -> tuple[list[FoundQuote], list[EntityRef]]:
    """Return the quotes of a text in order of their start, and the sources that it cites."""
    speakers = Speakers(tokens, names, marks, word_kinds)
    text, found = find_candidates(tokens, names, speakers, Ranking(tokens, names))
    return choose(text, found), speakers.cited()


def find_candidates(
    tokens: Tokens, names: Sequence[Name], speakers: Speakers, ranking: Ranking
) -> tuple[SpeechText, Iterator[Candidate]]:
    """Return a text as quotes are read in it, and all that may be said in it."""
    quoted = [stretch for stretch in quotation_marks.find(tokens.text) if stretch.depth == 0]
    starts = [start for start, _ in tokens.spans]
    ends = [stretch.end for stretch in quoted]
    unquoted = [verb for verb in speakers.find_verbs() if not _is_quoted(starts[verb.position], quoted, ends)]
    leads = find_leads(tokens, names)
    speakers_of = {lead.end: lead.speaker for lead in leads if lead.speaker is not None}
    title_end = max(0, tokens.text.find("\n"))
    verb_starts = [starts[verb.position] for verb in unquoted]
    text = SpeechText(tokens, starts, quoted, unquoted, verb_starts, speakers_of, title_end=title_end)
    settled = list(ranking.settle(merge(unquoted, find_stand_ins(text), key=lambda verb: verb.position)))
    text = text._replace(
        verbs=[verb for verb in settled if verb.speech.form != WITHOUT_VERB],
        without_verb={verb.position: verb for verb in settled if verb.speech.form == WITHOUT_VERB},
    )
    return text, _candidates(text, names, leads)


def _candidates(text: SpeechText, names: Sequence[Name], leads: Sequence[Lead]) -> Iterator[Candidate]:
    """Yield all that may be said in a text."""
    verbs = VerbFeatures(text)
    yield from find_quoted(text, names, verbs)
    yield from find_clauses(text, verbs)
    yield from find_colons(text, leads, verbs)
    yield from find_cited(text, verbs)


def _is_quoted(character: int, quoted: Sequence[Quoted], ends: Sequence[int]) -> bool:
    """Whether a character stands in one of some stretches, of which the ends are given too."""
    at = bisect_left(ends, character)
    return at < len(quoted) and quoted[at].start <= character
