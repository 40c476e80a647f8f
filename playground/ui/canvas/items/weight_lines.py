"""One curved line for each weight between two cards: its colour is the sign, its width the size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from playground.frames.arrays import Floats
from playground.ui.canvas.items.edge_curve import curve
from playground.ui.theme import NEGATIVE, POSITIVE, Theme

# A weight of 0 is a line this wide, one of LARGE or more this much wider; in pixels of the scene.
THIN, WIDER, LARGE = 1.0, 9.0, 5.0
DASH, PERIOD = 12, 15
SAMPLES = 33
REACH = 4.0
# What a line at 0 is drawn in: a grey that is seen on the canvas, in the light and in the dark.
QUIET_LIGHT, QUIET_DARK = (200, 205, 212), (72, 80, 92)
FAINT = 0.16


@lru_cache(maxsize=4)
def weight_colours(theme: Theme) -> tuple[QColor, ...]:
    """From -1 over 0 to +1 in 256 steps, on the theme's canvas."""
    zero = QUIET_DARK if theme.dark else QUIET_LIGHT
    ends = np.array([NEGATIVE, zero, POSITIVE], float)
    at = np.linspace(-1, 1, 256)
    channels = [np.interp(at, (-1, 0, 1), ends[:, channel]) for channel in range(3)]
    return tuple(QColor(*map(round, rgb)) for rgb in zip(*channels, strict=True))


def colour_index(weights: Floats) -> NDArray[np.uint8]:
    """Where among `weight_colours` these weights stand."""
    return np.nan_to_num((np.clip(weights, -1, 1) + 1) * 127.5, nan=127.5).astype(np.uint8)


def widths(weights: Floats) -> Floats:
    """How wide the lines of these weights are, in pixels of the scene."""
    sizes = np.nan_to_num(np.minimum(np.abs(weights) / LARGE, 1.0), nan=0.0)
    return np.asarray(THIN + WIDER * sizes, np.float32)


class WeightLines:
    """The curves from each of `starts` to each of `ends`, points of the scene."""

    def __init__(self, starts: Sequence[QPointF], ends: Sequence[QPointF]) -> None:
        self.starts, self.ends = tuple(starts), tuple(ends)
        self.paths = [[curve(start, end) for end in ends] for start in starts]
        self.bounds = QRectF()
        for row in self.paths:
            for path in row:
                self.bounds = self.bounds.united(path.controlPointRect())
        self._points: NDArray[np.float64] | None = None
        self._dashes: dict[int, list[list[list[QLineF]]]] = {}

    @property
    def size(self) -> tuple[int, int]:
        """Values that come in, and neurons."""
        return len(self.starts), len(self.ends)

    @property
    def points(self) -> NDArray[np.float64]:
        """Points along the curves, (inputs, units, SAMPLES, 2); worked out when first asked for."""
        if self._points is None:
            shares = [sample / (SAMPLES - 1) for sample in range(SAMPLES)]
            found = [[[path.pointAtPercent(share).toTuple() for share in shares] for path in row] for row in self.paths]
            self._points = np.array(found, float).reshape(*self.size, SAMPLES, 2)
        return self._points

    def nearest(self, at: QPointF, weights: Floats | None) -> tuple[float, tuple[int, int]]:
        """How far the nearest line's edge is from this point, and which line that is: (input, unit)."""
        here = np.array(at.toTuple())
        points = self.points
        first, steps = points[:, :, :-1], np.diff(points, axis=2)
        lengths = np.maximum((steps**2).sum(-1), 1e-9)
        share = np.clip(((here - first) * steps).sum(-1) / lengths, 0, 1)
        away = np.hypot(*np.moveaxis(first + share[..., None] * steps - here, -1, 0)).min(axis=2)
        if weights is not None:
            away = away - widths(weights) / 2
        row, column = np.unravel_index(int(away.argmin()), away.shape)
        return float(away[row, column]), (int(row), int(column))

    def paint(
        self,
        painter: QPainter,
        weights: Floats | None,
        offset: float | None,
        theme: Theme,
        ringed: tuple[int, int] | None = None,
        unit: int | None = None,
    ) -> None:
        """All lines, the strongest on top. `offset` moves the dashes, in pixels of the scene; None for lines at rest.

        `ringed` is the line under the pointer; of `unit`, a neuron, only its own lines are drawn in full.
        """
        values = np.zeros(self.size, np.float32) if weights is None else weights
        colours, thick, index = weight_colours(theme), widths(values), colour_index(values)
        dashes = None if offset is None else self._dashes_at(int(offset) % PERIOD)
        if ringed is not None:
            pen = QPen(theme.colour("accent", 110), float(thick[ringed]) + 6, Qt.PenStyle.SolidLine)
            painter.strokePath(self.paths[ringed[0]][ringed[1]], pen)
        order = np.argsort(np.abs(np.nan_to_num(values)), axis=None)
        columns = self.size[1]
        for place in order.tolist():
            row, column = divmod(place, columns)
            painter.setOpacity(1.0 if unit in (None, column) else FAINT)
            pen = QPen(colours[index[row, column]], float(thick[row, column]))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dashes is None:
                painter.strokePath(self.paths[row][column], pen)
            else:
                painter.setPen(pen)
                painter.drawLines(dashes[row][column])
        painter.setOpacity(1.0)

    def _dashes_at(self, phase: int) -> list[list[list[QLineF]]]:
        """Each line's dashes, moved on by so many pixels: straight ones, which Qt draws four times as fast."""
        if phase not in self._dashes:
            self._dashes[phase] = [[_dashes(line, phase) for line in row] for row in self.points]
        return self._dashes[phase]

    def outline(self) -> QPainterPath:
        """Around all of the lines."""
        path = QPainterPath()
        path.addRect(self.bounds.adjusted(-REACH, -REACH, REACH, REACH))
        return path


def _dashes(line: NDArray[np.float64], phase: int) -> list[QLineF]:
    """Dashes along a line of points, (SAMPLES, 2)."""
    passed = np.concatenate([[0.0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
    begins = np.arange(phase - PERIOD, passed[-1], PERIOD)
    ends = np.minimum(begins + DASH, passed[-1])
    begins = np.maximum(begins, 0.0)
    kept = ends > begins
    x, y = line.T
    corners = [np.interp(where[kept], passed, along) for where in (begins, ends) for along in (x, y)]
    return [QLineF(*corner) for corner in zip(*(axis.tolist() for axis in corners), strict=True)]
