"""What a network has learned: its output and its neurons over the input plane; with what flows into a layer."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from playground.document.checks.shapes import has_no_plane, shown_units
from playground.document.graph import OUTPUT
from playground.document.layers.layer import Shape
from playground.engine.probes.flowing import flow_function
from playground.engine.probes.outputs import OutputProbe
from playground.engine.probes.sizes import SizeProbe
from playground.engine.probes.tried import MOST_UNITS, TriedProbe
from playground.engine.probes.walk import WalkProbe
from playground.engine.train import Loop, State
from playground.frames.arrays import Floats

# Values of a node that are looked at for a single example.
MOST_OF_ONE = 1_024


class Probes:
    """Compiled look-ups on the scratch network of one loop, each traced when first wanted.

    Call them from the thread that runs the loop: both write to the same scratch variables.
    """

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._weights = len(loop.network.variables)
        self.sizes = SizeProbe(loop)
        self.tried = TriedProbe(loop)
        self.outputs = OutputProbe(loop)
        self.walk = WalkProbe(loop)
        self._outputs = tf.function(self._output, autograph=False, reduce_retracing=self._loop.spec.free)
        self._flows: dict[str, Any] = {}
        self._maps: dict[tuple[tuple[str, ...], int], Any] = {}
        self._neurons: dict[str, Any] = {}

    def output(self, state: State, x: tf.Tensor) -> Floats:
        """The network's raw output for inputs x (rows, inputs): float32 (rows, outputs)."""
        found: Floats = self._outputs(state[: self._weights], x).numpy()
        return found

    def maps(
        self,
        state: State,
        nodes: tuple[str, ...],
        x: tf.Tensor,
        shape: tuple[int, int],
        example: tf.Tensor,
        by_example: bool = False,
    ) -> dict[str, Floats]:
        """Each node's first 64 values over the plane of inputs x: node id -> (units, *shape).

        Of pictures and sequences, what they are for `example` (1, inputs); of all nodes where the data are,
        with at most 1,024 values of the others, (units, 1, 1); see Frame.
        """
        formed = tuple(node for node in nodes if by_example or has_no_plane(self._shape(node)))
        flat = tuple(node for node in nodes if node not in formed)
        found = {node: values.T.reshape(-1, *shape) for node, values in self._values(state, flat, x).items()}
        for node, values in self._values(state, formed, example, MOST_OF_ONE if by_example else MOST_UNITS).items():
            is_formed = has_no_plane(self._shape(node))
            height, width, units = (1, *self._shape(node))[-3:] if is_formed else (1, 1, values.size)
            found[node] = values.reshape(height, width, units).transpose(2, 0, 1)[: MOST_UNITS if is_formed else None]
        return found

    def _shape(self, node: str) -> Shape:
        return tuple(self._loop.tensors[node].shape[1:])

    def _values(self, state: State, nodes: tuple[str, ...], x: tf.Tensor, most: int = MOST_UNITS) -> dict[str, Floats]:
        """The nodes' values for inputs x, each (rows, values), at most so many, in one compiled call."""
        if not nodes:
            return {}
        if (nodes, most) not in self._maps:
            if len(self._maps) > 16:
                self._maps.clear()
            self._maps[nodes, most] = tf.function(
                self._map_function(nodes, most), autograph=False, reduce_retracing=self._loop.spec.free
            )
        found = self._maps[nodes, most](state[: self._weights], x)
        return {node: values.numpy() for node, values in zip(nodes, found, strict=True)}

    def whole(self, state: State, node: str, x: tf.Tensor) -> Floats:
        """All of a node's values for inputs x, (rows, values); not traced, as it is asked now and then."""
        self._assign(state[: self._weights])
        found: Floats = tf.nest.flatten(self._loop.part([self._loop.tensors[node]])(x, training=False))[0].numpy()
        return found.reshape(len(found), -1)

    def neuron(self, state: State, neuron: tuple[str, int], x: tf.Tensor) -> Floats:
        """One neuron's values for inputs x, (rows, 1); of a picture or a sequence, a feature's mean over its places."""
        node, unit = neuron
        if node not in self._neurons:
            self._neurons[node] = tf.function(
                self._neuron_function(node), autograph=False, reduce_retracing=self._loop.spec.free
            )
        found: Floats = self._neurons[node](state[: self._weights], x, tf.constant(unit)).numpy()
        return found[:, np.newaxis]

    def flowing(self, state: State, node: str, x: tf.Tensor) -> tuple[Floats, NDArray[np.bool_]]:
        """What comes into the node's activation for inputs x, flat, at most 4,096 values, and which units are dead."""
        if node not in self._flows:
            self._flows[node] = tf.function(
                self._flow_function(node), autograph=False, reduce_retracing=self._loop.spec.free
            )
        values, dead = self._flows[node](state[: self._weights], x)
        return values.numpy(), dead.numpy()

    def _assign(self, weights: State) -> None:
        for variable, value in zip(self._loop.network.variables, weights, strict=True):
            variable.assign(value)

    def _output(self, weights: State, x: tf.Tensor) -> tf.Tensor:
        self._assign(weights)
        return self._loop.network(x, training=False)

    def _map_function(self, nodes: tuple[str, ...], most: int) -> Any:
        network = self._loop.part([self._loop.tensors[node] for node in nodes])

        def look(weights: State, x: tf.Tensor) -> list[tf.Tensor]:
            self._assign(weights)
            found = tf.nest.flatten(network(x, training=False))
            return [seen_part(values, most) for values in found]

        return look

    def _neuron_function(self, node: str) -> Any:
        network, formed = self._loop.part([self._loop.tensors[node]]), has_no_plane(self._shape(node))

        def look(weights: State, x: tf.Tensor, unit: tf.Tensor) -> tf.Tensor:
            self._assign(weights)
            found = tf.nest.flatten(network(x, training=False))[0]
            found = tf.reduce_mean(found, axis=tuple(range(1, len(found.shape) - 1))) if formed else found
            return tf.gather(tf.reshape(found, (tf.shape(x)[0], -1)), unit, axis=1)

        return look

    def _flow_function(self, node: str) -> Any:
        flow = flow_function(self._loop, node)

        def look(weights: State, x: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            self._assign(weights)
            return flow(x)

        return look


def refined(surface: Floats, side: int) -> Floats:
    """The surface (height, width, values) with `side` points along each side longer than 1, by straight lines."""
    for axis in (0, 1):
        count = surface.shape[axis]
        if 1 < count != side:
            at = np.linspace(0, count - 1, side)
            low = np.minimum(at.astype(int), count - 2)
            share = (at - low).reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))
            first, second = surface.take(low, axis), surface.take(low + 1, axis)
            surface = (first + share * (second - first)).astype(np.float32)
    return surface


def seen_part(values: tf.Tensor, most: int) -> tf.Tensor:
    """All of a picture or a sequence, at most so many first values of anything else: (rows, values)."""
    rows = tf.reshape(values, (tf.shape(values)[0], values.shape[1:].num_elements()))
    return rows if has_no_plane(tuple(values.shape[1:])) else rows[:, :most]


def seen(nodes: tuple[str, ...], loop: Loop) -> tuple[str, ...]:
    """Those of the nodes that the loop's network has and that have neurons to map."""
    known = {node.id for node, _ in loop.spec.nodes}
    return tuple(sorted(node for node in nodes if node in known and node != OUTPUT))


def has_neuron(neuron: tuple[str, int] | None, loop: Loop) -> bool:
    """Whether the loop's network has this neuron of this node."""
    if neuron is None or not seen(neuron[:1], loop):
        return False
    return 0 <= neuron[1] < shown_units(tuple(loop.tensors[neuron[0]].shape[1:]))


def can_flow(node_id: str, loop: Loop) -> bool:
    """Whether the node applies an activation whose incoming values can be counted."""
    return any(node.id == node_id and node.layer.applies for node, _ in loop.spec.nodes)
