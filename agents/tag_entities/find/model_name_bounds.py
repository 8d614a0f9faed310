"""Where a name that the model sees begins and ends: without titles, offices, verbs and proclitics that are no part."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from agents.arabic.clitics import AND, ARTICLE, is_accusative_adjective, peel
from agents.arabic.memo import Memo
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import ModelName
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import SERVANT
from agents.tag_entities.words.people import (
    BEFORE_VERBS,
    FUNCTION_WORDS,
    NAMES_AND_VERBS,
    NOT_BEHIND_SURNAME,
    SHORT_SURNAMES,
    VERBS,
)
from agents.tag_entities.words.roles import DROPPED, KEPT, TITLES
from agents.tag_entities.words.speech import CLAUSE

MIN_NAME_LETTERS: Final = 3
MIN_SCORE_BEHIND_VERB: Final = 0.6
"""How sure a model counts as being of a name that a verb makes clear."""
MIN_DEFINITE_LETTERS: Final = 6
"""Letters of a name with an article and one letter before it."""
_NAME_WORDS: Final = 2
"""A given and a family name."""
_HOUSES: Final = ("بل", "بن", "بو")
"""Beginnings of family names whose first letter is no proclitic: بلعريبي."""
_RARE_PROCLITICS: Final = "كف"
"""Letters that begin a name more often than they stand before one."""
_TO: Final = "ل"
_MAX_WORDS_REMEMBERED: Final = 40_000
"""Words that begin the model's names."""


class Bounds(NamedTuple):
    """Tokens `first` to `last` (exclusive) of a name, the first after `skip` letters."""

    first: int
    last: int
    skip: int


def without_verb(words: Sequence[str], name: ModelName, word_kinds: WordKinds) -> ModelName:
    """Return a name without a verb before its given name and its surname: [غنى] سامر الدهموري."""
    first, last, entity_type, score = name
    if entity_type != "PER" or last - first <= _NAME_WORDS or not word_kinds[words[first + 1]].given:
        return name
    if not (words[first] in VERBS or _is_verb(words, first, last)):
        return name
    return name._replace(first=first + 1, score=max(score, MIN_SCORE_BEHIND_VERB))


