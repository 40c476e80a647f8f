"""What network.js needs to know of each layer."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

import numpy as np

from playground.document.graph import Node
from playground.document.layers.activations import ELU, Activation, Formula, LeakyReLU, PReLU
from playground.document.layers.augmenting import Augmenting
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.normalization import BatchNormalization, LayerNormalization, Normalization, Rescaling
from playground.document.layers.pictures import Conv2D, Pooling2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import Embedding, Recurrent
from playground.document.layers.shaping import Reshape
from playground.frames.arrays import Floats


def described(node: Node, sources: Sequence[str], arrays: tuple[Floats, ...]) -> dict[str, object]:
    """A node as JSON: its kind, what it takes, its settings, its weights in base64."""
    kind, settings = _facts(node)
    # Behind the weights a layer may keep the state of its random numbers.
    weights = [_text(array) for array in arrays[: len(node.layer.weight_names)]]
    return {"id": node.id, "kind": kind, "from": list(sources), "p": settings, "w": weights}


def _text(array: Floats) -> str:
    return b64encode(np.ascontiguousarray(array, "<f4").tobytes()).decode()


def _facts(node: Node) -> tuple[str, dict[str, object]]:
    layer = node.layer
    match layer:
        case Dense():
            return layer.kind, {"units": layer.units, "activation": layer.activation}
        case Conv2D():
            sizes = {"size": layer.kernel_size, "strides": layer.strides, "padding": layer.padding}
            return layer.kind, {"filters": layer.filters, **sizes, "activation": layer.activation}
        case Pooling2D():
            return layer.kind, {"size": layer.pool_size, "padding": layer.padding}
        case Embedding():
            return layer.kind, {"count": layer.input_dim, "width": layer.output_dim}
        case Recurrent():
            activation = getattr(layer, "activation", "tanh")
            return layer.kind, {"units": layer.units, "sequences": layer.return_sequences, "activation": activation}
        case LeakyReLU():
            return layer.kind, {"slope": layer.slope}
        case ELU():
            return layer.kind, {"alpha": layer.alpha}
        case PReLU() | Formula():
            return layer.kind, {}
        case Activation():
            return "activation", {"activation": layer.word}
        case BatchNormalization() | LayerNormalization():
            return layer.kind, {"epsilon": layer.epsilon}
        case Normalization():
            return layer.kind, {"mean": list(layer.mean), "variance": list(layer.variance)}
        case Rescaling():
            return layer.kind, {"scale": layer.scale, "offset": layer.offset}
        case Reshape():
            return layer.kind, {"target": list(layer.target)}
        case Output() | Dropout() | GaussianNoise() | Augmenting() | ActivityRegularization():
            return "same", {}
    return layer.kind, {}
