"""The things of an article that may be one, two by two, with what speaks for it and against it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise
from typing import Final, NamedTuple, get_args

from agents.arabic.clitics import AND, ARTICLE
from agents.arabic.quotation_marks import CLOSING, MARKS, SINGLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.spelling import key
from agents.tag_entities.unify.likeness import RESPELT, SHARING, Form, Relation, form_of, relation
from agents.tag_entities.words.bodies import LEFT_OUT, OPENERS
from agents.tag_entities.words.name_parts import OR
from agents.tag_entities.words.roles import DROPPED, KEPT
from streams.records.entities import EntityType

_Classes = tuple[tuple[str, Container[str]], ...]
"""Lists of words by what a word of theirs tells."""

MAX_FORMS: Final = 4
"""Wordings of a thing that are compared."""
MAX_THINGS: Final = 50
"""Things of one type that are compared."""
_COUNTS: Final = (1, 2, 4)
"""Bounds of the classes of how often something is named."""
_UNRELATED: Final = 9
_YEAR_DIGITS: Final = 4
_MAX_UNLIKE: Final = 4
_SPACES: Final = " ،,(" + MARKS + SINGLE
_JOINING: Final = "clitic"
"""How two things stand beside each other that a list names one after the other."""


class Thing(NamedTuple):
    """What an article names by one id."""

    entity: EntityRef
    names: list[Name]
    forms: list[Form]
    """Its wordings in the article, the lexicon's name before them."""
    keys: set[str]
    """Those of its wordings, and of its English name."""


class Pair(NamedTuple):
    """Two things that may be one; the first has the shorter wording."""

    short: Thing
    long: Thing
    features: list[str]
    two_people: bool
    """Whether they are two people who share a name: neither is the other, whatever else is."""


