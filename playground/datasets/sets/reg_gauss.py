"""Six bumps, three up and three down; TensorFlow Playground's, number for number."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """Six cones two units wide, three up and three down.

    Where they meet, the larger in size counts, the first if equal.
    """
    labels = np.zeros(len(points))
    for x2, first_sign in ((2.5, 1), (-2.5, -1)):
        for x1, sign in ((-4, first_sign), (0, -first_sign), (4, first_sign)):
            distance = np.hypot(points[:, 0] - x1, points[:, 1] - x2)
            height = np.clip(1 - distance / 2, 0, 1)
            labels = np.where(height > abs(labels), sign * height, labels)
    return labels


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Points anywhere. Noise moves where the label is read."""
    drawn = generator.random((count, 4))
    points = 12 * drawn[:, :2] - 6
    return points, truth(points + (12 * drawn[:, 2:] - 6) * noise)


SOURCE = Made(make, truth)
