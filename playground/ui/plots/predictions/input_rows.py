"""A slider and a number for each raw input."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from playground.datasets.dataset import ENOUGH, Dataset
from playground.datasets.measures import Measure, measures
from playground.datasets.scores import relevance
from playground.ui import text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import CutLabel
from playground.ui.widgets.plain import tip
from playground.ui.widgets.slider import Slider

STEPS = 240
# So many are seen at first, those that tell most of the label; the others are folded away.
SEEN = 8


class InputRows(QWidget):
    """Emits `changed` when a person moves a slider or writes a number. `values` are the raw inputs, (inputs,).

    What is seen and written are the inputs' own numbers.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: NDArray[np.float64] = np.zeros(0)
        self.rows: dict[int, tuple[QLabel, Slider, NumberBox]] = {}
        self._measures: tuple[Measure, ...] = ()
        self._folded: set[int] = set()
        self._names: tuple[str, ...] = ()
        self.fold = QToolButton(self)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(3)
        self.grid.setColumnStretch(1, 1)
        self.show_theme(theme)

    def show_data(self, dataset: Dataset) -> None:
        """A row for each input of the data."""
        facts, known = dataset.settings.facts, measures(dataset.settings.origin)
        if (facts.inputs, known) == (self._names, self._measures):
            return
        self._names, self._measures = facts.inputs, known
        told = relevance(dataset.train_points[:ENOUGH], dataset.train_labels[:ENOUGH], facts.task != "regression")
        self._folded = set(np.argsort(-told, kind="stable")[SEEN:].tolist())
        self._make_rows()

    def _make_rows(self) -> None:
        for part in (part for parts in self.rows.values() for part in parts):
            self.grid.removeWidget(part)
            part.deleteLater()
        self.rows = {}
        order = sorted(range(len(self._names)), key=lambda index: (index in self._folded, index))
        for row, index in enumerate(order):
            name = text.feature_title(self._names[index])
            label, slider = CutLabel(name, parent=self), Slider(self)
            low, high = self._measures[index].span
            unit = self._measures[index].unit
            number = NumberBox(low, low, high, step=(high - low) / 120, suffix=unit, parent=self)
            number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            slider.setRange(0, STEPS)
            slider.setMinimumSize(60, 20)
            number.setStyleSheet("QLineEdit { padding: 1px 6px; min-height: 16px; }")
            label.setToolTip(tip(name))
            for part in (slider, number):
                part.setAccessibleName(name)
                part.setToolTip(tip(name))
            slider.valueChanged.connect(lambda at, index=index: self._move(index, at))
            for told in (number.moved, number.finished):
                told.connect(lambda value, index=index: self._take(index, value))
            number.cancelled.connect(lambda index=index, number=number: self._take(index, number.value))
            self.rows[index] = label, slider, number
            for column, widget in enumerate(self.rows[index]):
                self.grid.addWidget(widget, row, column)
        self.grid.addWidget(self.fold, len(order), 0, 1, 3)
        self.fold.setText(self.tr("{count} more inputs").format(count=len(self._folded)))
        self.fold.setVisible(bool(self._folded))
        self.show_theme(self.theme)
        self._unfold(self.fold.isChecked())

    def show_values(self, values: NDArray[np.float64]) -> None:
        self.values = np.array(values, np.float64)
        for index in self.rows:
            self._show(index)

    def _show(self, index: int, slide: bool = True) -> None:
        _, slider, number = self.rows[index]
        low, high = self._measures[index].span
        value = self._measures[index].own(float(self.values[index]))
        with QSignalBlocker(slider), QSignalBlocker(number):
            if slide:
                slider.setValue(round((value - low) / (high - low) * STEPS))
            number.set_value(round(value, self._measures[index].decimals + 1))

    def _move(self, index: int, at: int) -> None:
        low, high = self._measures[index].span
        self.values[index] = self._measures[index].raw(low + (high - low) * at / STEPS)
        self._show(index, slide=False)
        self.changed.emit()

    def _take(self, index: int, value: float) -> None:
        self.values[index] = self._measures[index].raw(value)
        low, high = self._measures[index].span
        with QSignalBlocker(self.rows[index][1]):
            self.rows[index][1].setValue(round((value - low) / (high - low) * STEPS))
        self.changed.emit()

    def _unfold(self, on: bool) -> None:
        self.fold.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        for index, parts in self.rows.items():
            for part in parts:
                part.setVisible(on or index not in self._folded)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        font = scaled_font(SMALLER)
        self.fold.setFont(font)
        ends = [f"{end:.{each.decimals}f}" for each in self._measures for end in each.span]
        longest = max(("−0.000", *ends), key=len)
        for label, _, number in self.rows.values():
            label.setFont(font)
            label.setStyleSheet(f"color: {theme.muted}")
            number.setFont(font)
            number.setFixedWidth(number.fontMetrics().horizontalAdvance(f"{longest} {number.suffix}".rstrip()) + 22)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.show_theme(self.theme)
