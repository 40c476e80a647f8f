"""Made data, one pure function each: (random, how many points, noise 0 to 0.5) -> (points, labels).

The first six are TensorFlow Playground's, number for number: given its random numbers they make
its points. Noise is drawn even when it is 0, so that changing it leaves the points where they are.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from playground.datasets import target
from playground.datasets.draws import Floats, Uniform, normals, table

Made = tuple[Floats, Floats]
Maker = Callable[[Uniform, int, float], Made]


def circle(random: Uniform, points: int, noise: float) -> Made:
    """A disc, +1, inside a ring, -1; noise touches the labels only."""
    first, _ = _halves(points)
    drawn = table(random, points, 4)
    is_disc = np.arange(points) < first
    radius = np.where(is_disc, _between(0.0, 2.5, drawn[:, 0]), _between(3.5, 5.0, drawn[:, 0]))
    angle = _between(0.0, 2 * np.pi, drawn[:, 1])
    places = np.column_stack((radius * np.sin(angle), radius * np.cos(angle)))
    return places, target.circle(places + _between(-5.0, 5.0, drawn[:, 2:]) * noise)


def xor(random: Uniform, points: int, noise: float) -> Made:
    """Four squares a little apart, +1 where x1 and x2 have one sign; noise touches the labels only."""
    drawn = table(random, points, 4)
    places = _between(-5.0, 5.0, drawn[:, :2])
    places += np.where(places > 0, 0.3, -0.3)
    return places, target.xor(places + _between(-5.0, 5.0, drawn[:, 2:]) * noise)


def gauss(random: Uniform, points: int, noise: float) -> Made:
    """Two normal clouds, +1 around (2, 2) and -1 around (-2, -2); noise takes their variance from 0.5 to 4."""
    labels = _two_labels(points)
    deviation = np.sqrt(0.5 + noise / 0.5 * 3.5)
    return 2 * labels[:, np.newaxis] + deviation * normals(random, points, 2), labels


def spiral(random: Uniform, points: int, noise: float) -> Made:
    """Two arms turned 1.75 times around each other; noise moves the points."""
    first, second = _halves(points)
    along = np.concatenate((np.arange(first), np.arange(second))) / (points / 2)
    labels = _two_labels(points)
    turn = 1.75 * along * 2 * np.pi + np.where(labels > 0, 0.0, np.pi)
    places = 5 * along[:, np.newaxis] * np.column_stack((np.sin(turn), np.cos(turn)))
    return places + _between(-1.0, 1.0, table(random, points, 2)) * noise, labels


def regression_plane(random: Uniform, points: int, noise: float) -> Made:
    """A tilted plane, (x1 + x2) / 10; noise moves where the label is read."""
    return _scattered(target.plane, 6.0, random, points, noise)


def regression_gauss(random: Uniform, points: int, noise: float) -> Made:
    """Six bumps, three up and three down; noise moves where the label is read."""
    return _scattered(target.gauss_bumps, 6.0, random, points, noise)


def checkerboard(random: Uniform, points: int, noise: float) -> Made:
    """Sixteen squares of turning labels; noise, to half a square, moves where the label is read."""
    return _scattered(target.checkerboard, 3.0, random, points, noise)


def moons(random: Uniform, points: int, noise: float) -> Made:
    """scikit-learn's two moons, three times as large and centred: the upper +1, the lower -1; normal noise."""
    upper, lower = (np.linspace(0, np.pi, count) for count in _halves(points))
    x1 = np.concatenate((np.cos(upper), 1 - np.cos(lower))) - 0.5
    x2 = np.concatenate((np.sin(upper), 0.5 - np.sin(lower))) - 0.25
    return 3 * (np.column_stack((x1, x2)) + noise * normals(random, points, 2)), _two_labels(points)


def sinc(random: Uniform, points: int, noise: float) -> Made:
    """sin(r) / r on a square grid of about so many points over [-8, 8]²; normal noise, in its peak's units."""
    side = round(np.sqrt(points))
    axis = np.linspace(-8.0, 8.0, side)
    places = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    return places, target.sinc(places) + noise * normals(random, side * side, 1)[:, 0]


def sine(random: Uniform, points: int, noise: float) -> Made:
    """sin x, x anywhere in [-6, 6]; normal noise, in units of the wave's height."""
    places = _between(-6.0, 6.0, table(random, points, 1))
    return places, target.sine(places) + noise * normals(random, points, 1)[:, 0]


MAKERS: dict[str, Maker] = {
    "circle": circle,
    "xor": xor,
    "gauss": gauss,
    "spiral": spiral,
    "moons": moons,
    "checkerboard": checkerboard,
    "reg-plane": regression_plane,
    "reg-gauss": regression_gauss,
    "sinc": sinc,
    "sine": sine,
}


def _scattered(truth: Callable[[Floats], Floats], reach: float, random: Uniform, points: int, noise: float) -> Made:
    """Points anywhere in [-6, 6]², labelled with the truth as far as U(-reach, reach) · noise away on each axis."""
    drawn = table(random, points, 4)
    places = _between(-6.0, 6.0, drawn[:, :2])
    return places, truth(places + _between(-reach, reach, drawn[:, 2:]) * noise)


def _between(low: float, high: float, drawn: Floats) -> Floats:
    return drawn * (high - low) + low


def _halves(points: int) -> tuple[int, int]:
    return points - points // 2, points // 2


def _two_labels(points: int) -> Floats:
    """+1 for the first half, -1 for the second."""
    return np.repeat([1.0, -1.0], _halves(points))
