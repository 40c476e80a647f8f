"""What the network answers over the plane of two inputs: in colour, or as a landscape."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, class_names, looked_at
from playground.datasets.example import Example, example_of
from playground.datasets.input_plane import default_axes
from playground.datasets.measures import measures, spans_of
from playground.document.checks.shapes import flow, shows_example
from playground.document.document import Document
from playground.document.settings import DataSettings
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.output.axes_row import AxesRow
from playground.ui.plots.output.held_rows import HeldRows
from playground.ui.plots.output.pages import Drawn, Pages, axis_names
from playground.ui.plots.output.surface_controls import SourceRow, ViewOptions, neuron_title
from playground.ui.plots.output.surface_foot import SurfaceFoot
from playground.ui.plots.output.surface_table import surface_table
from playground.ui.plots.planes.answers import Answers
from playground.ui.texts.data import feature_title
from playground.ui.texts.numbers import with_unit
from playground.ui.texts.output import output_word, two_decimals
from playground.ui.theme import Theme
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.sparing import Sparing

REST_3D = 50  # milliseconds between two landscapes


class SurfacePanel(LiveView):
    """The page of the output view for data with a plane."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.switch = Segments(("2D", "3D"), theme, self)
        self.switch.chosen.connect(self._choose_view)
        self.heading.row.addWidget(self.switch)
        self.source = SourceRow(self)
        self.heading.title.hide()
        self.heading.row.insertWidget(0, self.source)
        self.options = ViewOptions(self)
        self.addActions(self.options.actions)
        self.axes_row = AxesRow(self)
        self.pages = Pages(theme, self)
        self.plane, self.line = self.pages.plane, self.pages.line
        self.held_rows = HeldRows(theme, self)
        self.foot = SurfaceFoot(theme, self)
        self.legend, self.reading = self.foot.legend, self.foot.reading
        self.test_points, self.discretize = self.foot.test_points, self.foot.discretize
        self._document: Document | None = None
        self._dataset: Dataset | None = None
        self._frame: Frame | None = None
        self._hovered: tuple[str, int] | None = None
        self._place: tuple[float, float] | None = None
        self._example, self._choosing = None, False  # type: Example | None, bool
        self._sparing_3d = Sparing(REST_3D, self._draw_frame, self)
        self._arrange()
        self._connect()
        self.show_theme(theme)

    def _connect(self) -> None:
        self.plane.point_chosen.connect(self._choose_point)
        self.line.point_chosen.connect(self._choose_point)
        self.source.changed.connect(self._choose_source)
        self.source.target_chosen.connect(lambda place: self.view_chosen.emit("shown_target", place))
        self.options.lines_changed.connect(self._choose_source)
        self.options.side_changed.connect(self.wanted_changed)
        self.axes_row.changed.connect(self._choose_axes)
        self.held_rows.changed.connect(self.wanted_changed)
        self.plane.hovered.connect(self._read)
        self.test_points.toggled.connect(self._draw_all)
        self.discretize.toggled.connect(self._draw_frame)
        self.test_points.clicked.connect(lambda on: self.view_chosen.emit("show_test", on))
        self.discretize.clicked.connect(lambda on: self.view_chosen.emit("discretize", on))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.axes_row)
        column.addLayout(self.pages)
        column.addWidget(self.held_rows)
        column.addWidget(self.foot)
        column.addStretch(1)

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("SurfacePanel", "Output")

    def explanation(self) -> str:
        return self.tr(
            "What the network answers at each place of the input plane, from orange over grey to blue, and the data "
            "points in the colours of their right answers."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(
            wanted,
            surface_side=max(self.options.side, wanted.surface_side),
            axes=self.axes,
            held=self.held_rows.held,
            pinned=self.source.pinned,
            points=wanted.points or self._marks_wrong,
        )

    def table(self) -> Table | None:
        """A row for each place of the grid, from the left of its lowest line on: the inputs and what comes out."""
        values = self._answers.values() if self._dataset is not None else None
        if values is None or self._dataset is None:
            return None
        names, settings = axis_names(self._dataset, self.axes), self._dataset.settings
        inputs = names[:1] if self._one_input else names
        classes = class_names(settings) if values.shape[-1] > 1 else ()
        spans = spans_of(settings.origin, self.axes)
        return surface_table(values, spans, inputs, classes or (self._drawn_name,))

    def why_no_svg(self) -> str:
        return self.tr("The landscape is drawn by the graphics card, which knows no lines.") if self.pages.in_3d else ""

    @property
    def axes(self) -> tuple[int, int]:
        """The two raw inputs, by index, that span the plane."""
        return self.axes_row.axes

    def show_document(self, document: Document) -> None:
        self._document = document
        pinned = self.source.pinned
        self.source.show_document(document)
        self._show_view()
        dataset = self._dataset
        # `axes` must fit the data even while nobody sees the plane.
        if self.isVisible() or dataset is None or dataset.settings.facts.inputs != document.data.facts.inputs:
            self._load()
        if pinned != self.source.pinned:
            self._draw_frame()

    def _show_view(self) -> None:
        """Tick and hide the boxes as the document says."""
        if self._document is None:
            return
        view, before = self._document.view, (self.test_points.isChecked(), self.discretize.isChecked())
        with QSignalBlocker(self.test_points), QSignalBlocker(self.discretize):
            self.test_points.setChecked(view.show_test)
            self.discretize.setChecked(view.discretize)
        self.test_points.setVisible("showTestData" not in view.hidden)
        self.discretize.setVisible("discretize" not in view.hidden and not self._one_input)
        if before != (view.show_test, view.discretize):
            self._draw_all()

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if self.isVisible() and self.pages.in_3d:
            self._sparing_3d.ask_for(frame)
        elif self.isVisible():
            self._draw_frame()

    def show_example(self, example: Example) -> None:
        self._example = example
        self._mark_example()

    def let_choose(self, on: bool) -> None:
        """Whether a click on a point of the plane chooses it as the example, which is ringed there then."""
        self._choosing = on
        self._mark_example()

    def _mark_example(self) -> None:
        self.pages.show_mark(self._dataset, self._example if self._choosing else None, self.axes)

    def _choose_point(self, place: int) -> None:
        if self._choosing and self._dataset is not None:
            self.example_chosen.emit(example_of(self._dataset, int(self.pages.rows[place])))

    def forget(self) -> None:
        self._frame = None
        self._draw_frame()

    def show_neuron(self, node: str, unit: int | None) -> None:
        """Show one neuron of a node for a moment; "" or no unit for what was chosen again.

        So where the node shows pictures or traces of one example: they do not lie over the plane.
        """
        document = self._document
        shape = flow(document).shapes.get(node, ()) if document else ()
        lies_there = document is not None and not shows_example(document, shape)
        self._hovered = (node, unit) if unit is not None and lies_there else None
        if self.isVisible() and self._dataset is not None:
            self._draw_title()
            self._draw_frame()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.switch, self.pages, self.held_rows, self.foot):
            part.show_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()
        self._draw_frame()

    @property
    def _neuron(self) -> tuple[str, int] | None:
        """The neuron that is drawn instead of the output."""
        return self._hovered or self.source.pinned

    @property
    def _marks_wrong(self) -> bool:
        decides = self._dataset is not None and self._dataset.settings.facts.task != "regression"
        return decides and self.options.wrong.isChecked() and self._neuron is None

    def _load(self) -> None:
        """Take the document's data if they are other ones."""
        if self._document is None:
            return
        before, after = self._dataset.settings if self._dataset else None, self._document.data
        dataset = looked_at(self._document)
        if dataset is not self._dataset:
            self._dataset = dataset
            if before is None or _others(before, after):
                # What an older frame holds belongs to other data.
                self._frame = None if before else self._frame
                self.axes_row.show_inputs(after.facts.inputs, default_axes(self._dataset))
                self._choose_page()
            self.held_rows.show_data(self._dataset, self.axes)
            self._draw_data()
            self._draw_frame()
        self._draw_title()

    @property
    def _one_input(self) -> bool:
        return self._dataset is not None and len(self._dataset.settings.facts.inputs) == 1

    def _choose_axes(self) -> None:
        self._frame = None
        if self._dataset is not None:
            self.held_rows.show_data(self._dataset, self.axes)
        self._draw_data()
        self._draw_frame()
        self.wanted_changed.emit()

    def _choose_source(self) -> None:
        self._draw_frame()
        self.wanted_changed.emit()

    def _choose_view(self, word: str) -> None:
        if word == "3D" and not self.pages.make_landscape():
            self.switch.show_word("2D")
            self.foot.say(output_word("no_opengl"))
            return
        self._choose_page()
        self._draw_data()
        self._draw_frame()

    def _choose_page(self) -> None:
        self.switch.setVisible(not self._one_input)
        self._show_view()
        self.pages.choose(self._one_input, self.switch.word == "3D")
        self._read(None)

    def _draw_title(self) -> None:
        title, note = (self.tr("Output"), "")
        if self._document is not None and self._hovered is not None:
            title, note = neuron_title(self._document, *self._hovered) or (title, note)
        # For a moment the neuron under the pointer stands where the choice does.
        self.source.setVisible(self._hovered is None)
        self.heading.title.setVisible(self._hovered is not None)
        self.heading.title.setText(title)
        self.heading.note.setText(note)

    def _draw_data(self) -> None:
        if self._dataset is not None:
            self.pages.show_data(self._dataset, self.axes, self._drawn)
            self._mark_example()

    def _draw_all(self) -> None:
        self._draw_data()
        self._draw_frame()

    @property
    def _drawn(self) -> Drawn:
        """What is ticked in the menu and below the plane."""
        options = self.options
        return Drawn(
            self.test_points.isChecked(), self.discretize.isChecked(), options.contours.isChecked(),
            options.boundary.isChecked(), options.wrong.isChecked(), options.target.isChecked(),
        )  # fmt: skip

    @property
    def _answers(self) -> Answers:
        assert self._dataset is not None
        return Answers(self._dataset, self._frame, self._neuron)

    def _draw_frame(self) -> None:
        """The newest values in the view that is open."""
        if self._dataset is None:
            return
        answers, drawn = self._answers, self._drawn
        values = answers.values()
        limit = answers.limit(values)
        self.foot.show_legend(answers, values, limit, lined=drawn.contours and self.pages.flat)
        self.pages.show_answers(answers, values, limit, drawn, self._drawn_name)
        self._say(self.pages.wrong(answers, drawn))
        self._read(self._place)

    @property
    def _drawn_name(self) -> str:
        return self.source.name if self._hovered is None else self.heading.note.text()

    def _say(self, wrong: NDArray[np.bool_] | None) -> None:
        """What stands where nothing is pointed at; `wrong` tells which of the drawn rows are."""
        sampled = self.pages.sampled
        if self.pages.in_3d:
            self.foot.say(output_word("turn"), sampled)
        elif wrong is not None:
            self.foot.say_wrong(wrong, self.pages.rows >= self._answers.dataset.train_count, sampled)
        elif self.reading.words != output_word("no_opengl"):
            self.foot.say("" if self._one_input else output_word("hint"), sampled)

    def _read(self, place: tuple[float, float] | None) -> None:
        """What stands under the pointer, in words."""
        self._place = place
        if place is None or self._dataset is None:
            self.reading.show_fields(())
            return
        names, known = self._dataset.settings.facts.inputs, measures(self._dataset.settings.origin)
        told = zip(self.axes, map(two_decimals, place), strict=True)
        inputs = tuple((feature_title(names[axis]), with_unit(value, known[axis].unit)) for axis, value in told)
        neuron = self.source.neurons.currentText() if self._hovered is None else self.heading.note.text()
        self.reading.show_fields(inputs + self._answers.fields(self.axes, place, neuron))


def _others(before: DataSettings, after: DataSettings) -> bool:
    """Whether these are other data, and not the same with other numbers."""
    return (before.name, before.facts.inputs, before.own is None) != (after.name, after.facts.inputs, after.own is None)
