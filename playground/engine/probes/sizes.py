"""How large each layer's weights, its gradient and its steps are, measured now and then, and their history."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from functools import cached_property
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from playground.document.graph import OUTPUT
from playground.engine.probes.outputs import dead_share, flat_share
from playground.engine.train import EVALUATED, Arrays, Loop, State
from playground.frames.arrays import Floats
from playground.frames.sizes import NO_SIZE_HISTORY, LayerSizes, SizeHistory

MOST_SAMPLES = 500
# Seconds between two looks, and how many times as long as the look itself it takes until the next one.
INTERVAL, REST = 0.25, 20


def learned(layer: keras.Layer) -> list[keras.Variable]:
    """The layer's weights that a gradient moves, or would if it were not frozen."""
    trainable = layer.trainable
    try:
        layer.trainable = True
        return list(layer.trainable_weights)
    finally:
        layer.trainable = trainable


class SizeProbe:
    """Measures on the scratch network of one loop; traced when first wanted. For the thread that runs the loop."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._measure = tf.function(self._sizes, autograph=False)

    @cached_property
    def _variables(self) -> dict[str, list[keras.Variable]]:
        layers = self._loop.layers
        found = {node.id: learned(layers[node.id]) for node, _ in self._loop.spec.nodes if node.id in layers}
        return {node: variables for node, variables in found.items() if variables}

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the nodes with weights, in the order of the network."""
        return tuple(self._variables)

    @cached_property
    def _passed(self) -> dict[str, list[str]]:
        """Node with weights -> itself and those without that follow it, up to the next one with weights."""
        nodes = [(node.id, sources) for node, sources in self._loop.spec.nodes if node.id != OUTPUT]
        owners: dict[str, str] = {}
        for node, sources in nodes:
            before = owners.get(sources[0], "") if len(sources) == 1 else ""
            owners[node] = node if node in self._variables else before
        return {name: [node for node, _ in nodes if owners[node] == name] for name in self._variables}

    def measure(self, state: State, after: State, arrays: Arrays, first: State | None = None) -> Floats:
        """(weights, gradient, update, flat, dead, first) of each node, float32 (nodes, 6), as LayerSizes has them.

        `after` is the state one step later, `first` the one in which the run began, where it had the same weights.
        """
        if not self._variables:
            return np.zeros((0, 6), np.float32)
        count = len(self._loop.network.variables)
        x, y = arrays.train_x[:EVALUATED], arrays.train_y[:EVALUATED]
        found: Floats = self._measure(state[:count], after[:count], x, y).numpy()
        known = first is not None and [value.shape for value in first] == [value.shape for value in state]
        begun = [self._size_in(first, node) if known and first is not None else 0.0 for node in self._variables]
        return np.column_stack([found, np.array(begun, np.float32)])

    def _size_in(self, state: State, node: str) -> float:
        places = {id(variable): place for place, variable in enumerate(self._loop.network.variables)}
        arrays = [state[places[id(variable)]].numpy().ravel() for variable in self._variables[node]]
        return float(np.sqrt(np.mean(np.square(np.concatenate(arrays)))))

    def _sizes(self, state: State, after: State, x: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        loop = self._loop
        places = {id(variable): place for place, variable in enumerate(loop.network.variables)}
        for variable, value in zip(loop.network.variables, state, strict=True):
            variable.assign(value)
        sources = [variable.value for variables in self._variables.values() for variable in variables]
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            # Those of a frozen layer are not watched by themselves.
            tape.watch(sources)
            loss = loop.loss_of(loop.network(x, training=False), y)
        found = tape.gradient(loss, sources, unconnected_gradients=tf.UnconnectedGradients.ZERO)
        gradients = iter(map(tf.convert_to_tensor, found))
        layers = {node.id: node.layer for node, _ in loop.spec.nodes}
        passed = [node for nodes in self._passed.values() for node in nodes]
        outputs = tf.nest.flatten(loop.part([loop.tensors[node] for node in passed])(x, training=False))
        values = dict(zip(passed, outputs, strict=True))
        rows = []
        for name, variables in self._variables.items():
            flat, dead = (
                tf.reduce_max([share(values[node], layers[node]) for node in self._passed[name]])
                for share in (flat_share, dead_share)
            )
            at = [places[id(variable)] for variable in variables]
            weights, pulls = [state[place] for place in at], [next(gradients) for _ in at]
            steps = [after[place] - state[place] for place in at]
            rows.append(tf.stack([_size(weights), _size(pulls), _size(steps), flat, dead]))
        return tf.stack(rows)


def _size(arrays: list[Any]) -> tf.Tensor:
    """The root of the mean square of all their numbers."""
    return tf.sqrt(tf.reduce_mean(tf.square(tf.concat([tf.reshape(array, (-1,)) for array in arrays], 0))))


class Sizes:
    """The newest sizes of one run, their history, and when the next look is due."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """A run begins."""
        self.history: SizeHistory = NO_SIZE_HISTORY
        self._epochs: list[int] = []
        self._values: list[Floats] = []
        self.go_on()

    def go_on(self) -> None:
        """The network has changed under way: what was measured last is no longer true, what was before stays."""
        self.newest: dict[str, LayerSizes] = {}
        # The first look, which has to be traced, must not hold up the first frame.
        self._next = time.perf_counter() + INTERVAL
        self._traced = False

    def due(self) -> bool:
        return time.perf_counter() >= self._next

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Around one look: the longer it takes, the longer until the next, so that it costs 5 % at most."""
        start = time.perf_counter()
        yield
        now = time.perf_counter()
        # The first look is mostly tracing, which no other has to do.
        self._next = now + (max(INTERVAL, REST * (now - start)) if self._traced else INTERVAL)
        self._traced = True

    def add(self, epoch: int, probe: SizeProbe, states: tuple[State, State, State], arrays: Arrays) -> None:
        """Measure a state that has come after that many epochs; with it the one a step later, and the first."""
        state, after, first = states
        self.keep(epoch, probe.nodes, probe.measure(state, after, arrays, first))

    def keep(self, epoch: int, nodes: tuple[str, ...], values: Floats) -> None:
        """What was measured after that many epochs: float32 (nodes, 3 or 6), of which the history has three."""
        self.newest = {node: LayerSizes(*map(float, row)) for node, row in zip(nodes, values, strict=True)}
        if nodes != self.history.nodes:
            self._epochs, self._values = [], []
        if len(self._epochs) >= MOST_SAMPLES:
            self._epochs, self._values = self._epochs[::2], self._values[::2]
        # A sample that came too soon after the one before it makes way for the newest.
        gap = max(1, 2 * epoch // MOST_SAMPLES)
        while self._epochs and epoch <= self._epochs[-1]:
            self._drop_last()
        if len(self._epochs) > 1 and epoch - self._epochs[-2] < gap:
            self._drop_last()
        self._epochs.append(epoch)
        self._values.append(values[:, :3])
        self._keep(nodes)

    def newest_rows(self) -> Floats:
        """The newest sizes of the nodes in the history, float32 (nodes, 6); (0, 6) where they are not known."""
        known = [astuple(self.newest[node]) for node in self.history.nodes if node in self.newest]
        return np.array(known, np.float32).reshape(len(known), 6)

    def take(self, history: SizeHistory, newest: Floats) -> None:
        """What was measured in another session; see `newest_rows`."""
        self.history, self._epochs, self._values = history, history.epochs.tolist(), list(history.values)
        self.newest = {node: LayerSizes(*map(float, row)) for node, row in zip(history.nodes, newest, strict=False)}

    def forget_after(self, epoch: int) -> None:
        """The run has gone back to this epoch."""
        while self._epochs and self._epochs[-1] > epoch:
            self._drop_last()
        self._keep(self.history.nodes)

    def _drop_last(self) -> None:
        self._epochs.pop()
        self._values.pop()

    def _keep(self, nodes: tuple[str, ...]) -> None:
        values = np.stack(self._values) if self._values else np.zeros((0, len(nodes), 3), np.float32)
        self.history = SizeHistory(nodes, np.array(self._epochs, np.int64), values)
