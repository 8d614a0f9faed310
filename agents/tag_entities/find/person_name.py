"""How far a person's name reaches from its first word: a walk over words that can be names."""

from collections.abc import Container, Mapping
from typing import Final, NamedTuple

from agents.arabic.clitics import ARTICLE, peel
from agents.arabic.folding import fold
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft
from agents.tag_entities.word_kinds import WordKind, WordKinds
from agents.tag_entities.words.name_parts import KUNYA_FATHER, KUNYAS
from agents.tag_entities.words.people import GIVEN_TITLES, NOT_BEHIND_TITLE
from agents.tag_entities.words.roles import CONNECTORS, ROLE_HEADS, STOP, TITLES
from agents.tag_entities.words.speech import SPEECH

_NOT_FIRST: Final = STOP | NOT_BEHIND_TITLE
"""Words that open no name behind a title."""
_MOTHER_OF: Final = fold("أم")
"""A kunya that is a conjunction too."""
_SON: Final = fold("ابن")
_HOUSE_OF: Final = fold("آيت")
"""A connector that any word can follow."""
MAX_NAME_WORDS = 6
"""Words of a name."""
USUAL_NAME_WORDS = 2
"""A given and a family name: most names have no more."""
MAX_BARE_LETTERS = 5
"""Letters of a word that is too short to end in a pronoun."""
MIN_NAME_LETTERS = 3
"""Letters of a name, ال and one more."""


class Run(NamedTuple):
    """Tokens `first` to `last` (exclusive) that name a person, the first after `skip` letters."""

    first: int
    last: int
    skip: int


class _Opening(NamedTuple):
    """How a name begins: letters peeled, the kind of its first word, and the token behind (a kunya has two)."""

    skip: int
    word_kind: WordKind
    last: int


class _Part(NamedTuple):
    """How many tokens go on with a name, 0 for none, and how much they make sure of it."""

    tokens: int
    weight: int


_NO_PART: Final = _Part(0, 0)


def ends_in_pronoun(word: str, word_kind: WordKind) -> bool:
    """Whether a word ends with a pronoun, as no name does: لبشريتنا, أسألكم."""
    return (
        len(word) > MAX_BARE_LETTERS
        and word.endswith(("تنا", "هم", "كم", "ها"))
        and not (word_kind.given or word_kind.family)
    )


