"""From raw inputs to what the network sees, and the points of the plane it is drawn over."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from playground.datasets.draws import Floats
from playground.document.settings import DataSettings

_FEATURES: dict[str, Callable[[Floats, Floats], Floats]] = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1_squared": lambda x1, x2: x1 * x1,
    "x2_squared": lambda x1, x2: x2 * x2,
    "x1_x2": lambda x1, x2: x1 * x2,
    "sin_x1": lambda x1, x2: np.sin(x1),
    "sin_x2": lambda x1, x2: np.sin(x2),
}


def columns(settings: DataSettings, points: Floats) -> NDArray[np.float32]:
    """The network's inputs at raw `points`, shape (n, inputs) in the order of `settings.input_names`."""
    if not settings.facts.planar:
        return points.astype(np.float32)
    x1, x2 = points[:, 0], points[:, 1]
    inputs = np.empty((len(points), len(settings.features)), np.float32)
    for place, name in enumerate(settings.features):
        inputs[:, place] = _FEATURES[name](x1, x2)
    return inputs
