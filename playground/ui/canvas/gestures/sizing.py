"""A click on minus or plus at the corner of a card."""

from __future__ import annotations

from playground.ui.canvas.commands.selection import Selection
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.overlays.node_tools import NodeTools
from playground.ui.canvas.stage.stage import Stage


class SizeGesture(Gesture):
    """One neuron less, or one more."""

    def __init__(self, view: Stage, tools: NodeTools, selection: Selection, step: tuple[str, int]) -> None:
        super().__init__(view)
        self._tools, self._selection, self._step = tools, selection, step

    def release(self, pointer: Pointer) -> None:
        if self._tools.size_at(pointer.scene) == self._step:
            node_id, by = self._step
            self._selection.grow(by, (node_id,))
