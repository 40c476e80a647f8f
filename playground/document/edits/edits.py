"""Every change to a document: document in, document out, named as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from math import isfinite

from playground.document.document import Document
from playground.document.edits import groups
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node, clean_name
from playground.document.graph import LONGEST_NAME as LONGEST_NAME
from playground.document.layers.ends import Output
from playground.document.layers.layer import Layer
from playground.document.losses import USUAL
from playground.document.note import Note
from playground.document.own_data import OwnData
from playground.document.position import FORMS, Position
from playground.document.settings import DATASETS, FEATURES, DataSettings, TrainingSettings, ViewSettings

FARTHEST = 1e6


def new_id(graph: Graph, layer: Layer, taken: Collection[str] = ()) -> str:
    """An id not used in this graph, nor in `taken`, as Keras would name the layer: dense_1, leaky_re_lu_1, conv2d_1."""
    stem = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", layer.kind).lower()
    number = 1
    while f"{stem}_{number}" in graph.by_id or f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def add_node(document: Document, layer: Layer, x: float, y: float, after: str = "") -> tuple[Document, str]:
    """A new node at (x, y), taking its values from `after` where given, in the same group; also returns its id."""
    graph, source = document.graph, groups.exit_of(document, after) if after else ""
    node = Node(new_id(graph, layer, document.tree.by_id), layer)
    edges = (*graph.edges, Edge(source, node.id)) if source else graph.edges
    changed = replace(document, graph=Graph((*graph.nodes, node), edges))
    changed = groups.join(changed, node.id, document.tree.parents.get(after, ""))
    return move(changed, {node.id: (x, y)}), node.id


def insert_node(document: Document, layer: Layer, edge: Edge, x: float, y: float) -> tuple[Document, str]:
    """A new node at (x, y) between the two ends of `edge`, at the same place among the target's inputs."""
    added, node_id = add_node(document, layer, x, y)
    return put_between(added, node_id, edge), node_id


def put_between(document: Document, member: str, edge: Edge) -> Document:
    """A node or group that nothing joins between the two ends of `edge`, and in the group that both lie in.

    Unchanged where `between_refusal` has a reason.
    """
    if between_refusal(document, member, edge):
        return document
    edge = groups.edges_behind(document, edge)[0]
    document = groups.join(document, member, document.tree.common((edge.source, edge.target)))
    first, last = groups.entry_of(document, member), groups.exit_of(document, member)
    edges = (Edge(last, edge.target) if kept == edge else kept for kept in document.graph.edges)
    return _with_edges(document, (*edges, Edge(edge.source, first)))


def between_refusal(document: Document, member: str, edge: Edge) -> str:
    """Why a node or group cannot be put into a connection, as a code; "" where it can."""
    edge = groups.edges_behind(document, edge)[0]
    level = document.tree.common((edge.source, edge.target))
    # Further out the group around would be on a loop.
    return "" if groups.has_depth(document, level, document.tree.height(member)) else "groups_too_deep"


def remove_nodes(document: Document, node_ids: Iterable[str], heal: bool = False) -> Document:
    """Without these nodes and their edges; Data and Output stay. `heal` joins what they stood between."""
    for node_id in groups.expanded(document, node_ids):
        if node_id not in (DATA, OUTPUT) and node_id in document.graph.by_id:
            document = _without(document, node_id, heal)
    return groups.pruned(document)


def _without(document: Document, node_id: str, heal: bool) -> Document:
    graph = document.graph
    edges: list[Edge] = []
    for edge in graph.edges:
        if edge.source == node_id and heal:
            room = graph.by_id[edge.target].layer.most_inputs - len(graph.sources[edge.target]) + 1
            edges += [Edge(source, edge.target) for source in graph.sources[node_id]][: max(0, room)]
        elif node_id not in (edge.source, edge.target):
            edges.append(edge)
    nodes = tuple(node for node in graph.nodes if node.id != node_id)
    layout = tuple(place for place in document.layout if place.node != node_id)
    notes = tuple(_not_pointing_at(note, node_id) for note in document.notes)
    return replace(document, graph=Graph(nodes, tuple(dict.fromkeys(edges))), layout=layout, notes=notes)


def _not_pointing_at(note: Note, node_id: str) -> Note:
    """The note without the arrow that would point at nothing."""
    if node_id not in note.arrows:
        return note
    return replace(note, arrows=tuple(end for end in note.arrows if end != node_id))


def connect(document: Document, source: str, target: str) -> Document:
    """A new edge; a target that takes one input lets go of the one it had."""
    source, target = groups.exit_of(document, source), groups.entry_of(document, target)
    edges = document.graph.edges
    if document.graph.by_id[target].layer.most_inputs == 1:
        edges = tuple(edge for edge in edges if edge.target != target)
    return _with_edges(document, (*edges, Edge(source, target)))


