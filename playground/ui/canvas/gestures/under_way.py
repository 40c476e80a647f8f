"""The one gesture that is under way on a canvas, from its beginning to its end or a change of mind."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from playground.document.graph import Edge
from playground.ui.canvas.gestures.gesture import Gesture, Pointer
from playground.ui.canvas.gestures.key_connecting import KeyConnectGesture, KeyReplugGesture
from playground.ui.canvas.gestures.key_pointing import KeyPointGesture
from playground.ui.canvas.stage.stage import Stage


class UnderWay(QObject):
    """At most one at a time. `ended` tells that it is over, either way."""

    ended = Signal()

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view = view
        self.gesture: Gesture | None = None

    @property
    def by_keys(self) -> KeyConnectGesture | None:
        """The one under way, where it asks the keys for its target."""
        return self.gesture if isinstance(self.gesture, KeyConnectGesture) else None

    def connect_from(self, node_id: str) -> None:
        """Draw a connection from this node, or an arrow from this note, by the keys."""
        kind = KeyPointGesture if node_id in self._view.canvas.notes.by_id else KeyConnectGesture
        self._choose_by_keys(kind(self._view, node_id, self.finish))

    def replug(self, edge: Edge) -> None:
        """Choose another target for a connection by the keys."""
        self._choose_by_keys(KeyReplugGesture(self._view, edge, self.finish))

    def _choose_by_keys(self, gesture: KeyConnectGesture) -> None:
        if gesture.start():
            self.gesture = gesture

    def finish(self, pointer: Pointer) -> None:
        """End it where the pointer is."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            # A gesture that ends changes the document; it must not be cancelled for that.
            gesture.release(pointer)
            self.ended.emit()

    def cancel(self) -> None:
        """Leave everything as it was before it."""
        gesture, self.gesture = self.gesture, None
        if gesture is not None:
            self._view.be_quiet()
            gesture.cancel()
            self.ended.emit()
