"""Copying layers and notes as text and pasting them: a clip is a small project file that holds these alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from playground.document import edits, file, notes
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.note import End, Note

ENDS = (DATA, OUTPUT)


def copy_text(document: Document, ids: Iterable[str]) -> str:
    """These layers and notes with the connections among them, as readable JSON; "" where there are none.

    Data and Output stay out. Of a note's arrows those stay that point at what is copied, at Data or Output, or at a
    free point.
    """
    ids = set(ids)
    chosen = {node_id for node_id in ids if node_id in document.graph.by_id and node_id not in ENDS}
    texts = tuple(_pointing_within(note, chosen) for note in document.notes if note.id in ids)
    if not chosen and not texts:
        return ""
    nodes = tuple(node for node in document.graph.nodes if node.id in chosen or node.id in ENDS)
    edges = tuple(edge for edge in document.graph.edges if {edge.source, edge.target} <= chosen)
    layout = tuple(place for place in document.layout if place.node in chosen)
    whole = json.loads(file.dumps(replace(document, graph=Graph(nodes, edges), layout=layout, notes=texts)))
    parts = {name: whole[name] for name in ("format", "version", "graph", "layout", "notes") if name in whole}
    return json.dumps(parts, indent=2, ensure_ascii=False) + "\n"


def _pointing_within(note: Note, chosen: set[str]) -> Note:
    kept = tuple(end for end in note.arrows if not isinstance(end, str) or end in chosen or end in ENDS)
    return replace(note, arrows=kept)


def paste(document: Document, text: str, x: float, y: float) -> tuple[Document, tuple[str, ...]]:
    """The document with the layers and notes of a clip, or of any project, their top left corner at (x, y).

    Also returns their new ids, those of the layers first.

    Data and Output of the clip stay out, with their connections. Raises FileError.
    """
    if len(text) > file.MOST_BYTES:
        raise file.FileError("too_large", expected=f"at most {file.MOST_BYTES >> 20} MiB", got="more")
    clip = file.loads(text)
    coming = [node for node in clip.graph.nodes if node.id not in ENDS]
    if not coming and not clip.notes:
        raise file.FileError("nothing_to_paste")
    _check_room(document, clip)
    names = _new_names(document.graph, coming)
    nodes = tuple(replace(node, id=names[node.id]) for node in coming)
    edges = tuple(
        Edge(names[e.source], names[e.target]) for e in clip.graph.edges if {e.source, e.target} <= set(names)
    )
    graph = Graph((*document.graph.nodes, *nodes), (*document.graph.edges, *edges))
    places = {name: place for name, place in notes.places(clip).items() if name not in ENDS}
    left, top = (min((place[axis] for place in places.values()), default=0.0) for axis in (0, 1))
    by = (x - left, y - top)
    moved = {names[name]: (at[0] + by[0], at[1] + by[1]) for name, at in places.items() if name in names}
    changed = edits.move(replace(document, graph=graph), moved)
    for node_id, form in clip.forms.items():
        if node_id in names:
            changed = edits.set_form(changed, (names[node_id],), form)
    texts = _with_notes(changed, clip.notes, {**names, DATA: DATA, OUTPUT: OUTPUT}, by)
    return texts, (*names.values(), *(note.id for note in texts.notes[len(document.notes) :]))


def _with_notes(document: Document, coming: Iterable[Note], names: dict[str, str], by: tuple[float, float]) -> Document:
    """The document with these notes moved `by` so much, pointing at the nodes by their new names."""

    def moved(end: End) -> End:
        if isinstance(end, str):
            return names[end]
        return edits.reachable(end[0] + by[0]), edits.reachable(end[1] + by[1])

    made: dict[str, Note] = {}
    for note in coming:
        note_id = notes.new_id(document, made)
        x, y = edits.reachable(note.x + by[0]), edits.reachable(note.y + by[1])
        arrows = tuple(dict.fromkeys(map(moved, note.arrows)))
        made[note_id] = replace(note, id=note_id, x=x, y=y, arrows=arrows)
    return replace(document, notes=(*document.notes, *made.values()))


def _check_room(document: Document, clip: Document) -> None:
    nodes = len(document.graph.nodes) + len(clip.graph.nodes)
    edges = len(document.graph.edges) + len(clip.graph.edges)
    texts = len(document.notes) + len(clip.notes)
    for place, count, most in (
        ("graph.nodes", nodes, file.MOST_NODES),
        ("graph.edges", edges, file.MOST_EDGES),
        ("notes", texts, file.MOST_NOTES),
    ):
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
