"""Foreign people under a spelling that no list has: رفاييل غروسي is رافائيل غروسي."""

import re
from typing import Final

from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.spelling import sound
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.people import COUNTRIES_OF_ARABIC_NAMES
from agents.tag_entities.words.roles import CONNECTORS

_VOWELS: Final = re.compile("[اويئؤء]")
MIN_CONSONANTS: Final = 7
"""Letters that are left of a name without its vowels, the space between its words counted."""
NAME_WORDS: Final = 2
"""A given and a family name."""


class Respellings:
    """The pass that links full names that no list has to the one foreigner whose name they spell.

    One word of both names must sound alike, and the consonants of both words must agree.
    """

    name = "Respellings"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds
        self._foreigners: dict[str, dict[tuple[str, str], Known]] = {}
        """Consonants of a name, to the people of such names by id and surface."""
        for surface, (known, _, is_surname, _) in lexicon.sole_bearers(NAME_WORDS):
            if known.type != "PER" or is_surname or not known.countries:
                continue
            if COUNTRIES_OF_ARABIC_NAMES.isdisjoint(known.countries):
                self._foreigners.setdefault(_consonants(surface.split(" ")), {})[known.id, surface] = known

    def run(self, draft: Draft) -> None:
        """Link people whom only the text names."""
        for name in draft.names:
            if name.entity.type == "PER" and name.entity.known is None:
                self._link(draft, name)

    def _link(self, draft: Draft, name: Name) -> None:
        words = draft.tokens.text[name.start : name.end].split()
        if len(words) != NAME_WORDS or self._word_kinds[words[0]].firm or words[0] in CONNECTORS:
            return
        glued = words[0][0] in "وبلف"
        for skip in (0, 1) if glued else (0,):
            known = self._foreigner([words[0][skip:], words[1]])
            if known is not None:
                draft.replace(name, name._replace(start=name.start + skip, entity=EntityRef.of_lexicon(known)))
                return

    def _foreigner(self, words: list[str]) -> Known | None:
        consonants = _consonants(words)
        if len(consonants) < MIN_CONSONANTS:
            return None
        alike = {
            known.id: known
            for (_, surface), known in self._foreigners.get(consonants, {}).items()
            if any(sound(one) == sound(other) for one, other in zip(words, surface.split(" "), strict=True))
        }
        return next(iter(alike.values())) if len(alike) == 1 else None


def _consonants(words: list[str]) -> str:
    """Return the consonants of words, and the first letter of each: what all spellings of a foreign name share."""
    return " ".join(word[:1] + _VOWELS.sub("", word[1:]) for word in map(sound, words))
