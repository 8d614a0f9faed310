"""How likely a name is right, by learned weights of the signs that speak for it and against it.

`python -m agents.training.name_odds` learns them. A sign is a few words, so that the file can be read.
"""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

import msgspec

from streams.records.entities import EntityType

FILE: Final = "odds.json"


class Extent(NamedTuple):
    """Tokens `first` to `last` (exclusive) of a possible name, the first after `skip` letters, and its type."""

    first: int
    last: int
    skip: int
    type: EntityType


class Signs(NamedTuple):
    """What speaks for and against a name."""

    extent: Extent
    named: tuple[str, ...]
    logit: float = 0.0
    """By how many nats the model is surer of the name than of anything else; 0 for names that it did not make."""
    scale: str = ""
    """Under which name the logit is weighed."""


class Odds:
    """The learned weights.

    Parameters
    ----------
    weights
        By sign, that of every name under the empty one; a sign that is missing weighs nothing.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._base = weights.get("", 0.0)

    def of(self, signs: Signs) -> float:
        """Return how likely a name is right, 0 to 1."""
        weights = self._weights
        total = self._base + signs.logit * weights.get(signs.scale, 0.0)
        for sign in signs.named:
            total += weights.get(sign, 0.0)
        return 1.0 / (1.0 + math.exp(-total))


@cache
def shipped() -> Odds:
    """Return the weights that ship with the package."""
    return Odds(msgspec.json.decode(files(__package__).joinpath(FILE).read_bytes(), type=dict[str, float]))
