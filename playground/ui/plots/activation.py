"""The selected layer's activation function, its derivative, and the values that flow into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.frames import Floats, Frame, Wanted
from playground.ui import text
from playground.ui.plots.activations import Function, function_of, saturated_share
from playground.ui.plots.chart import Chart, Line, Readout
from playground.ui.plots.ticks import linear_ticks, number_text, round_range, tick_texts
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import SMALL, scaled_font
from playground.ui.widgets.live_view import LiveView, Table

REACHES = (5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
BARS = 40
TALLEST = 0.42
FARTHEST = 1e6
MARGINS = (12, 2, 0, 8)


def counts(values: Floats, reach: float) -> np.typing.NDArray[np.int64]:
    """How many values lie in each of BARS equal parts of -reach to reach; those beyond count in none."""
    return np.histogram(values, BARS, (-reach, reach))[0]


def middles(reach: float) -> np.typing.NDArray[np.float64]:
    """The middle of each of BARS equal parts of -reach to reach."""
    edges = np.linspace(-reach, reach, BARS + 1)
    return (edges[:-1] + edges[1:]) / 2


def reach_of(values: Floats) -> float:
    """The smallest of REACHES that holds 99 % of the values."""
    far = np.quantile(np.abs(values), 0.99) if values.size else 0.0
    return next((reach for reach in REACHES if far <= reach), REACHES[-1])


def span_of(*curves: np.typing.NDArray[np.floating]) -> tuple[float, float]:
    """The lowest and the highest of the curves' finite values; -1 and 1 where there are none or but one."""
    values = np.concatenate(curves)
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max())) if np.ptp(values if values.size else 0) > 0 else (-1.0, 1.0)


