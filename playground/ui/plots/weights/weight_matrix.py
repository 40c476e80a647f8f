"""One layer's weights as a picture in the colours of weights, the value under the pointer in words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.arrays import Floats
from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.weights.weight_arrays import Picture, limit_of, picture_of
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme, signed_rgb

LARGEST_CELL, GAP = 64.0, 5.0
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class WeightMatrix(Painted):
    """A row for each input, a column for each unit, their biases below. `pointed` tells what the pointer is on, or "".

    Arrow keys lead from number to number; `left` tells that Esc was pressed.
    """

    pointed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self.bias: Floats | None = None
        self.limit = 1.0
        self.at: tuple[int, int] | None = None
        self._images: tuple[QImage, QImage | None] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Weights as a picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(100, 60)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self._images = None

    def show_array(self, array: Floats, bias: Floats | None) -> None:
        """Draw these; both in one scale of colours."""
        self.picture = picture_of(array)
        fits = bias is not None and bias.ndim == 1 and len(bias) == self.picture.columns
        self.bias = bias if fits else None
        self.limit = limit_of(array, *(() if self.bias is None else (self.bias,)))
        self._images = None
        if self.at is not None:
            self._point(self.at)
        self.update()

    # Where things are

    def _rows(self) -> tuple[int, int]:
        """Rows and columns of the picture."""
        assert self.picture is not None
        return self.picture.values.shape[0], self.picture.values.shape[1]

    def rects(self) -> tuple[QRectF, QRectF]:
        """Where the picture is, and where the biases are, below it; the latter is empty where there are none."""
        (rows, columns), high = self._rows(), QFontMetricsF(self.font()).height()
        strip = 0.0 if self.bias is None else max(high, 8.0)
        room_wide = max(self.width() - self._margin(), 10.0)
        room_high = max(self.height() - high - 3 - (strip + GAP if strip else 0), 10.0)
        wide, tall = min(room_wide / columns, LARGEST_CELL), min(room_high / rows, LARGEST_CELL)
        if self.picture is not None and self.picture.gap:
            wide = tall = min(wide, tall)
        whole = QRectF(self._margin(), high + 3, wide * columns, tall * rows)
        return whole, QRectF(whole.left(), whole.bottom() + GAP, whole.width(), strip)

    def _margin(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self.tr("bias")) + 8

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.picture is None:
            return
        (whole, strip), (rows, columns) = self.rects(), self._rows()
        x, y = event.position().x(), event.position().y()
        column = int((x - whole.left()) / whole.width() * columns)
        inside = whole.left() <= x < whole.right()
        if inside and whole.top() <= y < whole.bottom():
            self._point((int((y - whole.top()) / whole.height() * rows), column))
        elif inside and strip.top() <= y < strip.bottom():
            self._point((rows, column))
        else:
            self._point(None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in steps and self.picture is not None:
            rows, columns = self._rows()
            row, column = (0, 0) if self.at is None else np.add(self.at, steps[key]).tolist()
            last = rows - 1 if self.bias is None else rows
            self._point((min(max(row, 0), last), min(max(column, 0), columns - 1)))
        else:
            super().keyPressEvent(event)

    def _point(self, at: tuple[int, int] | None) -> None:
        self.at = at
        words = self._said(*at) if at is not None else ""
        self.setAccessibleDescription(words)
        self.pointed.emit(words)
        self.update()

    def _said(self, row: int, column: int) -> str:
        assert self.picture is not None
        rows, columns = self._rows()
        if column >= columns or row > rows or (row == rows and self.bias is None):
            return ""
        if row == rows:
            assert self.bias is not None
            unit = column // (self.picture.tile[1] + self.picture.gap)
            words = self.tr("bias of unit {unit}: {value}")
            return words.format(unit=unit + 1, value=number_text(float(self.bias[unit])))
        place = self.picture.place(row, column)
        if place is None:
            return ""
        value = number_text(float(self.picture.array[place]))
        source, unit = place[-2:]
        if len(place) == 4:
            words = self.tr("input {source} → filter {unit}, row {y}, column {x}: {value}")
            return words.format(source=source + 1, unit=unit + 1, y=place[0] + 1, x=place[1] + 1, value=value)
        return self.tr("input {source} → unit {unit}: {value}").format(source=source + 1, unit=unit + 1, value=value)

    # Drawing

    def _image(self, values: NDArray[np.floating]) -> QImage:
        rgb = signed_rgb(values / self.limit)
        ground = self.theme.colour("panel")
        rgb[np.isnan(values)] = (ground.red(), ground.green(), ground.blue())
        rgb = np.ascontiguousarray(rgb)
        image = QImage(rgb.data, rgb.shape[1], rgb.shape[0], 3 * rgb.shape[1], QImage.Format.Format_RGB888)
        return image.copy()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        if self._images is None:
            bias = None if self.bias is None else self._image(self._bias_row())
            self._images = self._image(self.picture.values), bias
        painter = QPainter(self)
        painter.setFont(self.font())
        (whole, strip), (image, bias_image) = self.rects(), self._images
        # Where there are more numbers than pixels, each pixel is the mean of some.
        shrinks = whole.width() < image.width() or whole.height() < image.height()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrinks)
        painter.drawImage(whole, image)
        painter.setPen(self.theme.colour("muted"))
        metrics = QFontMetricsF(self.font())
        tiles = self.picture.array.ndim == 4
        words = (
            self.tr("↓ inputs: {rows}   → filters: {columns}")
            if tiles
            else self.tr("↓ inputs: {rows}   → units: {columns}")
        )
        words = words.format(rows=self.picture.rows, columns=self.picture.columns)
        painter.drawText(QRectF(0, 0, self.width(), metrics.height()), LEFT, words)
        if bias_image is not None:
            painter.drawImage(strip, bias_image)
            painter.drawText(QRectF(0, strip.top(), self._margin() - 4, strip.height()), LEFT, self.tr("bias"))
        if self.at is not None:
            self._paint_pointed(painter, whole, strip)

    def _bias_row(self) -> Floats:
        assert self.picture is not None
        assert self.bias is not None
        wide, gap = self.picture.tile[1], self.picture.gap
        row = np.full((len(self.bias), wide + gap), np.nan, np.float32)
        row[:, :wide] = self.bias[:, np.newaxis]
        return row.reshape(1, -1)[:, : self.picture.values.shape[1]]

    def _paint_pointed(self, painter: QPainter, whole: QRectF, strip: QRectF) -> None:
        assert self.at is not None
        (row, column), (rows, columns) = self.at, self._rows()
        wide = whole.width() / columns
        top, high = whole.top() + row * whole.height() / rows, whole.height() / rows
        if row == rows:
            top, high = strip.top(), strip.height()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("ink"), 1.5))
        painter.drawRect(QRectF(whole.left() + column * wide, top, max(wide, 3.0), max(high, 3.0)))
