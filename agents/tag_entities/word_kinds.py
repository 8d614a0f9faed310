"""What kind of word a folded token is for names: proclitics, common words, given and family names."""

from typing import Final, NamedTuple

from agents.arabic.clitics import MIN_NAME_LETTERS
from agents.arabic.tokens import folded
from agents.tag_entities.lexicon.lexicon import Lexicon

CONNECTORS: Final = folded(
    "بن ابن بنت منت آل أبو أم عبد ولد أبي بو بني ذو دي دا دو فان فون دل لا لو دير بو آية الله آيت"
)
_ENDINGS = ("", "ه", "ها", "هم", "نا", "ين", "ون", "ات", "ان", "ته", "تها", "تهم", "ا", "ت", "وا", "ي", "هما", "ك")
_PRONOUNS = ("", "ه", "ها", "هم", "نا", "هما", "ته", "تها", "تهم", "ات", "ين")
"""Endings that words with a preposition in front can have."""
_FREE = frozenset(["", "ال", "س", "وال", "و", "ف", "وس", "بال", "فال", "كال", "لل", "ولل", "وبال"])
"""Openings behind which any ending may stand."""
_OPENINGS = ("", "ال", "س", "لل", "بال", "وال", "فال", "كال", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وس", "ولل", "وبال")
_CACHE = 200_000
"""Words whose kinds are remembered; more are forgotten and worked out anew."""


class Kind(NamedTuple):
    """A token for names: `common` when a dictionary has it, `given` and `family` when lists of names have it."""

    common: bool
    given: bool
    family: bool
    exact: bool
    """Whether the dictionary has it as it stands, ال aside, and not only under proclitics and endings."""
    firm: bool
    """Whether so many bear it as a given name that it opens a name even where it is a common word."""

    @property
    def name(self) -> bool:
        """Say whether it can be part of a name at all."""
        return self.given or self.family or not self.common

    @property
    def sure(self) -> bool:
        """Say whether it is hardly anything but a name."""
        return (self.given or self.family) and not self.common


class Kinds(dict[str, Kind]):
    """Kinds of tokens as they stand, made when first asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._common, self._firm = lexicon.common, lexicon.firm
        first, last = lexicon.person_words
        self._given, self._family = lexicon.given | first, lexicon.family | last

    def __missing__(self, word: str) -> Kind:
        """Work out a word's kind and keep it."""
        if len(self) > _CACHE:
            self.clear()
        self[word] = kind = Kind(
            common=self._is_common(word),
            given=word in self._given,
            family=word in self._family,
            exact=word in self._common or word.removeprefix("ال") in self._common,
            firm=word in self._firm,
        )
        return kind

    def _is_common(self, word: str) -> bool:
        if len(word) < MIN_NAME_LETTERS or not word.isalpha() or word in self._common:
            return True
        for opening in _OPENINGS:
            if not word.startswith(opening):
                continue
            rest = word[len(opening) :]
            for ending in _ENDINGS if opening in _FREE else _PRONOUNS:
                if not rest.endswith(ending):
                    continue
                stem = rest[: len(rest) - len(ending)] if ending else rest
                feminine = ending and not self._common.isdisjoint((stem + "ه", stem + "ي"))
                if len(stem) > 1 and (stem in self._common or feminine):
                    return True
        return False
