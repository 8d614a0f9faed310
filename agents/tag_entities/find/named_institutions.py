"""Names that no lexicon has behind a generic word: مستشفى الملك فهد, جامعة أسيوط, بلدة بيت جن."""

from collections.abc import Collection
from typing import Final, NamedTuple

from agents.arabic import wordlist
from agents.arabic.clitics import ARTICLE
from agents.arabic.folding import fold
from agents.arabic.quotation_marks import CLOSING, OPENING, SINGLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.find.composed import Composed, Opening
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.bodies import NO_PART
from agents.tag_entities.words.roles import DROPPED, KEPT
from streams.records.entities import EntityType

_LISTS = wordlist.load("agents.tag_entities", "institutions.toml")
_SURE: Final = _LISTS.words("sure")
_HONOURED: Final = _LISTS.words("honoured")
_CLOSING: Final = _LISTS.words("closing")
_TIES: Final = _LISTS.words("ties")
_MEMORIALS: Final = _LISTS.words("memorials")
_HONOURS: Final = _LISTS.words("honours")
_SERVING: Final = _LISTS.words("serving")
_GROUPS: Final = _LISTS.words("groups")
_ONE_WORD: Final = _LISTS.words("one_word")
_INNER: Final = {fold(generic): words for generic, words in _LISTS.sets("inner").items()}
_OPENING_MARKS: Final = (*OPENING, SINGLE, "(", "(" + SINGLE)
_CLOSING_MARKS: Final = CLOSING + SINGLE + ")"
MAX_NAME_WORDS: Final = 7
"""Words of a name, the generic one included."""
MAX_QUOTED_WORDS: Final = 5
"""Words of a name in quotation marks."""


class _Weight(NamedTuple):
    """What a word behind a generic one adds: to what makes the name sure, and to its definite common words."""

    sure: int
    definite: int


_SURE_WORD: Final = _Weight(1, 0)
_DEFINITE_WORD: Final = _Weight(0, 1)
_TYING_WORD: Final = _Weight(0, 0)


