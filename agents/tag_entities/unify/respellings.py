"""Foreign people under a spelling that no list has: رفاييل غروسي is رافائيل غروسي."""

import re
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Span, of_lexicon
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, SURNAME, Known, Lexicon
from agents.tag_entities.lexicon.spelling import sound
from agents.tag_entities.word_kinds import CONNECTORS, Kinds

_VOWELS: Final = re.compile("[اويئؤء]")
_LEAST = 6
"""Consonants that both words together must have."""
_ARAB: Final = frozenset(
    f"loc:{name}"
    for name in [
        *("algeria", "bahrain", "comoros", "djibouti", "egypt", "iraq", "jordan", "kuwait", "lebanon", "libya"),
        *(
            "mauritania",
            "morocco",
            "oman",
            "palestine",
            "qatar",
            "saudi-arabia",
            "somalia",
            "sudan",
            "syria",
            "tunisia",
        ),
        *("united-arab-emirates", "western-sahara", "yemen", "iran", "pakistan", "afghanistan"),
    ]
)
"""Countries whose people bear Arabic names: a vowel makes another name of one, حسن and حسين."""


class Respelt:
    """The foreign people of a lexicon by the consonants of their names."""

    def __init__(self, lexicon: Lexicon, kinds: Kinds) -> None:
        self._lexicon = lexicon
        self._kinds = kinds
        self._names: dict[str, set[tuple[int, str]]] = {}
        for surface, bearers in lexicon.surfaces.items():
            words = surface.split(" ")
            if len(words) != 2 or len(bearers) != 1 or bearers[0] & SURNAME:  # noqa: PLR2004 - a given and a family name
                continue
            known = lexicon.entities[bearers[0] >> FLAG_BITS]
            if known.type == "PER" and known.countries and _ARAB.isdisjoint(known.countries):
                self._names.setdefault(_bare(words), set()).add((bearers[0] >> FLAG_BITS, surface))

    def link(self, spans: list[Span], tokens: Tokens) -> list[Span]:
        """Link full names that no list has to the one person whose name they spell; one word of both is heard alike."""
        return [
            self._linked(span, tokens) if span.named.type == "PER" and span.named.known is None else span
            for span in spans
        ]

    def _linked(self, span: Span, tokens: Tokens) -> Span:
        words = tokens.text[span.start : span.end].split()
        if len(words) != 2 or self._kinds[words[0]].firm or words[0] in CONNECTORS:  # noqa: PLR2004 - a given and a family name
            return span
        glued = words[0][0] in "وبلف"
        for skip in (0, 1) if glued else (0,):
            person = self._person([words[0][skip:], words[1]])
            if person is not None:
                return span._replace(start=span.start + skip, named=of_lexicon(person))
        return span

    def _person(self, words: list[str]) -> Known | None:
        bare = _bare(words)
        if len(bare) <= _LEAST:
            return None
        alike = {
            place
            for place, surface in self._names.get(bare, ())
            if any(sound(one) == sound(other) for one, other in zip(words, surface.split(" "), strict=True))
        }
        return self._lexicon.entities[alike.pop()] if len(alike) == 1 else None


def _bare(words: list[str]) -> str:
    """Give the consonants of words, and the first letter of each: what all spellings of a foreign name share."""
    return " ".join(word[:1] + _VOWELS.sub("", word[1:]) for word in map(sound, words))
