"""Names that rules compose: one sweep over a text, each word tried as the beginning of each kind of composed name."""

from collections.abc import Collection
from typing import Final

from agents.arabic.clitics import peel
from agents.arabic.memo import Memo
from agents.arabic.tokens import folded
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.find.composed import Composed, Opening, Reader, entity_of
from agents.tag_entities.find.ministries import BareMinistries, Ministries
from agents.tag_entities.find.named_institutions import NamedInstitutions
from agents.tag_entities.find.national_bodies import NationalBodies
from agents.tag_entities.find.national_teams import NationalTeams
from agents.tag_entities.find.public_bodies import PublicBodies
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds

MAX_WORDS_REMEMBERED: Final = 200_000
MAX_WORDS_TO_QUARTER: Final = 6
"""Words before وحي among which a quarter or its like stands; else it is revelation, and no quarter behind و."""
_AND_QUARTER: Final = "وحي"
_QUARTERS: Final = folded("حي وحي بحي لحي حيي أحياء الأحياء شارع شارعي بلدة وبلدة منطقة")


def readers(lexicon: Lexicon, word_kinds: WordKinds) -> tuple[Reader, ...]:
    """Return the readers in the order in which a word is tried."""
    return (
        Ministries(lexicon),  # first: وزارة begins nothing else
        NationalBodies(lexicon, federations=True),  # before public bodies: الاتحاد begins those too
        PublicBodies(lexicon),  # before national bodies: الجمعية العامة للأمم has a purpose
        BareMinistries(lexicon),  # before national bodies: الدفاع is a body's first word too
        NationalBodies(lexicon),
        NationalTeams(lexicon),  # before institutions: منتخب is a generic word as well
        NamedInstitutions(lexicon, word_kinds),  # last: any name behind any generic word
    )


class ComposedNames:
    """The pass that adds composed names; a lexicon's name inside a longer composed one gives way."""

    name = "ComposedNames"

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds, without: Collection[str] = ()) -> None:
        self._lexicon = lexicon
        self._readers = tuple(reader for reader in readers(lexicon, word_kinds) if reader.name not in without)
        self._openings: Memo[str, tuple[int, str] | None] = Memo(MAX_WORDS_REMEMBERED, self._opening)

    def starts(self, word: str) -> bool:
        """Whether a word can begin a composed name."""
        return self._openings[word] is not None

    def run(self, draft: Draft) -> None:
        """Add composed names; a ministry without a nation takes that of its namesake in the text."""
        nations: dict[str, EntityRef | None] = {}
        """Ministries with their nation by what they are; None where two nations have one."""
        bare: list[tuple[Name, str, str]] = []
        for composed, reader in self._find(draft):
            inside = [name for at in range(composed.first, composed.last) if (name := draft.name_at(at)) is not None]
            if self._gives_way(draft, composed, inside):
                continue
            entity, start, end = self._entity(draft, composed, inside)
            draft.drop(inside)
            draft.running = reader
            name = draft.add(composed.first, composed.last, start, end, entity)
            draft.running = self.name
            if composed.slug is not None and composed.country is not None:
                nations[composed.slug] = entity if nations.get(composed.slug, entity) == entity else None
            elif composed.slug is not None:
                bare.append((name, composed.slug, reader))
        for name, slug, reader in bare:
            nation = nations.get(slug)
            if nation is not None:
                draft.running = reader
                draft.rename(name, nation)

    def _find(self, draft: Draft) -> list[tuple[Composed, str]]:
        """Return composed names from left to right, without overlap, each with its reader's name."""
        words = draft.tokens.words
        found: list[tuple[Composed, str]] = []
        done = 0
        for at in draft.starts(self):
            if at < done:
                continue
            word = words[at]
            if word == _AND_QUARTER and _QUARTERS.isdisjoint(words[max(0, at - MAX_WORDS_TO_QUARTER) : at]):
                continue
            opening = self._openings[word]
            if opening is None:
                continue
            skip, rest = opening
            for reader in self._readers:
                composed = reader.read(draft, Opening(at, skip, rest)) if reader.opens(rest) else None
                if composed is not None:
                    found.append((composed, reader.name))
                    done = composed.last
                    break
        return found

    def _opening(self, word: str) -> tuple[int, str] | None:
        """Return how many letters a word has before one that can begin a composed name, and that one."""
        rests = peel(word)
        if word == _AND_QUARTER:
            rests.append((1, word[1:]))
        if word.startswith("لل"):
            rests.append((2, "ال" + word[2:]))
        if word.startswith("ولل"):
            rests.append((3, "ال" + word[3:]))
        for skip, rest in rests:
            if any(reader.opens(rest) for reader in self._readers):
                return skip, rest
        return None

    def _gives_way(self, draft: Draft, composed: Composed, inside: list[Name]) -> bool:
        """Whether names found before stand where a composed one would."""
        return (
            any(name.entity.id in self._lexicon.own for name in inside)  # the user's own entity stays
            # the lexicon knows a name that opens so
            or any(name.first == composed.first and name.last - name.first > 1 for name in inside)
            or any(
                name.last > composed.last or (name.first, name.last) == (composed.first, composed.last)
                for name in inside
            )
            or (draft.is_taken(composed.first) and draft.name_at(composed.first) is None)
        )

    def _entity(self, draft: Draft, composed: Composed, inside: list[Name]) -> tuple[EntityRef, int, int]:
        """Return the entity and the characters of a composed name; a known quarter behind حي is that quarter."""
        tokens = draft.tokens
        start = tokens.spans[composed.first][0] + composed.skip
        end = tokens.spans[composed.last - 1][1]
        surface = tokens.text[start:end]
        entity = entity_of(self._lexicon, composed, surface)
        if (
            entity.known is not None
            and entity.known.kind == "outlet"
            and tokens.words[composed.first - 1].endswith("وكاله")
        ):
            entity = EntityRef.of_text("ORG", surface)  # وكالة الأنباء
        known = inside[0].entity.known if len(inside) == 1 else None
        if (
            known is not None
            and known.kind == "district"
            and tokens.words[composed.first].endswith("حي")
            and composed.first + 1 == inside[0].first
            and inside[0].last == composed.last
        ):
            entity = inside[0].entity
        return entity, start, end
