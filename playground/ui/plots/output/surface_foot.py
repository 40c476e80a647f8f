"""Below the plane: what the colours mean, what stands under the pointer, test points and the decision alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from playground.datasets.dataset import class_names
from playground.datasets.measures import target_measure
from playground.frames.arrays import Floats
from playground.ui.plots.charts.legend import ColourLegend
from playground.ui.plots.charts.marks import mark_icon
from playground.ui.plots.charts.reading import Reading
from playground.ui.plots.charts.ticks import tick_texts
from playground.ui.plots.planes.answers import Answers
from playground.ui.texts.numbers import number_text
from playground.ui.texts.output import output_word, value_text, wrong_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip


class SurfaceFoot(QWidget):
    """The legend, the reading, and two boxes to tick."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend, self.reading = ColourLegend(theme, self), Reading(theme, self)
        self.test_points = QCheckBox(self.tr("test points"), self)
        self.test_points.setToolTip(self.tr("Also show the points that the network does not learn from."))
        self.discretize = QCheckBox(self.tr("discretize"), self)
        self.discretize.setToolTip(self.tr("Show the decision alone, not how sure it is."))
        checks = QVBoxLayout()
        checks.setSpacing(2)
        checks.addWidget(self.test_points)
        checks.addWidget(self.discretize)
        checks.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.legend, 0, 0)
        grid.addWidget(self.reading, 1, 0)
        grid.addLayout(checks, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.legend.show_theme(theme)
        self.reading.show_theme(theme)
        for box in (self.test_points, self.discretize):
            box.setStyleSheet(f"color: {theme.muted}")
            box.setFont(scaled_font(SMALLER))
        self.test_points.setIcon(mark_icon("test", theme))

    def say(self, words: str, sampled: str = "") -> None:
        """What stands where nothing is pointed at, and of how many rows the points are a sample."""
        self.reading.show_words("\n".join(filter(None, (sampled, words))))

    def say_wrong(self, wrong: NDArray[np.bool_], tests: NDArray[np.bool_], sampled: str = "") -> None:
        """How many points, some of them for testing, are in the wrong class."""
        self.say(wrong_text(wrong, tests), sampled)

    def show_legend(self, answers: Answers, values: Floats | None, limit: float, lined: bool) -> None:
        """The colours of these values, of which `limit` is the bluest; `lined` where contours are drawn."""
        settings = answers.dataset.settings
        levels = answers.levels(values, limit) if lined and values is not None else ()
        if settings.facts.task == "classes" and answers.neuron is None:
            self.legend.show_classes(class_names(settings))
            said = [f"{100 * level:.0f} %" for level in levels]
        else:
            measure = target_measure(settings.origin, answers.dataset.goal) if answers.neuron is None else None
            marks, high = tuple(level / limit for level in levels), number_text(limit, 2)
            low, high = f"−{high}", f"+{high}"
            if measure is not None:
                low, high = value_text(-limit, measure), value_text(limit, measure)
            self.legend.show_range(low, high, steps=self.discretize.isChecked(), marks=marks)
            said = tick_texts(list(levels)) if measure is None else [value_text(level, measure) for level in levels]
        self.legend.setToolTip(tip(output_word("levels", levels=", ".join(said)) if said else ""))
