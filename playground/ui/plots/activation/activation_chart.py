"""An activation function and its derivative as curves, over bars of what comes in, with a probe to move along them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.frames.arrays import Floats
from playground.ui.plots.charts.activations import Function
from playground.ui.plots.charts.chart import Chart
from playground.ui.plots.charts.lines import STYLES, line_colour
from playground.ui.plots.charts.ticks import linear_ticks, round_range, tick_texts
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

REACHES = (5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
# A function with two flat ends is a step in a wider chart than this: what lies beyond is told in words.
FARTHEST_FLAT = 20.0
# The axis becomes narrower again where the bulk needs less of it than this.
ROOM = 0.4
BULK = 0.98
BARS = 40
TALLEST = 0.42
FARTHEST = 1e6
# The probe moves by this part of the axis for a key, five times as far with Shift.
STEP = 1 / 40
# As much of the chart's height may be covered by words; the two formulas always stand there.
COVERED, FORMULAS = 0.45, 2
# The function's own two colours are not given to others.
FIRST_COLOUR, COLOURS = 2, 6


def counts(values: Floats, reach: float) -> NDArray[np.int64]:
    """How many values lie in each of BARS equal parts of -reach to reach; those beyond count in none."""
    return np.histogram(values, BARS, (-reach, reach))[0]


def middles(reach: float) -> NDArray[np.float64]:
    """The middle of each of BARS equal parts of -reach to reach."""
    edges = np.linspace(-reach, reach, BARS + 1)
    return (edges[:-1] + edges[1:]) / 2


def reach_of(values: Floats, before: float = 0.0, most: float = REACHES[-1]) -> float:
    """The smallest of REACHES, at most `most`, that holds the central 98 % of the values.

    The one from `before` while that holds them and is not much too wide.
    """
    low, high = np.quantile(values, ((1 - BULK) / 2, (1 + BULK) / 2)) if values.size else (0.0, 0.0)
    far = max(abs(float(low)), abs(float(high)))
    found = next((reach for reach in REACHES if far <= reach), REACHES[-1])
    return min(before if found <= before and far > ROOM * before else found, most)


def most_reach(function: Function) -> float:
    """How far the axis of this function may reach."""
    return FARTHEST_FLAT if function.word in ("tanh", "sigmoid", "softmax", "step") else REACHES[-1]


def span_of(*curves: NDArray[np.floating]) -> tuple[float, float]:
    """The lowest and the highest of the curves' finite values; -1 and 1 where there are none or but one."""
    values = np.concatenate(curves)
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max())) if np.ptp(values if values.size else 0) > 0 else (-1.0, 1.0)


def compared_colour(index: int, theme: Theme) -> str:
    """The colour of the function at that place of those to compare, as #rrggbb."""
    return line_colour(FIRST_COLOUR + index % COLOURS, theme)


