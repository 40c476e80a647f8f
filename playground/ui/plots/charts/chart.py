"""A small chart: pyqtgraph's curves over quiet grid lines, with the values under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

Ticks = list[tuple[float, str]]
PAD = 3.0
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Line:
    """One curve's value under the pointer; `y` is where its dot stands, `colour` a name of the theme."""

    colour: str
    name: str
    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Readout:
    """What stands beside the pointer: a title for this x, and a line for each curve."""

    x: float
    title: str
    lines: tuple[Line, ...]


class Chart(pg.GraphicsView):
    """Curves in one box. Axes are set by `set_x` and `set_y`, fixed in width; they never follow the data."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # pyqtgraph keeps a picture of the background, which would keep old numbers on the axes.
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.addItem(self.box)
        self.curves: dict[str, tuple[pg.PlotCurveItem, str, Qt.PenStyle, float, int]] = {}
        self.readout: Callable[[float], Readout | None] = lambda _x: None
        self.across = ""
        """What the horizontal axis is, before its numbers."""
        self._pointer: float | None = None
        self._x: tuple[float, float, Ticks] = (0.0, 1.0, [])
        self._y: tuple[float, float, Ticks] = (0.0, 1.0, [])
        self.show_theme(theme)

    def add_curve(
        self,
        key: str,
        colour: str,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
        width: float = 1.6,
        alpha: int = 255,
    ) -> None:
        """An empty curve in a colour of the theme, pale where `alpha` is below 255."""
        curve = pg.PlotCurveItem(antialias=True, connect="finite", skipFiniteCheck=False)
        self.box.addItem(curve, ignoreBounds=True)
        self.curves[key] = (curve, colour, style, width, alpha)
        self.show_theme(self.theme)

    def set_curve(self, key: str, x: NDArray[np.floating], y: NDArray[np.floating]) -> None:
        self.curves[key][0].setData(x, y)

    def set_x(self, low: float, high: float, ticks: Ticks) -> None:
        if (low, high, ticks) != self._x:
            self._x = (low, high, ticks)
            self._apply_range()

    def set_y(self, low: float, high: float, ticks: Ticks) -> None:
        if (low, high, ticks) != self._y:
            self._y = (low, high, ticks)
            self._apply_range()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(QApplication.font())
        self.box.setGeometry(self.plot_rect())
        self._apply_range()
        self.setBackground(theme.panel)
        for curve, colour, style, width, alpha in self.curves.values():
            curve.setPen(pg.mkPen(theme.colour(colour, alpha), width=width, style=style))
        self.viewport().update()

    @property
    def y_axis(self) -> tuple[float, float, Ticks]:
        """Its lowest value, its highest, its ticks."""
        return self._y

    def pixel(self, x: float, y: float) -> QPointF:
        """Where the value (x, y) stands in this widget."""
        return self.box.mapViewToScene(QPointF(x, y))

    def plot_rect(self) -> QRectF:
        """The part of the widget that holds the curves."""
        metrics = QFontMetricsF(scaled_font(SMALLER, of=self.font()))
        left = metrics.horizontalAdvance("−0.000") + 8
        room = QRectF(0, 0, self.width(), self.height())
        return room.adjusted(left, metrics.height() / 2, -12, -metrics.height() - 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "box"):
            self.box.setGeometry(self.plot_rect())
            self._apply_range()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        x = self.box.mapSceneToView(event.position()).x()
        self._pointer = min(max(x, self._x[0]), self._x[1])
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        super().drawBackground(painter, rect)
        plot, metrics = self.plot_rect(), QFontMetricsF(scaled_font(SMALLER, of=self.font()))
        painter.setFont(scaled_font(SMALLER, of=self.font()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for value, text in self._y[2]:
            y = self.pixel(self._x[0], value).y()
            painter.setPen(QPen(self.theme.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), round(y)), QPointF(plot.right(), round(y)))
            painter.setPen(self.theme.colour("muted"))
            where = QRectF(0, y - metrics.height() / 2, plot.left() - 8, metrics.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        first, right = plot.left(), float("-inf")
        for value, text in self._x[2]:
            wide = metrics.horizontalAdvance(text) + 2
            left = min(self.pixel(value, 0).x() - wide / 2, self.width() - wide - 2)
            first = min(first, left)
            # A narrow chart has room for some of the numbers only.
            if left > right + 3:
                painter.drawText(QRectF(left, plot.bottom() + 4, wide, metrics.height()), CENTRE, text)
                right = left + wide
        room = QRectF(0, plot.bottom() + 4, first - 8, metrics.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.across)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        super().drawForeground(painter, rect)
        readout = self.readout(self._pointer) if self._pointer is not None else None
        if readout is None:
            return
        plot, x = self.plot_rect(), self.pixel(readout.x, 0).x()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("muted"), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for line in readout.lines:
            if isfinite(line.y) and self._y[0] <= line.y <= self._y[1]:
                painter.setPen(QPen(self.theme.colour("panel"), 1.5))
                painter.setBrush(self.theme.colour(line.colour))
                painter.drawEllipse(self.pixel(readout.x, line.y), 4, 4)
        self._draw_box(painter, readout, x)

    def _draw_box(self, painter: QPainter, readout: Readout, x: float) -> None:
        """The values in a small box on the roomier side of the pointer."""
        font = scaled_font(SMALLER, of=self.font())
        metrics, plot = QFontMetricsF(font), self.plot_rect()
        name_width = max(metrics.horizontalAdvance(line.name) for line in readout.lines)
        text_width = max(metrics.horizontalAdvance(line.text) for line in readout.lines)
        wide = max(name_width + text_width + 38, metrics.horizontalAdvance(readout.title) + 16)
        row = metrics.height() + 2
        box = QRectF(x + 10, plot.top() + 4, wide, row * (len(readout.lines) + 1) + 8)
        if box.right() > plot.right():
            box.moveRight(max(x - 10, plot.left() + wide))
        # A narrow chart has room beside the pointer at neither side.
        box.moveLeft(max(2.0, min(box.left(), self.width() - wide - 2)))
        painter.setFont(font)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.setBrush(self.theme.colour("panel", 240))
        painter.drawRoundedRect(box, 6, 6)
        inner = QRectF(box.left() + 8, box.top() + 4, box.width() - 16, row)
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, readout.title)
        for line in readout.lines:
            inner.translate(0, row)
            painter.setPen(QPen(self.theme.colour(line.colour), 2))
            painter.drawLine(inner.topLeft() + QPointF(0, row / 2), inner.topLeft() + QPointF(8, row / 2))
            painter.setPen(self.theme.colour("ink"))
            painter.drawText(inner.adjusted(13, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, line.name)
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.text)

    def _apply_range(self) -> None:
        """A few pixels more than the range, so that a curve at its end is not cut in half."""
        (low, high, _), (bottom, top, _) = self._x, self._y
        plot = self.box.boundingRect()
        x_pad = PAD * (high - low) / max(plot.width() - 2 * PAD, 1)
        y_pad = PAD * (top - bottom) / max(plot.height() - 2 * PAD, 1)
        self.box.setRange(
            xRange=(low - x_pad, high + x_pad), yRange=(bottom - y_pad, top + y_pad), padding=0, disableAutoRange=True
        )
        self.viewport().update()
