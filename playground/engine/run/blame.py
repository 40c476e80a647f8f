"""What has broken a run: a formula that has no number for what comes in, or else steps that were too large."""

from __future__ import annotations

from collections.abc import Callable

import keras
import tensorflow as tf

from playground.document.layers.activations import Formula
from playground.engine.train import Arrays, Loop, State

# What is larger has grown so by itself, and overflows in any formula that rises fast.
MODERATE = 50.0
# Of an epoch, those that are looked at.
MOST_BATCHES = 200


def broken_formula(loop: Loop, arrays: Arrays, state: State, after: Callable[[int], State]) -> str:
    """The formula that breaks the epoch which follows a state, as it was typed; "" where none does.

    It has no value or no slope, or an infinite one, for a moderate value that comes in. `after` gives the state so many
    batches later.
    """
    found = [
        (node.layer.formula, loop.part([loop.tensors[sources[0]]]), loop.layers[node.id])
        for node, sources in loop.spec.nodes
        if isinstance(node.layer, Formula)
    ]
    x = tf.concat([arrays.train_x, arrays.validation_x], 0)
    batches = min(loop.steps_per_epoch, loop.most_steps, MOST_BATCHES) if found else -1
    for count in range(batches + 1):
        for variable, value in zip(loop.network.variables, after(count) if count else state, strict=False):
            variable.assign(value)
        for formula, before, made in found:
            if _breaks(made, tf.nest.flatten(before(x, training=False))[0]):
                return formula
    return ""


def _breaks(made: keras.Layer, coming: tf.Tensor) -> bool:
    """Whether a formula's layer has no number for one of the values that come in."""
    with tf.GradientTape() as tape:
        tape.watch(coming)
        out = made(coming, training=False)
    slope = tape.gradient(out, coming, unconnected_gradients=tf.UnconnectedGradients.ZERO)
    fine = tf.math.is_finite(out) & tf.math.is_finite(tf.convert_to_tensor(slope))
    return bool(tf.reduce_any(~fine & (tf.abs(coming) <= MODERATE)))
