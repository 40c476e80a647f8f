"""Any kind of layer in a place that suits it: a chain that ends in one value, with something to learn."""

from __future__ import annotations

from playground.document.layers import LAYERS, Dense, Flatten, Layer, Reshape


def around(kind: str) -> tuple[Layer, ...]:
    """Layers for a chain in which that kind stands between two that learn."""
    layer = Reshape((2, 1)) if kind == "Reshape" else LAYERS[kind]()
    return Dense(2), layer, Flatten(), Dense(1)