def compared_style(index: int) -> Qt.PenStyle:
    """Its stroke; none is dashed as derivatives are."""
    return (STYLES[0], STYLES[2], STYLES[3])[index // COLOURS % 3]


class ActivationChart(Chart):
    """Function and derivative over grey bars, each named in its colour: the curves by their formulas.

    `probed` tells that a person moved the probe: by the mouse anywhere in the chart, or by Left, Right and Home.
    """

    probed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.bars = pg.BarGraphItem(x=[0.0], height=[0.0], width=1.0, pen=None)
        self.function: Function | None = None
        self.compared: tuple[tuple[int, Function], ...] = ()
        self.reach = 0.0
        self.probe = 0.5
        super().__init__(theme, parent)
        self.across = "x"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.addItem(self.bars, ignoreBounds=True)
        self.bars.setZValue(-1)
        self.add_curve("derivative", "validation", Qt.PenStyle.DashLine)
        self.add_curve("value", "train", width=2.2)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.bars.setOpts(brush=theme.colour("muted", 90), pen=None)
        for index, _ in self.compared:
            self._colour_compared(index)

    # Curves and bars

    def show_function(self, function: Function, reach: float, compared: Sequence[tuple[int, Function]] = ()) -> None:
        """Draw the function from -reach to reach, and others to compare, each with the place of its colour."""
        if (function.formula, reach, [index for index, _ in compared]) == (
            self.function.formula if self.function else "",
            self.reach,
            [index for index, _ in self.compared],
        ):
            return
        self._forget(compared)
        self.function, self.reach, self.compared = function, reach, tuple(compared)
        x = np.linspace(-reach, reach, 401)
        curves = [("value", function.value), ("derivative", function.derivative)]
        curves += [(f"compared {index}", other.value) for index, other in compared]
        # A formula may have no value in places, or one beyond any chart.
        drawn = {key: _within(np.asarray(curve(x), float)) for key, curve in curves}
        for key, y in drawn.items():
            self.set_curve(key, x, y)
        low, high = round_range(*span_of(*drawn.values()), 4)
        for axis, ticks in ((self.set_x, [-reach, 0.0, reach]), (self.set_y, linear_ticks(low, high, 4))):
            axis(ticks[0], ticks[-1], list(zip(ticks, tick_texts(ticks), strict=True)))
        wide = 0.82 * 2 * reach / BARS
        self.bars.setOpts(x=middles(reach), y0=np.full(BARS, low), width=wide, height=np.zeros(BARS))
        self.move_probe(self.probe)

    def _forget(self, compared: Sequence[tuple[int, Function]]) -> None:
        """Curves for these others and for none besides."""
        wanted = {f"compared {index}": index for index, _ in compared}
        for key in [key for key in self.curves if key.startswith("compared") and key not in wanted]:
            self.box.removeItem(self.curves.pop(key)[0])
        for key, index in wanted.items():
            if key not in self.curves:
                self.add_curve(key, compared_colour(index, self.theme), compared_style(index), 1.8)

    def _colour_compared(self, index: int) -> None:
        key = f"compared {index}"
        curve, _, style, width, alpha = self.curves[key]
        colour = compared_colour(index, self.theme)
        self.curves[key] = (curve, colour, style, width, alpha)
        curve.setPen(pg.mkPen(colour, width=width, style=style))

    def show_values(self, values: Floats) -> None:
        """Bars as high as there are values, the highest at TALLEST of the chart."""
        bottom, top, _ = self.y_axis
        heights = counts(values, self.reach)
        self.bars.setOpts(height=heights * (TALLEST * (top - bottom) / max(heights.max(initial=0), 1)))

    # The probe

    def move_probe(self, x: float) -> None:
        """Put it at x, or at the end of the axis."""
        self.probe = float(np.clip(x, -self.reach, self.reach)) if self.reach else x
        self.probed.emit(self.probe)
        self.viewport().update()

    def at_probe(self) -> tuple[float, float]:
        """The function and its derivative there."""
        assert self.function is not None
        at = np.array([self.probe])
        return float(self.function.value(at)[0]), float(self.function.derivative(at)[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.function is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.move_probe(self.box.mapSceneToView(event.position()).x())
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        near = self.function is not None and abs(self.pixel(self.probe, 0).x() - event.position().x()) < 8
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
        if event.buttons() & Qt.MouseButton.LeftButton and self.function is not None:
            self.move_probe(self.box.mapSceneToView(event.position()).x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Home:
            self.move_probe(0.0)
        elif step:
            far = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            # On steps from 0, so that round values are met.
            self.move_probe(round(self.probe / (abs(step) * self.reach) + far * np.sign(step)) * abs(step) * self.reach)
        else:
            super().keyPressEvent(event)

    # Drawing

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        if self.function is not None:
            self._draw_names(painter, self.function)
            self._draw_probe(painter)
        super().drawForeground(painter, rect)

    def names(self, function: Function) -> list[tuple[str, str]]:
        """The words at the top left with their colours, as many as leave room for the curves."""
        named = [(function.formula, "train"), (function.derivative_formula, "validation")]
        if function.range:
            named.append((self.tr("range {range}").format(range=function.range), "ink"))
        named.append((self.tr("counts of x"), "muted"))
        line = QFontMetricsF(scaled_font(SMALLER, of=self.font())).height()
        return named[: max(FORMULAS, int(COVERED * self.plot_rect().height() / line))]

    def _draw_names(self, painter: QPainter, function: Function) -> None:
        font, plot = scaled_font(SMALLER, of=self.font()), self.plot_rect()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for row, (words, colour) in enumerate(self.names(function)):
            corner = plot.topLeft() + QPointF(4, 2 + row * (metrics.height() + 0.5))
            room = QRectF(corner.x() - 2, corner.y(), metrics.horizontalAdvance(words) + 6, metrics.height())
            painter.fillRect(room, self.theme.colour("panel", 200))
            painter.setPen(self.theme.colour(colour))
            painter.drawText(room.translated(2, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_probe(self, painter: QPainter) -> None:
        """A line at x with a handle below, dots on both curves, and the tangent whose slope is the derivative."""
        plot, (value, slope) = self.plot_rect(), self.at_probe()
        x = self.pixel(self.probe, 0).x()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("accent"), 2 if self.hasFocus() else 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setBrush(self.theme.colour("accent"))
        handle = [QPointF(x, plot.bottom() - 9), QPointF(x - 6, plot.bottom()), QPointF(x + 6, plot.bottom())]
        painter.drawPolygon(QPolygonF(handle))
        painter.save()
        painter.setClipRect(plot)
        if np.isfinite([value, slope]).all():
            half = 0.22 * 2 * self.reach
            ends = (self.pixel(self.probe + way * half, value + way * half * slope) for way in (-1, 1))
            painter.setPen(QPen(self.theme.colour("ink"), 1.3))
            painter.drawLine(*ends)
        painter.setPen(QPen(self.theme.colour("panel"), 1.5))
        for y, colour in ((value, "train"), (slope, "validation")):
            if np.isfinite(y):
                painter.setBrush(self.theme.colour(colour))
                painter.drawEllipse(self.pixel(self.probe, y), 4, 4)
        painter.restore()


def _within(y: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(np.abs(y) < FARTHEST, y, np.nan)
