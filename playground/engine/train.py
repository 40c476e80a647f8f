"""The compiled loop: many of Keras's own train steps in one call, as a function from a state to the next."""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import copy
from typing import Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.document.checks.behind import loss_of_outputs
from playground.document.checks.memory import EVALUATED
from playground.engine.build import Built, Structure, build_keras, compile_keras
from playground.engine.direct import Direct
from playground.engine.held import held_kernels
from playground.engine.layers import evaluated
from playground.engine.metrics import Measures
from playground.engine.one_function import ONE_FUNCTION, kept_outside, suits_one_function
from playground.engine.schedule import Schedule
from playground.frames.arrays import Floats
from playground.frames.run import column_names

State = list[tf.Tensor]

INDICES_A_CALL = 262_144


class Arrays(NamedTuple):
    """A data set as tensors: inputs float32 (rows, inputs), targets float32 (rows, values)."""

    train_x: tf.Tensor
    train_y: tf.Tensor
    validation_x: tf.Tensor
    validation_y: tf.Tensor


class Plan(NamedTuple):
    """What a call of a loop is given; see `Loop.run`."""

    state: State
    arrays: Arrays
    indices: NDArray[np.int32]
    others: NDArray[np.bool_]
    first: int
    rates: NDArray[np.float32] | None = None


