"""How many batches a frame trains: as many as fill it, or as a slower pace lets through; epochs a second."""

from __future__ import annotations

import time
from math import inf

from playground.frames.pace import Pace

FRAME_SECONDS = 0.022
"""How long one compiled call should last: short enough to pause at once."""
BEAT = 0.029
"""How far two frames should be apart at most, with time left for what else a turn does."""


DOUBLING = 0.6
"""Seconds in which a gentle start becomes twice as fast: from 10 epochs a second to 40,000 in seven."""
GENTLE = 20 * DOUBLING
"""Seconds of a gentle start: ten epochs a second, doubled so often, are more than any machine trains."""


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


def steps_a_frame(pace: float | None, networks: int = 1, looking: float = 0.0) -> int:
    """How many batches fill a network's share of a frame at that pace, in seconds a batch; few until it is known.

    Where `looking` at the network takes long, in seconds, less is left for training, so that frames come in time.
    """
    room = min(FRAME_SECONDS, max(FRAME_SECONDS / 2, BEAT - looking))
    return 8 if pace is None else max(1, int(room / networks / pace))


class Metronome:
    """Tells how many batches are due at a pace. Time that was lost is not made up for."""

    def __init__(self) -> None:
        self.pace, self._last = Pace(), 0.0
        # When a gentle start began; None once it is over.
        self._begun: float | None = None

    def start(self, anew: bool = False) -> None:
        """The first batch is due at once. A run that begins `anew` may start gently."""
        self._last = -inf
        self._begun = inf if anew and self.pace.gently else None

    def due(self, now: float, most: int, steps_per_epoch: int) -> int:
        """Batches to train now, at most so many."""
        if self._begun == inf:
            self._begun = now
        beat = self._beat(now, steps_per_epoch)
        if not beat:
            return most
        if now - self._last > 1 + beat:
            self._last = now - beat
        count = min(most, int((now - self._last) / beat + 1e-9))
        if self._begun is not None and now - self._begun > GENTLE:
            self._begun = None
        if self._begun is not None and count == most:
            # What did not fit the frame is not left for the next one.
            self._last = now
            return count
        self._last += count * beat
        return count

    def rest(self, now: float, steps_per_epoch: int) -> float:
        """Seconds until a batch is due."""
        return max(0.0, self._last + self._beat(now, steps_per_epoch) - now)

    def _beat(self, now: float, steps_per_epoch: int) -> float:
        """Seconds between two batches, 0 where the run goes flat out."""
        per_second = self.pace.per_second
        if per_second is None or (self.pace.gently and self._begun is None):
            return 0.0
        if self.pace.gently and self._begun is not None:
            per_second *= 2 ** (max(0.0, now - self._begun) / DOUBLING)
        return 1 / (per_second * (steps_per_epoch if self.pace.epochs else 1))
