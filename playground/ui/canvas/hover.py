"""What the pointer is over while no button is held: ports, neurons, links and their weights."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal

from playground.document.edits.groups import edges_behind
from playground.document.graph import Edge
from playground.ui.canvas.gestures.gesture import Pointer
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.note_item import NoteItem
from playground.ui.canvas.items.single_weight import Weight, weight_table
from playground.ui.canvas.items.weights import WeightsLabel, edge_table, neuron_table
from playground.ui.canvas.overlays.node_tools import NodeTools
from playground.ui.canvas.overlays.weight_edit import WeightEdit
from playground.ui.canvas.stage.stage import Stage
from playground.ui.widgets.plain import tip


class Hover(QObject):
    """Shows the ports of the node under the pointer, rings its neuron, and shapes the cursor."""

    neuron_changed = Signal(object)

    def __init__(self, view: Stage, tools: NodeTools, field: WeightEdit) -> None:
        super().__init__(view)
        self._view, self._canvas, self._tools, self._field = view, view.canvas, tools, field
        self._item: NodeItem | None = None
        self._neuron: tuple[str, int] | None = None
        self._edge: Edge | None = None
        self._weight: Weight | None = None
        self._turns = False
        self._at = QPoint()
        self.weights = WeightsLabel(view)
        view.quieted.connect(self.hide_weights)

    def move(self, pointer: Pointer) -> None:
        canvas, at = self._canvas, pointer.scene
        port, fix = canvas.port_at(at), canvas.fix_at(at)
        sized = self._tools.size_at(at)
        item = canvas.nodes[sized[0]] if sized else port[0] if port else canvas.node_at(at)
        unit = None if item is None or port or sized else item.unit_at(at)
        if item is not self._item:
            self._quiet()
        self._item = item
        neuron = None if item is None or unit is None else (item.node_id, unit)
        self._weight = None if port or fix else canvas.neurons.weight_at(at)
        self._turns = self._weight is not None and canvas.neurons.number_at(at) is not None
        canvas.neurons.show_pointed(self._weight, neuron)
        if item is not None:
            item.show_ports(True, True)
            item.show_unit(unit)
            self._show_toggle(item, item.toggle_at(at))
        for problem in canvas.problem_items.by_node.values():
            problem.show_hovered(fix[1] if fix and problem is fix[0] else None)
        self._tools.show_hovered(item.node_id if item else "")
        pressed = self._tools.point(at) or fix is not None
        self._view.show_cursor(self._cursor(pointer, pressed, port is not None, item))
        self._tell(None if item is None or unit is None else (canvas.pictured(item.node_id), unit))
        note = self._note(at) if item is None and fix is None else None
        for shown in canvas.notes.by_id.values():
            shown.show_handle(shown is note)
        over_edge = item is None and fix is None and note is None and canvas.problem_at(at) is None
        for frame in canvas.frames.by_id.values():
            frame.show_hovered(over_edge and frame.button_place.contains(at))
        self._edge = edge.edge if over_edge and (edge := canvas.edge_at(at)) else None
        self._at = pointer.view
        self.show_weights()

    def show_weights(self) -> None:
        """The newest weights of what the pointer is over."""
        frame, document, table = self._canvas.frame, self._canvas.whole, None
        if frame is not None and self._weight is not None:
            table = weight_table(frame, document, self._weight, self._turns)
        elif frame is not None and self._neuron is not None:
            table = neuron_table(frame, document, *self._neuron)
        elif frame is not None and self._edge is not None:
            table = edge_table(frame, document, edges_behind(document, self._edge)[0])
        if table is None:
            self.weights.hide()
        else:
            self.weights.show_table(table, self._at, self._canvas.fonts, self._canvas.theme)

    def hide_weights(self) -> None:
        """Until the pointer moves on."""
        self._edge = self._weight = None
        self.weights.hide()

    def leave(self) -> None:
        """The pointer is gone, or a gesture has it, or what it was over may be."""
        self._quiet()
        for note in self._canvas.notes.by_id.values():
            note.show_handle(False)
        self._tell(None)
        if not self._field.isVisible():
            self._canvas.neurons.show_pointed(None)
        self.hide_weights()

    def _quiet(self) -> None:
        if self._item is not None:
            self._item.show_ports(False, False)
            self._item.show_unit(None)
            self._show_toggle(self._item, "")
            self._item = None

    def _show_toggle(self, item: NodeItem, form: str) -> None:
        item.show_pointed(form)
        words = {
            "card": self.tr("Expand (E)"), "folded": self.tr("Collapse (E)"), "neurons": self.tr("Show neurons (E)"),
        }  # fmt: skip
        item.setToolTip(tip(words.get(form, item.card.tool_tip)))

    def _cursor(self, pointer: Pointer, fix: bool, port: bool, item: NodeItem | None) -> Qt.CursorShape | None:
        if self._turns and not fix and not port:
            return Qt.CursorShape.SizeVerCursor
        if fix or (not port and (self._weight or (item is not None and item.toggle_at(pointer.scene)))):
            return Qt.CursorShape.PointingHandCursor
        if port:
            return Qt.CursorShape.CrossCursor
        if item is not None or self._canvas.problem_at(pointer.scene) is not None:
            return None
        if (over := self._over_note(pointer.scene)) is not None:
            return over
        edge = self._canvas.edge_at(pointer.scene)
        if edge is None:
            frame = self._canvas.frames.at(pointer.scene)
            over_button = frame is not None and frame.button_place.contains(pointer.scene)
            return Qt.CursorShape.PointingHandCursor if over_button else None
        return Qt.CursorShape.CrossCursor if edge.end_at(pointer.scene) else Qt.CursorShape.PointingHandCursor

    def _note(self, at: QPointF) -> NoteItem | None:
        notes = self._canvas.notes
        return notes.handle_at(at) or notes.edge_at(at) or notes.at(at)

    def _over_note(self, at: QPointF) -> Qt.CursorShape | None:
        """The cursor over a note or an arrow; None over neither."""
        notes = self._canvas.notes
        if notes.handle_at(at):
            return Qt.CursorShape.CrossCursor
        if notes.edge_at(at):
            return Qt.CursorShape.SizeHorCursor
        if notes.at(at):
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.PointingHandCursor if notes.arrow_at(at) else None

    def _tell(self, neuron: tuple[str, int] | None) -> None:
        if neuron != self._neuron:
            self._neuron = neuron
            self.neuron_changed.emit(neuron)
