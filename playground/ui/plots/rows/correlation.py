"""How strongly each two columns go together: Pearson's r, blue where both rise, orange where one falls."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.examples.writing import readable_on
from playground.ui.texts.numbers import decimals_text
from playground.ui.theme import Theme, signed_rgb
from playground.ui.widgets.plain import tip

KEYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
LARGEST = 74.0


class Correlation(Painted):
    """A square for each pair; `chosen(row, column)` where a person clicks one or presses Enter on it."""

    chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.values: NDArray[np.float64] = np.zeros((0, 0))
        self.cell = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_theme(theme)
        self._say()

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 96)

    def sizeHint(self) -> QSize:
        return QSize(300, 240)

    def show_values(self, names: tuple[str, ...], values: NDArray[np.float64]) -> None:
        """(names, names): r of each pair, NaN where there is none."""
        self.names, self.values = names, values
        if max(self.cell) >= len(names):
            self.cell = (0, 0)
        self._say()
        self.update()

    def rect_of(self, row: int, column: int) -> QRectF:
        """The square of a pair."""
        metrics, count = QFontMetricsF(self.font()), max(len(self.names), 1)
        names = max((metrics.horizontalAdvance(name) for name in self.names), default=0.0) + 8
        left, top = min(names, self.width() / 3), min(names, self.height() / 3)
        if max((self.width() - left), (self.height() - top)) / count < metrics.height() - 3:
            # None of the names has room; the squares take it.
            left = top = 6.0
        wide = min((self.width() - left) / count, LARGEST)
        high = min((self.height() - top) / count, LARGEST)
        return QRectF(left + column * wide, top + row * high, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), QFontMetricsF(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.rect_of(0, 0)
        for at, name in enumerate(self.names):
            self._paint_names(painter, at, name, cell, metrics)
        if not self.names:
            return
        fits = cell.width() > metrics.horizontalAdvance("−0.00") + 4 and cell.height() > metrics.height()
        for row in range(len(self.names)):
            for column in range(len(self.names)):
                self._paint_cell(painter, row, column, fits)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect_of(*self.cell).adjusted(1, 1, -1, -1))

    def _paint_names(self, painter: QPainter, at: int, name: str, cell: QRectF, metrics: QFontMetricsF) -> None:
        """A column's name at the left of its row and, upright, above its column, where there is room for letters."""
        painter.setPen(self.theme.colour("muted"))
        elide, align = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        left, top, high = cell.left() - 6, cell.top() - 6, metrics.height()
        if cell.height() >= high - 3:
            row = QRectF(0, cell.top() + at * cell.height(), left, cell.height())
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | align, metrics.elidedText(name, elide, left))
        if cell.width() >= high - 3:
            painter.save()
            painter.translate(cell.left() + at * cell.width(), top)
            painter.rotate(-90)
            painter.drawText(QRectF(0, 0, top, cell.width()), align, metrics.elidedText(name, elide, top))
            painter.restore()

    def _paint_cell(self, painter: QPainter, row: int, column: int, fits: bool) -> None:
        value, where = float(self.values[row, column]), self.rect_of(row, column).adjusted(0.5, 0.5, -0.5, -0.5)
        there = np.isfinite(value)
        ground = QColor(*signed_rgb(np.array(value)).tolist()) if there else self.theme.colour("hover")
        painter.fillRect(where, ground)
        if fits:
            painter.setPen(readable_on(ground) if there else self.theme.colour("muted"))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, decimals_text(round(value, 2)) if there else "–")

    # Choosing

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        for row in range(len(self.names)):
            for column in range(len(self.names)):
                if self.rect_of(row, column).contains(position):
                    return row, column
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None:
            self.cell = cell
            self.chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS and self.names:
            down, across = KEYS[Qt.Key(event.key())]
            row, column = self.cell
            last = len(self.names) - 1
            self.cell = min(max(row + down, 0), last), min(max(column + across, 0), last)
            self._say()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.names:
            self.chosen.emit(*self.cell)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if cell is None else tip(self.spoken(*cell)), self)
            return True
        return super().event(event)

    def spoken(self, row: int, column: int) -> str:
        """A pair in words."""
        value = float(self.values[row, column])
        names = {"one": self.names[row], "other": self.names[column]}
        if not np.isfinite(value):
            words = self.tr("{one} and {other}: no correlation can be told, of a constant or of more than two words")
            return words.format(**names)
        words = self.tr("{one} and {other}: r = {value}, which tells {share} % of the variance")
        return words.format(value=decimals_text(round(value, 2)), share=round(100 * value**2), **names)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Correlation"))
        self.setAccessibleDescription(self.spoken(*self.cell) if self.names else "")
