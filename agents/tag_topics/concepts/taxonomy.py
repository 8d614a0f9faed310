"""The IPTC Media Topics: names in Arabic and English, and the way up to the top level."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

TAXONOMY = Path(__file__).with_name("taxonomy.jsonl")
CONTAINERS = frozenset(
    f"medtop:{number}"
    for number in [
        "20000082",  # crime
        "20000143",  # transportation accident and incident
        "20000170",  # business information
        "20000183",  # business financing
        "20000209",  # products and services
        "20000385",  # market and exchange
        "20000396",  # stocks and securities
        "20000464",  # health treatment and procedure
        "20000538",  # leisure
        "20000593",  # government
        "20000621",  # government policy
        "20000657",  # belief systems
        "20000768",  # communities
        "20000788",  # mankind
        "20000808",  # values
        "20000822",  # competition discipline
    ]
)
"""Concepts that only hold others together.

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
    """Return the concepts in use by id, in IPTC's order (shape: 1,085)."""
    decoder = msgspec.json.Decoder(Concept)
    lines = TAXONOMY.read_bytes().splitlines()
    return {concept.id: concept for concept in map(decoder.decode, lines)}


def path(topic: str, concepts: Mapping[str, Concept]) -> list[str]:
    """Return the ids above a topic, nearest first, up to the top level.

    A loop, which only a user's own topics could make, ends where it closes.
    """
    above: list[str] = []
    current = concepts[topic].broader
    while current is not None and current in concepts and current not in above and current != topic:
        above.append(current)
        current = concepts[current].broader
    return above
