"""The two settings that a node itself can change: how large its layer is, and whether it learns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.layers.layer import Layer
from playground.document.limits import limits


def grown(layer: Layer, by: int) -> Layer | None:
    """The layer with so many more neurons, fewer for less than 0; None where it has none or a limit is in the way."""
    name = layer.size_field
    if not name:
        return None
    size = getattr(layer, name) + by
    return replace(layer, **{name: size}) if limits(layer)[name].accepts(size) else None


def grow(document: Document, node_ids: Iterable[str], by: int) -> Document:
    """Each of these nodes that can be has so many more neurons."""
    for node_id in node_ids:
        node = document.graph.by_id.get(node_id)
        if node is not None and (layer := grown(node.layer, by)) is not None:
            document = edits.set_layer(document, node_id, layer)
    return document


def can_freeze(layer: Layer) -> bool:
    """Whether it can be chosen if training changes the layer."""
    # The canvas asks for every layer at each edit, so not even the limits are read.
    return hasattr(layer, "trainable")


def is_frozen(layer: Layer) -> bool:
    """Whether training leaves the layer's weights as they are."""
    return can_freeze(layer) and not getattr(layer, "trainable", True)


def freeze(document: Document, node_ids: Iterable[str]) -> Document:
    """Those of the nodes that have weights frozen; where all of them are, free again."""
    nodes = [document.graph.by_id[name] for name in node_ids if name in document.graph.by_id]
    nodes = [node for node in nodes if can_freeze(node.layer)]
    free = all(is_frozen(node.layer) for node in nodes)
    for node in nodes:
        document = edits.set_layer(document, node.id, replace(node.layer, **{"trainable": free}))
    return document
