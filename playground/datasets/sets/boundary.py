"""Two classes on both sides of a curve that a person types."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.formulas import Function
from playground.datasets.sources import Labelled, Typed


def truth(points: Floats, boundary: Function) -> Floats:
    """+1 above the boundary; -1 below it, and where it has no value."""
    with np.errstate(all="ignore"):
        return np.where(points[:, 1] > boundary(points[:, 0]), 1.0, -1.0)


def make(generator: Random, count: int, noise: float, boundary: Function) -> Labelled:
    """Points anywhere. Noise moves where the label is read."""
    drawn = generator.random((count, 4))
    points = 12 * drawn[:, :2] - 6
    return points, truth(points + (6 * drawn[:, 2:] - 3) * noise, boundary)


SOURCE = Typed(make, truth)
