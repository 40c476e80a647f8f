"""The inputs that do not span the plane: a slider each, at the mean until a person moves it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from playground.datasets.dataset import ENOUGH, Dataset
from playground.datasets.measures import Measure, measures, own_points
from playground.ui import text
from playground.ui.texts.numbers import with_minus, with_unit
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import PlainLabel, tip
from playground.ui.widgets.slider import Slider

STEPS = 200
# More inputs than these are folded away, and only those that vary most are offered.
FEW, OFFERED = 4, 5


class HeldRows(QWidget):
    """Emits `changed` while a person moves a slider. Hidden where the plane shows every input."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measures: tuple[Measure, ...] = ()
        # Where each input is held, in its own numbers: those that were moved, and the means.
        self._means = np.zeros(0)
        self._values: dict[int, float] = {}
        self.rows: dict[int, tuple[QLabel, Slider, QLabel]] = {}
        self.fold = QToolButton(self)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setCheckable(True)
        self.fold.setStyleSheet("QToolButton, QToolButton:checked { padding: 1px 4px; border-color: transparent; }")
        self.fold.toggled.connect(self._unfold)
        self.reset = QPushButton(self.tr("Mean"), self)
        self.reset.setProperty("look", "link")
        self.reset.setToolTip(self.tr("Put the other inputs back to their mean over the train points."))
        self.reset.clicked.connect(self._reset)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(2)
        self.grid.setColumnStretch(1, 1)
        self.grid.addWidget(self.fold, 0, 0, 1, 2)
        self.grid.addWidget(self.reset, 0, 2, Qt.AlignmentFlag.AlignRight)
        self.show_theme(theme)
        self.hide()

    @property
    def held(self) -> tuple[tuple[int, float], ...]:
        """The inputs that were moved from their mean, by index, each with its raw value."""
        moved = sorted((index, value) for index, value in self._values.items() if index in self.rows)
        return tuple((index, self._measures[index].raw(value)) for index, value in moved)

    def show_data(self, dataset: Dataset, axes: tuple[int, int]) -> None:
        """A slider for each input that is not on the axes; what was moved stays where it is for the same inputs."""
        facts, known = dataset.settings.facts, measures(dataset.settings.origin)
        known_rows = np.arange(min(dataset.train_count, ENOUGH))
        means = own_points(dataset, known_rows).mean(axis=0)
        others = [index for index in range(len(facts.inputs)) if index not in axes]
        if known != self._measures:
            self._values.clear()
        self._measures, self._means = known, means
        shown = others
        if len(others) > FEW:
            spread = dataset.points[known_rows].std(axis=0)
            shown = sorted(sorted(others, key=lambda index: -spread[index])[:OFFERED])
        self._make_rows({index: text.feature_title(facts.inputs[index]) for index in shown})
        self._name(len(others), len(shown))
        self.setVisible(bool(others) and len(facts.inputs) > 1)

    def _make_rows(self, names: dict[int, str]) -> None:
        for parts in self.rows.values():
            for part in parts:
                self.grid.removeWidget(part)
                part.deleteLater()
        self.rows = {}
        for row, (index, name) in enumerate(names.items(), start=1):
            label, slider, value = PlainLabel(name, self), Slider(self), PlainLabel("", self)
            slider.setRange(0, STEPS)
            slider.setAccessibleName(name)
            slider.setToolTip(self.tr("Where this input is held while the two axes vary."))
            slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            slider.valueChanged.connect(lambda at, index=index: self._move(index, at))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.rows[index] = label, slider, value
            for column, widget in enumerate(self.rows[index]):
                self.grid.addWidget(widget, row, column)
        self.show_theme(self.theme)
        self._show_values()
        self._unfold(self.fold.isChecked())

    def _name(self, others: int, offered: int) -> None:
        self.fold.setVisible(others > FEW)
        title = self.tr("{count} other inputs, held at their mean").format(count=f"{others:,}")
        self.fold.setText(title)
        note = self.tr("The {offered} that vary most can be moved; the rest stay at their mean.")
        self.fold.setToolTip(tip(note.format(offered=offered) if offered < others else title))
        self._unfold(self.fold.isChecked())

    def _unfold(self, on: bool) -> None:
        folds = not self.fold.isHidden()
        self.fold.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        for parts in self.rows.values():
            for part in parts:
                part.setVisible(on or not folds)

    def _move(self, index: int, at: int) -> None:
        low, high = self._measures[index].span
        self._values[index] = low + (high - low) * at / STEPS
        self._show_value(index)
        self.changed.emit()

    def _reset(self) -> None:
        self._values.clear()
        self._show_values()
        self.changed.emit()

    def _show_values(self) -> None:
        for index, (_, slider, _) in self.rows.items():
            low, high = self._measures[index].span
            with QSignalBlocker(slider):
                value = self._values.get(index, self._means[index])
                slider.setValue(round((value - low) / (high - low) * STEPS))
            self._show_value(index)

    def _show_value(self, index: int) -> None:
        value = self._values.get(index, float(self._means[index]))
        self.rows[index][2].setText(self._text(index, value))
        self.reset.setVisible(bool(self.held))

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        font, fixed = scaled_font(SMALLER), scaled_font(SMALLER, fixed_digits=True)
        self.fold.setFont(font)
        self.reset.setFont(font)
        unit = max((each.unit for each in self._measures), key=len, default="")
        for label, _, value in self.rows.values():
            label.setFont(font)
            label.setStyleSheet(f"color: {theme.muted}")
            value.setFont(fixed)
            room = value.fontMetrics()
            texts = (self._text(index, end) for index in self.rows for end in self._measures[index].span)
            wide = max(map(room.horizontalAdvance, (*texts, with_unit("−00.00", unit))), default=0)
            value.setFixedWidth(wide + 2)

    def _text(self, index: int, value: float) -> str:
        measure = self._measures[index]
        return with_unit(with_minus(f"{value:.{measure.decimals}f}"), measure.unit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.show_theme(self.theme)
