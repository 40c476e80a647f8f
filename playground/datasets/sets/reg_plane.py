"""A tilted plane; TensorFlow Playground's, number for number."""

from __future__ import annotations

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """A tilted plane."""
    return (points[:, 0] + points[:, 1]) / 10


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Points anywhere. Noise moves where the label is read."""
    drawn = generator.random((count, 4))
    points = 12 * drawn[:, :2] - 6
    return points, truth(points + (12 * drawn[:, 2:] - 6) * noise)


SOURCE = Made(make, truth)
