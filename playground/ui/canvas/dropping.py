"""Dropping a layer or a data set from the palette, and the ghost that shows where it will stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document import edits
from playground.document.document import Document
from playground.document.graph import OUTPUT, Edge, Node
from playground.document.groups import folded, group_of, join
from playground.document.layers import LAYERS, PALETTE, Layer
from playground.document.problems import Fix
from playground.document.settings import DATASETS, FEATURES
from playground.ui.canvas.arrange import Box, Place, Size, free_place, make_room, snap
from playground.ui.canvas.edge_item import EdgeItem
from playground.ui.canvas.node_item import ROUNDING, Call, NodeItem
from playground.ui.text import layer_title
from playground.ui.theme import Theme
from playground.ui.widgets import DATA_MIME, FEATURE_MIME, LAYER_MIME

if TYPE_CHECKING:
    from playground.ui.canvas.scene import CanvasScene
    from playground.ui.canvas.view import CanvasView

# A layer let go on this share of a card, at its right, follows it.
SIDE = 0.3
CHAIN_GAP = 48.0


def dragged_word(mime: QMimeData, kind: str, known: object) -> str:
    """What is dragged, if it is of this mime type and in `known`; else ""."""
    if not mime.hasFormat(kind):
        return ""
    word = bytes(mime.data(kind).data()).decode("utf-8", "replace")
    return word if word in known else ""  # type: ignore[operator]


class Ghost(QGraphicsItem):
    """The outline of a card that is not there yet."""

    def __init__(self, kind: str, size: Size, theme: Theme) -> None:
        super().__init__()
        self.kind, self._theme = kind, theme
        self.card = QRectF(0, 0, *size)
        self.setZValue(6)
        self.setOpacity(0.85)

    def boundingRect(self) -> QRectF:
        return self.card.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("panel", 215))
        painter.drawRoundedRect(self.card, ROUNDING, ROUNDING)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(self.card.adjusted(10, 8, -10, -8), layer_title(self.kind))


class PaletteDrop(QObject):
    """One drag from the palette over the canvas: move as often as it moves, then drop or leave."""

    def __init__(self, view: CanvasView, mime: QMimeData) -> None:
        super().__init__()
        self._view = view
        self.layer = dragged_word(mime, LAYER_MIME, PALETTE)
        self.data = dragged_word(mime, DATA_MIME, DATASETS)
        self.feature = dragged_word(mime, FEATURE_MIME, FEATURES)
        self._ghost: Ghost | None = None
        self._edge: EdgeItem | None = None
        self._before: NodeItem | None = None

    @property
    def welcome(self) -> bool:
        return bool(self.layer or self.data or self.feature)

    def move(self, at: QPointF) -> None:
        """Show where the layer would stand, or which connection it would go into."""
        if not self.layer:
            return
        canvas = self._view.canvas
        if self._ghost is None:
            size = size_of(canvas, self._view.editor.document, LAYERS[self.layer]())
            self._ghost = Ghost(self.layer, size, self._view.theme)
            canvas.addItem(self._ghost)
        place = place_around(at, (self._ghost.card.width(), self._ghost.card.height()))
        self._ghost.setPos(*place)
        before = self._node_before(at)
        self._light(canvas.edge_at(at) if canvas.node_at(at) is None and before is None else None)
        self._call(before)

    def _node_before(self, at: QPointF) -> NodeItem | None:
        """The node on whose right side this point lies: the layer would follow it."""
        canvas = self._view.canvas
        port = canvas.port_at(at)
        item = port[0] if port and port[1] == "output" else canvas.node_at(at)
        if item is None or not item.has_output:
            return None
        return item if at.x() > item.body.right() - SIDE * item.body.width() else None

    def _call(self, before: NodeItem | None) -> None:
        if before is not self._before:
            for item, call in ((self._before, Call.QUIET), (before, Call.CHOSEN)):
                if item is not None:
                    item.show_call(call)
            self._before = before

    def leave(self) -> None:
        self._light(None)
        self._call(None)
        if self._ghost is not None:
            self._view.canvas.removeItem(self._ghost)
            self._ghost = None

    def drop(self, at: QPointF) -> None:
        """Put in what was dragged, as one step."""
        self.move(at)
        edge = self._edge.edge if self._edge else None
        before = self._before.node_id if self._before else ""
        self.leave()
        editor = self._view.editor
        if self.data:
            editor.apply(self.tr("Choose data"), edits.choose_data(editor.document, self.data))
        elif self.feature:
            editor.apply(self.tr("Add feature"), edits.add_feature(editor.document, self.feature))
        elif before:
            chain_layer(self._view, LAYERS[self.layer](), before, self.tr("Add layer"))
        elif edge is not None:
            insert_layer(self._view, LAYERS[self.layer](), edge, at, self.tr("Insert layer"))
        else:
            add_layer(self._view, LAYERS[self.layer](), at, "", self.tr("Add layer"))

    def _light(self, edge: EdgeItem | None) -> None:
        if edge is not self._edge:
            for item, lit in ((self._edge, False), (edge, True)):
                if item is not None:
                    item.show_lit(lit)
            self._edge = edge


def place_around(at: QPointF, size: Size) -> Place:
    """The top left corner, on the grid, of a card held at its middle."""
    return snap(at.x() - size[0] / 2), snap(at.y() - size[1] / 2)


def size_of(canvas: CanvasScene, document: Document, layer: Layer, after: str = "") -> Size:
    """How large the layer's card will be."""
    added, node_id = edits.add_node(document, layer, 0.0, 0.0, after)
    return canvas.size_of(Node(node_id, layer), added)


