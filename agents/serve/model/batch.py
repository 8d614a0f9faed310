"""What the records of one transaction share while they are applied."""

import sqlite3
from dataclasses import dataclass, field

from agents.serve.model.deltas import Deltas
from agents.serve.model.entities import Entities
from agents.serve.model.search_index import SearchIndex


@dataclass(slots=True)
class Batch:
    """One transaction."""

    db: sqlite3.Connection
    entities: Entities
    index: SearchIndex
    topics: dict[str, tuple[str | None, str]]
    """Names of the media topics that are written down already."""
    tells: bool = True
    """Whether the live stream has anybody to tell of articles."""
    deltas: Deltas = field(default_factory=Deltas)
