"""The outputs of several networks: the same plane, the same points, the same colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from playground.datasets.dataset import Dataset, class_names, looked_at, sample
from playground.datasets.measures import measures, own_points, spans_of
from playground.datasets.target import true_value
from playground.document.document import Document
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui import text
from playground.ui.plots.charts.legend import ColourLegend
from playground.ui.plots.planes.answers import Answers
from playground.ui.plots.planes.colouring import label_rgb, output_rgb
from playground.ui.plots.rivals.rival_column import RivalColumn
from playground.ui.texts.data import input_titles
from playground.ui.texts.numbers import number_text
from playground.ui.texts.output import output_word
from playground.ui.theme import Theme


class RivalPlanes(QObject):
    """Draws into the planes of the columns; `legend` says what the colours of all mean."""

    def __init__(self, columns: Sequence[RivalColumn], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._document: Document | None = None
        self._dataset: Dataset | None = None
        self._drawn: object = None
        self.legend = ColourLegend(theme, parent)

    def show_theme(self, theme: Theme) -> None:
        self.legend.show_theme(theme)

    def show_document(self, document: Document) -> None:
        dataset = looked_at(document)
        if dataset is not self._dataset:
            self._dataset, self._drawn = dataset, None
        self._document = document

    @property
    def one_input(self) -> bool:
        """Whether there are curves instead of planes, which need no colours explained."""
        return self._document is not None and len(self._document.data.facts.inputs) == 1

    def show_outputs(self, frame: Frame, surfaces: Sequence[Floats | None]) -> None:
        """Each network's output over the plane, shaped as `Frame.surface`; None where there is none."""
        document, dataset = self._document, self._dataset
        if document is None or dataset is None or frame.data.origin != document.data.origin:
            return
        self._show_data(document, dataset, frame.wanted.axes)
        for column, surface in zip(self._columns, surfaces, strict=False):
            answers = Answers(dataset, replace(frame, surface=surface), None)
            values = answers.values()
            if answers.one_input:
                column.line.show_values(None if values is None else values[0, :, 0])
            else:
                discrete = document.view.discretize
                column.plane.show_rgb(None if values is None else output_rgb(values, answers.limit(values), discrete))
                column.plane.show_lines(*answers.lines(values, 1.0, False, True), 2 if values is None else len(values))

    def _show_data(self, document: Document, dataset: Dataset, axes: tuple[int, int]) -> None:
        """Points, axes and legend, where they are other ones than before."""
        asked = (document.data, document.view, axes)
        if asked == self._drawn:
            return
        self._drawn = asked
        facts, rows = document.data.facts, sample(dataset)
        shown = rows if document.view.show_test else rows[rows < dataset.train_count]
        tests, colours = shown >= dataset.train_count, label_rgb(dataset, shown)
        for column in self._columns:
            if len(facts.inputs) == 1:
                names = text.feature_title(facts.inputs[0]), output_word("output")
                column.pages.setCurrentWidget(column.line)
                column.line.show_axes(measures(document.data.origin)[0].span, dataset.label_span, names)
                points = np.column_stack([dataset.points[shown, 0], dataset.labels[shown]])
                column.line.show_points(points, colours, tests)
                column.line.show_truth(lambda x: true_value(document.data, x.reshape(-1, 1)), False)
            else:
                titles = input_titles(document.data.origin)
                column.pages.setCurrentWidget(column.plane)
                column.plane.show_axes(spans_of(document.data.origin, axes), (titles[axes[0]], titles[axes[1]]))
                column.plane.show_points(own_points(dataset, shown)[:, axes], colours, tests)
        self._show_legend(document, dataset)

    def _show_legend(self, document: Document, dataset: Dataset) -> None:
        if document.data.facts.task == "classes":
            self.legend.show_classes(class_names(document.data))
        else:
            high = number_text(Answers(dataset, None, None).limit(None), 2)
            self.legend.show_range(f"−{high}", f"+{high}", steps=document.view.discretize)
