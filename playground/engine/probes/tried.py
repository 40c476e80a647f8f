"""What every node makes of one input, in one compiled call."""

from __future__ import annotations

from collections.abc import Sequence

import tensorflow as tf

from playground.document.checks.shapes import has_no_plane
from playground.document.graph import DATA, OUTPUT
from playground.engine.train import Loop, State
from playground.frames.arrays import Floats

MOST_UNITS = 64


class TriedProbe:
    """Looks on the scratch network of one loop; traced when first wanted. For the thread that runs the loop."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop
        self._nodes = tuple(node.id for node, _ in loop.spec.nodes if node.id != DATA)
        self._look = tf.function(self._values, autograph=False, reduce_retracing=True)

    def look(self, state: State, x: tf.Tensor) -> dict[str, Floats]:
        """Each node's values for inputs x (1, inputs), in the order of the network: see `Frame.tried`.

        Output's are raw and all there, (outputs,).
        """
        loop = self._loop
        found = self._look(state[: len(loop.network.variables)], x)
        values = {node: part.numpy()[0] for node, part in zip(self._nodes, found, strict=True)}
        shown = {node: part if node == OUTPUT else as_shown(part) for node, part in values.items()}
        return {DATA: as_shown(x.numpy()[0]), **shown}

    def _values(self, weights: State, x: tf.Tensor) -> Sequence[tf.Tensor]:
        loop = self._loop
        for variable, value in zip(loop.network.variables, weights, strict=True):
            variable.assign(value)
        network = loop.part([loop.tensors[node] for node in self._nodes])
        found: Sequence[tf.Tensor] = tf.nest.flatten(network(x, training=False))
        return found


def as_shown(values: Floats) -> Floats:
    """(values,) of anything flat, at most 64; (channels, height, width) of a picture (height, width, channels) and
    (features, 1, length) of a sequence (length, features), at most 64 of the first."""
    if not has_no_plane(values.shape):
        return values.ravel()[:MOST_UNITS]
    height, width, units = (1, *values.shape)[-3:]
    return values.reshape(height, width, units).transpose(2, 0, 1)[:MOST_UNITS]
