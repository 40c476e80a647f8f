"""Random numbers as numpy's Generator hands them out, so that any source of them can make the same data."""

from __future__ import annotations

import math
from itertools import chain, repeat
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_BLOCK = 4096


class Random(Protocol):
    """Gives numbers of U(0, 1), 1 left out."""

    def random(self, shape: tuple[int, ...] | None = None, /) -> Any:
        """The next one; or an array of the next, row by row."""


class Numbers:
    """numpy's numbers for a seed. They are drawn in blocks: one of them is then as cheap as a list's next."""

    def __init__(self, seed: int) -> None:
        generator = np.random.default_rng(seed)
        blocks = (generator.random(_BLOCK).tolist() for _ in repeat(None))
        self._next = chain.from_iterable(blocks).__next__

    def random(self, shape: tuple[int, ...] | None = None) -> Any:
        if shape is None:
            return self._next()
        count = math.prod(shape)
        return np.fromiter((self._next() for _ in range(count)), np.float64, count).reshape(shape)


# What follows stands in a script as it is, but for the types.


def normals(generator: Random, rows: int, columns: int) -> Floats:
    """Numbers of the normal distribution, by Marsaglia's polar method."""
    numbers: list[float] = []
    while len(numbers) < rows * columns:
        # The second number of each pair is thrown away.
        first, second = 2 * generator.random() - 1, 2 * generator.random() - 1
        square = first * first + second * second
        if 0 < square <= 1:
            numbers.append(math.sqrt(-2 * math.log(square) / square) * first)
    return np.reshape(numbers, (rows, columns))


def shuffled(generator: Random, count: int) -> NDArray[np.int64]:
    """The numbers below count in random order, swapped from the end."""
    order = np.arange(count)
    # Quicker than a list of as many, or the array itself.
    places = order.data
    for left in range(count, 0, -1):
        chosen = int(generator.random() * left)
        places[left - 1], places[chosen] = places[chosen], places[left - 1]
    return order
