"""What flows into one layer's activation, and which of its units have a slope nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import tensorflow as tf

from playground.document.layers.layer import Layer
from playground.engine.train import Loop
from playground.frames.arrays import FLAT

MOST_FLOWING = 4_096


def flow_function(loop: Loop, node: str) -> Callable[[tf.Tensor], tuple[tf.Tensor, tf.Tensor]]:
    """Inputs (rows, inputs) to the values that come in, flat, and whether each unit is dead: see Frame."""
    layer, sources = next((known.layer, sources) for known, sources in loop.spec.nodes if known.id == node)
    network = loop.part([loop.tensors[source] for source in sources])
    made = loop.layers.get(node)

    def look(x: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        coming = before_activation(layer, made, tf.nest.flatten(network(x, training=False))[0])
        slopes = tf.abs(_slopes(layer, made, coming))
        dead = tf.reduce_all(slopes < FLAT, axis=tuple(range(slopes.shape.rank - 1)))
        return tf.reshape(coming, (-1,))[:MOST_FLOWING], dead

    return look


def before_activation(layer: Layer, made: Any, x: tf.Tensor) -> tf.Tensor:
    """What the layer hands to its activation, of what comes into the layer."""
    if not layer.has_activation:
        return x
    applied, made.activation = made.activation, keras.activations.linear
    try:
        return tf.convert_to_tensor(made.call(x))
    finally:
        made.activation = applied


def applied(layer: Layer, made: Any, coming: tf.Tensor) -> tf.Tensor:
    """The layer's activation of the values that come into it; not where it ends in a step, which Keras has not."""
    return made.activation(coming) if layer.has_activation else made(coming, training=False)


def _slopes(layer: Layer, made: Any, coming: tf.Tensor) -> tf.Tensor:
    """The activation's derivative at each value; of softmax that of each output by its own value."""
    if layer.ends_in_step:
        return tf.zeros_like(coming)
    if layer.applies == "softmax":
        share = tf.nn.softmax(coming)
        return share * (1 - share)
    with tf.GradientTape() as tape:
        tape.watch(coming)
        out = applied(layer, made, coming)
    # None where the output does not depend on what comes in at all.
    slopes = tape.gradient(out, coming, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    return tf.convert_to_tensor(slopes)
