"""Two clouds of points; TensorFlow Playground's, number for number."""

from __future__ import annotations

import numpy as np

from playground.datasets.blob import blob
from playground.datasets.draws import Floats, Random, normals
from playground.datasets.sources import Labelled, Made


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Two normal clouds, +1 around (2, 2) and -1 around (-2, -2).

    Noise takes their variance from 0.5 to 4.
    """
    labels = np.where(np.arange(count) < count - count // 2, 1.0, -1.0)
    deviation = np.sqrt(0.5 + noise / 0.5 * 3.5)
    return 2 * labels[:, np.newaxis] + deviation * normals(generator, count, 2), labels


def picture(x1: Floats, x2: Floats) -> Floats:
    return blob(x1, x2, 2.0, 2.0, 1.5, 1.5) - blob(x1, x2, -2.0, -2.0, 1.5, 1.5)


SOURCE = Made(make, picture=picture)
