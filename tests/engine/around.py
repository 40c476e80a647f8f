"""Any kind of layer in a place that suits it: a chain that ends in one value, with something to learn."""

from __future__ import annotations

from collections.abc import Sequence

from playground.document.document import Document
from playground.document.edits.edits import add_node, connect
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer
from playground.document.layers.layers import LAYERS
from playground.document.layers.merging import Concatenate, Merge
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
    if kind == "Reshape":
        return Dense(2), Reshape((2, 1)), Flatten(), Dense(1)
    return Dense(2), layer, Dense(1)


def side_by_side(kinds: Sequence[str], document: Document) -> Document:
    """Each of these kinds as in `around`, on a way of its own from Data to one last Dense layer."""
    ends = []
    for kind in kinds:
        last = DATA
        for layer in around(kind)[:-1]:
            before = last
            document, last = add_node(document, layer, 0, 0, after=before)
            if isinstance(layer, Merge):
                document = connect(document, DATA, last)
        ends.append(last)
    document, together = add_node(document, Concatenate(), 0, 0, after=ends[0])
    for end in ends[1:]:
        document = connect(document, end, together)
    document, last = add_node(document, Dense(1), 0, 0, after=together)
    return connect(document, last, OUTPUT)
