"""A tensor as coloured cells: numbers to read, to type, and to point at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from playground.frames.lab import LabTensor
from playground.ui.lab.tensors.axes import Axes, AxesPainter, Frame, axes_of, frame_of, place_words
from playground.ui.lab.tensors.cells import (
    ROUND,
    aspect_of,
    cell_colours,
    cell_text,
    exact_text,
    hatch,
    page_pictures,
    paint_cell,
    paint_copy,
    paint_pale,
)
from playground.ui.lab.tensors.placing import Extent, Way
from playground.ui.lab.tensors.sheet import LARGEST, REST, WITH_NUMBERS, Places, sheet_of, united, whole
from playground.ui.lab.tensors.telling import Marked
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.plain import tip

GAP, RING, THREAD, THREAD_OUT, PAGE = 3, 2.5, 2, 0.32, 4
# How dark the hatching is of cells that come from nowhere, which are light in both themes.
HATCH = 60
NONE: frozenset[int] = frozenset()


class TensorGrid(QWidget):
    """One tensor, a cell of which is meant by its flat place.

    `typed` tells a place and what was typed; `pointed` the place under the pointer, or -1; `pasted`: the
    clipboard is meant for it.
    """

    typed = Signal(int, str)
    pointed = Signal(int)
    pasted = Signal()

    def __init__(self, theme: Theme, editable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._editable = theme, editable
        self._tensor: LabTensor | None = None
        self._values: list[object] = []
        self._colours: NDArray[np.uint8] = np.zeros((0, 3), np.uint8)
        self._places, self._first = whole(()), dict[int, int]()
        self._sheet, self._side, self._at = sheet_of(()), LARGEST, -1
        # How much wider than high a cell is, as words need.
        self._aspect = 1.0
        # Which page lies in front where they are fanned.
        self._axes, self._front, self._way = Axes(()), 0, Way()
        self._ringed, self.marked = NONE, Marked()
        # Of a copy that is pointed at, where it stands; how many cells are filled so far, None for all.
        self._copy, self._reached = -1, None  # type: tuple[int, int | None]
        self._field = QLineEdit(self)
        self._field.hide()
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.editingFinished.connect(self._finish)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_tensor(
        self,
        tensor: LabTensor | None,
        places: Places | None = None,
        largest: float = 0.0,
        red: tuple[int, ...] = (),
        turned: bool = False,
    ) -> None:
        """Another tensor; None shows nothing. `places`: which of its cells stand where, see sheet.py.

        largest: the largest number on the whole board, which decides on the colours. red: axes that do not fit.
        turned: its first axis runs across.
        """
        if tensor is None or self._tensor is None or tensor.shape != self._tensor.shape:
            # What is being typed elsewhere in it is typed on.
            self._field.hide()
        self._tensor = tensor
        there = tensor is not None and tensor.values is not None
        self._values = tensor.values.ravel().tolist() if tensor is not None and tensor.values is not None else []
        self._at = min(self._at, len(self._values) - 1)
        self._places = whole(tensor.shape if tensor is not None and there else ()) if places is None else places
        shape = tensor.shape if tensor is not None and there else ()
        self._sheet, self._front = sheet_of(self._places.shape), 0
        self._axes = Axes(axes_of(len(shape), self._places, turned), red, shape)
        shown = self._places.ravel().tolist() if there else []
        self._first = {place: at for at, place in reversed(list(enumerate(shown)))}
        self._colours, self._aspect = cell_colours(tensor, largest), aspect_of(tensor)
        self._ringed, self.marked = NONE, Marked()
        self._copy, self._reached = -1, None
        self.setAccessibleName("" if tensor is None else f"{list(tensor.shape)} {tensor.dtype}")
        self.update()

    def show_rings(self, places: frozenset[int], copy: int = -1) -> None:
        """A ring around these cells, a dashed one around the copy that stands there."""
        if (places, copy) != (self._ringed, self._copy):
            self._ringed, self._copy = places, copy
            self.update()

    def show_marked(self, marked: Marked) -> None:
        """What is told of single cells: see there."""
        self.marked = marked
        self.update()

    def show_reached(self, count: int | None) -> None:
        """The first cells are filled, the others still to come; None fills all."""
        if count != self._reached:
            self._reached = count
            self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    # Where cells stand

    @property
    def frame(self) -> Frame:
        """Room for the names of its axes, where they are shown."""
        return frame_of(len(self._axes.shown) if self._way.is_framed else 0)

    def extent(self, way: Way) -> Extent:
        """What it takes when it is placed like that."""
        sheet = sheet_of(self._places.shape, way.is_fanned)
        return Extent(sheet.width * self._aspect, sheet.height, frame_of(len(self._axes.shown) if way.is_framed else 0))

    @property
    def is_small(self) -> bool:
        """Whether its cells have no room for numbers, and stand as they are stored."""
        return bool(self._values) and self._side < WITH_NUMBERS and self._places.size == len(self._values)

    @property
    def page_size(self) -> tuple[int, int]:
        """Rows and columns of a page."""
        return self._sheet.rows, self._sheet.columns

    def page_title(self, place: int) -> str:
        """Which page a cell is on, by its places along the axes before the last two; "" where there is one page."""
        shape = self._tensor.shape if self._tensor is not None else ()
        return place_words(shape, place, max(0, len(shape) - 2))

    def show_cells_of(self, side: int, way: Way) -> None:
        """The side of a cell in pixels, and how it is placed."""
        self._side, self._way, self._sheet = side, way, sheet_of(self._places.shape, way.is_fanned)
        extent = self.extent(way)
        self.setMinimumSize(extent.wide(side), extent.high(side))
        self.update()

    def open_page(self, place: int) -> None:
        """Of a fan the page of a cell comes in front."""
        page = self._first.get(place, 0) // (self._sheet.rows * self._sheet.columns)
        if self._sheet.is_fanned and page != self._front:
            self._front = page
            self.update()

    def cell(self, place: int) -> QRectF:
        """Where a cell stands, in pixels: of several copies the first, else the place of those left out."""
        return self._box(self._first.get(place, self._first.get(REST, 0)))

    def colour(self, place: int) -> QColor:
        """A cell's colour."""
        return QColor(*self._colours[place].tolist())

    def words(self, place: int) -> str:
        """What stands in a cell."""
        return cell_text(self._values[place])

    def _box(self, at: int) -> QRectF:
        side = self._side
        x, y = self._sheet.corner(at)
        gap = GAP if side >= WITH_NUMBERS else 0
        wide = side * self._aspect
        return QRectF(self.frame.left + x * wide, self.frame.top + y * side, wide - gap, side - gap)

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Edges of small cells that are smoothed would show as a net.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._side >= WITH_NUMBERS)
        painter.setFont(scaled_font(min(1.3, self._side / 36), fixed_digits=True))
        if self._values and self._side < WITH_NUMBERS:
            self._paint_pages(painter)
        elif self._values:
            self._paint_numbers(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.marked.thread and self._reached is None:
            painter.setPen(QPen(QColor(0, 0, 0, 130), THREAD, Qt.PenStyle.DotLine))
            # Beside the middle, so that rows and columns of it cross no number; cells are light in both themes.
            beside = QPointF(THREAD_OUT * self._side * self._aspect, THREAD_OUT * self._side)
            painter.drawPolyline([self.cell(place).center() + beside for place in self.marked.thread])
        self._paint_rings(painter)
        if self._values and self._way.is_framed:
            start = QPointF(self.frame.left, self.frame.top)
            AxesPainter(painter, self._theme, self._sheet, start, self._side, self._aspect).paint(
                self._axes, self._places, self._front
            )

    def _paint_numbers(self, painter: QPainter) -> None:
        """Page by page; of a fan each on a sheet of its own."""
        shown, size = self._places.ravel().tolist(), self._sheet.rows * self._sheet.columns
        for page in self._sheet.behind(self._front):
            if self._sheet.is_fanned:
                whole_page = self._box(page * size).united(self._box((page + 1) * size - 1))
                painter.setPen(QPen(self._theme.colour("edge"), 1))
                painter.setBrush(self._theme.colour("window"))
                painter.drawRoundedRect(whole_page.adjusted(-PAGE, -PAGE, PAGE, PAGE), ROUND, ROUND)
            for at in range(page * size, min((page + 1) * size, len(shown))):
                self._paint_at(painter, at, shown[at])

    def _paint_pages(self, painter: QPainter) -> None:
        """Small cells, of which there may be many: a picture for each page, a pixel for each cell."""
        rows, columns = self.page_size
        size = QSizeF(columns * self._side * self._aspect, rows * self._side)
        pictures = page_pictures(self._colours, self._places, self._reached, self.marked.pale, self.page_size)
        for page, picture in enumerate(pictures):
            painter.drawImage(QRectF(self._box(page * rows * columns).topLeft(), size), picture)

    def _paint_at(self, painter: QPainter, at: int, place: int) -> None:
        box = self._box(at)
        if place == REST:
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "…")
        elif self._reached is not None and place >= self._reached:
            paint_copy(painter, box, QColor(0, 0, 0, 0), "", self._theme)
        elif self._first[place] != at or place in self.marked.copies:
            paint_copy(painter, box, self.colour(place), self.words(place), self._theme)
        elif place in self.marked.pale:
            paint_pale(painter, box, self.colour(place), self.words(place), self._theme)
        else:
            paint_cell(painter, box, self.colour(place), self.words(place))
            if place in self.marked.fresh and self._side >= WITH_NUMBERS:
                hatch(painter, box, QColor(0, 0, 0, HATCH))

    def _paint_rings(self, painter: QPainter) -> None:
        for at in self._seen(self.marked.amber):
            self._paint_ring(painter, self._box(at), "validation")
        for box in united(self._seen(self._ringed), self._sheet):
            self._paint_ring(painter, self._box(box[0]).united(self._box(box[-1])), "ink")
        if self._copy >= 0:
            self._paint_ring(painter, self._box(self._copy), "ink", Qt.PenStyle.DashLine)
        if self.hasFocus() and self._at >= 0:
            self._paint_ring(painter, self.cell(self._at), "accent")

    def _seen(self, places: frozenset[int]) -> list[int]:
        """Where cells stand that no page covers."""
        at = [self._first[place] for place in places if place in self._first]
        size = self._sheet.rows * self._sheet.columns
        return [one for one in at if one // size == self._front] if self._sheet.is_fanned else at

    def _paint_ring(
        self, painter: QPainter, box: QRectF, colour: str, line: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(colour), RING, line))
        painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), ROUND, ROUND)

    # Pointing and typing

    def _place_at(self, point: QPointF) -> int:
        x = (point.x() - self.frame.left) / (self._side * self._aspect)
        y = (point.y() - self.frame.top) / self._side
        at = self._sheet.at(x, y, self._front)
        return -1 if at is None or at >= self._places.size or not self._values else int(self._places.ravel()[at])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place >= 0:
            self.open_page(place)
        self.pointed.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._begin_typing()

    def _go_to(self, place: int) -> None:
        if self._values:
            self._at = max(-1, min(place, len(self._values) - 1))
            self.pointed.emit(self._at)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell, Enter or a letter begins typing; of a result they walk, which is the lab's."""
        columns = self._tensor.shape[-1] if self._tensor is not None and self._tensor.shape else 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        key, text = Qt.Key(event.key()), event.text()
        if not self._editable:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key in steps:
            self._go_to(max(0, self._at + steps[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (text.isprintable() and text.strip()):
            self._begin_typing(text.strip())
        else:
            super().keyPressEvent(event)

    def _begin_typing(self, text: str = "") -> None:
        if not self._editable or self._at < 0 or not self._values or self._side < WITH_NUMBERS:
            return
        self._field.setGeometry(self.cell(self._at).toRect().adjusted(-4, -2, 4, 2))
        self._field.setText(text or exact_text(self._values[self._at]))
        self._field.show()
        self._field.setFocus()
        if not text:
            self._field.selectAll()

    def _finish(self) -> None:
        if self._field.isVisible():
            self._field.hide()
            self.setFocus()
            self.typed.emit(self._at, self._field.text())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """While one types, Tab goes on to the next cell."""
        if not self._field.isVisible():
            return super().focusNextPrevChild(forward)
        self._finish()
        self._go_to((self._at + (1 if forward else -1)) % len(self._values))
        return True

    def told(self, place: int) -> str:
        """A cell's exact value, and along each axis where it stands."""
        shape = self._tensor.shape if self._tensor is not None else ()
        where = place_words(shape, place, len(shape))
        return exact_text(self._values[place]) + (f"\n{where}" if where else "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            if place >= 0:
                QToolTip.showText(event.globalPos(), tip(self.told(place)), self)
            return True
        return super().event(event)
