"""A network of a project file, checked: layers, connections, places and training."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playground.document.document import Document
from playground.document.edits.folding import looped_group
from playground.document.files.checked import (
    MOST_EDGES,
    MOST_NODES,
    FileError,
    brief,
    check_id,
    check_name,
    list_of,
    one_of,
    point_of,
    record_of,
    settings_of,
)
from playground.document.files.notes_and_groups import groups_of, notes_of
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.ends import Data, Output
from playground.document.layers.layers import LAYERS
from playground.document.position import FORMS, Position
from playground.document.schedules import SCHEDULES
from playground.document.settings import OPTIMIZERS, TrainingSettings
from playground.document.stopping import Stopping
from playground.document.words import words

PARTS = {"graph", "layout", "training", "groups", "notes", "name"}


def network_of(content: dict[str, Any]) -> Document:
    """What a project and each of its rivals hold, on data of no account."""
    graph = _graph(record_of(content.get("graph"), "graph", {"nodes", "edges"}))
    document = Document(
        graph,
        tuple(_layout(record_of(content.get("layout", {}), "layout"), graph)),
        training=_training(record_of(content.get("training", {}), "training")),
        groups=groups_of(content.get("groups", []), graph),
        notes=tuple(notes_of(content.get("notes", []), graph)),
        name=content.get("name", ""),
    )
    check_name(document.name, "")
    if looped := looped_group(document):
        at = list(document.tree.by_id).index(looped)
        raise FileError("group_loop", f"groups[{at}]", words("no path that leaves the group and comes back"), looped)
    return document


def _graph(content: dict[str, Any]) -> Graph:
    nodes = _nodes(list_of(content.get("nodes"), "graph.nodes", MOST_NODES))
    graph = Graph(nodes, tuple(_edges(list_of(content.get("edges", []), "graph.edges", MOST_EDGES), nodes)))
    ordered = set(graph.order)
    looped = [node.id for node in nodes if node.id not in ordered]
    if looped:
        raise FileError("loop", "graph.edges", words("no loop"), " -> ".join(looped[:4]))
    return graph


def _nodes(content: list[Any]) -> tuple[Node, ...]:
    nodes = tuple(node_of(entry, f"graph.nodes[{at}]") for at, entry in enumerate(content))
    seen: set[str] = set()
    for at, node in enumerate(nodes):
        if node.id in seen:
            raise FileError("duplicate_id", f"graph.nodes[{at}].id", words("an id of its own"), node.id)
        seen.add(node.id)
        kind = {DATA: Data, OUTPUT: Output}.get(node.id)
        if (kind or type(node.layer)) is not type(node.layer) or (kind is None and node.layer.family == "ends"):
            raise FileError(
                "wrong_kind",
                f"graph.nodes[{at}].kind",
                words("“{data}” and “{output}” at their ids", data=DATA, output=OUTPUT),
                node.id,
            )
    for needed in (DATA, OUTPUT):
        if needed not in seen:
            raise FileError("missing_node", "graph.nodes", words("a node “{needed}”", needed=needed), "none")
    return nodes


def node_of(content: Any, place: str) -> Node:
    """A layer at that place of a file. Raises FileError."""
    record = dict(record_of(content, place))
    node_id, kind, name = record.pop("id", None), record.pop("kind", None), record.pop("name", "")
    check_id(node_id, place)
    if not isinstance(kind, str) or kind not in LAYERS:
        raise FileError("unknown_layer", f"{place}.kind", words("one of {options}", options=", ".join(LAYERS)), kind)
    check_name(name, place)
    return Node(node_id, settings_of(LAYERS[kind], record, place), name)


def _edges(content: list[Any], nodes: tuple[Node, ...]) -> Iterable[Edge]:
    known, seen = {node.id for node in nodes}, set()
    for at, entry in enumerate(content):
        place = f"graph.edges[{at}]"
        if not (isinstance(entry, list) and len(entry) == 2 and all(isinstance(end, str) for end in entry)):
            raise FileError("wrong_type", place, words("[source, target]"), entry)
        for end in entry:
            if end not in known:
                raise FileError("unknown_node", place, words("the id of a node"), end)
        edge = Edge(*entry)
        if edge in seen or edge.target == DATA or edge.source == OUTPUT:
            raise FileError("bad_edge", place, words("a connection that can be made, once"), entry)
        seen.add(edge)
        yield edge


def _layout(content: dict[str, Any], graph: Graph) -> Iterable[Position]:
    for node_id, place in content.items():
        where = f"layout.{brief(node_id)[1:-1]}"
        if node_id not in graph.by_id:
            raise FileError("unknown_node", where, words("the id of a node"), node_id)
        coordinates, form = list_of(place, where, 3)[:2], "card"
        if isinstance(place, list) and len(place) == 3:
            form = place[2]
            if form not in FORMS:
                raise FileError(
                    "out_of_range", f"{where}[2]", words("one of {options}", options=", ".join(FORMS)), form
                )
        yield Position(node_id, *point_of(coordinates, where), form)


def _training(content: dict[str, Any]) -> TrainingSettings:
    record = dict(record_of(content, "training"))
    optimizer = one_of(OPTIMIZERS, record.pop("optimizer", {"kind": "SGD"}), "optimizer")
    schedule = one_of(SCHEDULES, record.pop("schedule", {"kind": "Constant"}), "schedule")
    stopping = settings_of(Stopping, record_of(record.pop("stopping", {}), "training.stopping"), "training.stopping")
    others = {"optimizer": optimizer, "schedule": schedule, "stopping": stopping}
    return settings_of(TrainingSettings, record, "training", **others)
