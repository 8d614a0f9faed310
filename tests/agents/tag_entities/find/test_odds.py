"""How likely a name is right."""

import numpy as np
import pytest

from agents.tag_entities.find.factors import SIZE, Factors, Learned
from agents.tag_entities.find.odds import LOGIT_UNIT, Extent, Odds, Signs, shipped

EXTENT = Extent(0, 1, 0, "PER")


def alone(**weights: float) -> Odds:
    """Return odds by signs each of which weighs by itself alone."""
    values = np.array(list(weights.values()))
    return Odds(Factors.of(Learned(list(weights), values, np.zeros((len(weights), SIZE)))))


def test_signs_add_up():
    """Without signs nothing is known; what nobody weighs changes nothing."""
    odds = alone(good=2.0, bad=-2.0)
    given = [odds.of(Signs(EXTENT, (named,))) for named in ((), ("good",), ("good", "bad"), ("unheard of",))]
    assert given == pytest.approx([0.5, 0.8808, 0.5, 0.5], abs=1e-4)


def test_the_models_own_score_is_weighed():
    """By the weight under its name."""
    assert alone(score=2.0).of(Signs(EXTENT, (), LOGIT_UNIT, "score")) == pytest.approx(0.8808, abs=1e-4)


def test_what_ships_believes_the_model_more_the_surer_it_is():
    """All else equal."""
    odds = shipped()
    at = [odds.of(Signs(EXTENT, (), logit, "model PER, 2, score")) for logit in (-2.0, 0.0, 2.0)]
    assert at == sorted(set(at))