class Chunk(NamedTuple):
    """Where one compiled call begins: a state, its step, the learning rates planned from its epoch on, the batches.

    So it can be trained again as it was, whatever the document says by then.
    """

    state: State
    step: int
    rates: Floats
    schedule: Schedule

    def plan(self, count: int, arrays: Arrays, steps_per_epoch: int) -> Plan:
        """So many batches from there on, of the rows of these arrays."""
        first = self.step % steps_per_epoch
        indices, others = self.schedule.batches(self.step, count)
        return Plan(self.state, arrays, indices, others, first, self.rates[: (first + count) // steps_per_epoch + 1])


class Tempo:
    """Seconds for one step, once known: the least seen lately, as waiting for others is no work."""

    def __init__(self) -> None:
        self.seconds: float | None = None

    def learn(self, seconds: float, steps: int) -> None:
        """So many steps took so long."""
        if steps:
            taken = seconds / steps
            self.seconds = taken if self.seconds is None else min(taken, 1.05 * self.seconds)


def _for_any_rows(given: tuple[Any, ...]) -> tuple[Any, ...]:
    """What a loop is given, as it is traced for any number of rows: only a state's shapes and widths are fixed."""
    state, arrays, *numbers = given
    loose = Arrays(*(tf.TensorSpec((None, *part.shape[1:]), part.dtype) for part in arrays))
    return (state, loose, *(tf.TensorSpec([None] * part.shape.rank, part.dtype) for part in numbers))


class Loop:
    """One structure, ready to train: any number of states, seeds and learning rates go through it.

    It owns a scratch network whose variables hold nothing between calls. `twin` compiles by XLA; `as_one`, as one
    native function, by default where that is faster. The plain graph of a free structure is traced for any number of
    rows, and `for_rows` gives it to others.
    """

    def __init__(
        self,
        spec: Structure,
        twin: bool,
        build: Callable[[Structure, int], Built] = build_keras,
        as_one: bool | None = None,
    ) -> None:
        self.spec = spec
        self.network, self.tensors, self.layers = build(spec, 0)
        compile_keras(self.network, spec, 0.0)
        self._held = held_kernels(spec, self.layers)
        alive = [held.alive for held in self._held]
        self.variables = [*self.network.variables, *self.network.optimizer.variables, *alive]
        rate = self.network.optimizer.learning_rate
        self._rate_at = next(at for at, variable in enumerate(self.variables) if variable is rate)
        self.columns, self._measures = column_names(spec.metrics), Measures(spec)
        self._count(spec)
        self._scale = spec.loss.weight
        self._loss_of_outputs = evaluated(loss_of_outputs(spec.loss)) if spec.judged_apart else None
        self._free = spec.free and not twin
        loosened = _for_any_rows if self._free else None
        as_one = suits_one_function(self.network, spec.batches.width) if as_one is None else as_one
        self._keep_outside = twin and not as_one
        # XLA gives the losses of batches for nothing, the plain graph only where they are wanted.
        self._run = Direct(self._steps_noting if twin else self._steps, twin, loosened)
        self._noting = self._run if twin else Direct(self._steps_noting, False, loosened)

    def _count(self, spec: Structure) -> None:
        self.steps_per_epoch = spec.batches.steps
        self.most_steps = max(1, INDICES_A_CALL // spec.batches.width)
        self.most_rows = self.most_steps // self.steps_per_epoch + 1
        # Of the compiled call, and of all that a session does to train.
        self.tempo, self.whole_tempo = Tempo(), Tempo()

    def for_rows(self, spec: Structure) -> Loop:
        """The same network and compiled functions for a structure that differs in its rows; of a free one only."""
        other = copy(self)
        other.spec = spec
        other._count(spec)
        return other

    def alive_at(self, node_id: str) -> int | None:
        """Where in a state stands which weights of this node are not held at 0; None where none can be."""
        first = len(self.variables) - len(self._held)
        layer = self.layers.get(node_id)
        kernels = [held.kernel for held in self._held]
        return next((first + at for at, kernel in enumerate(kernels) if kernel is getattr(layer, "kernel", None)), None)

    def part(self, tensors: list[Any]) -> keras.Model:
        """The network up to some of its nodes' outputs, sharing its variables."""
        return keras.Model(self.network.inputs[0], tensors)

    def run(
        self,
        state: State,
        arrays: Arrays,
        indices: NDArray[np.int32],
        others: NDArray[np.bool_],
        first: int,
        rates: NDArray[np.float32] | None = None,
    ) -> tuple[State, NDArray[np.float32]]:
        """Train one step for each row of `indices` (steps, width), the first being step `first` of its epoch.

        `others` tells which batches have the other size (see BatchSizes); of a smaller batch's row, the
        first numbers are read. `rates` are the learning rates of the first epoch and of each that follows an
        end, (epochs that end + 1,); without them the state's holds throughout.

        Returns the next state and, for each epoch that ended, its row of `columns`, float32 (epochs, columns).
        """
        return self._call(self._run, Plan(state, arrays, indices, others, first, rates))[:2]

    def run_noting(
        self,
        state: State,
        arrays: Arrays,
        indices: NDArray[np.int32],
        others: NDArray[np.bool_],
        first: int,
        rates: NDArray[np.float32] | None = None,
    ) -> tuple[State, NDArray[np.float32], NDArray[np.float32]]:
        """As `run`, and the loss of each batch as training has it, penalties, dropout and all: float32 (steps,)."""
        return self._call(self._noting, Plan(state, arrays, indices, others, first, rates))

    def _call(self, function: Direct, plan: Plan) -> tuple[State, NDArray[np.float32], NDArray[np.float32]]:
        count = len(plan.indices)
        given = self._given(plan)
        start = time.perf_counter()
        after, rows, losses = function(*given)
        self.tempo.learn(time.perf_counter() - start, count)
        return after, rows.numpy()[: (plan.first + count) // self.steps_per_epoch], losses.numpy()[:count]

    def _given(self, plan: Plan) -> tuple[Any, ...]:
        """What the compiled function takes: arrays of one length, for which it is compiled, and how much to read."""
        state, arrays, indices, others, first, rates = plan
        padded = np.zeros((self.most_steps, self.spec.batches.width), np.int32)
        padded[: len(indices)] = indices
        kinds = np.zeros(self.most_steps, np.bool_)
        kinds[: len(indices)] = others
        planned = np.zeros(self.most_rows + 1, np.float32)
        ended = (first + len(indices)) // self.steps_per_epoch
        planned[: ended + 1] = self.rate_in(state) if rates is None else rates
        numbers: tuple[Any, ...] = (padded, kinds, planned, np.int32(len(indices)), np.int32(first))
        if self._free:
            sizes = self.spec.batches
            numbers = (*numbers, np.array((sizes.steps, sizes.usual, sizes.other), np.int32))
        return (state, arrays, *map(tf.constant, numbers))

    def rate_in(self, state: State) -> float:
        """The learning rate that a state holds."""
        return float(state[self._rate_at].numpy())

    def with_rate(self, state: State, rate: float) -> State:
        """The same state with another learning rate."""
        changed = tf.constant(rate, state[self._rate_at].dtype)
        return [*state[: self._rate_at], changed, *state[self._rate_at + 1 :]]

    def warm_up(self, state: State, arrays: Arrays) -> None:
        """Trace and compile by a step whose outcome is thrown away: the first real one then starts at once."""
        self._call(self._run, self._one_step(state, arrays))
        self.tempo = Tempo()

    def _one_step(self, state: State, arrays: Arrays) -> Plan:
        return Plan(state, arrays, np.zeros((1, self.spec.batches.width), np.int32), np.zeros(1, np.bool_), 0)

    def is_one_function(self, state: State, arrays: Arrays) -> bool:
        """Whether XLA has really made one native function of the loop; compiles it once more to see."""
        return ONE_FUNCTION in self._run.compiled_text(*self._given(self._one_step(state, arrays)))

    def judge(self, state: State, arrays: Arrays) -> NDArray[np.float32]:
        """The row of a state, float32 (1, columns), without training; see `run`."""
        for variable, value in zip(self.variables, state, strict=True):
            variable.assign(value)
        found: NDArray[np.float32] = self._evaluate(arrays).numpy()[None]
        return found

    def _steps(
        self,
        state: State,
        arrays: Arrays,
        indices: tf.Tensor,
        others: tf.Tensor,
        rates: tf.Tensor,
        count: tf.Tensor,
        first: tf.Tensor,
        sizes: tf.Tensor | None = None,
        *,
        noting: bool = False,
    ) -> Any:
        steps = self.steps_per_epoch if sizes is None else sizes[0]
        for variable, value in zip(self.variables, state, strict=True):
            variable.assign(value)
        rate = self.network.optimizer.learning_rate
        rate.assign(rates[0])

        def end_epoch(rows: tf.Tensor, row: tf.Tensor) -> tf.Tensor:
            # Here and not at each step, which would cost every step something. By gather, as a slice would make
            # XLA compile anew for each place in an epoch that a run begins at.
            rate.assign(tf.gather(rates, row + 1))
            return self._with_losses(rows, row, arrays)

        def step(at: tf.Tensor, rows: tf.Tensor, losses: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
            place = (first + at) % steps
            if noting:
                # Keras's own mean over batches, begun anew for each.
                self._kept_loss.reset_state()
            self._train_step(arrays, indices[at], others[at], sizes)
            if noting:
                losses = tf.tensor_scatter_nd_update(losses, [[at]], [self._kept_loss.result()])
            ends = tf.equal(place, steps - 1)
            row = (first + at) // steps
            return at + 1, tf.cond(ends, lambda: end_epoch(rows, row), lambda: rows), losses

        start = (
            tf.constant(0),
            tf.zeros((self.most_rows if sizes is None else tf.shape(rates)[0] - 1, len(self.columns))),
            tf.zeros(0 if not noting else self.most_steps if sizes is None else tf.shape(indices)[0]),
        )
        _, rows, losses = tf.while_loop(lambda at, *_: at < count, step, start, parallel_iterations=1)
        return [tf.identity(variable.value) for variable in self.variables], rows, losses

    def _steps_noting(self, *given: Any) -> Any:
        return self._steps(*given, noting=True)

    @property
    def _kept_loss(self) -> Any:
        return next(metric for metric in self.network.metrics if metric.name == "loss")

    def _train_step(self, arrays: Arrays, rows: tf.Tensor, other: tf.Tensor, told: tf.Tensor | None) -> None:
        def train(batch: tf.Tensor) -> tf.Tensor:
            before = [tf.identity(held.kernel.value) for held in self._held]
            self.network.train_step((tf.gather(arrays.train_x, batch), tf.gather(arrays.train_y, batch)))
            for held, kernel in zip(self._held, before, strict=True):
                held.step(kernel, self.network.optimizer.learning_rate)
            return tf.constant(0)

        sizes = self.spec.batches
        if told is not None:
            tf.cond(other, lambda: train(rows[: told[2]]), lambda: train(rows[: told[1]]))
        elif sizes.other:
            tf.cond(other, lambda: train(rows[: sizes.other]), lambda: train(rows[: sizes.usual]))
        else:
            train(rows)

    def _with_losses(self, rows: tf.Tensor, row: tf.Tensor, arrays: Arrays) -> tf.Tensor:
        row = kept_outside(row) if self._keep_outside else row
        return tf.tensor_scatter_nd_update(rows, [[row]], [self._evaluate(arrays)])

    def train_loss(self, arrays: Arrays) -> tf.Tensor:
        """The train loss of the network as its variables stand, a scalar; as in `run`. For compiled functions."""
        predicted = self.network(arrays.train_x[:EVALUATED], training=False)
        return self._shown_loss(predicted, arrays.train_y[:EVALUATED])

    def _evaluate(self, arrays: Arrays) -> tf.Tensor:
        """The loss and the metrics of the network as it stands, in the order of `columns`, (columns,).

        Without penalties, dropout and noise; a train set of over 1,200 rows is judged by its first 1,200.
        """
        seen = (
            (arrays.train_x[:EVALUATED], arrays.train_y[:EVALUATED]),
            (arrays.validation_x, arrays.validation_y),
        )
        sides = []
        for x, y in seen:
            predicted = self.network(x, training=False)
            sides.append([self._shown_loss(predicted, y), *self._measures.of(predicted, y)])
        return tf.stack([value for pair in zip(*sides, strict=True) for value in pair])

    def _shown_loss(self, predicted: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        """The loss of the outputs as they are, also where Keras would work it out of other values.

        Another array has lost what stood before its softmax or sigmoid. Doubles, as float32 has few digits near 1.
        """
        if self._loss_of_outputs is None:
            return self.loss_of(predicted, y)
        found = self._loss_of_outputs(tf.cast(y, tf.float64), tf.cast(predicted, tf.float64))
        return self._scale * tf.cast(found, tf.float32)

    def loss_of(self, predicted: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        """The loss as Keras trains on it, without penalties: of the values before a softmax, where it looks there."""
        return self._scale * tf.reduce_mean(self.network.loss(y, predicted))
