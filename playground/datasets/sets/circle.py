"""A disc inside a ring; TensorFlow Playground's, number for number."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """+1 inside of the ring, else -1."""
    return np.where(np.hypot(points[:, 0], points[:, 1]) < 2.5, 1.0, -1.0)


def make(generator: Random, count: int, noise: float) -> Labelled:
    """A disc, +1, inside a ring, -1. Noise touches the labels only."""
    drawn = generator.random((count, 4))
    is_disc = np.arange(count) < count - count // 2
    radius = np.where(is_disc, 2.5 * drawn[:, 0], 1.5 * drawn[:, 0] + 3.5)
    angle = 2 * np.pi * drawn[:, 1]
    points = np.column_stack((radius * np.sin(angle), radius * np.cos(angle)))
    return points, truth(points + (10 * drawn[:, 2:] - 5) * noise)


def picture(x1: Floats, x2: Floats) -> Floats:
    radius = np.hypot(x1, x2)
    return np.where(radius < 2.5, 1.0, np.where((radius > 3.5) & (radius < 5.3), -1.0, 0.0))


SOURCE = Made(make, truth, picture)
