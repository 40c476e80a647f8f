"""The compiled loop over rows from the disk: a window of them at a time, and epochs judged by all that validate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.document.checks.memory import EVALUATED
from playground.engine.build import Structure
from playground.engine.streaming.feed import Feed, Singles
from playground.engine.train import Arrays, Loop, Plan, State

WINDOW_BYTES = 8 << 20


class StreamedArrays(NamedTuple):
    """As `Arrays`, of a sample; `feed` brings all rows, and `split` makes inputs and targets of some."""

    train_x: tf.Tensor
    train_y: tf.Tensor
    validation_x: tf.Tensor
    validation_y: tf.Tensor
    feed: Feed
    split: Callable[[Singles], tuple[Singles, Singles]]


class StreamLoop(Loop):
    """Takes the states of any loop and gives such; the `indices` of a call are rows of the feed, in a row."""

    def __init__(self, spec: Structure, twin: bool) -> None:
        super().__init__(spec, twin)
        self._judged = tf.function(self._judge_rows, autograph=False, reduce_retracing=True)

    def _count(self, spec: Structure) -> None:
        super()._count(spec)
        rows = WINDOW_BYTES // (4 * (spec.inputs + spec.outputs))
        self.most_steps = max(1, min(self.most_steps, rows // spec.batches.width))
        self.most_rows = self.most_steps // self.steps_per_epoch + 1

    def _with_losses(self, rows: tf.Tensor, row: tf.Tensor, arrays: Arrays) -> tf.Tensor:
        # An epoch is judged between two calls.
        return rows

    def _call(self, function: Any, plan: Plan) -> tuple[State, NDArray[np.float32], NDArray[np.float32]]:
        state, arrays, indices, others, first, rates = plan
        rows, losses, done = [], [], 0
        while done < len(indices):
            place, epoch = (first + done) % self.steps_per_epoch, (first + done) // self.steps_per_epoch
            count = min(len(indices) - done, self.steps_per_epoch - place)
            here = slice(done, done + count)
            window = self._window(arrays, indices[here], others[here])
            ends = place + count == self.steps_per_epoch
            planned = None if rates is None else rates[epoch : epoch + 1 + ends]
            taken = indices[here] - indices[done, 0]
            state, _, lost = super()._call(function, Plan(state, window, taken, others[here], place, planned))
            losses.append(lost)
            done += count
            if ends:
                rows.append(self.judge(state, arrays)[0])
        ended = np.asarray(rows, np.float32).reshape(-1, len(self.columns))
        return state, ended, np.concatenate(losses)

    def _window(self, arrays: Any, indices: NDArray[np.integer], others: NDArray[np.bool_]) -> Arrays:
        """The rows of these batches, of the one length that the loop is compiled for."""
        sizes, first = self.spec.batches, int(indices[0, 0])
        last = int(indices[-1, 0]) + (sizes.other if others[-1] else sizes.usual)
        x, y = arrays.split(arrays.feed.take(first, last - first))
        room = self.most_steps * sizes.width - len(x)
        train_x, train_y = (tf.constant(np.pad(part, ((0, room), (0, 0))) if room else part) for part in (x, y))
        return Arrays(train_x, train_y, arrays.validation_x, arrays.validation_y)

    def judge(self, state: State, arrays: Any) -> NDArray[np.float32]:
        for variable, value in zip(self.variables, state, strict=True):
            variable.assign(value)
        sides = (
            self._side([(arrays.train_x[:EVALUATED], arrays.train_y[:EVALUATED])]),
            self._side(map(arrays.split, arrays.feed.validation())),
        )
        return np.array([[value for pair in zip(*sides, strict=True) for value in pair]], np.float32)

    def _side(self, parts: Iterable[tuple[Any, Any]]) -> list[float]:
        """The loss and the metrics of all these rows."""
        total, rows, counts = 0.0, 0, self._measures.begun()
        for x, y in parts:
            loss, counts = self._judged(tf.convert_to_tensor(x), tf.convert_to_tensor(y), counts)
            total, rows = total + len(x) * float(loss), rows + len(x)
        return [total / rows, *self._measures.results(counts)]

    def _judge_rows(self, x: tf.Tensor, y: tf.Tensor, counts: list[Any]) -> tuple[tf.Tensor, list[Any]]:
        predicted = self.network(x, training=False)
        return self._shown_loss(predicted, y), self._measures.counted(counts, predicted, y)
