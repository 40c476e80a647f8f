"""A small picture of each data set, from -1 to +1; made without reading any data."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from playground.datasets import target
from playground.datasets.draws import Floats
from playground.document.settings import DATASETS

_FINE = 3
Point = tuple[float, float]
# A three of scikit-learn's digits, its ink from 0 to 16 as letters a to q.
_DIGIT = "aahpnbaa aingpeaa acbnnaaa aacplbaa aaabmmba aaaabkia aaiefoja aahnnjaa"
# Corners of two turns: how far along, how high.
_SQUARE = ((0.0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1.0), (1, 1, -1, -1, 1, 1, -1, -1))
_SAWTOOTH = ((0.0, 0.5, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0), (-1, 1, -1, 1, 1, 1, 1, 1))
# Petal length and width of iris's three species: their means, then their deviations.
_IRIS = ((1.46, 0.25, 0.17, 0.10, -1.0), (4.26, 1.33, 0.47, 0.20, 0.4), (5.55, 2.03, 0.55, 0.27, 1.0))


def preview(name: str, side: int) -> Floats:
    """What the data set looks like, shape (side, side), row 0 at the top (largest x2); 0 where nothing is.

    Two classes and targets use the whole range, ink and curves 0 to +1.
    """
    if name == "digits":
        return _digit(side)
    low, high = DATASETS[name].span
    middles = low + (high - low) * (np.arange(side * _FINE) + 0.5) / (side * _FINE)
    x1, x2 = np.meshgrid(middles, middles[::-1])
    picture = _PICTURES[name](x1, x2)
    means: Floats = picture.reshape(side, _FINE, side, _FINE).mean(axis=(1, 3))
    return np.clip(means, -1.0, 1.0)


def _truth(name: str) -> Callable[[Floats, Floats], Floats]:
    """The set's noise-free labels."""

    def picture(x1: Floats, x2: Floats) -> Floats:
        labels = target.TARGETS[name](np.column_stack((x1.ravel(), x2.ravel())))
        return np.reshape(labels, x1.shape)

    return picture


def _circle(x1: Floats, x2: Floats) -> Floats:
    radius = np.hypot(x1, x2)
    return np.where(radius < 2.5, 1.0, np.where((radius > 3.5) & (radius < 5.3), -1.0, 0.0))


def _xor(x1: Floats, x2: Floats) -> Floats:
    nearer, farther = np.minimum(abs(x1), abs(x2)), np.maximum(abs(x1), abs(x2))
    return np.where((nearer > 0.4) & (farther < 5.3), np.sign(x1 * x2), 0.0)


def _gauss(x1: Floats, x2: Floats) -> Floats:
    return _blob(x1, x2, 2.0, 2.0, 1.5, 1.5) - _blob(x1, x2, -2.0, -2.0, 1.5, 1.5)


def _spiral(x1: Floats, x2: Floats) -> Floats:
    """An arm passes the angle 1.75 · 2π · radius / 5; the other runs half a turn away."""
    radius = np.hypot(x1, x2)
    to_arm = np.cos(np.arctan2(x1, x2) - 1.75 * 2 * np.pi * radius / 5)
    return np.where((radius < 5.1) & (abs(to_arm) > 0.4), np.sign(to_arm), 0.0)


def _moons(x1: Floats, x2: Floats) -> Floats:
    """Two half rings of radius 3 around (-1.5, -0.75) and (1.5, 0.75)."""
    upper = (abs(np.hypot(x1 + 1.5, x2 + 0.75) - 3) < 0.7) & (x2 > -0.75)
    lower = (abs(np.hypot(x1 - 1.5, x2 - 0.75) - 3) < 0.7) & (x2 < 0.75)
    return upper.astype(np.float64) - lower


def _sine(x1: Floats, x2: Floats) -> Floats:
    """The curve, 3.5 times as tall as it is so that it fills the picture, as thick all along it."""
    distance = abs(x2 - 3.5 * np.sin(x1)) / np.hypot(1, 3.5 * np.cos(x1))
    return np.where(distance < 0.5, 1.0, 0.0)


def _waves(x1: Floats, x2: Floats) -> Floats:
    """The three forms, one under another: sine, square, sawtooth."""
    picture = np.zeros(x1.shape)
    turn = 4 * np.pi / 2.7
    slope = 0.3 * turn * np.cos(turn * (x1 + 1.35))
    sine = abs(x2 - 1.0 - 0.3 * np.sin(turn * (x1 + 1.35))) / np.hypot(1, slope)
    picture[(sine < 0.12) & (abs(x1) < 1.4)] = 1.0
    for height, value, (along, form) in ((0.0, -1.0, _SQUARE), (-1.0, 0.4, _SAWTOOTH)):
        corners = [(2.7 * x - 1.35, height + 0.3 * y) for x, y in zip(along, form, strict=True)]
        # Only the rows of this form can be near it.
        rows = abs(x2[:, 0] - height) < 0.5
        near = np.zeros(x1[rows].shape, np.bool_)
        for start, end in pairwise(corners):
            near |= _near_segment(x1[rows], x2[rows], start, end, 0.12)
        picture[rows] = np.where(near, value, picture[rows])
    return picture


def _near_segment(x1: Floats, x2: Floats, start: Point, end: Point, reach: float) -> NDArray[np.bool_]:
    """Which points lie within `reach` of the straight line from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = ((x1 - start[0]) * dx + (x2 - start[1]) * dy) / max(dx * dx + dy * dy, 1e-12)
    share = np.clip(share, 0, 1)
    return np.asarray(np.hypot(x1 - start[0] - share * dx, x2 - start[1] - share * dy) < reach)


def _iris(x1: Floats, x2: Floats) -> Floats:
    """Petal length from left to right, petal width upwards: one cloud apart and two that touch."""
    length, width = 3.75 + x1 * 3.2 / 3, 1.25 + x2 * 1.5 / 3
    picture = np.zeros(x1.shape)
    for middle, height, spread, rise, value in _IRIS:
        is_cloud = _blob(length, width, middle, height, spread, rise) > 0.15
        picture = np.where(is_cloud, value, picture)
    return picture


def _blob(x1: Floats, x2: Floats, middle: float, height: float, spread: float, rise: float) -> Floats:
    return np.asarray(np.exp(-(((x1 - middle) / spread) ** 2 + ((x2 - height) / rise) ** 2) / 2))


def _digit(side: int) -> Floats:
    ink = np.array([[ord(letter) - ord("a") for letter in row] for row in _DIGIT.split()]) / 16
    nearest = np.arange(side) * 8 // side
    return np.asarray(ink[np.ix_(nearest, nearest)])


_PICTURES: dict[str, Callable[[Floats, Floats], Floats]] = {
    "circle": _circle,
    "xor": _xor,
    "gauss": _gauss,
    "spiral": _spiral,
    "moons": _moons,
    "checkerboard": _truth("checkerboard"),
    "reg-plane": _truth("reg-plane"),
    "reg-gauss": _truth("reg-gauss"),
    "sinc": _truth("sinc"),
    "sine": _sine,
    "waves": _waves,
    "iris": _iris,
}
