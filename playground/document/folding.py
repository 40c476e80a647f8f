"""The document as it shows with its closed groups: each one node, and no loop through any."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from playground.document.document import Document, Position
from playground.document.graph import Edge, Graph, Node
from playground.document.layers import Folded


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
        known = vars(document)["folded"] = replace(document, graph=graph, layout=layout, groups=groups)
    return known


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
    return goal in _reached((start,), _side_by_side(document, level))


def returns(document: Document, members: Collection[str], level: str) -> bool:
    """Whether values that leave these members of a level come back to them: as one group they were on a loop."""
    targets = _side_by_side(document, level)
    outside = {node: tuple(t for t in after if t not in members) for node, after in targets.items()}
    leaving = {target for member in members for target in outside.get(member, ())}
    returning = {node for node, after in targets.items() if node not in members and any(t in members for t in after)}
    return bool(returning & _reached(leaving, outside))


def looped_level(document: Document) -> str | None:
    """A level on which cards go round in a loop, were its groups closed: a group's id or ""; None where none does."""
    if document.groups:
        for level in ("", *document.tree.by_id):
            targets = _side_by_side(document, level)
            nodes = {name: None for source, after in targets.items() for name in (source, *after)}
            edges = tuple(Edge(source, target) for source, after in targets.items() for target in after)
            if len(Graph(tuple(Node(name, Folded()) for name in nodes), edges).order) < len(nodes):
                return level
    return None


def _side_by_side(document: Document, level: str) -> dict[str, tuple[str, ...]]:
    """What each node and group on a level gives its values to there, all groups closed."""
    tree, found = document.tree, dict[str, dict[str, None]]()
    standing = {node.id: tree.standing(node.id, level) for node in document.graph.nodes}
    for edge in document.graph.edges:
        source, target = standing[edge.source], standing[edge.target]
        if source and target and source != target:
            found.setdefault(source, {})[target] = None
    return {source: tuple(targets) for source, targets in found.items()}


def _reached(starts: Iterable[str], targets: dict[str, tuple[str, ...]]) -> set[str]:
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for target in targets.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen
