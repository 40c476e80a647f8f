"""The losses of several networks over the same epochs, on shared axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from playground.frames.run import Curves, both_sides
from playground.ui.plots.charts.chart import Chart, Line, Readout, Ticks
from playground.ui.plots.charts.legend import BETWEEN, paint_named_line
from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.charts.thinning import thinned
from playground.ui.plots.charts.ticks import decade_range, decade_ticks, linear_ticks, round_range, tick_texts
from playground.ui.texts.numbers import loss_text, number_text
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip

COLOURS = ("ink", "first_rival", "second_rival")
"""Of the present network, then of its rivals, by their names in the theme."""
SOLID, DASHED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
Floating = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A network's name and its curves."""

    title: str
    curves: Curves


class RunLegend(Painted):
    """Each network's name behind a stroke in its colour; then what solid and dashed mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.titles: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.setFixedHeight(2 * self._row() + 2)

    def show_titles(self, titles: tuple[str, ...]) -> None:
        if titles != self.titles:
            self.titles = titles
            self.setToolTip(tip("\n".join(titles)))
            self.update()

    def _row(self) -> int:
        return int(QFontMetricsF(self.font()).height()) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        named = [(COLOURS[at], SOLID, title) for at, title in enumerate(self.titles)]
        self._paint_row(painter, 0, named)
        kinds = [("muted", SOLID, self.tr("validation")), ("muted", DASHED, self.tr("train"))]
        self._paint_row(painter, self._row(), kinds)

    def _paint_row(self, painter: QPainter, top: int, entries: Sequence[tuple[str, Qt.PenStyle, str]]) -> None:
        metrics, left = QFontMetricsF(self.font()), 0.0
        for at, (colour, style, name) in enumerate(entries):
            # What one does not need the next may have.
            most = (self.width() - left) / (len(entries) - at) - BETWEEN
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(most, 0))
            room = QRectF(left, top, metrics.horizontalAdvance(shown) + BETWEEN, self._row())
            paint_named_line(painter, room, colour, shown, self.theme, style)
            left += room.width()


class RivalChart(QWidget):
    """Validation losses solid and train losses dashed, each network in its colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart(theme, self)
        for colour in COLOURS:
            self.chart.add_curve(f"{colour} train", colour, DASHED, width=1.2)
            self.chart.add_curve(f"{colour} validation", colour, width=1.8)
        self.chart.readout = self._readout
        self.chart.across = self.tr("epoch")
        self.chart.setMinimumSize(120, 70)
        self.legend = RunLegend(theme, self)
        self.logarithmic = False
        self.runs: tuple[Run, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.legend)
        column.addWidget(self.chart, 1)

    def show_theme(self, theme: Theme) -> None:
        self.chart.show_theme(theme)
        self.legend.show_theme(theme)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Draw them, the present network's first."""
        self.runs = runs
        self.legend.show_titles(tuple(run.title for run in runs))
        most, nothing = max(self.chart.width(), 200), np.zeros(0)
        for at, colour in enumerate(COLOURS):
            curves = runs[at].curves if at < len(runs) else None
            for side, name in zip(("train", "validation"), both_sides("loss"), strict=True):
                losses = nothing if curves is None else curves.column(name)
                epochs = nothing if curves is None else curves.epochs.astype(float)
                self.chart.set_curve(f"{colour} {side}", *thinned(epochs, self._drawn(losses), most))
        last = max([10, *(int(run.curves.epochs[-1]) for run in runs if len(run.curves.epochs))])
        ticks = [value for value in linear_ticks(0, last, 4) if value == int(value)]
        self.chart.set_x(0, last, [(value, f"{value:,.0f}") for value in ticks])
        parts = [values for run in runs for values in (run.curves.train_loss, run.curves.validation_loss)]
        self.chart.set_y(*loss_axis(np.concatenate([nothing, *parts]), self.logarithmic))

    def _drawn(self, values: Floating) -> Floating:
        """The losses as heights on the axis."""
        values = np.where(np.isfinite(values), values, np.nan)
        if not self.logarithmic:
            return values
        return np.log10(values, out=np.full(len(values), np.nan), where=values > 0)

    def _readout(self, x: float) -> Readout | None:
        known = [(colour, run) for colour, run in zip(COLOURS, self.runs, strict=False) if len(run.curves.epochs)]
        if not known:
            return None
        epochs = known[0][1].curves.epochs
        epoch = int(epochs[np.abs(epochs - x).argmin()])
        lines = []
        for colour, run in known:
            row = int(np.abs(run.curves.epochs - epoch).argmin())
            value = run.curves.validation_loss[row : row + 1]
            lines.append(Line(colour, run.title[:24], loss_text(float(value[0])), float(self._drawn(value)[0])))
        return Readout(epoch, self.tr("Epoch {epoch}").format(epoch=f"{epoch:,}"), tuple(lines))


def loss_axis(values: Floating, logarithmic: bool) -> tuple[float, float, Ticks]:
    """The lowest and the highest height of an axis that holds these losses, and its ticks."""
    finite = values[np.isfinite(values)]
    if logarithmic:
        positive = finite[finite > 0]
        smallest, largest = (positive.min(), positive.max()) if positive.size else (0.1, 1.0)
        low, high = decade_range(float(smallest), float(largest))
        return low, high, [(at, number_text(10**at, 1)) for at in decade_ticks(low, high)]
    low, high = round_range(min(0.0, float(finite.min(initial=0))), float(finite.max(initial=0)) or 1.0)
    ticks = linear_ticks(low, high)
    return low, high, list(zip(ticks, tick_texts(ticks), strict=True))
