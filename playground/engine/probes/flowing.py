"""What flows into one layer's activation, and which of its units have a slope nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import tensorflow as tf

from playground.document.layers.activations import Softmax, Step
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer
from playground.document.layers.pictures import Conv2D
from playground.engine.train import Loop
from playground.frames.arrays import FLAT

MOST_FLOWING = 4_096


def flow_function(loop: Loop, node: str) -> Callable[[tf.Tensor], tuple[tf.Tensor, tf.Tensor]]:
    """Inputs (rows, inputs) to the values that come in, flat, and whether each unit is dead: see Frame."""
    layer, sources = next((known.layer, sources) for known, sources in loop.spec.nodes if known.id == node)
    network = loop.part([loop.tensors[source] for source in sources])
    made = loop.layers.get(node)

    def look(x: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        coming = _before_activation(layer, made, tf.nest.flatten(network(x, training=False))[0])
        slopes = tf.abs(_slopes(layer, made, coming))
        dead = tf.reduce_all(slopes < FLAT, axis=tuple(range(slopes.shape.rank - 1)))
        return tf.reshape(coming, (-1,))[:MOST_FLOWING], dead

    return look


def _before_activation(layer: Layer, made: Any, x: tf.Tensor) -> tf.Tensor:
    """What the layer hands to its activation, of what comes into the layer."""
    if isinstance(layer, Dense):
        x = x @ tf.convert_to_tensor(made.kernel)
    elif isinstance(layer, Conv2D):
        x = made.convolution_op(x, tf.convert_to_tensor(made.kernel))
    else:
        return x
    return x + tf.convert_to_tensor(made.bias) if layer.use_bias else x


def _slopes(layer: Layer, made: Any, coming: tf.Tensor) -> tf.Tensor:
    """The activation's derivative at each value; of softmax that of each output by its own value."""
    word = layer.activation if isinstance(layer, Dense | Conv2D) else ""
    if isinstance(layer, Step) or word == "step":
        return tf.zeros_like(coming)
    if isinstance(layer, Softmax) or word == "softmax":
        share = tf.nn.softmax(coming)
        return share * (1 - share)
    with tf.GradientTape() as tape:
        tape.watch(coming)
        out = made.activation(coming) if word else made(coming, training=False)
    # None where the output does not depend on what comes in at all.
    slopes = tape.gradient(out, coming, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    return tf.convert_to_tensor(slopes)