class ActivationChart(Chart):
    """Function and derivative over grey bars, each named in its colour: the curves by their formulas."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.bars = pg.BarGraphItem(x=[0.0], height=[0.0], width=1.0, pen=None)
        self.formulas: tuple[str, str] = ("", "")
        super().__init__(theme, parent)
        self.box.addItem(self.bars, ignoreBounds=True)
        self.bars.setZValue(-1)
        self.add_curve("derivative", "validation", Qt.PenStyle.DashLine)
        self.add_curve("value", "train")

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.bars.setOpts(brush=theme.colour("muted", 90), pen=None)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        font, plot = scaled_font(self.font(), SMALL), self.plot_rect()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        named = zip((*self.formulas, self.tr("counts of x")), ("train", "validation", "muted"), strict=True)
        for row, (formula, colour) in enumerate(named):
            corner = plot.topLeft() + QPointF(4, 4 + row * (metrics.height() + 1))
            room = QRectF(corner.x() - 2, corner.y(), metrics.horizontalAdvance(formula) + 6, metrics.height())
            painter.fillRect(room, self.theme.colour("panel", 200))
            painter.setPen(self.theme.colour(colour))
            painter.drawText(room.translated(2, 0), Qt.AlignmentFlag.AlignVCenter, formula)
        super().drawForeground(painter, rect)


class ActivationPanel(LiveView):
    """For the first selected node; says so where there is no function to draw."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.chart = ActivationChart(theme, self)
        self.chart.readout = self._readout
        self.chart.across = "x"
        self.nothing = QLabel(self.tr("Select a Dense or activation layer."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.pages = QStackedLayout()
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(self.chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.addLayout(self.pages, 1)
        self._document: Document | None = None
        self._selected = ""
        self._function: Function | None = None
        self._flowing: Floats | None = None
        self._reach = 0.0
        self.show_theme(theme)

    def title(self) -> str:
        return self.tr("Activation")

    def explanation(self) -> str:
        return self.tr(
            "The activation function of the selected layer over what comes in, its derivative dashed, and behind them "
            "in grey how often each value comes in over the training points."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(wanted, selected=self._selected)

    def table(self) -> Table | None:
        """A row for each bar: the middle of its values, the function and its derivative there, and the count."""
        if self._function is None:
            return None
        x = middles(self._reach)
        lists = (x, self._function.value(x), self._function.derivative(x), counts(self._finite(), self._reach))
        columns = (self.tr("value coming in"), self.tr("function"), self.tr("derivative"), self.tr("values counted"))
        return Table(columns, tuple(zip(*(values.tolist() for values in lists), strict=True)))

    def show_document(self, document: Document) -> None:
        self._document = document
        self._choose()

    def show_selection(self, node_ids: Sequence[str]) -> None:
        selected = node_ids[0] if node_ids else ""
        if selected != self._selected:
            self._selected, self._flowing = selected, None
            self._reach = 0.0
        self._choose()

    def show_frame(self, frame: Frame) -> None:
        if frame.wanted.selected != self._selected:
            return
        self._flowing = frame.flowing
        if self.isVisible():
            self._draw_flowing()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.chart.show_theme(theme)
        self.nothing.setStyleSheet(f"color: {theme.muted}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_flowing()

    def _choose(self) -> None:
        """Find the selected layer's function, and draw it if it is another one."""
        node = self._document.graph.by_id.get(self._selected) if self._document else None
        function = function_of(node.layer) if node else None
        self.pages.setCurrentWidget(self.chart if function else self.nothing)
        if function is None:
            self.heading.title.setText(self.tr("Activation"))
            self.heading.note.setText("")
        elif self._function is None or function.formula != self._function.formula or not self._reach:
            name = text.choice_title(function.word)
            self.heading.title.setText(self.tr("Activation · {name}").format(name=name))
            self.chart.formulas = (function.formula, function.derivative_formula)
            self._function, self._reach = function, 0.0
        self._function = function
        self._draw_flowing()

    def _draw_flowing(self) -> None:
        """The bars and the share that hardly learns; the range only grows, so that it does not flicker."""
        if self._function is None:
            return
        values = self._finite()
        reach = max(reach_of(values), self._reach)
        if reach != self._reach:
            self._draw_function(reach)
        heights = counts(values, reach)
        bottom, top, _ = self.chart.y_axis
        tallest = TALLEST * (top - bottom) / max(heights.max(initial=0), 1)
        self.chart.bars.setOpts(height=heights * tallest)
        self.heading.note.setText(self._note(values))

    def _finite(self) -> Floats:
        """The values that flow in, without those that are none."""
        values = np.zeros(0, np.float32) if self._flowing is None else self._flowing
        return values[np.isfinite(values)]

    def _draw_function(self, reach: float) -> None:
        assert self._function is not None
        self._reach = reach
        x = np.linspace(-reach, reach, 401)
        # A formula may have no value in places, or one beyond any chart.
        value, derivative = (
            np.where(np.abs(y) < FARTHEST, y, np.nan) for y in (self._function.value(x), self._function.derivative(x))
        )
        self.chart.set_curve("value", x, value)
        self.chart.set_curve("derivative", x, derivative)
        low, high = round_range(*span_of(value, derivative), 4)
        for axis, ticks in ((self.chart.set_x, [-reach, 0.0, reach]), (self.chart.set_y, linear_ticks(low, high, 4))):
            axis(ticks[0], ticks[-1], list(zip(ticks, tick_texts(ticks), strict=True)))
        wide = 0.82 * 2 * reach / BARS
        self.chart.bars.setOpts(x=middles(reach), y0=np.full(BARS, low), width=wide, height=np.zeros(BARS))

    def _note(self, values: Floats) -> str:
        function = self._function
        if function is None or function.word == "linear" or not values.size:
            return ""
        if function.word == "step":
            return self.tr("no gradient")
        share = f"{100 * saturated_share(function, values):.0f} %"
        if function.word == "relu":
            return self.tr("{share} inactive").format(share=share)
        return self.tr("{share} saturated").format(share=share)

    def _readout(self, x: float) -> Readout | None:
        if self._function is None:
            return None
        at = np.array([x])
        value, slope = float(self._function.value(at)[0]), float(self._function.derivative(at)[0])
        lines = (Line("train", "y", number_text(value), value), Line("validation", "y′", number_text(slope), slope))
        return Readout(x, f"x = {number_text(x)}", lines)
