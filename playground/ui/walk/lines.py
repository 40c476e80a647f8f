"""The connections of a walk: which there are, how they run, and what each carries forwards and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from playground.document.graph import OUTPUT
from playground.frames.walk import Stop, Walk
from playground.ui.walk.acts import FOLDED_AWAY, folded_nodes
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.formula import Weight
from playground.ui.walk.layout import Card

# Weights of one layer that get a line.
MOST_LINES = 600


@dataclass(frozen=True, slots=True)
class Line:
    """A connection from `source` to `node`. weight: whose it is, None where it has none. back: its part of dL/da of
    the source's unit, or, without a weight, None."""

    source: str
    node: str
    path: QPainterPath
    weight: Weight | None = None
    value: float = 1.0
    gradient: float = 0.0
    back: float | None = None

    def is_at(self, point: QPointF, reach: float) -> bool:
        """Whether the pointer is on it."""
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * reach)
        return self.path.boundingRect().adjusted(-reach, -reach, reach, reach).contains(point) and bool(
            stroker.createStroke(self.path).contains(point)
        )


def lines_of(walk: Walk, hand: ByHand, cards: Mapping[str, Card]) -> tuple[Line, ...]:
    """All that have a place."""
    stops, folded = {stop.node: stop for stop in walk.stops}, folded_nodes(walk)
    found: list[Line] = []
    for stop in walk.stops:
        for source in dict.fromkeys(stop.sources):
            if source in cards and stop.node in cards:
                found += _between(stops[source], stop, hand, cards)
            elif source in cards and stop.node in folded:
                found.append(_plain(source, FOLDED_AWAY, cards))
            elif source in folded and stop.node in cards:
                found.append(_plain(FOLDED_AWAY, stop.node, cards))
    return tuple(found)


def _plain(source: str, node: str, cards: Mapping[str, Card]) -> Line:
    """One line for all that goes from one card to another."""
    return Line(source, node, curve(cards[source].port(None, True), cards[node].port(None, False)))


def _between(source: Stop, stop: Stop, hand: ByHand, cards: Mapping[str, Card]) -> Iterator[Line]:
    start, end = cards[source.node], cards[stop.node]
    dense = stop.node != OUTPUT and hand.layer(stop.node).kind == "Dense" and stop.arrays and stop.delta is not None
    if not (dense and start.rows and end.rows):
        yield _plain(source.node, stop.node, cards)
        return
    kernel, gradient, delta = stop.arrays[0], stop.gradients[0], np.asarray(stop.delta)
    units = [unit for unit in start.rows if unit is not None]
    shown = [(i, j) for i in units for j in end.rows if j is not None]
    for i, j in sorted(shown, key=lambda place: -abs(kernel[place]))[:MOST_LINES]:
        yield Line(
            source.node,
            stop.node,
            curve(start.port(i, True), end.port(j, False)),
            (stop.node, 0, (i, j)),
            float(kernel[i, j]),
            float(gradient[i, j]),
            float(kernel[i, j] * delta[j]),
        )


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """From one side to the other, level at both ends."""
    path, half = QPainterPath(start), (end.x() - start.x()) / 2
    path.cubicTo(QPointF(start.x() + half, start.y()), QPointF(end.x() - half, end.y()), end)
    return path
