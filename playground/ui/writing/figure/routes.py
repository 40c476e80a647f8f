"""How connections go: straight, in a bow past what stands between, or down to where the next row begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playground.ui.writing.figure.marks import Path, Point

TIP, CLEAR, APART = 3.0, 12.0, 9.0
# Nearer heights are one.
LEVEL = 1.0


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a node stands: the middle of its shape, half its width and height, and how far its labels reach."""

    x: float
    y: float
    half: Point
    labels: Point

    @property
    def right(self) -> Point:
        return self.x + self.half[0], self.y

    @property
    def left(self) -> Point:
        return self.x - self.half[0] - TIP, self.y


class Routes:
    """Paths of a figure; bows that would lie on each other go beside each other."""

    def __init__(self, stood: dict[str, Stood]) -> None:
        self._stood, self._bows = stood, list[tuple[float, float, float]]()

    def between(self, source: str, target: str) -> Path:
        """The arrow from one to the other."""
        one, other = self._stood[source], self._stood[target]
        if other.left[0] <= one.right[0]:
            return self._to_next_row(one, other)
        between = list(self._between(one, other, (source, target)))
        (x1, y1), (x2, y2) = one.right, other.left
        if between:
            return self._past(one.right, other.left, between)
        if abs(y1 - y2) < LEVEL:
            return Path((x1, y1), (((x2, y1),),))
        middle = (x1 + x2) / 2
        return Path((x1, y1), (((middle, y1), (middle, y2), (x2, y2)),))

    def _between(self, one: Stood, other: Stood, ends: tuple[str, str]) -> Iterator[Stood]:
        """What stands in the way of a straight line."""
        low, high = sorted((one.y, other.y))
        for name, stood in self._stood.items():
            within = one.x < stood.x < other.x and name not in ends
            if within and stood.y - stood.half[1] - CLEAR < high and stood.y + stood.labels[1] > low:
                yield stood

    def _past(self, start: Point, end: Point, others: list[Stood]) -> Path:
        """Above all of them, or below where that is nearer."""
        above = min(each.y - each.half[1] for each in others) - CLEAR - 4
        below = max(each.y + each.labels[1] for each in others) + CLEAR
        middle = (start[1] + end[1]) / 2
        way = -1 if middle - above <= below - middle else 1
        left = max(min(each.x - each.labels[0] for each in others), start[0] + 30)
        right = min(max(each.x + each.labels[0] for each in others), end[0] - 30)
        left, right = (left, right) if left < right else ((start[0] + end[0]) / 2,) * 2
        height = above if way < 0 else below
        while any(a < right and left < b and abs(height - taken) < APART for a, b, taken in self._bows):
            height += way * APART
        self._bows.append((left, right, height))
        up = ((start[0] + left) / 2, start[1]), ((start[0] + left) / 2, height), (left, height)
        down = ((end[0] + right) / 2, height), ((end[0] + right) / 2, end[1]), end
        return Path(start, (up, ((right, height),), down))

    def _to_next_row(self, one: Stood, other: Stood) -> Path:
        """Down between the rows, with round corners."""
        (x1, y1), (x2, y2) = one.right, other.left
        right = max(x1 + 18, one.x + one.labels[0] + CLEAR / 2)
        left = min(x2 - 22, other.x - other.labels[0] - CLEAR / 2)
        ends = [each.y + each.labels[1] for each in self._stood.values() if each.y - each.half[1] < (y1 + y2) / 2]
        between = max((end for end in ends if end < y2), default=(y1 + y2) / 2)
        tops = [each.y - each.half[1] for each in self._stood.values() if each.y - each.half[1] > between]
        height = (between + min(tops, default=y2)) / 2
        corners = [(right, y1), (right, height), (left, height), (left, y2)]
        return Path((x1, y1), (*_rounded((x1, y1), corners, (x2, y2)), ((x2, y2),)))


def _rounded(start: Point, corners: list[Point], end: Point, radius: float = 6.0) -> Iterator[tuple[Point, ...]]:
    points = [start, *corners, end]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _towards(corner, before, radius), _towards(corner, after, radius)
        yield (into,)
        yield corner, corner, out


def _towards(start: Point, end: Point, most: float) -> Point:
    """A point on the way from one to the other, no farther than half of it."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = max((x * x + y * y) ** 0.5, 1e-9)
    share = min(most, length / 2) / length
    return start[0] + x * share, start[1] + y * share


def lines_between(one: Stood, heights: Iterable[float], other: Stood, ends: tuple[float, ...]) -> Iterator[Path]:
    """A thin line from each neuron of a layer to each of the next."""
    for start in heights:
        for end in ends:
            yield Path((one.right[0], one.y + start), (((other.x - other.half[0], other.y + end),),), 0.4, head=False)
