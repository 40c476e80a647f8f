"""Dashes that move along the connections for as long as the network trains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from playground.ui.canvas.node_item import TEXT_FROM

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

INTERVAL, STEP = 40, 0.55


class Dashes(QObject):
    """Moves those of one canvas."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view, self._offset = view, 0.0
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._move)

    def show_training(self, running: bool) -> None:
        if running:
            self._timer.start()
            self._move()
        else:
            self._timer.stop()
            self._view.canvas.show_flow(None, self._view.seen())

    def _move(self) -> None:
        view = self._view
        if view.isVisible():
            self._offset += STEP
            # From afar dashes are a shimmer, and there are many.
            view.canvas.show_flow(self._offset if view.zoom >= TEXT_FROM else None, view.seen())
