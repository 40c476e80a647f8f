"""The losses and metrics of a run, epoch by epoch, and their thinned copy for the window."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from playground.frames.arrays import Floats
from playground.frames.run import NO_CURVES, Curves
from playground.frames.trained import Rows

MOST_SHOWN = 2_000
# Of a longer run each stretch of epochs shows where each column is lowest and highest.
MOST_STRETCHES = 512
# A run of more epochs is kept thinned; its first and its newest ones stay in full.
MOST_KEPT = 131_072
NEWEST_IN_FULL = 16_384


class Recorder:
    """Epochs' rows, from epoch 0 on; `names` are its columns, as in Curves.

    Beside the rows it knows of each stretch of epochs, a power of two of them, at which epochs the columns are lowest
    and highest, and their sums: brought up to date row by row, so that showing a long run costs no more than a short.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._rows: Floats = np.zeros((1_024, len(names)), np.float32)
        self._epochs = np.zeros(1_024, np.int64)
        # Rows that are kept of the `count` that came; the same until it is thinned.
        self._kept = 0
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
        needed = self._kept + len(rows)
        if needed > len(self._rows):
            more = max(needed, 2 * len(self._rows)) - len(self._rows)
            self._rows = np.concatenate([self._rows, np.zeros((more, len(self.names)), np.float32)])
            self._epochs = np.concatenate([self._epochs, np.zeros(more, np.int64)])
        self._rows[self._kept : needed] = rows
        self._epochs[self._kept : needed] = np.arange(self.count, self.count + len(rows))
        self._kept, self.count = needed, self.count + len(rows)
        self._see()

    @property
    def is_full(self) -> bool:
        """Whether it is time to thin it."""
        return self._kept > MOST_KEPT

    def thin(self, marked: Iterable[int]) -> None:
        """Keep an even choice of the epochs beside the marked ones, all extremes, the first and the newest."""
        epochs = self._epochs[: self._kept]
        apart = 1
        while self.count > apart * (MOST_KEPT // 2):
            apart *= 2
        chosen = (epochs % apart == 0) | (epochs < MOST_SHOWN) | (epochs >= self.count - NEWEST_IN_FULL)
        chosen |= np.isin(epochs, [*self._extremes[: -(-self._seen // self._stretch)].ravel(), *marked])
        self._keep(chosen)

    def _keep(self, chosen: NDArray[np.bool_]) -> None:
        kept = np.flatnonzero(chosen)
        self._rows[: len(kept)], self._epochs[: len(kept)] = self._rows[kept], self._epochs[kept]
        self._kept = len(kept)

    def _places(self, epochs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where the rows of kept epochs are."""
        return epochs if self._kept == self.count else np.searchsorted(self._epochs[: self._kept], epochs)

    def measure(self, names: tuple[str, ...]) -> None:
        """From now on these columns: those it has keep their rows, of the others nothing is known so far."""
        if names != self.names:
            rows = np.full((len(self._rows), len(names)), np.nan, np.float32)
            for at, name in enumerate(names):
                if name in self.names:
                    rows[:, at] = self._rows[:, self.names.index(name)]
            self._rows, self.names = rows, names
            self._look_again()

    def cut(self, count: int) -> None:
        """Forget all but the first rows."""
        self.count = min(self.count, count)
        self._keep(self._epochs[: self._kept] < self.count)
        self._look_again()

    def replace_last(self, row: NDArray[np.float32]) -> None:
        """Another network stands at the newest epoch: its row, float32 (1, columns), instead of the one before."""
        place = (self.count - 1) // self._stretch
        before = self._rows[self._kept - 1].astype(float)
        self._rows[self._kept - 1] = row[0]
        self._extremes[place], sums = self._look_at(place)
        # Of a thinned run only the difference is exact; of what is not finite there is none.
        exact = np.isfinite(before) & np.isfinite(row[0])
        self._sums[place][exact] += row[0][exact] - before[exact]
        self._sums[place][~exact] = sums[~exact]

    def _look_again(self) -> None:
        """Know the stretches from the rows alone. Of a thinned run the sums are then those of the rows left."""
        self._forget_stretches()
        if self._kept == self.count:
            self._see()
            return
        while self.count > MOST_STRETCHES * self._stretch:
            self._stretch *= 2
        for place in range(-(-self.count // self._stretch)):
            self._extremes[place], self._sums[place] = self._look_at(place)
        self._seen = self.count

    def _look_at(self, place: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The extremes (2 columns,) and the sums (columns,) of a stretch; of the row before where none is left."""
        epochs = self._epochs[: self._kept]
        first, end = np.searchsorted(epochs, (place * self._stretch, (place + 1) * self._stretch))
        inside = slice(min(first, end - 1), end)
        rows, size = self._rows[inside], min(self._stretch, self.count - place * self._stretch)
        found = np.concatenate([rows.argmin(axis=0), rows.argmax(axis=0)])
        return epochs[inside][found], rows.mean(axis=0, dtype=float) * size

    def _see(self) -> None:
        """Bring the stretches up to date with the rows that have come."""
        while self.count > MOST_STRETCHES * self._stretch:
            self._double()
        while self._seen < self.count:
            first, inside = divmod(self._seen, self._stretch)
            whole = (self.count - self._seen) // self._stretch if not inside else 0
            # What is left of a stretch under way, else all whole ones at once, else a new one's beginning.
            end = self._seen + whole * self._stretch if whole else min((first + 1) * self._stretch, self.count)
            # What has not been seen came last, one row for each epoch.
            gone = self.count - self._kept
            blocks = self._rows[self._seen - gone : end - gone].reshape(max(whole, 1), -1, len(self.names))
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
        ours, theirs = self._rows[self._places(one), columns], self._rows[self._places(other), columns]
        sign = np.repeat([1, -1], len(self.names))
        return np.where(sign * theirs < sign * ours, other, one)

    def rows(self) -> Rows:
        """All that is kept, as a value."""
        used = -(-self._seen // self._stretch)
        kept = slice(self._kept)
        return Rows(
            self.count, self.names, self._epochs[kept].copy(), self._rows[kept].copy(), self._sums[:used].copy()
        )

    @classmethod
    def of(cls, rows: Rows) -> Recorder:
        """One that goes on from these rows."""
        made = cls(rows.names)
        made._rows, made._epochs = rows.values.copy(), rows.epochs.copy()
        made._kept, made.count = len(rows.epochs), rows.count
        made._look_again()
        if made._sums[: len(rows.sums)].shape == rows.sums.shape:
            # Of a thinned run they cannot be found out from what is left.
            made._sums[: len(rows.sums)] = rows.sums
        return made

    def curves(self, most: int = MOST_SHOWN) -> Curves:
        """All kept rows where there are at most `most`; of more, the lowest and highest of each stretch.

        The first and the newest are always among them. Takes no longer for a long run than for a short one.
        """
        if self._kept <= most:
            return self._shown(self._epochs[: self._kept].copy(), NO_CURVES.mean_epochs, NO_CURVES.means)
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
        return Curves(epochs, self.names, self._rows[self._places(epochs)], mean_epochs, means)

    def row(self, epoch: int) -> dict[str, float]:
        """Column -> its value after that epoch, one of those that are kept."""
        return dict(zip(self.names, self._rows[self._places(np.array(epoch))].tolist(), strict=True))

    def newest(self, name: str, count: int) -> tuple[NDArray[np.int64], Floats]:
        """The newest epochs, at most `count` of them, and a column's values after them."""
        newest = slice(max(0, self._kept - count), self._kept)
        return self._epochs[newest].copy(), self._rows[newest, self.names.index(name)].copy()
