"""What of the network is on the screen, and how large: only that is looked at and painted."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from playground.frames.frame import Frame
from playground.ui.canvas.items.mosaic import FROM_AFAR
from playground.ui.canvas.items.node_item import MAPS_FROM
from playground.ui.canvas.stage.stage import Stage

INTERVAL = 30


class Sight(QObject):
    """`changed` tells that other nodes are seen than before."""

    changed = Signal()

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view, self._canvas = view, view.canvas
        self._seen: tuple[str, ...] = ()
        self._soon = QTimer(self, interval=INTERVAL, singleShot=True)
        self._soon.timeout.connect(self._look)
        view.view_changed.connect(self.look_soon)

    @property
    def nodes(self) -> tuple[str, ...]:
        """Ids of the nodes on the screen, in the order of the graph."""
        return self._canvas.nodes_in(self._view.seen())

    @property
    def _detail(self) -> float:
        return self._view.zoom * self._view.devicePixelRatioF()

    def look_soon(self) -> None:
        """Once what moves has come to rest."""
        self._soon.start()

    def show_frame(self, frame: Frame) -> None:
        self._canvas.detail = self._detail
        self._canvas.show_frame(frame, self.nodes)

    def _look(self) -> None:
        canvas, seen, detail = self._canvas, self.nodes, self._detail
        if (detail < FROM_AFAR) != (canvas.detail < FROM_AFAR) or canvas.detail < MAPS_FROM <= detail:
            canvas.detail = detail
            canvas.show_frame_again(seen)
        if seen != self._seen:
            # One that left and came back within the interval may have missed a frame.
            came = [name for name in seen if name not in self._seen or not canvas.nodes[name].shows_maps]
            self._seen = seen
            canvas.show_frame_again(came)
            self.changed.emit()