class Runs:
    """Walks from first words of names.

    Parameters
    ----------
    word_kinds
        What words are for names.
    demonyms
        Nationality adjectives.
    """

    def __init__(self, word_kinds: WordKinds, demonyms: Mapping[str, str]) -> None:
        self._word_kinds = word_kinds
        self._demonyms = demonyms

    def take(self, draft: Draft, first: int, twins: Container[int]) -> Run | None:
        """Return the words behind a title that can be a name from a position on, None when they are not enough of one.

        Parameters
        ----------
        twins
            Tokens that are names by the letter in which they end, and common words otherwise: علي.
        """
        tokens = draft.tokens
        opening = self._opening(tokens, first, twins)
        if opening is None:
            return None
        skip, word_kind, last = opening
        names = last - first
        sure = int(word_kind.sure or word_kind.firm) + int(not word_kind.common)
        limit = min(first + MAX_NAME_WORDS, len(tokens.words))
        while last < limit and not self._ends(draft, last, twins):
            part = self._part(tokens, last, word_kind, names)
            if not part.tokens:
                break
            last, names, sure = last + part.tokens, names + 1, sure + part.weight
        run = Run(first, last, skip)
        return run if self._is_enough(tokens, run, word_kind, names, sure) else None

    def _opening(self, tokens: Tokens, first: int, twins: Container[int]) -> _Opening | None:
        """Return how a name begins at a position, None where none does."""
        words, word_kinds = tokens.words, self._word_kinds
        kunya = [skip for skip, rest in peel(words[first]) if rest in KUNYAS]
        if kunya:
            return self._kunya(tokens, first, kunya[0])
        word_kind = word_kinds[words[first]]
        borne = word_kind.given or words[first] in GIVEN_TITLES
        usable = (
            word_kind.name and (not word_kind.common or borne) and (words[first] not in _NOT_FIRST or first in twins)
        )
        return _Opening(0, word_kind, first + 1) if usable else None

    def _kunya(self, tokens: Tokens, first: int, skip: int) -> _Opening | None:
        """Return a name's beginning by a kunya and the name behind it."""
        words = tokens.words
        if first + 1 >= len(words) or tokens.between(first) != " ":
            return None
        word_kind = self._word_kinds[words[first + 1]]
        if not (word_kind.given or word_kind.family):
            return None
        return _Opening(skip, word_kind, first + 2)

    def _ends(self, draft: Draft, position: int, twins: Container[int]) -> bool:
        """Whether a name is over before a position."""
        tokens = draft.tokens
        between, word = tokens.between(position - 1), tokens.words[position]
        if between not in (" ", "  ", "-", ". ") or draft.is_person(position):
            return True
        if word in STOP:
            return not (position in twins and self._is_closing(tokens, position))
        return (between == ". " and len(tokens.words[position - 1]) > 1) or (
            word in self._demonyms and not self._word_kinds[word].family
        )

    def _is_closing(self, tokens: Tokens, position: int) -> bool:
        """Whether a name goes on or is over behind a token, and no object of a preposition follows."""
        if position + 1 >= len(tokens.words) or tokens.between(position) != " ":
            return True
        after = tokens.words[position + 1]
        return after in STOP or after in SPEECH or self._word_kinds[after].name or after in CONNECTORS

    def _part(self, tokens: Tokens, position: int, first: WordKind, names: int) -> _Part:
        """Return how far a name of some words goes on at a position."""
        word = tokens.words[position]
        if word in CONNECTORS:
            return self._connected(tokens, position, names)
        if names == 1 and self._is_surname(word, first):
            return _Part(1, 1)
        word_kind = self._word_kinds[word]
        if (
            not word_kind.name
            or (word_kind.common and not (word_kind.family or word_kind.given))
            or ends_in_pronoun(word, word_kind)
        ):
            return _NO_PART
        loose = word_kind.common and not word_kind.firm and not word.startswith(ARTICLE)
        if loose and word_kind.given and word_kind.family and tokens.between(position) not in ("", " "):
            loose = False  # the name is over with it
        if names >= USUAL_NAME_WORDS and (word in SPEECH or word in ROLE_HEADS or loose):
            return _NO_PART
        if word[0] in "وفبل" and not (word_kind.given or word_kind.family):
            rest = self._word_kinds[word[1:]]
            if rest.name and rest.given:
                return _NO_PART  # another name begins
        return _Part(1, int(word_kind.sure or (word_kind.firm and first.firm)) + int(not word_kind.common))

    def _connected(self, tokens: Tokens, position: int, names: int) -> _Part:
        """Return how far a name goes on with a connector and the word behind it."""
        words = tokens.words
        connector = words[position]
        behind = words[position + 1] if position + 1 < len(words) else ""
        if not behind or tokens.between(position) != " ":
            return _NO_PART
        if connector == _SON and (names > 1 or behind == _SON):
            return _NO_PART
        definite = connector == KUNYA_FATHER and behind.startswith(ARTICLE)
        return _Part(2, 1) if definite or connector == _HOUSE_OF or self._word_kinds[behind].name else _NO_PART

    def _is_surname(self, word: str, first: WordKind) -> bool:
        """Whether a word right behind a given name is a surname, by its form or since a title stands before both."""
        if first.firm and self._is_surname_by_form(word):
            return True
        if word in SPEECH or word in TITLES:
            return False
        return (
            (not first.common and not self._word_kinds[word].exact)
            or (first.given and not first.exact and self._is_surname_by_form(word))
            or (first.firm and self._is_surname_behind_title(word))
        )

    def _is_surname_by_form(self, word: str) -> bool:
        """Whether a word behind a given name has the form of a surname: محمد العيوني."""
        return (
            word.startswith(ARTICLE)
            and word.endswith("ي")
            and len(word) > MIN_NAME_LETTERS + 1
            and word not in self._demonyms
        )

    def _is_surname_behind_title(self, word: str) -> bool:
        """Whether a word behind a title and a given name can be nothing but a name: الرائد هاني عجلان."""
        if (
            len(word) < MIN_NAME_LETTERS
            or word[0] in "يتنوبلف"
            or word.startswith(ARTICLE)
            or word.endswith(("ا", "ه"))
        ):
            return False
        return word not in ROLE_HEADS and word not in STOP and word not in self._demonyms

    def _is_enough(self, tokens: Tokens, run: Run, first: WordKind, names: int, sure: int) -> bool:
        """Whether a run's words make sure of a name."""
        words = tokens.words
        if words[run.last - 1] in CONNECTORS:
            return False
        if names == 1:
            return sure >= 1 and len(words[run.first]) > MIN_NAME_LETTERS and not first.common
        if first.given:
            sure += 1
        if words[run.first + 1].startswith(ARTICLE) and not self._word_kinds[words[run.first + 1]].common:
            sure += 1
        return sure >= 1
