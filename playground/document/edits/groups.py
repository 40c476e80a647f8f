"""Groups of layers: document in, document out. The graph stays flat; a group only says what belongs together.

What a person points at may be a group, so wherever a function takes ids, they are of nodes or of groups.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from playground.document.document import Document
from playground.document.edits.folding import folded as folded
from playground.document.edits.folding import middle as middle
from playground.document.edits.folding import returns
from playground.document.graph import DATA, OUTPUT, Edge, clean_name
from playground.document.group import COLOURS as COLOURS
from playground.document.group import DEEPEST
from playground.document.group import Group as Group


def wrap(document: Document, ids: Iterable[str], name: str = "") -> tuple[Document, str]:
    """A new open group around these, inside the one they lie in, and its id; "" where `wrap_refusal` has a reason."""
    chosen = _chosen(document, ids)
    if wrap_refusal(document, chosen):
        return document, ""
    level, group_id = document.tree.parents.get(chosen[0], ""), new_group_id(document)
    colour = COLOURS[len(document.groups) % len(COLOURS)]
    made = Group(group_id, clean_name(name), colour, chosen)
    outer = document.tree.by_id.get(level)
    if outer is not None:
        kept = (group_id if member == chosen[0] else member for member in outer.members if member not in chosen[1:])
        document = _with_group(document, replace(outer, members=tuple(kept)))
    return replace(document, groups=(*document.groups, made)), group_id


def wrap_refusal(document: Document, ids: Iterable[str]) -> str:
    """Why these cannot become a group, as a code; "" where they can. Data and Output are left out."""
    chosen = _chosen(document, ids)
    if not chosen:
        return "no_layers"
    levels = {document.tree.parents.get(member, "") for member in chosen}
    if len(levels) > 1:
        return "different_groups"
    level = levels.pop()
    if returns(document, chosen, level):
        return "group_loop"
    if not has_depth(document, level, 1 + max(map(document.tree.height, chosen))):
        return "groups_too_deep"
    return ""


def has_depth(document: Document, level: str, height: int) -> bool:
    """Whether groups of that height can lie in one another on a level."""
    around = (*document.tree.around(level), level) if level else ()
    return len(around) + height <= DEEPEST


def _chosen(document: Document, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids without Data, Output and what lies in a chosen group; a group chosen with others whole is one."""
    tree, graph = document.tree, document.graph
    known = set(graph.by_id) - {DATA, OUTPUT} | set(tree.by_id)
    chosen = dict.fromkeys(member for member in ids if member in known)
    for group in sorted(document.groups, key=lambda group: -len(tree.around(group.id))):
        apart = any(tree.parents.get(member, "") != group.id for member in chosen)
        if apart and set(group.members) <= set(chosen):
            chosen[group.id] = None
    return tuple(member for member in chosen if not any(group in chosen for group in tree.around(member)))


def new_group_id(document: Document, taken: Iterable[str] = ()) -> str:
    """An id that neither a node nor a group has, nor `taken`: group_1, group_2."""
    used, number = {*document.graph.by_id, *document.tree.by_id, *taken}, 1
    while f"group_{number}" in used:
        number += 1
    return f"group_{number}"


def ungroup(document: Document, group_id: str) -> Document:
    """Without the group; its members stay, in the group around it if there is one."""
    gone = document.tree.by_id[group_id]
    outer = document.tree.by_id.get(document.tree.parents.get(group_id, ""))
    if outer is not None:
        at = outer.members.index(group_id)
        members = (*outer.members[:at], *gone.members, *outer.members[at + 1 :])
        document = _with_group(document, replace(outer, members=members))
    return replace(document, groups=tuple(group for group in document.groups if group.id != group_id))


def set_closed(document: Document, group_id: str, closed: bool) -> Document:
    """The group as one card, or as a frame around its members."""
    return _with_group(document, replace(document.tree.by_id[group_id], closed=closed))


