"""Dashes that move along the connections in step with learning: one on for each batch, as far as eyes can follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from playground.frames.frame import Frame
from playground.ui.canvas.items.node_item import TEXT_FROM
from playground.ui.canvas.motion.passing import PassingNumbers
from playground.ui.canvas.stage.stage import Stage

INTERVAL, STEP = 40, 0.55
# A dash and its gap, in pen widths.
PERIOD = 5.0


class Dashes(QObject):
    """Moves those of one canvas."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view, self._offset = view, 0.0
        # How far they have to go until they are where learning is.
        self._owed, self._batches = 0.0, 0
        self.numbers = PassingNumbers(view)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._move)

    def show_training(self, running: bool) -> None:
        if running:
            self._timer.start()
            self._move()
        else:
            self._timer.stop()
            self._view.canvas.show_flow(None, self._view.seen())

    def show_frame(self, frame: Frame) -> None:
        """A dash moves on for each batch; a run that is faster than that does not make them run after it."""
        self.numbers.show_frame(frame)
        batches = frame.epoch * frame.reel.steps_per_epoch + frame.batch
        if batches != self._batches:
            self._owed = PERIOD * min(abs(batches - self._batches), 1)
            self._batches = batches

    def forget(self) -> None:
        self.numbers.stop()

    def _move(self) -> None:
        view = self._view
        if view.isVisible():
            moved = min(STEP, self._owed)
            self._owed -= moved
            self._offset += moved
            # From afar dashes are a shimmer, and there are many.
            view.canvas.show_flow(self._offset if view.zoom >= TEXT_FROM else None, view.seen())
