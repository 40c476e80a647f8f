"""The axes of a tensor at its edges: their names, what leads along them, and the numbers of rows, columns and pages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.ui.lab.tensors.sheet import REST, WITH_NUMBERS, Places, Sheet
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

# In pixels: around the cells, a name, a number beside it, and an arrow's head.
MARGIN, NAME, NUMBER, HEAD = 6, 18, 14, 3.5
# Pages with fewer pixels than that between them have no room for their numbers.
LEAST_NUMBER = 16


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the cells of a tensor, in pixels."""

    left: int = MARGIN
    top: int = MARGIN
    right: int = MARGIN
    bottom: int = MARGIN


def frame_of(rank: int) -> Frame:
    """Room for the names of so many axes."""
    match rank:
        case 0:
            return Frame()
        case 1:
            return Frame(top=NAME + NUMBER)
        case 2:
            return Frame(NAME + NUMBER, NAME + NUMBER)
        case 3:
            return Frame(NAME, NAME + NUMBER, bottom=NAME + 4)
    return Frame(2 * NAME, NAME + NUMBER, bottom=NAME + 4)


@dataclass(frozen=True, slots=True)
class Axes:
    """Of each axis that is shown, the tensor's own, None for one that it does not have; the ones that do not fit."""

    shown: tuple[int | None, ...]
    red: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()

    def name(self, at: int) -> str:
        """Of the axis shown at a place, counted from the last; a length is said where it does not fit."""
        axis = self.shown[at]
        if axis is None:
            return ""
        several = at == -4 and len(self.shown) > 4
        words = QCoreApplication.translate("TensorGrid", "axes 0 to %1").replace("%1", str(axis))
        return (words if several else _axis_name(axis)) + (f": {self.lengths[axis]}" if self.is_red(at) else "")

    def is_red(self, at: int) -> bool:
        return self.shown[at] in self.red


def _axis_name(axis: int) -> str:
    return QCoreApplication.translate("TensorGrid", "axis %1").replace("%1", str(axis))


def place_words(shape: tuple[int, ...], place: int, axes: int) -> str:
    """Where the cell at a flat place stands along each of the first axes."""
    at = np.unravel_index(place, shape)[:axes] if shape else ()
    return " · ".join(f"{_axis_name(axis)}: {one}" for axis, one in enumerate(at))


def axes_of(rank: int, places: Places, turned: bool = False) -> tuple[int | None, ...]:
    """The tensor's axes as they are shown: aligned at the right where it is stretched, exchanged where it is turned."""
    if turned:
        return (1, 0)
    missing = places.ndim - rank
    return tuple(at - missing if at >= missing else None for at in range(places.ndim))


class AxesPainter:
    """Paints what belongs to one tensor whose cells begin at `start`."""

    def __init__(
        self, painter: QPainter, theme: Theme, sheet: Sheet, start: QPointF, side: float, aspect: float
    ) -> None:
        self._painter, self._theme, self._sheet, self._start = painter, theme, sheet, start
        self._side, self._wide = side, side * aspect

    def paint(self, axes: Axes, places: Places, front: int) -> None:
        """All names and numbers; of a fan those of the page in front."""
        rank, sheet, side = len(axes.shown), self._sheet, self._side
        if not rank:
            return
        x, y = (self._start.x(), self._start.y())
        page_x, page_y = sheet.page(front) if sheet.is_fanned else (0.0, 0.0)
        up = NAME + NUMBER
        self._along(axes, -1, QPointF(x + page_x * self._wide, y - up), sheet.columns * self._wide)
        if rank > 1:
            left = NUMBER if rank == 2 else 0
            self._down(axes, -2, QPointF(x - left - NAME, y + page_y * side), sheet.rows * side)
        if rank > 2:
            self._along(axes, -3, QPointF(x, y + sheet.height * side + 2), sheet.width * self._wide)
            self._page_numbers(rank)
        elif side >= WITH_NUMBERS:
            self._cell_numbers(places, rank)
        if rank > 3:
            self._down(axes, -4, QPointF(x - 2 * NAME, y), sheet.height * side)

    def _pen(self, axes: Axes, at: int) -> None:
        red = axes.is_red(at)
        self._painter.setFont(scaled_font(SMALLER, bold=red, fixed_digits=True))
        self._painter.setPen(QPen(self._theme.colour("problem" if red else "muted"), 2 if red else 1))

    def _along(self, axes: Axes, at: int, corner: QPointF, wide: float) -> None:
        """A name, and from it a line to the end of the axis."""
        words = axes.name(at)
        if not words:
            return
        self._pen(axes, at)
        text = self._painter.fontMetrics().horizontalAdvance(words)
        middle = corner.y() + NAME / 2
        box = QRectF(corner.x(), corner.y(), text + 4, NAME)
        # What an axis lacks is hatched behind it.
        if axes.red:
            self._painter.fillRect(box, self._theme.colour("window"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        start, end = QPointF(corner.x() + text + 6, middle), QPointF(corner.x() + wide - 2, middle)
        if end.x() - start.x() >= 2 * HEAD:
            self._painter.drawLine(start, end)
            back = end.x() - HEAD
            self._painter.drawPolyline([QPointF(back, middle - HEAD), end, QPointF(back, middle + HEAD)])

    def _down(self, axes: Axes, at: int, corner: QPointF, high: float) -> None:
        """The same along the left edge, from above to below."""
        self._painter.save()
        self._painter.translate(corner.x() + NAME, corner.y())
        self._painter.rotate(90)
        self._along(axes, at, QPointF(0, 0), high)
        self._painter.restore()

    def _write(self, x: float, y: float, wide: float, high: float, words: str) -> None:
        self._painter.drawText(QRectF(x, y, wide, high), Qt.AlignmentFlag.AlignCenter, words)

    def _cell_numbers(self, places: Places, rank: int) -> None:
        """Above the columns and beside the rows; of a row whose middle is left out the true ones."""
        self._painter.setFont(scaled_font(SMALLER, fixed_digits=True))
        self._painter.setPen(self._theme.colour("muted"))
        x, y, side = self._start.x(), self._start.y(), self._side
        first = places.reshape(-1, self._sheet.columns)[0].tolist()
        left_out = REST in first
        for column, place in enumerate(first):
            words = "" if place == REST else str(place if left_out else column)
            self._write(x + column * self._wide, y - NUMBER, self._wide, NUMBER, words)
        for row in range(self._sheet.rows if rank == 2 else 0):
            self._write(x - NUMBER, y + row * side, NUMBER, side, str(row))

    def _page_numbers(self, rank: int) -> None:
        """Above each page; of rank 4 above those of the first row, as all below have the same."""
        self._painter.setFont(scaled_font(SMALLER, fixed_digits=True))
        self._painter.setPen(self._theme.colour("muted"))
        step = self._sheet.step_x * self._wide
        if step < LEAST_NUMBER:
            return
        wide = min(step, self._sheet.columns * self._wide)
        for page in range(self._sheet.across):
            self._write(self._start.x() + page * step, self._start.y() - NUMBER, wide, NUMBER, str(page))
