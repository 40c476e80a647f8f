"""Loss and accuracy after each epoch, side by side."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.frames import NO_CURVES, Curves, Floats, Frame
from playground.ui.plots.chart import Chart, Line, Readout, Ticks
from playground.ui.plots.legend import LineLegend
from playground.ui.plots.thinning import thinned
from playground.ui.plots.ticks import (
    decade_range,
    decade_ticks,
    linear_ticks,
    number_text,
    round_range,
    tick_texts,
)
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Heading
from playground.ui.widgets.live_view import LiveView, Table

MARGINS = (12, 2, 0, 8)


class CurveChart(QWidget):
    """One measure of train and validation over the epochs; its heading stands in the title bar."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(title)
        self.chart = Chart(theme, self)
        self.chart.add_curve("validation", "validation")
        self.chart.add_curve("train", "train")
        self.chart.readout = self._readout
        self.chart.across = self.tr("epoch")
        self.logarithmic = False
        self.percent = False
        self._epochs = NO_CURVES.epochs
        self._train: Floats = NO_CURVES.train_loss
        self._validation: Floats = NO_CURVES.train_loss
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.addWidget(self.chart, 1)

    def show_theme(self, theme: Theme) -> None:
        self.heading.show_theme(theme)
        self.chart.show_theme(theme)

    def show_values(self, epochs: np.typing.NDArray[np.int64], train: Floats, validation: Floats) -> None:
        """Draw both curves, arrays of one length; what cannot be drawn, as nan, leaves a gap."""
        self._epochs, self._train, self._validation = epochs, train, validation
        most = max(self.chart.width(), 200)
        for key, values in (("train", train), ("validation", validation)):
            self.chart.set_curve(key, *thinned(epochs.astype(float), self._drawn(values), most))
        last = max(int(epochs[-1]), 10) if len(epochs) else 10
        ticks = [value for value in linear_ticks(0, last, 4) if value == int(value)]
        self.chart.set_x(0, last, [(value, f"{value:,.0f}") for value in ticks])
        self.chart.set_y(*self._y_axis(np.concatenate([train, validation])))

    def _drawn(self, values: Floats) -> np.typing.NDArray[np.floating]:
        """The values as heights on the axis."""
        values = np.where(np.isfinite(values), values, np.nan)
        if not self.logarithmic:
            return values
        return np.log10(values, out=np.full(len(values), np.nan), where=values > 0)

    def _y_axis(self, values: Floats) -> tuple[float, float, Ticks]:
        finite = values[np.isfinite(values)]
        if self.percent:
            low = round_range(float(finite.min(initial=0.5)), 1.0, 5)[0]
            return low, 1.0, [(at, f"{100 * at:.0f} %") for at in linear_ticks(low, 1.0, 5)]
        if self.logarithmic:
            positive = finite[finite > 0]
            smallest, largest = (positive.min(), positive.max()) if positive.size else (0.1, 1.0)
            low, high = decade_range(float(smallest), float(largest))
            return low, high, [(at, number_text(10**at, 1)) for at in decade_ticks(low, high)]
        low, high = round_range(min(0.0, float(finite.min(initial=0))), float(finite.max(initial=0)) or 1.0)
        ticks = linear_ticks(low, high)
        return low, high, list(zip(ticks, tick_texts(ticks), strict=True))

    def _readout(self, x: float) -> Readout | None:
        if not len(self._epochs):
            return None
        row = int(np.abs(self._epochs - x).argmin())
        named = (("train", self.tr("train"), self._train), ("validation", self.tr("validation"), self._validation))
        lines = tuple(
            Line(colour, name, self._text(float(values[row])), float(self._drawn(values[row : row + 1])[0]))
            for colour, name, values in named
        )
        epoch = int(self._epochs[row])
        return Readout(epoch, self.tr("Epoch {epoch}").format(epoch=f"{epoch:,}"), lines)

    def _text(self, value: float) -> str:
        return f"{100 * value:.1f} %" if self.percent else number_text(value)


