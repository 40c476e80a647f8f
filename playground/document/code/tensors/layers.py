"""What each layer computes, as a line of tensors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import prod
from typing import NamedTuple

from playground.document.code.layer_code import call, formula_code, made, wrapped
from playground.document.formula import formula
from playground.document.formula.parser import parse
from playground.document.graph import Node
from playground.document.keras_call import Made
from playground.document.layers.activations import ELU, Activation, Formula, LeakyReLU, PReLU
from playground.document.layers.augmenting import Augmenting
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer, Shape
from playground.document.layers.merging import Concatenate, Maximum, Merge
from playground.document.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
    Normalization,
    Rescaling,
    UnitNormalization,
)
from playground.document.layers.pictures import Conv2D, GlobalAveragePooling2D, Pooling2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import Embedding, Recurrent, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.seeds import part_seed

# Keras's word for a function -> TensorFlow's function.
FUNCTIONS = {
    "linear": "tf.identity", "step": "step", "sigmoid": "tf.sigmoid", "tanh": "tf.tanh", "relu": "tf.nn.relu",
    "leaky_relu": "tf.nn.leaky_relu", "elu": "tf.nn.elu", "selu": "tf.nn.selu", "gelu": "tf.nn.gelu",
    "silu": "tf.nn.silu", "softplus": "tf.math.softplus", "softmax": "tf.nn.softmax",
}  # fmt: skip
_BETWEEN = {"Add": " + ", "Subtract": " - ", "Multiply": " * ", "Average": " + "}
_POOLS = {"MaxPooling2D": "max_pool2d", "AveragePooling2D": "avg_pool2d"}
_LOOPS = {"SimpleRNN": "simple_rnn", "LSTM": "lstm", "GRU": "gru"}
# What Keras takes for the length of nothing.
_SHORTEST = "1e-24"


class Computed(NamedTuple):
    """What a node makes: lines that put something into its variable, then an expression.

    The function that the node applies last is left out; see `applied`.
    """

    lines: tuple[str, ...]
    found: str


def computed(node: Node, variable: str, values: Sequence[str], shape: Shape) -> Computed:
    """What the node makes of values; shape: of the first of these, without the rows.

    Raises ValueError, which names the layer, where it is not known.
    """
    layer, x = node.layer, values[0]
    match layer:
        case Dense():
            line = f"{variable} = tf.matmul({x}, {weight(node, 'kernel')})"
        case Conv2D():
            padding = f'"{layer.padding.upper()}"'
            line = call(
                f"{variable} = tf.nn.conv2d", [x, weight(node, "kernel"), str(layer.strides), padding], indent=4
            )
        case Embedding():
            line = f"{variable} = tf.clip_by_value(tf.cast({x}, tf.int32), 0, {layer.input_dim - 1})"
            return Computed((line,), f"tf.gather({weight(node, 'embeddings')}, {variable})")
        case _:
            return Computed((), _found(node, values, shape))
    return Computed((line,), f"{variable} + {weight(node, 'bias')}" if layer.use_bias else variable)


def weight(node: Node, name: str) -> str:
    """An expression for one of the node's weights."""
    return f'weights["{node.id}/{name}"]'


def _found(node: Node, values: Sequence[str], shape: Shape) -> str:
    layer, x, name = node.layer, values[0], f'"{node.id}"'
    match layer:
        case Recurrent():
            more = [FUNCTIONS[layer.activation]] if isinstance(layer, SimpleRNN) else []
            states = _called(_LOOPS[layer.kind], x, name, *more)
            return states if layer.return_sequences else f"{states}[:, -1]"
        case Merge():
            return _merged(layer, values)
        case PReLU():
            return f"tf.nn.relu({x}) - {weight(node, 'alpha')} * tf.nn.relu(-{x})"
        case Pooling2D():
            size = layer.pool_size
            return _called(f"tf.nn.{_POOLS[layer.kind]}", x, size, size, f'"{layer.padding.upper()}"')
        case BatchNormalization():
            training = "training" if layer.trainable else "False"
            return _called("batch_normalized", x, name, layer.momentum, layer.epsilon, training)
        case LayerNormalization():
            return _called("layer_normalized", x, name, layer.epsilon)
        case Dropout(rate=rate) if rate:
            return _called("dropped", x, name, rate, "training")
        case GaussianNoise(deviation=deviation) if deviation:
            return _called("noisy", x, name, deviation, "training")
        case Augmenting():
            return f"draws[{name}]({x}, training=training)"
        case Normalization():
            return call("normalized", [x, f"{[*layer.mean]}", f"{[*layer.variance]}"], indent=4)
    return _plain(layer, x, shape, node.id)