class NamedInstitutions:
    """Reads an institution, a place or a group by a generic word and the name behind it."""

    name = "NamedInstitutions"
    openings: Collection[str] = KEPT.keys() | DROPPED.keys()

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Read the name behind a generic word, which is part of it (KEPT) or not (DROPPED)."""
        tokens, first, word = draft.tokens, opening.position, opening.word
        behind = tokens.words[first + 1] if first + 1 < len(tokens.words) else ""
        if word in _HONOURS and behind not in _HONOURED:
            return None
        kept = word in KEPT
        entity_type: EntityType = (KEPT if kept else DROPPED)[word]  # type: ignore[assignment] # the tables' values are types
        if behind and tokens.between(first).strip() in _OPENING_MARKS:
            return _in_quotes(tokens, first, entity_type, kept=kept)
        if word in _GROUPS and self._lists(behind):
            return Composed(first + 1, first + 2, 0, entity_type)
        return self._behind(draft, opening, entity_type, kept=kept)

    def _behind(self, draft: Draft, opening: Opening, entity_type: EntityType, *, kept: bool) -> Composed | None:
        """Read the words behind a generic one."""
        words, first, word = draft.tokens.words, opening.position, opening.word
        last, weight = self._walk(draft, first, word, kept=kept)
        while not kept and last > first + 2 and words[last - 1] in self._lexicon.demonyms:
            last -= 1  # مدينة سوروتش التركية
        if last == first + 1 or (entity_type == "MISC" and not kept):
            return None
        if not weight.sure and not (word in _SURE and weight.definite):
            return None
        if kept:
            return Composed(first, last, opening.skip, entity_type)
        return Composed(first + 1, last, 0, entity_type)

    def _walk(self, draft: Draft, first: int, word: str, *, kept: bool) -> tuple[int, _Weight]:
        """Return where the name behind a generic word ends, and what its words weigh together."""
        tokens = draft.tokens
        last, weight = first + 1, _Weight(0, 0)
        while last < min(first + MAX_NAME_WORDS, len(tokens.words)) and tokens.between(last - 1) in (" ", "-"):
            if draft.is_taken(last):
                begun, called = tokens.words[last], _is_called_by_person(draft, last)
                if called and last == first + 1 and word in _MEMORIALS:
                    last, called = _end_of_person(draft, last), False  # جامعة جورج واشنطن
                if not kept or called or self._is_joined(draft, last, begun):
                    break
                added = _SURE_WORD
            else:
                follower = self._follower(draft, first, last, word, weight, kept=kept)
                if follower is None:
                    break
                added = follower
            weight = _Weight(weight.sure + added.sure, weight.definite + added.definite)
            last += 1
        return last, weight

    def _follower(  # noqa: PLR0911, PLR0913 - a case a line; what stands before a word
        self, draft: Draft, first: int, position: int, word: str, weight: _Weight, *, kept: bool
    ) -> _Weight | None:
        """Return what a word that no name has taken adds to a name, None where the name is over before it."""
        words = draft.tokens.words
        follower, before, is_second = words[position], words[position - 1], position == first + 1
        word_kind = self._word_kinds[follower]
        if is_second and follower in _INNER.get(word, ()):
            return _TYING_WORD
        if (follower in _HONOURED and kept) or (follower in self._lexicon.demonyms and not is_second):
            return _TYING_WORD
        adjective = before.startswith(ARTICLE) and not is_second and not follower.startswith(ARTICLE)
        if (not word_kind.common and not adjective) or (word_kind.given and kept and before in _HONOURED):
            return _SURE_WORD
        if not kept:
            return None
        if follower in _CLOSING or follower in _TIES:
            return _TYING_WORD
        if word in _SERVING and follower.startswith("لل") and not is_second:
            return _TYING_WORD  # مركز مصر للمعارض
        if weight.sure or not follower.startswith(("ال", "وال", "لل")) or follower in NO_PART:
            return None
        return None if weight.definite and word in _ONE_WORD else _DEFINITE_WORD

    def _is_joined(self, draft: Draft, position: int, begun: str) -> bool:
        """Whether a name that ends at a position begins with a proclitic, so that the institution's is over."""
        glued = begun[0] in "بلوف" and begun not in self._lexicon.vocabulary and not draft.is_taken(position - 1)
        return glued or (begun[0] == "ب" and _is_peeled(draft, position))

    def _lists(self, word: str) -> bool:
        """Whether the lexicon holds a group or a body by a word: حماس behind حركة."""
        return any(bearer.known.type == "ORG" for bearer in self._lexicon.bearers(word))


def _in_quotes(tokens: Tokens, first: int, entity_type: EntityType, *, kept: bool) -> Composed | None:
    """Return a name in quotation marks that its generic word is no part of."""
    last = first + 1
    while last < len(tokens.words) and last - first <= MAX_QUOTED_WORDS:
        between = tokens.between(last)
        last += 1
        if any(mark in between for mark in _CLOSING_MARKS):
            return None if kept else Composed(first + 1, last, 0, entity_type)
        if between not in (" ", "-"):
            break
    return None


def _is_called_by_person(draft: Draft, position: int) -> bool:
    """Whether a person's name begins at a position, and no title of honour stands before it."""
    before = draft.tokens.words[position - 1]
    return draft.is_person(position) and before not in _HONOURED and not draft.is_person(position - 1)


def _end_of_person(draft: Draft, position: int) -> int:
    """Return the last position of the person's name that a token is part of."""
    while draft.is_person(position + 1):
        position += 1
    return position


def _is_peeled(draft: Draft, position: int) -> bool:
    """Whether a name begins in a token behind a proclitic."""
    name = draft.name_at(position)
    return name is not None and name.start > draft.tokens.spans[position][0]
