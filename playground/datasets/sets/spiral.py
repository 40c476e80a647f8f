"""Two arms wound around each other; TensorFlow Playground's, number for number."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random
from playground.datasets.sources import Labelled, Made


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Two arms turned 1.75 times around each other. Noise moves the points."""
    labels = np.where(np.arange(count) < count - count // 2, 1.0, -1.0)
    arms = np.arange(count - count // 2), np.arange(count // 2)
    along = np.concatenate(arms) / (count / 2)
    turn = 1.75 * along * 2 * np.pi + np.where(labels > 0, 0.0, np.pi)
    points = 5 * along[:, np.newaxis] * np.column_stack((np.sin(turn), np.cos(turn)))
    return points + (2 * generator.random((count, 2)) - 1) * noise, labels


def picture(x1: Floats, x2: Floats) -> Floats:
    """An arm passes the angle 1.75 · 2π · radius / 5; the other runs half a turn away."""
    radius = np.hypot(x1, x2)
    to_arm = np.cos(np.arctan2(x1, x2) - 1.75 * 2 * np.pi * radius / 5)
    return np.where((radius < 5.1) & (abs(to_arm) > 0.4), np.sign(to_arm), 0.0)


SOURCE = Made(make, picture=picture)
