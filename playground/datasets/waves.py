"""Made sequences: which of three forms does this wave have?"""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Uniform, normals, table

STEPS = 32
FORMS = ("sine", "square", "sawtooth")


def waves(random: Uniform, points: int, noise: float) -> tuple[Floats, Floats]:
    """Sine, square and sawtooth in turn, (points, 32), one to three times around, from any phase; noise is added.

    Classes 0 to 2, as many of each as can be.
    """
    labels = np.asarray(np.arange(points) % 3, np.float64)
    drawn = table(random, points, 2)
    turns = drawn[:, :1] + (1 + 2 * drawn[:, 1:]) * (np.arange(STEPS) / STEPS)
    values = np.choose(labels.astype(int)[:, np.newaxis], forms(turns % 1))
    return np.asarray(values + noise * normals(random, points, STEPS)), labels


def forms(turns: Floats) -> tuple[Floats, Floats, Floats]:
    """The three forms, each from -1 to 1, at so many turns from 0 to 1."""
    return np.sin(2 * np.pi * turns), np.where(turns < 0.5, 1.0, -1.0), 2 * turns - 1
