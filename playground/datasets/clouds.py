"""Normal clouds of points around the middle, a class each."""

from __future__ import annotations

import numpy as np

from playground.datasets.blob import blob
from playground.datasets.draws import Floats, Random, normals


def middles(classes: int) -> Floats:
    """As many places, three units from (0, 0), evenly around it."""
    angle = 2 * np.pi * (np.arange(classes) + 0.5) / classes
    return 3 * np.column_stack((np.sin(angle), np.cos(angle)))


def clouds(generator: Random, count: int, noise: float, classes: int) -> tuple[Floats, Floats]:
    """Points of the classes in turn; noise takes their variance from 0.5 to 4."""
    labels = np.arange(count) % classes
    deviation = np.sqrt(0.5 + noise / 0.5 * 3.5)
    points = middles(classes)[labels] + deviation * normals(generator, count, 2)
    return points, labels.astype(float)


def pictured(x1: Floats, x2: Floats, classes: int) -> Floats:
    """How strongly each cloud is seen at x1 and x2, 0 to 1: their shape with the classes behind it."""
    return np.stack([blob(x1, x2, middle, height, 1.5, 1.5) for middle, height in middles(classes).tolist()], axis=-1)
