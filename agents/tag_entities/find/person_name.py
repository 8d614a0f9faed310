"""How far a person's name reaches from its first word: a walk over words that can be names."""

from collections.abc import Container, Mapping
from typing import Final, NamedTuple

from agents.arabic.clitics import peel
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft
from agents.tag_entities.word_kinds import WordKind, WordKinds
from agents.tag_entities.words.roles import CONNECTORS, ROLE_HEADS, STOP, TITLES
from agents.tag_entities.words.speech import SPEECH

BOTH: Final = folded("أمير سلطان سيد رائد عماد مساعد نجم")
"""Titles that are given names as well."""
KUNYA: Final = frozenset(["ابو", "ام"])
_NOT_FIRST: Final = STOP | folded("باسم سبق كان لدى خلال كبير جديد سابق آخر")
"""Words that open no name behind a title."""
MAX_NAME_WORDS = 6
"""Words of a name."""
USUAL_NAME_WORDS = 2
"""A given and a family name: most names have no more."""
MIN_OWNED_LETTERS = 5
"""Letters of a word with a pronoun behind it: more than these."""
MIN_NAME_LETTERS = 3
"""Letters of a name, ال and one more."""


class Run(NamedTuple):
    """Tokens `first` to `last` (exclusive) that name a person, the first after `skip` letters."""

    first: int
    last: int
    skip: int


