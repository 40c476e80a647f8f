"""Squares of turning labels."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """Squares three units wide, +1 where x1 and x2 are both just above 0."""
    return np.where(np.floor(points / 3).sum(axis=1) % 2 == 0, 1.0, -1.0)


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Points anywhere. Noise, to half a square, moves where the label is read."""
    drawn = generator.random((count, 4))
    points = 12 * drawn[:, :2] - 6
    return points, truth(points + (6 * drawn[:, 2:] - 3) * noise)


SOURCE = Made(make, truth)
