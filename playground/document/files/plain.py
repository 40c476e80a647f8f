"""A document as plain values, as its file has them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from playground.document.document import Document
from playground.document.files.own_data import plain_own
from playground.document.graph import Node
from playground.document.limits import limits
from playground.document.note import Note
from playground.document.position import Position
from playground.document.rival import SHARED, Rival
from playground.document.settings import DataSettings, TrainingSettings

VERSION, TRAINED_VERSION, EXPERIMENT_VERSION = 1, 2, 3
"""Of a file without and with what was learned, and with an experiment: others open the first as ever."""


def plain_document(document: Document) -> dict[str, Any]:
    """Everything of it, as the names and values of JSON."""
    content = {
        "format": "playground",
        "version": VERSION,
        **_network(document),
        "data": _data(document.data),
        "training": _training(document.training),
        "view": _plain(document.view),
        **_extras(document),
    }
    if document.name:
        content["name"] = document.name
    if document.rivals:
        content["rivals"] = [_rival(rival) for rival in document.rivals]
    return content


def _network(document: Document | Rival) -> dict[str, Any]:
    graph = document.graph
    return {
        "graph": {
            "nodes": [plain_node(node) for node in graph.nodes],
            "edges": [[edge.source, edge.target] for edge in graph.edges],
        },
        "layout": {place.node: _place(place) for place in document.layout},
    }


def plain_node(node: Node) -> dict[str, Any]:
    """A layer as it stands in a file."""
    return {"id": node.id, "kind": node.layer.kind, "name": node.name, **_plain(node.layer)}


def _extras(document: Document | Rival) -> dict[str, Any]:
    """Notes and groups. A file without them stays as those were that knew none."""
    extras: dict[str, Any] = {}
    if document.notes:
        extras["notes"] = [_note(note) for note in document.notes]
    if document.groups:
        extras["groups"] = [asdict(group) for group in document.groups]
    return extras


def _rival(rival: Rival) -> dict[str, Any]:
    training = _training(rival.training)
    for name in SHARED:
        training.pop(name, None)
    return {"id": rival.id, "name": rival.name, **_network(rival), "training": training, **_extras(rival)}


def _data(data: DataSettings) -> dict[str, Any]:
    """A file without data of one's own stays as those were that knew none."""
    return {**_plain(data), **({"own": plain_own(data.own)} if data.own else {})}


def _training(training: TrainingSettings) -> dict[str, Any]:
    plain = _plain(training)
    if training.metrics == TrainingSettings().metrics:
        # A file with the usual metrics stays as those were that knew none.
        del plain["metrics"]
    return {
        **plain,
        "optimizer": _plain_kind(training.optimizer),
        "schedule": _plain_kind(training.schedule),
        "stopping": _plain(training.stopping),
    }


def _place(place: Position) -> list[Any]:
    """[x, y], and the form of what is no plain card."""
    return [place.x, place.y] if place.form == "card" else [place.x, place.y, place.form]


def _plain(settings: Any) -> dict[str, Any]:
    return {name: getattr(settings, name) for name in limits(settings)}


def _note(note: Note) -> dict[str, Any]:
    arrows = [end if isinstance(end, str) else list(end) for end in note.arrows]
    return {"id": note.id, "text": note.text, "x": note.x, "y": note.y, **_plain(note), "arrows": arrows}


def _plain_kind(settings: Any) -> dict[str, Any]:
    return {"kind": type(settings).__name__, **_plain(settings)}
