"""Python's collector runs in the window's thread only: in another one it may destroy Qt objects there."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 100


class Collecting(QObject):
    """Collects when Python would have, but from the event loop; until `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        gc.enable()


def collect() -> None:
    """Collect the oldest generation whose time has come."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (count, most) in enumerate(counts) if count > most > 0]
    if full:
        gc.collect(full[-1])
