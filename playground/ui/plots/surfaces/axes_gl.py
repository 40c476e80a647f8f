"""The box round the landscape: back walls with grid lines, and numbers and names at the edges that face the eye."""

from __future__ import annotations

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMatrix4x4, QPainter, QVector3D

from playground.ui.plots.charts.ticks import linear_ticks, tick_texts
from playground.ui.plots.surfaces.relief import HALF, RISE

Label = tuple[tuple[float, float, float], str]
Sides = tuple[float, float]
Span = tuple[float, float]


def facing(azimuth: float) -> Sides:
    """The signs of x and y on the eye's side of the box, for an angle in degrees."""
    turn = np.deg2rad(azimuth)
    return (1.0 if np.cos(turn) >= 0 else -1.0), (1.0 if np.sin(turn) >= 0 else -1.0)


def ticks_of(span: tuple[float, float], reach: float, about: int = 4) -> list[tuple[float, str]]:
    """Where the axis's numbers stand, from -reach to reach, and how they read."""
    low, high = span
    values = linear_ticks(low, high, about)
    places = [reach * (2 * value - low - high) / (high - low) for value in values]
    return list(zip(places, tick_texts(values), strict=True))


def wall_lines(sides: Sides, across: list[float], up: list[float], rising: list[float]) -> NDArray[np.float32]:
    """Grid lines, as pairs of ends, on the floor and the two walls at the back, at these places of the three axes."""
    back_x, back_y, a, b = -sides[0] * HALF, -sides[1] * HALF, HALF, RISE
    lines: list[tuple[float, float, float]] = []
    for x in (-a, *across, a):
        lines += [(x, -a, -b), (x, a, -b), (x, back_y, -b), (x, back_y, b)]
    for y in (-a, *up, a):
        lines += [(-a, y, -b), (a, y, -b), (back_x, y, -b), (back_x, y, b)]
    for z in (-b, *rising, b):
        lines += [(-a, back_y, z), (a, back_y, z), (back_x, -a, z), (back_x, a, z)]
    return np.array(lines, np.float32)


class Axes(GLGraphicsItem):
    """Draws all words with one painter; lines are a child's."""

    def __init__(self) -> None:
        super().__init__()
        # Words last, over whatever stands before them.
        self.setDepthValue(20)
        self.lines = gl.GLLinePlotItem(mode="lines", glOptions="translucent", antialias=True)
        self.ticks: tuple[list[tuple[float, str]], ...] = ([], [], [])
        self.names = ("", "", "")
        self.colour, self.name_colour, self.font = QColor(), QColor(), QFont()
        self._sides: Sides | None = None

    def show_axes(self, spans: tuple[Span, Span], names: tuple[str, str, str], value_span: Span) -> None:
        ticks = ticks_of(spans[0], HALF), ticks_of(spans[1], HALF), ticks_of(value_span, RISE)
        if (ticks, names) != (self.ticks, self.names):
            self.ticks, self.names, self._sides = ticks, names, None
            self.update()

    def face(self, sides: Sides) -> None:
        """Turn walls and words to where the eye is."""
        if sides != self._sides:
            self._sides = sides
            inner = [[place for place, _ in ticks if abs(place) < 0.999 * HALF] for ticks in self.ticks]
            self.lines.setData(pos=wall_lines(sides, *inner))

    def labels(self, project: QMatrix4x4) -> list[tuple[list[Label], Label]]:
        """For each axis its numbers in space, and its name."""
        x, y = self._sides or (1.0, -1.0)
        across: list[Label] = [((at, y * HALF, -RISE), said) for at, said in self.ticks[0]]
        up: list[Label] = [((x * HALF, at, -RISE), said) for at, said in self.ticks[1]]
        # Of the two upright edges at the sides, the left one.
        corner = min(((x, -y), (-x, y)), key=lambda end: project.map(QVector3D(HALF * end[0], HALF * end[1], 0)).x())
        rising: list[Label] = [((HALF * corner[0], HALF * corner[1], at), said) for at, said in self.ticks[2]]
        return [
            (across, ((0, y * HALF, -RISE), self.names[0])),
            (up, ((x * HALF, 0, -RISE), self.names[1])),
            (rising, ((HALF * corner[0], HALF * corner[1], RISE), self.names[2])),
        ]

    def paint(self) -> None:
        self.setupGLState()
        view = self.view()
        to_pixels = QMatrix4x4()
        room = QRectF(view.rect())
        to_pixels.viewport(room.left(), room.bottom(), room.width(), -room.height())
        project = to_pixels * self.mvpMatrix()
        with QPainter(view) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.setFont(self.font)
            high = QFontMetricsF(self.font).height()
            for axis, (numbers, name) in enumerate(self.labels(project)):
                out = self._outwards(project, axis, name[0])
                painter.setPen(self.colour)
                for place, said in numbers:
                    self._write(painter, project.map(QVector3D(*place)).toPointF() + out * (0.4 * high + 6), said)
                painter.setPen(self.name_colour)
                middle = project.map(QVector3D(*name[0])).toPointF()
                # The height's name stands over its axis, where it has room at every turn.
                away = QPointF(0, -1.3 * high) if axis == 2 else out * (1.6 * high + 12)
                self._write(painter, middle + away, name[1])

    @staticmethod
    def _outwards(project: QMatrix4x4, axis: int, place: tuple[float, float, float]) -> QPointF:
        """The direction on the screen, of length 1, in which the axis's words keep clear of the box."""
        if axis == 2:
            return QPointF(-1, 0)
        x, y, z = place
        inner, outer = (project.map(QVector3D(x * far, y * far, z)).toPointF() for far in (0.8, 1.0))
        way = outer - inner
        # Seen from above, what lies before the box is below it on the screen.
        long = max(float(np.hypot(way.x(), way.y())), 1e-6)
        return QPointF(way.x() / long, max(way.y() / long, 0.5))

    @staticmethod
    def _write(painter: QPainter, middle: QPointF, said: str) -> None:
        metrics = QFontMetricsF(painter.font())
        wide, high = metrics.horizontalAdvance(said) + 4, metrics.height()
        # Words that would leave the view at its sides stay in it.
        left = min(max(middle.x() - wide / 2, 2), painter.device().width() - wide - 2)
        painter.drawText(QRectF(left, middle.y() - high / 2, wide, high), Qt.AlignmentFlag.AlignCenter, said)