def rename_group(document: Document, group_id: str, name: str) -> Document:
    return _with_group(document, replace(document.tree.by_id[group_id], name=clean_name(name)))


def colour_group(document: Document, group_id: str, colour: str) -> Document:
    """With another of COLOURS."""
    return _with_group(document, replace(document.tree.by_id[group_id], colour=colour))


def _with_group(document: Document, changed: Group) -> Document:
    return replace(document, groups=tuple(changed if kept.id == changed.id else kept for kept in document.groups))


def join(document: Document, member: str, group_id: str) -> Document:
    """A node or group moved into a group, or into none (""); a group that this leaves empty is gone.

    A group that would lie too deep there goes into the innermost group around it that has room.

    It asks for no loops: that is for a node that nothing joins yet, or that lies between two members.
    """
    if document.tree.parents.get(member, "") == group_id or member in (DATA, OUTPUT):
        return document
    while group_id and not has_depth(document, group_id, document.tree.height(member)):
        group_id = document.tree.parents.get(group_id, "")
    kept = tuple(replace(group, members=_without(group.members, member)) for group in document.groups)
    document = replace(document, groups=kept)
    if group_id:
        group = document.tree.by_id[group_id]
        document = _with_group(document, replace(group, members=(*group.members, member)))
    return pruned(document)


def _without(members: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(member for member in members if member != gone)


def pruned(document: Document) -> Document:
    """With groups of what is there still, and without those of nothing."""
    nodes = document.graph.by_id.keys()
    here = {name for name in document.tree.by_id if not nodes.isdisjoint(document.tree.within(name))} | nodes
    kept = tuple(
        replace(group, members=tuple(member for member in group.members if member in here))
        for group in document.groups
        if group.id in here
    )
    return document if kept == document.groups else replace(document, groups=kept)


def members(document: Document, group_id: str) -> tuple[str, ...]:
    """The nodes in a group, those of its groups too; of a node itself."""
    return tuple(document.tree.within(group_id))


def expanded(document: Document, ids: Iterable[str]) -> tuple[str, ...]:
    """These ids with each group replaced by the nodes in it, each once."""
    return tuple(dict.fromkeys(node for member in ids for node in document.tree.within(member)))


def group_of(document: Document, node_id: str) -> str:
    """The outermost closed group that hides the node (or group); "" where it is in sight."""
    return document.tree.hider(node_id)


def in_sight(document: Document, ids: Iterable[str]) -> tuple[str, ...]:
    """What shows these in the folded document: themselves, or the closed groups that hide them, each once."""
    return tuple(dict.fromkeys(document.tree.hider(member) or member for member in ids))


def entry_of(document: Document, group_id: str) -> str:
    """The node that a connection to the group goes to: the first that takes from outside, or lacks inputs."""
    inside, graph = _in_order(document, group_id), document.graph
    for node in inside:
        sources, layer = graph.sources[node], graph.by_id[node].layer
        if len(sources) < layer.fewest_inputs or not set(sources) <= set(inside):
            return node
    return inside[0]


def exit_of(document: Document, group_id: str) -> str:
    """The node that a connection from the group comes from: the last that gives outside, or leads nowhere."""
    inside, graph = _in_order(document, group_id), document.graph
    for node in reversed(inside):
        targets = graph.targets[node]
        if not targets or not set(targets) <= set(inside):
            return node
    return inside[-1]


def _in_order(document: Document, group_id: str) -> tuple[str, ...]:
    """A group's nodes in the order of the graph; a node itself."""
    inside = members(document, group_id)
    if len(inside) == 1:
        return inside
    ordered = tuple(node for node in document.graph.order if node in set(inside))
    return ordered or inside


def edges_behind(document: Document, edge: Edge) -> tuple[Edge, ...]:
    """The connections that one of the folded document stands for; of the graph's own, itself."""
    if edge in document.graph.edges:
        return (edge,)
    sources, targets = set(members(document, edge.source)), set(members(document, edge.target))
    return tuple(known for known in document.graph.edges if known.source in sources and known.target in targets)
