"""THE ORDER in which quotes are found, and who spoke them.

1. `quotation_marks`: what stands in quotation marks;
2. `speakers`: each verb of speech with its subject, by `subjects` (the walk behind a verb) and `referents` (whom an
   office, a definite noun or a document refers back to);
3. `ranking`: who of those named before speaks, where a verb has no subject of its own;
4. `direct_speech`: which of what is quoted is said, and by whom;
5. `reported_speech`: what the verbs report without quotation marks.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from agents.arabic import quotation_marks
from agents.arabic.quotation_marks import Quoted
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.cited_speech import find_cited_speech
from agents.tag_entities.quotes.colon_speech import find_colon_speech
from agents.tag_entities.quotes.direct_speech import find_direct_speech
from agents.tag_entities.quotes.leads import find_leads
from agents.tag_entities.quotes.ranking import Ranking
from agents.tag_entities.quotes.reported_speech import find_reported_speech
from agents.tag_entities.quotes.speakers import Speakers
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import Marks


def find_quotes(
    tokens: Tokens,
    names: Sequence[Name],
    marks: Marks,
    word_kinds: WordKinds,
    ranking: Callable[[Tokens, Sequence[Name]], Ranking] = Ranking,
) -> tuple[list[FoundQuote], list[EntityRef]]:
    """Return the quotes of a text in order of their start, and the sources that it cites."""
    quoted = [stretch for stretch in quotation_marks.find(tokens.text) if stretch.depth == 0]
    starts = [start for start, _ in tokens.spans]
    speakers = Speakers(tokens, names, marks, word_kinds)
    ends = [stretch.end for stretch in quoted]
    unquoted = [verb for verb in speakers.find_verbs() if not _is_quoted(starts[verb.position], quoted, ends)]
    verbs = list(ranking(tokens, names).settle(unquoted))
    leads = find_leads(tokens, names)
    speakers_of = {lead.end: lead.speaker for lead in leads if lead.speaker is not None}
    text = SpeechText(tokens, starts, quoted, verbs, [starts[verb.position] for verb in verbs], speakers_of)
    direct = find_direct_speech(text, names)
    found = _merged(direct, find_reported_speech(text, direct, word_kinds))
    found = _merged(found, find_colon_speech(text, leads, found))
    found = _merged(found, find_cited_speech(text, found))
    return found, speakers.cited()


def _merged(found: Sequence[FoundQuote], more: Iterable[FoundQuote]) -> list[FoundQuote]:
    """Return quotes and more of them in order of their start, none of these over another."""
    merged: list[FoundQuote] = []
    for quote in sorted([*found, *more], key=lambda quote: quote.start):
        if not merged or quote.start >= merged[-1].end:
            merged.append(quote)
    return merged


def _is_quoted(character: int, quoted: Sequence[Quoted], ends: Sequence[int]) -> bool:
    """Whether a character stands in one of some stretches, of which the ends are given too."""
    at = bisect_left(ends, character)
    return at < len(quoted) and quoted[at].start <= character
