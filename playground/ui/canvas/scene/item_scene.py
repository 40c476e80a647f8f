"""The items of a canvas: what stands where, and what of it is selected."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from playground.datasets.example import Example
from playground.document.checks.problems import Fix
from playground.document.document import Document
from playground.document.graph import Edge
from playground.document.note import Arrow
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.group_item import FrameItem, Frames
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.items.node_item import MARGIN as NODE_MARGIN
from playground.ui.canvas.items.node_item import PORT_REACH, NodeItem
from playground.ui.canvas.items.note_item import NoteItem
from playground.ui.canvas.items.problem_item import ProblemItem, ProblemItems
from playground.ui.canvas.layout.box import Box
from playground.ui.canvas.scene.noted import Noted
from playground.ui.theme import Theme


class ItemScene(QGraphicsScene):
    """Items by node id and by edge; asked what stands at a point, and what is selected."""

    # Qt's own selectionChanged speaks once for each item; this once for each choice.
    picked = Signal()

    def __init__(self, document: Document, fonts: Fonts, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The whole document, and how it shows: each closed group as one node.
        self.whole = self.document = document
        self.fonts, self.theme = fonts, theme
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Edge, EdgeItem] = {}
        self.problem_items, self.frames, self.notes = ProblemItems(self), Frames(self), Noted(self)
        self._boxes: dict[str, Box] = {}
        self.example: Example | None = None

    # Where things stand

    def nodes_in(self, rect: QRectF) -> tuple[str, ...]:
        """Ids of the nodes that this part of the scene shows some of, in the order of the graph."""
        left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
        return tuple(
            name for name in self.nodes
            if (box := self._boxes[name]).x < right and box.x + box.width > left
            and box.y < bottom and box.y + box.height > top
        )  # fmt: skip

    def boxes(self) -> dict[str, Box]:
        """Where each card stands."""
        return dict(self._boxes)

    def selected_rect(self) -> QRectF | None:
        """What encloses the selected cards and frames; None where there is none."""
        rect = QRectF()
        for name in self.selected:
            rect = rect.united(self.body_of(name))
        return rect if self.selected else None

    def box_of(self, name: str) -> Box:
        """The same as numbers."""
        return self._named(name).box

    def body_of(self, name: str) -> QRectF:
        """The card of a node, closed group or note, the frame of an open group."""
        return self._named(name).body

    def _named(self, name: str) -> NodeItem | NoteItem | FrameItem:
        return self.nodes.get(name) or self.notes.by_id.get(name) or self.frames.by_id[name]

    def nodes_rect(self) -> QRectF:
        """What encloses every card and note."""
        boxes = self._boxes.values()
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
        return QRectF(left, top, right - left, bottom - top).united(self.notes.rect())

    def content_rect(self) -> QRectF:
        """What encloses every card and what is said of it."""
        rect = self.nodes_rect().adjusted(-NODE_MARGIN, -NODE_MARGIN, NODE_MARGIN, NODE_MARGIN)
        return rect.united(self.problem_items.rect()).united(self.frames.rect())

    # How it looks

    def picture(self, longest: int) -> QImage:
        """All of it as it is drawn, its longer side at most so many pixels."""
        place = self.content_rect()
        scale = min(2.0, longest / max(1.0, place.width(), place.height()))
        image = QImage(round(place.width() * scale), round(place.height() * scale), QImage.Format.Format_RGB32)
        image.fill(self.theme.colour("canvas"))
        # Qt notes once for all screens what of a kept item is to be drawn anew: what is drawn here with what is
        # kept would count as drawn in the window too, which would go on showing what was there before.
        kept = [item for item in self.items() if item.cacheMode() is not QGraphicsItem.CacheMode.NoCache]
        for item in kept:
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.render(painter, QRectF(image.rect()), place)
        for item in kept:
            item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        return image

    # What stands at a point

    def node_at(self, at: QPointF) -> NodeItem | None:
        return next((item for item in self.items(at) if isinstance(item, NodeItem)), None)

    def edge_at(self, at: QPointF) -> EdgeItem | None:
        found = [
            item for item in self.items(at) if isinstance(item, EdgeItem) and item.isVisible() and item.reaches(at)
        ]
        return min(found, key=lambda item: item.distance(at), default=None)

    def port_at(self, at: QPointF) -> tuple[NodeItem, str] | None:
        """The node and which of its ports, "input" or "output", is within reach."""
        reach = QRectF(at.x() - PORT_REACH, at.y() - PORT_REACH, 2 * PORT_REACH, 2 * PORT_REACH)
        for item in self.items(reach):
            if isinstance(item, NodeItem):
                if item.has_output and _close(at, item.output_port):
                    return item, "output"
                if item.has_input and _close(at, item.input_port):
                    return item, "input"
        return None

    def fix_at(self, at: QPointF) -> tuple[ProblemItem, Fix] | None:
        for item in self.items(at):
            if isinstance(item, ProblemItem):
                fix = item.fix_at(at)
                return (item, fix) if fix is not None else None
        return None

    def problem_at(self, at: QPointF) -> ProblemItem | None:
        return next((item for item in self.items(at) if isinstance(item, ProblemItem)), None)

    # What is selected

    @property
    def selected_nodes(self) -> tuple[str, ...]:
        """Ids in the order of the graph."""
        return tuple(node_id for node_id, item in self.nodes.items() if item.isSelected())

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of all that stands there: the layers, then the notes."""
        return (*self.selected_layers, *self.notes.selected)

    @property
    def selected_layers(self) -> tuple[str, ...]:
        """Ids of the open groups, then of the nodes."""
        return (*(name for name, item in self.frames.by_id.items() if item.isSelected()), *self.selected_nodes)

    @property
    def selected_edges(self) -> tuple[Edge, ...]:
        return tuple(edge for edge, item in self.edges.items() if item.isSelected())

    @property
    def selected_lines(self) -> tuple[Edge | Arrow, ...]:
        return (*self.selected_edges, *self.notes.selected_arrows)

    def select(self, node_ids: Iterable[str] = (), lines: Iterable[Edge | Arrow] = ()) -> None:
        """Exactly these, open groups, notes and their arrows among them."""
        named: dict[str, QGraphicsItem] = {**self.nodes, **self.frames.by_id, **self.notes.by_id}
        chosen, wanted = set(lines), {named[node_id] for node_id in node_ids if node_id in named}
        wanted |= {item for edge, item in self.edges.items() if edge in chosen}
        wanted |= {item for arrow, item in self.notes.arrows.items() if arrow in chosen}
        for item in (*named.values(), *self.edges.values(), *self.notes.arrows.values()):
            item.setSelected(item in wanted)
        self.picked.emit()


def _close(at: QPointF, port: QPointF) -> bool:
    away = at - port
    return away.x() ** 2 + away.y() ** 2 <= PORT_REACH**2
