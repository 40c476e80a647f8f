"""Which rows each batch holds, epoch by epoch: the same whatever the pauses and the speed."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from playground.document.settings import TrainingSettings

Indices = NDArray[np.int32]
BLOCK = 64


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
    """The batches of a run over `rows` train rows."""

    rows: int
    sizes: BatchSizes
    shuffled: bool
    seed: int
    _blocks: dict[int, Indices] = field(default_factory=dict)

    def batches(self, first: int, count: int) -> tuple[Indices, NDArray[np.bool_]]:
        """Steps `first` to `first + count` of the run, counted from 0.

        Row numbers, int32 (count, width), of which a smaller batch takes the first ones; and which of
        them have the other size, bool (count,).
        """
        steps = self.sizes.steps
        epochs = range(first // steps, (first + count - 1) // steps + 1)
        chosen = slice(first % steps, first % steps + count)
        indices = np.concatenate([self._epoch(epoch) for epoch in epochs])[chosen]
        others = np.concatenate([self._others(epoch) for epoch in epochs])[chosen]
        return indices, others

    def _others(self, epoch: int) -> NDArray[np.bool_]:
        others = np.zeros(self.sizes.steps, np.bool_)
        if self.sizes.other:
            others[0 if self.sizes.carried else -1] = epoch > 0 or not self.sizes.carried
        return others

    def _epoch(self, epoch: int) -> Indices:
        order = self._order(epoch)
        sizes = self.sizes
        split = np.zeros((sizes.steps, sizes.width), np.int32)
        if not sizes.carried:
            split.ravel()[: self.rows] = order
            return split
        split[:, : sizes.usual] = order[: sizes.steps * sizes.usual].reshape(sizes.steps, sizes.usual)
        if epoch and sizes.other:
            left = self._order(epoch - 1)[sizes.steps * sizes.usual :]
            split[0] = np.concatenate([left, order[: sizes.usual]])
        return split

    def _order(self, epoch: int) -> Indices:
        if not self.shuffled:
            return np.arange(self.rows, dtype=np.int32)
        block = epoch // BLOCK
        if block not in self._blocks:
            if len(self._blocks) > 4:
                self._blocks.clear()
            # 64 epochs at once: making a numpy generator costs more than a shuffle of 250 rows.
            orders = np.tile(np.arange(self.rows, dtype=np.int32), (BLOCK, 1))
            np.random.default_rng((self.seed, block)).permuted(orders, axis=1, out=orders)
            self._blocks[block] = orders
        return self._blocks[block][epoch % BLOCK]
