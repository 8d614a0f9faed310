"""Fuller and shorter wordings of one name: الأرصاد is المركز الوطني للأرصاد, حركة حماس is حماس."""

from bisect import bisect_left
from typing import Final, NamedTuple

from agents.arabic.clitics import DEFINITE
from agents.arabic.memo import Memo
from agents.arabic.tokens import tokenize
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.bodies import LEFT_OUT, OPENERS
from agents.tag_entities.words.name_parts import HOUSE, SERVANT, SONS
from agents.tag_entities.words.roles import DROPPED, KEPT

MIN_STEM_LETTERS: Final = 3
"""Letters that are left of a word without its opening, and that a name of one word has."""
MAX_WORDS: Final = 12
"""Words of a name whose parts are looked up."""
MAX_LOOKED_AT: Final = 20
"""Longer names before a name that are looked at for one of another entity."""
MIN_ABRIDGED_WORDS: Final = 2
"""Words that an abridged name has at least: مجلس الحسابات."""
_TYPES: Final = ("ORG", "MISC")
"""Types of entities whose names are abridged, or go on with a nation or a year."""
_LINEAGE: Final = SONS | {HOUSE}
"""Behind a person's name the names of his forefathers or his house."""
_LANDS: Final = frozenset(["city", "country", "territory", "region", "island", "continent"])
"""Kinds of places that a building or a river in them is not: ميناء سبتة."""
_EDITION_YEARS: Final = range(1900, 2100)
_MAX_NAMES: Final = 1 << 14
"""Names whose words and parts are remembered."""

Words = tuple[str, ...]
_Table = dict[tuple[str, Words], list["_Bearer"]]
_Fuller = dict[tuple[str, str], list[tuple[Words, EntityRef]]]


class _Bearer(NamedTuple):
    first: int
    entity: EntityRef


class Wordings:
    """The pass that lets names that only the text knows mean what the article names in other words.

    One wording must be a part of the other, article and proclitics aside; of several longer ones the one that was named
    last is meant. A name may leave words of one longer name out, but not the first. The edition of an event stands for
    the event when the article tells of one edition only.
    """

    name = "Wordings"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._nationalities = frozenset(_stem(word) for word in lexicon.demonyms)

    def run(self, draft: Draft) -> None:
        """Rename names that are parts of others, or others with a generic word before them."""
        wholes: _Table = {}
        parts: _Table = {}
        fuller: _Fuller = {}
        """Types and first words, to the names of several words that begin so."""
        named = [(name, _WORDS[draft.tokens.text[name.start : name.end]]) for name in draft.names]
        for name, words in named:
            bearer = _Bearer(name.first, name.entity)
            same = wholes.setdefault((name.entity.type, words), [])
            if not same or (name.entity.known is not None and all(each.entity.known is None for each in same)):
                same.append(bearer)  # the first, and the first that is known
            for part in _PARTS[words] if name.full else ():
                parts.setdefault((name.entity.type, part), []).append(bearer)
            if name.entity.type in _TYPES and MIN_ABRIDGED_WORDS < len(words) <= MAX_WORDS:
                fuller.setdefault((name.entity.type, words[0]), []).append((words, name.entity))
        for name, words in named:
            if name.entity.known is None and name.entity.ar == draft.tokens.text[name.start : name.end]:
                entity = self._other(name, words, wholes, parts) or _unabridged(name.entity, words, fuller)
                entity = entity or self._known_behind_generic(name.entity, draft.tokens.text[name.start : name.end])
                if entity is not None and entity.id != name.entity.id:
                    draft.rename(name, entity)
        _to_editions(draft)

    def _other(
        self,
        name: Name,
        words: Words,
        wholes: _Table,
        parts: _Table,
    ) -> EntityRef | None:
        """Return what a name means by its other wordings, None where it has none."""
        kind = name.entity.type
        same = wholes.get((kind, words), ())
        known = [bearer for bearer in same if bearer.entity.known is not None]
        if known:
            return known[0].entity
        if len(words) > 1 and (words[0] in KEPT or words[0] in DROPPED):
            bare = [bearer for bearer in wholes.get((kind, words[1:]), ()) if bearer.entity.known is not None]
            if bare and (words[0] in DROPPED or not _is_land(bare[0].entity)):
                return bare[0].entity
        for last in range(len(words) - 1, 1, -1):
            goes_on = words[last] in _LINEAGE if kind == "PER" else self._is_tail(kind, words[last:])
            shorter = wholes.get((kind, words[:last]), ()) if goes_on else ()
            if shorter and shorter[0].entity.known is not None:
                return shorter[0].entity  # عبدالله بن زايد [آل نهيان], جامعة كامبردج [البريطانية]
        if len(words) == 1 and len(words[0]) < MIN_STEM_LETTERS:
            return None
        longer = parts.get((kind, words), [])
        at = bisect_left(longer, name.first, key=lambda bearer: bearer.first)
        near = (*longer[max(0, at - MAX_LOOKED_AT) : at][::-1], *longer[:MAX_LOOKED_AT])
        other = next((bearer for bearer in near if bearer.entity.id != name.entity.id), None)
        if other is None:
            other = next((bearer for bearer in same[:1] if bearer.entity.id != name.entity.id), None)
        return other.entity if other is not None else None

    def _known_behind_generic(self, entity: EntityRef, text: str) -> EntityRef | None:
        """Return what the lexicon has without the generic word before it: مجمع سونلغاز, بطولة كأس العالم 2018."""
        generic, _, rest = text.partition(" ")
        if DROPPED.get(generic) != entity.type and (generic not in OPENERS or entity.type == "LOC"):
            return None
        bearers = self._lexicon.bearers(rest)
        sure = len(bearers) == 1 and not bearers[0].unsure and bearers[0].known.type == entity.type
        return EntityRef.of_lexicon(bearers[0].known) if sure else None

    def _is_tail(self, kind: str, words: Words) -> bool:
        """Whether a name may go on with words that tell nothing but whose it is, or which year's."""
        return kind in _TYPES and all(word in self._nationalities or _is_year(word) for word in words)


