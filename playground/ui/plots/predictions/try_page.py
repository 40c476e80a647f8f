"""Try it: an input of one's own, the answer to it, and what every layer makes of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, class_names
from playground.datasets.example import Example, example_of
from playground.datasets.measures import measures
from playground.datasets.target import true_value
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui import text
from playground.ui.plots.charts.layer_names import layer_names
from playground.ui.plots.examples.output_bars import LEAST_HIGH, OutputBars
from playground.ui.plots.predictions.input_rows import InputRows
from playground.ui.plots.predictions.layer_strips import LayerStrips
from playground.ui.plots.predictions.pads import Pad, PicturePad, TracePad
from playground.ui.texts.data import class_title
from playground.ui.theme import Theme

# From so many pixels on, the layers stand beside the input and the answer.
WIDE = 520
BUTTON = "QPushButton { padding: 2px 8px; }"


class TryPage(QScrollArea):
    """`tried` is the input, as raw values; emits `changed` when a person makes it another."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dataset: Dataset | None = None
        self._pad: Pad | None = None
        self._titles: dict[str, str] = {}
        self._units: dict[str, tuple[str, ...]] = {}
        # The data's row that is put in, if it is one, and the validation row that the next one follows.
        self._row: int | None = None
        self._last = 0
        self.rows, self.picture, self.trace = InputRows(theme), PicturePad(theme), TracePad(theme)
        self.bars, self.strips = OutputBars(theme), LayerStrips(theme)
        self._make_buttons()
        self._arrange()
        for part in (self.rows, self.picture, self.trace):
            part.changed.connect(self._take_own)
        self.show_theme(theme)

    def _make_buttons(self) -> None:
        self.clear, self.eraser = QPushButton(self.tr("Clear")), QPushButton(self.tr("Eraser"))
        self.next = QPushButton(self.tr("Next example"))
        self.clear.setToolTip(self.tr("An empty page, every input 0, or where a table has units its mean."))
        self.eraser.setToolTip(self.tr("The left button erases, as the right one always does."))
        self.next.setToolTip(self.tr("Put in the next row of the validation data."))
        self.eraser.setCheckable(True)
        self.eraser.setProperty("look", "chip")
        for button in (self.clear, self.eraser, self.next):
            button.setStyleSheet(BUTTON)
        self.clear.clicked.connect(self._clear)
        self.eraser.toggled.connect(self._erase)
        self.next.clicked.connect(self._show_next)

    def _arrange(self) -> None:
        self.front = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.front.setSpacing(10)
        for part in (self.rows, self.picture, self.trace):
            self.front.addWidget(part, 1)
            part.hide()
        self.front.addWidget(self.bars, 1)
        # The panel's own ground is behind it.
        content = QWidget()
        self.whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self.whole.setContentsMargins(0, 2, 4, 0)
        self.whole.setSpacing(10)
        self._fill()
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def _fill(self) -> None:
        """The input, the answer and the buttons; then the layers."""
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.next, self.clear, self.eraser):
            buttons.addWidget(button)
        buttons.addStretch()
        first, second = QVBoxLayout(), QVBoxLayout()
        first.setSpacing(6)
        first.addLayout(self.front)
        first.addLayout(buttons)
        first.addStretch(1)
        second.addWidget(self.strips)
        second.addStretch(1)
        self.whole.addLayout(first, 2)
        self.whole.addLayout(second, 3)

    @property
    def pad(self) -> Pad | None:
        """What the input is drawn on; None where it is numbers."""
        return self._pad

    @property
    def tried(self) -> tuple[float, ...] | None:
        """The input, raw; None before there is data."""
        if self._dataset is None:
            return None
        return tuple((self.pad or self.rows).values.tolist())

    # What it shows

    def show_document(self, document: Document, dataset: Dataset) -> None:
        """Other data comes with its first validation row; the same kind keeps what a person has put in."""
        before, self._dataset = self._dataset, dataset
        self._titles = layer_names(document, document.graph.trained)
        self._titles.pop(OUTPUT, None)
        if DATA in self._titles and any(each.scaled for each in measures(document.data.origin)):
            self._titles[DATA] = self.tr("{data}, scaled").format(data=self._titles[DATA])
        self._units = {DATA: tuple(map(text.feature_title, document.data.input_names))}
        last = next((edge.source for edge in document.graph.edges if edge.target == OUTPUT), "")
        classes = class_names(dataset.settings)
        if last and last != DATA and len(classes) > 2:
            self._units[last] = tuple(map(class_title, classes))
        if before is None or before.settings.origin != dataset.settings.origin:
            self._take_data(dataset)
            self._row = self._last = dataset.train_count
            self.show_input(dataset.test_points[0])

    def _take_data(self, dataset: Dataset) -> None:
        facts = dataset.settings.facts
        self._pad = self.picture if facts.pictured else self.trace if facts.sequential else None
        self.trace.span = facts.span
        if self._pad is None:
            self.rows.show_data(dataset)
        for part in (self.rows, self.picture, self.trace):
            part.setVisible(part is (self._pad or self.rows))
        self.eraser.setVisible(self._pad is self.picture)
        self.bars.show_answer(None, dataset.settings)
        self._turn()

    def show_input(self, values: NDArray[np.float64]) -> None:
        """Put these raw values in; without a signal."""
        (self.pad or self.rows).show_values(values)

    def show_row(self, row: int) -> None:
        """Put a row of the data in, as a person has asked."""
        if self._dataset is not None:
            self.show_example(example_of(self._dataset, row))
            self.changed.emit()

    def show_example(self, example: Example) -> None:
        """Put this example in, if it is of the same kind of data; without a signal."""
        if self._dataset is None or len(example.values) != self._dataset.points.shape[1]:
            return
        self._row = example.row
        if example.row is not None:
            self._last = example.row
        if example.values != self.tried:
            self.show_input(np.array(example.values))

    @property
    def example(self) -> Example | None:
        """The input as an example; None before there is data."""
        if self._dataset is None or self.tried is None:
            return None
        return Example(self.tried) if self._row is None else example_of(self._dataset, self._row)

    def _take_own(self) -> None:
        self._row = None
        self.changed.emit()

    def show_frame(self, frame: Frame) -> None:
        """The answer and the layers' values, of the input that the frame was asked for."""
        dataset, row = self._dataset, frame.wanted.tried
        if dataset is None or row is None or not frame.tried or frame.data != dataset.settings:
            return
        output: Floats | None = frame.tried.get(OUTPUT)
        truth = None
        if dataset.settings.facts.task == "regression":
            known = true_value(dataset.settings, np.array([row]))
            truth = None if known is None else float(known[0])
        self.bars.show_answer(output, dataset.settings, truth)
        shown = {node: self._formed(node, values) for node, values in frame.tried.items() if node != OUTPUT}
        self.strips.show_values(shown, self._titles, self._units)

    def forget(self) -> None:
        """No answer, and nothing that layers make of it."""
        if self._dataset is not None:
            self.bars.show_answer(None, self._dataset.settings)
        self.strips.show_values({}, self._titles, self._units)

    def _formed(self, node: str, values: Floats) -> Floats:
        """Pixels as the picture that they are, steps as a trace."""
        if node != DATA or self.pad is None:
            return values
        side = self.picture.side
        return values.reshape(1, side, side) if self.pad is self.picture else values.reshape(1, 1, -1)

    def show_theme(self, theme: Theme) -> None:
        for part in (self.rows, self.picture, self.trace, self.bars, self.strips):
            part.show_theme(theme)

    # Doing

    def _clear(self) -> None:
        if self.pad is not None:
            self.pad.clear()
        else:
            self.rows.show_values(np.zeros_like(self.rows.values))
            self._take_own()

    def _erase(self, on: bool) -> None:
        self.picture.erases = on

    def _show_next(self) -> None:
        if self._dataset is not None:
            first = self._dataset.train_count
            self.show_row(first + (self._last + 1 - first) % self._dataset.test_count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Beside each other where there is room, else below each other; a picture always beside its answer."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        wide = self.width() >= WIDE
        self.whole.setDirection(across if wide else down)
        self.front.setDirection(across if self.pad is self.picture and not wide else down)
        self.bars.setMaximumHeight(LEAST_HIGH if self.pad is self.picture and not wide else 600)
        self.picture.setMinimumHeight(min(max(104, self.height() // 2 - 20), 320) if wide else 104)
