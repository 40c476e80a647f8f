"""Two half rings that reach into each other: scikit-learn's moons, three times as large and centred."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random, normals
from playground.datasets.sources import Labelled, Made


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Two half rings that reach into each other: the upper +1, the lower -1."""
    labels = np.where(np.arange(count) < count - count // 2, 1.0, -1.0)
    upper = np.linspace(0, np.pi, count - count // 2)
    lower = np.linspace(0, np.pi, count // 2)
    x1 = np.concatenate((np.cos(upper), 1 - np.cos(lower))) - 0.5
    x2 = np.concatenate((np.sin(upper), 0.5 - np.sin(lower))) - 0.25
    drawn = normals(generator, count, 2)
    return 3 * (np.column_stack((x1, x2)) + noise * drawn), labels


def picture(x1: Floats, x2: Floats) -> Floats:
    """Two half rings of radius 3 around (-1.5, -0.75) and (1.5, 0.75)."""
    upper = (abs(np.hypot(x1 + 1.5, x2 + 0.75) - 3) < 0.7) & (x2 > -0.75)
    lower = (abs(np.hypot(x1 - 1.5, x2 - 0.75) - 3) < 0.7) & (x2 < 0.75)
    return upper.astype(np.float64) - lower


SOURCE = Made(make, picture=picture)
