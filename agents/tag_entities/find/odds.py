"""How likely a name is right, by learned weights of the signs that speak for it and against it.

`python -m agents.training.name_odds` learns them. A sign is a few words.
"""

import math
from functools import cache
from importlib.resources import as_file, files
from itertools import chain
from typing import Final, NamedTuple

from agents.tag_entities.find.factors import Factors
from streams.records.entities import EntityType

FILE: Final = "odds.npz"
LOGIT_UNIT: Final = 4.0
"""The logit that counts as 1."""
_EVERY_NAME: Final = ""
"""The sign that every name has."""


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
    """The signs, those together that `SignReader` remembers together."""
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
    factors
        What the signs weigh; what every name weighs stands under the empty sign.
    """

    of_all = False
    """Whether to ask for the odds of names that may not stand, too: they are learned from those as well."""

    def __init__(self, factors: Factors) -> None:
        self._factors = factors

    def of(self, signs: Signs) -> float:
        """Return how likely a name is right, 0 to 1."""
        total = self._factors.sum((_EVERY_NAME, *signs.named), signs.scale, signs.logit / LOGIT_UNIT)
        return 1.0 / (1.0 + math.exp(-total))


@cache
def shipped() -> Odds:
    """Return the weights that ship with the package."""
    with as_file(files(__package__).joinpath(FILE)) as file:
        return Odds(Factors.read(file))
