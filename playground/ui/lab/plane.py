"""The points of a grid on the plane: one for each place of its two tensors of coordinates."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, SMALLER, scaled_font

# In pixels: at the left of the axes and below them, around the points, a line of words, a dot among few and among many.
LEFT, BELOW, ROUND, WORDS, DOT, SMALL_DOT = 54, 22, 24, 20, 5.0, 2.0
WIDEST, HIGHEST, LEAST = 620, 340, 140
# More points are small dots, and more would be a grey square; so near is at a point; axes have so many numbers at most.
FEW, MOST, NEAR, MOST_NUMBERS = 64, 4_096, 12.0, 12

Floats = NDArray[np.float64]


def points_of(answer: LabAnswer) -> Floats | None:
    """The points as (cells, 2), in the order of the cells; None where the results are no coordinates of a few."""
    results = answer.results
    if answer.question.chain.last.operation != "meshgrid" or len(results) != 2:
        return None
    xs, ys = results[0].values, results[1].values
    if xs is None or ys is None or xs.shape != ys.shape or not 0 < xs.size <= MOST or xs.dtype.kind not in "iuf":
        return None
    points = np.column_stack([xs.ravel(), ys.ravel()]).astype(np.float64)
    return points if np.isfinite(points).all() else None


class Plane(QWidget):
    """Seen for a grid of points. `pointed` tells the cell under the pointer, or -1."""

    pointed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.points: Floats = np.zeros((0, 2))
        self._cell = -1
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST)
        self.setMaximumHeight(HIGHEST)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(LEFT + 200, HIGHEST)

    def show_answer(self, answer: LabAnswer) -> None:
        """Another grid; gone where it is none."""
        points = points_of(answer)
        self.setVisible(points is not None)
        if points is not None:
            self.points, self._cell = points, min(self._cell, len(points) - 1)
            self.setAccessibleName(self.tr("%1 points on the plane").replace("%1", str(len(points))))
        self.update()

    def show_cell(self, cell: int) -> None:
        """The point of a cell with its coordinates; -1 none."""
        self._cell = cell if cell < len(self.points) else -1
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    # Where points stand

    def _room(self) -> QRectF:
        """Where the outermost points lie."""
        wide, high = min(WIDEST, self.width()), self.height()
        return QRectF(LEFT + ROUND, ROUND, wide - LEFT - 2 * ROUND, high - BELOW - WORDS - 2 * ROUND)

    def places(self) -> Floats:
        """Of each point x and y in pixels; y grows upwards."""
        room, low = self._room(), self.points.min(axis=0)
        span = self.points.max(axis=0) - low
        # All on one line lie in the middle.
        shares = np.where(span > 0, (self.points - low) / np.where(span > 0, span, 1), 0.5)
        across, up = shares[:, 0], 1 - shares[:, 1]
        return np.column_stack([room.left() + across * room.width(), room.top() + up * room.height()])

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self.points):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self.places()
        self._paint_axes(painter, places)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        dot = DOT if len(places) <= FEW else SMALL_DOT
        for x, y in places.tolist():
            painter.drawEllipse(QPointF(x, y), dot, dot)
        if self._cell >= 0:
            self._paint_point(painter, places[self._cell])
        painter.setFont(scaled_font(SMALL))
        painter.setPen(self._theme.colour("muted"))
        words = self.tr(
            "Result 0 is the x of each point, result 1 its y. Row 0 lies at the bottom, as y grows upwards."
        )
        painter.drawText(QRectF(0, self.height() - WORDS, self.width(), WORDS), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_axes(self, painter: QPainter, places: Floats) -> None:
        room = self._room()
        bottom, left = room.bottom() + ROUND, room.left() - ROUND
        painter.setFont(scaled_font(SMALLER, fixed_digits=True))
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.drawLine(QPointF(left, bottom), QPointF(room.right() + ROUND, bottom))
        painter.drawLine(QPointF(left, bottom), QPointF(left, room.top() - ROUND))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for axis in (0, 1):
            values, first = np.unique(self.points[:, axis], return_index=True)
            for number in np.linspace(0, len(values) - 1, min(len(values), MOST_NUMBERS)).round().astype(int).tolist():
                at, words = places[first[number]][axis], number_text(float(values[number]))
                painter.setPen(self._theme.colour("muted"))
                if axis == 0:
                    painter.drawText(QRectF(at - 30, bottom + 2, 60, 16), Qt.AlignmentFlag.AlignCenter, words)
                else:
                    painter.drawText(QRectF(0, at - 8, left - 6, 16), middle, words)
        painter.setFont(scaled_font(SMALL, bold=True))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QRectF(room.right() + ROUND + 4, bottom - 10, 20, 20), Qt.AlignmentFlag.AlignVCenter, "x")
        painter.drawText(QRectF(left - 22, room.top() - ROUND - 2, 16, 16), middle, "y")

    def _paint_point(self, painter: QPainter, place: Floats) -> None:
        """A ring, lines to its coordinates, and both of them."""
        room, (x, y) = self._room(), place.tolist()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("ink"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, y), QPointF(x, room.bottom() + ROUND))
        painter.drawLine(QPointF(x, y), QPointF(room.left() - ROUND, y))
        painter.setPen(QPen(self._theme.colour("ink"), 2.5))
        painter.drawEllipse(QPointF(x, y), DOT + 3, DOT + 3)
        painter.setFont(scaled_font(bold=True, fixed_digits=True))
        words = "({})".format(", ".join(number_text(float(value)) for value in self.points[self._cell]))
        wide = painter.fontMetrics().horizontalAdvance(words) + 8
        box = QRectF(x + 12, y - 24, wide, 20)
        if box.right() > self.width():
            box.moveRight(x - 12)
        if box.top() < 0:
            box.moveTop(y + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("window", 220))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = np.array([event.position().x(), event.position().y()])
        apart = np.hypot(*(self.places() - at).T)
        nearest = int(apart.argmin())
        self.pointed.emit(nearest if apart[nearest] <= NEAR else -1)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(-1)