def ends_in_pronoun(word: str, kind: WordKind) -> bool:
    """Whether a word ends with a pronoun, as no name does: لبشريتنا, أسألكم."""
    return (
        len(word) > MIN_OWNED_LETTERS and word.endswith(("تنا", "هم", "كم", "ها")) and not (kind.given or kind.family)
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

    def take(self, draft: Draft, at: int, twins: Container[int], *, titled: bool, listed: bool) -> Run | None:
        """Return the words from a position on that can be a name, None when they are not enough of one.

        Parameters
        ----------
        twins
            Tokens that are names by the letter in which they end, and common words otherwise: علي.
        titled
            Whether a title stands before it: then one sure word is enough.
        listed
            Whether another person stands before it in a list.
        """
        tokens = draft.tokens
        opening = self._opening(tokens, at, twins, titled=titled)
        if opening is None:
            return None
        skip, kind, last = opening
        names = last - at
        sure = int(kind.sure or kind.firm) + int(not kind.common) + int(listed and kind.given)
        while last < len(tokens.words) and last - at < MAX_NAME_WORDS and not self._ends(draft, last, twins):
            step, weight = self._follows(tokens, last, kind, names, titled=titled or listed)
            if not step:
                break
            last, names, sure = last + step, names + 1, sure + weight
        run = Run(at, last, skip)
        return run if self._enough(tokens, run, kind, names, sure, titled=titled, listed=listed) else None

    def _opening(
        self, tokens: Tokens, at: int, twins: Container[int], *, titled: bool
    ) -> tuple[int, WordKind, int] | None:
        """Give letters peeled from the first word, its kind and the token behind the opening (a kunya has two)."""
        words, word_kinds = tokens.words, self._word_kinds
        if not titled and at and words[at - 1] in CONNECTORS and tokens.between(at - 1) == " ":
            return None
        kunya = [(skip, rest) for skip, rest in peel(words[at]) if rest in KUNYA]
        if kunya:
            skip, rest = kunya[0]
            after = word_kinds[words[at + 1]] if at + 1 < len(words) else None
            if after is None or not (after.given or after.family) or tokens.between(at) != " ":
                return None
            return None if after.common and not titled and rest == "ام" else (skip, after, at + 2)
        if titled:
            kind = word_kinds[words[at]]
            borne = kind.given or words[at] in BOTH
            usable = kind.name and (not kind.common or borne) and (words[at] not in _NOT_FIRST or at in twins)
            return (0, kind, at + 1) if usable else None
        given = [(skip, rest) for skip, rest in peel(words[at]) if word_kinds[rest].given]
        return (given[0][0], word_kinds[given[0][1]], at + 1) if given else None

    def _ends(self, draft: Draft, at: int, twins: Container[int]) -> bool:
        tokens = draft.tokens
        between, word = tokens.between(at - 1), tokens.words[at]
        if between not in (" ", "  ", "-", ". ") or draft.is_person(at):
            return True
        if word in STOP:
            return not (at in twins and self._closes(tokens, at))
        return (between == ". " and len(tokens.words[at - 1]) > 1) or (
            word in self._demonyms and not self._word_kinds[word].family
        )

    def _closes(self, tokens: Tokens, at: int) -> bool:
        """Whether a name goes on or is over behind a token, and no object of a preposition follows."""
        if at + 1 >= len(tokens.words) or tokens.between(at) != " ":
            return True
        after = tokens.words[at + 1]
        return after in STOP or after in SPEECH or self._word_kinds[after].name or after in CONNECTORS

    def _follows(self, tokens: Tokens, at: int, first: WordKind, names: int, *, titled: bool) -> tuple[int, int]:  # noqa: PLR0911 - a case a line
        """Say how many tokens from one on belong to the name, 0 for none, and how sure they make it."""
        words, word_kinds = tokens.words, self._word_kinds
        word = words[at]
        if word in CONNECTORS:
            return self._connected(tokens, at, names)
        kind = word_kinds[word]
        if names == 1 and first.firm and self._surname_by_form(word):
            return 1, 1
        if names == 1 and titled and word not in SPEECH and word not in TITLES:
            foreign = not first.common and not kind.exact
            rare = first.given and not first.exact and self._surname_by_form(word)
            if foreign or rare or (first.firm and self._behind_title(word)):
                return 1, 1
        if not kind.name or (kind.common and not (kind.family or kind.given)) or ends_in_pronoun(word, kind):
            return 0, 0
        loose = kind.common and not kind.firm and not word.startswith("ال")
        if loose and kind.given and kind.family and tokens.between(at) not in ("", " "):
            loose = False  # the name is over with it
        if names >= USUAL_NAME_WORDS and (word in SPEECH or word in ROLE_HEADS or loose):
            return 0, 0
        if (
            word[0] in "وفبل"
            and not (kind.given or kind.family)
            and word_kinds[word[1:]].name
            and word_kinds[word[1:]].given
        ):
            return 0, 0  # another name begins
        return 1, int(kind.sure or (kind.firm and first.firm)) + int(not kind.common)

    def _connected(self, tokens: Tokens, at: int, names: int) -> tuple[int, int]:
        words = tokens.words
        behind = words[at + 1] if at + 1 < len(words) else ""
        if not behind or tokens.between(at) != " ":
            return 0, 0
        if words[at] == "ابن" and (names > 1 or behind == "ابن"):
            return 0, 0
        named = self._word_kinds[behind].name or words[at] == "ايت" or (words[at] == "ابو" and behind.startswith("ال"))
        return (2, 1) if named else (0, 0)

    def _surname_by_form(self, word: str) -> bool:
        """Whether a word behind a given name is a surname by its form: محمد العيوني."""
        return (
            word.startswith("ال")
            and word.endswith("ي")
            and len(word) > MIN_NAME_LETTERS + 1
            and word not in self._demonyms
        )

    def _behind_title(self, word: str) -> bool:
        """Whether a word behind a title and a given name can be nothing but a name: الرائد هاني عجلان."""
        if len(word) < MIN_NAME_LETTERS or word[0] in "يتنوبلف" or word.startswith("ال") or word.endswith(("ا", "ه")):
            return False
        return word not in ROLE_HEADS and word not in STOP and word not in self._demonyms

    def _enough(  # noqa: PLR0913 - what a run is judged by
        self, tokens: Tokens, run: Run, first: WordKind, names: int, sure: int, *, titled: bool, listed: bool
    ) -> bool:
        words = tokens.words
        if words[run.last - 1] in CONNECTORS:
            return False
        if names == 1:
            return titled and sure >= 1 and len(words[run.first]) > MIN_NAME_LETTERS and not first.common
        if titled and first.given:
            sure += 1
        if words[run.first + 1].startswith("ال") and not self._word_kinds[words[run.first + 1]].common:
            sure += 1
        if titled or listed:
            return sure >= 1
        return sure >= USUAL_NAME_WORDS and not (first.common and not first.firm and names <= USUAL_NAME_WORDS)
