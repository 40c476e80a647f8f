"""Whether a run goes on, how fast, and for how many batches more."""

from __future__ import annotations

import time

from playground.engine.worker.pace import Metronome, Speed, steps_a_frame
from playground.frames.pace import Pace


class Playing:
    """The run of one worker as it is played, stepped and paused."""

    def __init__(self) -> None:
        self.running = False
        # Batches until it pauses by itself; None where it plays on.
        self.left: int | None = None
        # Seconds that the last look at the network took.
        self.looking = 0.0
        self._speed, self._metronome = Speed(), Metronome()
        self._held_until = 0.0

    def start(self, steps: int | None, epoch: int) -> None:
        """Go on for so many batches, or until it is stopped."""
        self.running, self.left = True, steps
        self.measure_from(epoch)
        self._metronome.start(anew=epoch == 0 and steps is None)

    def stop(self) -> None:
        self.running = False

    def hold(self, seconds: float) -> None:
        """Nothing is due for so many seconds."""
        self._held_until = time.perf_counter() + seconds

    def set_pace(self, pace: Pace) -> None:
        self._metronome.pace = pace
        self._metronome.start()

    # How fast

    @property
    def epochs_per_second(self) -> float:
        return self._speed.per_second

    def measure_from(self, epoch: int, known: float | None = None) -> None:
        """Measure the speed anew from that epoch on; until it is measured it is as `known`."""
        self._speed.per_second = self._speed.per_second if known is None else known
        self._speed.start(epoch)

    def room(self, pace: float | None, networks: int) -> int:
        """How many batches, of so many seconds each, fill a network's share of a frame."""
        return steps_a_frame(pace, networks, self.looking)

    def due(self, room: int, steps_per_epoch: int) -> int:
        """How many of the batches that there is room for are to be trained now."""
        if time.perf_counter() < self._held_until:
            return 0
        most = room if self.left is None else min(room, self.left)
        return self._metronome.due(time.perf_counter(), most, steps_per_epoch)

    def rest(self, steps_per_epoch: int) -> float:
        """Seconds until a batch is due."""
        now = time.perf_counter()
        return max(self._held_until - now, self._metronome.rest(now, steps_per_epoch))

    def count(self, steps: int, epoch: int) -> bool:
        """So many batches were trained, up to that epoch; whether these were the last to be trained."""
        self._speed.count(epoch)
        if self.left is None:
            return False
        self.left -= steps
        return self.left <= 0