class PairReader:
    """Reads which things of an article may be one.

    Of two things at least one is named by the text alone; they are of one type, and their wordings share a word or a
    sound, or stand beside each other.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._lists = (lexicon.vocabulary, lexicon.given, lexicon.family, lexicon.common)
        nationalities = frozenset(word for demonym in lexicon.demonyms for word in form_of(demonym).words)
        things: _Classes = (
            ("nation", nationalities),
            ("rank", LEFT_OUT),
            ("dropped", DROPPED),
            ("generic", KEPT.keys() | OPENERS),
            ("common", lexicon.common),
        )
        people: _Classes = (("given", lexicon.given), ("family", lexicon.family))
        self._classes = {kind: people + things if kind == "PER" else things for kind in get_args(EntityType)}

    def read(self, tokens: Tokens, names: Sequence[Name]) -> Iterator[Pair]:
        """Yield the pairs of one article."""
        beside: dict[tuple[str, str], str] | None = None
        for things in _things(tokens, names):
            if beside is None:
                beside = _beside(tokens, names)
            related: list[tuple[Thing, Thing, Relation]] = []
            for one, other in combinations(things, 2):
                if one.entity.known is None or other.entity.known is None:
                    found = _related(one, other, beside)
                    if found is not None and not self._are_two_words(found[2]):
                        related.append(found)
            rivals = Counter(short.entity.id for short, _, _ in related)
            for short, long, how in related:
                features = self._features(short, long, how, rivals[short.entity.id], beside)
                yield Pair(short, long, features, short.entity.type == "PER" and how.rank == SHARING)

    def _features(
        self, short: Thing, long: Thing, how: Relation, rivals: int, beside: Mapping[tuple[str, str], str]
    ) -> list[str]:
        """Return what speaks for one thing, by the type of both and by how their words relate."""
        kind, known = short.entity.type, short.entity.known or long.entity.known
        which = "short known" if short.entity.known else "long known" if known else "none known"
        words = short.forms[-1].words if short.forms else ()
        seen = [
            which,
            f"words {min(4, len(words))}",
            f"rivals {min(3, rivals)}",
            f"later {short.names[0].first > long.names[0].first}",
            f"counts {_count_class(short)} {_count_class(long)}",
            f"by {short.names[0].found_by} {long.names[0].found_by}",
            f"{which} rivals {min(2, rivals)} words {min(2, len(words))}",
        ]
        for order, ids in (("behind", (long, short)), ("before", (short, long))):
            sign = beside.get((ids[0].entity.id, ids[1].entity.id))
            if sign is not None:
                seen.append(f"{order} {sign}")
        if how.unlike:
            classes = sorted({self._word_class(word, kind) for word in how.unlike})
            seen += [f"unlike {min(_MAX_UNLIKE, len(how.unlike))}", f"classes {classes} {which}"]
            seen += [f"without {word}" for word in how.unlike[:_MAX_UNLIKE]]
        if words:
            seen.append(f"first {words[0]}")
        if len(words) == 1:
            seen.append(f"one {self._word_class(words[0], kind)} {words[0] in self._lexicon.vocabulary}")
        if known is not None:
            seen.append(f"kind {known.kind} {which}")
        relation_kind = f"{kind} {how.name}"
        return [
            kind,
            relation_kind,
            *[f"{kind}: {feature}" for feature in seen],
            *[f"{relation_kind}: {feature}" for feature in seen],
        ]

    def _are_two_words(self, how: Relation) -> bool:
        """Whether lists have both of two words that look like one in two spellings: العربية, الغربية."""
        return how.rank == RESPELT and all(map(self._is_listed, how.unlike))

    def _is_listed(self, word: str) -> bool:
        return any(each in words for words in self._lists for each in (word, ARTICLE + word))

    def _word_class(self, word: str, kind: str) -> str:
        """Return what a word tells by itself."""
        if word.isdecimal():
            return "year" if len(word) == _YEAR_DIGITS else "number"
        return next((name for name, words in self._classes[kind] if word in words), "other")


def _things(tokens: Tokens, names: Sequence[Name]) -> Iterator[list[Thing]]:
    """Yield what is named in an article, by type; nothing of a type of which all is known."""
    by_type: dict[str, dict[str, list[Name]]] = {}
    for name in names:
        by_type.setdefault(name.entity.type, {}).setdefault(name.entity.id, []).append(name)
    for of_type in by_type.values():
        if any(named[0].entity.known is None for named in of_type.values()):
            latin = any(tokens.text[name.start : name.end].isascii() for named in of_type.values() for name in named)
            yield [_thing(tokens, named, english=latin) for named in islice(of_type.values(), MAX_THINGS)]


def _thing(tokens: Tokens, names: list[Name], *, english: bool) -> Thing:
    """Return what is named by some names, with its wordings, and found by its English name too where that is asked."""
    entity = names[0].entity
    forms = [form_of(key(entity.known.ar))] if entity.known is not None else []
    for name in names:
        text = tokens.text[name.start : name.end]
        if (name.full or text == entity.ar) and len(forms) < MAX_FORMS:
            form = form_of(text)
            if form not in forms:
                forms.append(form)
    if entity.type == "PER" and any(len(form.words) > 1 for form in forms):
        forms = [form for form in forms if len(form.words) > 1]  # a surname alone is others' too
    keys = set().union(*[form.keys for form in forms])
    return Thing(entity, names, forms, keys.union(form_of(entity.en).keys) if english and entity.en else keys)


def _related(one: Thing, other: Thing, beside: Mapping[tuple[str, str], str]) -> tuple[Thing, Thing, Relation] | None:
    """Return two things, the one with the shorter wording first, and what relates them most."""
    found = None if one.keys.isdisjoint(other.keys) else _alike(one, other)
    if found is None:
        near = {beside.get((one.entity.id, other.entity.id)), beside.get((other.entity.id, one.entity.id))}
        if near - {None, _JOINING}:
            short, long = (other, one) if _length(one) > _length(other) else (one, other)
            return short, long, Relation(_UNRELATED, f"beside {_letters(short)} {_letters(long)}")
    return found


def _alike(one: Thing, other: Thing) -> tuple[Thing, Thing, Relation] | None:
    """Return what relates the wordings of two things most."""
    best: tuple[Thing, Thing, Relation] | None = None
    for form in one.forms:
        for compared in other.forms:
            turned = len(form.words) > len(compared.words)
            found = relation(compared, form) if turned else relation(form, compared)
            if found is not None and (best is None or found.rank < best[2].rank):
                best = (other, one, found) if turned else (one, other, found)
    if best is not None and best[2].rank == 0:
        return best
    for known, text in ((one, other), (other, one)):
        if known.entity.en and any(form.latin and form.words == form_of(known.entity.en).words for form in text.forms):
            return text, known, Relation(0, "English name")
    return best


def _length(thing: Thing) -> int:
    return len(thing.forms[-1].words) if thing.forms else 0


def _letters(thing: Thing) -> str:
    text = thing.entity.ar
    return ("capitals" if text.isupper() else "latin") if text.isascii() else "arabic"


def _beside(tokens: Tokens, names: Sequence[Name]) -> dict[tuple[str, str], str]:
    """Return how things stand beside each other, by the ids of the first and the second."""
    found: dict[tuple[str, str], str] = {}
    for one, other in pairwise(names):
        if other.first - one.last <= 1 and one.entity.id != other.entity.id:
            sign = _sign(tokens, one, other)
            ids = (one.entity.id, other.entity.id)
            if sign is not None and found.get(ids, _JOINING) == _JOINING:
                found[ids] = sign
    return found


def _sign(tokens: Tokens, one: Name, other: Name) -> str | None:
    """Return what stands between two names; None where a sentence ends."""
    between = tokens.text[one.end : other.start]
    word = between.strip(_SPACES)
    if "\n" in between or "." in between:
        return None
    if "(" in between:
        return f"bracket {tokens.text[other.end : other.end + 1] in tuple(CLOSING + ')')}"
    if word in OR:
        return "or"
    if word == AND or other.start > tokens.spans[other.first][0]:
        return _JOINING
    if word:
        return f"word {word}"
    return "comma" if "،" in between or "," in between else "marks" if between.strip() else "space"


def _count_class(thing: Thing) -> int:
    return bisect_left(_COUNTS, len(thing.names))
