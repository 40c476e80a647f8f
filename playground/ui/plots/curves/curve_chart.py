"""One measure of a run over its epochs or batches, with earlier runs as pale curves behind it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.document.metrics import METRICS
from playground.ui.plots.charts.chart import Line, Readout, Ticks
from playground.ui.plots.charts.marked_chart import MarkedChart
from playground.ui.plots.charts.thinning import Values, thinned
from playground.ui.plots.charts.ticks import decade_range, decade_ticks, linear_ticks, round_range, tick_texts
from playground.ui.plots.curves.measures import Behind, Curve, Reach
from playground.ui.texts.numbers import NOTHING, loss_text, metric_text, number_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Heading

MARGINS = (12, 2, 0, 8)
RAW, GHOST = 80, 95
# Points of one earlier run: its shape, at little cost for each frame.
GHOST_POINTS = 300
SIDES = ("train", "validation")
# How often a rough curve goes up and down over the height of the chart.
ROUGH = 4


class CurveChart(QWidget):
    """Train and validation; its heading stands in the title bar."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(title)
        self.chart = MarkedChart(theme, self)
        self.chart.setAccessibleName(title)
        for kind, alpha, width in (("ghost", GHOST, 1.0), ("raw", RAW, 1.0), ("", 255, 1.6)):
            for side in reversed(SIDES):
                self.chart.add_curve(f"{kind} {side}".strip(), side, width=width, alpha=alpha)
        self.chart.readout = self._readout
        self.logarithmic = False
        # Of the loss, where it is none.
        self.measure = ""
        nothing = Curve(np.zeros(0), np.zeros(0))
        self._curves = dict.fromkeys(SIDES, nothing)
        self._best: tuple[int, float] | None = None
        self._behind: tuple[Behind, ...] = ()
        self._drawn_behind: object = None
        self._reach = Reach(0, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.addWidget(self.chart, 1)

    def show_theme(self, theme: Theme) -> None:
        self.heading.show_theme(theme)
        self.chart.show_theme(theme)

    def show_curves(self, train: Curve, validation: Curve, reach: Reach, behind: Sequence[Behind] = ()) -> None:
        """Draw the run, the earlier ones behind it; what cannot be drawn, as nan, leaves a gap."""
        self._curves = {"train": train, "validation": validation}
        self._behind, self._reach = tuple(behind), reach
        most = max(self.chart.width(), 200)
        for side, curve in self._curves.items():
            raw = curve.x, self._heights(curve.y)
            if curve.smooth_x is None or curve.smooth_y is None:
                self.chart.set_curve(f"raw {side}", np.zeros(0), np.zeros(0))
                self._draw(side, *thinned(*raw, most))
            else:
                self.chart.set_curve(f"raw {side}", *thinned(*raw, most))
                self._draw(side, *thinned(curve.smooth_x, self._heights(curve.smooth_y), most))
        self._draw_behind()
        self.chart.across = self.tr("epoch") if reach.unit == "epoch" else self.tr("batch")
        self.chart.set_x(reach.low, reach.high, self._x_ticks(reach))
        self.chart.set_y(*self._y_axis(np.concatenate([train.y, validation.y])))
        self.chart.viewport().update()

    def _draw(self, side: str, x: Values, y: Values) -> None:
        low, high, _ = self.chart.y_axis
        known = y[np.isfinite(y)]
        rough = len(known) > 1 and float(np.abs(np.diff(known)).sum()) > ROUGH * (high - low)
        # Line by line a rough curve takes a quarter of the time; a smooth one would look beaded.
        self.chart.curves[side][0].setSegmentedLineMode("on" if rough else "auto")
        self.chart.set_curve(side, x, y)

    def show_marks(self, best: tuple[int, float] | None, moment: tuple[float, str] | None) -> None:
        """The point (epoch, value) of the best validation loss, and the past moment that is shown, with its name."""
        self._best = best
        self.chart.ring = (best[0], float(self._heights(np.array([best[1]]))[0])) if best else None
        self.chart.moment = moment

    def _draw_behind(self) -> None:
        """All earlier runs as one curve a side with gaps: drawn anew only where they are others."""
        key = self._behind, self.logarithmic and not self._bounded
        if key == self._drawn_behind:
            return
        self._drawn_behind, gap = key, np.array([np.nan])
        for side in SIDES:
            x: list[Values] = [np.zeros(0)]
            y: list[Values] = [np.zeros(0)]
            for run in self._behind:
                heights = run.train if side == "train" else run.validation
                few_x, few_y = thinned(run.x, heights, GHOST_POINTS)
                x += [few_x, gap]
                y += [self._heights(few_y), gap]
            self.chart.set_curve(f"ghost {side}", np.concatenate(x), np.concatenate(y))

    def _x_ticks(self, reach: Reach) -> Ticks:
        texts = QFontMetricsF(self.chart.font())
        room = self.chart.plot_rect().width() / max(1.0, texts.horizontalAdvance(f"{reach.high:,.0f}") + 26)
        ticks = linear_ticks(reach.low, reach.high, min(4, max(1, int(room))))
        return [(value, f"{value:,.0f}") for value in ticks if value == int(value)]

    def _heights(self, values: Values) -> NDArray[np.floating]:
        """The values as heights on the axis."""
        values = np.where(np.isfinite(values), values, np.nan)
        if not self.logarithmic or self._bounded:
            return values
        return np.log10(values, out=np.full(len(values), np.nan), where=values > 0)

    def _y_axis(self, values: Values) -> tuple[float, float, Ticks]:
        finite = values[np.isfinite(values)]
        if self._bounded:
            return self._bounded_axis(round_range(float(finite.min(initial=0.5)), 1.0, 5)[0])
        if self.logarithmic:
            positive = finite[finite > 0]
            smallest, largest = (positive.min(), positive.max()) if positive.size else (0.1, 1.0)
            low, high = decade_range(float(smallest), float(largest))
            return low, high, [(at, number_text(10**at, 3 if at > 0 else 1)) for at in decade_ticks(low, high)]
        low, high = round_range(min(0.0, float(finite.min(initial=0))), float(finite.max(initial=0)) or 1.0)
        ticks = linear_ticks(low, high)
        return low, high, list(zip(ticks, tick_texts(ticks), strict=True))

    @property
    def _bounded(self) -> bool:
        """Whether its values end at 1."""
        return bool(self.measure) and METRICS[self.measure].high == 1

    def _bounded_axis(self, low: float) -> tuple[float, float, Ticks]:
        ticks = linear_ticks(low, 1.0, 5)
        texts = [f"{100 * at:.0f} %" for at in ticks] if METRICS[self.measure].share else tick_texts(ticks)
        return low, 1.0, list(zip(ticks, texts, strict=True))

    def _readout(self, x: float) -> Readout | None:
        train = self._curves["train"]
        if not len(train.x):
            return None
        at = float(train.x[np.abs(train.x - x).argmin()])
        names = {"train": self.tr("train"), "validation": self.tr("validation")}
        lines = [self._line(side, names[side], self._curves[side], at) for side in SIDES]
        if self._best is not None:
            words = self.tr("{loss} at {epoch}").format(loss=self._text(self._best[1]), epoch=f"{self._best[0]:,}")
            lines.append(Line("validation", self.tr("best"), words, float("nan")))
        lines += [self._line_behind(run, at) for run in self._behind if len(run.x) and at <= run.x[-1]]
        place = f"{at:,.0f}"
        epochs = self._reach.unit == "epoch"
        title = self.tr("Epoch {epoch}").format(epoch=place) if epochs else self.tr("Batch {batch}").format(batch=place)
        return Readout(at, title, tuple(lines))

    def _line(self, side: str, name: str, curve: Curve, at: float) -> Line:
        if not len(curve.x):
            return Line(side, name, NOTHING, float("nan"))
        row = int(np.abs(curve.x - at).argmin())
        height = float(self._heights(curve.y[row : row + 1])[0])
        # Validation is known at the ends of epochs only.
        return Line(side, name, self._text(float(curve.y[row])), height if curve.x[row] == at else float("nan"))

    def _line_behind(self, run: Behind, at: float) -> Line:
        row = int(np.abs(run.x - at).argmin())
        both = [self._text(float(values[row])) for values in (run.train, run.validation)]
        return Line("muted", run.name, " / ".join(both), float("nan"))

    def _text(self, value: float) -> str:
        return metric_text(self.measure, value) if self.measure else loss_text(value)
