"""Clicks that bring the right shape to a layer that got a wrong one."""

from __future__ import annotations

from dataclasses import replace
from math import isqrt, prod

from playground.document.checks.problem import Fix
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import Edge
from playground.document.layers.layer import Shape, ShapeError
from playground.document.layers.shaping import Reshape
from playground.document.limits import limits


def shape_fixes(document: Document, node_id: str, error: ShapeError) -> tuple[Fix, ...]:
    """What may mend a layer that cannot take its inputs; the best first."""
    match error.code:
        case "needs_picture":
            return _reshape(document, node_id, _as_picture(error.shapes[0]))
        case "needs_sequence":
            return (*_return_sequences(document, node_id), *_reshape(document, node_id, _as_sequence(error.shapes[0])))
        case "too_small":
            return _use_same(document, node_id)
    return ()


def _as_picture(shape: Shape) -> Shape | None:
    """The same values as a grey picture, a square one where they stand in a row; None where they make none."""
    if len(shape) == 2:
        return (*shape, 1)
    side = isqrt(prod(shape))
    return (side, side, 1) if len(shape) == 1 and side * side == shape[0] else None


def _as_sequence(shape: Shape) -> Shape:
    """The same values step by step: one for each value of a row, or for each row of a picture."""
    return (shape[0], prod(shape[1:]))


def _reshape(document: Document, node_id: str, shape: Shape | None) -> tuple[Fix, ...]:
    if shape is None or not _fits(shape):
        return ()
    (source,) = document.graph.sources[node_id]

    def apply(document: Document) -> Document:
        places = document.positions
        (x1, y1), (x2, y2) = places.get(source, (0.0, 0.0)), places.get(node_id, (320.0, 0.0))
        between = (x1 + x2) / 2, (y1 + y2) / 2
        changed, _ = edits.insert_node(document, Reshape(shape), Edge(source, node_id), *between)
        room = max(0.0, x1 + 360 - x2)
        # What stands behind makes way, so that three nodes have room for three.
        behind = {n: (places[n][0] + room, places[n][1]) for n in document.graph.downstream(node_id) if n in places}
        return edits.move(changed, behind)

    return (Fix("insert_reshape", (("shape", shape),), apply),)


def _fits(shape: Shape) -> bool:
    return all(1 <= size <= 100_000 for size in shape)


def _return_sequences(document: Document, node_id: str) -> tuple[Fix, ...]:
    (source,) = document.graph.sources[node_id]
    before = document.graph.by_id[source].layer
    if "return_sequences" not in limits(before):
        return ()
    changed = replace(before, **{"return_sequences": True})
    return (Fix("return_sequences", (), lambda d: edits.set_layer(d, source, changed)),)


def _use_same(document: Document, node_id: str) -> tuple[Fix, ...]:
    layer = document.graph.by_id[node_id].layer
    if "padding" not in limits(layer):
        return ()
    changed = replace(layer, **{"padding": "same"})
    return (Fix("use_same", (), lambda d: edits.set_layer(d, node_id, changed)),)
