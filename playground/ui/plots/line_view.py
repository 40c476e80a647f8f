"""The output over a single input: a curve through the data."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.chart import Chart, Line, Readout
from playground.ui.plots.ticks import linear_ticks, number_text, round_range, tick_texts
from playground.ui.theme import Theme

RADIUS = 2.6


class LineView(Chart):
    """Points stand at their labels, the curve is what the network answers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._points: NDArray[np.floating] = np.zeros((0, 2))
        self._colours = np.zeros((0, 3), np.uint8)
        self._tests = np.zeros(0, bool)
        self._x_values: NDArray[np.floating] = np.zeros(0)
        self._y_values: NDArray[np.floating] = np.zeros(0)
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(140, 140)
        self.add_curve("output", "ink", width=2.2)
        self.span = (-6.0, 6.0)
        self.readout = self._read

    def heightForWidth(self, width: int) -> int:
        return width

    def show_axes(self, span: tuple[float, float], label_span: tuple[float, float]) -> None:
        """The range of the input, and the range of the labels."""
        self.span = span
        x_ticks, (low, high) = linear_ticks(*span, 4), round_range(*label_span, 6)
        y_ticks = linear_ticks(low, high, 6)
        self.set_x(*span, list(zip(x_ticks, tick_texts(x_ticks), strict=True)))
        self.set_y(low, high, list(zip(y_ticks, tick_texts(y_ticks), strict=True)))

    def show_points(self, points: NDArray[np.floating], colours: NDArray[np.uint8], tests: NDArray[np.bool_]) -> None:
        """Points (n, 2) as (input, label), their colours (n, 3), and which of them (n,) are for testing."""
        self._points, self._colours, self._tests = points, colours, tests
        self.viewport().update()

    def show_values(self, values: NDArray[np.floating] | None) -> None:
        """The output, shape (side,), over the span; None before there is any."""
        self._y_values = np.zeros(0) if values is None else values
        self._x_values = np.linspace(*self.span, len(self._y_values)) if len(self._y_values) else np.zeros(0)
        self.set_curve("output", self._x_values, self._y_values)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        super().drawBackground(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel, muted = QPen(self.theme.colour("panel"), 0.8), QPen(self.theme.colour("muted"), 0.8)
        for point, colour, test in zip(self._points, self._colours, self._tests, strict=True):
            painter.setPen(muted if test else panel)
            painter.setBrush(QColor(*map(int, colour)))
            painter.drawEllipse(QPointF(self.pixel(*point)), RADIUS, RADIUS)

    def _read(self, x: float) -> Readout | None:
        if not len(self._x_values):
            return None
        value = float(np.interp(x, self._x_values, self._y_values))
        return Readout(x, f"x = {number_text(x)}", (Line("ink", self.tr("output"), number_text(value), value),))
