"""The compiled loop: many of Keras's own train steps in one call, as a function from a state to the next."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.engine.build import Built, Structure, build_keras, compile_keras
from playground.engine.targets import accuracy

State = list[tf.Tensor]

EVALUATED = 2_048
INDICES_A_CALL = 65_536


class Arrays(NamedTuple):
    """A data set as tensors: inputs float32 (rows, inputs), targets float32 (rows, values)."""

    train_x: tf.Tensor
    train_y: tf.Tensor
    validation_x: tf.Tensor
    validation_y: tf.Tensor


class Loop:
    """One structure, ready to train: any number of states, seeds and learning rates go through it.

    It owns a scratch network whose variables hold nothing between calls. `twin` compiles by XLA.
    """

    def __init__(self, spec: Structure, twin: bool, build: Callable[[Structure, int], Built] = build_keras) -> None:
        self.spec = spec
        self.network, self.tensors, self.layers = build(spec, 0)
        compile_keras(self.network, spec, 0.0)
        self.variables = [*self.network.variables, *self.network.optimizer.variables]
        self.steps_per_epoch = -(-spec.rows[0] // spec.batch_size)
        self.most_steps = max(1, INDICES_A_CALL // spec.batch_size)
        self.most_rows = self.most_steps // self.steps_per_epoch + 1
        # Seconds for one step, once known: the least seen lately, as waiting for Python's lock is no work.
        self.pace: float | None = None
        self._run = tf.function(self._steps, jit_compile=twin, autograph=False)

    def part(self, tensors: list[Any]) -> keras.Model:
        """The network up to some of its nodes' outputs, sharing its variables."""
        return keras.Model(self.network.inputs[0], tensors)

    def run(
        self, state: State, arrays: Arrays, indices: NDArray[np.int32], first: int
    ) -> tuple[State, NDArray[np.float32]]:
        """Train one step for each row of `indices` (steps, batch), the first being step `first` of its epoch.

        Returns the next state and, for each epoch that ended, (train loss, validation loss, train
        accuracy, validation accuracy), float32 (epochs, 4). The last batch of an epoch may be short:
        its row's tail is not read.
        """
        count = len(indices)
        padded = np.zeros((self.most_steps, self.spec.batch_size), np.int32)
        padded[:count] = indices
        start = time.perf_counter()
        after, rows = self._run(state, arrays, padded, np.int32(count), np.int32(first))
        self._learn_pace(time.perf_counter() - start, count)
        ended = (first + count) // self.steps_per_epoch
        return after, rows.numpy()[:ended]

    def _learn_pace(self, seconds: float, count: int) -> None:
        if count:
            taken = seconds / count
            self.pace = taken if self.pace is None else min(taken, 1.05 * self.pace)

    def warm_up(self, state: State, arrays: Arrays) -> None:
        """Trace and compile, training nothing."""
        self.run(state, arrays, np.zeros((0, self.spec.batch_size), np.int32), 0)

    def judge(self, state: State, arrays: Arrays) -> NDArray[np.float32]:
        """The losses and accuracies of a state, float32 (1, 4), without training; see `run`."""
        for variable, value in zip(self.variables, state, strict=True):
            variable.assign(value)
        found: NDArray[np.float32] = self._evaluate(arrays).numpy()[None]
        return found

    def _steps(self, state: State, arrays: Arrays, indices: tf.Tensor, count: tf.Tensor, first: tf.Tensor) -> Any:
        for variable, value in zip(self.variables, state, strict=True):
            variable.assign(value)

        def step(at: tf.Tensor, rows: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            place = (first + at) % self.steps_per_epoch
            self._train_step(arrays, indices[at], place)
            ends = tf.equal(place, self.steps_per_epoch - 1)
            row = (first + at) // self.steps_per_epoch
            return at + 1, tf.cond(ends, lambda: self._with_losses(rows, row, arrays), lambda: rows)

        start = (tf.constant(0), tf.zeros((self.most_rows, 4)))
        _, rows = tf.while_loop(lambda at, _: at < count, step, start, parallel_iterations=1)
        return [tf.identity(variable.value) for variable in self.variables], rows

    def _train_step(self, arrays: Arrays, chosen: tf.Tensor, place: tf.Tensor) -> None:
        def train(batch: tf.Tensor) -> tf.Tensor:
            x, y = tf.gather(arrays.train_x, batch), tf.gather(arrays.train_y, batch)
            self.network.train_step((x, y))
            return tf.constant(0)

        short = self.spec.rows[0] % self.spec.batch_size
        if short:
            # Keras's fit ends an epoch with the rows that are left, so this does too.
            last = tf.equal(place, self.steps_per_epoch - 1)
            tf.cond(last, lambda: train(chosen[:short]), lambda: train(chosen))
        else:
            train(chosen)

    def _with_losses(self, rows: tf.Tensor, row: tf.Tensor, arrays: Arrays) -> tf.Tensor:
        return tf.tensor_scatter_nd_update(rows, [[row]], [self._evaluate(arrays)])

    def _evaluate(self, arrays: Arrays) -> tf.Tensor:
        """(train loss, validation loss, train accuracy, validation accuracy) of the network as it stands, (4,).

        Without penalties, dropout and noise; a train set of over 2,048 rows is judged by its first 2,048.
        """
        seen = (
            (arrays.train_x[:EVALUATED], arrays.train_y[:EVALUATED]),
            (arrays.validation_x, arrays.validation_y),
        )
        losses, shares = [], []
        for x, y in seen:
            predicted = self.network(x, training=False)
            losses.append(tf.reduce_mean(self.network.loss(y, predicted)))
            shares.append(accuracy(predicted, y, self.spec.loss, self.spec.outputs))
        return tf.stack([*losses, *shares])


def batches(rows: int, batch_size: int, seed: int, epoch: int) -> NDArray[np.int32]:
    """One epoch's shuffled row numbers, int32 (steps, batch); a short last batch is filled with row 0."""
    return _block(rows, batch_size, seed, epoch // BLOCK)[epoch % BLOCK]


BLOCK = 64
_blocks: dict[tuple[int, int, int, int], NDArray[np.int32]] = {}


def _block(rows: int, batch_size: int, seed: int, block: int) -> NDArray[np.int32]:
    """64 epochs at once: making a numpy generator costs more than a shuffle of 250 rows."""
    key = (rows, batch_size, seed, block)
    if key not in _blocks:
        if len(_blocks) > 8:
            _blocks.clear()
        order = np.tile(np.arange(rows, dtype=np.int32), (BLOCK, 1))
        np.random.default_rng((seed, block)).permuted(order, axis=1, out=order)
        filled = np.zeros((BLOCK, -(-rows // batch_size) * batch_size), np.int32)
        filled[:, :rows] = order
        _blocks[key] = filled.reshape(BLOCK, -1, batch_size)
    return _blocks[key]
