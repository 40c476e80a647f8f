"""Gestures on the frame of an open group."""

from __future__ import annotations

from playground.ui.canvas.commands.grouping import Grouping
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.gestures.gestures import BandGesture
from playground.ui.canvas.items.group_item import FrameItem
from playground.ui.canvas.stage.stage import Stage


class CloseGesture(Gesture):
    """A click on the button of a frame closes its group."""

    def __init__(self, view: Stage, grouping: Grouping, item: FrameItem) -> None:
        super().__init__(view)
        self._grouping, self._item = grouping, item

    def release(self, pointer: Pointer) -> None:
        if self._item.button_place.contains(pointer.scene):
            self._grouping.close(self._item.group_id)


class FrameGesture(BandGesture):
    """Inside a frame, a click selects the group; a drag is the rubber band of everywhere."""

    def __init__(self, view: Stage, item: FrameItem) -> None:
        super().__init__(view)
        self._group_id = item.group_id

    def click(self, pointer: Pointer) -> None:
        canvas = self.view.canvas
        chosen = set(canvas.selected) if self.pressed.adds else set()
        canvas.select(chosen ^ {self._group_id}, canvas.selected_lines if self.pressed.adds else ())
