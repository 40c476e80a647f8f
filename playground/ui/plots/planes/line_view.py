"""The output over a single input: a curve through the data."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.charts.chart import Chart, Line, Readout
from playground.ui.plots.charts.marks import paint_points
from playground.ui.plots.charts.ticks import linear_ticks, round_range, tick_texts
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

RADIUS = 2.6
# So many pixels from a point a click still means it.
NEAR = 8
LEAST_NAMED = 100
Rule = Callable[[NDArray[np.float64]], NDArray[np.float64] | None]


class LineView(Chart):
    """Points stand at their labels, the curve is what the network answers.

    `point_chosen(place)`: the drawn point of that number is clicked.
    """

    point_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._points: NDArray[np.floating] = np.zeros((0, 2))
        self._colours = np.zeros((0, 3), np.uint8)
        self._tests = np.zeros(0, bool)
        self._x_values: NDArray[np.floating] = np.zeros(0)
        self._y_values: NDArray[np.floating] = np.zeros(0)
        self._truth: Rule | None = None
        self._mark: tuple[float, float] | None = None
        super().__init__(theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(140, 140)
        self.add_curve("truth", "good", Qt.PenStyle.DashLine, width=1.4)
        self.add_curve("output", "ink", width=2.2)
        self.span, self.names = (-6.0, 6.0), ("x", "y")
        self.readout = self._read

    def heightForWidth(self, width: int) -> int:
        return width

    def show_axes(
        self, span: tuple[float, float], label_span: tuple[float, float], names: tuple[str, str] = ("x", "y")
    ) -> None:
        """The range of the input, the range of the labels, and what the two are called."""
        self.span, self.names = span, names
        x_ticks, (low, high) = linear_ticks(*span, 4), round_range(*label_span, 6)
        y_ticks = linear_ticks(low, high, 6)
        self.set_x(*span, list(zip(x_ticks, tick_texts(x_ticks), strict=True)))
        self.set_y(low, high, list(zip(y_ticks, tick_texts(y_ticks), strict=True)))

    def show_points(self, points: NDArray[np.floating], colours: NDArray[np.uint8], tests: NDArray[np.bool_]) -> None:
        """Points (n, 2) as (input, label), their colours (n, 3), and which of them (n,) are for testing."""
        self._points, self._colours, self._tests = points, colours, tests
        self.viewport().update()

    def show_mark(self, place: tuple[float, float] | None) -> None:
        """A ring round the chosen example at (input, label); None for none."""
        self._mark = place
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and len(self._points):
            apart = np.hypot(*(self._pixels() - event.position().toTuple()).T)
            if apart.min() <= NEAR:
                self.point_chosen.emit(int(apart.argmin()))

    def _pixels(self) -> NDArray[np.floating]:
        """Where the points stand in the widget, (n, 2)."""
        return np.array([self.pixel(*point).toTuple() for point in self._points]).reshape(-1, 2)

    def show_truth(self, rule: Rule, shown: bool) -> None:
        """The rule behind the data as a thin dashed line, where it is known and wanted."""
        x = np.linspace(*self.span, 200)
        found = rule(x) if shown else None
        self._truth = None if found is None else rule
        self.set_curve("truth", x[:0] if found is None else x, x[:0] if found is None else found)

    def show_values(self, values: NDArray[np.floating] | None) -> None:
        """The output, shape (side,), over the span; None before there is any."""
        self._y_values = np.zeros(0) if values is None else values
        self._x_values = np.linspace(*self.span, len(self._y_values)) if len(self._y_values) else np.zeros(0)
        self.set_curve("output", self._x_values, self._y_values)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        super().drawBackground(painter, rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_points(painter, self._pixels(), self._colours, self._tests, RADIUS)
        if self._mark is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour("ink"), 2))
            painter.drawEllipse(self.pixel(*self._mark), RADIUS + 4, RADIUS + 4)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        self._paint_names(painter)
        super().drawForeground(painter, rect)

    def _paint_names(self, painter: QPainter) -> None:
        """The names inside the corner of the chart, where numbers leave no room beside the axes; lines pass behind.

        Of a small one they would cover the lines: those beside it name the same.
        """
        plot = self.plot_rect().adjusted(6, 4, -6, -4)
        if min(plot.width(), plot.height()) < LEAST_NAMED:
            return
        painter.setFont(scaled_font(SMALLER, of=self.font()))
        ends = (
            (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"{self.names[0]} →"),
            (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, f"↑ {self.names[1]}"),
        )
        for corner, name in ends:
            room = painter.boundingRect(plot, corner, name)
            painter.fillRect(room.adjusted(-3, -1, 3, 1), self.theme.colour("panel", 215))
            painter.setPen(self.theme.colour("ink"))
            painter.drawText(plot, corner, name)

    def _read(self, x: float) -> Readout | None:
        if not len(self._x_values):
            return None
        value = float(np.interp(x, self._x_values, self._y_values))
        lines = [Line("ink", self.tr("output"), number_text(value), value)]
        truth = self._truth(np.array([x])) if self._truth is not None else None
        if truth is not None:
            lines.append(Line("good", self.tr("true value"), number_text(float(truth[0])), float(truth[0])))
        return Readout(x, f"x = {number_text(x)}", tuple(lines))
