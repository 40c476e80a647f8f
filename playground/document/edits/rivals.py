"""The networks beside the present one: every change to them, and each as a document of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playground.document.document import Document
from playground.document.edits.differences import Difference, differences
from playground.document.graph import clean_name
from playground.document.rival import MOST_RIVALS as MOST_RIVALS
from playground.document.rival import SHARED, Rival
from playground.document.settings import TrainingSettings

PRESENT = ""
"""Stands for the present network where rivals are named by their ids."""


def can_add(document: Document) -> bool:
    return len(document.rivals) < MOST_RIVALS


def add_rival(document: Document, name: str = "") -> Document:
    """A copy of the present network beside it; unchanged where there is no room for one more."""
    if not can_add(document):
        return document
    taken = {rival.id for rival in document.rivals}
    free = next(f"rival_{number}" for number in range(1, MOST_RIVALS + 1) if f"rival_{number}" not in taken)
    return _with_rivals(document, (*document.rivals, _as_rival(document, free, clean_name(name))))


def pin_rival(document: Document, other: Document, name: str) -> Document:
    """The network of another document beside the present one; unchanged where there is no room, or its data differ."""
    if not can_add(document) or other.data != document.data:
        return document
    added = add_rival(document, name)
    pinned = _as_rival(other, added.rivals[-1].id, clean_name(name))
    return _with_rivals(document, (*document.rivals, pinned))


def remove_rival(document: Document, rival_id: str) -> Document:
    return _with_rivals(document, (rival for rival in document.rivals if rival.id != rival_id))


def rename_rival(document: Document, rival_id: str, name: str) -> Document:
    """Another name for a rival, or for the present network (PRESENT); "" for one that follows what it is."""
    if rival_id == PRESENT:
        return replace(document, name=clean_name(name))
    named = (replace(one, name=clean_name(name)) if one.id == rival_id else one for one in document.rivals)
    return _with_rivals(document, named)


def swap_with_rival(document: Document, rival_id: str) -> Document:
    """The rival becomes the present network, and the present one that rival; names, notes and places go along."""
    rival = rival_of(document, rival_id)
    if rival is None:
        return document
    left = _as_rival(document, rival_id, document.name)
    swapped = _with_rivals(document, (left if one.id == rival_id else one for one in document.rivals))
    return replace(
        swapped,
        graph=rival.graph,
        layout=rival.layout,
        groups=rival.groups,
        training=_shared(rival.training, document.training),
        notes=rival.notes,
        name=rival.name,
    )


def rival_of(document: Document, rival_id: str) -> Rival | None:
    return next((rival for rival in document.rivals if rival.id == rival_id), None)


def rival_document(document: Document, rival: Rival) -> Document:
    """The rival as a document of its own: the same data, seed, metrics and view, and no rivals."""
    return Document(
        rival.graph,
        rival.layout,
        document.data,
        _shared(rival.training, document.training),
        document.view,
        rival.groups,
        rival.notes,
        name=rival.name,
    )


def rival_differences(document: Document, rival: Rival) -> tuple[Difference, ...]:
    """What the rival has otherwise than the present network: the graph first, as it says most, each thing once.

    The same change of a setting in several layers is one thing, of no node.
    """
    found = differences(document, rival_document(document, rival))
    ordered = sorted(found, key=lambda one: (one.node is None, one.code == "setting", one.name != "activation"))
    kept = (one for one in ordered if one.name != "clip_at" or _clips(document, rival))
    return tuple(dict.fromkeys(replace(one, node=None) if one.code == "setting" else one for one in kept))


def _clips(document: Document, rival: Rival) -> bool:
    return document.training.clipping == rival.training.clipping != "none"


def trains_alike(one: Document, other: Document) -> bool:
    """Whether two documents differ only in what training does not see: places, names, metrics, and rivals too."""
    return _seen(one) == _seen(other)


def runs_alike(one: Document, other: Document) -> bool:
    """Whether nothing that runs differs: neither the network, nor its rivals, nor what is measured of them."""
    return trains_alike(one, other) and rivals_train_alike(one, other) and one.metrics == other.metrics


def is_same_network(one: Document, other: Document) -> bool:
    """Whether two documents have the same network on the same data, however they train it and call its nodes."""
    return _seen(one)[:3] == _seen(other)[:3]


def rivals_train_alike(one: Document, other: Document) -> bool:
    """Whether two documents have the same rivals, but for what training does not see; see `trains_alike`."""
    if [rival.id for rival in one.rivals] != [rival.id for rival in other.rivals]:
        return False
    shared = one.data == other.data and one.training.seed == other.training.seed
    pairs = zip(one.rivals, other.rivals, strict=True)
    return all((shared and a is b) or trains_alike(rival_document(one, a), rival_document(other, b)) for a, b in pairs)


def _seen(document: Document) -> tuple[object, ...]:
    nodes = tuple(replace(node, name="") for node in document.graph.nodes)
    return nodes, document.graph.edges, document.data, replace(document.training, epochs=1, metrics=())


def _with_rivals(document: Document, rivals: Iterable[Rival]) -> Document:
    return replace(document, rivals=tuple(rivals))


def _as_rival(document: Document, rival_id: str, name: str) -> Rival:
    training = _shared(document.training, TrainingSettings())
    return Rival(rival_id, name, document.graph, document.layout, document.groups, training, document.notes)


def _shared(training: TrainingSettings, other: TrainingSettings) -> TrainingSettings:
    """With the other's values of what all networks of a document share."""
    return replace(training, **{name: getattr(other, name) for name in SHARED})
