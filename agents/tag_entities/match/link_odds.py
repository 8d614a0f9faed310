"""Which bearer of a surface is meant, if any: how likely each is, by learned weights of its signs.

`python -m agents.training.links` learns them from surfaces of which readers said what they name.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any, Final, NamedTuple

import orjson

from agents.arabic.memo import Memo
from agents.tag_entities.draft import Evidence, Surface
from agents.tag_entities.lexicon.lexicon import Known
from streams.records.entities import EntityType

MIN_ODDS: Final = 0.75
"""How likely a bearer is at least to be linked: a wrong link is a wrong count, one that is missing an id of its own."""
MIN_ODDS_UNREAD: Final = 0.6
"""The same in a text that no name model has read: less is there to be sure by."""
MIN_TYPE_ODDS: Final = 0.6
"""How likely bearers of one type together are at least for their type to be told, when none of them is linked."""
MIN_NAME_ODDS: Final = 0.1
"""How likely the only bearer of a surface is at least for it to be a name of something, if not of that."""
MIN_WEIGHT_TOLD: Final = 0.5
"""What a sign weighs at least to be told as evidence: most weigh little."""
LIKELY: Final = "link"
"""The evidence that says how likely the entity is the one that is meant, 0 to 1."""
MAX_GROUPS_REMEMBERED: Final = 1 << 14
"""Signs that come together, whose sum is remembered."""
_MAX_SUM: Final = 30.0


class Choice(NamedTuple):
    """What is likely meant: an entity, or only a type when two entities of it are equally likely."""

    means: Known | EntityType
    evidence: tuple[Evidence, ...]
    linked: bool = True
    """Whether the entity is meant, and not another one that the surface may name."""


class BearerSigns(NamedTuple):
    """What speaks for and against a bearer of a surface."""

    groups: tuple[tuple[str, ...], ...]
    """Signs that come together again and again."""
    words: Sequence[str]
    """The others: most are words beside it."""

    @property
    def named(self) -> tuple[str, ...]:
        """All signs by their names."""
        return (*chain.from_iterable(self.groups), *self.words)


class LinkOdds:
    """The learned weights.

    Parameters
    ----------
    weights
        By sign, that of every bearer under the empty one; a sign that is missing weighs nothing.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._base = weights.get("", 0.0)
        self._sums: Memo[tuple[str, ...], float] = Memo(MAX_GROUPS_REMEMBERED, self._sum)
        self._told: Memo[tuple[str, ...], tuple[Evidence, ...]] = Memo(MAX_GROUPS_REMEMBERED, self._tell)

    def _sum(self, signs: Sequence[str]) -> float:
        get = self._weights.get
        return sum([get(sign, 0.0) for sign in signs])

    def _tell(self, signs: Sequence[str]) -> tuple[Evidence, ...]:
        get = self._weights.get
        return tuple([Evidence(sign, get(sign, 0.0)) for sign in signs if abs(get(sign, 0.0)) >= MIN_WEIGHT_TOLD])

    def choose(self, surface: Surface, signs: Sequence[BearerSigns], *, read: bool = True) -> Choice | None:
        """Return what a surface means, None where likely nothing.

        Parameters
        ----------
        signs
            Those of each of its bearers.
        read
            Whether a name model has read the text.
        """
        bearers, likely = surface.bearers, self.of(signs)
        best = max(range(len(bearers)), key=likely.__getitem__)
        known = bearers[best].known
        linked = likely[best] >= (MIN_ODDS if read else MIN_ODDS_UNREAD)
        if linked or (surface.is_sure and likely[best] >= MIN_NAME_ODDS):
            groups, words = signs[best]
            told = chain(*[self._told[group] for group in groups], self._tell(words))
            return Choice(known, (*told, Evidence(LIKELY, round(likely[best], 3))), linked)
        rivals = [odds for odds, bearer in zip(likely, bearers, strict=True) if bearer.known.type == known.type]
        sure_type = known.type != "PER" and len(rivals) > 1 and sum(rivals) >= MIN_TYPE_ODDS
        return Choice(known.type, ()) if sure_type else None

    def of(self, signs: Sequence[BearerSigns]) -> list[float]:
        """Return how likely each bearer is meant, 0 to 1; what they leave of 1 is for none of them."""
        powers = [math.exp(min(_MAX_SUM, self._total(each))) for each in signs]
        whole = 1.0 + sum(powers)
        return [power / whole for power in powers]

    def _total(self, signs: BearerSigns) -> float:
        return self._base + sum([self._sums[group] for group in signs.groups]) + self._sum(signs.words)


@cache
def shipped() -> LinkOdds:
    """Return the weights that ship with the package."""
    file = resources.files("agents.tag_entities.match").joinpath("link_weights.json")
    loaded: dict[str, Any] = orjson.loads(file.read_bytes())
    return LinkOdds(loaded["weights"])
