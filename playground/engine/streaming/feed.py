"""The rows on the disk as tf.data brings them: those that train in an endless row, the others once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.datasets.disk.streamed import Streamed

Singles = NDArray[np.float32]

# Rows are shuffled within so many bytes of them; each takes some more as a tensor of its own.
BUFFER_BYTES, BESIDE = 64 << 20, 256
# So many come out of tf.data at once.
BATCH = 8_192
ENDLESS = 1 << 62


class Feed:
    """Train rows, float32 (rows, width), are counted from 0 on through all epochs, each in an order of its own.

    In the file's order where they are not `shuffled`. Shuffled, an epoch's blocks come in random order and rows leave a
    buffer of them by chance, both by the seed. Memory for more than the buffer is not taken.
    """

    def __init__(self, rows: Streamed, shuffled: bool, seed: int, buffer: int = 0) -> None:
        self._rows, self._seed = rows, seed
        self._buffer = min(buffer or max(BUFFER_BYTES // (4 * rows.width + BESIDE), 1), rows.train_count)
        self._shuffled = shuffled and self._buffer > 1
        self._at, self._waiting = -1, np.zeros((0, rows.width), np.float32)
        self._coming: Iterator[Singles] = iter(())

    def take(self, first: int, count: int) -> Singles:
        """So many rows, from that one on. Those that follow the last ones taken are at hand, for others it begins anew.

        Raises OSError where the file cannot be read.
        """
        if first != self._at:
            epoch, skipped = divmod(first, self._rows.train_count)
            self._coming, self._waiting = self._from(epoch), self._waiting[:0]
            while skipped > len(self._waiting):
                skipped -= len(self._waiting)
                self._waiting = self._next()
            self._waiting = self._waiting[skipped:]
        found, done = np.empty((count, self._rows.width), np.float32), 0
        while done < count:
            if not len(self._waiting):
                self._waiting = self._next()
            some = self._waiting[: count - done]
            found[done : done + len(some)], self._waiting = some, self._waiting[len(some) :]
            done += len(some)
        self._at = first + count
        return found

    def validation(self) -> Iterator[Singles]:
        """All rows that validate, some at a time."""
        numbers = tf.data.Dataset.range(self._rows.blocks)
        yield from _numpy(self._read(numbers, False).rebatch(BATCH).prefetch(1))

    def _next(self) -> Singles:
        try:
            return next(self._coming)
        except tf.errors.OpError as error:
            raise OSError(str(error.message)[:200]) from error

    def _from(self, epoch: int) -> Iterator[Singles]:
        """The rows of that epoch and all that follow, some at a time."""
        return _numpy(tf.data.Dataset.range(epoch, ENDLESS).flat_map(self._epoch).prefetch(2))

    def _epoch(self, epoch: tf.Tensor) -> tf.data.Dataset:
        numbers, seed = tf.data.Dataset.range(self._rows.blocks), epoch + 1_000_003 * self._seed
        if not self._shuffled:
            return self._read(numbers, True).rebatch(BATCH)
        mixed = numbers.shuffle(self._rows.blocks, seed, reshuffle_each_iteration=False)
        rows = self._read(mixed, True).unbatch()
        return rows.shuffle(self._buffer, seed, reshuffle_each_iteration=False).batch(BATCH)

    def _read(self, numbers: tf.data.Dataset, trains: bool) -> tf.data.Dataset:
        read = partial(self._block, trains=trains)

        def rows(number: tf.Tensor) -> tf.Tensor:
            return tf.ensure_shape(tf.numpy_function(read, [number], tf.float32), (None, self._rows.width))

        return numbers.map(rows)

    def _block(self, number: int, trains: bool) -> Singles:
        return self._rows.block(int(number), trains)


def _numpy(dataset: tf.data.Dataset) -> Iterator[Singles]:
    found: Iterator[Singles] = dataset.as_numpy_iterator()
    return found
