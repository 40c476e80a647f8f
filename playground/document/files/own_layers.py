"""Layers of a person's own: a group on its own as text, to be added again like any layer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.files.checked import FileError
from playground.document.files.clipping import add_clip, clip_text, cut_out, read_clip
from playground.document.graph import Edge, Graph
from playground.document.words import words


@dataclass(frozen=True, slots=True)
class OwnLayer:
    """The name and colour of its group; `text` is a clip (JSON) of this one group, and holds both too."""

    name: str
    colour: str
    text: str


def own_layer(document: Document, group_id: str) -> OwnLayer:
    """The group as a layer of one's own: equal wherever it stands and whatever its ids are."""
    clip = cut_out(document, set(groups.members(document, group_id)))
    # Groups around it that hold nothing else stay out.
    kept = tuple(group for group in clip.groups if group_id in (group.id, *document.tree.around(group.id)))
    alone, names = add_clip(Document(), replace(clip, groups=kept), 0.0, 0.0)
    # Whole pixels, so that being moved about leaves no trace.
    alone = edits.move(
        alone, {node_id: (float(round(x)), float(round(y))) for node_id, (x, y) in alone.positions.items()}
    )
    alone = groups.set_closed(alone, names[group_id], True)
    group = alone.tree.by_id[names[group_id]]
    return OwnLayer(group.name, group.colour, clip_text(alone))


def read_own_layer(text: str) -> OwnLayer:
    """The layer in a text. Raises FileError where it is none."""
    return _read(text)[1]


def _read(text: str) -> tuple[Document, OwnLayer, str]:
    """A text's clip, layer, and the id of its group."""
    clip = read_clip(text)
    (*outermost,) = (group for group in clip.groups if group.id not in clip.tree.parents)
    inside = groups.members(clip, outermost[0].id) if outermost else ()
    if len(outermost) != 1 or len(inside) < len(clip.graph.nodes) - 2:
        raise FileError("not_an_own_layer", "groups", words("one group around all layers"), len(outermost))
    group = outermost[0]
    return clip, OwnLayer(group.name, group.colour, text), group.id


def add_own_layer(document: Document, own: OwnLayer, x: float, y: float, after: str = "") -> tuple[Document, str]:
    """The layer as a closed group at (x, y), taking its values from `after` where given; also returns its id.

    As a new node, it is in the group that `after` lies in. Raises FileError.
    """
    clip, _, name = _read(own.text)
    added, names = add_clip(document, clip, x, y)
    group_id = names[name]
    added = groups.set_closed(added, group_id, True)
    if after:
        edge = Edge(groups.exit_of(added, after), groups.entry_of(added, group_id))
        added = replace(added, graph=Graph(added.graph.nodes, (*added.graph.edges, edge)))
        added = groups.join(added, group_id, added.tree.parents.get(after, ""))
    return edits.move(added, {group_id: (x, y)}), group_id


def in_project(document: Document) -> tuple[OwnLayer, ...]:
    """The groups of a document as layers; those that are equal once."""
    return tuple(dict.fromkeys(own_layer(document, group.id) for group in document.groups))
