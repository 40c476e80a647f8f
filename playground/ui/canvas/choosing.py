"""Which gesture a press begins, and what a double click does, by what is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from playground.ui.canvas.gestures.connecting import ConnectGesture, ReplugGesture
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.gestures.gestures import BandGesture, EdgeGesture, FixGesture, MoveGesture, PanGesture
from playground.ui.canvas.gestures.group_gestures import CloseGesture, FrameGesture
from playground.ui.canvas.gestures.note_gestures import PointGesture, WidenGesture
from playground.ui.canvas.gestures.sizing import SizeGesture
from playground.ui.canvas.gestures.weight_gestures import on_neurons
from playground.ui.canvas.hands import Hands
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.stage.stage import Stage


def gesture_at(view: Stage, hands: Hands, pointer: Pointer, button: Qt.MouseButton, panning: bool) -> Gesture | None:
    """The gesture that a press here begins; `panning` while the space bar is held."""
    at, canvas = pointer.scene, view.canvas
    if button is Qt.MouseButton.MiddleButton or (panning and button is Qt.MouseButton.LeftButton):
        return PanGesture(view)
    if button is not Qt.MouseButton.LeftButton:
        return None
    if found := canvas.fix_at(at):
        return FixGesture(view, found[1])
    if size := hands.tools.size_at(at):
        return SizeGesture(view, hands.tools, hands.selection, size)
    if port := canvas.port_at(at):
        return _plug(view, *port)
    if neurons := on_neurons(view, hands.forms, hands.weight_edit, pointer):
        return neurons
    if node := canvas.node_at(at):
        return MoveGesture(view, node.node_id)
    if gesture := note_gesture(view, at):
        return gesture
    if edge := canvas.edge_at(at):
        end = edge.end_at(at)
        return ReplugGesture(view, edge, end) if end else EdgeGesture(view, edge)
    if frame := canvas.frames.at(at):
        if frame.button_place.contains(at):
            return CloseGesture(view, hands.grouping, frame)
        return MoveGesture(view, frame.group_id) if frame.title_place.contains(at) else FrameGesture(view, frame)
    return BandGesture(view)


def note_gesture(view: Stage, at: QPointF) -> Gesture | None:
    """What a press on a note or an arrow begins."""
    notes = view.canvas.notes
    if item := notes.handle_at(at):
        return PointGesture(view, item.note.id)
    if item := notes.edge_at(at):
        return WidenGesture(view, item.note.id)
    if item := notes.at(at):
        return MoveGesture(view, item.note.id)
    arrow = notes.arrow_at(at)
    return PointGesture(view, arrow.arrow.note, arrow.arrow) if arrow else None


def _plug(view: Stage, item: NodeItem, port: str) -> Gesture:
    """From an output a new connection; an input that is full gives out the one it has."""
    graph = view.canvas.document.graph
    if port == "input" and graph.by_id[item.node_id].layer.most_inputs == 1:
        for edge, edge_item in view.canvas.edges.items():
            if edge.target == item.node_id:
                return ReplugGesture(view, edge_item, "target")
    return ConnectGesture(view, item.node_id, leaving=port == "output")


def double_click(
    view: Stage, hands: Hands, pointer: Pointer, button: Qt.MouseButton, panning: bool
) -> tuple[str, str] | None:
    """What it means here more than two presses: to "enter" a node or note, "name" a group, or "add" a layer."""
    at, canvas = pointer.scene, view.canvas
    if button is not Qt.MouseButton.LeftButton or panning or canvas.port_at(at) or hands.tools.size_at(at):
        return None
    node = canvas.node_at(at)
    if canvas.neurons.weight_at(at) or (node and node.toggle_at(at)):
        return None
    if node:
        return "enter", node.node_id
    if note := canvas.notes.at(at):
        return "enter", note.note.id
    if canvas.notes.arrow_at(at) or canvas.edge_at(at) or canvas.problem_at(at):
        return None
    if (frame := canvas.frames.at(at)) and frame.title_place.contains(at):
        return "name", frame.group_id
    return "add", ""
