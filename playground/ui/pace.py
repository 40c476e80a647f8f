"""How many batches fill a frame, and how many epochs that makes a second."""

from __future__ import annotations

import time

FRAME_SECONDS = 0.022
"""How long one compiled call should last: short enough to pause at once."""


class Speed:
    """Epochs a second, over the last half second or so."""

    def __init__(self) -> None:
        self.per_second = 0.0
        self._since = (0.0, 0)

    def start(self, epoch: int) -> None:
        self._since = (time.perf_counter(), epoch)

    def count(self, epoch: int) -> None:
        start, first = self._since
        elapsed = time.perf_counter() - start
        if elapsed >= 0.5:
            self.per_second = (epoch - first) / elapsed
            self._since = (time.perf_counter(), epoch)


def steps_a_frame(pace: float | None) -> int:
    """How many batches fill a frame at that pace, in seconds a batch; few until it is known."""
    return 8 if pace is None else max(1, int(FRAME_SECONDS / pace))
