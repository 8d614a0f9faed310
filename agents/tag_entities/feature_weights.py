"""Learned weights of features, as training writes them beside what judges by them."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import orjson


class FeatureWeights(NamedTuple):
    """What each feature weighs, and from which sum on, or from which likelihood on, a judgement holds."""

    weights: Mapping[str, float]
    threshold: float

    def score(self, features: Iterable[str]) -> float:
        """Return how much the features weigh above the threshold."""
        return self.sum(features) - self.threshold

    def sum(self, features: Iterable[str]) -> float:
        """Return how much the features weigh; one that has no weight weighs nothing."""
        weights = self.weights
        return sum([weights.get(feature, 0.0) for feature in features])


@cache
def load(package: str, file: str) -> FeatureWeights:
    """Return the weights of a file that ships in a package."""
    loaded: dict[str, Any] = orjson.loads(resources.files(package).joinpath(file).read_bytes())
    return FeatureWeights(loaded["weights"], loaded["threshold"])
