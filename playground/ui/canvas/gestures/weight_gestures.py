"""Clicks on the neuron level: an icon that folds or opens a card, a weight to type another number into."""

from __future__ import annotations

from PySide6.QtCore import Qt

from playground.ui.canvas.commands.forms import Forms
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.gestures.gestures import MoveGesture
from playground.ui.canvas.items.node_item import NodeItem
from playground.ui.canvas.items.single_weight import Weight
from playground.ui.canvas.overlays.weight_edit import WeightEdit
from playground.ui.canvas.overlays.weight_turn import step_with
from playground.ui.canvas.stage.stage import Stage


class FormGesture(Gesture):
    """A click on a card's icon gives it another form."""

    def __init__(self, view: Stage, forms: Forms, item: NodeItem, form: str) -> None:
        super().__init__(view)
        self._forms, self._node_id, self._form = forms, item.node_id, form

    def release(self, pointer: Pointer) -> None:
        item = self.view.canvas.nodes.get(self._node_id)
        if item is not None and item.toggle_at(pointer.scene) == self._form:
            self._forms.set((self._node_id,), self._form)


class WeightGesture(Gesture):
    """A click on a weight's line opens the field for its number."""

    def __init__(self, view: Stage, field: WeightEdit, weight: Weight) -> None:
        super().__init__(view)
        self._field, self._weight = field, weight

    def click(self, pointer: Pointer) -> None:
        if pointer.adds:
            edges = [edge for edge in self.view.canvas.edges if edge.target == self._weight.node]
            self.view.canvas.select(self.view.canvas.selected_nodes, {*self.view.canvas.selected_edges} ^ {*edges})
        else:
            self._field.open(self._weight, pointer.view)


class TurnGesture(Gesture):
    """A drag up or down on a weight's number turns it, a click opens the field for it."""

    def __init__(self, view: Stage, field: WeightEdit, weight: Weight) -> None:
        super().__init__(view)
        self._field, self._turn, self._weight = field, field.turn, weight
        self._at = 0

    def press(self, pointer: Pointer) -> None:
        super().press(pointer)
        self._at = pointer.view.y()

    def begin(self) -> None:
        self._turn.take(self._weight)
        self.view.canvas.neurons.show_pointed(self._weight)
        self.view.show_cursor(Qt.CursorShape.SizeVerCursor)

    def drag(self, pointer: Pointer) -> None:
        up, self._at = self._at - pointer.view.y(), pointer.view.y()
        self._turn.turn(up * step_with(pointer.keys))

    def drop(self, pointer: Pointer) -> None:
        self._turn.keep()

    def cancel(self) -> None:
        self._turn.give_back()

    def click(self, pointer: Pointer) -> None:
        self._field.open(self._weight, pointer.view)


class CardWeightGesture(MoveGesture):
    """On a card, a click opens the field for the number there, and a drag moves the card as everywhere on it."""

    def __init__(self, view: Stage, field: WeightEdit, item: NodeItem, weight: Weight) -> None:
        super().__init__(view, item.node_id)
        self._field, self._weight = field, weight

    def click(self, pointer: Pointer) -> None:
        super().click(pointer)
        if not pointer.adds:
            self._field.open(self._weight, pointer.view)


def on_neurons(view: Stage, forms: Forms, field: WeightEdit, pointer: Pointer) -> Gesture | None:
    """The gesture that a press here begins on the neuron level; None where there is none."""
    canvas, at = view.canvas, pointer.scene
    node = canvas.node_at(at)
    if node is not None and (form := node.toggle_at(at)):
        return FormGesture(view, forms, node, form)
    if written := canvas.neurons.number_at(at):
        return TurnGesture(view, field, written)
    weight = canvas.neurons.weight_at(at)
    if weight is None:
        return None
    return (
        CardWeightGesture(view, field, node, weight)
        if node and node.node_id == weight.node
        else WeightGesture(view, field, weight)
    )
