"""What the network answers over the plane of two inputs: in colour, or as a landscape."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, class_names, load, sample
from playground.datasets.target import true_value
from playground.document.checks.shapes import flow, has_no_plane
from playground.document.document import Document
from playground.document.settings import DataSettings
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.frames.wanted import Wanted
from playground.ui import text
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.output.axes_row import AxesRow, default_axes
from playground.ui.plots.output.held_rows import HeldRows
from playground.ui.plots.output.landscape import Landscape
from playground.ui.plots.output.surface_controls import SourceRow, ViewOptions, neuron_title
from playground.ui.plots.output.surface_foot import SurfaceFoot
from playground.ui.plots.output.surface_table import surface_table
from playground.ui.plots.planes.answers import Answers
from playground.ui.plots.planes.colouring import label_rgb, output_rgb
from playground.ui.plots.planes.line_view import LineView
from playground.ui.plots.planes.plane_view import PlaneView
from playground.ui.plots.surfaces.surface_3d import make_surface_view
from playground.ui.texts.output import output_word, two_decimals
from playground.ui.theme import Theme
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.sparing import Sparing

if TYPE_CHECKING:
    from playground.ui.plots.surfaces.surface_gl import SurfaceView

REST_3D = 50  # milliseconds between two landscapes


class SurfacePanel(LiveView):
    """`view_chosen(name, on)` tells which of the document's view settings a person ticks."""

    view_chosen = Signal(str, bool)

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
        self.plane = PlaneView(theme, self)
        self.line = LineView(theme, self)
        self.landscape: SurfaceView | None = None
        self.held_rows = HeldRows(theme, self)
        self.foot = SurfaceFoot(theme, self)
        self.legend, self.reading = self.foot.legend, self.foot.reading
        self.test_points, self.discretize = self.foot.test_points, self.foot.discretize
        self._document: Document | None = None
        self._dataset: Dataset | None = None
        self._settings: DataSettings | None = None
        self._frame: Frame | None = None
        self._hovered: tuple[str, int] | None = None
        self._place: tuple[float, float] | None = None
        self._sparing_3d = Sparing(REST_3D, self._draw_frame, self)
        self._shown = np.zeros(0, np.intp)
        self._arrange()
        self._connect()
        self.show_theme(theme)

    def _connect(self) -> None:
        self.source.changed.connect(self._choose_source)
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
        self.pages = QStackedLayout()
        self.pages.addWidget(self.plane)
        self.pages.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.axes_row)
        column.addLayout(self.pages)
        column.addWidget(self.held_rows)
        column.addWidget(self.foot)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("Output")

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
        if values is None or self._settings is None:
            return None
        inputs = self._axis_names[:1] if self._one_input else self._axis_names
        classes = class_names(self._settings) if values.shape[-1] > 1 else ()
        return surface_table(values, self._settings.facts.span, inputs, classes or (self._drawn_name,))

    def why_no_svg(self) -> str:
        return self.tr("The landscape is drawn by the graphics card, which knows no lines.") if self._in_3d else ""

    @property
    def axes(self) -> tuple[int, int]:
        """The two raw inputs, by index, that span the plane."""
        return self.axes_row.axes

    def show_document(self, document: Document) -> None:
        self._document = document
        pinned = self.source.pinned
        self.source.show_document(document)
        self._show_view()
        settings = self._settings
        # `axes` must fit the data even while nobody sees the plane.
        if self.isVisible() or settings is None or settings.facts.inputs != document.data.facts.inputs:
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
        if self.isVisible() and self._in_3d:
            self._sparing_3d.ask_for(frame)
        elif self.isVisible():
            self._draw_frame()

    def show_neuron(self, node: str, unit: int | None) -> None:
        """Show one neuron of a node for a moment; "" or no unit for what was chosen again.

        So where the node shows pictures or traces of one example: they do not lie over the plane.
        """
        shape = flow(self._document).shapes.get(node, ()) if self._document else ()
        self._hovered = (node, unit) if unit is not None and not has_no_plane(shape) else None
        if self.isVisible() and self._dataset is not None:
            self._draw_title()
            self._draw_frame()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.switch, self.plane, self.line, self.held_rows, self.foot, self.landscape):
            if part is not None:
                part.show_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()
        self._draw_frame()

    @property
    def _in_3d(self) -> bool:
        return self.landscape is not None and self.pages.currentWidget() is self.landscape

    @property
    def _neuron(self) -> tuple[str, int] | None:
        """The neuron that is drawn instead of the output."""
        return self._hovered or self.source.pinned

    @property
    def _marks_wrong(self) -> bool:
        decides = self._settings is not None and self._settings.facts.task != "regression"
        return decides and self.options.wrong.isChecked() and self._neuron is None

    def _load(self) -> None:
        """Take the document's data if they are other ones."""
        if self._document is None:
            return
        before, after = self._settings, self._document.data
        if after != before:
            self._settings, self._dataset = after, load(after)
            if before is None or before.name != after.name:
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
        return self._settings is not None and len(self._settings.facts.inputs) == 1

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
        if word == "3D" and self.landscape is None:
            self.landscape = make_surface_view(self.theme, self)
            if self.landscape is None:
                self.switch.show_word("2D")
                self.foot.say(output_word("no_opengl"))
                return
            self.pages.addWidget(self.landscape)
        self._choose_page()
        self._draw_data()
        self._draw_frame()

    def _choose_page(self) -> None:
        self.switch.setVisible(not self._one_input)
        self._show_view()
        page: QWidget = self.plane
        if self._one_input:
            page = self.line
        elif self.switch.word == "3D" and self.landscape is not None:
            page = self.landscape
        self.pages.setCurrentWidget(page)
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
        """Points, axes and legend: what stays the same from frame to frame."""
        dataset, settings = self._dataset, self._settings
        if dataset is None or settings is None:
            return
        rows = sample(dataset)
        shown = rows if self.test_points.isChecked() else rows[rows < dataset.train_count]
        tests, colours = shown >= dataset.train_count, label_rgb(dataset)[shown]
        self._shown = shown
        if self._one_input:
            names = text.feature_title(settings.facts.inputs[0]), output_word("output")
            self.line.show_axes(settings.facts.span, dataset.label_span, names)
            self.line.show_points(np.column_stack([dataset.points[shown, 0], dataset.labels[shown]]), colours, tests)
            self.line.show_truth(lambda x: true_value(settings, x.reshape(-1, 1)), self.options.target.isChecked())
        else:
            self.plane.show_axes(settings.facts.span, self._axis_names)
            self.plane.show_points(dataset.points[shown][:, self.axes], colours, tests)
        there = len(dataset.points) if self.test_points.isChecked() else dataset.train_count
        note = output_word("drawn", drawn=f"{len(shown):,}", all=f"{there:,}")
        self.plane.setToolTip(note if len(shown) < there else "")

    def _draw_all(self) -> None:
        self._draw_data()
        self._draw_frame()

    @property
    def _axis_names(self) -> tuple[str, str]:
        assert self._settings is not None
        inputs = self._settings.facts.inputs
        return text.feature_title(inputs[self.axes[0]]), text.feature_title(inputs[self.axes[1]])

    @property
    def _answers(self) -> Answers:
        assert self._dataset is not None
        return Answers(self._dataset, self._frame, self._neuron)

    def _draw_frame(self) -> None:
        """The newest values in the view that is open."""
        if self._dataset is None:
            return
        answers = self._answers
        values = answers.values()
        limit = answers.limit(values)
        lined = self.options.contours.isChecked() and self.pages.currentWidget() is self.plane
        self.foot.show_legend(answers, values, limit, lined)
        if self._one_input:
            self.line.show_values(None if values is None else values[0, :, 0])
        elif self._in_3d:
            self._draw_landscape(values, limit)
        else:
            self._draw_plane(answers, values, limit)
        self._say(answers)
        self._read(self._place)

    def _draw_plane(self, answers: Answers, values: Floats | None, limit: float) -> None:
        assert self._dataset is not None
        self.plane.show_rgb(None if values is None else output_rgb(values, limit, self.discretize.isChecked()))
        lines = answers.lines(values, limit, self.options.contours.isChecked(), self.options.boundary.isChecked())
        self.plane.show_lines(*lines, 2 if values is None else len(values))
        wrong = answers.wrong(self._shown) if self.options.wrong.isChecked() else None
        rows = self._shown[:0] if wrong is None else self._shown[wrong]
        self.plane.show_rings(self._dataset.points[rows][:, self.axes])

    def _draw_landscape(self, values: Floats | None, limit: float) -> None:
        assert self._dataset is not None
        assert self.landscape is not None
        names = (*self._axis_names, self._drawn_name)
        show = Landscape(self._dataset, self._shown, self.axes, names, is_output=self._neuron is None)
        show.draw(self.landscape, values, limit, self.discretize.isChecked(), self.options.target.isChecked())

    @property
    def _drawn_name(self) -> str:
        return self.source.name if self._hovered is None else self.heading.note.text()

    def _say(self, answers: Answers) -> None:
        """What stands where nothing is pointed at."""
        wrong = answers.wrong(self._shown) if self.options.wrong.isChecked() else None
        if self._in_3d:
            self.foot.say(output_word("turn"))
        elif wrong is not None:
            self.foot.say_wrong(wrong, self._shown >= answers.dataset.train_count)
        elif self.reading.words != output_word("no_opengl"):
            self.foot.say("" if self._one_input else output_word("hint"))

    def _read(self, place: tuple[float, float] | None) -> None:
        """What stands under the pointer, in words."""
        self._place = place
        if place is None or self._dataset is None:
            self.reading.show_fields(())
            return
        inputs = tuple(zip(self._axis_names, map(two_decimals, place), strict=True))
        neuron = self.source.neurons.currentText() if self._hovered is None else self.heading.note.text()
        self.reading.show_fields(inputs + self._answers.fields(place, neuron))
