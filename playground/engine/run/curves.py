"""The losses and metrics of a run, epoch by epoch, and their thinned copy for the window."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from playground.frames.arrays import Floats
from playground.frames.run import NO_CURVES, Curves

MOST_SHOWN = 2_000
# Of a longer run each stretch of epochs shows where each column is lowest and highest.
MOST_STRETCHES = 512


class Recorder:
    """Every epoch's row, from epoch 0 on; `names` are its columns, as in Curves.

    Beside the rows it knows of each stretch of epochs, a power of two of them, at which epochs the columns are lowest
    and highest, and their sums: brought up to date row by row, so that showing a long run costs no more than a short.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._rows = np.zeros((1_024, len(names)), np.float32)
        self.count = 0
        self.names = names
        self._forget_stretches()

    def _forget_stretches(self) -> None:
        self._stretch, self._seen = 1, 0
        # Epochs of the lowest of each column, then of the highest.
        self._extremes = np.zeros((MOST_STRETCHES, 2 * len(self.names)), np.int64)
        self._sums = np.zeros((MOST_STRETCHES, len(self.names)))

    def add(self, rows: NDArray[np.float32]) -> None:
        """Append rows, float32 (epochs, columns)."""
        needed = self.count + len(rows)
        if needed > len(self._rows):
            grown = np.zeros((max(needed, 2 * len(self._rows)), len(self.names)), np.float32)
            grown[: self.count] = self._rows[: self.count]
            self._rows = grown
        self._rows[self.count : needed] = rows
        self.count = needed
        self._see()

    def measure(self, names: tuple[str, ...]) -> None:
        """From now on these columns: those it has keep their rows, of the others nothing is known so far."""
        if names != self.names:
            rows = np.full((len(self._rows), len(names)), np.nan, np.float32)
            for at, name in enumerate(names):
                if name in self.names:
                    rows[:, at] = self._rows[:, self.names.index(name)]
            self._rows, self.names = rows, names
            self._forget_stretches()
            self._see()

    def cut(self, count: int) -> None:
        """Forget all but the first rows."""
        self.count = min(self.count, count)
        self._forget_stretches()
        self._see()

    def replace_last(self, row: NDArray[np.float32]) -> None:
        """Another network stands at the newest epoch: its row, float32 (1, columns), instead of the one before."""
        self._rows[self.count - 1] = row[0]
        self._seen = (self.count - 1) // self._stretch * self._stretch
        self._see()

    def _see(self) -> None:
        """Bring the stretches up to date with the rows that have come."""
        while self.count > MOST_STRETCHES * self._stretch:
            self._double()
        while self._seen < self.count:
            first, inside = divmod(self._seen, self._stretch)
            whole = (self.count - self._seen) // self._stretch if not inside else 0
            # What is left of a stretch under way, else all whole ones at once, else a new one's beginning.
            end = self._seen + whole * self._stretch if whole else min((first + 1) * self._stretch, self.count)
            blocks = self._rows[self._seen : end].reshape(max(whole, 1), -1, len(self.names))
            starts = self._seen + np.arange(len(blocks))[:, np.newaxis] * self._stretch
            found = np.concatenate([starts + blocks.argmin(axis=1), starts + blocks.argmax(axis=1)], axis=1)
            sums = blocks.sum(axis=1, dtype=float)
            if inside:
                found = self._further(self._extremes[first : first + 1], found)
                sums += self._sums[first]
            self._extremes[first : first + len(blocks)], self._sums[first : first + len(blocks)] = found, sums
            self._seen = end

    def _double(self) -> None:
        """Two stretches become one."""
        used = -(-self._seen // self._stretch)
        pairs = used // 2
        before, sums = self._extremes[:used], self._sums[:used]
        self._extremes[:pairs] = self._further(before[0 : 2 * pairs : 2], before[1 : 2 * pairs : 2])
        self._sums[:pairs] = sums[0 : 2 * pairs : 2] + sums[1 : 2 * pairs : 2]
        if used % 2:
            self._extremes[pairs], self._sums[pairs] = before[-1], sums[-1]
        self._stretch *= 2

    def _further(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
        """Of two lists of extremes (stretches, 2 columns), the lower and the higher ones; of equals the earlier."""
        columns = np.tile(np.arange(len(self.names)), 2)
        ours, theirs = self._rows[one, columns], self._rows[other, columns]
        sign = np.repeat([1, -1], len(self.names))
        return np.where(sign * theirs < sign * ours, other, one)

    def curves(self, most: int = MOST_SHOWN) -> Curves:
        """All rows where there are at most `most`; of more, the lowest and highest of each stretch.

        The first and the newest are always among them. Takes no longer for a long run than for a short one.
        """
        if self.count <= most:
            return self._shown(np.arange(self.count), NO_CURVES.mean_epochs, NO_CURVES.means)
        used = -(-self.count // self._stretch)
        extremes = self._extremes[:used].copy()
        extremes.sort(axis=1)
        shown = np.concatenate([[0], extremes.ravel(), [self.count - 1]])
        middles = np.minimum(np.arange(used) * self._stretch + self._stretch // 2, self.count - 1)
        sizes = np.full(used, self._stretch)
        sizes[-1] = self.count - (used - 1) * self._stretch
        means = (self._sums[:used] / sizes[:, np.newaxis]).astype(np.float32)
        return self._shown(shown[np.append(True, np.diff(shown) > 0)], middles, means)

    def _shown(self, epochs: NDArray[np.int64], mean_epochs: NDArray[np.int64], means: Floats) -> Curves:
        return Curves(epochs, self.names, self._rows[epochs], mean_epochs, means)

    def row(self, epoch: int) -> dict[str, float]:
        """Column -> its value after that epoch."""
        return dict(zip(self.names, self._rows[epoch].tolist(), strict=True))

    def newest(self, name: str, count: int) -> Floats:
        """A copy of a column's newest values, at most `count` of them."""
        return self._rows[max(0, self.count - count) : self.count, self.names.index(name)].copy()
