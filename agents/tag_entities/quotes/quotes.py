"""Speech with its speaker: what stands in quotation marks and is presented as said, and what verbs of speech report."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from agents.arabic import quotation_marks
from agents.arabic.quotation_marks import Quoted
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.speakers import Saying, Speakers
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import Marks
from agents.tag_entities.words.roles import DROPPED, KEPT
from agents.tag_entities.words.speech import CLAUSE, NAMING, REPORTING

_LEAST = 3
"""Words of a quote; fewer are a name or a word held at a distance."""
_TITLE = 6
"""Words of a name in quotation marks."""
_TURNS = ("، فيما ", "، بينما ", "، في حين ", "، وفق", "، بحسب ", "، حسب ")
_BACK = 60
"""Words of speech back from one over which a speaker carries."""
_FAR = 1200
"""Characters of the longest sentence."""
_WAY = 10
"""Words between a subject and the clause that it says."""
_CLAUSE = 4
"""Words of a reported clause."""
_END = re.compile(r"[.!؟?؛](?=\s|$)|\n")
_LONG = 9
"""Words that make a quote of what no verb announces."""
_AS = folded("كما هكذا هذا بهذا بهذه حسبما وفق")
"""Between a quote and a verb of speech behind it."""
_LIKENED = 2
"""Words between a quote and the verb behind it: كما, هذا ما."""
_SENTENCE = ".!؟?\n"


class Said(NamedTuple):
    """Characters `start` to `end` of the folded text that somebody says."""

    start: int
    end: int
    speaker: EntityRef | None
    verb: int | None
    """The token of the verb."""
    direct: bool


def find(
    tokens: Tokens, spans: Sequence[Name], marks: Marks, word_kinds: WordKinds
) -> tuple[list[Said], list[EntityRef]]:
    """Find speech in order of its start, and the sources that the text cites."""
    text = tokens.text
    speakers = Speakers(tokens, spans, marks, word_kinds)
    quoted = [q for q in quotation_marks.find(text) if q.depth == 0]
    starts = [start for start, _ in tokens.spans]
    sayings = speakers.sayings()
    inside = _inside(sayings, quoted, starts)
    outer = [s for s, hidden in zip(sayings, inside, strict=True) if not hidden]
    covered = {span.first: span.last for span in spans}
    found: list[Said] = []
    last: Said | None = None
    ats = [starts[saying.at] for saying in outer]
    for quote in quoted:
        first = bisect_left(starts, quote.start)
        size = bisect_left(starts, quote.end) - first
        if size < _LEAST or _is_name(tokens, first, size, covered):
            continue
        said = _said(tokens, quote, first, size, outer, ats, last)
        if said is not None:
            found.append(said)
            last = said
    found += _reported(tokens, outer, quoted, found, starts)
    found.sort(key=lambda said: said.start)
    return found, speakers.cited()


def _is_name(tokens: Tokens, first: int, size: int, covered: dict[int, int]) -> bool:
    """Say whether quotation marks hold a name: nothing but one entity, or what a word such as صحيفة announces."""
    if covered.get(first) == first + size:
        return True
    lead = tokens.words[first - 1] if first and ":" not in tokens.between(first - 1) else ""
    named = any(word in DROPPED or word in KEPT for word in (lead, lead[1:]))
    return size <= _TITLE and (named or DROPPED.get(lead.removeprefix("ال")) == "MISC")


def _reported(
    tokens: Tokens, sayings: Sequence[Saying], quoted: Sequence[Quoted], direct: Sequence[Said], starts: Sequence[int]
) -> list[Said]:
    """Find what verbs of speech report in a clause of their own: أكد لافروف أن روسيا مستعدة."""
    text, words = tokens.text, tokens.words
    found: list[Said] = []
    spoken = [(said.start, said.end) for said in direct]
    marked = [(mark.start, mark.end) for mark in quoted]
    for number, saying in enumerate(sayings):
        at = _clause_start(tokens, saying, sayings[number + 1].at if number + 1 < len(sayings) else len(words))
        if at is None:
            continue
        speaker = saying.subject
        if speaker is None:
            speaker = None if saying.anonymous else _carried(sayings, number)
        if speaker is None:
            continue
        begin = starts[at]
        end = _clause_end(text, begin)
        for later in sayings[number + 1 : number + _BACK]:
            if starts[later.at] >= end:
                break
            if words[later.at].startswith("و") or later.speech.form in ("participle", "citing"):
                end = starts[later.at]
                break
        end = min(end, _turn(text, begin, end))
        end = tokens.spans[bisect_left(starts, end) - 1][1]
        if _overlaps(spoken, begin, end) or _cuts(marked, end) or bisect_left(starts, end) - at < _CLAUSE:
            continue
        found.append(Said(begin, end, speaker, saying.at, direct=False))
    return found


def _overlaps(stretches: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Say whether one of some stretches, in order and apart, shares a character with another."""
    at = bisect_left(stretches, (end, 0)) - 1
    return at >= 0 and stretches[at][1] > begin


