"""What the colours mean: a bar from low to high, named classes, named lines."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.theme import CLASS_COLOURS, NEGATIVE, POSITIVE, Theme, signed_rgb
from playground.ui.widgets.fonts import SMALLER, scaled_font


class LineLegend(QWidget):
    """A short stroke in its colour before each name, in a row. `lines` are (colour of the theme, name)."""

    def __init__(self, lines: tuple[tuple[str, str], ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(scaled_font(SMALLER))
        metrics = QFontMetricsF(self.font())
        wide = sum(metrics.horizontalAdvance(name) + 30 for _, name in self.lines) - 12
        self.setFixedSize(int(wide) + 1, int(metrics.height()) + 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, metrics = 0.0, QFontMetricsF(self.font())
        for colour, name in self.lines:
            painter.setPen(QPen(self.theme.colour(colour), 2))
            painter.drawLine(QPointF(left, self.height() / 2), QPointF(left + 12, self.height() / 2))
            painter.setPen(self.theme.colour("muted"))
            room = QRectF(left + 18, 0, metrics.horizontalAdvance(name) + 4, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
            left += metrics.horizontalAdvance(name) + 30


class ColourLegend(QWidget):
    """The colours of the output: a bar between two numbers, or a square before each class's name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.low, self.high = "−1", "+1"
        self.names: tuple[str, ...] = ()
        self.steps = False
        self.marks: tuple[float, ...] = ()
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(scaled_font(SMALLER))
        self.updateGeometry()
        self.update()

    def show_range(self, low: str, high: str, steps: bool = False, marks: tuple[float, ...] = ()) -> None:
        """A bar between two numbers; `steps` for two plain colours; `marks` from -1 to 1 are contour lines' values."""
        if (low, high, (), steps, marks) != (self.low, self.high, self.names, self.steps, self.marks):
            self.low, self.high, self.names, self.steps, self.marks = low, high, (), steps, marks
            self.updateGeometry()
            self.update()

    def show_classes(self, names: tuple[str, ...]) -> None:
        if names != self.names:
            self.names = names
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._rows(max(self.width(), 120))) if self.names else 1
        return QSize(160, rows * self._row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.names:
            self._paint_classes(painter)
        else:
            self._paint_bar(painter)

    def _row_height(self) -> int:
        return int(QFontMetricsF(self.font()).height()) + 4

    def _rows(self, wide: float) -> list[list[tuple[float, int]]]:
        """Each row's (left, class)."""
        metrics, rows, left = QFontMetricsF(self.font()), [[]], 0.0  # type: ignore[var-annotated]
        for index, name in enumerate(self.names):
            needed = metrics.horizontalAdvance(name) + 15
            if left and left + needed > wide:
                rows.append([])
                left = 0.0
            rows[-1].append((left, index))
            left += needed + 10
        return rows

    def _paint_classes(self, painter: QPainter) -> None:
        high = self._row_height()
        for line, row in enumerate(self._rows(self.width())):
            for left, index in row:
                middle = line * high + high / 2
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(*CLASS_COLOURS[index % len(CLASS_COLOURS)]))
                painter.drawRoundedRect(QRectF(left, middle - 5, 10, 10), 3, 3)
                painter.setPen(self.theme.colour("muted"))
                room = QRectF(left + 15, line * high, self.width(), high)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.names[index])

    def _paint_bar(self, painter: QPainter) -> None:
        metrics, middle = QFontMetricsF(self.font()), self.height() / 2
        left, right = metrics.horizontalAdvance(self.low) + 8, metrics.horizontalAdvance(self.high) + 8
        bar = QRectF(left, middle - 4, max(self.width() - left - right, 8), 8)
        painter.setPen(self.theme.colour("muted"))
        whole = QRectF(self.rect())
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.low)
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self._gradient(bar)))
        painter.drawRoundedRect(bar, 4, 4)
        painter.setPen(QPen(QColor(20, 24, 32, 120), 1))
        for mark in self.marks:
            x = bar.left() + (1 + mark) / 2 * bar.width()
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))

    def _gradient(self, bar: QRectF) -> QLinearGradient:
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        if self.steps:
            for at, colour in ((0.0, NEGATIVE), (0.4999, NEGATIVE), (0.5001, POSITIVE), (1.0, POSITIVE)):
                gradient.setColorAt(at, QColor(*colour))
            return gradient
        for at, rgb in zip(np.linspace(0, 1, 9), signed_rgb(np.linspace(-1, 1, 9)), strict=True):
            gradient.setColorAt(float(at), QColor(*map(int, rgb)))
        return gradient
