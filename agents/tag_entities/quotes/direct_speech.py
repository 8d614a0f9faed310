"""Direct speech: which of what stands in quotation marks is said, and by whom."""

from collections.abc import Sequence
from typing import Final

from agents.arabic.quotation_marks import CLOSING, Quoted
from agents.arabic.tokens import folded
from agents.tag_entities.draft import Name
from agents.tag_entities.quotes.leads import RULE as LEAD
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText, SpeechVerb
from agents.tag_entities.words.roles import DROPPED, KEPT
from agents.tag_entities.words.speech import CLAUSE, NAMING

_MIN_QUOTE_WORDS: Final = 3
"""Fewer are a name, or a word held at a distance."""
_MAX_NAME_WORDS: Final = 6
_MIN_UNANNOUNCED_WORDS: Final = 9
"""So many make a quote of what no verb announces."""
_MAX_WORDS_BETWEEN_PARTS: Final = 12
"""Words between two parts of one speech."""
_MAX_LIKENING_WORDS: Final = 2
"""Words between a quote and the verb behind it: كما, هذا ما."""
_MAX_CHARACTERS_TO_VERB: Final = 1200
"""So far a text is looked at, whatever stands in it."""
_LIKENING: Final = folded("كما هكذا هذا بهذا بهذه حسبما وفق")
"""They open what stands between a quote and a verb of speech behind it: «...»، هكذا قال لافروف."""
_GLUED: Final = frozenset("بل")
"""Prepositions that stand apart before a quotation mark: الموسومة ب «»."""
_AROUND_QUOTE: Final = " ،,." + CLOSING
_VERB_BEFORE: Final = "verb before the quotation marks"
_VERB_BEHIND: Final = "verb behind the quotation marks"
_NEXT_PART: Final = "next part of the quote before"
_CLAUSE_WORD: Final = "word that opens a clause"
_COLON: Final = "colon"
_LENGTH: Final = "as long as speech"
"""What makes a quote of what stands in quotation marks, for `--explain`."""


def find_direct_speech(text: SpeechText, names: Sequence[Name]) -> list[FoundQuote]:
    """Return what is said in quotation marks, in order."""
    name_ends = {name.first: name.last for name in names}
    found: list[FoundQuote] = []
    for quoted in text.quoted:
        first = text.position(quoted.start)
        size = text.position(quoted.end) - first
        if size < _MIN_QUOTE_WORDS or _is_name(text, first, size, name_ends) or _is_named(text, first, size):
            continue
        quote = _read(text, quoted, first, size, found[-1] if found else None)
        if quote is not None:
            found.append(quote)
    return found


def _is_name(text: SpeechText, first: int, size: int, name_ends: dict[int, int]) -> bool:
    """Whether quotation marks hold a name: nothing but one entity, or what a word such as صحيفة announces."""
    if name_ends.get(first) == first + size:
        return True
    tokens = text.tokens
    lead = tokens.words[first - 1] if first and ":" not in tokens.between(first - 1) else ""
    named = any(word in DROPPED or word in KEPT for word in (lead, lead[1:]))
    return size <= _MAX_NAME_WORDS and (named or DROPPED.get(lead.removeprefix("ال")) == "MISC")


def _read(text: SpeechText, quoted: Quoted, first: int, size: int, last: FoundQuote | None) -> FoundQuote | None:
    """Return a quote with its speaker; None when nothing says that the quoted stretch is said."""
    start, end, _ = quoted
    sentence = text.sentence_start(start - 1)
    behind = text.verbs_before(start)
    if last is not None and sentence <= last.end < start and _goes_on(text, last, start, behind):
        return FoundQuote(
            start, end, last.speaker, last.verb, direct=True, found_by=_NEXT_PART, speaker_by=last.speaker_by
        )
    opened = text.verbs_before(sentence)
    if opened < behind:
        return _by_verb_before(text, quoted, opened, behind - 1)
    verb = _verb_behind(text, quoted)
    if verb is not None:
        return FoundQuote(
            start, end, verb.subject, verb.position, direct=True, found_by=_VERB_BEHIND, speaker_by=_rule(verb)
        )
    reason = _without_verb(text, start, first, size)
    lead = text.leads.get(first)
    rule = LEAD if lead is not None else ""
    return FoundQuote(start, end, lead, None, direct=True, found_by=reason, speaker_by=rule) if reason else None


def _is_named(text: SpeechText, first: int, size: int) -> bool:
    """Whether quotation marks hold a name or a motto that a word before them announces, or Latin letters."""
    words = text.tokens.words
    noun = words[max(0, first - 2)] if first and words[first - 1] in _GLUED else words[max(0, first - 1)]
    return (first > 0 and _is_naming(noun)) or _is_latin(words[first : first + size])


def _is_naming(word: str) -> bool:
    """Whether a word announces a name, also with و or ب and an article: والمعنونة."""
    bare = word.removeprefix("و")
    noun = bare.removeprefix("ب").removeprefix("ال")
    return word in NAMING or bare in NAMING or noun in NAMING


def _is_latin(words: Sequence[str]) -> bool:
    """Whether words are a name in Latin letters: «Honor 9 Lite»."""
    return all(word.isascii() for word in words)


def _without_verb(text: SpeechText, start: int, first: int, size: int) -> str:
    """Return what makes a quote of what no verb announces, empty when nothing does."""
    tokens = text.tokens
    if first and tokens.words[first - 1] in CLAUSE:
        return _CLAUSE_WORD
    lead_end = tokens.spans[first - 1][1] if first else 0
    if tokens.text[lead_end : start - 1].rstrip().endswith(":"):
        return _COLON
    return _LENGTH if size >= _MIN_UNANNOUNCED_WORDS else ""


def _goes_on(text: SpeechText, last: FoundQuote, start: int, behind: int) -> bool:
    """Whether a stretch that begins at a character goes on with the last quote: no verb and few words between."""
    between = text.tokens.text[last.end : start]
    return text.verbs_before(last.end) >= behind and len(between.split()) <= _MAX_WORDS_BETWEEN_PARTS


def _by_verb_before(text: SpeechText, quoted: Quoted, opened: int, number: int) -> FoundQuote:
    """Return a quote that a verb of its sentence announces."""
    verbs = text.verbs
    while verbs[number].speech.form == "citing" and number > opened:
        number -= 1  # قائلا بحسب رويترز: who said it, not who reports it
    verb = verbs[number]
    return FoundQuote(
        quoted.start,
        quoted.end,
        verb.subject,
        verb.position,
        direct=True,
        found_by=_VERB_BEFORE,
        speaker_by=_rule(verb),
    )


def _rule(verb: SpeechVerb) -> str:
    return verb.rule if verb.subject is not None else ""


def _verb_behind(text: SpeechText, quoted: Quoted) -> SpeechVerb | None:
    """Return the verb right behind a quote: «...»، قال لافروف."""
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
    return verb
