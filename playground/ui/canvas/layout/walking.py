"""From node to node by the keys: along connections, and between those that stand side by side. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playground.document.graph import Edge, Graph
from playground.ui.canvas.layout.box import Box, Place


def walk(graph: Graph, boxes: Mapping[str, Box], here: str, way: str) -> str:
    """The node "right" (along a connection, else the nearest there), "left", "up" or "down" of `here`; or `here`."""
    joined = {"right": graph.targets, "left": graph.sources}.get(way, {}).get(here, ())
    middles = {name: _middle(box) for name, box in boxes.items()}
    x, y = middles[here]
    if joined:
        return min(joined, key=lambda name: (abs(middles[name][1] - y), middles[name][1]))
    ahead = {name: _away((x, y), middle, way) for name, middle in middles.items() if name != here}
    found = {name: along + 3 * aside for name, (along, aside) in ahead.items() if along > 0}
    return min(found, key=found.__getitem__, default=here)


def step(graph: Graph, here: str, forward: bool, notes: Sequence[str] = ()) -> str:
    """The node after or before `here` in the order of the graph, the notes last; around at the ends of these."""
    ordered = set(graph.order)
    names = [*graph.order, *(node.id for node in graph.nodes if node.id not in ordered), *notes]
    if here not in names:
        return names[0 if forward else -1]
    return names[(names.index(here) + (1 if forward else -1)) % len(names)]


def step_through(graph: Graph, here: str | Edge, forward: bool) -> str | Edge:
    """The node or connection after or before `here`, each node being followed by the connections that leave it."""
    ordered = set(graph.order)
    names = [*graph.order, *(node.id for node in graph.nodes if node.id not in ordered)]
    leaving: dict[str, list[str | Edge]] = {name: [name] for name in names}
    for edge in graph.edges:
        leaving[edge.source].append(edge)
    things = [thing for name in names for thing in leaving[name]]
    if here not in things:
        return things[0 if forward else -1]
    return things[(things.index(here) + (1 if forward else -1)) % len(things)]


def from_edge(graph: Graph, edge: Edge, way: str) -> str | Edge:
    """Its end to the "left" or "right"; "up" and "down" the connections that leave the same node, else reach it."""
    if way in ("left", "right"):
        return edge.source if way == "left" else edge.target
    beside = [other for other in graph.edges if other.source == edge.source]
    if len(beside) == 1:
        beside = [other for other in graph.edges if other.target == edge.target]
    return beside[(beside.index(edge) + (1 if way == "down" else -1)) % len(beside)]


def _middle(box: Box) -> Place:
    return box.x + box.width / 2, box.y + box.height / 2


def _away(start: Place, end: Place, way: str) -> tuple[float, float]:
    """How far it is in this direction, and how far aside."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = {"right": dx, "left": -dx, "up": -dy, "down": dy}[way]
    return along, abs(dy if way in ("left", "right") else dx)
