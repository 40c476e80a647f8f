"""Three arms wound around each other, a class each."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Three arms turned 1.25 times around each other. Noise moves the points."""
    arm = np.arange(count) % 3
    along = np.arange(count) // 3 / (count / 3)
    turn = (1.25 * along + arm / 3) * 2 * np.pi
    points = 5 * along[:, np.newaxis] * np.column_stack((np.sin(turn), np.cos(turn)))
    return points + (2 * generator.random((count, 2)) - 1) * noise, arm.astype(float)


def picture(x1: Floats, x2: Floats) -> Floats:
    """The first arm passes the angle 1.25 · 2π · radius / 5; the others run a third of a turn on."""
    radius = np.hypot(x1, x2)
    ahead = np.arctan2(x1, x2) / (2 * np.pi) - 1.25 * radius / 5
    shown = [np.cos(2 * np.pi * (ahead - arm / 3)) > 0.62 for arm in range(3)]
    return (np.stack(shown, axis=-1) & (radius < 5.1)[..., np.newaxis]).astype(np.float64)


SOURCE = Made(make, picture=picture, classes=("A", "B", "C"))
