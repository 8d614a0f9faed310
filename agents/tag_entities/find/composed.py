"""A name that a rule composes."""

from collections.abc import Collection
from typing import NamedTuple, Protocol

from agents.tag_entities.draft import Draft
from streams.records.entities import EntityType


class Composed(NamedTuple):
    """A composed name: tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    skip: int
    """Letters peeled from the first token."""
    type: EntityType


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

    @property
    def openings(self) -> Collection[str]:
        """The words, without proclitics, that can begin such a name."""

    def read(self, draft: Draft, opening: Opening) -> Composed | None:
        """Return the name that begins with an opening word, None where none does."""
