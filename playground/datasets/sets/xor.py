"""Whether two signs agree; TensorFlow Playground's, number for number."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """+1 where x1 and x2 have one sign, else -1."""
    return np.where(points[:, 0] * points[:, 1] >= 0, 1.0, -1.0)


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Four squares a little apart. Noise touches the labels only."""
    drawn = generator.random((count, 4))
    points = 10 * drawn[:, :2] - 5
    points += np.where(points > 0, 0.3, -0.3)
    return points, truth(points + (10 * drawn[:, 2:] - 5) * noise)


def picture(x1: Floats, x2: Floats) -> Floats:
    nearer, farther = np.minimum(abs(x1), abs(x2)), np.maximum(abs(x1), abs(x2))
    return np.where((nearer > 0.4) & (farther < 5.3), np.sign(x1 * x2), 0.0)


SOURCE = Made(make, truth, picture)
