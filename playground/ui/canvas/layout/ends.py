"""Where each connection meets its cards: side by side, in the order of what is at their other ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF

from playground.document.graph import Edge
from playground.ui.canvas.layout.box import Box

PORT_STEP = 14.0


class Ends:
    """Remembers where all ends are, so that a moved card costs only what is joined to it."""

    def __init__(self) -> None:
        self._edges: tuple[Edge, ...] = ()
        self._leaving: dict[str, list[Edge]] = {}
        self._coming: dict[str, list[Edge]] = {}
        self._starts: dict[Edge, QPointF] = {}
        self._ends: dict[Edge, QPointF] = {}

    def show_edges(self, edges: tuple[Edge, ...]) -> set[str]:
        """These connections and no others; the nodes that have others than before."""
        if edges is self._edges:
            return set()
        changed = set(self._edges) ^ set(edges)
        self._edges = edges
        for edge in changed:
            self._starts.pop(edge, None)
            self._ends.pop(edge, None)
        self._leaving, self._coming = defaultdict(list), defaultdict(list)
        for edge in edges:
            self._leaving[edge.source].append(edge)
            self._coming[edge.target].append(edge)
        return {end for edge in changed for end in (edge.source, edge.target)}

    def places(self, moved: Collection[str], boxes: Mapping[str, Box]) -> dict[Edge, tuple[QPointF, QPointF]]:
        """Start and end of each connection that changes when these cards have moved."""

        def middle(name: str) -> float:
            return boxes[name].y + boxes[name].height / 2

        # What is joined to a moved card may have to change the order of its own ends.
        leaving, coming = set(moved), set(moved)
        for name in tuple(leaving):
            coming.update(edge.target for edge in self._leaving.get(name, ()))
            leaving.update(edge.source for edge in self._coming.get(name, ()))
        changed: dict[Edge, None] = {}
        for name in leaving:
            beside, box = self._leaving.get(name, []), boxes[name]
            if len(beside) > 1:
                beside = sorted(beside, key=lambda edge: middle(edge.target))
            changed.update(_spread(beside, box.x + box.width, box, self._starts))
        for name in coming:
            beside, box = self._coming.get(name, []), boxes[name]
            if len(beside) > 1:
                beside = sorted(beside, key=lambda edge: middle(edge.source))
            changed.update(_spread(beside, box.x, box, self._ends))
        return {edge: (self._starts[edge], self._ends[edge]) for edge in changed}


def _spread(beside: list[Edge], x: float, box: Box, places: dict[Edge, QPointF]) -> dict[Edge, None]:
    """Write down where these ends are, one below the other at the middle of one side of a card; those that moved."""
    moved: dict[Edge, None] = {}
    step = min(PORT_STEP, (box.height - 24) / max(1, len(beside)))
    top = box.y + box.height / 2 - (len(beside) - 1) / 2 * step
    for row, edge in enumerate(beside):
        place = QPointF(x, top + row * step)
        if places.get(edge) != place:
            places[edge], moved[edge] = place, None
    return moved
