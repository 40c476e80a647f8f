"""A few cells with their numbers, above those that are too small for them: what is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.ui.lab.tensors.cells import paint_cell
from playground.ui.lab.tensors.grid import TensorGrid
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

# So many rows and columns at most; a cell, the numbers at its edges, around all, and from the pointer: in pixels.
ROWS, COLUMNS, CELL, EDGE, PAD, AWAY = 5, 6, 38, 20, 8, 14
# Between cells, and where what is pointed at is ringed.
GAP, RING = 3, 2.5


class Loupe(QWidget):
    """Above the tensors; lets the mouse through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid: TensorGrid | None = None
        self._title, self._at = "", 0
        self._rows, self._columns = range(0), range(0)
        self.hide()

    def show_at(self, grid: TensorGrid, place: int) -> None:
        """Of the page of a cell what stands around it."""
        parent = self.parentWidget()
        if parent is None or place < 0 or not grid.is_small:
            self.hide()
            return
        self._grid, self._at = grid, place
        rows, columns = grid.page_size
        row, column = divmod(place % (rows * columns), columns)
        self._rows, self._columns = _around(row, rows, ROWS), _around(column, columns, COLUMNS)
        self._title = grid.page_title(place)
        self.resize(
            EDGE + len(self._columns) * CELL + 2 * PAD,
            (2 if self._title else 1) * EDGE + len(self._rows) * CELL + 2 * PAD,
        )
        pointer = grid.mapTo(parent, grid.cell(place).center().toPoint())
        # Beside the cell, on the side where there is room.
        x = (
            pointer.x() + AWAY
            if pointer.x() + AWAY + self.width() <= parent.width()
            else pointer.x() - AWAY - self.width()
        )
        y = min(max(0, pointer.y() - self.height() // 2), max(0, parent.height() - self.height()))
        self.move(max(0, x), y)
        self.show()
        self.raise_()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        grid = self._grid
        if grid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        top = PAD
        if self._title:
            painter.setFont(scaled_font(SMALLER, bold=True))
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(QRectF(PAD, top, self.width() - 2 * PAD, EDGE), Qt.AlignmentFlag.AlignVCenter, self._title)
            top += EDGE
        start = QPointF(PAD + EDGE, top + EDGE)
        self._paint_numbers(painter, start)
        size, columns = grid.page_size[0] * grid.page_size[1], grid.page_size[1]
        painter.setFont(scaled_font(0.95, fixed_digits=True))
        for down, row in enumerate(self._rows):
            for across, column in enumerate(self._columns):
                place = self._at - self._at % size + row * columns + column
                box = QRectF(start.x() + across * CELL, start.y() + down * CELL, CELL - GAP, CELL - GAP)
                paint_cell(painter, box, grid.colour(place), grid.words(place))
                if place == self._at:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(self._theme.colour("ink"), RING))
                    painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 6, 6)

    def _paint_numbers(self, painter: QPainter, start: QPointF) -> None:
        painter.setFont(scaled_font(SMALLER, fixed_digits=True))
        painter.setPen(self._theme.colour("muted"))
        for across, column in enumerate(self._columns):
            box = QRectF(start.x() + across * CELL, start.y() - EDGE, CELL - GAP, EDGE)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(column))
        for down, row in enumerate(self._rows):
            box = QRectF(PAD, start.y() + down * CELL, EDGE - 2, CELL - GAP)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(row))


def _around(at: int, length: int, most: int) -> range:
    """Up to so many places with this one in the middle, none of them outside."""
    first = max(0, min(at - most // 2, length - most))
    return range(first, min(length, first + most))
