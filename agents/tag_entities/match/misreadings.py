"""Surfaces that are no names where they stand: parts of other names, of dates, words that folding alone makes names."""

import re
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.quotation_marks import OPENING, SINGLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, Surface
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words import exceptions
from agents.tag_entities.words.exceptions import NO_NAME
from agents.tag_entities.words.name_parts import OPEN_PARTS
from agents.tag_entities.words.roles import TITLES

_DECIMAL: Final = re.compile(r"[.,٫]\d")
_OPENING_MARKS: Final = tuple(OPENING + SINGLE + "(")
_TANWIN: Final = "\u064b"
_RARE_PROCLITICS: Final = frozenset("فك")
"""Proclitics that hardly stand before a name that opens a quotation."""
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
        self._exceptions = exceptions.by_word()
        self._no_names = exceptions.of_type(NO_NAME)

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
        if not first or surface.start != tokens.spans[first][0]:
            return False
        before = tokens.words[first - 1]
        if before in OPEN_PARTS:
            return True
        word_kind = self._word_kinds[before]
        several = surface.last - first > 1
        if several and before in self._exceptions and self._is_no_given_name(tokens, first - 1):
            return False
        person = several and surface.bearers[0].known.type == "PER"
        given = word_kind.given and (word_kind.sure or (word_kind.firm and person and tokens.between(first - 1) == " "))
        if person and not given and before.startswith(_PERSON_PREPOSITIONS) and tokens.between(first - 1) == " ":
            given = self._word_kinds[before[1:]].firm and before not in self._lexicon.common  # لأحمد محمد عساف
        return given and before not in TITLES and self._word_kinds[tokens.words[first]].name

    def _is_no_given_name(self, tokens: Tokens, position: int) -> bool:
        """Whether a word before a known name of several words is no given name of it: على, the preposition."""
        words = tokens.words
        before = words[position - 1] if position else ""
        return any(
            row.applies(before, words[position + 1], "", before_known_name=True)
            for row in self._exceptions[words[position]]
            if row.before_known_name and row.bars("PER")
        )

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
        if surface.start != tokens.spans[first][0] and self._is_peeled_wrongly(draft, surface):
            return True
        rows = self._no_names.get(surface.key)  # النيل من, جدّه
        return rows is not None and exceptions.is_excepted(rows, tokens.words, first, last, published)

    def _is_peeled_wrongly(self, draft: Draft, surface: Surface) -> bool:
        """Whether the letters taken off a word are its own: «فيولا» is no Yola, فاطمة no أطمة."""
        tokens = draft.tokens
        whole = self._word_kinds[tokens.words[surface.first]]
        if whole.given and (whole.sure or whole.firm):
            return True
        if tokens.text[tokens.spans[surface.first][0] : surface.start] not in _RARE_PROCLITICS:
            return False
        return draft.as_published(surface.start - 2, surface.start - 1).startswith(_OPENING_MARKS)


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
