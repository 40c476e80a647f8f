"""A peak with rings around it."""

from __future__ import annotations

import numpy as np

from playground.datasets.draws import Floats, Random, normals
from playground.datasets.sources import Labelled, Made


def truth(points: Floats) -> Floats:
    """sin(r) / r of the distance r from 0, and 1 at r = 0."""
    labels: Floats = np.sinc(np.hypot(points[:, 0], points[:, 1]) / np.pi)
    return labels


def make(generator: Random, count: int, noise: float) -> Labelled:
    """A square grid of about so many points; normal noise, in the peak's units."""
    side = round(np.sqrt(count))
    axis = np.linspace(-8, 8, side)
    points = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    return points, truth(points) + noise * normals(generator, side * side, 1)[:, 0]


SOURCE = Made(make, truth)
