"""To draw an input with the mouse or the keys: a picture of a few pixels, or the trace of a sequence."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.datasets.pictures import shape_of
from playground.ui.plots.examples.inputs import paint_picture, paint_trace, trace_points
from playground.ui.plots.predictions.ink import Cells, drawn, painted
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip

KEYS = Qt.Key
MOVES = {KEYS.Key_Left: (0, -1), KEYS.Key_Right: (0, 1), KEYS.Key_Up: (-1, 0), KEYS.Key_Down: (1, 0)}
BUTTONS = Qt.MouseButton


class Pad(QWidget):
    """Emits `changed` when a person draws. `values` are the raw inputs, (inputs,); Esc takes a stroke back."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.values: Cells = np.zeros(1)
        self._before: Cells | None = None
        self._last = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def show_values(self, values: Cells) -> None:
        self.values = np.array(values, np.float64)
        self._before = None
        self.update()

    def clear(self) -> None:
        """All of it 0."""
        self.show_values(np.zeros_like(self.values))
        self.changed.emit()

    def stroke(self, start: QPointF, end: QPointF, erase: bool) -> Cells:
        """The values after the pointer went from one place to another."""
        raise NotImplementedError

    def _take(self, values: Cells) -> None:
        self.values = values
        self.update()
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (BUTTONS.LeftButton, BUTTONS.RightButton):
            self._before, self._last = self.values.copy(), event.position()
            self._take(self.stroke(self._last, self._last, event.button() == BUTTONS.RightButton))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._before is not None and event.buttons():
            self._take(self.stroke(self._last, event.position(), bool(event.buttons() & BUTTONS.RightButton)))
            self._last = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == KEYS.Key_Escape and self._before is not None:
            before, self._before = self._before, None
            self._take(before)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class PicturePad(Pad):
    """The left button paints soft strokes, the right one or `erases` takes them away; arrows and space paint too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.erases = False
        self.side, self._channels = 1, 1
        self._at = (0, 0)
        self.setAccessibleName(self.tr("Picture to try"))
        self.setToolTip(tip(self.tr(
            "Paint with the left button, erase with the right. "
            "By keys: arrows move, space paints, delete erases, Esc takes a stroke back."
        )))  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(140, 140)

    def minimumSizeHint(self) -> QSize:
        return QSize(104, 104)

    def show_values(self, values: Cells) -> None:
        self.side, _, self._channels = shape_of(len(values))
        super().show_values(values)

    def square(self) -> QRectF:
        """Where the picture is."""
        side = max(min(self.width(), self.height()) - 4, 8)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def stroke(self, start: QPointF, end: QPointF, erase: bool) -> Cells:
        square = self.square()
        cell = square.width() / self.side
        (x0, y0), (x1, y1) = (((p.x() - square.left()) / cell, (p.y() - square.top()) / cell) for p in (start, end))
        cells = self.values.reshape(self.side, self.side, self._channels)
        erases = erase or self.erases
        return np.stack([painted(layer, (x0, y0), (x1, y1), erases) for layer in np.moveaxis(cells, 2, 0)], 2).ravel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in MOVES:
            down, across = MOVES[key]
            self._at = min(max(self._at[0] + down, 0), self.side - 1), min(max(self._at[1] + across, 0), self.side - 1)
            self._say()
            self.update()
        elif key in (KEYS.Key_Space, KEYS.Key_Delete, KEYS.Key_Backspace):
            values = self.values.copy()
            paints = key == KEYS.Key_Space and not self.erases
            values[self._cell()] = 1.0 if paints else 0.0
            self._take(values)
            self._say()
        else:
            super().keyPressEvent(event)

    def _cell(self) -> slice:
        """Where the numbers of the pixel stand that the keys are at."""
        first = (self._at[0] * self.side + self._at[1]) * self._channels
        return slice(first, first + self._channels)

    def _say(self) -> None:
        ink = float(self.values[self._cell()].mean())
        words = self.tr("Row {row}, column {column}: {ink} % ink")
        self.setAccessibleDescription(words.format(row=self._at[0] + 1, column=self._at[1] + 1, ink=round(100 * ink)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, square = QPainter(self), self.square()
        paint_picture(painter, square, self.values)
        cell = square.width() / self.side
        painter.setPen(QPen(self.theme.colour("muted", 45), 1))
        for line in range(1, self.side):
            at = round(line * cell)
            painter.drawLine(QPointF(square.left() + at, square.top()), QPointF(square.left() + at, square.bottom()))
            painter.drawLine(QPointF(square.left(), square.top() + at), QPointF(square.right(), square.top() + at))
        painter.setPen(QPen(self.theme.colour("accent" if self.hasFocus() else "muted"), 1))
        painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("validation"), 2))
            left, top = square.left() + self._at[1] * cell, square.top() + self._at[0] * cell
            painter.drawRect(QRectF(left, top, cell, cell).adjusted(1, 1, -1, -1))


class TracePad(Pad):
    """Draw the line of a sequence with the mouse; by keys, left and right move, up and down raise and lower."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.span = (-1.0, 1.0)
        self._at = 0
        self.setAccessibleName(self.tr("Sequence to try"))
        self.setToolTip(tip(self.tr(
            "Draw the line with the mouse; the right button sets it to 0. "
            "By keys: left and right move, up and down raise and lower, Esc takes a stroke back."
        )))  # fmt: skip

    def sizeHint(self) -> QSize:
        return QSize(200, 110)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 80)

    def plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(6, 6, -6, -6)

    def stroke(self, start: QPointF, end: QPointF, erase: bool) -> Cells:
        plot, (low, high) = self.plot(), self.span

        def read(place: QPointF) -> tuple[float, float]:
            step = (place.x() - plot.left()) / plot.width() * (len(self.values) - 1)
            value = low + (plot.bottom() - place.y()) / plot.height() * (high - low)
            return min(max(step, 0), len(self.values) - 1), 0.0 if erase else min(max(value, low), high)

        return drawn(self.values, read(start), read(end))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in MOVES:
            super().keyPressEvent(event)
            return
        down, across = MOVES[key]
        self._at = min(max(self._at + across, 0), len(self.values) - 1)
        if down:
            values, (low, high) = self.values.copy(), self.span
            values[self._at] = min(max(values[self._at] - down * (high - low) / 30, low), high)
            self._take(values)
        words = self.tr("Step {step}: {value}")
        self.setAccessibleDescription(words.format(step=self._at + 1, value=f"{self.values[self._at]:.2f}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, plot = QPainter(self), self.plot()
        painter.setPen(QPen(self.theme.colour("accent" if self.hasFocus() else "line"), 1))
        painter.setBrush(self.theme.colour("field"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -1, -1))
        paint_trace(painter, plot, self.values, self.span, self.theme)
        places = trace_points(plot, self.values, self.span)
        painter.setPen(QPen(self.theme.colour("accent"), 4, c=Qt.PenCapStyle.RoundCap))
        painter.drawPoints(places)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("validation"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(places[min(self._at, len(places) - 1)], 5, 5)
