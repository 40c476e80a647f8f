"""Which rows each batch holds, epoch by epoch: the same whatever the pauses and the speed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from playground.document.settings import TrainingSettings

Indices = NDArray[np.int32]
# So many epochs are made at once, or fewer where that many numbers are more than these.
BLOCK, MOST_NUMBERS = 64, 1 << 22
MOST_BLOCKS = 5


@dataclass(frozen=True, slots=True)
class BatchSizes:
    """An epoch has `steps` batches of `usual` rows; one of them may have `other` rows (0 where none does).

    It is the last of each epoch in Keras; with `carried` batches it is the first of each epoch but the very
    first, with the rows that the epoch before had left over.
    """

    usual: int
    other: int
    steps: int
    carried: bool

    @property
    def width(self) -> int:
        """The most rows of a batch."""
        return max(self.usual, self.other)


def batch_sizes(rows: int, training: TrainingSettings) -> BatchSizes:
    """How these settings split that many rows; a batch is never larger than the train set."""
    usual = min(training.batch_size, rows)
    whole, left = divmod(rows, usual)
    if training.part_batches == "carried":
        return BatchSizes(usual, usual + left if left else 0, whole, carried=True)
    return BatchSizes(usual, left, whole + bool(left), carried=False)


@dataclass
class Schedule:
    """The batches of a run over `rows` train rows. They are made and kept 64 epochs at a time, fewer of many rows."""

    rows: int
    sizes: BatchSizes
    shuffled: bool
    seed: int
    _blocks: dict[int, Indices] = field(default_factory=dict)
    _tails: dict[int, Indices] = field(default_factory=dict)

    @property
    def _epochs(self) -> int:
        return max(1, min(BLOCK, MOST_NUMBERS // self.rows))

    def bare(self) -> Schedule:
        """The same without what it has worked out."""
        return Schedule(self.rows, self.sizes, self.shuffled, self.seed)

    def batches(self, first: int, count: int) -> tuple[Indices, NDArray[np.bool_]]:
        """Steps `first` to `first + count` of the run, counted from 0.

        Row numbers, int32 (count, width), of which a smaller batch takes the first ones; and which of
        them have the other size, bool (count,). Not to be written to.
        """
        steps = self._epochs * self.sizes.steps
        blocks = range(first // steps, (first + count - 1) // steps + 1)
        parts = [self._block(block)[max(0, first - block * steps) : first + count - block * steps] for block in blocks]
        indices = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return indices, self._others(first, count)

    def _others(self, first: int, count: int) -> NDArray[np.bool_]:
        others = np.zeros(count, np.bool_)
        steps = self.sizes.steps
        if self.sizes.other:
            place = 0 if self.sizes.carried else steps - 1
            others[(place - first) % steps :: steps] = True
            if self.sizes.carried and first == 0:
                others[:1] = False
        return others

    def _block(self, block: int) -> Indices:
        """The batches of a block's epochs, one under another, int32 (epochs · steps, width)."""
        # Rows that are not shuffled are the same from the second block on.
        block = block if self.shuffled else min(block, 1)
        if block not in self._blocks:
            if len(self._blocks) >= MOST_BLOCKS:
                self._blocks.clear()
                self._tails.clear()
            self._blocks[block] = self._split(block, self._orders(block))
        return self._blocks[block]

    def _split(self, block: int, orders: NDArray[np.int64]) -> Indices:
        sizes = self.sizes
        split = np.zeros((self._epochs, sizes.steps, sizes.width), np.int32)
        if not sizes.carried:
            split.reshape(self._epochs, -1)[:, : self.rows] = orders
            return split.reshape(-1, sizes.width)
        whole = sizes.steps * sizes.usual
        split[:, :, : sizes.usual] = orders[:, :whole].reshape(self._epochs, sizes.steps, sizes.usual)
        if sizes.other:
            left = np.concatenate([self._left_over(block), orders[:, whole:]])
            self._tails[block + 1] = left[-1:]
            # What the epoch before left over comes first; before the very first one there was none.
            begin = 0 if block else 1
            split[begin:, 0] = np.concatenate([left[begin:-1], orders[begin:, : sizes.usual]], axis=1)
        return split.reshape(-1, sizes.width)

    def _left_over(self, block: int) -> Indices:
        """The rows that the epoch before this block leaves over, (1, rows)."""
        if block not in self._tails:
            tail = self._orders(max(0, block - 1))[-1:, self.sizes.steps * self.sizes.usual :]
            self._tails[block] = tail.astype(np.int32)
        return self._tails[block]

    def _orders(self, block: int) -> NDArray[np.int64]:
        """In which order each of a block's epochs takes the rows, (epochs, rows)."""
        orders = np.tile(np.arange(self.rows, dtype=np.int64), (self._epochs, 1))
        if self.shuffled:
            # Many epochs at once: making a numpy generator costs more than a shuffle of 250 rows. As 64-bit numbers,
            # which numpy shuffles twice as fast.
            np.random.default_rng((self.seed, block)).permuted(orders, axis=1, out=orders)
        return orders


class EndlessSchedule(Schedule):
    """Batches of rows that come one behind the other, counted through all epochs; who brings them shuffles them."""

    def batches(self, first: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:  # type: ignore[override]
        """As those of a Schedule; where a row is behind its batch, it is no more than its number says."""
        steps = np.arange(first, first + count, dtype=np.int64)
        epochs, places = np.divmod(steps, self.sizes.steps)
        begins = epochs * self.rows + places * self.sizes.usual
        if self.sizes.carried:
            # What the epoch before left over comes first.
            begins -= np.where((places == 0) & (epochs > 0), self.rows - self.sizes.steps * self.sizes.usual, 0)
        return begins[:, None] + np.arange(self.sizes.width), self._others(first, count)
