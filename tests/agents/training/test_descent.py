"""The lowest point of a smooth cost."""

import numpy as np
import pytest

from agents.training.descent import lowest


def test_lowest():
    """The descent ends where the slope is nothing."""
    goal = np.array([1.0, -2.0])
    assert lowest(lambda at: 2 * (at - goal), 2) == pytest.approx(goal, abs=0.01)
