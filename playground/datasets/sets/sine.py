"""One wave after the other, of one input."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random, normals
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """The sine of the only input."""
    labels: Floats = np.sin(points[:, 0])
    return labels


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Points anywhere; normal noise, in units of the wave's height."""
    points = 12 * generator.random((count, 1)) - 6
    return points, truth(points) + noise * normals(generator, count, 1)[:, 0]


def picture(x1: Floats, x2: Floats) -> Floats:
    """The curve, 3.5 times as tall as it is so that it fills the picture, as thick all along it."""
    distance = abs(x2 - 3.5 * np.sin(x1)) / np.hypot(1, 3.5 * np.cos(x1))
    return np.where(distance < 0.5, 1.0, 0.0)


SOURCE = Made(make, truth, picture)
