"""The chain rule by hand, in numpy: every gradient of a walk, from its forward values and the derivatives alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from playground.document.graph import OUTPUT, Graph
from playground.document.layers.augmenting import Augmenting
from playground.document.layers.layer import Layer
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.shaping import Flatten, Reshape
from playground.frames.walk import Stop, Walk
from playground.ui.plots.charts.activations import Function, function_of
from playground.ui.walk.losses import loss_gradient

Values = NDArray[np.float64]
# What hands its values on when nothing trains.
PASSING = (Dropout, GaussianNoise, Augmenting, ActivityRegularization, Flatten, Reshape)


@dataclass
class ByHand:
    """Every gradient of the walk. `gradients`, `deltas`: node id -> dL/da and dL/dz, shaped as the walk's.

    Where a layer in a box stands behind a node, its gradient is the tape's: `from_tape` names such nodes.
    """

    walk: Walk
    graph: Graph
    gradients: dict[str, Values] = field(default_factory=dict)
    deltas: dict[str, Values] = field(default_factory=dict)
    from_tape: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._stops = {stop.node: stop for stop in self.walk.stops}
        for stop in reversed(self.walk.stops):
            self._go_back(stop)

    @cached_property
    def behind(self) -> Mapping[str, tuple[str, ...]]:
        """Node id -> those that take its values, each as often as it takes them."""
        found: dict[str, list[str]] = {node: [] for node in self._stops}
        for stop in self.walk.stops:
            for source in stop.sources:
                found[source].append(stop.node)
        return {node: tuple(others) for node, others in found.items()}

    def layer(self, node: str) -> Layer:
        return self.graph.by_id[node].layer

    def weights(self, node: str, array: int) -> Values | None:
        """dL/dw of one of its arrays, shaped as that; None where its layer is a box."""
        stop, layer = self._stops[node], self.layer(node)
        if node not in self.deltas or not stop.arrays:
            return None
        if layer.kind == "Dense":
            delta = self.deltas[node]
            return np.outer(self._stops[stop.sources[0]].value, delta) if array == 0 else delta
        return np.minimum(np.asarray(stop.z, float), 0.0) * self.gradients[node]

    def parts(self, node: str) -> tuple[tuple[str, Values], ...]:
        """What each node behind hands back to this one, (that node's id, its part of dL/da); () where one is a box."""
        found = []
        for other in dict.fromkeys(self.behind[node]):
            part = self._handed_back(other, node)
            if part is None:
                return ()
            found.append((other, part))
        return tuple(found)

    def _go_back(self, stop: Stop) -> None:
        node = stop.node
        if node == OUTPUT:
            found = loss_gradient(self.walk, self.graph)
        else:
            parts = self.parts(node)
            if not parts:
                self.from_tape.add(node)
            found = np.sum([part for _, part in parts], axis=0) if parts else stop.gradient.astype(float)
        self.gradients[node] = found.reshape(stop.value.shape)
        if stop.z is not None:
            self.deltas[node] = self._through(stop)

    def _through(self, stop: Stop) -> Values:
        """dL/dz from dL/da, by the activation's derivative at z."""
        gradient, layer = self.gradients[stop.node], self.layer(stop.node)
        a, z = stop.value.astype(float), np.asarray(stop.z, float)
        match layer.applies:
            # These derivatives are written with what came out.
            case "softmax":
                return a * (gradient - gradient @ a)
            case "sigmoid":
                return gradient * a * (1 - a)
            case "tanh":
                return gradient * (1 - a**2)
            case "prelu":
                # At 0 Keras has neither slope.
                return gradient * np.where(z > 0, 1.0, np.where(z < 0, stop.arrays[0], 0.0))
        return gradient * self.function(stop.node).derivative(z)

    def function(self, node: str) -> Function:
        """The activation that a node ends in."""
        found = function_of(self.layer(node))
        assert found is not None
        return found

    def _handed_back(self, node: str, source: str) -> Values | None:
        """The part of the source's dL/da that comes back through this node; None where it is a box."""
        stop, layer = self._stops[node], self.layer(node)
        gradient, shape = self.gradients[node], self._stops[source].value.shape
        if node == OUTPUT or isinstance(layer, PASSING):
            return gradient.reshape(shape)
        if layer.family == "merge":
            ways = [at for at, other in enumerate(stop.sources) if other == source]
            return np.sum([self._merged(stop, layer.kind, at) for at in ways], axis=0)
        if node not in self.deltas:
            return None
        if layer.kind == "Dense":
            return stop.arrays[0].astype(float) @ self.deltas[node] if stop.arrays else None
        return self.deltas[node]

    def _merged(self, stop: Stop, kind: str, at: int) -> Values:
        """What a merging layer hands back to its input at this place."""
        gradient = self.gradients[stop.node]
        inputs = [self._stops[source].value.astype(float) for source in stop.sources]
        match kind:
            case "Concatenate":
                ends = [0, *accumulate(part.shape[-1] for part in inputs)]
                start, end = list(pairwise(ends))[at]
                return gradient[..., start:end]
            case "Subtract":
                local = gradient if at == 0 else -gradient
            case "Multiply":
                local = gradient * np.prod([np.broadcast_to(x, gradient.shape) for x in _others(inputs, at)], axis=0)
            case "Average":
                local = gradient / len(inputs)
            case "Maximum":
                local = gradient * _largest(inputs, at)
            case _:
                local = gradient
        return _summed_to(local, inputs[at].shape)


def _others(inputs: list[Values], at: int) -> list[Values]:
    return [part for place, part in enumerate(inputs) if place != at]


def _largest(inputs: list[Values], at: int) -> Values:
    """1 where the gradient goes to this input: the largest, and of equal ones the first, as TensorFlow has it."""
    largest = np.argmax(np.stack(np.broadcast_arrays(*inputs)), axis=0)
    return (largest == at).astype(float)


def _summed_to(values: Values, shape: tuple[int, ...]) -> Values:
    """What was stretched over a length is summed over it again."""
    stretched = tuple(axis for axis, length in enumerate(shape) if length == 1 and values.shape[axis] != 1)
    return values.sum(axis=stretched, keepdims=True) if stretched else values
