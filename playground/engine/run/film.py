"""The film of a run: training states kept as it goes on, evenly thinned, within a bound of memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from playground.engine.train import State
from playground.frames.run import Reel

BOUND = 64 << 20
MOST_MOMENTS = 2_000
# What a tensor costs beside its numbers: Python's object, TensorFlow's handle and its alignment.
TENSOR_BYTES = 512
# A young run changes fast: its moments lie no farther apart than this share of its length.
FINENESS = 20


class Moment(NamedTuple):
    """The state after `step` batches."""

    step: int
    state: State


class Film:
    """Moments from the first on, about equally far apart; the newest that came is always among them.

    A state is a value that shares nothing with the network in training, so keeping one costs its memory alone.
    """

    def __init__(self, bound: int = BOUND, most: int = MOST_MOMENTS) -> None:
        self.bound, self._most = bound, most
        self._moments: list[Moment] = []
        self._apart = 1
        self._size = 0

    def add(self, step: int, state: State) -> None:
        """Keep the state after `step` batches, later than all that are kept."""
        if not self._moments:
            self._size = sum(value.shape.num_elements() * value.dtype.size + TENSOR_BYTES for value in state)
        elif len(self._moments) > 1 and self._moments[-1].step - self._moments[-2].step < self._apart:
            # The one before was only there as the newest.
            self._moments.pop()
        self._moments.append(Moment(step, state))
        self.fit()

    def fit(self) -> None:
        """Thin it until it is within its bounds; three moments stay whatever they take."""
        while len(self._moments) > 3 and (len(self._moments) > self._most or self.bytes > self.bound):
            self._thin()

    def next_moment(self, step: int, steps_per_epoch: int) -> int:
        """How many batches after `step` the next moment is wanted."""
        return max(steps_per_epoch, step // FINENESS, self._apart)

    def _thin(self) -> None:
        """Every second one goes, but never the newest."""
        first, newest = self._moments[0], self._moments[-1]
        self._apart = max(2 * self._apart, 2 * (newest.step - first.step) // len(self._moments))
        kept = [first]
        for moment in self._moments[1:-1]:
            if moment.step - kept[-1].step >= self._apart:
                kept.append(moment)
        self._moments = [*kept, newest]

    def begin(self, step: int, state: State) -> None:
        """What was filmed before is of another network, or of other data."""
        self._moments, self._apart = [], 1
        self.add(step, state)

    def cut(self, step: int) -> None:
        """Forget all after this step: the run goes on from there, and there is room for closer moments again."""
        self._moments = [moment for moment in self._moments if moment.step <= step]
        self._apart = 1

    @property
    def apart(self) -> int:
        """How far apart its moments are at least, in batches."""
        return self._apart

    def take(self, moments: Iterable[Moment], apart: int) -> None:
        """The film of another session, in place of this one's."""
        self._moments = []
        for moment in moments:
            self.add(*moment)
        self._apart = apart

    def at(self, step: int) -> Moment | None:
        """The last moment at or before this step, else the first; None of an empty film."""
        before = [moment for moment in self._moments if moment.step <= step]
        return before[-1] if before else next(iter(self._moments), None)

    @property
    def moments(self) -> tuple[Moment, ...]:
        return tuple(self._moments)

    def epochs(self, steps_per_epoch: int) -> list[int]:
        """The epochs that had ended at its moments."""
        return [moment.step // steps_per_epoch for moment in self._moments]

    @property
    def bytes(self) -> int:
        """About how much memory the moments take."""
        return len(self._moments) * self._size

    def reel(self, steps_per_epoch: int) -> Reel:
        """What the window is told of it."""
        steps = np.array([moment.step for moment in self._moments], np.int64)
        return Reel(steps, steps_per_epoch, self.bytes, self.bound)
