"""From raw inputs to what the network sees, and the points of the plane it is drawn over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from playground.datasets.draws import Floats
from playground.document.settings import DataSettings

if TYPE_CHECKING:
    from playground.datasets.dataset import Dataset

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


def plane_points(
    dataset: Dataset, axes: tuple[int, int], side: int, held: tuple[tuple[int, float], ...] = ()
) -> Floats:
    """Raw inputs over the plane of two of them, row by row, shape (side · side, raw inputs).

    The first of `axes` grows from left to right, the second from bottom to top, so that row 0 is
    its largest; both over the facts' span. The others stay at their mean over the train points, or at the
    value that `held` has for their index. With one raw input: (side, 1), and `axes` mean nothing.
    """
    facts = dataset.settings.facts
    line = np.linspace(*facts.span, side)
    if len(facts.inputs) == 1:
        return line[:, np.newaxis]
    if not all(0 <= axis < len(facts.inputs) for axis in axes):
        raise ValueError(f"axes: expected two of 0 to {len(facts.inputs) - 1}, got {axes}")
    others = dataset.train_points.mean(axis=0)
    for index, value in held:
        others[index] = value
    points = np.tile(others, (side * side, 1))
    points[:, axes[0]] = np.tile(line, side)
    points[:, axes[1]] = np.repeat(line[::-1], side)
    return points
