"""Document layers as Keras layers, each seeded by the document's seed and its node's id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras

from playground.document import layers
from playground.document.graph import Node
from playground.document.seeds import part_seed


def apply_node(node: Node, inputs: Sequence[Any], seed: int) -> tuple[Any, keras.Layer | None]:
    """Put the node's layer behind `inputs` (KerasTensors): what comes out, and the Keras layer that holds weights."""
    layer = node.layer
    match layer:
        case layers.Step():
            return step(inputs[0]), None
        case layers.Dense(activation="step"):
            made = _dense(node.id, layer, "linear", seed)
            return step(made(inputs[0])), made
        case layers.Output() | layers.Data():
            return inputs[0], None
    made = keras_layer(node, seed)
    return made(list(inputs) if isinstance(layer, layers.Merge) else inputs[0]), made


def step(x: Any) -> Any:
    """1 where x > 0, else 0, with derivative 0; made of operations that a .keras file keeps without custom objects."""
    return keras.ops.relu(keras.ops.sign(x))


def keras_layer(node: Node, seed: int) -> keras.Layer:
    """The Keras layer for any node but Data, Output and Step."""
    name, layer = node.id, node.layer
    match layer:
        case layers.Dense():
            return _dense(name, layer, layer.activation, seed)
        case layers.LeakyReLU(slope):
            return keras.layers.LeakyReLU(negative_slope=slope, name=name)
        case layers.PReLU(slope, trainable):
            first = keras.initializers.Constant(slope)
            return keras.layers.PReLU(alpha_initializer=first, trainable=trainable, name=name)
        case layers.ELU(alpha):
            return keras.layers.ELU(alpha=alpha, name=name)
        case layers.Softmax():
            return keras.layers.Softmax(name=name)
        case layers.ReLU():
            return keras.layers.ReLU(name=name)
        case layers.Activation():
            return keras.layers.Activation(layer.kind.lower(), name=name)
        case layers.Dropout(rate):
            return keras.layers.Dropout(rate, seed=part_seed(seed, name, "dropout"), name=name)
        case layers.GaussianNoise(deviation):
            return keras.layers.GaussianNoise(deviation, seed=part_seed(seed, name, "noise"), name=name)
        case layers.ActivityRegularization(l1, l2):
            return keras.layers.ActivityRegularization(l1, l2, name=name)
        case layers.BatchNormalization(momentum, epsilon, trainable):
            return keras.layers.BatchNormalization(momentum=momentum, epsilon=epsilon, trainable=trainable, name=name)
        case layers.LayerNormalization(epsilon, trainable):
            return keras.layers.LayerNormalization(epsilon=epsilon, trainable=trainable, name=name)
        case layers.UnitNormalization():
            return keras.layers.UnitNormalization(name=name)
        case layers.Rescaling(scale, offset):
            return keras.layers.Rescaling(scale, offset, name=name)
        case layers.Flatten():
            return keras.layers.Flatten(name=name)
        case layers.Reshape(target):
            return keras.layers.Reshape(target, name=name)
        case layers.Merge():
            # Each has Keras's own name.
            made: keras.Layer = getattr(keras.layers, layer.kind)(name=name)
            return made
    raise TypeError(f"no Keras layer for {layer.kind}")


def _dense(name: str, layer: layers.Dense, activation: str, seed: int) -> keras.Layer:
    l1 = 0.0 if layer.hold_zero else layer.l1
    penalty = keras.regularizers.L1L2(l1, layer.l2) if l1 or layer.l2 else None
    return keras.layers.Dense(
        layer.units,
        activation=activation,
        use_bias=layer.use_bias,
        kernel_initializer=initializer(layer.kernel_initializer, part_seed(seed, name, "kernel")),
        bias_initializer=initializer(layer.bias_initializer, part_seed(seed, name, "bias")),
        kernel_regularizer=penalty,
        trainable=layer.trainable,
        name=name,
    )


def initializer(name: str, seed: int) -> keras.Initializer:
    """Keras's initializer of that name, seeded where it draws."""
    if name == layers.PLAYGROUND_BIAS:
        return keras.initializers.Constant(0.1)
    if name == layers.PLAYGROUND_UNIFORM:
        # Drawn for the whole network in one go, after the data; see Session.
        return keras.initializers.Zeros()
    kind = type(keras.initializers.get(name))
    return kind() if name in ("zeros", "ones") else kind(seed=seed)
