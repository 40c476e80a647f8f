"""A curve made smooth: each value drawn towards the mean of those before it; numpy only."""

from __future__ import annotations

from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

STEPS = (0.0, 0.5, 0.9, 0.99)


def smoothed(values: NDArray[np.floating], weight: float) -> NDArray[np.float64]:
    """The exponential moving average of values (n,): at each, what was before counts `weight`, below 1, as much.

    Without the pull towards 0 at its beginning: the weights of the values so far are scaled to a sum of 1. What is
    not finite is passed over and stays a gap.
    """
    made = np.full(len(values), np.nan)
    known = np.isfinite(values)
    sums = list(
        accumulate(values[known].tolist(), lambda total, value: weight * total + (1 - weight) * value, initial=0)
    )
    made[known] = np.array(sums[1:]) / (1 - weight ** np.arange(1, len(sums)))
    return made
