"""What stands at the corners of cards: minus and plus, and marks of layers that do not learn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, Signal

from playground.advice.standstill import LEARNED, Cause, Standstill, cause_of
from playground.document.edits.growing import is_frozen
from playground.frames.frame import Frame
from playground.ui.canvas.items.mark_item import Mark, MarkItem
from playground.ui.canvas.items.node_item import TEXT_FROM
from playground.ui.canvas.items.size_buttons import SizeButtons
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import node_title

READABLE = 0.85
# Between the edges of the card and what stands on them.
ASIDES = 24.0


class NodeTools(QObject):
    """Puts them over the cards of one canvas, and keeps them there. `changed` as layers come to stand still."""

    changed = Signal()

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view, self._canvas = view, view.canvas
        self._hovered = ""
        self._standstill = Standstill()
        self._still: dict[str, Cause] = {}
        # Of these something is said elsewhere, so that no mark has to say it.
        self._told: frozenset[str] = frozenset()
        self.marks: dict[str, MarkItem] = {}
        self.buttons = tuple(SizeButtons(view.theme, view.canvas.fonts) for _ in range(2))
        self._look = (view.canvas.fonts, view.canvas.theme)
        for item in self.buttons:
            view.canvas.addItem(item)
        self.show_document()
        view.canvas.arranged.connect(self.show_document)
        view.canvas.picked.connect(self._place)
        view.view_changed.connect(self._place_marks)

    # What it is told

    def show_document(self) -> None:
        """The canvas shows another document."""
        if (self._canvas.fonts, self._canvas.theme) != self._look:
            self._show_look()
        marks = self._wanted_marks()
        for name in [name for name, item in self.marks.items() if marks.get(name) != (item.mark, item.where)]:
            self._canvas.removeItem(self.marks.pop(name))
        for name in marks.keys() - self.marks.keys():
            self.marks[name] = MarkItem(*marks[name], self._canvas.fonts, self._canvas.theme)
            self._canvas.addItem(self.marks[name])
        self._place()

    def show_frame(self, frame: Frame) -> None:
        found = self._standstill.show(frame.sizes)
        graph, trained = self._canvas.document.graph, frame.graph
        # Nothing pulls at a network that has learned all there is, and an edited layer has not stood still yet.
        found = frozenset() if frame.row.get("train_loss", 1.0) < LEARNED else found
        found &= {name for name in found if graph.by_id.get(name) == trained.by_id.get(name)}
        still = {name: cause_of(name, frame.sizes, trained) for name in found}
        if still != self._still:
            self._still = still
            self.show_document()
            self.changed.emit()

    def show_told(self, node_ids: Iterable[str]) -> None:
        """The layers that the adviser speaks of: one line there is enough, in place of a mark on each."""
        if frozenset(node_ids) != self._told:
            self._told = frozenset(node_ids)
            self.show_document()

    def forget(self) -> None:
        self._standstill, self._still = Standstill(), {}
        self.show_document()

    def _show_look(self) -> None:
        self._look = (self._canvas.fonts, self._canvas.theme)
        for item in self.buttons:
            item.show_look(self._canvas.theme, self._canvas.fonts)
        for name in list(self.marks):
            self._canvas.removeItem(self.marks.pop(name))

    def show_hovered(self, node_id: str) -> None:
        """The node under the pointer, "" for none."""
        if node_id != self._hovered:
            self._hovered = node_id
            self._place()

    def point(self, at: QPointF) -> bool:
        """Light what is under the pointer; whether there is anything to press."""
        for item in self.buttons:
            item.show_pointed(item.by_at(at))
        return self.size_at(at) is not None

    # What it is asked

    def size_at(self, at: QPointF) -> tuple[str, int] | None:
        """The node whose minus (-1) or plus (1) stands at this point of the scene."""
        if self._view.zoom < TEXT_FROM:
            return None
        found = ((item.node_id, item.by_at(at)) for item in self.buttons)
        return next((step for step in found if step[1]), None)

    @property
    def still(self) -> Mapping[str, Mark]:
        """The layers that stand still, and why."""
        return {name: Mark(cause.code) for name, cause in self._still.items()}

    def mark(self, node_id: str) -> Mark | None:
        """What the node is marked as."""
        item = self.marks.get(node_id)
        return item.mark if item else None

    def _wanted_marks(self) -> dict[str, tuple[Mark, str]]:
        """Node id -> its mark, and the title of the layer that is the reason."""
        graph, whole = self._canvas.document.graph, self._canvas.whole.graph.by_id
        marks = {
            name: (Mark(cause.code), node_title(whole[cause.node]) if cause.node in whole else "")
            for name, cause in self._still.items()
            if name in graph.by_id and name not in self._told
        }
        return marks | {node.id: (Mark.FROZEN, "") for node in graph.nodes if is_frozen(node.layer)}

    def _place(self) -> None:
        selected = self._canvas.selected_nodes
        chosen = selected[0] if len(selected) == 1 else ""
        graph, nodes = self._canvas.document.graph, self._canvas.nodes
        ids = (chosen, self._hovered if self._hovered != chosen else "")
        for item, name in zip(self.buttons, ids, strict=True):
            node = graph.by_id.get(name)
            # On a card of one line they would lie over the title.
            layer = node.layer if node and nodes[name].card.content.form != "folded" else None
            item.show_node(name, layer, nodes[name].body if node else item.boundingRect())
        self._place_marks()

    def _place_marks(self) -> None:
        nodes = self._canvas.nodes
        shown = {item.node_id: item.width for item in self.buttons}
        for name, mark in self.marks.items():
            # Seen from afar a mark keeps its size on the screen, or nobody would see it.
            scale = max(1.0, READABLE / self._view.zoom)
            room = nodes[name].body.width() - shown.get(name, 0.0) - ASIDES
            mark.stand_at(nodes[name].body, scale, brief=mark.full_width * scale > room)
