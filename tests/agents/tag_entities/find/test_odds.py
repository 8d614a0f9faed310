"""How likely a name is right."""

import pytest

from agents.tag_entities.find.odds import Extent, Odds, Signs, shipped

EXTENT = Extent(0, 1, 0, "PER")


def test_signs_add_up():
    """Without signs nothing is known; what nobody weighs changes nothing."""
    odds = Odds({"for": 2.0, "against": -2.0})
    given = [odds.of(Signs(EXTENT, (named,))) for named in ((), ("for",), ("for", "against"), ("unheard of",))]
    assert given == pytest.approx([0.5, 0.8808, 0.5, 0.5], abs=1e-4)


def test_the_models_own_score_is_weighed():
    """By the weight under its name."""
    assert Odds({"score": 0.5}).of(Signs(EXTENT, (), 4.0, "score")) == pytest.approx(0.8808, abs=1e-4)


def test_what_ships_believes_the_model_more_the_surer_it_is():
    """All else equal."""
    odds = shipped()
    at = [odds.of(Signs(EXTENT, (), logit, "model PER, 2, score")) for logit in (-2.0, 0.0, 2.0)]
    assert at == sorted(set(at))
