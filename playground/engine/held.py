"""Penalties that are a step of their own, after the optimizer's."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from playground.document.layers.layer import OwnStep
from playground.engine.build import Structure


class Held:
    """Penalties as TensorFlow Playground has them, a step of their own after the optimizer's; see `OwnStep`."""

    def __init__(self, kernel: keras.Variable, own: OwnStep) -> None:
        self.kernel, self._own = kernel, own
        self.alive = keras.Variable(np.ones(kernel.shape, np.float32), trainable=False, name="alive")

    def step(self, before: tf.Tensor, learning_rate: Any) -> None:
        """After the optimizer's step from `before`, take the penalties'."""
        moved = tf.convert_to_tensor(self.kernel)
        pull = self._own.l1 * tf.sign(before) + 2 * self._own.l2 * before
        pulled = moved - tf.convert_to_tensor(learning_rate) * pull
        if not self._own.holds:
            self.kernel.assign(pulled)
            return
        alive = tf.convert_to_tensor(self.alive) * tf.cast(moved * pulled >= 0, tf.float32)
        self.alive.assign(alive)
        self.kernel.assign(pulled * alive)


def held_kernels(spec: Structure, layers: dict[str, keras.Layer]) -> list[Held]:
    """The kernels of the nodes whose penalties are a step of their own."""
    owns = {node.id: node.layer.own_step for node, _ in spec.nodes}
    return [Held(layers[node_id].kernel, own) for node_id, own in owns.items() if own.acts]
