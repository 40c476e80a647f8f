"""How large gradients and steps of each layer have been over the run, on a logarithmic axis, a line for each layer."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from playground.frames.sizes import NO_SIZE_HISTORY, SizeHistory
from playground.ui.plots.charts.chart import Line, Readout
from playground.ui.plots.charts.keys import Key, Keys
from playground.ui.plots.charts.lines import line_colour, line_style
from playground.ui.plots.charts.marked_chart import MarkedChart
from playground.ui.plots.charts.ticks import decade_range, decade_ticks, linear_ticks
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

MEASURES = ("gradient", "update", "ratio")


def measured(history: SizeHistory, measure: str) -> NDArray[np.float64]:
    """The sizes of gradients or updates, or update / weight, (samples, nodes); NaN where there is none."""
    weights, gradients, updates = np.moveaxis(history.values.astype(float), 2, 0)
    if measure == "ratio":
        return np.divide(updates, weights, out=np.full(updates.shape, np.nan), where=weights > 0)
    return gradients if measure == "gradient" else updates


def logarithms(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Powers of ten; NaN where the value is 0 or none."""
    return np.log10(values, out=np.full(values.shape, np.nan), where=np.isfinite(values) & (values > 0))


class SizeChart(QWidget):
    """The measure is a person's choice; names in the order of the network."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.measure = QComboBox(self)
        for word, title in zip(
            MEASURES,
            (self.tr("Size of the gradient"), self.tr("Size of the update"), self.tr("Update ÷ weight")),
            strict=True,
        ):
            self.measure.addItem(title, word)
        self.measure.setAccessibleName(self.tr("What is drawn"))
        self.measure.setToolTip(tip(self.tr(
            "Sizes are roots of mean squares over all of a layer's weights. Update ÷ weight is how far one batch moves "
            "the weights, as a share of their size: about a thousandth is usual."
        )))  # fmt: skip
        self.measure.currentIndexChanged.connect(lambda: self._draw())
        self.chart = MarkedChart(theme, self)
        self.chart.across = self.tr("epoch")
        self.chart.setAccessibleName(self.tr("Sizes over the epochs"))
        self.chart.readout = self._readout
        self.keys = Keys(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.measure)
        column.addWidget(self.chart, 1)
        column.addWidget(self.keys)
        self.history, self.names = NO_SIZE_HISTORY, {}  # type: SizeHistory, dict[str, str]

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._name_lines()
        self.chart.show_theme(theme)
        self.keys.show_theme(theme)
        self.measure.setFont(scaled_font(SMALLER, of=self.font()))

    def show_history(self, history: SizeHistory, names: dict[str, str], moment: tuple[float, str] | None) -> None:
        """The run so far; of those nodes that have a name. `moment` is the past epoch that is shown, with its name."""
        self.chart.moment = moment
        if history is self.history and names == self.names:
            self.chart.viewport().update()
            return
        self.history, self.names = history, names
        self._name_lines()
        self._draw()

    @property
    def shown(self) -> list[tuple[int, str, str]]:
        """Of each line: its column in the history, its node, its name."""
        nodes = enumerate(self.history.nodes)
        return [(column, node, self.names[node]) for column, node in nodes if node in self.names]

    def values(self) -> NDArray[np.float64]:
        """What is drawn, (samples, lines)."""
        columns = [column for column, _, _ in self.shown]
        return measured(self.history, str(self.measure.currentData()))[:, columns]

    def _name_lines(self) -> None:
        names = [name for _, _, name in self.shown]
        keys = tuple(Key(line_colour(line, self.theme), name, line_style(line)) for line, name in enumerate(names))
        self.keys.show_keys(keys)
        for line, key in enumerate(keys):
            if str(line) not in self.chart.curves:
                self.chart.add_curve(str(line), key.colour, key.style, 1.8)
            curve, _, style, width, alpha = self.chart.curves[str(line)]
            self.chart.curves[str(line)] = (curve, key.colour, style, width, alpha)
            curve.setPen(pg.mkPen(key.colour, width=width, style=style))

    def _draw(self) -> None:
        epochs, heights = self.history.epochs.astype(float), logarithms(self.values())
        for key, (curve, *_) in self.chart.curves.items():
            line = int(key)
            curve.setData(*((epochs, heights[:, line]) if line < heights.shape[1] else ([], [])))
        known = heights[np.isfinite(heights)]
        low, high = decade_range(10 ** known.min(), 10 ** known.max()) if known.size else (-3.0, 0.0)
        self.chart.set_y(low, high, [(at, number_text(10**at, 1)) for at in decade_ticks(low, high, 4)])
        last = max(epochs[-1], 10.0) if len(epochs) else 10.0
        ticks = [value for value in linear_ticks(0, last, 3) if value == int(value)]
        self.chart.set_x(0, last, [(value, f"{value:,.0f}") for value in ticks])
        self.chart.viewport().update()

    def _readout(self, x: float) -> Readout | None:
        """The values of the sample nearest to the pointer: as many lines as there is height for."""
        if not len(self.history.epochs):
            return None
        row = int(np.abs(self.history.epochs - x).argmin())
        values = self.values()[row]
        heights = logarithms(values)
        lines = [
            Line(line_colour(line, self.theme), name, number_text(float(values[line])), float(heights[line]))
            for line, (_, _, name) in enumerate(self.shown)
        ]
        high = QFontMetricsF(scaled_font(SMALLER, of=self.chart.font())).height() + 2
        room = max(int(self.chart.plot_rect().height() / high) - 2, 1)
        epoch = int(self.history.epochs[row])
        title = self.tr("Epoch {epoch}").format(epoch=f"{epoch:,}")
        return Readout(epoch, title, tuple(lines[:room])) if lines else None