class CurvesPanel(LiveView):
    """Two charts; accuracy is shown where there are classes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.loss = CurveChart(self.tr("Loss"), theme, self)
        self.accuracy = CurveChart(self.tr("Accuracy"), theme, self)
        self.accuracy.percent = True
        self.legend = LineLegend((("train", self.tr("train")), ("validation", self.tr("validation"))), theme, self)
        self.logarithmic = QAction(self.tr("Logarithmic scale"), self, checkable=True)
        self.logarithmic.toggled.connect(self._choose_scale)
        self.addAction(self.logarithmic)
        self.separator = QFrame(self)
        self.separator.setFixedWidth(1)
        self._arrange()
        self._frame: Frame | None = None
        self.show_theme(theme)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.loss, 1)
        row.addWidget(self.separator)
        row.addWidget(self.accuracy, 1)
        # Each chart has its name above it, instead of one for both.
        self.heading.title.hide()
        self.heading.note.hide()
        self.heading.row.setSpacing(0)
        self.heading.row.addWidget(self.loss.heading)
        self.heading.row.addWidget(self.accuracy.heading, 1)
        self.loss.heading.row.addWidget(self.legend)
        self.loss.heading.row.setContentsMargins(0, 0, 24, 0)

    def title(self) -> str:
        return self.tr("Loss and accuracy")

    def explanation(self) -> str:
        return self.tr(
            "How wrong the network is after each epoch (loss) and which share of the points it gets right (accuracy), "
            "on the points it learns from in blue and on those kept for validation in orange."
        )

    def table(self) -> Table | None:
        if self._frame is None:
            return None
        curves = self._frame.curves
        columns = [self.tr("epoch"), self.tr("train loss"), self.tr("validation loss")]
        lists: list[np.typing.NDArray[Any]] = [curves.epochs, curves.train_loss, curves.validation_loss]
        if self._classified and len(curves.train_accuracy) == len(curves.epochs):
            columns += [self.tr("train accuracy"), self.tr("validation accuracy")]
            lists += [curves.train_accuracy, curves.validation_accuracy]
        return Table(tuple(columns), tuple(zip(*(values.tolist() for values in lists), strict=True)))

    def show_document(self, document: Document) -> None:
        classified = document.data.facts.task != "regression"
        for part in (self.accuracy, self.separator, self.accuracy.heading):
            part.setVisible(classified)
        self._place_headings()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if self.isVisible():
            self._draw()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        self.loss.show_theme(theme)
        self.accuracy.show_theme(theme)
        self.legend.show_theme(theme)
        self.separator.setStyleSheet(f"background: {theme.line}; border: none")

    def show_logarithmic(self, logarithmic: bool) -> None:
        """Draw the loss over powers of ten, as restored from the settings."""
        with QSignalBlocker(self.logarithmic):
            self.logarithmic.setChecked(logarithmic)
        self._choose_scale(logarithmic)

    @property
    def _classified(self) -> bool:
        return not self.accuracy.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_headings()

    def _place_headings(self) -> None:
        """The accuracy's name begins above its chart, which takes the right half."""
        half = self.width() // 2 + 1
        # Where both do not fit beside each other the colours are those of the numbers at the top of the window.
        needed = self.loss.heading.title.sizeHint().width() + self.legend.width() + 24 + self.loss.heading.row.spacing()
        self.legend.setVisible(not self._classified or half >= needed)
        self.loss.heading.setMinimumWidth(min(half, self.heading.width()) if self._classified else 0)
        self.loss.heading.setMaximumWidth(half if self._classified else 16_777_215)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _choose_scale(self, logarithmic: bool) -> None:
        self.loss.logarithmic = logarithmic
        self._draw()

    def _draw(self) -> None:
        curves: Curves = self._frame.curves if self._frame else NO_CURVES
        self.loss.show_values(curves.epochs, curves.train_loss, curves.validation_loss)
        if self._classified and len(curves.train_accuracy) == len(curves.epochs):
            self.accuracy.show_values(curves.epochs, curves.train_accuracy, curves.validation_accuracy)