def disconnect(document: Document, edge: Edge) -> Document:
    gone = groups.edges_behind(document, edge)
    return _with_edges(document, tuple(kept for kept in document.graph.edges if kept not in gone))


def reconnect(document: Document, edge: Edge, source: str, target: str) -> Document:
    """The edge with new ends, at its old place among the target's inputs."""
    shown, edge = edge, groups.edges_behind(document, edge)[0]
    source = edge.source if source == shown.source else groups.exit_of(document, source)
    target = edge.target if target == shown.target else groups.entry_of(document, target)
    if document.graph.by_id[target].layer.most_inputs == 1:
        others = tuple(kept for kept in document.graph.edges if kept == edge or kept.target != target)
        document = _with_edges(document, others)
    changed = (Edge(source, target) if kept == edge else kept for kept in document.graph.edges)
    return _with_edges(document, tuple(dict.fromkeys(changed)))


def _with_edges(document: Document, edges: tuple[Edge, ...]) -> Document:
    return replace(document, graph=replace(document.graph, edges=edges))


def move(document: Document, places: Mapping[str, tuple[float, float]]) -> Document:
    """Nodes at new places; a place that is no number, or out of reach, is brought back within reach.

    A group's place is the middle of where its members stand, and they move along with it.
    """
    if not document.tree.by_id.keys().isdisjoint(places):
        places = _members_moved(document, places)
    moved = {
        node_id: Position(node_id, reachable(x), reachable(y), document.forms.get(node_id, "card"))
        for node_id, (x, y) in places.items()
    }
    kept = [moved.pop(place.node, place) for place in document.layout]
    return replace(document, layout=(*kept, *moved.values()))


def _members_moved(document: Document, places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for member, (x, y) in places.items():
        if member in document.tree.by_id:
            here = groups.middle(document, (member,))
            for node_id in groups.members(document, member):
                at = document.positions.get(node_id, here)
                found[node_id] = (at[0] + x - here[0], at[1] + y - here[1])
        else:
            found[member] = (x, y)
    return found


def set_form(document: Document, node_ids: Collection[str], form: str) -> Document:
    """These nodes drawn in another form; one whose place is not written down stays as it is. Raises ValueError."""
    if form not in FORMS:
        raise ValueError(f"a form is one of {', '.join(FORMS)}, got {form!r}")
    layout = tuple(replace(place, form=form) if place.node in node_ids else place for place in document.layout)
    return replace(document, layout=layout)


def reachable(coordinate: float) -> float:
    """The coordinate, brought back within reach; 0 for what is no number."""
    return min(max(float(coordinate), -FARTHEST), FARTHEST) if isfinite(coordinate) else 0.0


def set_layer(document: Document, node_id: str, layer: Layer) -> Document:
    """The node with other settings, or as another kind of layer."""
    return _with_node(document, replace(document.graph.by_id[node_id], layer=layer))


def rename(document: Document, node_id: str, name: str) -> Document:
    if node_id in document.tree.by_id:
        return groups.rename_group(document, node_id, name)
    return _with_node(document, replace(document.graph.by_id[node_id], name=clean_name(name)))


def _with_node(document: Document, changed: Node) -> Document:
    return replace(document, graph=document.graph.with_node(changed))


def set_data(document: Document, data: DataSettings) -> Document:
    return replace(document, data=data)


def choose_data(document: Document, name: str) -> Document:
    """Another data set with its usual number of points; noise, share and seed stay."""
    return set_data(document, replace(document.data, name=name, points=DATASETS[name].points, own=None))


def choose_own(document: Document, own: OwnData, train_share: float, seed: int) -> Document:
    """Data of a person's own, split with that share in percent and that seed, and the loss that is usual for them."""
    changed = replace(document.data, own=own, train_share=train_share, seed=seed, noise=0.0, generator="numpy")
    return set_layer(set_data(document, changed), OUTPUT, Output(USUAL[own.task]))


def add_feature(document: Document, name: str) -> Document:
    """One more of the features that can be made on the plane, in their usual order."""
    chosen = {*document.data.features, name}
    return set_data(document, replace(document.data, features=tuple(f for f in FEATURES if f in chosen)))


def set_training(document: Document, training: TrainingSettings) -> Document:
    return replace(document, training=training)


def set_view(document: Document, view: ViewSettings) -> Document:
    return replace(document, view=view)


def show_controls(document: Document) -> Document:
    """With every control, those too that a lesson does without."""
    return set_view(document, replace(document.view, hidden=()))