def _plain(layer: Layer, x: str, shape: Shape, node_id: str) -> str:
    match layer:
        case LeakyReLU():
            return f"tf.nn.leaky_relu({x}, {layer.slope!r})"
        case ELU():
            return (
                f"tf.nn.elu({x})" if layer.alpha == 1 else f"tf.where({x} > 0, {x}, {layer.alpha!r} * tf.nn.elu({x}))"
            )
        case Formula():
            return _formula(parse(layer.formula), x)
        case UnitNormalization():
            return f"tf.math.l2_normalize({x}, -1, {_SHORTEST})"
        case Rescaling():
            return f"{layer.scale!r} * {x} + {layer.offset!r}"
        case GlobalAveragePooling2D():
            return f"tf.reduce_mean({x}, [1, 2])"
        case Flatten():
            return f"tf.reshape({x}, [-1, {prod(shape)}])"
        case Reshape():
            return f"tf.reshape({x}, {[-1, *layer.target]})"
        case Activation() | Dropout() | GaussianNoise() | ActivityRegularization() | Output():
            return x
    raise ValueError(f"{node_id}: a script of tensors cannot hold a {layer.kind} yet")


def _formula(expression: formula.Expression, x: str) -> str:
    """Comparisons, and choices between whole numbers, give no float32."""
    found = formula_code(expression, x)
    others = any(formula.calls(expression, name) for name in ("where", *formula.COMPARISONS.values()))
    return f'keras.ops.cast({found}, "float32")' if others else found


def _called(function: str, *given: object) -> str:
    return f"{function}({', '.join(map(str, given))})"


def _merged(layer: Merge, values: Sequence[str]) -> str:
    match layer:
        case Concatenate():
            return wrapped("tf.concat([", values, "], -1)", 4)
        case Maximum():
            found = values[0]
            for value in values[1:]:
                found = f"tf.maximum({found}, {value})"
            return found
    found = _BETWEEN[layer.kind].join(values)
    return f"({found}) / {len(values)}" if layer.kind == "Average" else found


def applied(node: Node) -> str:
    """The function that the node applies last, which `computed` has left out; "" where there is none."""
    layer = node.layer
    if isinstance(layer, Dense | Conv2D):
        return "" if layer.activation == "linear" else FUNCTIONS[layer.activation]
    if isinstance(layer, LeakyReLU | PReLU | ELU | Formula) or not isinstance(layer, Activation):
        return ""
    return "" if layer.word == "linear" else FUNCTIONS[layer.word]


def drawn_by(node: Node, seed: int) -> str:
    """An expression for what the node draws by in training; "" where it draws nothing."""
    if isinstance(node.layer, Augmenting):
        function, arguments = made(node, seed) or ("", [])
        return f"{function}({', '.join(arguments)})"
    draws = (isinstance(node.layer, Dropout) and node.layer.rate) or isinstance(node.layer, GaussianNoise)
    found = node.layer.keras_call(partial(part_seed, seed, node.id))
    number = dict(found.named).get("seed") if draws and isinstance(found, Made) else None
    return "" if number is None else f"keras.random.SeedGenerator({number})"


def penalty(node: Node) -> str:
    """The penalty on the node's kernel, as far as Keras has it; "" where there is none."""
    trains = bool(getattr(node.layer, "trainable", True))
    return _summed(*node.layer.penalties, weight(node, "kernel")) if trains else ""


def _summed(l1: float, l2: float, values: str) -> str:
    """l1 times the absolute values, l2 times the squares, all added."""
    parts = [f"{l1!r} * tf.reduce_sum(tf.abs({values}))"] if l1 else []
    parts += [f"{l2!r} * tf.reduce_sum(tf.square({values}))"] if l2 else []
    return " + ".join(parts)
