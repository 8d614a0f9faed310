"""The IPTC Media Topics: names in Arabic and English, and the way up to the top level."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

DATA = Path(__file__).parents[1] / "data"
TAXONOMY = Path(__file__).with_name("taxonomy.jsonl")
CONTAINERS = frozenset(
    f"medtop:{number}"
    for number in [
        "20000082",
        "20000143",
        "20000170",
        "20000183",
        "20000209",
        "20000385",
        "20000396",
        "20000464",
        "20000538",
        "20000593",
        "20000621",
        "20000657",
        "20000768",
        "20000788",
        "20000808",
        "20000822",
    ]
)
"""Concepts that only hold others together (products and services, competition discipline, mankind …).

What fits one of them fits one below it, or is said as well by the one above; readers do not give them.
"""


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
    lines = TAXONOMY.read_bytes().splitlines()
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
