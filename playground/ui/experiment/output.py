"""The output of one run over the plane of its inputs, with the data on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QWidget

from playground.datasets.dataset import Dataset, load, sample
from playground.datasets.measures import measures, own_points, spans_of
from playground.document.document import Document
from playground.document.settings import DataSettings
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.plots.planes.answers import Answers
from playground.ui.plots.planes.colouring import label_rgb, output_rgb
from playground.ui.plots.planes.line_view import LineView
from playground.ui.plots.planes.plane_view import PlaneView
from playground.ui.text import feature_title
from playground.ui.texts.data import input_titles
from playground.ui.texts.output import output_word
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel

AXES = (0, 1)
LEAST_HIGH, MOST_HIGH = 150, 304


class RunOutput(QStackedWidget):
    """A plane, a line where there is one input, or a sentence where there is neither."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: DataSettings | None = None
        self._dataset: Dataset | None = None
        self.plane, self.line = PlaneView(theme), LineView(theme)
        self.none = TextLabel(self.tr("A run's output is drawn here once it is done."), muted=True, wrap=True)
        for page in (self.none, self.plane, self.line):
            self.addWidget(page)
        self.setMinimumHeight(LEAST_HIGH)
        self.setMaximumHeight(MOST_HIGH)

    def show_output(self, document: Document | None, surface: Floats | None) -> None:
        """What a run of that document makes of the plane, shaped as `Frame.surface`; None for not known."""
        if document is None or surface is None or document.data.facts.by_example:
            pictures = document is not None and document.data.facts.by_example
            self.none.setText(
                self.tr("Pictures and sequences have no plane: open the run to see what it makes of them.")
                if pictures
                else self.tr("A run's output is drawn here once it is done.")
            )
            self.setCurrentWidget(self.none)
            return
        dataset = self._show_data(document.data)
        frame = Frame(document.graph, surface=surface, data=document.data)
        answers = Answers(dataset, replace(frame, surface=surface), None)
        values = answers.values()
        if answers.one_input:
            self.line.show_values(None if values is None else values[0, :, 0])
        else:
            self.plane.show_rgb(None if values is None else output_rgb(values, answers.limit(values)))
            self.plane.show_lines(*answers.lines(values, 1.0, False, True), 2 if values is None else len(values))
        self.setCurrentWidget(self.line if answers.one_input else self.plane)

    def _show_data(self, data: DataSettings) -> Dataset:
        if self._dataset is not None and data == self._data:
            return self._dataset
        dataset = self._dataset = load(data)
        self._data = data
        rows = sample(dataset)
        colours = label_rgb(dataset, rows)
        tests = rows >= dataset.train_count
        if len(data.facts.inputs) == 1:
            names = feature_title(data.facts.inputs[0]), output_word("output")
            self.line.show_axes(measures(data.origin)[0].span, dataset.label_span, names)
            points = np.column_stack([dataset.points[rows, 0], dataset.labels[rows]])
            self.line.show_points(points, colours[rows], tests)
        else:
            titles = input_titles(data.origin)
            self.plane.show_axes(spans_of(data.origin, AXES), (titles[0], titles[1]))
            self.plane.show_points(own_points(dataset, rows)[:, AXES], colours, tests)
        return dataset

    def show_theme(self, theme: Theme) -> None:
        self.plane.show_theme(theme)
        self.line.show_theme(theme)
