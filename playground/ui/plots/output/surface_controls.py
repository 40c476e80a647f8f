"""What the output view draws: the output or a neuron, with which lines and marks, at how many points."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSizePolicy, QWidget

from playground.document.checks.shapes import flow, has_no_plane, shown_units
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT
from playground.ui import text
from playground.ui.plots.charts.flat import FLAT
from playground.ui.plots.charts.layer_names import layer_names
from playground.ui.texts.data import target_titles
from playground.ui.texts.output import output_word
from playground.ui.widgets.plain import tip

SIDES = (25, 50, 100, 150, 200)
SIDE = 100
# As many neurons of a layer as one would look for in a list.
MOST_LISTED = 512


class SourceRow(QWidget):
    """The view's title as a choice: the output, or a layer and one of its neurons. Emits `changed` when one chooses.

    Of several targets each has an output of its own; `target_chosen(place)` is that a person looks at another.
    """

    changed = Signal()
    target_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers, self.neurons = QComboBox(self), QComboBox(self)
        for combo, name, help in (
            (self.layers, self.tr("What is drawn"), self.tr("The network's output, or one neuron of any layer.")),
            (self.neurons, self.tr("Neuron"), self.tr("Which neuron of the layer is drawn.")),
        ):
            combo.setAccessibleName(name)
            combo.setToolTip(tip(help))
            # As wide as its words, narrower where there is no room.
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            combo.setMinimumWidth(64)
            combo.setMaxVisibleItems(14)
            combo.setStyleSheet(FLAT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.layers, 1)
        row.addWidget(self.neurons, 1)
        row.addStretch(0)
        self.neurons.hide()
        self._document: Document | None = None
        self._listed: list[tuple[str, tuple[str, ...]]] = []
        self._titles: tuple[str, ...] = ()
        # How many of the titles are outputs, and which of these the document looks at.
        self._outputs, self._target = 1, 0
        self.layers.currentIndexChanged.connect(self._choose_layer)
        self.neurons.currentIndexChanged.connect(lambda: self.changed.emit())

    @property
    def pinned(self) -> tuple[str, int] | None:
        """The chosen neuron; None for the output."""
        place = self._place
        return (self._listed[place][0], max(self.neurons.currentIndex(), 0)) if place >= 0 else None

    @property
    def _place(self) -> int:
        """Of the chosen layer among those that are listed; below 0 for an output."""
        return self.layers.currentIndex() - self._outputs

    @property
    def name(self) -> str:
        """What is drawn, in words: "Output", "Dense, neuron 3"."""
        chosen = self.layers.currentText()
        return f"{chosen}, {self.neurons.currentText()}" if self.pinned else chosen

    def show_document(self, document: Document) -> None:
        """List the document's neurons; a choice that is no more goes back to the output."""
        before, listed = self.pinned, _listed(document)
        outputs = target_titles(document.data) or (self.tr("Output"),)
        titles = (*outputs, *layer_names(document, [node for node, _ in listed]).values())
        others = (listed, titles) != (self._listed, self._titles)
        self._listed, self._titles = listed, titles
        self._outputs, self._target = len(outputs), document.target
        with QSignalBlocker(self.layers):
            if others:
                self.layers.clear()
                self.layers.addItems(titles)
            places = [node for node, _ in listed]
            known = before is not None and before[0] in places
            self.layers.setCurrentIndex(self._outputs + places.index(before[0]) if before and known else self._target)
        if others:
            self._list_neurons(before[1] if before else 0)

    def _list_neurons(self, unit: int) -> None:
        place = self._place
        names = self._listed[place][1] if place >= 0 else ()
        with QSignalBlocker(self.neurons):
            self.neurons.clear()
            self.neurons.addItems(names)
            self.neurons.setCurrentIndex(unit if unit < len(names) else 0)
        self.neurons.setVisible(bool(names))

    def _choose_layer(self) -> None:
        self._list_neurons(0)
        self.changed.emit()
        if self.pinned is None and self.layers.currentIndex() != self._target:
            self.target_chosen.emit(self.layers.currentIndex())


class ViewOptions(QObject):
    """Commands of the view's menu. Emits `lines_changed` for lines and marks, `side_changed` for another grid."""

    lines_changed = Signal()
    side_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.actions: list[QAction] = []
        self.contours = self._add(self.tr("Contours"), self.tr("Thin lines where the value is the same."))
        self.boundary = self._add(
            self.tr("Decision boundary"), self.tr("A thick line where the network changes its mind.")
        )
        self.wrong = self._add(self.tr("Wrong points"), self.tr("A ring round each point put in the wrong class."))
        self.target = self._add(
            self.tr("True values"), self.tr("The rule behind the data, where it is known: a line, in 3D a ghost.")
        )
        self.sides = QActionGroup(self)
        self._grid = self._grid_menu(parent)
        self.actions.append(self._grid.menuAction())

    def _grid_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("Grid"), parent)
        menu.setToolTipsVisible(True)
        for side in SIDES:
            action = QAction(f"{side} × {side}", self, checkable=True, checked=side == SIDE)
            action.setData(side)
            action.setToolTip(tip(self.tr(
                "How many points are computed. Convolutional, recurrent and very large networks are computed at "
                "fewer, with straight lines between them, so that training stays fast."
            )))  # fmt: skip
            action.triggered.connect(lambda: self.side_changed.emit())
            self.sides.addAction(action)
            menu.addAction(action)
        return menu

    def _add(self, title: str, help: str) -> QAction:
        action = QAction(title, self, checkable=True, checked=True)
        action.setToolTip(tip(help))
        action.toggled.connect(lambda _on: self.lines_changed.emit())
        self.actions.append(action)
        return action

    @property
    def side(self) -> int:
        """Points along one side of the surface."""
        checked = self.sides.checkedAction()
        return int(checked.data()) if checked else SIDE


def _listed(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    """Each node in the network that has neurons, with their names."""
    shapes, found = flow(document).shapes, []
    for node in document.graph.trained:
        if node in shapes and node != OUTPUT:
            word = output_word("feature") if has_no_plane(shapes[node]) else output_word("neuron")
            names = tuple(word.format(number=unit + 1) for unit in range(min(shown_units(shapes[node]), MOST_LISTED)))
            if node == DATA:
                names = tuple(text.feature_title(name) for name in document.data.input_names)
            if names:
                found.append((node, names))
    return found


def neuron_title(document: Document, node_id: str, unit: int) -> tuple[str, str] | None:
    """The node's title and what its neuron is called there; None where there is no such node."""
    node = document.graph.by_id.get(node_id)
    if node is None:
        return None
    names = document.data.input_names if node_id == DATA else ()
    name = text.feature_title(names[unit]) if unit < len(names) else output_word("neuron").format(number=unit + 1)
    return text.node_title(node, document), name
