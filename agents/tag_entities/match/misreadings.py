"""Surfaces that are no names where they stand: parts of other names, of dates, words that folding alone makes names."""

import re
from typing import Final

from agents.tag_entities.draft import Draft, Surface
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words import exceptions
from agents.tag_entities.words.exceptions import NO_NAME
from agents.tag_entities.words.roles import TITLES

_DECIMAL: Final = re.compile(r"[.,٫]\d")
_OPENING_MARKS: Final = tuple("«\"“'(")
_TANWIN: Final = "\u064b"


class Misreadings:
    """The pass that takes out surfaces that are no names."""

    name = "Misreadings"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds
        self._exceptions = exceptions.by_word()

    def run(self, draft: Draft) -> None:
        """Keep the surfaces that can be names."""
        draft.surfaces = [
            surface
            for surface in draft.surfaces
            if not self._is_inside_person(draft, surface)
            and not (surface.last - surface.first == 1 and surface.first in draft.dated)
            and not self._is_misread(draft, surface)
        ]

    def _is_inside_person(self, draft: Draft, surface: Surface) -> bool:
        """Whether a surface is the end of a longer person's name: سلمان بن عبد العزيز behind فيصل بن."""
        tokens = draft.tokens
        if not surface.first or surface.start != tokens.spans[surface.first][0]:
            return False
        before = tokens.words[surface.first - 1]
        if before in ("بن", "ابن", "بنت", "ال", "ابو", "عبد"):
            return True
        kind = self._word_kinds[before]
        several = surface.last - surface.first > 1
        if several and before in ("يحيي", "علي"):
            return False  # a verb, a preposition
        person = several and surface.bearers[0].known.type == "PER"
        given = kind.given and (kind.sure or (kind.firm and person and tokens.between(surface.first - 1) == " "))
        if person and not given and before[0] in "لب" and tokens.between(surface.first - 1) == " ":
            given = self._word_kinds[before[1:]].firm and before not in self._lexicon.common  # لأحمد محمد عساف
        return given and before not in TITLES and self._word_kinds[tokens.words[surface.first]].name

    def _is_misread(self, draft: Draft, surface: Surface) -> bool:
        """Whether folding alone makes a name of a word: دومًا is not Douma, مؤدي not Modi, النيل من not the Nile."""
        tokens = draft.tokens
        if surface.key[-1].isdigit() and _DECIMAL.match(tokens.text, surface.end):
            return True  # السهم 3.37
        if surface.last - surface.first > 1:
            return False
        published = draft.as_published(surface.start, surface.end)
        peeled = tokens.text[tokens.spans[surface.first][0] : surface.start]
        whole = self._word_kinds[tokens.words[surface.first]]
        if any(
            (
                _TANWIN in published,
                peeled in ("ف", "ك")
                and draft.as_published(surface.start - 2, surface.start - 1)[:1]
                in _OPENING_MARKS,  # «فيولا» is no Yola
                peeled and whole.given and (whole.sure or whole.firm),  # فاطمة is no أطمة
                self._is_exception(draft, surface, published),
            )
        ):
            return True
        return _is_spelt_otherwise(published, surface)

    def _is_exception(self, draft: Draft, surface: Surface, published: str) -> bool:
        """Whether the words or signs beside a word say that it is no name: النيل من, جدّه."""
        rows = self._exceptions.get(surface.key)
        if rows is None:
            return False
        words, first, last = draft.tokens.words, surface.first, surface.last
        before = words[first - 1] if first else ""
        behind = words[last] if last < len(words) else ""
        return any(row.is_not == NO_NAME and row.applies(before, behind, published) for row in rows)


def _is_spelt_otherwise(published: str, surface: Surface) -> bool:
    """Whether a word has a hamza inside that the names of none of the surface's bearers have."""
    hamzas = {sign for sign in published.removeprefix("ال")[1:-1] if sign in "ؤئأآ"}
    if not hamzas:
        return False
    seats = hamzas & set("ؤئ")
    return all(
        not (hamzas if known.type in ("LOC", "PER") else seats) <= set(known.ar.removeprefix("ال")[1:])
        for known, *_ in surface.bearers
    )
