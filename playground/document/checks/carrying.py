"""Whether what was learned on one document still holds for another, or a new run begins."""

from __future__ import annotations

from dataclasses import replace

from playground.document.checks.shapes import Flow, flow
from playground.document.document import Document
from playground.document.graph import Node
from playground.document.settings import DataSettings


def same_points(one: Document, other: Document) -> bool:
    """Whether both learn from the same points; which of their features the network sees may differ."""
    return _points(one) == _points(other)


def _points(document: Document) -> DataSettings:
    """What makes the points. Those that are absent on this machine are the same once they are there."""
    own = document.data.own
    return replace(document.data, features=(), own=own and replace(own, absent=False))


def painted_on(before: Document, after: Document) -> bool:
    """Whether both have a drawing, the one with other strokes."""
    drawn = [each.data.own is not None and each.data.own.maker == "drawn" for each in (before, after)]
    return all(drawn) and replace(before.data, own=None, features=()) == replace(after.data, own=None, features=())


def goes_on(before: Document, after: Document) -> bool:
    """Whether the run of a document goes on with another one.

    Not with other points but those of a stroke, nor with other random numbers, nor where no layer keeps all of its
    weights. A layer of an unfinished network whose shapes are not known is taken to keep them: its connection may
    come back.
    """
    if not (same_points(before, after) or painted_on(before, after)) or before.training.seed != after.training.seed:
        return False
    if before.graph == after.graph and before.data == after.data:
        return True
    known, now = flow(before), flow(after)
    weighted = [node for node in before.graph.nodes if known.parameters.get(node.id)]
    nodes = after.graph.by_id
    return any(node.id in nodes and _keeps(before, node, after, known, now) for node in weighted)


def _keeps(before: Document, node: Node, after: Document, known: Flow, now: Flow) -> bool:
    other = after.graph.by_id[node.id]
    if node.id not in now.parameters:
        return other.layer == node.layer
    came = [known.shapes.get(source) for source in before.graph.sources[node.id]]
    comes = [now.shapes.get(source) for source in after.graph.sources[node.id]]
    sizes = (known.parameters[node.id], known.shapes[node.id]), (now.parameters[node.id], now.shapes[node.id])
    return type(other.layer) is type(node.layer) and came == comes and sizes[0] == sizes[1]
