"""The map of all samples, by the inputs or by what a layer makes of them."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, class_names
from playground.datasets.example import Example, example_of
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT
from playground.frames.projection import Projection
from playground.ui.plots.charts.layer_names import layer_names
from playground.ui.plots.charts.legend import ColourLegend
from playground.ui.plots.output.sample_map import SampleMap, fit_in_rings
from playground.ui.texts.data import class_title
from playground.ui.texts.numbers import share_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Note
from playground.ui.widgets.plain import tip


class MapPage(QWidget):
    """`asked(node)` where a map is wanted, and wanted anew after training has paused; `chosen(example)` by a click."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._nodes: list[str] = []
        self._stale = True
        self.map = SampleMap(theme)
        self.layers = QComboBox(self)
        self.layers.setAccessibleName(self.tr("Map of"))
        self.layers.setToolTip(tip(self.tr(
            "What the map is made of: the inputs, or what a layer makes of them. Its two directions are those in "
            "which these values vary most (principal components)."
        )))  # fmt: skip
        self.layers.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.note, self.legend = Note(self), ColourLegend(theme, self)
        row = QHBoxLayout()
        row.addWidget(self.layers, 1)
        row.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.map, 1)
        column.addWidget(self.legend)
        self.layers.currentIndexChanged.connect(self._ask)
        self.map.row_chosen.connect(self._choose)
        self.show_theme(theme)

    @property
    def node(self) -> str:
        """Of which node the map is."""
        return self._nodes[self.layers.currentIndex()] if self._nodes else DATA

    def show_document(self, document: Document) -> None:
        """List the layers of the network; one that is gone gives way to the inputs."""
        names = layer_names(document, [node for node in document.graph.trained if node not in (DATA, OUTPUT)])
        before, nodes, titles = self.node, [DATA, *names], [self.tr("Inputs"), *names.values()]
        if (nodes, titles) == (self._nodes, [self.layers.itemText(row) for row in range(self.layers.count())]):
            return
        self._nodes = nodes
        with QSignalBlocker(self.layers):
            self.layers.clear()
            self.layers.addItems(titles)
            self.layers.setCurrentIndex(nodes.index(before) if before in nodes else 0)
        if self.node != DATA or before != DATA:
            self.renew()

    def show_data(self, dataset: Dataset) -> None:
        """Other samples: the map of those before is gone."""
        self._dataset = dataset
        names = class_names(dataset.settings)
        self.legend.setVisible(not fit_in_rings(names))
        self.legend.show_classes(tuple(map(class_title, names)))
        self.forget()
        self.renew()

    def show_projection(self, projection: Projection) -> None:
        """The answer; one to an older question is passed over."""
        dataset = self._dataset
        if dataset is not None and projection.node == self.node and projection.data == dataset.settings:
            self.map.show_projection(dataset, projection)
            words = self.tr("all {count}, {share} of the variance")
            self.note.setText(words.format(count=f"{len(projection.rows):,}", share=share_text(projection.share)))
        else:
            self._stale = True

    def show_example(self, example: Example) -> None:
        self.map.show_chosen(example.row)

    def show_training(self, running: bool) -> None:
        if not running and self.node != DATA:
            self.renew()

    def catch_up(self) -> None:
        """A network is there: ask for a map that is not up to date."""
        if self._stale and self.isVisible():
            self._ask()

    def forget(self) -> None:
        """No map until there is a network again."""
        if self._dataset is not None:
            self.map.show_projection(self._dataset, None)
        self.note.setText("")
        self._stale = True

    def renew(self) -> None:
        """Ask for it anew, now or when it is seen."""
        self._stale = True
        self.catch_up()

    def _ask(self) -> None:
        self._stale = False
        self.asked.emit(self.node)

    def _choose(self, row: int) -> None:
        if self._dataset is not None:
            self.chosen.emit(example_of(self._dataset, row))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    def show_theme(self, theme: Theme) -> None:
        self.map.show_theme(theme)
        self.legend.show_theme(theme)
        self.note.show_muted(theme)
