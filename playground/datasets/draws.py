"""Random numbers, handed out one by one, so that any source of them can make the same data."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, repeat
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Uniform = Callable[[], float]
"""Gives the next number of U(0, 1), 1 left out."""

_BLOCK = 4096


def uniforms(seed: int) -> Uniform:
    """numpy's numbers for this seed. They are drawn in blocks: a call is then as cheap as a list's next."""
    generator = np.random.default_rng(seed)
    blocks = (generator.random(_BLOCK).tolist() for _ in repeat(None))
    return chain.from_iterable(blocks).__next__


def table(random: Uniform, rows: int, columns: int) -> Floats:
    """Numbers of U(0, 1), shape (rows, columns), drawn row by row."""
    return np.fromiter((random() for _ in range(rows * columns)), np.float64, rows * columns).reshape(rows, columns)


def normals(random: Uniform, rows: int, columns: int) -> Floats:
    """Numbers of the normal distribution, mean 0 and variance 1, shape (rows, columns), drawn row by row."""
    count = rows * columns
    return np.fromiter((_normal(random) for _ in range(count)), np.float64, count).reshape(rows, columns)


def shuffled(random: Uniform, count: int) -> NDArray[np.int64]:
    """The numbers 0 to count - 1 in random order, swapped from the end as TensorFlow Playground does."""
    order = list(range(count))
    for left in range(count, 0, -1):
        chosen = int(random() * left)
        order[left - 1], order[chosen] = order[chosen], order[left - 1]
    return np.array(order, np.int64)


def _normal(random: Uniform) -> float:
    """One normal number by Marsaglia's polar method; the pair's second number is thrown away."""
    while True:
        first, second = 2 * random() - 1, 2 * random() - 1
        square = first * first + second * second
        if 0 < square <= 1:
            return sqrt(-2 * log(square) / square) * first
