"""The view of what the network answers: over a plane of two inputs, or for single samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from playground.datasets.dataset import Dataset, load
from playground.datasets.example import Example
from playground.document.document import Document
from playground.document.graph import OUTPUT
from playground.frames.frame import Frame
from playground.frames.projection import Projection
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.segments import Segments
from playground.ui.plots.examples.predicted import predicted_of
from playground.ui.plots.output.map_page import MapPage
from playground.ui.plots.output.samples import SamplesPage
from playground.ui.plots.output.surface import SurfacePanel
from playground.ui.theme import Theme
from playground.ui.widgets.live_view import LiveView, Table
from playground.ui.widgets.sparing import Sparing

REST = 60  # milliseconds between two looks at all samples


class OutputPanel(LiveView):
    """Of pictures and sequences it shows samples at first and the plane only if asked; of all other data the plane.

    `draw_asked` where a person wants to draw an example, `projection_asked(node)` where a map of that node is wanted.
    """

    draw_asked = Signal()
    projection_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.surface, self.samples = SurfacePanel(theme, self), SamplesPage(theme, self)
        self.map_page = MapPage(theme, self)
        pages: dict[str, QWidget] = {self.tr("Samples"): self.samples, self.tr("Map"): self.map_page}
        self.words = {**pages, self.tr("Plane"): self.surface}
        self.tabs = Segments(tuple(self.words), theme, self)
        self.tabs.setToolTip(
            self.tr("Single samples with their predictions, all of them on a map, or the plane of two inputs.")
        )
        self._document: Document | None = None
        self._dataset: Dataset | None = None
        self._frame: Frame | None = None
        self._example: Example | None = None
        self._showing = Sparing(REST, self._show_samples, self)
        self._arrange()
        self.tabs.chosen.connect(lambda _word: self._turn_page())
        self.surface.wanted_changed.connect(self.wanted_changed)
        self.surface.example_chosen.connect(self.example_chosen)
        self.surface.view_chosen.connect(self.view_chosen)
        self.samples.chosen.connect(self.example_chosen)
        self.samples.draw_asked.connect(self.draw_asked)
        self.map_page.chosen.connect(self.example_chosen)
        self.map_page.asked.connect(self.projection_asked)
        self.show_theme(theme)

    def _arrange(self) -> None:
        self.heading.row.insertWidget(1, self.surface.heading, 1)
        self.heading.row.addWidget(self.tabs)
        self.surface.heading.show()
        # They keep the margins that the plane's own page has.
        self.samples.setContentsMargins(12, 2, 12, 8)
        self.map_page.setContentsMargins(12, 2, 12, 8)
        self._pages = QStackedLayout(self)
        for page in (self.surface, self.samples, self.map_page):
            self._pages.addWidget(page)
        self._turn_page()

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("OutputPanel", "Output")

    def explanation(self) -> str:
        if self.page is self.surface:
            return self.surface.explanation()
        if self.page is self.map_page:
            return self.tr(
                "Every sample as a point in the colour of its class, by the two principal components of the inputs or "
                "of what a layer makes of them: classes that stand apart are easy to tell."
            )
        return self.tr(
            "Single samples with the class that the network reads and how sure it is of that; those that it reads "
            "wrongly are ringed. The one that you choose is seen in every view and on every card."
        )

    # Pages

    @property
    def page(self) -> QWidget:
        """What is shown now."""
        return self.words[self.tabs.word] if self._by_example else self.surface

    @property
    def _by_example(self) -> bool:
        return self._document is not None and self._document.data.facts.by_example

    def _turn_page(self) -> None:
        on_plane = self.page is self.surface
        self.tabs.setVisible(self._by_example)
        self.heading.title.setVisible(not on_plane)
        self.heading.note.setVisible(not on_plane)
        self.surface.heading.setVisible(on_plane)
        self._pages.setCurrentWidget(self.page)
        if not on_plane:
            self._showing.do()
        self.wanted_changed.emit()

    # Doors

    def show_document(self, document: Document) -> None:
        before, self._document = self._by_example, document
        self.surface.show_document(document)
        if self._by_example:
            self.map_page.show_document(document)
        if before != self._by_example:
            self._turn_page()
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        """Take the document's pictures if they are other ones."""
        document = self._document
        if document is None or not self._by_example:
            return
        if self._dataset is None or self._dataset.settings != document.data:
            self._dataset = load(document.data)
            self.samples.show_data(self._dataset)
            self.map_page.show_data(self._dataset)
            if self._example is not None:
                self.show_example(self._example)
            self._showing.do()

    def show_selection(self, node_ids: Sequence[str]) -> None:
        self.surface.show_selection(node_ids)

    def show_example(self, example: Example) -> None:
        self._example = example
        self.surface.show_example(example)
        self.samples.show_example(example)
        self.map_page.show_example(example)

    def show_training(self, running: bool) -> None:
        self.samples.show_training(running)
        self.map_page.show_training(running)

    def let_choose(self, on: bool) -> None:
        self.surface.let_choose(on)

    def show_projection(self, projection: Projection) -> None:
        """The map that was asked for."""
        self.map_page.show_projection(projection)

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        if self.page is self.samples:
            self._showing.ask_for(frame)
        elif self.page is self.surface:
            self.surface.show_frame(frame)
        else:
            self.map_page.catch_up()

    def _show_samples(self) -> None:
        frame, example = self._frame, self._example
        asked = None if frame is None or example is None else frame.wanted.tried
        known = frame is not None and example is not None and asked == example.values
        self.samples.show_found(
            predicted_of(frame, self._dataset), frame.tried.get(OUTPUT) if known and frame is not None else None
        )

    def forget(self) -> None:
        self._frame = None
        self.surface.forget()
        self.map_page.forget()
        self._show_samples()

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        for part in (self.surface, self.samples, self.map_page, self.tabs):
            part.show_theme(theme)

    def wanted(self, wanted: Wanted) -> Wanted:
        if self.page is self.surface:
            return self.surface.wanted(wanted)
        if self.page is self.map_page:
            return wanted
        own = self._example if self._example is not None and self._example.row is None else None
        return replace(wanted, points=True, tried=wanted.tried if own is None else own.values)

    def actions(self) -> list[QAction]:
        return self.surface.actions() if self.page is self.surface else []

    def table(self) -> Table | None:
        return self.surface.table() if self.page is self.surface else None

    def why_no_svg(self) -> str:
        return self.surface.why_no_svg() if self.page is self.surface else ""
