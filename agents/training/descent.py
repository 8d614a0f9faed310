"""The lowest point of a smooth cost: what the small models of named features are learned by."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

_STEPS: Final = 300
_LENGTH_OF_STEP: Final = 0.1


def lowest(slope: Callable[[NDArray[np.float64]], NDArray[np.float64]], size: int) -> NDArray[np.float64]:
    """Return where a slope leads: steps of the size of each weight's own past slopes, ever shorter."""
    at, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _STEPS + 1):
        now = slope(at)
        mean, spread = 0.9 * mean + 0.1 * now, 0.99 * spread + 0.01 * now**2
        length = _LENGTH_OF_STEP * (1 - step / (_STEPS + 1))
        at = at - length * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-9)
    return at
