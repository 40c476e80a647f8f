"""A histogram of each layer's weights; one that is clicked is chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.arrays import Floats
from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.weights.weight_arrays import limit_of, rms
from playground.ui.texts.numbers import number_text
from playground.ui.theme import NEGATIVE, POSITIVE, Theme
from playground.ui.widgets.fonts import scaled_font

BARS = 32
NARROWEST, GAP, HIGH, HIGHEST = 108.0, 10.0, 40.0, 160.0
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One layer: its node, its name, the array's numbers counted, and the axis from -limit to limit."""

    node: str
    name: str
    counts: NDArray[np.int64]
    limit: float
    size: int
    rms: float


def cell_of(node: str, name: str, array: Floats) -> Cell:
    finite = array[np.isfinite(array)]
    limit = limit_of(finite)
    counts, _ = np.histogram(finite, BARS, (-limit, limit))
    return Cell(node, name, counts, limit, int(array.size), rms(finite))


class WeightGrid(Painted):
    """Emits `chosen(node)` for a click, or Enter where the arrow keys have led to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: tuple[Cell, ...] = ()
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Weights of each layer"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_theme(theme)

    def show_cells(self, cells: tuple[Cell, ...]) -> None:
        if len(cells) != len(self.cells):
            self.updateGeometry()
        self.cells = cells
        self.current = min(self.current, max(len(cells) - 1, 0))
        self.update()

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self.cells) // self._across(width))
        return int(rows * (HIGH + self._words_high() + GAP))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(NARROWEST), self.heightForWidth(max(self.width(), int(NARROWEST))))

    def _across(self, width: float) -> int:
        """How many stand beside each other."""
        return max(1, min(len(self.cells) or 1, int((width + GAP) // (NARROWEST + GAP))))

    def _words_high(self) -> float:
        """What the words above and below the bars take."""
        return 3 * QFontMetricsF(self.font()).height() + 4

    def _high(self) -> float:
        """Of a whole cell: the bars share what height there is."""
        rows = -(-max(len(self.cells), 1) // self._across(self.width()))
        return min(max(self.height() / rows - GAP, HIGH + self._words_high()), HIGHEST + self._words_high())

    def place(self, index: int) -> QRectF:
        """Where that layer's cell stands."""
        across = self._across(self.width())
        row, column = divmod(index, across)
        wide = (self.width() - (across - 1) * GAP) / across
        return QRectF(column * (wide + GAP), row * (self._high() + GAP), wide, self._high())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index, cell in enumerate(self.cells):
            if self.place(index).contains(event.position()):
                self.current = index
                self.chosen.emit(cell.node)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self._across(self.width())
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps and self.cells:
            self.current = min(max(self.current + steps[key], 0), len(self.cells) - 1)
            self.setAccessibleDescription(self.cells[self.current].name)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.cells:
            self.chosen.emit(self.cells[self.current].node)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, cell in enumerate(self.cells):
            place = self.place(index)
            if place.intersects(QRectF(event.rect())):
                self._paint_cell(painter, place, cell)
            if self.hasFocus() and index == self.current:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.theme.colour("accent"), 1))
                painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_cell(self, painter: QPainter, place: QRectF, cell: Cell) -> None:
        metrics = QFontMetricsF(self.font())
        line = QRectF(place.left() + 3, place.top() + 1, place.width() - 6, metrics.height())
        painter.setFont(scaled_font(bold=True, of=self.font()))
        painter.setPen(self.theme.colour("ink"))
        bold = QFontMetricsF(painter.font())
        painter.drawText(line, LEFT, bold.elidedText(cell.name, Qt.TextElideMode.ElideRight, line.width()))
        painter.setFont(self.font())
        painter.setPen(self.theme.colour("muted"))
        line.translate(0, metrics.height())
        painter.drawText(line, LEFT, self.words(cell, line.width()))
        plot = QRectF(line.left(), line.bottom() + 2, line.width(), place.height() - self._words_high())
        self._paint_bars(painter, plot, cell)
        ends = QRectF(plot.left(), plot.bottom() + 1, plot.width(), metrics.height())
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(ends, LEFT, number_text(-cell.limit))
        painter.drawText(ends, CENTRE, "0")
        painter.drawText(ends, RIGHT, number_text(cell.limit))

    def words(self, cell: Cell, width: float) -> str:
        """How many weights and how large, or only the latter: a number cut short would be another."""
        metrics, size = QFontMetricsF(self.font()), number_text(cell.rms, 2)
        words = self.tr("weights: {count} · rms {size}").format(count=f"{cell.size:,}", size=size)
        if metrics.horizontalAdvance(words) > width:
            words = self.tr("rms {size}").format(size=size)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)

    def _paint_bars(self, painter: QPainter, plot: QRectF, cell: Cell) -> None:
        """As many as there are weights so large: orange below 0, blue above."""
        most, wide = max(int(cell.counts.max(initial=0)), 1), plot.width() / BARS
        for bar, count in enumerate(cell.counts.tolist()):
            if count:
                high = max(plot.height() * count / most, 1.0)
                colour = QColor(*(NEGATIVE if bar < BARS // 2 else POSITIVE))
                painter.fillRect(QRectF(plot.left() + bar * wide + 0.5, plot.bottom() - high, wide - 1, high), colour)
        painter.setPen(QPen(self.theme.colour("muted"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.drawLine(QPointF(plot.center().x(), plot.bottom()), QPointF(plot.center().x(), plot.bottom() + 3))
