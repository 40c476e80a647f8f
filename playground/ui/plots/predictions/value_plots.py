"""Regression: predicted against true values, and how the differences are spread."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.ui.plots.charts.plot_box import PlotBox
from playground.ui.plots.charts.ticks import round_range, step_for
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.theme import Theme

BINS = 24
PART_COLOURS = (("train", False), ("validation", True))


def named_in(name: str, unit: str) -> str:
    """ "True value (g)"."""
    return f"{name} ({unit})" if unit else name


class TruePlot(PlotBox):
    """A dot for each row, blue for train and orange for validation; on the diagonal both values are the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._names = (
            QCoreApplication.translate("Predictions", "True value"),
            QCoreApplication.translate("Predictions", "Predicted value"),
        )
        super().__init__(*self._names, theme, parent)
        self._found: Predicted | None = None

    def show_predicted(self, found: Predicted | None) -> None:
        self._found = found
        if found is not None and len(found.rows):
            low, high = (
                found.dataset.label_span if found.measure is None else map(found.measure.own, found.dataset.label_span)
            )
            guessed = found.values[1]
            self.span_x = self.span_y = round_range(min(low, float(guessed.min())), max(high, float(guessed.max())))
            self.across, self.up = (named_in(name, found.unit) for name in self._names)
        self.update()

    def paint_content(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(self.theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(plot.bottomLeft(), plot.topRight())
        found = self._found
        if found is None:
            return
        for part, tests in PART_COLOURS:
            rows = found.tests == tests
            pen = QPen(self.theme.colour(part, 150), 4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            true, guessed = found.values
            painter.drawPoints(self.points(true[rows], guessed[rows]))


class ResidualPlot(PlotBox):
    """How many rows are predicted too low (left of 0) or too high (right), in bins of equal width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._name = QCoreApplication.translate("Predictions", "Predicted minus true")
        super().__init__(self._name, QCoreApplication.translate("Predictions", "Rows"), theme, parent)
        self.edges: NDArray[np.float64] = np.linspace(-1, 1, BINS + 1)
        self.counts: dict[str, NDArray[np.int64]] = {}

    def show_predicted(self, found: Predicted | None) -> None:
        self.counts = {}
        if found is not None and len(found.rows):
            true, guessed = found.values
            missed = guessed - true
            self.across = named_in(self._name, found.unit)
            reach = float(np.abs(missed).max()) or 1e-6
            # A round end, which moves in steps, so that the bins do not jitter.
            reach = step_for(reach, 1)
            self.edges = np.linspace(-reach, reach, BINS + 1)
            for part, tests in PART_COLOURS:
                rows = found.tests == tests
                if rows.any():
                    self.counts[part] = np.histogram(missed[rows], self.edges)[0].astype(np.int64)
            self.span_x = (-reach, reach)
            most = max(int(counts.max()) for counts in self.counts.values())
            self.span_y = (0.0, round_range(0, max(most, 4), 4)[1])
        self.update()

    def paint_content(self, painter: QPainter, plot: QRectF) -> None:
        for part, counts in self.counts.items():
            x, y = np.repeat(self.edges, 2), np.concatenate([[0], np.repeat(counts, 2), [0]])
            painter.setPen(QPen(self.theme.colour(part), 1.4))
            painter.setBrush(self.theme.colour(part, 90))
            painter.drawPolygon(QPolygonF(self.points(x, y)))
        zero = self.points(np.array([0.0]), np.array([0.0]))[0].x()
        painter.setPen(QPen(self.theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(zero, plot.top()), QPointF(zero, plot.bottom()))
