"""How likely a name is right, by learned weights of the signs that speak for it and against it.

`python -m agents.training.name_odds` learns them. A sign is a few words, so that the file can be read.
"""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Final, NamedTuple

import msgspec

from agents.arabic.memo import Memo
from streams.records.entities import EntityType

FILE: Final = "odds.json"
MAX_GROUPS_REMEMBERED: Final = 1 << 14
"""Signs that come together, whose sum is remembered."""


class Extent(NamedTuple):
    """Tokens `first` to `last` (exclusive) of a possible name, the first after `skip` letters, and its type."""

    first: int
    last: int
    skip: int
    type: EntityType


class Signs(NamedTuple):
    """What speaks for and against a name."""

    extent: Extent
    groups: tuple[tuple[str, ...], ...]
    """The signs, those together that come together again and again."""
    logit: float = 0.0
    """By how many nats the model is surer of the name than of anything else; 0 for names that it did not make."""
    scale: str = ""
    """Under which name the logit is weighed."""
    words: tuple[str, ...] = ()
    """Signs that a single word gives."""

    @property
    def named(self) -> tuple[str, ...]:
        """All signs by their names."""
        return (*chain.from_iterable(self.groups), *self.words)


class Odds:
    """The learned weights.

    Parameters
    ----------
    weights
        By sign, that of every name under the empty one; a sign that is missing weighs nothing.
    """

    of_all = False
    """Whether to ask for the odds of names that may not stand, too: they are learned from those as well."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._base = weights.get("", 0.0)
        self._sums: Memo[tuple[str, ...], float] = Memo(MAX_GROUPS_REMEMBERED, self._sum)

    def _sum(self, group: tuple[str, ...]) -> float:
        return sum([self._weights.get(sign, 0.0) for sign in group])

    def of(self, signs: Signs) -> float:
        """Return how likely a name is right, 0 to 1."""
        total = self._base + signs.logit * self._weights.get(signs.scale, 0.0)
        total += sum([self._sums[group] for group in signs.groups])
        total += sum([self._weights.get(sign, 0.0) for sign in signs.words])
        return 1.0 / (1.0 + math.exp(-total))


@cache
def shipped() -> Odds:
    """Return the weights that ship with the package."""
    return Odds(msgspec.json.decode(files(__package__).joinpath(FILE).read_bytes(), type=dict[str, float]))