def _cuts(stretches: Sequence[tuple[int, int]], end: int) -> bool:
    """Say whether an end lies inside one of some stretches."""
    at = bisect_left(stretches, (end, 0)) - 1
    return at >= 0 and stretches[at][0] < end <= stretches[at][1]


def _turn(text: str, begin: int, end: int) -> int:
    """Give where a sentence turns to something else: فيما, بينما, في حين."""
    turns = [at for word in _TURNS if (at := text.find(word, begin, end)) > 0]
    return min(turns, default=end)


def _clause_start(tokens: Tokens, saying: Saying, stop: int) -> int | None:
    """Find the word that opens what a verb reports, before the next verb of speech: قال لافروف في موسكو أمس إن."""
    if saying.speech.lemma not in REPORTING and saying.speech.form != "participle":
        return None
    reach = _WAY if saying.speech.form != "participle" else 2
    for at in range(saying.end, min(saying.end + reach, stop, len(tokens.words))):
        if tokens.parted(at - 1, '.\n:؛"«“'):
            return None
        if tokens.words[at] in CLAUSE:
            return at
    return None


def _clause_end(text: str, at: int) -> int:
    """Give where a sentence ends: at a dot before a space, a question or exclamation mark, a line's end."""
    ends = [match.start() for match in [_END.search(text, at)] if match]
    return ends[0] if ends else len(text)


def _inside(sayings: Sequence[Saying], quoted: Sequence[Quoted], starts: Sequence[int]) -> list[bool]:
    ends = [q.end for q in quoted]
    result = []
    for saying in sayings:
        at = bisect_left(ends, starts[saying.at])
        result.append(at < len(quoted) and quoted[at].start <= starts[saying.at])
    return result


def _said(  # noqa: PLR0913, PLR0917 - what a quote is judged by
    tokens: Tokens,
    quote: Quoted,
    first: int,
    size: int,
    sayings: Sequence[Saying],
    ats: Sequence[int],
    last: Said | None,
) -> Said | None:
    """Judge one quoted stretch: whether it is said, and by whom."""
    text = tokens.text
    begin = _sentence_start(text, quote.start - 1)
    behind = bisect_left(ats, quote.start)
    opened = bisect_left(ats, begin)
    lead = tokens.words[first - 1] if first else ""
    if lead in NAMING:
        return None
    if last is not None and last.end < quote.start and begin <= last.end:
        between = text[last.end : quote.start]
        later = bisect_left(ats, last.end)
        if later >= behind and len(between.split()) <= 12:  # noqa: PLR2004 - words between two parts of one speech
            return Said(quote.start, quote.end, last.speaker, last.verb, direct=True)
    if opened < behind:
        number = behind - 1
        while sayings[number].speech.form == "citing" and number > opened:
            number -= 1  # قائلا بحسب رويترز: who said it, not who reports it
        saying = sayings[number]
        speaker = saying.subject
        if speaker is None and not saying.anonymous:
            speaker = _carried(sayings, number)
        return Said(quote.start, quote.end, speaker, saying.at, direct=True)
    after = _attribution(tokens, quote, sayings, ats)
    if after is not None:
        return Said(quote.start, quote.end, after.subject, after.at, direct=True)
    if lead in CLAUSE or text[: quote.start - 1].rstrip().endswith(":") or size >= _LONG:
        return Said(quote.start, quote.end, None, None, direct=True)
    return None


def _carried(sayings: Sequence[Saying], number: int) -> EntityRef | None:
    """Give the speaker that a verb without a subject goes on with: who spoke last, if the verb's gender allows."""
    saying = sayings[number]
    for previous in reversed(sayings[max(0, number - _BACK) : number]):
        if previous.speech.form == "citing":
            continue
        if previous.subject is not None:
            if previous.speech.feminine != saying.speech.feminine and saying.speech.form != "noun":
                return None
            return previous.subject
        if previous.anonymous:
            return None
    return None


def _sentence_start(text: str, at: int) -> int:
    """Give where the sentence that holds a character begins; dots within quotation marks end nothing."""
    depth = 0
    limit = max(0, at - _FAR)
    while at > limit:
        at -= 1
        sign = text[at]
        if sign in "»”":
            depth += 1
        elif sign in "«“":
            depth = max(0, depth - 1)
        elif sign == "\n" or (sign in _SENTENCE and depth == 0 and not text[at - 1 : at].isdigit()):
            return at + 1
    return limit


def _attribution(tokens: Tokens, quote: Quoted, sayings: Sequence[Saying], ats: Sequence[int]) -> Saying | None:
    """Find a verb right behind a quote: «...»، قال لافروف."""
    number = bisect_left(ats, quote.end)
    if number >= len(sayings):
        return None
    saying = sayings[number]
    between = tokens.text[quote.end : ats[number]]
    words = between.strip(' "»”،,.').split()
    likened = len(words) <= _LIKENED and bool(words) and words[0] in _AS
    if "\n" in between or (words and not likened) or tokens.words[saying.at].startswith("و"):
        return None
    return saying
