"""The output over the plane of two inputs, as a square of smooth colour with the data on it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.datasets.measures import Span
from playground.ui.plots.charts.marks import DARK, RING, paint_points, ring
from playground.ui.plots.planes.contours import Segments
from playground.ui.texts.numbers import number_text
from playground.ui.theme import ZERO, Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

CORNER = 6.0
MANY = 400
CURSOR_STEP = 0.02
# Pixels from a point that still mean it.
NEAR = 9.0
STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
}  # fmt: skip


class PlaneView(QWidget):
    """Emits `hovered((x, y))` in the inputs' units under the pointer, None where it leaves.

    With the keyboard's focus, arrow keys move a cross that is read as the pointer is; Esc takes it away.
    `point_chosen(place)`: the drawn point of that number is clicked, or Enter pressed near it with the cross.
    """

    hovered = Signal(object)
    point_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(140, 140)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Output over the plane of two inputs"))
        self.setAccessibleDescription(self.tr("Arrow keys move a cross that reads the values; Esc takes it away."))
        self.theme = theme
        self.spans, self.names = ((-6.0, 6.0), (-6.0, 6.0)), ("x₁", "x₂")
        self._image: QImage | None = None
        self._points: NDArray[np.floating] = np.zeros((0, 2))
        self._colours = np.zeros((0, 3), np.uint8)
        self._tests = np.zeros(0, bool)
        self._dots: QPixmap | None = None
        self._rings: NDArray[np.floating] = np.zeros((0, 2))
        self._lines, self._border = QPainterPath(), QPainterPath()
        self._mark: tuple[float, float] | None = None
        self._cross: tuple[float, float] | None = None

    def show_theme(self, theme: Theme) -> None:
        self.theme, self._dots = theme, None
        self.update()

    def show_axes(self, spans: tuple[Span, Span], names: tuple[str, str]) -> None:
        """The range of each of both inputs, and what they are called: across, up."""
        self.spans, self.names, self._dots = spans, names, None
        self.update()

    def show_points(self, points: NDArray[np.floating], colours: NDArray[np.uint8], tests: NDArray[np.bool_]) -> None:
        """Points (n, 2) in the inputs' units, their colours (n, 3), and which of them (n,) are for testing."""
        self._points, self._colours, self._tests, self._dots = points, colours, tests, None
        self.update()

    def show_rgb(self, rgb: NDArray[np.uint8] | None) -> None:
        """Colours over the plane, shape (side, side, 3), row 0 at the top; None for plain grey."""
        if rgb is None:
            self._image = None
        else:
            wide = rgb.astype(np.uint32)
            packed = 0xFF000000 | wide[..., 0] << 16 | wide[..., 1] << 8 | wide[..., 2]
            rows, columns = packed.shape
            # The copy is Qt's own, so that numpy's memory may go.
            self._image = QImage(packed.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
        self.update()

    def show_lines(self, lines: Segments, border: Segments, side: int) -> None:
        """Thin lines and the thick border, in steps of a grid with `side` points along each side."""
        self._lines, self._border = _path(lines, side), _path(border, side)
        self.update()

    def show_rings(self, points: NDArray[np.floating]) -> None:
        """Rings round places (n, 2) in the inputs' units: points in the wrong class."""
        self._rings = points
        self.update()

    def show_mark(self, place: tuple[float, float] | None) -> None:
        """A ring round the chosen example, in the inputs' units; None for none."""
        self._mark = place
        self.update()

    def heightForWidth(self, width: int) -> int:
        return width

    def square(self) -> QRectF:
        """The part of the widget that is the plane."""
        strip = QFontMetricsF(scaled_font(SMALLER, of=self.font())).height() + 2
        side = max(min(self.width() - strip, self.height() - strip), 1)
        return QRectF(round((self.width() - strip - side) / 2 + strip), 0, int(side), int(side))

    def to_pixels(self, points: NDArray[np.floating]) -> NDArray[np.floating]:
        """Places (n, 2) in the inputs' units -> pixels of this widget (n, 2)."""
        square, (low, high) = self.square(), np.array(self.spans).T
        shares = (points - low) / (high - low)
        x = square.left() + shares[:, 0] * square.width()
        y = square.bottom() - shares[:, 1] * square.height()
        return np.stack([x, y], axis=1)

    def to_plane(self, place: QPointF) -> tuple[float, float] | None:
        """A pixel of this widget -> the inputs there, None outside the plane."""
        square, ((left, right), (low, high)) = self.square(), self.spans
        if not square.contains(place):
            return None
        across = (place.x() - square.left()) / square.width()
        up = (square.bottom() - place.y()) / square.height()
        return left + across * (right - left), low + up * (high - low)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(self.to_plane(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_near(event.position())

    def _choose_near(self, place: QPointF) -> None:
        """The drawn point that is nearest, within reach."""
        if len(self._points):
            apart = np.hypot(*(self.to_pixels(self._points) - (place.x(), place.y())).T)
            if apart.min() <= NEAR:
                self.point_chosen.emit(int(apart.argmin()))

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(self._cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._move_cross(*STEPS[key], 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cross is not None:
            self._choose_near(QPointF(*self.to_pixels(np.array([self._cross]))[0]))
        elif key == Qt.Key.Key_Escape and self._cross is not None:
            self._set_cross(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_cross(None)

    def _move_cross(self, across: int, up: int, steps: int) -> None:
        x, y = self._cross or (sum(self.spans[0]) / 2, sum(self.spans[1]) / 2)
        moved = zip((x, y), (across, up), self.spans, strict=True)
        x, y = (min(max(at + by * steps * CURSOR_STEP * (high - low), low), high) for at, by, (low, high) in moved)
        self._set_cross((x, y))

    def _set_cross(self, place: tuple[float, float] | None) -> None:
        self._cross = place
        self.hovered.emit(place)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._dots = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        square = self.square()
        if self._image is None:
            painter.fillRect(square, QColor(*ZERO))
        else:
            # Grid points stand on the edges of the plane: half a point is cut from each side.
            inner = QRectF(self._image.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(square, self._image, inner)
        self._paint_lines(painter, square)
        if self._dots is None or self._dots.devicePixelRatio() != self.devicePixelRatioF():
            self._dots = self._draw_dots()
        painter.drawPixmap(QPointF(0, 0), self._dots)
        self._paint_rings(painter, square)
        self._paint_mark(painter, square)
        self._paint_cross(painter, square)
        self._paint_corners(painter, square)
        self._paint_axes(painter, square)

    def _draw_dots(self) -> QPixmap:
        """All points in one picture, kept until they or the size change."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(self.square())
            radius = 3.2 if len(self._points) <= MANY else 2.4
            paint_points(painter, self.to_pixels(self._points), self._colours, self._tests, radius)
        return pixmap

    def _paint_lines(self, painter: QPainter, square: QRectF) -> None:
        """Lines over the colours, below the points; the border in a light halo, so that it is seen from afar."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(square)
        to_square = QTransform.fromTranslate(square.left(), square.top()).scale(square.width(), square.height())
        painter.setTransform(to_square, True)
        halo, dark, thin = QColor(255, 255, 255, 150), QColor(DARK), QColor(20, 24, 32, 80)
        for path, colour, width in ((self._lines, thin, 1.0), (self._border, halo, 4.0), (self._border, dark, 1.8)):
            pen = QPen(colour, width)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPath(path)
        painter.restore()

    def _paint_rings(self, painter: QPainter, square: QRectF) -> None:
        if not len(self._rings):
            return
        mark = ring(self.devicePixelRatioF(), RING if len(self._points) <= MANY else 0.8 * RING)
        size = mark.deviceIndependentSize()
        painter.setClipRect(square)
        for x, y in (self.to_pixels(self._rings) - (size.width() / 2, size.height() / 2)).tolist():
            painter.drawPixmap(QPointF(x, y), mark)
        painter.setClipping(False)

    def _paint_mark(self, painter: QPainter, square: QRectF) -> None:
        """Light in dark, so that it is seen on every colour."""
        if self._mark is None:
            return
        at = QPointF(*self.to_pixels(np.array([self._mark]))[0])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(square)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor("white"), 5.0), (QColor(DARK), 2.5)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, NEAR, NEAR)
        painter.setClipping(False)

    def _paint_cross(self, painter: QPainter, square: QRectF) -> None:
        if self._cross is not None:
            x, y = self.to_pixels(np.array([self._cross]))[0]
            painter.setPen(QPen(DARK, 1))
            painter.drawLine(QPointF(x, square.top()), QPointF(x, square.bottom()))
            painter.drawLine(QPointF(square.left(), y), QPointF(square.right(), y))
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), CORNER, CORNER)

    def _paint_corners(self, painter: QPainter, square: QRectF) -> None:
        """Round the corners by painting over them: smooth, and cheaper than a clip."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outside = QPainterPath()
        outside.addRect(square)
        inside = QPainterPath()
        inside.addRoundedRect(square, CORNER, CORNER)
        painter.fillPath(outside.subtracted(inside), self.theme.colour("panel"))
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)

    def _paint_axes(self, painter: QPainter, square: QRectF) -> None:
        """Each axis's name between its ends, below and, turned, at the left."""
        painter.setFont(scaled_font(SMALLER, of=self.font()))
        painter.setPen(self.theme.colour("muted"))
        strip = QFontMetricsF(painter.font()).height() + 1
        self._paint_ends(painter, QRectF(square.left(), square.bottom() + 1, square.width(), strip), 0)
        painter.translate(square.left() - strip - 1, square.bottom())
        painter.rotate(-90)
        self._paint_ends(painter, QRectF(0, 0, square.height(), strip), 1)

    def _paint_ends(self, painter: QPainter, room: QRectF, axis: int) -> None:
        (low, high), name = self.spans[axis], self.names[axis]
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, number_text(low))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, number_text(high))
        metrics = QFontMetricsF(painter.font())
        ends = 2 * max(map(metrics.horizontalAdvance, (number_text(low), number_text(high)))) + 12
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room.width() - ends, 0))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignHCenter, name)


def _path(segments: Segments, side: int) -> QPainterPath:
    """Segments of a grid as one path over the unit square."""
    ends = segments.reshape(-1, 2).astype(float) / max(side - 1, 1)
    return pg.arrayToQPath(ends[:, 0], ends[:, 1], connect="pairs") if len(ends) else QPainterPath()
