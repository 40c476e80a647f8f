"""A tensor as coloured cells: numbers to read, to type, and to point at."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolTip, QWidget

from playground.frames.lab import LabTensor
from playground.ui.lab.sheet import LARGEST, WITH_NUMBERS, sheet_of
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme, signed_rgb
from playground.ui.widgets.fonts import scaled_font

GAP, ROUND, RING = 3, 6, 2.5
MARGIN = 6
# From this luminance on, digits are black.
BRIGHT = 0.18


class TensorGrid(QWidget):
    """One tensor. `typed` tells a flat place and what was typed; `pointed` the place under the pointer, or -1."""

    typed = Signal(int, str)
    pointed = Signal(int)
    roomed = Signal()
    """There is other room for its cells."""

    def __init__(self, theme: Theme, editable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._editable = theme, editable
        self._tensor: LabTensor | None = None
        self._colours: NDArray[np.uint8] = np.zeros((0, 3), np.uint8)
        self._sheet = sheet_of(())
        self._ringed: frozenset[int] = frozenset()
        self._amber: frozenset[int] = frozenset()
        self._at, self._most = -1, LARGEST
        self._field = QLineEdit(self)
        self._field.hide()
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.editingFinished.connect(self._finish)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(60, 60)

    def show_tensor(self, tensor: LabTensor | None) -> None:
        """Another tensor; None shows nothing."""
        self._field.hide()
        self._tensor = tensor
        self._at = min(self._at, -1 if tensor is None or tensor.values is None else tensor.values.size - 1)
        self._sheet = sheet_of(() if tensor is None else tensor.shape)
        self._colours = cell_colours(tensor)
        self._ringed = self._amber = frozenset()
        self.setAccessibleName("" if tensor is None else f"{list(tensor.shape)} {tensor.dtype}")
        self.update()

    def show_rings(self, places: frozenset[int]) -> None:
        """A ring around these cells."""
        if places != self._ringed:
            self._ringed = places
            self.update()

    def show_marks(self, places: frozenset[int]) -> None:
        """An amber outline around these cells."""
        self._amber = places
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        side = self._sheet.side(520, 320)
        return QSize(int(self._sheet.width * side) + 2 * MARGIN, int(self._sheet.height * side) + 2 * MARGIN)

    # What is painted

    @property
    def across(self) -> float:
        """How many cells it is wide."""
        return self._sheet.width

    @property
    def room_for_cells(self) -> int:
        """The side of a cell in pixels that there is room for."""
        return self._sheet.side(self.width() - 2 * MARGIN, self.height() - 2 * MARGIN)

    def show_cells_of(self, side: int) -> None:
        """No cell is larger than that, so that those of all tensors are alike."""
        self._most = side
        self.update()

    @property
    def _side(self) -> int:
        return min(self._most, self.room_for_cells)

    def cell(self, place: int) -> QRectF:
        """Where a cell stands, in pixels."""
        side = self._side
        x, y = self._sheet.corner(place)
        gap = GAP if side >= WITH_NUMBERS else 0
        return QRectF(MARGIN + x * side, MARGIN + y * side, side - gap, side - gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        tensor = self._tensor
        if tensor is None or tensor.values is None:
            return
        painter = QPainter(self)
        numbers = self._side >= WITH_NUMBERS
        # Edges of small cells that are smoothed would show as a net.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, numbers)
        painter.setFont(scaled_font(min(1.3, self._side / 36), fixed_digits=True))
        for place, value in enumerate(tensor.values.ravel().tolist()):
            self._paint_cell(painter, place, value, numbers)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._amber:
            self._paint_ring(painter, place, "validation")
        for place in self._ringed:
            self._paint_ring(painter, place, "ink")
        if self.hasFocus() and self._at >= 0:
            self._paint_ring(painter, self._at, "accent")

    def _paint_cell(self, painter: QPainter, place: int, value: object, numbers: bool) -> None:
        colour, cell = QColor(*self._colours[place].tolist()), self.cell(place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(cell, *(ROUND, ROUND) if numbers else (0, 0))
        if numbers:
            painter.setPen(QColor("black" if is_bright(colour) else "white"))
            words = cell_text(value)
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(cell.width()) - 2)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_ring(self, painter: QPainter, place: int, colour: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(colour), RING))
        painter.drawRoundedRect(self.cell(place).adjusted(-1, -1, 1, 1), ROUND, ROUND)

    # Pointing and typing

    def _place_at(self, point: QPointF) -> int:
        side = self._side
        tensor = self._tensor
        if tensor is None or tensor.values is None:
            return -1
        place = self._sheet.at((point.x() - MARGIN) / side, (point.y() - MARGIN) / side)
        return -1 if place is None or place >= tensor.values.size else place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.roomed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._begin_typing()

    def _go_to(self, place: int) -> None:
        tensor = self._tensor
        if tensor is None or tensor.values is None or not tensor.values.size:
            return
        self._at = max(-1, min(place, tensor.values.size - 1))
        self.pointed.emit(self._at)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell, Enter or a letter begins typing."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._sheet.columns,
            Qt.Key.Key_Down: self._sheet.columns,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._go_to(max(0, self._at + steps[key]))
        elif self._editable and (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (event.text().isprintable() and event.text())
        ):
            self._begin_typing(event.text().strip())
        else:
            super().keyPressEvent(event)

    def _begin_typing(self, text: str = "") -> None:
        tensor = self._tensor
        if not self._editable or self._at < 0 or tensor is None or tensor.values is None or self._side < WITH_NUMBERS:
            return
        self._field.setGeometry(self.cell(self._at).toRect().adjusted(-4, -2, 4, 2))
        self._field.setText(text or exact_text(tensor.values.ravel().tolist()[self._at]))
        self._field.show()
        self._field.setFocus()
        if not text:
            self._field.selectAll()

    def _finish(self) -> None:
        if self._field.isVisible():
            self._field.hide()
            self.setFocus()
            self.typed.emit(self._at, self._field.text())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(QPointF(event.pos()))
            if place >= 0 and self._tensor is not None and self._tensor.values is not None:
                QToolTip.showText(event.globalPos(), exact_text(self._tensor.values.ravel().tolist()[place]), self)
            return True
        return super().event(event)


def cell_colours(tensor: LabTensor | None) -> NDArray[np.uint8]:
    """Of each cell its colour, by the largest number that is shown: (cells, 3)."""
    if tensor is None or tensor.values is None:
        return np.zeros((0, 3), np.uint8)
    if tensor.values.dtype.kind not in "iufb":
        return signed_rgb(np.zeros(tensor.values.size))
    numbers = tensor.values.astype(np.float64).ravel()
    finite = np.abs(numbers[np.isfinite(numbers)])
    largest = finite.max() if finite.size else 0.0
    scaled = np.clip(numbers, -largest, largest) / largest if largest else np.zeros(numbers.size)
    return signed_rgb(0.85 * np.nan_to_num(scaled))


def is_bright(colour: QColor) -> bool:
    """Whether black digits have more contrast on it than white ones."""
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] > BRIGHT


def cell_text(value: object) -> str:
    """A value as it stands in a cell: three figures, a tick, a word."""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, int):
        return str(value).replace("-", "−") if abs(value) < 100_000 else number_text(float(value))
    if isinstance(value, float):
        return (
            number_text(value)
            if np.isfinite(value)
            else str(value).replace("-", "−").replace("inf", "∞").replace("nan", "NaN")
        )
    return exact_text(value)


def exact_text(value: object) -> str:
    """All that a value says."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