def _is_verb(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a given name that opens another is a verb too, and one there: إذ [عادل] سامر الدهموري النتيجة."""
    objects = NAMES_AND_VERBS.get(words[first].removeprefix(AND))
    if objects is None:
        return False
    behind = words[last] if last < len(words) else ""
    return (
        behind in objects
        or (behind.startswith(_TO) and _TO in objects)
        or (first > 0 and words[first - 1] in BEFORE_VERBS)
    )


def trim(tokens: Tokens, name: ModelName, lexicon: Lexicon, word_kinds: WordKinds) -> Bounds | None:
    """Return a name without what is no part of it, None where nothing is left."""
    words, person = tokens.words, name.type == "PER"
    first, last = name.first, name.last
    while first < last and _BEFORE_NAMES[words[first]]:
        first += 1
    if person:
        last += _is_surname_behind(tokens, first, last, lexicon, word_kinds)
        first, last = _without_office(words, _begin_of_person(words, first, last, word_kinds), last, word_kinds)
    if name.type in ("PER", "LOC"):
        while last - 1 > first and words[last - 1] in lexicon.demonyms and not word_kinds[words[last - 1]].family:
            last -= 1
    if name.type != "MISC" and not CLAUSE.isdisjoint(words[first + 1 : last]):
        last = next(position for position in range(first + 1, last) if words[position] in CLAUSE)
    if name.type == "ORG":
        last = _without_acronym(words, first, last)
    if first >= last or (last - first == 1 and not person and _is_adjective(words[first], lexicon)):
        return None
    return Bounds(first, last, _proclitic_letters(tokens, words[first], lexicon, word_kinds, person=person))


def _without_acronym(words: Sequence[str], first: int, last: int) -> int:
    """Return where an Arabic name ends before its acronym in Latin letters: وكالة الضرائب الكندية CRA."""
    while last - 1 > first and not words[first].isascii() and words[last - 1].isascii() and words[last - 1].isalpha():
        last -= 1
    return last


def _is_before_name(word: str) -> bool:
    """Whether a word stands before names and is no part of them: مدينة, إلى."""
    if word in DROPPED or word in FUNCTION_WORDS or word in CLAUSE:
        return True
    return any(rest in DROPPED for _, rest in peel(word))


_BEFORE_NAMES: Final[Memo[str, bool]] = Memo(_MAX_WORDS_REMEMBERED, _is_before_name)


def _begin_of_person(words: Sequence[str], first: int, last: int, word_kinds: WordKinds) -> int:
    """Return where a person's name begins behind words that are none: للفرنكوفونية سليم خلبوص."""
    while last - first > 1 and words[first].startswith("لل") and not word_kinds[words[first]].name:
        first += 1
    return first


def _without_office(words: Sequence[str], first: int, last: int, word_kinds: WordKinds) -> tuple[int, int]:
    """Take an office off a person's name: the one before it that no list has, and the next one's behind it."""
    while last - first > 1 and _is_generic(words[first], word_kinds) and word_kinds[words[first + 1]].firm:
        first += 1
    while last - first > 1 and words[last - 1] in TITLES and not word_kinds[words[last - 1]].name:
        last -= 1
    return first, last


def _is_generic(word: str, word_kinds: WordKinds) -> bool:
    """Whether a word with an article is no given name, as الطيب is one: what stands so before one is an office."""
    return word.startswith(("ال", "لل", "بال", "وال")) and not word_kinds[word].given


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.demonyms or is_accusative_adjective(word, lexicon.common)


def _is_surname_behind(tokens: Tokens, first: int, last: int, lexicon: Lexicon, word_kinds: WordKinds) -> bool:
    """Whether the surname of a given name stands right behind: عبد الرحمن [السطوفي], الكاتبة كارولين [هو]."""
    words = tokens.words
    if first >= last or last >= len(words) or tokens.between(last - 1) != " ":
        return False
    word, by_form = words[last], words[last].startswith(ARTICLE) and words[last].endswith("ي")
    if by_form and (word_kinds[words[last - 1]].firm or SERVANT in words[last - 2 : last - 1]):
        return not word_kinds[word].common and word not in lexicon.demonyms and word not in TITLES
    small = last - first == 1 and word in SHORT_SURNAMES and NOT_BEHIND_SURNAME.isdisjoint(words[last + 1 : last + 2])
    return small and first > 0 and words[first - 1] in TITLES


def _proclitic_letters(tokens: Tokens, word: str, lexicon: Lexicon, word_kinds: WordKinds, *, person: bool) -> int:
    """Return how many letters of a name's first word are no part of it."""
    if word.startswith(("بال", "فال", "كال", "وال")) and len(word) >= MIN_DEFINITE_LETTERS:
        return 1
    opening = "لل" if word.startswith("لل") else "ولل" if word.startswith("ولل") else ""
    options = peel(word)
    if opening or len(options) == 1:
        return len(opening)
    skip, rest = options[1]
    generic = not person and (rest in KEPT or rest in DROPPED)  # بحي المحاميد
    if generic or (word_kinds[rest].firm and not word_kinds[word].given):
        return skip
    if person and word.startswith(_HOUSES):
        return 0
    for letters, name in options:
        is_likely = not letters or word[0] not in _RARE_PROCLITICS or len(name) > MIN_NAME_LETTERS  # كاري, فاري
        if is_likely and (name in lexicon.vocabulary or word_kinds[name].given or word_kinds[name].family):
            return letters
    return skip if rest in tokens.words else _doubtful_letters(word, rest, lexicon, person=person)


def _doubtful_letters(word: str, rest: str, lexicon: Lexicon, *, person: bool) -> int:
    """Return how many letters of a first word are no part of a name when no list holds it with or without them."""
    if not person and word[0] not in _RARE_PROCLITICS and rest in lexicon.common and word not in lexicon.common:
        return 1  # لعيد الاستقلال
    is_and = word[0] == AND and not rest.startswith("ي")  # but ويستمنستر
    return int(is_and and len(rest) > MIN_NAME_LETTERS)
