"""Learning how likely names are right."""

import pytest

pytest.importorskip("scipy", reason="only training needs scipy")

from agents.tag_entities.find.odds import Extent, Signs
from agents.training.name_odds import Example, fit

GIVEN = [Example(Signs(Extent(0, 1, 0, "ORG"), (("a title",),)), right=True) for _ in range(9)]
LEFT_OUT = [example._replace(right=False, hurried=True) for example in GIVEN]


def test_hurried():
    """What a hurried reader leaves out says less against a name, and nothing of the hurry is kept."""
    hurried = fit([*GIVEN, *LEFT_OUT])
    careful = fit([*GIVEN, *(example._replace(hurried=False) for example in LEFT_OUT)])
    assert not any(sign.startswith("hurried") for sign in hurried)
    assert sum(hurried.values()) > sum(careful.values())
