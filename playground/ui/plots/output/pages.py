"""The three ways in which the output is drawn: over a plane of two inputs, over one input, and as a landscape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QStackedLayout, QWidget

from playground.datasets.dataset import Dataset, sample
from playground.datasets.example import Example, belongs
from playground.datasets.measures import measures, own_points, spans_of
from playground.datasets.target import true_value
from playground.frames.arrays import Floats
from playground.ui import text
from playground.ui.plots.output.landscape import Landscape
from playground.ui.plots.planes.answers import Answers
from playground.ui.plots.planes.colouring import label_rgb, output_rgb
from playground.ui.plots.planes.line_view import LineView
from playground.ui.plots.planes.plane_view import PlaneView
from playground.ui.plots.surfaces.surface_3d import make_surface_view
from playground.ui.texts.data import input_titles
from playground.ui.texts.output import output_word
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip

if TYPE_CHECKING:
    from playground.ui.plots.surfaces.surface_gl import SurfaceView

NO_ROWS = np.zeros(0, np.intp)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a person wants to see beside the output: test points, steps of colour, lines, rings, the rule behind."""

    test_points: bool
    discretize: bool
    contours: bool
    boundary: bool
    wrong: bool
    target: bool


class Pages(QStackedLayout):
    """Shows the data with `show_data`, what the network answers with `show_answers`; the landscape needs OpenGL."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__()
        self.theme, self._parent = theme, parent
        self.plane, self.line = PlaneView(theme, parent), LineView(theme, parent)
        self.landscape: SurfaceView | None = None
        self._axes = (0, 1)
        # The rows of the data that are drawn.
        self.rows: NDArray[np.intp] = NO_ROWS
        # What is said where the points are not all of them.
        self.sampled = ""
        self.addWidget(self.plane)
        self.addWidget(self.line)

    def make_landscape(self) -> bool:
        """Whether there is one now."""
        if self.landscape is None:
            self.landscape = make_surface_view(self.theme, self._parent)
            if self.landscape is not None:
                self.addWidget(self.landscape)
        return self.landscape is not None

    def choose(self, one_input: bool, in_3d: bool) -> None:
        page: QWidget = self.line if one_input else self.plane
        if in_3d and not one_input and self.landscape is not None:
            page = self.landscape
        self.setCurrentWidget(page)

    @property
    def in_3d(self) -> bool:
        return self.landscape is not None and self.currentWidget() is self.landscape

    @property
    def flat(self) -> bool:
        return self.currentWidget() is self.plane

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        for page in (self.plane, self.line, self.landscape):
            if page is not None:
                page.show_theme(theme)

    def show_data(self, dataset: Dataset, axes: tuple[int, int], drawn: Drawn) -> None:
        """Points and axes: what stays the same from frame to frame."""
        self._axes = axes
        rows, facts = sample(dataset), dataset.settings.facts
        self.rows = rows = rows if drawn.test_points else rows[rows < dataset.train_count]
        tests, colours = rows >= dataset.train_count, label_rgb(dataset, rows)
        if len(facts.inputs) == 1:
            names = text.feature_title(facts.inputs[0]), output_word("output")
            self.line.show_axes(measures(dataset.settings.origin)[0].span, dataset.label_span, names)
            self.line.show_points(np.column_stack([dataset.points[rows, 0], dataset.labels[rows]]), colours, tests)
            self.line.show_truth(lambda x: true_value(dataset.settings, x.reshape(-1, 1)), drawn.target)
        else:
            self.plane.show_axes(spans_of(dataset.settings.origin, axes), axis_names(dataset, axes))
            self.plane.show_points(own_points(dataset, rows)[:, axes], colours, tests)
        there = len(dataset.points) if drawn.test_points else dataset.train_count
        told = output_word("drawn", drawn=f"{len(rows):,}", all=f"{there:,}")
        self.sampled = told if len(rows) < there else ""
        self.plane.setToolTip(tip(self.sampled))

    def show_mark(self, dataset: Dataset | None, example: Example | None, axes: tuple[int, int]) -> None:
        """A ring round the example, where it stands; None for none."""
        on_line, on_plane = None, None
        if dataset is not None and example is not None and belongs(example, dataset):
            own = example.values if example.row is None else own_points(dataset, np.array([example.row]))[0]
            if len(dataset.settings.facts.inputs) == 1:
                on_line = (example.values[0], example.labels[dataset.goal]) if example.labels else None
            else:
                on_plane = (float(own[axes[0]]), float(own[axes[1]]))
        self.line.show_mark(on_line)
        self.plane.show_mark(on_plane)

    def show_answers(self, answers: Answers, values: Floats | None, limit: float, drawn: Drawn, name: str) -> None:
        """Values (side, side, channels), of which `limit` is the top, in the page that is open; `name` is theirs."""
        if self.currentWidget() is self.line:
            self.line.show_values(None if values is None else values[0, :, 0])
        elif self.in_3d:
            self._draw_landscape(answers, values, limit, drawn, name)
        else:
            self._draw_plane(answers, values, limit, drawn)

    def wrong(self, answers: Answers, drawn: Drawn) -> NDArray[np.bool_] | None:
        """Which of the drawn rows are answered wrongly, where that is asked and known."""
        return answers.wrong(self.rows) if drawn.wrong else None

    def _draw_plane(self, answers: Answers, values: Floats | None, limit: float, drawn: Drawn) -> None:
        self.plane.show_rgb(None if values is None else output_rgb(values, limit, drawn.discretize))
        lines = answers.lines(values, limit, drawn.contours, drawn.boundary)
        self.plane.show_lines(*lines, 2 if values is None else len(values))
        wrong = self.wrong(answers, drawn)
        rows = NO_ROWS if wrong is None else self.rows[wrong]
        self.plane.show_rings(own_points(answers.dataset, rows)[:, self._axes])

    def _draw_landscape(self, answers: Answers, values: Floats | None, limit: float, drawn: Drawn, name: str) -> None:
        assert self.landscape is not None
        names = (*axis_names(answers.dataset, self._axes), name)
        show = Landscape(answers.dataset, self.rows, self._axes, names, is_output=answers.neuron is None)
        show.draw(self.landscape, values, limit, drawn.discretize, drawn.target)


def axis_names(dataset: Dataset, axes: tuple[int, int]) -> tuple[str, str]:
    """What the two raw inputs are called, with their units."""
    names = input_titles(dataset.settings.origin)
    return names[axes[0]], names[axes[1]]
