"""The weights of each layer as lines that make them: shapes, first values, which of them learn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from playground.document.code.layer_code import written
from playground.document.graph import Node
from playground.document.keras_call import Made
from playground.document.layers.activations import PReLU
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Shape
from playground.document.layers.normalization import BatchNormalization, LayerNormalization
from playground.document.layers.pictures import Conv2D
from playground.document.layers.sequences import GRU, LSTM, Embedding, Recurrent, SimpleRNN
from playground.document.seeds import part_seed

# The argument of Keras's layer that says what fills an array at first.
_FILLED_BY = {
    "kernel": "kernel_initializer", "bias": "bias_initializer", "recurrent_kernel": "recurrent_initializer",
    "embeddings": "embeddings_initializer", "alpha": "alpha_initializer",
}  # fmt: skip
_ONES = ("gamma", "moving_variance")
_AVERAGES = ("moving_mean", "moving_variance")
_GATES: dict[type[Recurrent], int] = {SimpleRNN: 1, LSTM: 4, GRU: 3}


class Weight(NamedTuple):
    """`name` as in a file of weights, "dense_1/kernel"; `first` is the expression that makes its first values."""

    name: str
    first: str
    learns: bool


def weights_of(node: Node, shapes: Sequence[Shape], seed: int) -> list[Weight]:
    """The node's weights in Keras's order; shapes: of what it takes. Empty for a layer without any."""
    found = _shapes(node, shapes)
    call = node.layer.keras_call(partial(part_seed, seed, node.id))
    named = dict(call.named) if isinstance(call, Made) else {}
    trains = bool(getattr(node.layer, "trainable", True))
    return [
        Weight(f"{node.id}/{name}", _first(node, name, shape, named), trains and name not in _AVERAGES)
        for name, shape in found.items()
    ]


def _shapes(node: Node, shapes: Sequence[Shape]) -> dict[str, Shape]:
    layer = node.layer
    match layer:
        case Dense():
            found = {"kernel": (shapes[0][-1], layer.units), "bias": (layer.units,)}
            return found if layer.use_bias else {"kernel": found["kernel"]}
        case Conv2D():
            size = (layer.kernel_size, layer.kernel_size, shapes[0][-1], layer.filters)
            return {"kernel": size, "bias": (layer.filters,)} if layer.use_bias else {"kernel": size}
        case PReLU():
            return {"alpha": shapes[0]}
        case BatchNormalization() | LayerNormalization():
            return dict.fromkeys(layer.weight_names, (shapes[0][-1],))
        case Embedding():
            return {"embeddings": (layer.input_dim, layer.output_dim)}
        case Recurrent():
            width = _GATES[type(layer)] * layer.units
            bias = (2, width) if isinstance(layer, GRU) else (width,)
            return {"kernel": (shapes[0][-1], width), "recurrent_kernel": (layer.units, width), "bias": bias}
    return {}


def _first(node: Node, name: str, shape: Shape, named: dict[str, object]) -> str:
    said = str(shape[0]) if len(shape) == 1 else repr(shape)
    if name == "bias" and isinstance(node.layer, LSTM):
        # As Keras begins: the gate that keeps is open.
        units = node.layer.units
        return f"tf.concat([tf.zeros({units}), tf.ones({units}), tf.zeros({2 * units})], 0)"
    filled = named.get(_FILLED_BY.get(name, ""))
    if filled is None or filled == Made("initializers.Zeros"):
        return f"tf.{'ones' if name in _ONES else 'zeros'}({said})"
    drawn = "playground_uniform"
    return f"{written(filled, drawn)}({shape!r})"
