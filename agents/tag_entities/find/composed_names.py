"""Names that rules compose: one sweep over a text, each word tried as the beginning of each kind of composed name."""

from collections.abc import Collection
from typing import Final

from agents.arabic.clitics import ARTICLE, peel
from agents.arabic.memo import Memo
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.find.composed import Composed, Opening, Reader
from agents.tag_entities.find.directorates import Directorates
from agents.tag_entities.find.named_institutions import NamedInstitutions
from agents.tag_entities.find.national_bodies import NationalBodies
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.bodies import IN_FULL

MAX_WORDS_REMEMBERED: Final = 160_000


def readers(lexicon: Lexicon, word_kinds: WordKinds) -> tuple[Reader, ...]:
    """Return the readers in the order in which a word is tried."""
    return (
        NationalBodies(lexicon),  # first: what it reads is surest
        Directorates(),  # before institutions: مديرية is a generic word for places as well
        NamedInstitutions(lexicon, word_kinds),  # last: any name behind any generic word
    )


class ComposedNames:
    """The pass that adds composed names; a lexicon's name inside a longer composed one gives way."""

    name = "ComposedNames"

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds, without: Collection[str] = ()) -> None:
        self._lexicon = lexicon
        self._readers_of: dict[str, list[Reader]] = {}
        """The readers of the names that a word can begin, in their order."""
        for reader in readers(lexicon, word_kinds):
            for opening in reader.openings if reader.name not in without else ():
                self._readers_of.setdefault(opening, []).append(reader)
        self._endings = frozenset(opening[-3:] for opening in self._readers_of)
        """Their last letters, which tell at less cost that most words begin no name."""
        self._openings: Memo[str, tuple[int, str] | None] = Memo(MAX_WORDS_REMEMBERED, self._opening)

    def starts(self, word: str) -> bool:
        """Whether a word can begin a composed name; how is remembered of those that can."""
        found = self._opening(word)
        if found is not None:
            self._openings.keep(word, found)
        return found is not None

    def run(self, draft: Draft) -> None:
        """Add composed names."""
        for composed, reader in self._find(draft):
            inside = _names_inside(draft, composed)
            if not self._gives_way(draft, composed, inside):
                entity, start, end = self._entity(draft, composed, inside)
                draft.drop(inside)
                draft.running = reader
                draft.add(composed.first, composed.last, start, end, entity)
                draft.running = self.name

    def _find(self, draft: Draft) -> list[tuple[Composed, str]]:
        """Return composed names from left to right, without overlap, each with its reader's name."""
        words = draft.tokens.words
        found: list[tuple[Composed, str]] = []
        done = 0
        for position in draft.starts(self):
            if position < done:
                continue
            opening = self._openings[words[position]]
            if opening is None:
                continue
            skip, rest = opening
            for reader in self._readers_of[rest]:
                composed = reader.read(draft, Opening(position, skip, rest))
                if composed is not None:
                    found.append((composed, reader.name))
                    done = composed.last
                    break
        return found

    def _opening(self, word: str) -> tuple[int, str] | None:
        """Return how many letters a word has before one that can begin a composed name, and that one."""
        if word[-3:] not in self._endings:
            return None
        rests = peel(word)
        if word.startswith("لل"):
            rests.append((2, ARTICLE + word[2:]))
        if word.startswith("ولل"):
            rests.append((3, ARTICLE + word[3:]))
        return next((pair for pair in rests if pair[1] in self._readers_of), None)

    def _gives_way(self, draft: Draft, composed: Composed, inside: list[Name]) -> bool:
        """Whether names found before stand where a composed one would."""
        if draft.is_taken(composed.first) and draft.name_at(composed.first) is None:
            return True
        return any(
            name.entity.id in self._lexicon.own  # the user's own entity stays
            or (name.first == composed.first and name.last - name.first > 1)  # the lexicon knows a name that opens so
            or name.last > composed.last
            or (name.first, name.last) == (composed.first, composed.last)
            for name in inside
        )

    def _entity(self, draft: Draft, composed: Composed, inside: list[Name]) -> tuple[EntityRef, int, int]:
        """Return the entity and the characters of a composed name."""
        tokens = draft.tokens
        start = tokens.spans[composed.first][0] + composed.skip
        end = tokens.spans[composed.last - 1][1]
        surface = tokens.text[start:end]
        known = inside[0].entity.known if len(inside) == 1 and inside[0].last == composed.last else None
        if known is not None and known.kind == "district" and inside[0].first == composed.first + 1:
            return inside[0].entity, start, end  # حي جوبر
        head = surface.partition(" ")[0]
        bearers = self._lexicon.bearers(IN_FULL.get(head, head) + surface.removeprefix(head))
        if len(bearers) != 1 or bearers[0].surname or self._is_of_other_nation(draft, composed, bearers[0].known):
            return EntityRef.of_text(composed.type, surface), start, end
        return EntityRef.of_lexicon(bearers[0].known), start, end

    def _is_of_other_nation(self, draft: Draft, composed: Composed, known: Known) -> bool:
        """Whether a nationality behind a name is not a known entity's: موقع "الشروق" الجزائري."""
        words = draft.tokens.words
        nation = self._lexicon.country_of(words[composed.last]) if composed.last < len(words) else None
        return nation is not None and bool(known.countries) and nation not in known.countries


def _names_inside(draft: Draft, composed: Composed) -> list[Name]:
    """Return the names found before that begin inside a composed one."""
    positions = range(composed.first, composed.last)
    return [name for position in positions if (name := draft.name_at(position)) is not None]
