"""Soft strokes on a grid of cells; arithmetic only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.float64]
Place = tuple[float, float]
# In cells: all ink up to the first distance from the stroke's middle, none from the second on.
FULL, NONE = 0.35, 1.15


def covered(shape: tuple[int, int], start: Place, end: Place) -> Cells:
    """How much of each cell, (rows, columns) from 0 to 1, a stroke from one place to another covers.

    Places are (x, y) in cells from the upper left corner.
    """
    rows, columns = np.indices(shape) + 0.5
    way = np.array([end[0] - start[0], end[1] - start[1]])
    length = float(way @ way)
    along = ((columns - start[0]) * way[0] + (rows - start[1]) * way[1]) / length if length else np.zeros(shape)
    along = np.clip(along, 0, 1)
    distance = np.hypot(columns - start[0] - along * way[0], rows - start[1] - along * way[1])
    return np.clip((NONE - distance) / (NONE - FULL), 0, 1)


def painted(cells: Cells, start: Place, end: Place, erase: bool = False) -> Cells:
    """The cells after a stroke of ink, or of an eraser; ink never gets less by painting over it."""
    cover = covered((cells.shape[0], cells.shape[1]), start, end)
    return np.minimum(cells, 1 - cover) if erase else np.maximum(cells, cover)


def drawn(values: Cells, start: tuple[float, float], end: tuple[float, float]) -> Cells:
    """A sequence after a pointer went from (step, value) to another, in a straight line over the steps between."""
    found = values.copy()
    (first, one), (last, other) = sorted([start, end])
    steps = np.arange(max(round(first), 0), min(round(last), len(values) - 1) + 1)
    if round(first) == round(last):
        found[steps] = end[1]
    else:
        found[steps] = np.interp(steps, [first, last], [one, other])
    return found
