"""Which bearer of a surface is meant, if any: how likely each is, by learned weights of its signs.

`python -m agents.training.links` learns them from surfaces of which readers said what they name.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

import orjson

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
_MAX_SUM: Final = 30.0


class Choice(NamedTuple):
    """What is likely meant: an entity, or only a type.

    A type when none is likely enough to be linked and several bearers of one type other than PER together are.
    """

    means: Known | EntityType
    evidence: tuple[Evidence, ...]
    linked: bool = True
    """Whether the entity is meant, and not another one that the surface may name."""


class LinkOdds:
    """The learned weights.

    Parameters
    ----------
    weights
        By sign, that of every bearer under the empty one; a sign that is missing weighs nothing.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def choose(self, surface: Surface, signs: Sequence[Sequence[str]], *, read: bool = True) -> Choice | None:
        """Return what a surface means, None where likely nothing.

        Parameters
        ----------
        signs
            Those of each of its bearers.
        read
            Whether a name model has read the text.
        """
        bearers, weighed = surface.bearers, self._weighed(signs)
        likely = self._likely(weighed)
        best = max(range(len(bearers)), key=likely.__getitem__)
        known = bearers[best].known
        linked = likely[best] >= (MIN_ODDS if read else MIN_ODDS_UNREAD)
        if linked or (surface.is_sure and likely[best] >= MIN_NAME_ODDS):
            each = zip(signs[best], weighed[best], strict=True)
            told = [Evidence(sign, weight) for sign, weight in each if abs(weight) >= MIN_WEIGHT_TOLD]
            return Choice(known, (*told, Evidence(LIKELY, round(likely[best], 3))), linked)
        rivals = [odds for odds, bearer in zip(likely, bearers, strict=True) if bearer.known.type == known.type]
        sure_type = known.type != "PER" and len(rivals) > 1 and sum(rivals) >= MIN_TYPE_ODDS
        return Choice(known.type, ()) if sure_type else None

    def of(self, signs: Sequence[Sequence[str]]) -> list[float]:
        """Return how likely each bearer is meant, 0 to 1; what they leave of 1 is for none of them."""
        return self._likely(self._weighed(signs))

    def _weighed(self, signs: Sequence[Sequence[str]]) -> list[list[float]]:
        get = self._weights.get
        return [[get(sign, 0.0) for sign in each] for each in signs]

    def _likely(self, weighed: Sequence[Sequence[float]]) -> list[float]:
        base = self._weights.get("", 0.0)
        powers = [math.exp(min(_MAX_SUM, base + sum(each))) for each in weighed]
        whole = 1.0 + sum(powers)
        return [power / whole for power in powers]


@cache
def shipped() -> LinkOdds:
    """Return the weights that ship with the package."""
    file = resources.files("agents.tag_entities.match").joinpath("link_weights.json")
    loaded: dict[str, Any] = orjson.loads(file.read_bytes())
    return LinkOdds(loaded["weights"])
