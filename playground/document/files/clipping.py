"""Copying layers and notes as text and pasting them: a clip is a small project file that holds these alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from playground.document.document import Document
from playground.document.edits import edits, notes
from playground.document.edits.groups import expanded, new_group_id
from playground.document.files import file
from playground.document.files.bounded import check_content
from playground.document.files.checked import MOST_BYTES, MOST_EDGES, MOST_GROUPS, MOST_NODES, MOST_NOTES, FileError
from playground.document.graph import DATA, OUTPUT, Edge, Graph
from playground.document.note import End, Note
from playground.document.words import words

ENDS = (DATA, OUTPUT)
PARTS = ("format", "version", "graph", "layout", "groups", "notes")


def copy_text(document: Document, ids: Iterable[str]) -> str:
    """These layers and notes with the connections among them, as readable JSON; "" where there are none.

    Data and Output stay out. A group goes along where all of its layers do. Of a note's arrows those stay that
    point at what is copied, at Data or Output, or at a free point.
    """
    ids = set(expanded(document, ids))
    chosen = {node_id for node_id in ids if node_id in document.graph.by_id and node_id not in ENDS}
    texts = tuple(_pointing_within(note, chosen) for note in document.notes if note.id in ids)
    return clip_text(replace(cut_out(document, chosen), notes=texts)) if chosen or texts else ""


def cut_out(document: Document, chosen: set[str]) -> Document:
    """A document of these nodes alone, with Data and Output that nothing joins, and of the groups that they fill."""
    nodes = tuple(node for node in document.graph.nodes if node.id in chosen or node.id in ENDS)
    edges = tuple(edge for edge in document.graph.edges if {edge.source, edge.target} <= chosen)
    layout = tuple(place for place in document.layout if place.node in chosen)
    groups = tuple(group for group in document.groups if chosen.issuperset(document.tree.within(group.id)))
    return Document(Graph(nodes, edges), layout, groups=groups)


def clip_text(clip: Document) -> str:
    """A clip as readable JSON, without data and training."""
    whole = json.loads(file.dumps(clip))
    return json.dumps({name: whole[name] for name in PARTS if name in whole}, indent=2, ensure_ascii=False) + "\n"


def _pointing_within(note: Note, chosen: set[str]) -> Note:
    kept = tuple(end for end in note.arrows if not isinstance(end, str) or end in chosen or end in ENDS)
    return replace(note, arrows=kept)


def paste(document: Document, text: str, x: float, y: float) -> tuple[Document, tuple[str, ...]]:
    """The document with the layers and notes of a clip, or of any project, their top left corner at (x, y).

    Also returns their new ids, those of the layers first. Groups come along, with new ids too; Data and Output of
    the clip stay out, with their connections. Raises FileError.
    """
    changed, names = add_clip(document, read_clip(text), x, y)
    new = [name for name in names.values() if name in changed.graph.by_id]
    return changed, (*new, *(note.id for note in changed.notes[len(document.notes) :]))


def read_clip(text: str) -> Document:
    """The clip in JSON text, with at least one layer or note. Raises FileError."""
    if len(text) > MOST_BYTES:
        raise FileError("too_large", expected=words("at most {most} MiB", most=MOST_BYTES >> 20), got="more")
    check_content(text.encode(errors="replace"))
    clip = file.loads(text)
    if set(clip.graph.by_id) <= set(ENDS) and not clip.notes:
        raise FileError("nothing_to_paste")
    return clip


def add_clip(document: Document, clip: Document, x: float, y: float) -> tuple[Document, dict[str, str]]:
    """The document with all that is in a clip; and the new id of each layer and group by the old. Raises FileError."""
    _check_room(document, clip)
    names = _new_names(document, clip)
    nodes = tuple(replace(node, id=names[node.id]) for node in clip.graph.nodes if node.id in names)
    edges = tuple(
        Edge(names[e.source], names[e.target]) for e in clip.graph.edges if {e.source, e.target} <= set(names)
    )
    graph = Graph((*document.graph.nodes, *nodes), (*document.graph.edges, *edges))
    groups = tuple(
        replace(group, id=names[group.id], members=tuple(names[member] for member in group.members))
        for group in clip.groups
    )
    places = {name: place for name, place in notes.places(clip).items() if name not in ENDS}
    left, top = (min((place[axis] for place in places.values()), default=0.0) for axis in (0, 1))
    by = (x - left, y - top)
    moved = {names[name]: (at[0] + by[0], at[1] + by[1]) for name, at in places.items() if name in names}
    changed = edits.move(replace(document, graph=graph, groups=(*document.groups, *groups)), moved)
    for node_id, form in clip.forms.items():
        if node_id in names:
            changed = edits.set_form(changed, (names[node_id],), form)
    return _with_notes(changed, clip.notes, {**names, DATA: DATA, OUTPUT: OUTPUT}, by), names


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
    parts = (
        ("graph.nodes", document.graph.nodes, clip.graph.nodes, MOST_NODES),
        ("graph.edges", document.graph.edges, clip.graph.edges, MOST_EDGES),
        ("groups", document.groups, clip.groups, MOST_GROUPS),
        ("notes", document.notes, clip.notes, MOST_NOTES),
    )
    for place, here, coming, most in parts:
        if len(here) + len(coming) > most:
            raise FileError(
                "too_many", place, words("at most {most} entries", most=f"{most:,}"), len(here) + len(coming)
            )


def _new_names(document: Document, clip: Document) -> dict[str, str]:
    """Old id -> an id that is free in the document, of each node but the ends and of each group."""
    names: dict[str, str] = {}
    taken = set(document.tree.by_id)
    for node in clip.graph.nodes:
        if node.id not in ENDS:
            names[node.id] = edits.new_id(document.graph, node.layer, taken)
            taken.add(names[node.id])
    for group in clip.groups:
        names[group.id] = new_group_id(document, taken)
        taken.add(names[group.id])
    return names
