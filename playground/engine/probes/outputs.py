"""How the output of each layer is spread over the train points, one compiled look for the whole network."""

from __future__ import annotations

import time
from functools import cached_property

import numpy as np
import tensorflow as tf

from playground.document.graph import OUTPUT
from playground.document.layers.activations import ReLU, Sigmoid, Softmax, Tanh
from playground.document.layers.layer import Layer
from playground.engine.train import EVALUATED, Loop, State
from playground.frames.arrays import FLAT
from playground.frames.sizes import Histogram

BARS = 64
# Of a layer with more values than this, such as pictures, fewer rows are counted.
MOST_VALUES = 1 << 18
# How many times as long as one look takes until the next while training goes on, and the shortest such rest.
REST, SHORTEST = 8, 0.1


class OutputProbe:
    """Counts on the scratch network of one loop; traced when first wanted. For the thread that runs the loop."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._look = tf.function(self._histograms, autograph=False, reduce_retracing=self._loop.spec.free)

    @cached_property
    def _nodes(self) -> tuple[str, ...]:
        return tuple(node.id for node, _ in self._loop.spec.nodes if node.id != OUTPUT)

    @cached_property
    def _rows(self) -> dict[str, int]:
        """How many rows are counted of each node."""
        tensors = self._loop.tensors
        wide = {node: int(np.prod(tensors[node].shape[1:])) for node in self._nodes}
        return {node: max(1, min(EVALUATED, MOST_VALUES // max(wide[node], 1))) for node in self._nodes}

    def look(self, state: State, x: tf.Tensor) -> dict[str, Histogram]:
        """Node id -> Histogram for at most 1,200 train inputs x (rows, inputs)."""
        numbers, counts = self._look(state[: len(self._loop.network.variables)], x)
        rows = int(x.shape[0])
        return {
            node: _histogram(found, bars, min(rows, self._rows[node]))
            for node, found, bars in zip(self._nodes, numbers.numpy().tolist(), counts.numpy(), strict=True)
        }

    def _histograms(self, state: State, x: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """(lowest, highest, mean, deviation, zeros, saturated, signal) of each node, and its counts (nodes, BARS)."""
        loop = self._loop
        for variable, value in zip(loop.network.variables, state, strict=True):
            variable.assign(value)
        found = tf.nest.flatten(loop.part([loop.tensors[node] for node in self._nodes])(x, training=False))
        layers = {node.id: node.layer for node, _ in loop.spec.nodes}
        numbers, counts = [], []
        for node, values in zip(self._nodes, found, strict=True):
            values = tf.cast(values[: self._rows[node]], tf.float32)
            of_layer = _numbers(values, layers[node])
            numbers.append(of_layer)
            finite = tf.boolean_mask(values, tf.math.is_finite(values))
            counts.append(tf.histogram_fixed_width(finite, _span(of_layer), BARS))
        return tf.stack(numbers), tf.stack(counts)


class Outputs:
    """The newest histograms of one network on one data set, and when they are due again."""

    def __init__(self, probe: OutputProbe) -> None:
        self._probe = probe
        self._newest: dict[str, Histogram] = {}
        self._next = 0.0

    def look(self, state: State, x: tf.Tensor, hurried: bool) -> dict[str, Histogram]:
        """As OutputProbe.look; where `hurried`, those of a moment ago will do."""
        start = time.perf_counter()
        if not (hurried and self._newest and start < self._next):
            self._newest = self._probe.look(state, x)
            now = time.perf_counter()
            self._next = now + max(SHORTEST, REST * (now - start))
        return self._newest


def bent(layer: Layer) -> str:
    """The function with flat ends that the layer ends with: tanh, sigmoid or softmax; "" for another or none."""
    match layer:
        case Tanh():
            return "tanh"
        case Sigmoid():
            return "sigmoid"
        case Softmax():
            return "softmax"
    word = getattr(layer, "activation", "")
    return word if word in ("tanh", "sigmoid", "softmax") else ""


def dead_share(values: tf.Tensor, layer: Layer) -> tf.Tensor:
    """The share of a layer's units, 0 to 1, whose ReLU is 0 for every row, and at every place of a picture."""
    if not is_rectified(layer):
        return tf.constant(0.0)
    units = tf.reshape(values, (-1, values.shape[-1]))
    return tf.reduce_mean(tf.cast(tf.reduce_all(tf.equal(units, 0), axis=0), tf.float32))


def is_rectified(layer: Layer) -> bool:
    """Whether it ends with a ReLU."""
    return isinstance(layer, ReLU) or layer.applies == "relu"


def flat_share(values: tf.Tensor, layer: Layer) -> tf.Tensor:
    """The share of a layer's output, 0 to 1, at which its ReLU, tanh, sigmoid or softmax passes no gradient on."""
    values = tf.cast(values, tf.float32)
    word = bent(layer)
    if is_rectified(layer):
        flat = tf.equal(values, 0)
    elif word:
        flat = (1 - tf.square(values) if word == "tanh" else values * (1 - values)) < FLAT
    else:
        return tf.constant(0.0)
    return tf.reduce_mean(tf.cast(flat, tf.float32))


def _numbers(values: tf.Tensor, layer: Layer) -> tf.Tensor:
    finite = tf.boolean_mask(values, tf.math.is_finite(values))
    count = tf.cast(tf.maximum(tf.size(finite), 1), tf.float32)
    some = tf.size(finite) > 0
    mean = tf.reduce_sum(finite) / count
    deviation = tf.sqrt(tf.reduce_sum(tf.square(finite - mean)) / count)
    # The slope of each of these is known from what comes out.
    slope = 1 - tf.square(finite) if bent(layer) == "tanh" else finite * (1 - finite)
    flat = tf.reduce_sum(tf.cast(slope < FLAT, tf.float32)) / count if bent(layer) else -1.0
    zeros = tf.reduce_sum(tf.cast(tf.equal(finite, 0), tf.float32)) / count
    low, high = (tf.where(some, end(finite), 0.0) for end in (tf.reduce_min, tf.reduce_max))
    signal = tf.sqrt(tf.reduce_mean(tf.math.reduce_variance(values, axis=0)))
    return tf.stack([low, high, mean, deviation, zeros, tf.cast(flat, tf.float32), signal])


def _span(numbers: tf.Tensor) -> tf.Tensor:
    """The range of the bars: a little of room where all values are one."""
    low, high = numbers[0], numbers[1]
    room = tf.where(high > low, 0.0, 1e-3 * tf.maximum(tf.abs(low), 1e-3))
    return tf.stack([low - room, high + room])


def _histogram(numbers: list[float], counts: np.typing.NDArray[np.integer], rows: int) -> Histogram:
    low, high, mean, deviation, zeros, saturated, signal = numbers
    room = 0.0 if high > low else 1e-3 * max(abs(low), 1e-3)
    edges = np.linspace(low - room, high + room, BARS + 1).astype(np.float32)
    flat = saturated if saturated >= 0 else None
    return Histogram(edges, counts.astype(np.int64), mean, deviation, zeros, flat, signal, rows)