def _is_land(entity: EntityRef) -> bool:
    return entity.known is not None and entity.known.kind in _LANDS


def _is_year(word: str) -> bool:
    return word.isdecimal() and int(word[:5]) in _EDITION_YEARS


def _unabridged(entity: EntityRef, words: Words, fuller: _Fuller) -> EntityRef | None:
    """Return whose name leaves out words of a longer one, None where several are longer: مجلس [الأعلى] للحسابات."""
    if len(words) < MIN_ABRIDGED_WORDS:
        return None
    found: dict[str, EntityRef] = {}
    for longer, other in fuller.get((entity.type, words[0]), ())[:MAX_LOOKED_AT]:
        rest = iter(longer)
        if len(longer) > len(words) and longer[-1] == words[-1] and all(word in rest for word in words):
            found[other.id] = other
    return next(iter(found.values())) if len(found) == 1 else None


def _words(surface: str) -> Words:
    """Return the words of a name without article and marks; عبد and the word behind it are one."""
    words: list[str] = []
    for word in tokenize(surface).words:
        stem = _stem(word)
        if words and words[-1] == SERVANT:
            words[-1] += word
        elif stem:
            words.append(stem)
    return tuple(words)


def _stem(word: str) -> str:
    for opening in DEFINITE if word.startswith(DEFINITE) else ():
        if word.startswith(opening) and len(word) - len(opening) >= MIN_STEM_LETTERS:
            return word[len(opening) :]
    return word.strip("و") if word == "و" else word


def _parts(words: Words) -> tuple[Words, ...]:
    """Return the runs of words that are shorter than the whole, and the whole without وطني: مركز الأرصاد."""
    count = len(words)
    if not 1 < count <= MAX_WORDS:
        return ()
    without = () if LEFT_OUT.isdisjoint(words[1:-1]) else (tuple(word for word in words if word not in LEFT_OUT),)
    runs = ((first, last) for first in range(count) for last in range(first + 1, count + 1) if last - first < count)
    return without + tuple(words[first:last] for first, last in runs)


_WORDS: Memo[str, Words] = Memo(_MAX_NAMES, _words)
_PARTS: Memo[Words, tuple[Words, ...]] = Memo(_MAX_NAMES, _parts)


def _to_editions(draft: Draft) -> None:
    """Let an event mean its one edition in the article, unless it says another year: كأس العالم, كأس العالم 2018."""
    editions: dict[str, dict[str, EntityRef]] = {}
    for name in draft.names:
        kind, _, slug = name.entity.id.partition(":")
        year, _, event = slug.partition("-")
        if year.isdigit() and int(year) in _EDITION_YEARS and name.entity.known is not None:
            editions.setdefault(f"{kind}:{event}", {})[name.entity.id] = name.entity
    for name in draft.names if editions else ():
        of = editions.get(name.entity.id, {})
        if len(of) == 1 and not any(map(_is_year, draft.tokens.text[name.start : name.end].split(" "))):
            draft.rename(name, next(iter(of.values())))
