"""A few sequences below each other, and what is learned of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.examples.inputs import paint_trace, trace_points
from playground.ui.theme import Theme

HIGH, GAP, WORDS_WIDE = 56, 8, 92
Shown = tuple[NDArray[np.floating], float | None, str]


class Traces(Painted):
    """Each row is (values, the value that is learned where it is one of the wave, what is said of it)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Shown] = []
        self.ahead = 1
        self.show_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(480, 3 * (HIGH + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 3 * (HIGH + GAP))

    def show_rows(self, rows: list[Shown], ahead: int) -> None:
        """`ahead` is how many steps behind the window its value stands."""
        self.rows, self.ahead = rows, ahead
        self.setAccessibleDescription("; ".join(words for _, _, words in rows))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        everything = [value for values, goal, _ in self.rows for value in (*values, goal) if value is not None]
        low, high = (min(everything), max(everything)) if everything else (0.0, 1.0)
        span = (low, high) if low < high else (low - 1, high + 1)
        for place, (values, goal, words) in enumerate(self.rows):
            where = QRectF(0, place * (HIGH + GAP), self.width() - WORDS_WIDE, HIGH)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("hover"))
            painter.drawRoundedRect(where, 4, 4)
            self._paint_row(painter, where.adjusted(8, 8, -8, -8), values, goal, span)
            painter.setPen(self.theme.colour("ink"))
            beside = QRectF(where.right() + 10, where.top(), WORDS_WIDE - 10, HIGH)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_row(
        self,
        painter: QPainter,
        where: QRectF,
        values: NDArray[np.floating],
        goal: float | None,
        span: tuple[float, float],
    ) -> None:
        """The window as a line, and the value to come as a dot where it will stand."""
        steps = len(values) + (self.ahead if goal is not None else 0)
        wide = where.width() * (len(values) - 1) / max(steps - 1, 1)
        window = QRectF(where.left(), where.top(), wide, where.height())
        paint_trace(painter, window, values, span, self.theme)
        if goal is not None:
            (place,) = trace_points(QRectF(where.right(), where.top(), 0, where.height()), np.array([goal]), span)
            place.setX(where.right())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("validation"))
            painter.drawEllipse(place, 4, 4)
