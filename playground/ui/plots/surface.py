"""What the network answers over the plane of two inputs: in colour, or as a landscape."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, class_names, load
from playground.document.document import Document
from playground.document.graph import DATA
from playground.document.settings import DataSettings
from playground.document.shapes import flow, has_no_plane
from playground.frames import Floats, Frame, Wanted
from playground.ui import text
from playground.ui.plots.axes_row import AxesRow, default_axes
from playground.ui.plots.colouring import heights, label_rgb, limit_of, output_rgb, value_at
from playground.ui.plots.legend import ColourLegend
from playground.ui.plots.line_view import LineView
from playground.ui.plots.plane_view import PlaneView
from playground.ui.plots.segments import Segments
from playground.ui.plots.surface_3d import make_surface_view
from playground.ui.plots.surface_table import surface_table
from playground.ui.plots.ticks import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import SMALL, scaled_font
from playground.ui.widgets.live_view import LiveView, Table

if TYPE_CHECKING:
    from playground.ui.plots.surface_gl import SurfaceView

Stand = np.typing.NDArray[np.floating]
SIDE = 100
SHOWN_POINTS = 1000
REST_3D = 50  # milliseconds between two landscapes


class SurfacePanel(LiveView):
    """`view_chosen(name, on)` tells which of the document's view settings a person ticks."""

    view_chosen = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.switch = Segments(("2D", "3D"), theme, self)
        self.switch.chosen.connect(self._choose_view)
        self.heading.row.addWidget(self.switch)
        self.axes_row = AxesRow(self)
        self.axes_row.changed.connect(self._choose_axes)
        self.plane = PlaneView(theme, self)
        self.plane.hovered.connect(self._read)
        self.line = LineView(theme, self)
        self.landscape: SurfaceView | None = None
        self.legend = ColourLegend(theme, self)
        self.reading = QLabel("", self)
        self.test_points = QCheckBox(self.tr("test points"), self)
        self.test_points.setToolTip(self.tr("Also show the points that the network does not learn from."))
        self.discretize = QCheckBox(self.tr("discretize"), self)
        self.discretize.setToolTip(self.tr("Show the decision alone, not how sure it is."))
        self.test_points.toggled.connect(self._draw_all)
        self.discretize.toggled.connect(self._draw_frame)
        self.test_points.clicked.connect(lambda on: self.view_chosen.emit("show_test", on))
        self.discretize.clicked.connect(lambda on: self.view_chosen.emit("discretize", on))
        self._document: Document | None = None
        self._dataset: Dataset | None = None
        self._settings: DataSettings | None = None
        self._frame: Frame | None = None
        self._shown_neuron: tuple[str, int | None] = ("", None)
        self._rest = QTimer(self, singleShot=True, interval=REST_3D)
        self._rest.timeout.connect(self._draw_late)
        self._waiting = False
        self._shown = np.zeros(0, np.intp)
        self._arrange()
        self.show_theme(theme)

    def _arrange(self) -> None:
        self.pages = QStackedLayout()
        self.pages.addWidget(self.plane)
        self.pages.addWidget(self.line)
        foot = QGridLayout()
        foot.setHorizontalSpacing(16)
        foot.setVerticalSpacing(0)
        foot.addWidget(self.legend, 0, 0)
        foot.addWidget(self.reading, 1, 0)
        checks = QVBoxLayout()
        checks.setSpacing(2)
        checks.addWidget(self.test_points)
        checks.addWidget(self.discretize)
        checks.addStretch(1)
        foot.addLayout(checks, 0, 1, 2, 1)
        foot.setColumnStretch(0, 1)
        self.reading.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.axes_row)
        column.addLayout(self.pages)
        column.addLayout(foot)
        column.addStretch(1)

    def title(self) -> str:
        return self.tr("Output")

    def explanation(self) -> str:
        return self.tr(
            "What the network answers at each place of the input plane, from orange over grey to blue, and the data "
            "points in the colours of their right answers."
        )

    def wanted(self, wanted: Wanted) -> Wanted:
        return replace(wanted, surface_side=max(SIDE, wanted.surface_side), axes=self.axes)

    def table(self) -> Table | None:
        """A row for each place of the grid, from the left of its lowest line on: the inputs and what comes out."""
        values, settings = self._values(), self._settings
        if values is None or settings is None:
            return None
        inputs = self._axis_names[:1] if self._one_input else self._axis_names
        classes = class_names(settings) if values.shape[-1] > 1 else ()
        return surface_table(values, settings.facts.span, inputs, classes or (self.heading.title.text(),))

    def why_no_svg(self) -> str:
        return self.tr("The landscape is drawn by the graphics card, which knows no lines.") if self._in_3d else ""

    @property
    def axes(self) -> tuple[int, int]:
        """The two raw inputs, by index, that span the plane."""
        return self.axes_row.axes

    def show_document(self, document: Document) -> None:
        self._document = document
        self._show_view()
        settings = self._settings
        # `axes` must fit the data even while nobody sees the plane.
        if self.isVisible() or settings is None or settings.facts.inputs != document.data.facts.inputs:
            self._load()

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
        if not self.isVisible():
            return
        if self._in_3d and self._rest.isActive():
            self._waiting = True
            return
        self._draw_frame()

    def show_neuron(self, node: str, unit: int | None) -> None:
        """Show one neuron of a node instead of the output; "" or no unit for the output again.

        So where the node shows pictures or traces of one example: they do not lie over the plane.
        """
        shape = flow(self._document).shapes.get(node, ()) if self._document else ()
        self._shown_neuron = (node, unit) if unit is not None and not has_no_plane(shape) else ("", None)
        if self.isVisible() and self._dataset is not None:
            self._draw_title()
            self._draw_frame()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.switch, self.plane, self.line, self.legend, self.landscape):
            if part is not None:
                part.show_theme(theme)
        for widget in (self.reading, self.test_points, self.discretize):
            widget.setStyleSheet(f"color: {theme.muted}")
            widget.setFont(scaled_font(QApplication.font(), SMALL))
        self.reading.setFixedHeight(QFontMetrics(self.reading.font()).height() + 4)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()
        self._draw_frame()

    @property
    def _in_3d(self) -> bool:
        return self.landscape is not None and self.pages.currentWidget() is self.landscape

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
            self._draw_data()
            self._draw_frame()
        self._draw_title()

    @property
    def _one_input(self) -> bool:
        return self._settings is not None and len(self._settings.facts.inputs) == 1

    def _choose_axes(self) -> None:
        self._frame = None
        self._draw_data()
        self._draw_frame()
        self.wanted_changed.emit()

    def _choose_view(self, word: str) -> None:
        if word == "3D" and self.landscape is None:
            self.landscape = make_surface_view(self.theme, self)
            if self.landscape is None:
                self.switch.show_word("2D")
                self.reading.setText(self.tr("3D needs OpenGL, which this screen does not offer."))
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
        self.reading.setText(self.tr("Drag to turn, wheel to zoom.") if page is self.landscape else "")

    def _draw_title(self) -> None:
        node_id, unit = self._shown_neuron
        node = self._document.graph.by_id.get(node_id) if self._document else None
        if node is None or unit is None:
            self.heading.title.setText(self.tr("Output"))
            self.heading.note.setText("")
        else:
            self.heading.title.setText(text.node_title(node, self._document))
            names = self._document.data.input_names if self._document and node_id == DATA else ()
            is_feature = unit < len(names)
            title = text.feature_title(names[unit]) if is_feature else self.tr("neuron {number}")
            self.heading.note.setText(title if is_feature else title.format(number=unit + 1))

    def _draw_data(self) -> None:
        """Points, axes and legend: what stays the same from frame to frame."""
        dataset, settings = self._dataset, self._settings
        if dataset is None or settings is None:
            return
        shown = self._shown_points(dataset)
        tests, colours = shown >= dataset.train_count, label_rgb(dataset)[shown]
        self._shown = shown
        if self._one_input:
            self.line.show_axes(settings.facts.span, dataset.label_span)
            self.line.show_points(np.column_stack([dataset.points[shown, 0], dataset.labels[shown]]), colours, tests)
        else:
            self.plane.show_axes(settings.facts.span, self._axis_names)
            self.plane.show_points(dataset.points[shown][:, self.axes], colours, tests)
        drawn, there = len(shown), len(dataset.points) if self.test_points.isChecked() else dataset.train_count
        note = self.tr("{drawn} of {all} points are drawn.").format(drawn=f"{drawn:,}", all=f"{there:,}")
        self.plane.setToolTip(note if drawn < there else "")

    def _draw_all(self) -> None:
        self._draw_data()
        self._draw_frame()

    def _shown_points(self, dataset: Dataset) -> np.typing.NDArray[np.intp]:
        """Indices of the points to draw; they are shuffled, so the first ones are a fair sample."""
        if not self.test_points.isChecked():
            return np.arange(min(dataset.train_count, SHOWN_POINTS))
        return np.linspace(0, len(dataset.points) - 1, min(len(dataset.points), SHOWN_POINTS)).astype(np.intp)

    @property
    def _axis_names(self) -> tuple[str, str]:
        assert self._settings is not None
        inputs = self._settings.facts.inputs
        return text.feature_title(inputs[self.axes[0]]), text.feature_title(inputs[self.axes[1]])

    def _values(self) -> Floats | None:
        """What to draw, shape (rows, side, channels); None before there is any, or where it is of other data."""
        frame, settings = self._frame, self._settings
        if frame is None or settings is None:
            return None
        node, unit = self._shown_neuron
        if unit is not None:
            maps = frame.maps.get(node)
            return maps[unit][..., np.newaxis] if maps is not None and unit < len(maps) else None
        channels = settings.facts.outputs if settings.facts.task == "classes" else 1
        surface = frame.surface
        if surface is None or surface.ndim != 3 or surface.shape[-1] != channels:
            return None
        return surface if self._one_input or surface.shape[0] == surface.shape[1] else None

    @property
    def _limit(self) -> float:
        """The value that is wholly blue."""
        shows_output = self._shown_neuron[1] is None
        return limit_of(self._dataset) if shows_output and self._dataset is not None else 1.0

    def _draw_late(self) -> None:
        if self._waiting:
            self._draw_frame()

    def _draw_frame(self) -> None:
        """The newest values in the view that is open."""
        self._waiting = False
        if self._dataset is None:
            return
        values, limit = self._values(), self._limit
        self._draw_legend(limit)
        if self._one_input:
            self.line.show_values(None if values is None else values[0, :, 0])
        elif self._in_3d:
            self._rest.start()
            self._draw_landscape(values, limit)
        else:
            rgb = None if values is None else output_rgb(values, limit, self.discretize.isChecked())
            self.plane.show_rgb(rgb)

    def _draw_landscape(self, values: Floats | None, limit: float) -> None:
        dataset, settings, view = self._dataset, self._settings, self.landscape
        assert dataset is not None
        assert settings is not None
        assert view is not None
        rgb = None if values is None else output_rgb(values, limit, self.discretize.isChecked())
        high = None if values is None else heights(values, limit)
        (low, top), shown = settings.facts.span, self._shown
        places = (2 * dataset.points[shown][:, self.axes] - (low + top)) / (top - low)
        regression = settings.facts.task == "regression" and self._shown_neuron[1] is None
        stand: Stand = np.clip(dataset.labels[shown] / limit, -1, 1) if regression else np.zeros(len(shown))
        if high is not None and not regression:
            stand = view.on_surface(high, places)
        inside = (np.abs(places) <= 1).all(axis=1)
        several = values is not None and values.shape[-1] > 1
        view.show_axes(settings.facts.span, self._axis_names, (0.0 if several else -limit, 1.0 if several else limit))
        view.show_surface(high, rgb)
        tests = shown >= dataset.train_count
        view.show_points(places[inside], label_rgb(dataset)[shown][inside], tests[inside], stand[inside])

    def _draw_legend(self, limit: float) -> None:
        assert self._settings is not None
        names = class_names(self._settings) if self._settings.facts.task == "classes" else ()
        if names and self._shown_neuron[1] is None:
            self.legend.show_classes(names)
        else:
            high = number_text(limit, 2)
            self.legend.show_range(f"−{high}", f"+{high}", steps=self.discretize.isChecked())

    def _read(self, place: tuple[float, float] | None) -> None:
        """What stands under the pointer, in words; without names where they do not fit."""
        values = self._values()
        if place is None or self._settings is None:
            self.reading.setText("")
            return
        x, y = (f"{at:.2f}".replace("-", "−") for at in place)
        answer = "" if values is None else "  →  " + self._answer(values, place)
        across, up = self._axis_names
        whole = f"{across} {x}  {up} {y}{answer}"
        fits = self.reading.fontMetrics().horizontalAdvance(whole) <= self.reading.width()
        self.reading.setText(whole if fits else f"{x}  {y}{answer}")

    def _answer(self, values: Floats, place: tuple[float, float]) -> str:
        assert self._settings is not None
        x, y = place
        outputs = value_at(values, self._settings.facts.span, np.array([x]), np.array([y]))[0]
        if len(outputs) == 1:
            return f"{outputs[0]:.2f}".replace("-", "−")
        winner, names = int(outputs.argmax()), class_names(self._settings)
        return f"{names[winner]}, {100 * outputs[winner]:.0f} %"
