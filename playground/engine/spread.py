"""One network trained on several devices at once: each takes its share of every batch, by MirroredStrategy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.engine.build import Structure
from playground.engine.loops import Loops
from playground.engine.train import Loop, Plan, State

CPU = "cpu:"


class TooFewDevicesError(ValueError):
    """`wanted` devices of a `kind` ("GPU" or "CPU"), of which there are `found`."""

    def __init__(self, wanted: int, found: int, kind: str) -> None:
        super().__init__(f"{wanted} of {kind} wanted, {found} found")
        self.wanted, self.found, self.kind = wanted, found, kind


def devices_of(told: str) -> list[str]:
    """The devices that `--devices` means: "2" is two GPUs, "cpu:2" this processor split in two, to try it.

    Has to be called before TensorFlow has run anything. Raises TooFewDevicesError.
    """
    kind, wanted = ("CPU", int(told.removeprefix(CPU))) if told.startswith(CPU) else ("GPU", int(told))
    if kind == "CPU":
        (whole,) = tf.config.list_physical_devices("CPU")[:1]
        parts = [tf.config.LogicalDeviceConfiguration() for _ in range(wanted)]
        tf.config.set_logical_device_configuration(whole, parts)
    found = [device.name for device in tf.config.list_logical_devices(kind)]
    if len(found) < wanted:
        raise TooFewDevicesError(wanted, len(found), kind)
    return found[:wanted]


class SpreadLoops(Loops):
    """Every structure is trained by a loop over these devices; what looks at it takes the plain graph as ever."""

    def __init__(self, devices: Sequence[str]) -> None:
        super().__init__()
        # TensorFlow's collective operations mix up the sums of several networks in one process.
        self._strategy = tf.distribute.MirroredStrategy(devices, tf.distribute.ReductionToOneDevice())
        self._spread: dict[Structure, Loop] = {}

    def twin(self, spec: Structure) -> Loop | None:
        """In the place of the XLA twin, which knows one device."""
        if spec not in self._spread:
            self._spread[spec] = SpreadLoop(spec, self._strategy)
        return self._spread[spec]

    def twin_to_compile(self, spec: Structure, state: State, arrays: Any) -> Callable[[], None] | None:
        return None


class SpreadLoop(Loop):
    """Takes the states of a plain loop and gives such; see Loop.

    The gradient of a batch is that of all its rows: a device's share counts by its rows, penalties once. What a layer
    works out over a batch (batch normalization), and random draws, are those of a device's share.
    """

    def __init__(self, spec: Structure, strategy: tf.distribute.Strategy) -> None:
        self._strategy = strategy
        # Keras would clip each device's gradients apart.
        self._clipping = spec.clipping
        with strategy.scope():
            super().__init__(replace(spec, clipping=("none", 0.0)), twin=False, as_one=False)
        assert not self._held, "weights held at zero are for one device"
        self._shared = tf.function(self._share_step)

    def warm_up(self, state: State, arrays: Any) -> None:
        """Nothing: it is traced at its first step."""

    def _call(self, function: object, plan: Plan) -> tuple[State, NDArray[np.float32], NDArray[np.float32]]:
        state, arrays, indices, others, first, rates = plan
        for variable, value in zip(self.variables, state, strict=True):
            variable.assign(value)
        rate = self.network.optimizer.learning_rate
        planned = np.full(1 + (first + len(indices)) // self.steps_per_epoch, self.rate_in(state), np.float32)
        planned = planned if rates is None else rates
        rate.assign(planned[0])
        rows, losses = [], np.zeros(len(indices), np.float32)
        for at, (batch, other) in enumerate(zip(indices, others, strict=True)):
            sizes = self.spec.batches
            losses[at] = float(self._spread_step(arrays, batch[: sizes.other if other else sizes.usual]))
            if (first + at) % self.steps_per_epoch == self.steps_per_epoch - 1:
                rows.append(self._evaluate(arrays).numpy())
                rate.assign(planned[len(rows)])
        after = [tf.identity(variable.value) for variable in self.variables]
        ended = np.asarray(rows, np.float32).reshape(-1, len(self.columns))
        return after, ended, losses

    def _spread_step(self, arrays: Any, batch: NDArray[np.int32]) -> tf.Tensor:
        """One step of the optimizer for these rows; its loss."""
        shares = np.array_split(batch, self._strategy.num_replicas_in_sync)

        def given(context: Any, part: int) -> Any:
            rows = shares[context.replica_id_in_sync_group]
            # A device without a row of its own gets one that does not count.
            known = rows if len(rows) else batch[:1]
            counts = np.float32(len(rows) / len(batch))
            return (tf.gather(arrays.train_x, known), tf.gather(arrays.train_y, known), counts)[part]

        spread = self._strategy.experimental_distribute_values_from_function
        return self._shared(*(spread(partial(given, part=part)) for part in range(3)))

    def _share_step(self, x: Any, y: Any, counts: Any) -> tf.Tensor:
        losses = self._strategy.run(self._learn, args=(x, y, counts))
        return self._strategy.reduce(tf.distribute.ReduceOp.SUM, losses, axis=None)

    def _learn(self, x: tf.Tensor, y: tf.Tensor, counts: tf.Tensor) -> tf.Tensor:
        """On one device: its share of the loss, as Keras's own train step has it."""
        network, context = self.network, tf.distribute.get_replica_context()
        devices = context.num_replicas_in_sync
        with tf.GradientTape() as tape:
            predicted = network(x, training=True)
            # Keras has divided it, penalties too, by the number of devices.
            whole = devices * network.compute_loss(x=x, y=y, y_pred=predicted, training=True)
            loss = counts * whole
        variables = network.trainable_variables
        gradients = tape.gradient(loss, [variable.value for variable in variables])
        added = self._clipped(context.all_reduce(tf.distribute.ReduceOp.SUM, gradients))
        # Keras's optimizer adds up what the devices give it, which here is the same from each.
        network.optimizer.apply([gradient / devices for gradient in added], variables)
        return loss

    def _clipped(self, gradients: list[tf.Tensor]) -> list[tf.Tensor]:
        match self._clipping:
            case ("value", at):
                return [tf.clip_by_value(gradient, -at, at) for gradient in gradients]
            case ("norm", at):
                return [tf.clip_by_norm(gradient, at) for gradient in gradients]
            case ("global_norm", at):
                return list(tf.clip_by_global_norm(gradients, at)[0])
        return gradients
