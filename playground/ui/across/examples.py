"""The chosen example: one for all views, until the data are other ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from playground.datasets.dataset import load
from playground.datasets.example import Example, example_of
from playground.document.checks.carrying import same_points
from playground.document.document import Document
from playground.ui.canvas.scene.scene import CanvasScene
from playground.ui.docks.docks import Docks
from playground.ui.plots.output.output import OutputPanel
from playground.ui.plots.predictions.panel import PredictionsPanel


class Examples(QObject):
    """Hears from the views which one a person chooses, and shows it to all; `look` asks for frames of it."""

    def __init__(self, document: Document, docks: Docks, scene: CanvasScene, look: Callable[[], object]) -> None:
        super().__init__(docks)
        self._docks, self._scene, self._look = docks, scene, look
        self._document, self.chosen = document, example_of(load(document.data))
        docks.example_chosen.connect(self.choose)
        docks.of(OutputPanel).draw_asked.connect(self.draw)
        self._show()

    def show_document(self, document: Document) -> None:
        """Other data begin with their first validation row; what a person has drawn stays for the same kind."""
        before, self._document = self._document, document
        own = self.chosen.row is None and before.data.origin == document.data.origin
        if not own and not same_points(before, document):
            self.chosen = example_of(load(document.data))
            self._show()

    def draw(self) -> None:
        """The view in which a person draws an input."""
        dock = self._docks.dock_of(PredictionsPanel)
        dock.show()
        dock.raise_()
        self._docks.of(PredictionsPanel).choose_page("try")

    def choose(self, example: Example) -> None:
        """As a person does in one of the views."""
        if example != self.chosen:
            self.chosen = example
            self._show()
            self._look()

    def _show(self) -> None:
        self._docks.show_example(self.chosen)
        self._scene.show_example(self.chosen)
