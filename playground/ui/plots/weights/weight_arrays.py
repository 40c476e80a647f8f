"""A layer's arrays of weights as pictures: what each is called, and where each number stands; numpy only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

import numpy as np
from numpy.typing import NDArray

from playground.frames.arrays import Floats

ROUND = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.5)


def limit_of(*arrays: NDArray[np.floating]) -> float:
    """A round value that all finite numbers lie within, by size; 1 where there are none but zeros."""
    largest = max((float(np.abs(array[np.isfinite(array)]).max(initial=0.0)) for array in arrays), default=0.0)
    if not largest:
        return 1.0
    power = 10.0 ** floor(log10(largest))
    return next((step * power for step in ROUND if step * power >= largest * (1 - 1e-6)), 10 * power)


def rms(array: NDArray[np.floating]) -> float:
    """The root of the mean square."""
    return float(np.sqrt(np.mean(np.square(array, dtype=np.float64)))) if array.size else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An array laid out: `values` (rows, columns), NaN between tiles, and `tile`, how many rows and columns of
    it are one input and one unit; (1, 1) but for the kernels of convolutions."""

    array: Floats
    values: Floats
    tile: tuple[int, int] = (1, 1)

    @property
    def rows(self) -> int:
        """How many inputs stand below each other."""
        return (self.values.shape[0] + self.gap) // (self.tile[0] + self.gap)

    @property
    def columns(self) -> int:
        """How many units stand beside each other."""
        return (self.values.shape[1] + self.gap) // (self.tile[1] + self.gap)

    @property
    def gap(self) -> int:
        return 0 if self.tile == (1, 1) else 1

    def place(self, row: int, column: int) -> tuple[int, ...] | None:
        """Where in the array the number drawn there stands: (input, unit), or (y, x, input, unit); None between."""
        if self.array.ndim != 4:
            return (row, column)
        (tall, wide), gap = self.tile, self.gap
        (source, y), (unit, x) = divmod(row, tall + gap), divmod(column, wide + gap)
        return (y, x, source, unit) if y < tall and x < wide else None


def picture_of(array: Floats) -> Picture:
    """A row for each input and a column for each unit; kernels (height, width, inputs, filters) as tiles."""
    if array.ndim != 4:
        flat = array.reshape(-1, array.shape[-1]) if array.ndim else array.reshape(1, 1)
        return Picture(flat, flat)
    tall, wide, inputs, filters = array.shape
    if (tall, wide) == (1, 1):
        return Picture(array[0, 0], array[0, 0])
    values = np.full((inputs, tall + 1, filters, wide + 1), np.nan, np.float32)
    values[:, :tall, :, :wide] = array.transpose(2, 0, 3, 1)
    laid = values.reshape(inputs * (tall + 1), filters * (wide + 1))[:-1, :-1]
    return Picture(array, laid, (tall, wide))


def kernel_and_bias(names: Sequence[str], arrays: Sequence[Floats]) -> dict[str, Floats]:
    """Name -> array, as far as both go."""
    return dict(zip(names, arrays, strict=False))
