"""How many rows of each class were put in which: a matrix of coloured counts."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from playground.datasets.scores import confusion
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.plots.examples.writing import elided, mixed, readable_on
from playground.ui.texts.data import class_title
from playground.ui.theme import NEGATIVE, POSITIVE, Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

CENTRE, MIDDLE = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignVCenter
KEYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
Cell = tuple[int, int]
# How large a count may be written: the first that fits.
LOUD, QUIET = (2.6, 2.0, 1.6, 1.25, 1.0, SMALLER, 0.7), (SMALLER, 0.7)


class ConfusionMatrix(QWidget):
    """Rows are true classes, columns predicted ones. `chosen` gives the (true, predicted) cell, None for none."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self.names: tuple[str, ...] = ()
        self.cell: Cell | None = None
        self._at: Cell = (0, 0)
        self._upright = False
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(QApplication.font())
        self.update()

    def show_predicted(self, found: Predicted | None) -> None:
        if found is None:
            self.counts, self.names = np.zeros((0, 0), np.int64), ()
        else:
            self.names = tuple(map(class_title, found.names))
            self.counts = confusion(found.true, found.guessed, len(self.names))
        if self.cell is not None and max(self.cell) >= len(self.names):
            self.cell = None
        self._at = min(self._at[0], max(len(self.names) - 1, 0)), min(self._at[1], max(len(self.names) - 1, 0))
        self.update()

    def show_cell(self, cell: Cell | None) -> None:
        """Another cell is chosen; without a signal."""
        self.cell = cell
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 90)

    # Places

    def grid(self) -> QRectF:
        """Where the cells are."""
        metrics = QFontMetricsF(scaled_font(SMALLER, of=self.font()))
        widest = max((metrics.horizontalAdvance(name) for name in self.names), default=0)
        high = metrics.height()
        left = high + 4 + min(widest, 0.26 * self.width()) + 6
        # Names that are wider than their columns stand upright above them.
        self._upright = widest > (self.width() - left) / max(len(self.names), 1)
        above = min(widest, 0.3 * self.height()) + 2 if self._upright else high
        return QRectF(self.rect()).adjusted(left, high + 4 + above, -1, -1)

    def cell_rect(self, cell: Cell) -> QRectF:
        grid, count = self.grid(), max(len(self.names), 1)
        wide, high = grid.width() / count, grid.height() / count
        return QRectF(grid.left() + cell[1] * wide, grid.top() + cell[0] * high, wide, high)

    def cell_at(self, place: QPointF) -> Cell | None:
        grid, count = self.grid(), len(self.names)
        if not count or not grid.contains(place):
            return None
        row = int((place.y() - grid.top()) / grid.height() * count)
        column = int((place.x() - grid.left()) / grid.width() * count)
        return min(row, count - 1), min(column, count - 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.names:
            return
        self._paint_names(painter)
        self._paint_cells(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.cell is not None:
            self._frame(painter, self.cell, QPen(self.theme.colour("ink"), 2.5))
        if self.hasFocus() and self._at != self.cell:
            self._frame(painter, self._at, QPen(self.theme.colour("accent"), 2))

    def _frame(self, painter: QPainter, cell: Cell, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.cell_rect(cell).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)

    def _paint_cells(self, painter: QPainter) -> None:
        """Counts in one size, the largest in which all fit; nothing is said quietly."""
        rows, room = self.counts.sum(axis=1), self.cell_rect((0, 0))
        with_share = room.height() > 2.6 * self.fontMetrics().height() and room.width() > 54
        widest = f"{int(self.counts.max(initial=0)):,}"
        loud = self._fitting(LOUD, widest, room, with_share)
        quiet, little = self._fitting(QUIET, "0", room, with_share), 1.2 if room.height() > 90 else SMALLER
        for row, column in np.ndindex(self.counts.shape):
            count, where = int(self.counts[row, column]), self.cell_rect((row, column)).adjusted(0.5, 0.5, -0.5, -0.5)
            if not count:
                painter.fillRect(where, self.theme.colour("hover"))
                painter.setPen(self.theme.colour("muted"))
                _write(painter, where, quiet, "0")
                continue
            share = count / rows[row]
            colour = POSITIVE if row == column else NEGATIVE
            ground = mixed(self.theme.colour("hover"), colour, 0.15 + 0.85 * share)
            painter.fillRect(where, ground)
            painter.setPen(readable_on(ground))
            if loud is None or not with_share:
                _write(painter, where, loud, f"{count:,}")
                continue
            painter.setFont(loud)
            high, low = QFontMetricsF(loud).height(), QFontMetricsF(scaled_font(little, of=self.font())).height()
            middle = where.center().y() + (high - low) / 2
            painter.drawText(QRectF(where.left(), middle - high, where.width(), high), CENTRE, f"{count:,}")
            painter.setFont(scaled_font(little, of=self.font()))
            below = QRectF(where.left(), middle, where.width(), low)
            painter.drawText(below, CENTRE, f"{100 * share:.0f} %")

    def _fitting(self, scales: tuple[float, ...], text: str, room: QRectF, with_share: bool) -> QFont | None:
        """The first size in which the text fits into a cell, above its share where that is written too; or None."""
        high = 0.9 * (room.height() / 2 if with_share else room.height())
        for scale in scales:
            font = scaled_font(scale, bold=scale > 1, of=self.font())
            metrics = QFontMetricsF(font)
            if metrics.horizontalAdvance(text) + 4 <= room.width() and metrics.ascent() <= high:
                return font
        return None

    def _paint_names(self, painter: QPainter) -> None:
        small, grid = scaled_font(SMALLER, of=self.font()), self.grid()
        high = QFontMetricsF(small).height()
        painter.setFont(small)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(QRectF(grid.left(), 0, grid.width(), high), CENTRE, self.tr("Predicted class"))
        painter.save()
        painter.translate(0, grid.bottom())
        painter.rotate(-90)
        elided(painter, QRectF(0, 0, grid.height(), high), CENTRE, self.tr("True class"))
        painter.restore()
        painter.setPen(self.theme.colour("ink"))
        # In rows too low for a line, as many names as there is room for.
        cell = self.cell_rect((0, 0))
        each, across = (math.ceil(0.8 * high / max(room, 1.0)) for room in (cell.height(), cell.width()))
        for place, name in enumerate(self.names):
            row, column = self.cell_rect((place, 0)), self.cell_rect((0, place))
            left = QRectF(high + 2, row.center().y() - high / 2, grid.left() - high - 7, high)
            if place % each == 0:
                elided(painter, left, Qt.AlignmentFlag.AlignRight | MIDDLE, name)
            if not self._upright:
                elided(painter, QRectF(column.left() + 1, high + 1, column.width() - 2, high), CENTRE, name)
            elif place % across == 0:
                painter.save()
                painter.translate(column.center().x() - high / 2, grid.top() - 3)
                painter.rotate(-90)
                elided(painter, QRectF(0, 0, grid.top() - high - 3, high), MIDDLE, name)
                painter.restore()

    # Choosing

    def choose(self, cell: Cell | None) -> None:
        """A person chooses a cell, or the chosen one once more to let go of it."""
        self.cell = None if cell == self.cell else cell
        if cell is not None:
            self._at = cell
        self.update()
        self.chosen.emit(self.cell)

    def spoken(self, cell: Cell) -> str:
        """What a cell says, in a sentence."""
        count, rows = int(self.counts[cell]), int(self.counts[cell[0]].sum())
        words = self.tr("{count} of {rows} rows of class {true} are predicted as {predicted}")
        said = words.format(
            count=f"{count:,}", rows=f"{rows:,}", true=self.names[cell[0]], predicted=self.names[cell[1]]
        )
        return f"{said} ({100 * count / rows:.1f} %)" if rows else said

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), len(self.names)
        if key in KEYS and count:
            row, column = KEYS[key]
            self._at = min(max(self._at[0] + row, 0), count - 1), min(max(self._at[1] + column, 0), count - 1)
            self.setAccessibleDescription(self.spoken(self._at))
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and count:
            self.choose(self._at)
        elif key == Qt.Key.Key_Escape and self.cell is not None:
            self.choose(self.cell)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            if cell is not None:
                words = self.tr("Click to see the worst of them.")
                QToolTip.showText(event.globalPos(), tip(f"{self.spoken(cell)}\n{words}"), self)
                return True
        return super().event(event)


def _write(painter: QPainter, where: QRectF, font: QFont | None, text: str) -> None:
    """In the middle; nothing where no size fits: the colour and the words under the pointer say it."""
    if font is not None:
        painter.setFont(font)
        painter.drawText(where, CENTRE, text)