def add_layer(view: CanvasView, layer: Layer, at: QPointF, after: str, name: str) -> None:
    """A layer around a point, or at the nearest place where it covers nothing."""
    canvas, document = view.canvas, view.canvas.placed(view.editor.document)
    size = size_of(canvas, document, layer, after)
    place = free_place(place_around(at, size), size, canvas.boxes().values(), gap=8.0)
    changed, node_id = edits.add_node(document, layer, *place, after=after)
    frame = canvas.frames.at(QPointF(place[0] + size[0] / 2, place[1] + size[1] / 2))
    if frame is not None and not after:
        changed = join(changed, node_id, frame.group_id)
    view.editor.apply(name, changed)
    view.select((node_id,))


def place_layer(view: CanvasView, kind: str, at: QPoint | None) -> None:
    """A layer after the one selected: at a point of the view, else right of it or in the middle of the view."""
    selected, edges = view.canvas.selected, view.canvas.selected_edges
    if len(edges) == 1 and not selected:
        middle, name = view.canvas.edges[edges[0]].middle, QCoreApplication.translate("PaletteDrop", "Insert layer")
        insert_layer(view, LAYERS[kind](), edges[0], middle, name)
        return
    after = selected[0] if len(selected) == 1 and selected[0] != OUTPUT else ""
    place = view.mapToScene(at) if at is not None else view.seen().center()
    if after and at is None:
        box = view.canvas.box_of(after)
        place = QPointF(box.x + box.width + CHAIN_GAP + box.width / 2, box.y + box.height / 2)
    add_layer(view, LAYERS[kind](), place, after, QCoreApplication.translate("PaletteDrop", "Add layer"))
    for node_id in view.canvas.selected_nodes:
        view.ensureVisible(view.canvas.nodes[node_id].body, 24, 24)


def apply_fix(view: CanvasView, name: str, fix: Fix) -> None:
    """A problem's fix as one step; a node that it brings gets room."""
    document = view.canvas.placed(view.editor.document)
    changed = fix.apply(document)
    for node in changed.graph.nodes:
        if node.id not in document.graph.by_id and not group_of(changed, node.id):
            changed = between(view.canvas, changed, node.id)
    view.editor.apply(name, changed)


def insert_layer(view: CanvasView, layer: Layer, edge: Edge, at: QPointF, name: str) -> None:
    """A layer in the middle of a connection; what follows makes way."""
    canvas, document = view.canvas, view.canvas.placed(view.editor.document)
    place = place_around(at, size_of(canvas, document, layer, edge.source))
    changed, node_id = edits.insert_node(document, layer, edge, *place)
    view.editor.apply(name, with_room(canvas, changed, node_id, edge.source))
    view.select((node_id,))


def chain_layer(view: CanvasView, layer: Layer, before: str, name: str) -> None:
    """A layer behind another: into the one connection that leaves it, else at the end of a new one."""
    targets, box = view.canvas.document.graph.targets[before], view.canvas.nodes[before].box
    at = QPointF(box.x + box.width + CHAIN_GAP + box.width / 2, box.y + box.height / 2)
    if len(targets) == 1:
        insert_layer(view, layer, Edge(before, targets[0]), at, name)
    else:
        add_layer(view, layer, at, before, name)


def with_room(canvas: CanvasScene, document: Document, node_id: str, source: str) -> Document:
    """The document with a node just put in standing clear of the one before it and the ones behind it."""
    node = document.graph.by_id[node_id]
    size, boxes = canvas.size_of(node, document), canvas.boxes()
    x, y = document.positions[node_id]
    before = boxes[source]
    if Box(x, y, *size).meets(before, 32.0):
        x = snap(before.x + before.width + 40.0)
    here = Box(x, y, *size)
    shown = folded(document).graph
    boxes = {**{name: box for name, box in boxes.items() if name in shown.by_id}, node_id: here}
    placed = edits.move(document, {node_id: (x, y)})
    return edits.move(placed, make_room(shown, boxes, node_id))


def between(canvas: CanvasScene, document: Document, node_id: str) -> Document:
    """The document with a node just put in standing level between what it joins, with room at both sides."""
    graph, boxes = folded(document).graph, canvas.boxes()
    beside = [boxes[name] for name in (*graph.sources[node_id], *graph.targets[node_id]) if name in boxes]
    if not graph.sources[node_id] or not beside:
        return document
    level = sum(box.y + box.height / 2 for box in beside) / len(beside)
    height = canvas.size_of(graph.by_id[node_id], document)[1]
    placed = edits.move(document, {node_id: (document.positions[node_id][0], snap(level - height / 2))})
    return with_room(canvas, placed, node_id, graph.sources[node_id][0])
