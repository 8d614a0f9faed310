"""Learning how likely names are right."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy", reason="only training needs scipy")

from agents.tag_entities.find.odds import Extent, Odds, Signs
from agents.training.name_odds import Example, fit, kept

GIVEN = [Example(Signs(Extent(0, 1, 0, "ORG"), (("a title",),)), right=True) for _ in range(9)]
LEFT_OUT = [example._replace(right=False, hurried=True) for example in GIVEN]
CAREFUL = [example._replace(hurried=False) for example in LEFT_OUT]


def test_hurried(tmp_path: Path):
    """What a hurried reader leaves out says less against a name, and nothing of the hurry is kept."""
    likely = []
    for number, given in enumerate([[*GIVEN, *LEFT_OUT], [*GIVEN, *CAREFUL]]):
        factors = kept(fit(given))
        factors.write(file := tmp_path / f"{number}.npz")
        with np.load(file) as stored:
            assert b"hurried" not in stored["signs"].tobytes()
        likely.append(Odds(factors).of(GIVEN[0].signs))

    assert likely[0] > likely[1]
