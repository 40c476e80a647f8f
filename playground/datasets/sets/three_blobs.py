"""Three clouds of points, a class each."""

from __future__ import annotations

from functools import partial

from playground.datasets.clouds import clouds, pictured
from playground.datasets.draws import Random
from playground.datasets.sources import Labelled, Made


def make(generator: Random, count: int, noise: float) -> Labelled:
    """Three normal clouds around the middle, a class each."""
    return clouds(generator, count, noise, 3)


SOURCE = Made(make, picture=partial(pictured, classes=3), classes=("A", "B", "C"))
