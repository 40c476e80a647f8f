"""A disc and two rings around it, a class each."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """0 to 1.75 from the middle, 1 to 3.75, 2 beyond."""
    radius = np.hypot(points[:, 0], points[:, 1])
    return (radius > 1.75).astype(float) + (radius > 3.75)


def make(generator: Random, count: int, noise: float) -> Labelled:
    """A disc and two rings, half a unit apart. Noise touches the labels only."""
    drawn = generator.random((count, 4))
    radius = np.array([0.0, 2.0, 4.0])[np.arange(count) % 3] + 1.5 * drawn[:, 0]
    angle = 2 * np.pi * drawn[:, 1]
    points = np.column_stack((radius * np.sin(angle), radius * np.cos(angle)))
    return points, truth(points + (10 * drawn[:, 2:] - 5) * noise)


def picture(x1: Floats, x2: Floats) -> Floats:
    radius = np.hypot(x1, x2)
    return np.stack([(radius > low) & (radius < low + 1.5) for low in (-0.01, 2.0, 4.0)], axis=-1).astype(np.float64)


SOURCE = Made(make, truth, picture, classes=("inner", "middle", "outer"))
