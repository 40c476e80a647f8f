"""Which networks are small enough to be seen neuron by neuron from the first moment. No Qt."""

from __future__ import annotations

from playground.document.document import Document
from playground.document.graph import DATA
from playground.document.layers.dense import Dense

MOST_UNITS, MOST_LAYERS, MOST_INPUTS = 8, 8, 8


def neurons_at_first(document: Document) -> tuple[str, ...]:
    """Ids of the nodes that open to their neurons in a small dense network; () in every other."""
    layers = {node.id: node.layer for node in document.graph.nodes if isinstance(node.layer, Dense)}
    small = len(layers) <= MOST_LAYERS and len(document.data.input_names) <= MOST_INPUTS
    if document.groups or not small or any(layer.units > MOST_UNITS for layer in layers.values()):
        return ()
    return (DATA, *layers)


def shows_neurons(document: Document) -> bool:
    """Whether every dense layer is opened to its neurons, so that a new one is to be so too."""
    layers = [node.id for node in document.graph.nodes if isinstance(node.layer, Dense)]
    opened = [name for name in layers if document.forms.get(name) == "neurons"]
    return bool(document.forms) and opened == layers and (bool(layers) or document.forms.get(DATA) == "neurons")
