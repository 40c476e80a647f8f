"""Two axes with their names and numbers, for what is drawn between them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.charts.ticks import linear_ticks, tick_texts
from playground.ui.theme import Theme

CENTRE, RIGHT = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PlotBox(Painted):
    """What inherits it paints its content by `paint_content`, in the places that `place` gives."""

    def __init__(self, across: str, up: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.across, self.up = across, up
        self.span_x, self.span_y = (0.0, 1.0), (0.0, 1.0)
        # Where an axis has words for 0, 1, 2 and so on, in place of numbers.
        self.words_x: tuple[str, ...] = ()
        self.words_y: tuple[str, ...] = ()
        self.show_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(240, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 96)

    def plot_rect(self) -> QRectF:
        """The part of the widget between the axes."""
        metrics = QFontMetricsF(self.font())
        room = QRectF(self.rect()).adjusted(0, metrics.height() / 2, 0, -2 * metrics.height() - 5)
        ticks = self._ticks(self.span_y, self.words_y, room.height(), 28)
        numbers = min(max(metrics.horizontalAdvance(text) for _, text in ticks), room.width() / 3)
        return room.adjusted(metrics.height() + 7 + numbers, 0, -metrics.horizontalAdvance("0.00") / 2 - 4, 0)

    def place(self, x: NDArray[np.floating], y: NDArray[np.floating]) -> NDArray[np.float64]:
        """Pixels of the values, (n, 2)."""
        plot, (left, right), (low, high) = self.plot_rect(), self.span_x, self.span_y
        across = plot.left() + (np.asarray(x, float) - left) / (right - left) * plot.width()
        up = plot.bottom() - (np.asarray(y, float) - low) / (high - low) * plot.height()
        return np.column_stack([across, up])

    def points(self, x: NDArray[np.floating], y: NDArray[np.floating]) -> list[QPointF]:
        return [QPointF(*pair) for pair in self.place(x, y).tolist()]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_axes(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_content(painter, self.plot_rect())

    def paint_content(self, painter: QPainter, plot: QRectF) -> None:
        """What stands between the axes."""

    def _ticks(
        self, span: tuple[float, float], words: tuple[str, ...], pixels: float, each: float
    ) -> list[tuple[float, str]]:
        if words:
            return [(float(place), word) for place, word in enumerate(words)]
        values = linear_ticks(*span, about=min(max(int(pixels / each), 1), 5))
        return list(zip(values, tick_texts(values), strict=True)) or [(span[0], "0")]

    def _paint_axes(self, painter: QPainter) -> None:
        plot, metrics = self.plot_rect(), QFontMetricsF(self.font())
        high, line, muted = metrics.height(), QPen(self.theme.colour("line"), 1), self.theme.colour("muted")
        for value, text in self._ticks(self.span_y, self.words_y, plot.height(), 28):
            y = round(self.place(np.array([self.span_x[0]]), np.array([value]))[0, 1])
            painter.setPen(line)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(muted)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, plot.left() - high - 7)
            painter.drawText(QRectF(0, y - high / 2, plot.left() - 5, high), RIGHT | MIDDLE, text)
        for value, text in self._ticks(self.span_x, self.words_x, plot.width(), 44):
            x = round(self.place(np.array([value]), np.array([self.span_y[0]]))[0, 0])
            painter.setPen(line)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(muted)
            wide = metrics.horizontalAdvance(text) + 4
            painter.drawText(QRectF(x - wide / 2, plot.bottom() + 2, wide, high), CENTRE, text)
        elide = Qt.TextElideMode.ElideRight
        below = QRectF(plot.left(), plot.bottom() + high + 3, plot.width(), high)
        painter.drawText(below, CENTRE, metrics.elidedText(self.across, elide, plot.width()))
        painter.save()
        painter.translate(0, plot.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, plot.height(), high), CENTRE, metrics.elidedText(self.up, elide, plot.height()))
        painter.restore()

    def words(self, painter: QPainter, where: QRectF, text: str, colour: QColor, bold: bool = False) -> None:
        """Words at the right of a place, on a ground that keeps them readable."""
        font = QFont(self.font())
        font.setBold(bold)
        painter.setFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(text) + 6
        ground = QRectF(where.right() - wide, where.top(), wide, where.height())
        painter.fillRect(ground, self.theme.colour("panel", 205))
        painter.setPen(colour)
        painter.drawText(ground, CENTRE, text)
