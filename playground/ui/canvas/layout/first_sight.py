"""Which networks are small enough to be seen neuron by neuron from the first moment. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from playground.document.document import Document
from playground.document.graph import DATA
from playground.document.layers.dense import Dense

MOST_UNITS, MOST_LAYERS, MOST_INPUTS = 8, 8, 8
# A layer of no more weights than these can be worked out by hand.
MOST_BY_HAND, MOST_UNITS_BY_HAND = 6, 3


def neurons_at_first(document: Document) -> tuple[str, ...]:
    """Ids of the nodes that open to their neurons in a small dense network; () in every other."""
    layers = {node.id: node.layer for node in document.graph.nodes if isinstance(node.layer, Dense)}
    small = len(layers) <= MOST_LAYERS and len(document.data.input_names) <= MOST_INPUTS
    if document.groups or not small or any(layer.units > MOST_UNITS for layer in layers.values()):
        return ()
    return (DATA, *layers)


def is_by_hand(document: Document, parameters: Mapping[str, int]) -> bool:
    """Whether the network is so small that each weight and each value can be written beside it.

    `parameters` are of each node, as in Flow.
    """
    layers = {node.id: node.layer for node in document.graph.nodes if isinstance(node.layer, Dense)}
    return bool(layers) and all(
        layer.units <= MOST_UNITS_BY_HAND
        and name in parameters
        and parameters[name] - layer.units * layer.use_bias <= MOST_BY_HAND
        for name, layer in layers.items()
    )


def shows_neurons(document: Document) -> bool:
    """Whether every dense layer is opened to its neurons, so that a new one is to be so too."""
    layers = [node.id for node in document.graph.nodes if isinstance(node.layer, Dense)]
    opened = [name for name in layers if document.forms.get(name) == "neurons"]
    return bool(document.forms) and opened == layers and (bool(layers) or document.forms.get(DATA) == "neurons")
