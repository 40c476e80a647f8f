"""Document layers as Keras layers, each seeded by the document's seed and its node's id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras

from playground.document.formula.formula import CALLED, evaluate, folded
from playground.document.formula.parser import parse
from playground.document.graph import Node
from playground.document.layers.activations import ELU, Activation, Formula, LeakyReLU, PReLU, ReLU, Softmax, Step
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.layers.layer import PLAYGROUND_BIAS, PLAYGROUND_UNIFORM
from playground.document.layers.merging import Merge
from playground.document.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
    Rescaling,
    UnitNormalization,
)
from playground.document.layers.pictures import Conv2D, GlobalAveragePooling2D, Pooling2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import Embedding, Recurrent, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.seeds import part_seed

_OPERATIONS = {name: getattr(keras.ops, name) for name in CALLED if name != "step"}


def apply_node(node: Node, inputs: Sequence[Any], seed: int) -> tuple[Any, keras.Layer | None]:
    """Put the node's layer behind `inputs` (KerasTensors): what comes out, and the Keras layer that holds weights."""
    layer = node.layer
    match layer:
        case Step():
            return step(inputs[0]), None
        case Dense(activation="step"):
            made = _dense(node.id, layer, "linear", seed)
            return step(made(inputs[0])), made
        case Conv2D(activation="step"):
            made = _conv(node.id, layer, "linear", seed)
            return step(made(inputs[0])), made
        case Embedding():
            made = keras_layer(node, seed)
            return made(whole_numbers(inputs[0], layer.input_dim)), made
        case Output() | Data():
            return inputs[0], None
        case Formula():
            made = _formula(node.id, layer, inputs[0].shape[1:])
            return made(inputs[0]), made
    made = keras_layer(node, seed)
    return made(list(inputs) if isinstance(layer, Merge) else inputs[0]), made


def _formula(name: str, layer: Formula, shape: Sequence[int]) -> keras.Model:
    """The formula as a network of its own, in which the names that Keras gives to operations meet no node's."""
    x = keras.Input(shape)
    return keras.Model(x, evaluate(folded(parse(layer.formula)), x, {**_OPERATIONS, "step": step}), name=name)


def step(x: Any) -> Any:
    """1 where x > 0, else 0, with derivative 0; made of operations that a .keras file keeps without custom objects."""
    return keras.ops.relu(keras.ops.sign(x))


def whole_numbers(x: Any, count: int) -> Any:
    """x cut to whole numbers from 0 to count - 1, which nothing can look up in vain."""
    return keras.ops.clip(keras.ops.cast(x, "int32"), 0, count - 1)


def keras_layer(node: Node, seed: int) -> keras.Layer:
    """The Keras layer for any node but Data, Output and Step."""
    name, layer = node.id, node.layer
    match layer:
        case Dense():
            return _dense(name, layer, layer.activation, seed)
        case Conv2D():
            return _conv(name, layer, layer.activation, seed)
        case Pooling2D(pool_size, padding):
            pooling: keras.Layer = getattr(keras.layers, layer.kind)(pool_size, padding=padding, name=name)
            return pooling
        case GlobalAveragePooling2D():
            return keras.layers.GlobalAveragePooling2D(name=name)
        case Embedding(input_dim, output_dim):
            first = initializer("random_uniform", part_seed(seed, name, "embeddings"))
            return keras.layers.Embedding(input_dim, output_dim, embeddings_initializer=first, name=name)
        case Recurrent():
            return _recurrent(name, layer, seed)
        case LeakyReLU(slope):
            return keras.layers.LeakyReLU(negative_slope=slope, name=name)
        case PReLU(slope, trainable):
            first = keras.initializers.Constant(slope)
            return keras.layers.PReLU(alpha_initializer=first, trainable=trainable, name=name)
        case ELU(alpha):
            return keras.layers.ELU(alpha=alpha, name=name)
        case Softmax():
            return keras.layers.Softmax(name=name)
        case ReLU():
            return keras.layers.ReLU(name=name)
        case Activation():
            return keras.layers.Activation(layer.kind.lower(), name=name)
        case Dropout(rate):
            return keras.layers.Dropout(rate, seed=part_seed(seed, name, "dropout"), name=name)
        case GaussianNoise(deviation):
            return keras.layers.GaussianNoise(deviation, seed=part_seed(seed, name, "noise"), name=name)
        case ActivityRegularization(l1, l2):
            return keras.layers.ActivityRegularization(l1, l2, name=name)
        case BatchNormalization(momentum, epsilon, trainable):
            return keras.layers.BatchNormalization(momentum=momentum, epsilon=epsilon, trainable=trainable, name=name)
        case LayerNormalization(epsilon, trainable):
            return keras.layers.LayerNormalization(epsilon=epsilon, trainable=trainable, name=name)
        case UnitNormalization():
            return keras.layers.UnitNormalization(name=name)
        case Rescaling(scale, offset):
            return keras.layers.Rescaling(scale, offset, name=name)
        case Flatten():
            return keras.layers.Flatten(name=name)
        case Reshape(target):
            return keras.layers.Reshape(target, name=name)
        case Merge():
            # Each has Keras's own name.
            made: keras.Layer = getattr(keras.layers, layer.kind)(name=name)
            return made
    raise TypeError(f"no Keras layer for {layer.kind}")


def _dense(name: str, layer: Dense, activation: str, seed: int) -> keras.Layer:
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


def _conv(name: str, layer: Conv2D, activation: str, seed: int) -> keras.Layer:
    return keras.layers.Conv2D(
        layer.filters,
        layer.kernel_size,
        strides=layer.strides,
        padding=layer.padding,
        activation=activation,
        use_bias=layer.use_bias,
        kernel_initializer=initializer(layer.kernel_initializer, part_seed(seed, name, "kernel")),
        bias_initializer=initializer(layer.bias_initializer, part_seed(seed, name, "bias")),
        kernel_regularizer=keras.regularizers.L1L2(layer.l1, layer.l2) if layer.l1 or layer.l2 else None,
        trainable=layer.trainable,
        name=name,
    )


def _recurrent(name: str, layer: Recurrent, seed: int) -> keras.Layer:
    own = {"activation": layer.activation} if isinstance(layer, SimpleRNN) else {}
    made: keras.Layer = getattr(keras.layers, layer.kind)(
        layer.units,
        **own,
        return_sequences=layer.return_sequences,
        kernel_initializer=initializer("glorot_uniform", part_seed(seed, name, "kernel")),
        recurrent_initializer=initializer("orthogonal", part_seed(seed, name, "recurrent")),
        seed=part_seed(seed, name, "dropout"),
        trainable=layer.trainable,
        name=name,
    )
    return made


def initializer(name: str, seed: int) -> keras.Initializer:
    """Keras's initializer of that name, seeded where it draws."""
    if name == PLAYGROUND_BIAS:
        return keras.initializers.Constant(0.1)
    if name == PLAYGROUND_UNIFORM:
        # Drawn for the whole network in one go, after the data; see Session.
        return keras.initializers.Zeros()
    kind = type(keras.initializers.get(name))
    return kind() if name in ("zeros", "ones") else kind(seed=seed)
