"""Lines of equal value and borders between classes, by marching squares over all cells at once; numpy only."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.ui.plots.charts.ticks import linear_ticks

Values = NDArray[np.floating]
Indices = NDArray[np.intp]
Segments = NDArray[np.float32]  # (n, 2, 2): two ends, each (column, row) in grid steps

NONE: Segments = np.zeros((0, 2, 2), np.float32)
SHARES = (0.5, 0.75, 0.9)

# A cell's corners clockwise from the top left as (column, row); edge n goes from corner n to the next. For each of the
# 16 ways in which corners lie above, the edges that up to two lines join; saddles keep the high corners apart.
_ACROSS, _DOWN = np.array([0, 1, 1, 0], np.float32), np.array([0, 0, 1, 1], np.float32)
_POWERS = np.array([1, 2, 4, 8], np.uint8)
_JOINED = np.full((16, 2, 2), -1, np.int8)
for _case, _edges in enumerate(
    ("", "30", "01", "31", "12", "3012", "02", "32", "23", "20", "0123", "21", "13", "10", "03", "")
):
    for _line in range(len(_edges) // 2):
        _JOINED[_case, _line] = [int(edge) for edge in _edges[2 * _line : 2 * _line + 2]]


def contour(values: Values, level: float) -> Segments:
    """Where the values (rows, columns), straight between their points, are `level`; nan counts as below."""
    return contours(values, (level,))


def contours(values: Values, levels: tuple[float, ...]) -> Segments:
    """The lines of all the levels, found at once: a call for each would cost as much again."""
    heights = np.array(levels, values.dtype)
    layer, rows, columns = _mixed(values > heights[:, np.newaxis, np.newaxis])
    return _lines(_corners(values, rows, columns) - heights[layer, np.newaxis], rows, columns)


def _mixed(points: NDArray[np.generic]) -> tuple[Indices, Indices, Indices]:
    """The cells of each layer (layers, rows, columns) whose corners are not all the same."""
    first, rest = points[:, :-1, :-1], (points[:, :-1, 1:], points[:, 1:, 1:], points[:, 1:, :-1])
    cells = np.flatnonzero((first != rest[0]) | (first != rest[1]) | (first != rest[2]))
    layer, rows, columns = np.unravel_index(cells, first.shape)
    return layer, rows, columns


def _corners(values: Values, rows: Indices, columns: Indices) -> Values:
    """The values (rows, columns, ...) at each cell's corners, clockwise from the top left: (cells, 4, ...)."""
    wide = values.shape[1]
    flat = values.reshape(-1, *values.shape[2:])
    return flat[(rows * wide + columns)[:, np.newaxis] + np.array([0, 1, wide + 1, wide])]


def _lines(corners: Values, rows: Indices, columns: Indices) -> Segments:
    """Where these cells' corners (cells, 4) have 0 between them."""
    edges = _JOINED[(corners > 0) @ _POWERS]
    cell, line = np.nonzero(edges[:, :, 0] >= 0)
    start = edges[cell, line]
    stop, cell = (start + 1) % 4, cell[:, np.newaxis]
    first, second = corners[cell, start], corners[cell, stop]
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.clip(first / (first - second), 0, 1)
    ends = np.empty((*start.shape, 2), np.float32)
    ends[..., 0] = columns[cell] + _ACROSS[start] + share * (_ACROSS[stop] - _ACROSS[start])
    ends[..., 1] = rows[cell] + _DOWN[start] + share * (_DOWN[stop] - _DOWN[start])
    return ends


def boundary(surface: Values) -> Segments:
    """Where the decision changes: 0 of one channel, (rows, columns, 1), else where another class wins."""
    if surface.shape[-1] == 1:
        return contour(surface[..., 0], 0.0)
    winners = surface.argmax(axis=-1)
    _, rows, columns = _mixed(winners[np.newaxis])
    corners = _corners(surface, rows, columns)
    # Each border has one of all but the last class at one side.
    lines = [NONE]
    for index in np.unique(_corners(winners, rows, columns))[:-1]:
        others = np.delete(corners, index, axis=-1).max(axis=-1)
        lines.append(_lines(corners[..., index] - others, rows, columns))
    return np.concatenate(lines)


def levels_of(limit: float, several: bool, decides: bool) -> tuple[float, ...]:
    """Where lines are drawn: even steps from -limit to limit, without the 0 that `decides`; shares of the `several`."""
    if several:
        return SHARES
    inner = (at for at in linear_ticks(-limit, limit, 8) if abs(at) < limit * 0.999)
    return tuple(at for at in inner if at or not decides)
