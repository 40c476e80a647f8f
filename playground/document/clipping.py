"""Copying layers as text and pasting them: a clip is a small project file that holds the chosen layers alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from playground.document import edits, file
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node

ENDS = (DATA, OUTPUT)


def copy_text(document: Document, ids: Iterable[str]) -> str:
    """These layers with the connections among them, as readable JSON; "" where there are none but Data and Output."""
    chosen = {node_id for node_id in ids if node_id in document.graph.by_id and node_id not in ENDS}
    if not chosen:
        return ""
    nodes = tuple(node for node in document.graph.nodes if node.id in chosen or node.id in ENDS)
    edges = tuple(edge for edge in document.graph.edges if {edge.source, edge.target} <= chosen)
    layout = tuple(place for place in document.layout if place.node in chosen)
    whole = json.loads(file.dumps(replace(document, graph=Graph(nodes, edges), layout=layout)))
    parts = {name: whole[name] for name in ("format", "version", "graph", "layout")}
    return json.dumps(parts, indent=2, ensure_ascii=False) + "\n"


def paste(document: Document, text: str, x: float, y: float) -> tuple[Document, tuple[str, ...]]:
    """The document with the layers of a clip, or of any project, their top left corner at (x, y); and their new ids.

    Data and Output of the clip stay out, with their connections. Raises FileError.
    """
    if len(text) > file.MOST_BYTES:
        raise file.FileError("too_large", expected=f"at most {file.MOST_BYTES >> 20} MiB", got="more")
    clip = file.loads(text)
    coming = [node for node in clip.graph.nodes if node.id not in ENDS]
    if not coming:
        raise file.FileError("nothing_to_paste")
    _check_room(document, clip)
    names = _new_names(document.graph, coming)
    nodes = tuple(replace(node, id=names[node.id]) for node in coming)
    edges = tuple(
        Edge(names[e.source], names[e.target]) for e in clip.graph.edges if {e.source, e.target} <= set(names)
    )
    graph = Graph((*document.graph.nodes, *nodes), (*document.graph.edges, *edges))
    places = {names[node_id]: place for node_id, place in clip.positions.items() if node_id in names}
    left, top = (min((place[axis] for place in places.values()), default=0.0) for axis in (0, 1))
    moved = {node_id: (x + place[0] - left, y + place[1] - top) for node_id, place in places.items()}
    changed = edits.move(replace(document, graph=graph), moved)
    for node_id, form in clip.forms.items():
        if node_id in names:
            changed = edits.set_form(changed, (names[node_id],), form)
    return changed, tuple(names.values())


def _check_room(document: Document, clip: Document) -> None:
    nodes = len(document.graph.nodes) + len(clip.graph.nodes)
    edges = len(document.graph.edges) + len(clip.graph.edges)
    for place, count, most in (("graph.nodes", nodes, file.MOST_NODES), ("graph.edges", edges, file.MOST_EDGES)):
        if count > most:
            raise file.FileError("too_many", place, f"at most {most:,} entries", count)


def _new_names(graph: Graph, nodes: Iterable[Node]) -> dict[str, str]:
    """Old id -> an id that is free in this graph."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for node in nodes:
        names[node.id] = edits.new_id(graph, node.layer, taken)
        taken.add(names[node.id])
    return names
