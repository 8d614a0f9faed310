"""Speech with its speaker: what stands in quotation marks and is presented as said, and what verbs of speech report."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from agents.tag_entities import quotemarks
from agents.tag_entities.quotemarks import Quoted
from agents.tag_entities.scan import Places
from agents.tag_entities.spans import Named, Span
from agents.tag_entities.speakers import Saying, Speakers
from agents.tag_entities.speechwords import CITING, CLAUSE
from agents.tokens import Tokens, folded

_LEAST = 3
"""Words of a quote; fewer are a name or a word held at a distance."""
_LONG = 9
"""Words that make a quote of what no verb announces."""
_SENTENCE = ".!؟?\n"
_NAMES = folded(
    "شعار عنوان بعنوان شعارها عنوانها تسمى يسمى باسم اسم المسماة المسمى تحت كتاب فيلم رواية مسلسل برنامج أغنية أغاني كتابه"
)
"""Behind these, quotation marks hold a name."""


class Said(NamedTuple):
    """Characters `start` to `end` of the folded text that somebody says."""

    start: int
    end: int
    speaker: Named | None
    verb: int | None
    """The token of the verb."""
    direct: bool


def find(tokens: Tokens, spans: Sequence[Span], places: Places) -> tuple[list[Said], list[Named]]:
    """Find speech in order of its start, and the sources that the text cites."""
    text = tokens.text
    speakers = Speakers(tokens, spans, places)
    quoted = [q for q in quotemarks.find(text) if q.depth == 0]
    starts = [start for start, _ in tokens.spans]
    sayings = speakers.sayings()
    inside = _inside(sayings, quoted, starts)
    outer = [s for s, hidden in zip(sayings, inside, strict=True) if not hidden]
    found: list[Said] = []
    last: Said | None = None
    for quote in quoted:
        first = bisect_left(starts, quote.start)
        size = bisect_left(starts, quote.end) - first
        if size < _LEAST:
            continue
        said = _said(tokens, quote, first, size, outer, starts, last)
        if said is not None:
            found.append(said)
            last = said
    return found, speakers.cited()


def _inside(sayings: Sequence[Saying], quoted: Sequence[Quoted], starts: Sequence[int]) -> list[bool]:
    ends = [q.end for q in quoted]
    result = []
    for saying in sayings:
        at = bisect_left(ends, starts[saying.at])
        result.append(at < len(quoted) and quoted[at].start <= starts[saying.at])
    return result


def _said(  # noqa: PLR0913 - what a quote is judged by
    tokens: Tokens,
    quote: Quoted,
    first: int,
    size: int,
    sayings: Sequence[Saying],
    starts: Sequence[int],
    last: Said | None,
) -> Said | None:
    """Judge one quoted stretch: whether it is said, and by whom."""
    text = tokens.text
    begin = _sentence_start(text, quote.start - 1)
    before = [s for s in sayings if begin <= starts[s.at] < quote.start]
    lead = tokens.words[first - 1] if first else ""
    if lead in _NAMES:
        return None
    if last is not None and last.end < quote.start and begin <= last.end:
        between = text[last.end : quote.start]
        later = [s for s in before if starts[s.at] > last.end]
        if not later and len(between.split()) <= 12:  # noqa: PLR2004 - words between two parts of one speech
            return Said(quote.start, quote.end, last.speaker, last.verb, True)
        before = later or before
    if before:
        saying = before[-1]
        speaker = saying.subject
        if speaker is None and not saying.anonymous:
            speaker = _carried(sayings, saying, last, tokens, begin, starts)
        return Said(quote.start, quote.end, speaker, saying.at, True)
    after = _attribution(tokens, quote, sayings, starts)
    if after is not None:
        return Said(quote.start, quote.end, after.subject, after.at, True)
    if lead in CLAUSE or text[: quote.start - 1].rstrip().endswith(":") or size >= _LONG:
        return Said(quote.start, quote.end, None, None, True)
    return None


def _carried(  # noqa: PLR0913 - what the text before tells
    sayings: Sequence[Saying], saying: Saying, last: Said | None, tokens: Tokens, begin: int, starts: Sequence[int]
) -> Named | None:
    """Give the speaker that a verb without a subject goes on with: the sentence's, else the one who spoke last."""
    del last, tokens, begin
    earlier = [s for s in sayings if s.at < saying.at]
    for previous in reversed(earlier):
        if previous.subject is not None:
            if previous.speech.feminine != saying.speech.feminine and saying.speech.kind != "noun":
                return None
            return previous.subject
        if previous.anonymous:
            return None
    del starts
    return None


def _sentence_start(text: str, at: int) -> int:
    """Give where the sentence that holds a character begins; dots within quotation marks end nothing."""
    depth = 0
    while at > 0:
        at -= 1
        sign = text[at]
        if sign in "»”":
            depth += 1
        elif sign in "«“":
            depth = max(0, depth - 1)
        elif sign == "\n" or (sign in _SENTENCE and depth == 0 and not text[at - 1 : at].isdigit()):
            return at + 1
    return 0


def _attribution(tokens: Tokens, quote: Quoted, sayings: Sequence[Saying], starts: Sequence[int]) -> Saying | None:
    """Find a verb right behind a quote: «...»، قال لافروف."""
    behind = bisect_left(starts, quote.end)
    for saying in sayings:
        if behind <= saying.at <= behind + 2 and "\n" not in tokens.text[quote.end : starts[saying.at]]:
            return saying
    if behind < len(tokens.words) and tokens.words[behind] in CITING:
        return None
    return None
