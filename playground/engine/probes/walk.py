"""One sample forwards and back through the network, by one tape; and the optimizer's step for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow as tf

from playground.document.checks.behind import PROBABILITIES, last_of
from playground.document.graph import DATA, OUTPUT, Node
from playground.document.losses import LOSSES, Loss
from playground.engine.layers import evaluated, step
from playground.engine.probes.flowing import applied, before_activation
from playground.engine.targets import encode
from playground.engine.train import Loop, State
from playground.frames.walk import HALF, MOST_TOLD, Stop, Walk, WalkQuestion

Told = dict[str, Any]
ZERO = tf.UnconnectedGradients.ZERO


class WalkProbe:
    """Walks on the scratch network of one loop; traced once for each loss. For the thread that runs the loop."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._nodes = tuple((node, sources) for node, sources in loop.spec.nodes if node.id != DATA)
        self._functions: dict[str, Any] = {}

    def look(self, state: State, question: WalkQuestion, x: tf.Tensor) -> Walk:
        """The walk of the sample whose inputs to the network are x (1, inputs)."""
        told, target = self._told(state, question, x)
        stops = tuple(self._stop(node, sources, told) for node, sources in self._loop.spec.nodes)
        shown = {stop.node: stop.arrays for stop in stops if stop.arrays}
        after = {
            node: tuple(told["after"][self._place(variable)].numpy() for variable in self._loop.layers[node].variables)
            for node in shown
        }
        return Walk(question, stops, target[0], float(told["loss"]), float(told["behind"]), after, float(told["later"]))

    def step(self, state: State, question: WalkQuestion, x: tf.Tensor) -> State:
        """The state after the optimizer's step for this sample."""
        after: State = self._told(state, question, x)[0]["after"]
        return after

    def _told(self, state: State, question: WalkQuestion, x: tf.Tensor) -> tuple[Told, Any]:
        spec = self._loop.spec
        loss = self._half() if question.loss == HALF else spec.loss
        target = encode(np.array([question.labels]), loss, spec.task, spec.outputs)
        if question.loss not in self._functions:
            self._functions[question.loss] = tf.function(self._function(question.loss), autograph=False)
        return self._functions[question.loss](state, x, tf.constant(target)), target

    def _half(self) -> Loss:
        """A loss with the targets that half the squared error compares: bits where the outputs are probabilities."""
        nodes = {node.id: node for node, _ in self._loop.spec.nodes}
        last = last_of(nodes, {node.id: sources for node, sources in self._loop.spec.nodes})
        bits = last is not None and last.applies in PROBABILITIES and self._loop.spec.outputs == 1
        return LOSSES["binary_crossentropy" if bits else "half_squared_error"]

    # What is told

    def _stop(self, node: Node, sources: tuple[str, ...], told: Told) -> Stop:
        at = node.id
        value, gradient = told["values"][at].numpy()[0], told["gradients"][at].numpy()[0]
        inner = {name: told[name][at].numpy()[0] for name in ("z", "slope", "delta") if at in told[name]}
        layer = self._loop.layers.get(at)
        variables = layer.variables if layer is not None else []
        weights = [told["weights"].get(self._place(variable)) for variable in variables]
        length = float(np.sqrt(sum(float(np.sum(part.numpy() ** 2)) for part in weights if part is not None)))
        norm = float(np.linalg.norm(gradient))
        if not variables or any(part is None or tf.size(part) > MOST_TOLD for part in weights):
            return Stop(at, sources, value, gradient, norm, **inner, array_norm=length)
        arrays = tuple(told["before"][self._place(variable)].numpy() for variable in variables)
        gradients = tuple(part.numpy() for part in weights if part is not None)
        return Stop(at, sources, value, gradient, norm, **inner, arrays=arrays, gradients=gradients, array_norm=length)

    def _place(self, variable: Any) -> int:
        return next(at for at, other in enumerate(self._loop.variables) if other is variable)

    # The tape

    def _function(self, loss: str) -> Callable[[State, tf.Tensor, tf.Tensor], Told]:
        loop = self._loop
        weights = loop.network.trainable_variables

        def lost(output: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
            return 0.5 * tf.reduce_sum((output - y) ** 2) if loss == HALF else loop.loss_of(output, y)

        def look(state: State, x: tf.Tensor, y: tf.Tensor) -> Told:
            for variable, value in zip(loop.variables, state, strict=True):
                variable.assign(value)
            with tf.GradientTape(persistent=True) as tape:
                tape.watch(x)
                values = self._values(x)
                total = lost(values[OUTPUT], y)
                trained = lost(loop.network(x, training=False), y)
            found = tape.gradient(total, [values, weights], unconnected_gradients=ZERO)
            by_keras = tape.gradient(trained, weights, unconnected_gradients=ZERO)
            told: Told = {"loss": total, "values": values, "gradients": found[0]} | self._inside(values, found[0])
            told["weights"] = {self._place(one): by for one, by in zip(weights, found[1], strict=True)}
            apart = [tf.reduce_max(tf.abs(a - b)) for a, b in zip(found[1], by_keras, strict=True)]
            told["behind"] = tf.reduce_max(tf.stack([tf.constant(0.0), *apart]))
            return told | self._stepped(by_keras, lambda: lost(tf.identity(loop.network(x, training=False)), y))

        return look

    def _values(self, x: tf.Tensor) -> dict[str, tf.Tensor]:
        """What each node makes, as a tensor of its own: some hand on the very one that came, whose gradient is
        that of all its ways. Nor does it hide what its sigmoid or softmax was given, by which Keras's cross-entropies
        would go round it, so that the gradient of the output would be 0.
        """
        values = {DATA: x}
        for node, sources in self._nodes:
            made, coming = self._loop.layers.get(node.id), evaluated(node.layer.fed([values[at] for at in sources]))
            out = coming if made is None else made(coming, training=False)
            values[node.id] = tf.identity(step(out) if node.layer.ends_in_step else out)
        return values

    def _stepped(self, gradients: list[tf.Tensor], lost: Callable[[], tf.Tensor]) -> Told:
        """All variables before and after the optimizer's step, and the loss then."""
        loop = self._loop
        before = [tf.identity(variable.value) for variable in loop.variables]
        if gradients:
            loop.network.optimizer.apply(gradients, loop.network.trainable_variables)
        return {"before": before, "after": [tf.identity(one.value) for one in loop.variables], "later": lost()}

    def _inside(self, values: dict[str, tf.Tensor], gradients: dict[str, tf.Tensor]) -> Told:
        """z, slope and delta of each layer that applies an activation to one row of values."""
        told: Told = {"z": {}, "slope": {}, "delta": {}}
        for node, sources in self._nodes:
            layer, made = node.layer, self._loop.layers.get(node.id)
            is_row = values[node.id].shape.rank == 2 and node.id != OUTPUT
            if not is_row or not (layer.kind == "Dense" or layer.family == "activations"):
                continue
            z = before_activation(layer, made, values[sources[0]])
            told["z"][node.id] = z
            if layer.ends_in_step:
                told["slope"][node.id] = told["delta"][node.id] = tf.zeros_like(z)
                continue
            with tf.GradientTape(persistent=True) as tape:
                tape.watch(z)
                a = applied(layer, made, z)
                total = tf.reduce_sum(a)
            if layer.applies != "softmax":
                told["slope"][node.id] = tape.gradient(total, z, unconnected_gradients=ZERO)
            told["delta"][node.id] = tape.gradient(
                a, z, output_gradients=gradients[node.id], unconnected_gradients=ZERO
            )
        return told
