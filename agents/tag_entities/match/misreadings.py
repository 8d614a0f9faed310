"""Surfaces that are no names where they stand: parts of other names, of dates, words that folding alone makes names."""

import re
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft, Surface
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words import exceptions
from agents.tag_entities.words.name_parts import OPEN_PARTS, SONS
from agents.tag_entities.words.roles import TITLES

_DECIMAL: Final = re.compile(r"[.,٫]\d")
_TANWIN: Final = "\u064b"
_PERSON_PREPOSITIONS: Final = tuple("لب")
"""Prepositions that a given name can have: لأحمد."""
_HAMZAS: Final = frozenset("ؤئأآ")
_HAMZAS_ON_SEATS: Final = frozenset("ؤئ")


class Misreadings:
    """The pass that takes out surfaces that are no names."""

    name = "Misreadings"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds
        self._no_names = exceptions.no_names()

    def run(self, draft: Draft) -> None:
        """Keep the surfaces that can be names."""
        dated = draft.dated
        kept = []
        for surface in draft.surfaces:
            if self._is_misread(draft, surface):
                draft.misread.add(surface.first)
            elif not (surface.first in dated and surface.last - surface.first == 1) and not self._is_inside_person(
                draft, surface
            ):
                kept.append(surface)
        draft.surfaces = kept

    def _is_inside_person(self, draft: Draft, surface: Surface) -> bool:
        """Whether a surface is the end of a longer person's name: سلمان بن عبد العزيز behind فيصل بن."""
        tokens, first = draft.tokens, surface.first
        before = tokens.words[first - 1] if first else ""
        if before in OPEN_PARTS:
            return True  # كريم الزياني behind عبد, with its article
        if not first or surface.start != tokens.spans[first][0]:
            return False
        word_kind = self._word_kinds[before]
        if tokens.words[first] in SONS and word_kind.given and tokens.between(first - 1) == " ":
            return True  # بن لادن behind محمد
        several = surface.last - first > 1
        person = several and surface.bearers[0].known.type == "PER"
        given = word_kind.given and (
            word_kind.sure
            or (word_kind.firm and person and tokens.between(first - 1) == " ")
            or any(name.first < first and name.last == surface.last for name in draft.model_names if name.type == "PER")
        )
        if person and not given and before.startswith(_PERSON_PREPOSITIONS) and tokens.between(first - 1) == " ":
            given = self._word_kinds[before[1:]].firm and before not in self._lexicon.common  # لأحمد محمد عساف
        return given and before not in TITLES and self._word_kinds[tokens.words[first]].name

    def _is_misread(self, draft: Draft, surface: Surface) -> bool:
        """Whether folding alone makes a name of a word: دومًا is not Douma, مؤدي not Modi, النيل من not the Nile."""
        tokens = draft.tokens
        if surface.key[-1].isdigit() and _DECIMAL.match(tokens.text, surface.end):
            return True  # السهم 3.37
        if surface.last - surface.first > 1:
            return False
        first, last = surface.first, surface.last
        published = draft.as_published(surface.start, surface.end)
        if _TANWIN in published or _is_spelt_otherwise(published, surface):
            return True
        rows = self._no_names.get(surface.key)  # النيل من, جدّه
        return rows is not None and exceptions.is_excepted(rows, tokens.words, first, last, published)


def _is_spelt_otherwise(published: str, surface: Surface) -> bool:
    """Whether a word has a hamza inside that the names of none of the surface's bearers have."""
    hamzas = _HAMZAS.intersection(published.removeprefix(ARTICLE)[1:-1])
    if not hamzas:
        return False
    on_seats = hamzas & _HAMZAS_ON_SEATS
    return all(
        not (hamzas if known.type in ("LOC", "PER") else on_seats) <= set(known.ar.removeprefix(ARTICLE)[1:])
        for known, *_ in surface.bearers
    )
