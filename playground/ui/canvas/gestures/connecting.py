"""Gestures that draw a connection, or take hold of one that is there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from playground.document.checks.shapes import clash, refusal
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.edits.groups import entry_of
from playground.document.graph import Edge
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.items.edge_item import EdgeItem, LooseEdge
from playground.ui.canvas.items.motion import HeadShake
from playground.ui.canvas.items.node_item import Call, NodeItem
from playground.ui.canvas.stage.stage import Stage
from playground.ui.text import clash_text, refusal_text
from playground.ui.texts.said import later


class PlugGesture(Gesture):
    """A loose connection from one node to the pointer: nodes that can take its end glow, others dim."""

    def __init__(self, view: Stage, fixed: str, leaving: bool) -> None:
        super().__init__(view)
        self.fixed, self.leaving = fixed, leaving
        self._refusals: dict[str, str] = {}
        self._loose: LooseEdge | None = None

    def ends(self, other: str) -> tuple[str, str]:
        """Source and target if the loose end goes to `other`."""
        return (self.fixed, other) if self.leaving else (other, self.fixed)

    def without(self) -> Document:
        """The document that the new connection is added to."""
        return self.base

    def begin(self) -> None:
        self._loose = LooseEdge(self.view.theme)
        self.view.canvas.addItem(self._loose)
        self.view.show_cursor(Qt.CursorShape.CrossCursor)

    def refusal(self, other: str) -> str:
        """Why the loose end cannot go to `other`, as a code; "" where it can."""
        if other not in self._refusals:
            document, (source, target) = self.without(), self.ends(other)
            code = refusal(document, source, target)
            # A target that takes one input and has one lets go of it.
            full = code == "full" and document.graph.by_id[entry_of(document, target)].layer.most_inputs == 1
            self._refusals[other] = "" if full else code
        return self._refusals[other]

    def _reason(self, code: str, under: NodeItem | None) -> str:
        """A refusal in words, with the shapes where it is for these."""
        document = self.without()
        source, target = self.ends(under.node_id if under else "")
        shapes = clash(document, source, target) if code == "shapes" else None
        if shapes is None:
            return refusal_text(code)
        return clash_text(*shapes, document.graph.by_id[entry_of(document, target)].layer.kind)

    def drag(self, pointer: Pointer) -> None:
        under = self._under(pointer)
        code = self.refusal(under.node_id) if under else ""
        self._show_calls(under)
        if under is not None and not code:
            end = under.input_port if self.leaving else under.output_port
        else:
            end = pointer.scene
        start = self._fixed_end()
        assert self._loose is not None
        self._loose.show_ends(start if self.leaving else end, end if self.leaving else start, bool(code))
        if code:
            self.view.say(self._reason(code, under), pointer.view, lasting=True)
        else:
            self.view.be_quiet()

    def drop(self, pointer: Pointer) -> None:
        under = self._under(pointer)
        self._clear()
        if under is None:
            self.let_go(pointer)
        elif code := self.refusal(under.node_id):
            self.view.say(self._reason(code, under), pointer.view)
            HeadShake(under, self.view).start()
            self.refused()
        else:
            self.plug(*self.ends(under.node_id))

    def cancel(self) -> None:
        self._clear()

    def let_go(self, pointer: Pointer) -> None:
        """The end was dropped where there is nothing."""

    def refused(self) -> None:
        """The end was dropped where it cannot be."""

    def plug(self, source: str, target: str) -> None:
        """The end was dropped on a node that takes it."""
        raise NotImplementedError

    def _fixed_end(self) -> QPointF:
        item = self.view.canvas.nodes[self.fixed]
        return item.output_port if self.leaving else item.input_port

    def _under(self, pointer: Pointer) -> NodeItem | None:
        near = self.view.canvas.port_at(pointer.scene)
        item = near[0] if near else self.view.canvas.node_at(pointer.scene)
        # Over the node that it comes from, a connection is on its way still.
        return None if item is None or item.node_id == self.fixed else item

    def _show_calls(self, under: NodeItem | None) -> None:
        # Only those in sight are asked: in a large network each answer takes its time.
        for node_id in self.view.canvas.nodes_in(self.view.seen()):
            item = self.view.canvas.nodes[node_id]
            if node_id == self.fixed:
                item.show_call(Call.QUIET)
            elif self.refusal(node_id):
                item.show_call(Call.REFUSED)
            else:
                item.show_call(Call.CHOSEN if item is under else Call.WELCOME)

    def _clear(self) -> None:
        self.view.be_quiet()
        self.view.show_cursor(None)
        for item in self.view.canvas.nodes.values():
            item.show_call(Call.QUIET)
        if self._loose is not None:
            self.view.canvas.removeItem(self._loose)
            self._loose = None


class ConnectGesture(PlugGesture):
    """From a port to another node: a new connection."""

    def plug(self, source: str, target: str) -> None:
        placed = self.view.canvas.placed(self.base)
        self.view.editor.apply(later("Text", "Connect layers"), edits.connect(placed, source, target))

    def let_go(self, pointer: Pointer) -> None:
        """A layer is still to be found for its end."""
        self.view.left_loose.emit(self.fixed, self.leaving, pointer.view)


class ReplugGesture(PlugGesture):
    """An end of a connection goes to another node; let go where there is nothing, the connection is removed."""

    def __init__(self, view: Stage, item: EdgeItem, end: str) -> None:
        super().__init__(view, item.edge.source if end == "target" else item.edge.target, leaving=end == "target")
        self._edge = item.edge

    def without(self) -> Document:
        return edits.disconnect(self.base, self._edge)

    def begin(self) -> None:
        super().begin()
        self._show_edge(False)

    def plug(self, source: str, target: str) -> None:
        self._show_edge(True)
        placed = self.view.canvas.placed(self.base)
        changed = edits.reconnect(placed, self._edge, source, target)
        if changed.graph != self.base.graph:
            self.view.editor.apply(later("Text", "Reconnect layers"), changed)

    def let_go(self, pointer: Pointer) -> None:
        self._show_edge(True)
        placed = self.view.canvas.placed(self.base)
        self.view.editor.apply(later("Text", "Remove connection"), edits.disconnect(placed, self._edge))

    def refused(self) -> None:
        self._show_edge(True)

    def click(self, pointer: Pointer) -> None:
        self.view.canvas.select((), (self._edge,))

    def cancel(self) -> None:
        super().cancel()
        self._show_edge(True)

    def _fixed_end(self) -> QPointF:
        item = self.view.canvas.edges[self._edge]
        return item.start if self.leaving else item.end

    def _show_edge(self, shown: bool) -> None:
        item = self.view.canvas.edges.get(Edge(self._edge.source, self._edge.target))
        if item is not None:
            item.setVisible(shown)
