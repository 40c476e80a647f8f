"""The noise-free truth behind made data: raw inputs, shape (n, inputs), to labels, shape (n,)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from playground.datasets.draws import Floats
from playground.document.settings import DataSettings

_BUMPS = ((-4.0, 2.5, 1.0), (0.0, 2.5, -1.0), (4.0, 2.5, 1.0), (-4.0, -2.5, -1.0), (0.0, -2.5, 1.0), (4.0, -2.5, -1.0))
_SQUARE = 3.0


def circle(points: Floats) -> Floats:
    return _sign(np.hypot(points[:, 0], points[:, 1]) < 2.5)


def xor(points: Floats) -> Floats:
    return _sign(points[:, 0] * points[:, 1] >= 0)


def checkerboard(points: Floats) -> Floats:
    """Squares three units wide, +1 where x1 and x2 are both just above 0."""
    return _sign(np.floor(points / _SQUARE).sum(axis=1) % 2 == 0)


def plane(points: Floats) -> Floats:
    return (points[:, 0] + points[:, 1]) / 10


def gauss_bumps(points: Floats) -> Floats:
    """Six cones two units wide, three up and three down; where they meet, the larger in size, the first if equal."""
    labels = np.zeros(len(points))
    for x1, x2, sign in _BUMPS:
        height = np.clip(1 - np.hypot(points[:, 0] - x1, points[:, 1] - x2) / 2, 0, 1)
        labels = np.where(height > abs(labels), sign * height, labels)
    return labels


def sinc(points: Floats) -> Floats:
    """sin(r) / r of the distance r from 0, and 1 at r = 0."""
    return np.asarray(np.sinc(np.hypot(points[:, 0], points[:, 1]) / np.pi))


def sine(points: Floats) -> Floats:
    return np.asarray(np.sin(points[:, 0]))


TARGETS: dict[str, Callable[[Floats], Floats]] = {
    "circle": circle,
    "xor": xor,
    "checkerboard": checkerboard,
    "reg-plane": plane,
    "reg-gauss": gauss_bumps,
    "sinc": sinc,
    "sine": sine,
}


def true_value(settings: DataSettings, points: Floats) -> Floats | None:
    """The label without noise at each of `points`, shape (n, raw inputs); None where no rule is known."""
    target = TARGETS.get(settings.name)
    return target(points) if target else None


def _sign(positive: NDArray[np.bool_]) -> Floats:
    return np.where(positive, 1.0, -1.0)
