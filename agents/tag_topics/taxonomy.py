"""The IPTC Media Topics: names in Arabic and English, and the way up to the top level."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

DATA = Path(__file__).parent / "data"


class Concept(msgspec.Struct, frozen=True, kw_only=True):
    """One media topic."""

    id: str
    name_ar: str | None
    name_en: str
    broader: str | None
    """The id of the concept above it; None at the top level."""


@cache
def load() -> Mapping[str, Concept]:
    """Give the concepts in use by id, in IPTC's order (shape: 1,085)."""
    decoder = msgspec.json.Decoder(Concept)
    lines = (DATA / "taxonomy.jsonl").read_bytes().splitlines()
    return {concept.id: concept for concept in map(decoder.decode, lines)}


def path(topic: str, concepts: Mapping[str, Concept]) -> list[str]:
    """Give the ids above a topic, nearest first, up to the top level.

    A loop, which only a user's own topics could make, ends where it closes.
    """
    above: list[str] = []
    current = concepts[topic].broader
    while current is not None and current in concepts and current not in above and current != topic:
        above.append(current)
        current = concepts[current].broader
    return above
