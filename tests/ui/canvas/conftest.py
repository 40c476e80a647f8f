"""A canvas on a small network, driven by the mouse and the keys as a person would."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document.document import Document
from playground.document.edits import notes
from playground.document.graph import DATA, Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.layers.merging import Add
from playground.document.note import Note
from playground.document.position import Position
from playground.frames.frame import Frame
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.note_item import NoteItem
from playground.ui.canvas.view import CanvasView
from playground.ui.editor import Editor
from playground.ui.theme import LIGHT

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def network() -> Document:
    """data -> first -> (second, third) -> add; `loose` and Output stand alone below and behind."""
    nodes = (
        Node("data", Data()),
        Node("output", Output()),
        Node("first", Dense(8)),
        Node("second", Dense(8, "relu")),
        Node("third", Dense(8)),
        Node("add", Add()),
        Node("loose", Dense(1)),
    )
    pairs = (("data", "first"), ("first", "second"), ("first", "third"), ("second", "add"), ("third", "add"))
    places = {
        "data": (0, 80), "first": (180, 80), "second": (380, 0), "third": (380, 184),
        "add": (580, 80), "output": (800, 80), "loose": (180, 320),
    }  # fmt: skip
    layout = tuple(Position(name, x, y) for name, (x, y) in places.items())
    return Document(Graph(nodes, tuple(Edge(*pair) for pair in pairs)), layout)


class Hand:
    """The mouse over a canvas. Points are of the scene, or an item that stands there."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view

    def point(self, at: QPointF | NodeItem | EdgeItem) -> QPoint:
        if isinstance(at, NodeItem):
            # On the title's line, where there is no map.
            at = at.body.topLeft() + QPointF(at.body.width() / 2, 14)
        elif isinstance(at, EdgeItem):
            at = at.middle
        return self.view.mapFromScene(at)

    def press(self, at: QPointF | NodeItem | EdgeItem, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self._place = self.point(at)
        QTest.mousePress(self.view.viewport(), LEFT, keys, self._place)

    def move(self, at: QPointF | NodeItem | EdgeItem, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """By way of the middle. QTest's own moves hold no button."""
        goal = self.point(at)
        for place in ((self._place + goal) / 2, goal):
            where = QPointF(place)
            whole = QPointF(self.view.viewport().mapToGlobal(place))
            event = QMouseEvent(QEvent.Type.MouseMove, where, whole, Qt.MouseButton.NoButton, LEFT, keys)
            QApplication.sendEvent(self.view.viewport(), event)
        self._place = goal

    def release(self, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, keys, self._place)

    def click(self, at: QPointF | NodeItem | EdgeItem, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        self.press(at, keys)
        self.release(keys)

    def drag(self, start: QPointF | NodeItem | EdgeItem, end: QPointF | NodeItem | EdgeItem) -> None:
        self.press(start)
        self.move(end)
        self.release()

    def hover(self, at: QPointF | NodeItem | EdgeItem) -> None:
        place = self.point(at)
        where, whole = QPointF(place), QPointF(self.view.viewport().mapToGlobal(place))
        none = Qt.MouseButton.NoButton
        QApplication.sendEvent(
            self.view.viewport(), QMouseEvent(QEvent.Type.MouseMove, where, whole, none, none, NO_KEYS)
        )

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        QTest.keyClick(self.view, key, keys)

    def carry(self, mime: str, word: str, at: QPointF) -> None:
        """Bring something from the palette to a point, without letting go of it."""
        self._data = QMimeData()
        self._data.setData(mime, word.encode())
        action, place = Qt.DropAction.CopyAction, self.view.mapFromScene(at)
        for kind in (QDragEnterEvent, QDragMoveEvent):
            QApplication.sendEvent(self.view.viewport(), kind(place, action, self._data, LEFT, NO_KEYS))
        self._carried_to = QPointF(place)

    def let_fall(self) -> None:
        event = QDropEvent(self._carried_to, Qt.DropAction.CopyAction, self._data, LEFT, NO_KEYS)
        QApplication.sendEvent(self.view.viewport(), event)


@pytest.fixture
def editor() -> Editor:
    return Editor(network())


@pytest.fixture
def view(qtbot, editor: Editor) -> Iterator[CanvasView]:  # type: ignore[no-untyped-def]
    view = CanvasView(editor, LIGHT)
    qtbot.addWidget(view)
    editor.changed.connect(view.show_document)
    view.resize(1000, 640)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    yield view
    view.cancel_gesture()
    view.show_training(False)


@pytest.fixture
def hand(view: CanvasView) -> Hand:
    return Hand(view)


@pytest.fixture
def joined(editor: Editor) -> Callable[[], set[tuple[str, str]]]:
    """The connections of the document as it is now, as pairs of ids."""
    return lambda: {(edge.source, edge.target) for edge in editor.document.graph.edges}


@pytest.fixture
def frame() -> Frame:
    """Eight maps for every node, a ramp each."""
    document, ramp = network(), np.linspace(-1, 1, 32, dtype=np.float32)
    maps = {node.id: np.tile(ramp, (8, 32, 1)) for node in document.graph.nodes}
    return Frame(document.graph, surface=np.tile(ramp, (32, 1))[..., None], maps=maps)


def learned_by(document, seed=0) -> Frame:
    """Weights for each Dense layer, drawn from U(-1, 1), and a map for each neuron."""
    random, weights = np.random.default_rng(seed), {}
    maps = {}
    for node in document.graph.nodes:
        if isinstance(node.layer, Dense):
            sources = document.graph.sources[node.id]
            before = document.graph.by_id[sources[0]].layer if sources else None
            inputs = 2 if sources == (DATA,) else getattr(before, "units", 8)
            kernel = random.uniform(-1, 1, (inputs, node.layer.units)).astype(np.float32)
            weights[node.id] = (kernel, random.uniform(-1, 1, node.layer.units).astype(np.float32))
            maps[node.id] = np.zeros((min(64, node.layer.units), 8, 8), np.float32)
    maps[DATA] = np.zeros((2, 8, 8), np.float32)
    return Frame(document.graph, maps=maps, weights=weights)


def on_line(view, edge, line) -> QPointF:
    """A point of the scene on this weight's line, where few others are near."""
    return view.canvas.edges[edge].lines.paths[line[0]][line[1]].pointAtPercent(0.5)


@pytest.fixture
def opened(view, editor, frame):
    """`first` opened to its 8 neurons, with weights."""
    view.select(("first",))
    view.forms.show_neurons()
    view.show_frame(frame)
    return view.canvas.nodes["first"]


@pytest.fixture
def noted(editor: Editor, view: CanvasView) -> NoteItem:
    """A note below the network that points at `first` and at a free point."""
    document, _ = notes.add_note(editor.document, 400, 400, "Look here")
    document = notes.point_at(document, "note_1", "first")
    editor.open(notes.point_at(document, "note_1", (720.0, 480.0)))
    view.zoom_to_fit()
    return view.canvas.notes.by_id["note_1"]


def steps(editor: Editor) -> list[str]:
    """The names of what was done."""
    return [step.title for step in editor.history.steps[1:]]


def note(editor: Editor, note_id: str = "note_1") -> Note | None:
    """The note as the document has it."""
    return notes.by_id(editor.document).get(note_id)
