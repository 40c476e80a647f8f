"""Aligning and distributing cards, and the lines that a moved card snaps to. No Qt."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playground.ui.canvas.layout.box import Box, Place

# Which share of its width or height of a box is brought onto one line.
EDGES = {"left": 0.0, "centre": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
ACROSS = ("left", "centre", "right")
SNAP_REACH = 6.0


def align(boxes: Mapping[str, Box], edge: str) -> dict[str, Place]:
    """The places that bring this edge of every box onto one line: the outermost, or the middle of all."""
    if not boxes:
        return {}
    share, across = EDGES[edge], edge in ACROSS
    spans = {name: _span(box, across) for name, box in boxes.items()}
    low, high = min(start for start, _ in spans.values()), max(start + size for start, size in spans.values())
    line = low + share * (high - low)
    return {name: _put(box, across, line - share * spans[name][1]) for name, box in boxes.items()}


def distribute(boxes: Mapping[str, Box], across: bool) -> dict[str, Place]:
    """The places that leave equal gaps between the boxes; the first and the last stay. Fewer than three all stay."""
    ordered = sorted(boxes, key=lambda name: sum(_span(boxes[name], across)) - _span(boxes[name], across)[1] / 2)
    if len(ordered) < 3:
        return {}
    spans = [_span(boxes[name], across) for name in ordered]
    free = spans[-1][0] + spans[-1][1] - spans[0][0] - sum(size for _, size in spans)
    gap, at, places = free / (len(ordered) - 1), spans[0][0], {}
    for name, (_, size) in zip(ordered, spans, strict=True):
        places[name] = _put(boxes[name], across, at)
        at += size + gap
    return places


def _span(box: Box, across: bool) -> tuple[float, float]:
    """Where the box begins and how long it is, along one axis."""
    return (box.x, box.width) if across else (box.y, box.height)


def _put(box: Box, across: bool, start: float) -> Place:
    return (start, box.y) if across else (box.x, start)


@dataclass(frozen=True, slots=True)
class Guide:
    """A thin line at `at` of one axis, from `low` to `high` of the other; `upright` ones stand at an x."""

    upright: bool
    at: float
    low: float
    high: float


class Lines:
    """The edges and centres of the cards that stay, sorted, so that the nearest is found at once."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = tuple(boxes)
        self._sorted = {
            across: tuple(sorted({_lines(box, across)[kind] for box in self._boxes}) for kind in range(3))
            for across in (True, False)
        }

    def snap(self, moved: Box, reach: float = SNAP_REACH) -> tuple[Place, tuple[Guide, ...]]:
        """How far a moved box still has to go for its edges or centre to meet another's, and the lines that show it."""
        right, down = self._nearest(moved, True, reach), self._nearest(moved, False, reach)
        there = Box(moved.x + (right or 0.0), moved.y + (down or 0.0), moved.width, moved.height)
        upright = self._guides(there, True) if right is not None else []
        level = self._guides(there, False) if down is not None else []
        return (right or 0.0, down or 0.0), (*upright, *level)

    def _nearest(self, moved: Box, across: bool, reach: float) -> float | None:
        """The shortest way to a line of the same kind: start to start, centre to centre, end to end."""
        ways = []
        for ours, theirs in zip(_lines(moved, across), self._sorted[across], strict=True):
            at = bisect(theirs, ours)
            ways += [line - ours for line in theirs[max(0, at - 1) : at + 1]]
        return min((way for way in ways if abs(way) <= reach), key=abs, default=None)

    def _guides(self, moved: Box, across: bool) -> list[Guide]:
        """One line for each edge or centre that now agrees, as long as all the boxes that share it."""
        found = []
        for kind, at in enumerate(_lines(moved, across)):
            sharing = [box for box in self._boxes if abs(_lines(box, across)[kind] - at) < 0.5]
            if sharing:
                spans = [_span(box, not across) for box in (moved, *sharing)]
                found.append(Guide(across, at, min(s for s, _ in spans), max(s + size for s, size in spans)))
        return found


def _lines(box: Box, across: bool) -> tuple[float, float, float]:
    start, size = _span(box, across)
    return start, start + size / 2, start + size
