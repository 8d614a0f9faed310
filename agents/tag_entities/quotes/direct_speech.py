"""Direct speech: what stands in quotation marks, and who would say it."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from agents.arabic.quotation_marks import CLOSING, MARKS, Quoted
from agents.arabic.tokens import folded
from agents.tag_entities.draft import Name
from agents.tag_entities.quotes.candidates import (
    Candidate,
    VerbFeatures,
    distance_class,
    featured,
    gap_sign,
    size_class,
    subject_feature,
)
from agents.tag_entities.quotes.leads import RULE as LEAD
from agents.tag_entities.quotes.speech_text import WITHOUT_VERB, FoundQuote, SpeechText, SpeechVerb
from agents.tag_entities.quotes.unclosed_marks import find_unclosed
from agents.tag_entities.words.roles import DROPPED, KEPT
from agents.tag_entities.words.speech import CLAUSE, NAMING, NAMING_ADJECTIVES, Speech

_MIN_QUOTE_WORDS: Final = 3
"""Fewer are a name, or a word held at a distance."""
_MAX_WORDS_BETWEEN_PARTS: Final = 12
"""Words between two parts of one speech."""
_MAX_WORDS_BEHIND_CLAUSE: Final = 20
"""Words from one such as أن to quotation marks."""
_MAX_LIKENING_WORDS: Final = 2
"""Words between a quote and the verb behind it: كما, هذا ما."""
_MAX_CHARACTERS_TO_VERB: Final = 1200
"""So far a text is looked at, whatever stands in it."""
_LIKENING: Final = folded("كما هكذا هذا بهذا بهذه حسبما وفق")
"""They open what stands between a quote and a verb of speech behind it: «...»، هكذا قال لافروف."""
_GLUED: Final = frozenset("بل")
"""Prepositions that stand apart before a quotation mark: الموسومة ب «»."""
_AROUND_QUOTE: Final = " ،,." + CLOSING
_ENDS_IN_QUOTE: Final = ".،!؟…"
_NOTHING: Final = "nothing"
_NO_SPEECH: Final = Speech(WITHOUT_VERB, "", feminine=False)
_KIND: Final = "quoted"
_VERB_BEFORE: Final = "verb before the quotation marks"
_VERB_BEHIND: Final = "verb behind the quotation marks"
_NEXT_PART: Final = "next part of the quote before"
_NO_VERB: Final = "quotation marks without a verb"
"""What leads to what stands in quotation marks, for `--explain`."""


class _Lead(NamedTuple):
    """What leads to a stretch in quotation marks."""

    rule: str
    verb: int | None = None
    """The number of a verb."""


def find_quoted(text: SpeechText, names: Sequence[Name], verbs: VerbFeatures) -> Iterator[Candidate]:
    """Yield what stands in quotation marks and is long enough to be said, in order."""
    name_ends = {name.first: name.last for name in names}
    last: FoundQuote | None = None
    for quoted in sorted([*text.quoted, *find_unclosed(text)]):
        first = text.position(quoted.start)
        size = text.position(quoted.end) - first
        if size < _MIN_QUOTE_WORDS or (first and _is_named(text.tokens.words, first)):
            continue
        lead = _lead(text, quoted, last)
        quote = _quote(text, quoted, first, lead, last)
        features = [
            lead.rule,
            size_class(size),
            f"since {distance_class(first - text.position(last.end)) if last is not None else _NOTHING}",
            *_features_of_place(text, quoted, first),
            *(f"is {kind}" for kind in _kinds(text, quoted, first, name_ends)),
        ]
        stand_in = text.without_verb.get(first)
        if lead.rule == _NO_VERB and stand_in is not None:
            features.append(subject_feature(stand_in))
        if lead.verb is not None:
            features += [*verbs.of(lead.verb), *_features_of_way(text, text.verbs[lead.verb], first, first + size)]
        yield Candidate(quote, featured(_KIND, features))
        last = quote


def find_stand_ins(text: SpeechText) -> Iterator[SpeechVerb]:
    """Yield what stands for the verbs of quotation marks to which none leads, in order."""
    last: FoundQuote | None = None
    for quoted in text.quoted:
        first, end = text.position(quoted.start), text.position(quoted.end)
        if end - first < _MIN_QUOTE_WORDS or (first and _is_named(text.tokens.words, first)):
            continue
        lead = _lead(text, quoted, last)
        last = _quote(text, quoted, first, lead, last)
        if lead.rule == _NO_VERB:
            yield SpeechVerb(first, _NO_SPEECH, None, anonymous=False, end=end)


def _features_of_way(text: SpeechText, verb: SpeechVerb, first: int, last: int) -> Iterator[str]:
    """Yield what stands between a verb and quotation marks."""
    if verb.position >= last:
        sign = gap_sign(text.tokens.between(last - 1).lstrip(CLOSING))
        yield f"verb ahead {distance_class(verb.position - last)} {sign}"
    else:
        yield distance_class(first - max(verb.end, verb.position + 1))
        yield f"behind clause {_words_behind_clause(text, first, verb)}"


def _features_of_place(text: SpeechText, quoted: Quoted, first: int) -> Iterator[str]:
    """Yield what stands around quotation marks."""
    tokens = text.tokens
    words = tokens.words
    gap = tokens.text[tokens.spans[first - 1][1] if first else 0 : quoted.start]
    sign = gap_sign(gap.rstrip(MARKS))
    yield f"gap {sign}{' ' if gap[-2:-1] == ' ' else ''}"
    yield f"behind mark {gap_sign(tokens.text[quoted.end + 1 : quoted.end + 2])}"
    yield f"before {words[first - 1] if first else _NOTHING}"
    yield f"first word {words[first]}"


def _kinds(text: SpeechText, quoted: Quoted, first: int, name_ends: dict[int, int]) -> Iterator[str]:
    """Yield what a quoted stretch is besides."""
    tokens = text.tokens
    last = text.position(quoted.end)
    gap = tokens.between(first - 1) if first else ""
    told = {
        "name": name_ends.get(first) == last,
        "name and more": first in name_ends and name_ends[first] != last,
        "announced": first > 0 and ":" not in gap and _is_announced(tokens.words[first - 1]),
        "latin": all(word.isascii() for word in tokens.words[first:last]),
        "unclosed": quoted.depth > 0,
        "line": "\n" in gap and tokens.text[quoted.end + 1 : quoted.end + 2].strip() == "",
        "title": text.in_title(quoted.start),
        "sentence": tokens.text[quoted.end - 1 : quoted.end] in _ENDS_IN_QUOTE,
        "behind a lead": first in text.leads,
    }
    return (kind for kind, holds in told.items() if holds)


def _words_behind_clause(text: SpeechText, first: int, verb: SpeechVerb) -> str:
    """Return how far behind a word such as أن quotation marks stand."""
    for back in range(first - 1, max(verb.position, first - _MAX_WORDS_BEHIND_CLAUSE - 1), -1):
        if text.tokens.words[back] in CLAUSE:
            return distance_class(first - 1 - back)
    return _NOTHING


def _lead(text: SpeechText, quoted: Quoted, last: FoundQuote | None) -> _Lead:
    """Return what leads to a quoted stretch."""
    sentence = text.sentence_start(quoted.start - 1)
    behind = text.verbs_before(quoted.start)
    goes_on = last is not None and sentence <= last.end < quoted.start and _goes_on(text, last, quoted.start, behind)
    if goes_on and last is not None:
        return _Lead(_NEXT_PART, text.verbs_before(text.token_starts[last.verb]) if last.verb is not None else None)
    opened = text.verbs_before(sentence)
    if opened < behind:
        number = behind - 1
        while text.verbs[number].speech.form == "citing" and number > opened:
            number -= 1  # قائلا بحسب رويترز: who said it, not who reports it
        return _Lead(_VERB_BEFORE, number)
    after = _verb_behind(text, quoted)
    return _Lead(_VERB_BEHIND, after) if after is not None else _Lead(_NO_VERB)


def _quote(text: SpeechText, quoted: Quoted, first: int, lead: _Lead, last: FoundQuote | None) -> FoundQuote:
    start, end, _ = quoted
    if lead.rule == _NEXT_PART and last is not None:
        return FoundQuote(
            start, end, last.speaker, last.verb, direct=True, found_by=_NEXT_PART, speaker_by=last.speaker_by
        )
    if lead.verb is not None:
        verb = text.verbs[lead.verb]
        return FoundQuote(
            start, end, verb.subject, verb.position, direct=True, found_by=lead.rule, speaker_by=_rule(verb)
        )
    speaker, rule = text.leads.get(first), LEAD
    if speaker is None and first in text.without_verb:
        speaker, rule = text.without_verb[first].subject, _rule(text.without_verb[first])
    return FoundQuote(
        start, end, speaker, None, direct=True, found_by=lead.rule, speaker_by=rule if speaker is not None else ""
    )


def _is_announced(lead: str) -> bool:
    """Whether a word such as صحيفة announces the name of something."""
    return any(word in DROPPED or word in KEPT for word in (lead, lead[1:], lead.removeprefix("ال")))


def _is_named(words: Sequence[str], first: int) -> bool:
    """Whether quotation marks hold a name or a motto that a word before them announces: ديوانه (الجديد) «»."""
    between = words[first - 1] in _GLUED or words[first - 1] in NAMING_ADJECTIVES
    return _is_naming(words[max(0, first - 1 - between)])


def _is_naming(word: str) -> bool:
    """Whether a word announces a name, also with و or ب and an article: والمعنونة."""
    bare = word.removeprefix("و")
    noun = bare.removeprefix("ب").removeprefix("ال")
    return word in NAMING or bare in NAMING or noun in NAMING


def _goes_on(text: SpeechText, last: FoundQuote, start: int, behind: int) -> bool:
    """Whether a stretch that begins at a character goes on with the last quote: no verb and few words between."""
    between = text.tokens.text[last.end : start]
    return text.verbs_before(last.end) >= behind and len(between.split()) <= _MAX_WORDS_BETWEEN_PARTS


def _rule(verb: SpeechVerb) -> str:
    return verb.rule if verb.subject is not None else ""


def _verb_behind(text: SpeechText, quoted: Quoted) -> int | None:
    """Return the number of the verb right behind a quote: «...»، قال لافروف."""
    number = text.verbs_before(quoted.end)
    if number >= len(text.verbs):
        return None
    verb = text.verbs[number]
    if text.verb_starts[number] - quoted.end > _MAX_CHARACTERS_TO_VERB:
        return None
    between = text.tokens.text[quoted.end : text.verb_starts[number]]
    words = between.strip(_AROUND_QUOTE).split()
    likened = len(words) <= _MAX_LIKENING_WORDS and bool(words) and words[0] in _LIKENING
    if "\n" in between or (words and not likened) or text.tokens.words[verb.position].startswith("و"):
        return None
    return number
