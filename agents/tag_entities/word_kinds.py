"""What kind of word a folded token is for names: a common word, a given name, a family name, or none that is known."""

from typing import Final, NamedTuple

from agents.arabic.clitics import (
    ARTICLE,
    ENDINGS,
    ENDINGS_BEHIND_PREPOSITIONS,
    FREE_OPENINGS,
    MIN_NAME_LETTERS,
    OPENINGS,
)
from agents.arabic.memo import Memo
from agents.tag_entities.lexicon.lexicon import Lexicon

_MAX_WORDS: Final = 160_000
"""Words whose kinds are remembered."""
_MIN_STEM_LETTERS: Final = 2
_NONE: Final = ("",)
_OPENINGS_BY_FIRST: Final = {
    each[0]: tuple(it for it in OPENINGS if it[:1] in ("", each[0])) for each in OPENINGS if each
}
_ENDINGS_BY_LAST: Final = {
    each[-1]: tuple(it for it in ENDINGS if it[-1:] in ("", each[-1])) for each in ENDINGS if each
}
"""By the letter that a word begins or ends with, no opening and no ending among them."""


class WordKind(NamedTuple):
    """What a token is for names: `common` when a dictionary has it, `given` and `family` when lists of names do."""

    common: bool
    given: bool
    family: bool
    exact: bool
    """Whether the dictionary has it as it stands, ال aside, and not only under proclitics and endings."""
    firm: bool
    """Whether so many bear it as a given name that it opens a name even where it is a common word."""

    @property
    def name(self) -> bool:
        """Whether it can be part of a name at all."""
        return self.given or self.family or not self.common

    @property
    def sure(self) -> bool:
        """Whether it is hardly anything but a name."""
        return (self.given or self.family) and not self.common


class WordKinds(Memo[str, WordKind]):
    """The word kind of each folded token, worked out when it is first asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(_MAX_WORDS, self._judge)
        self._kinds: dict[WordKind, WordKind] = {}
        """Each kind that there is once, however many words are of it."""
        self._common, self._firm = lexicon.common, lexicon.firm
        first, last = lexicon.person_words
        self._given, self._family = lexicon.given | first, lexicon.family | last

    def _judge(self, word: str) -> WordKind:
        listed, bare = word in self._common, word.removeprefix(ARTICLE)
        kind = WordKind(
            common=listed or self._is_common(word),
            given=word in self._given,
            family=word in self._family,
            exact=listed or (bare != word and bare in self._common),
            firm=word in self._firm,
        )
        return self._kinds.setdefault(kind, kind)

    def _is_common(self, word: str) -> bool:
        """Whether a dictionary has a stem that is left of a word without an opening and an ending: وكتابهم."""
        if len(word) < MIN_NAME_LETTERS or not word.isalpha():
            return True
        endings = [ending for ending in _ENDINGS_BY_LAST.get(word[-1], _NONE) if word.endswith(ending)]
        for opening in _OPENINGS_BY_FIRST.get(word[0], _NONE):
            if not word.startswith(opening):
                continue
            free = opening in FREE_OPENINGS
            for ending in endings:
                stem = word[len(opening) : len(word) - len(ending)]
                if len(stem) < _MIN_STEM_LETTERS or not (free or ending in ENDINGS_BEHIND_PREPOSITIONS):
                    continue
                if stem in self._common or (ending and (stem + "ه" in self._common or stem + "ي" in self._common)):
                    return True
        return False
