"""Any kind of layer in a place that suits it: a chain that ends in one value, with something to learn."""

from __future__ import annotations

from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer
from playground.document.layers.layers import LAYERS
from playground.document.layers.shaping import Flatten, Reshape


def around(kind: str) -> tuple[Layer, ...]:
    """Layers for a chain in which that kind stands between two that learn; Embedding learns alone."""
    layer = LAYERS[kind]()
    if kind == "Embedding":
        return layer, Flatten(), Dense(1)
    match layer.family:
        case "pictures":
            return Dense(16), Reshape((4, 4, 1)), layer, Flatten(), Dense(1)
        case "sequences":
            return Dense(4), Reshape((2, 2)), layer, Flatten(), Dense(1)
    return Dense(2), Reshape((2, 1)) if kind == "Reshape" else layer, Flatten(), Dense(1)
