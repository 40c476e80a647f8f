"""The document as it shows with its closed groups: each one node, and no loop through any."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from playground.document.document import Document
from playground.document.graph import Edge, Graph, Node
from playground.document.layers.ends import Folded
from playground.document.note import Note
from playground.document.position import Position

Targets = dict[str, dict[str, None]]


def folded(document: Document) -> Document:
    """Each closed group as one node of its id, in the middle of where its members stand; the same where none is.

    Its groups are the open ones in sight, with members of its own graph.
    """
    if not any(group.closed for group in document.groups):
        return document
    known: Document | None = vars(document).get("folded")
    if known is None:
        groups = tuple(g for g in document.groups if not g.closed and not document.tree.hider(g.id))
        graph = _folded_graph(document)
        layout = tuple(_layout(document, graph))
        notes = tuple(_pointing_at_cards(document, note) for note in document.notes)
        known = vars(document)["folded"] = replace(document, graph=graph, layout=layout, groups=groups, notes=notes)
    return known


def _pointing_at_cards(document: Document, note: Note) -> Note:
    ends = (document.tree.hider(end) or end if isinstance(end, str) else end for end in note.arrows)
    return replace(note, arrows=tuple(dict.fromkeys(ends)))


def _folded_graph(document: Document) -> Graph:
    graph = document.graph
    # A drag makes a document a frame, and none of them joins anything: what was folded stays with the graph.
    known = vars(graph).get("folding")
    if known is None or known[0] != document.groups:
        known = vars(graph)["folding"] = (document.groups, _fold(document))
    folded_graph: Graph = known[1]
    return folded_graph


def _fold(document: Document) -> Graph:
    tree = document.tree
    seen_as = {node.id: tree.hider(node.id) or node.id for node in document.graph.nodes}
    nodes: dict[str, Node] = {}
    for node in document.graph.nodes:
        card = seen_as[node.id]
        nodes.setdefault(card, node if card == node.id else Node(card, Folded(), tree.by_id[card].name))
    ends = ((seen_as[edge.source], seen_as[edge.target]) for edge in document.graph.edges)
    edges = dict.fromkeys(Edge(source, target) for source, target in ends if source != target)
    return Graph(tuple(nodes.values()), tuple(edges))


def _layout(document: Document, graph: Graph) -> Iterable[Position]:
    """The places in the order of the document's own, so that a card stands in a stack where its first member does."""
    tree, placed = document.tree, set()
    for place in document.layout:
        card = tree.hider(place.node) or place.node
        if card not in placed:
            placed.add(card)
            yield place if card == place.node else Position(card, *middle(document, (card,)))


def middle(document: Document, members: Iterable[str]) -> tuple[float, float]:
    """The middle of the box around where nodes and groups stand, (0, 0) where none has a place."""
    nodes = {node for member in members for node in document.tree.within(member)}
    places = [document.positions[node] for node in nodes if node in document.positions]
    if not places:
        return 0.0, 0.0
    across, down = zip(*places, strict=True)
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2


def would_loop(document: Document, source: str, target: str) -> bool:
    """Whether an edge between two nodes would put a group on a loop, were it closed.

    A network has none, whichever of its groups are closed, as long as no level has one with all its groups closed.
    """
    tree = document.tree
    if not document.groups:
        return False
    level = tree.common((source, target))
    start, goal = tree.standing(target, level), tree.standing(source, level)
    return goal in _reached((start,), _levels(document).get(level, {}))


def returns(document: Document, members: Collection[str], level: str) -> bool:
    """Whether values that leave these members of a level come back to them: as one group they were on a loop."""
    targets = _levels(document).get(level, {})
    outside = {node: dict.fromkeys(t for t in after if t not in members) for node, after in targets.items()}
    leaving = {target for member in members for target in outside.get(member, ())}
    returning = {node for node, after in targets.items() if node not in members and any(t in members for t in after)}
    return bool(returning & _reached(leaving, outside))


def looped_group(document: Document) -> str:
    """A group that would stand on a loop of cards, were all beside it closed; "" where none would."""
    levels = _levels(document) if document.groups else {}
    for group in document.groups:
        targets = levels.get(document.tree.parents.get(group.id, ""), {})
        if group.id in _reached(targets.get(group.id, ()), targets):
            return group.id
    return ""


def _levels(document: Document) -> dict[str, Targets]:
    """Level -> node or group on it -> what it gives its values to there, all groups closed.

    Each connection shows on one level only: further out both of its ends lie in one group, further in one end lacks.
    """
    paths = {node.id: (*document.tree.around(node.id), node.id) for node in document.graph.nodes}
    found = dict[str, Targets]()
    for edge in document.graph.edges:
        level = ""
        for source, target in zip(paths[edge.source], paths[edge.target], strict=False):
            if source != target:
                found.setdefault(level, {}).setdefault(source, {})[target] = None
                break
            level = source
    return found


def _reached(starts: Iterable[str], targets: Targets) -> set[str]:
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for target in targets.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen
