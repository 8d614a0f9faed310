"""A name that a rule composes, and the entity that it means."""

from typing import NamedTuple, Protocol

from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.national_bodies import body_of
from agents.tag_entities.lexicon.national_teams import FOOTBALL_TEAM, team_of
from streams.records.entities import EntityType


class Composed(NamedTuple):
    """A composed name: tokens `first` to `last` (exclusive), and what its parts give for id and names."""

    first: int
    last: int
    skip: int
    """Letters peeled from the first token."""
    type: EntityType
    slug: str | None = None
    """What the body is, for the id; None: the text alone names it."""
    english: str | None = None
    country: str | None = None
    """The id of the nation that the name says."""
    surface: str | None = None
    """The surface to look up first."""


class Opening(NamedTuple):
    """The word that can begin a composed name."""

    position: int
    skip: int
    """Letters of the token before the word."""
    word: str


class Reader(Protocol):
    """Reads one kind of composed name."""

    @property
    def name(self) -> str:
        """What `--explain` prints and `--without` takes."""

    def opens(self, word: str) -> bool:
        """Whether a word without its proclitic can begin such a name."""

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Return the name that begins with an opening word, None where none does."""


def nation_at(lexicon: Lexicon, draft: Draft, position: int) -> str | None:
    """Return the country of a nationality adjective with ال that stands right behind the token before it."""
    tokens = draft.tokens
    if position >= len(tokens.words) or tokens.between(position - 1) not in (" ", "  "):
        return None
    word = tokens.words[position]
    return lexicon.demonyms.get(word) if word.startswith(ARTICLE) else None


def entity_of(lexicon: Lexicon, composed: Composed, surface: str) -> EntityRef:
    """Return the lexicon's entity of that surface, else one of its nation and kind, else one of the text alone."""
    for name in filter(None, (composed.surface, surface)):
        bearers = lexicon.bearers(name)
        if len(bearers) == 1 and not bearers[0].surname:
            return EntityRef.of_lexicon(bearers[0].known)
    country = lexicon.known(composed.country) if composed.country else None
    if composed.slug is None or country is None:
        return EntityRef.of_text(composed.type, surface)
    if composed.slug == FOOTBALL_TEAM:
        return team_of(lexicon, country)
    return body_of(lexicon, country, composed.slug, composed.english or "", composed.surface or surface)
