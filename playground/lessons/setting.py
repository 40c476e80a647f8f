"""What `[Slower](do:set learning_rate=0.1)` makes of a document."""

from __future__ import annotations

from dataclasses import replace

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.layers.layer import Layer
from playground.document.limits import limits
from playground.document.settings import OPTIMIZERS, DataSettings, TrainingSettings
from playground.lessons.actions import Action


def with_setting(document: Document, action: Action) -> Document:
    """The document with what a `set` asks for: of the data, of the training, or of every layer that takes it.

    The last layer with units keeps its number of them and its activation, which belong to the data and the loss.
    """
    name, value = action.setting, action.value
    if name == "dataset":
        return edits.choose_data(document, value)
    if name == "optimizer":
        return edits.set_training(document, replace(document.training, optimizer=OPTIMIZERS[value]()))
    if name in limits(DataSettings):
        return edits.set_data(document, replace(document.data, **{name: value}))
    if name in limits(TrainingSettings):
        return edits.set_training(document, replace(document.training, **{name: value}))
    last = sized_layers(document)[-1:] if name in ("units", "activation") else ()
    nodes = tuple(
        replace(node, layer=replace(node.layer, **{name: value}))
        if node.id not in last and _takes(node.layer, name, value)
        else node
        for node in document.graph.nodes
    )
    return replace(document, graph=replace(document.graph, nodes=nodes))


def _takes(layer: Layer, name: str, value: object) -> bool:
    known = limits(layer)
    return name in known and known[name].accepts(value)


def sized_layers(document: Document) -> tuple[str, ...]:
    """The ids of the layers with weights and units, or filters, between Data and Output; the last makes the output."""
    layers = ((node_id, document.graph.by_id[node_id].layer) for node_id in document.graph.trained)
    return tuple(node_id for node_id, layer in layers if layer.size_field and layer.weight_names)
