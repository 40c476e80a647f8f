"""Where nodes stand: columns from left to right, free places, room for one more. No Qt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import accumulate, pairwise
from math import hypot

from playground.document.graph import DATA, OUTPUT, Graph
from playground.document.layers.dense import Dense
from playground.ui.canvas.layout.box import Box, Place, Size
from playground.ui.canvas.layout.crowd import Crowd
from playground.ui.canvas.layout.first_sight import MOST_BY_HAND, MOST_UNITS_BY_HAND

GRID = 8.0
COLUMN_GAP = 72.0
# Between columns that the lines of weights join, which have no label on their way.
LINES_GAP = 40.0
# Where each weight can have a chip on its line, by how many neurons at most stand in a column: where lines cross,
# chips stand beside each other.
CHIP_GAPS = {1: 112.0, 2: 184.0, 3: 272.0}
ROW_GAP = 40.0
# Rows of a deep network: a line goes down between two of them.
TURN_GAP = 56.0
# What a canvas has room for where nobody has said.
ROOM: Size = (850.0, 490.0)
FEWEST_WRAPPED = 9
# A connection that passes a column keeps a lane of this height free in it.
LANE_HEIGHT = 24.0
DEFAULT_SIZE: Size = (112.0, 112.0)


def snap(value: float) -> float:
    """The nearest line of the grid."""
    return round(value / GRID) * GRID


def columns(
    graph: Graph, sizes: Mapping[str, Size], opened: Collection[str] = (), room: Size = ROOM
) -> dict[str, Place]:
    """Every node's top left corner: Data at the left, each node right of its sources, Output last, none overlapping.

    The same graph gives the same places. `sizes` are widths and heights by node id; one that is
    missing counts as DEFAULT_SIZE. Lines of weights lead into `opened` ones. A deep network goes on in a next row,
    after as many columns as let it fill a canvas of this `room` best.
    """
    depths = _depths(graph)
    lanes, neighbours = _lanes(graph, depths)
    grid: list[list[str]] = [[] for _ in range(max(depths.values()) + 1)]
    for name, depth in {**depths, **lanes}.items():
        grid[depth].append(name)
    _untangle(grid, neighbours)
    gap = _lines_gap(graph, opened)
    stacks = [_Stack(column, sizes, lanes, opened, gap) for column in grid]
    places = _in_rows(stacks, _row_ends(graph, depths, stacks, room))
    return {node.id: places[node.id] for node in graph.nodes}


def _lines_gap(graph: Graph, opened: Collection[str]) -> float:
    """How wide the lines of weights are: in a network to be worked out by hand there is room for a number on each."""
    units = [layer.units for name in opened if isinstance(layer := graph.by_id[name].layer, Dense)]
    if not units or max(units) > MOST_UNITS_BY_HAND or any(a * b > MOST_BY_HAND for a, b in pairwise(units)):
        return LINES_GAP
    return CHIP_GAPS[max(units)]


def _depths(graph: Graph) -> dict[str, int]:
    """Node id -> column. Nodes on a loop follow those that feed them, in the order they were made."""
    depths: dict[str, int] = {DATA: 0}
    rest = [node.id for node in graph.nodes if node.id not in graph.order]
    for node_id in (*graph.order, *rest):
        known = [depths[source] for source in graph.sources[node_id] if source in depths]
        depths.setdefault(node_id, max(known, default=0) + 1)
    depths[OUTPUT] = max([1, *(depth + (name != OUTPUT) for name, depth in depths.items())])
    return depths


def _lanes(graph: Graph, depths: Mapping[str, int]) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Place holders for connections that pass columns, and who is joined to whom through them."""
    lanes: dict[str, int] = {}
    neighbours: dict[str, list[str]] = {node_id: [] for node_id in depths}
    for number, edge in enumerate(graph.edges):
        before = edge.source
        for depth in range(depths[edge.source] + 1, depths[edge.target]):
            lane = f"\0{number}.{depth}"
            lanes[lane] = depth
            neighbours[lane] = [before]
            neighbours[before].append(lane)
            before = lane
        neighbours[before].append(edge.target)
        neighbours[edge.target].append(before)
    return lanes, neighbours


def _untangle(grid: list[list[str]], neighbours: Mapping[str, list[str]]) -> None:
    """Sort each column by the mean rank of what it is joined to, sweeping right and left."""
    rank = {name: _share(row, len(column)) for column in grid for row, name in enumerate(column)}
    for sweep in range(4):
        for index in range(1, len(grid)) if sweep % 2 == 0 else range(len(grid) - 2, -1, -1):
            beside = set(grid[index - 1] if sweep % 2 == 0 else grid[index + 1])
            means = {
                name: _mean([rank[n] for n in neighbours[name] if n in beside], rank[name]) for name in grid[index]
            }
            grid[index].sort(key=means.__getitem__)
            for row, name in enumerate(grid[index]):
                rank[name] = _share(row, len(grid[index]))


def _share(row: int, count: int) -> float:
    return (row + 0.5) / count


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


class _Stack:
    """A column: its nodes and lanes below each other, centred on a line."""

    def __init__(
        self, names: list[str], sizes: Mapping[str, Size], lanes: Mapping[str, int], opened: Collection[str],
        lines_gap: float,
    ) -> None:  # fmt: skip
        self.names = names
        self.boxes = [(0.0, LANE_HEIGHT) if name in lanes else sizes.get(name, DEFAULT_SIZE) for name in names]
        self.width = max((box[0] for box in self.boxes), default=0.0)
        self.height = sum(box[1] for box in self.boxes) + ROW_GAP * (len(self.boxes) - 1)
        self.gap = lines_gap if all(name in opened for name in names) else COLUMN_GAP

    def places(self, left: float, middle: float) -> dict[str, Place]:
        found, top = {}, middle - self.height / 2
        for name, (width, height) in zip(self.names, self.boxes, strict=True):
            # Rounding down both keeps the gaps within a step of the grid, so nothing can touch.
            found[name] = (snap(left + (self.width - width) / 2), snap(top))
            top += height + ROW_GAP
        return found


def _in_rows(stacks: list[_Stack], ends: Collection[int]) -> dict[str, Place]:
    """Columns side by side; after those at `ends` the next row begins."""
    pitch = max(stack.height for stack in stacks) + TURN_GAP
    places: dict[str, Place] = {}
    left = middle = 0.0
    for number, stack in enumerate(stacks):
        places.update(stack.places(left, middle))
        left += stack.width + (stacks[number + 1].gap if number + 1 < len(stacks) else 0.0)
        if number in ends:
            left, middle = 0.0, middle + pitch
    return places


def _row_ends(graph: Graph, depths: Mapping[str, int], stacks: list[_Stack], room: Size) -> tuple[int, ...]:
    """After which columns to go on in a next row: so that all is as large as it can be in the room."""
    joints = _joints(graph, depths)
    if len(stacks) < FEWEST_WRAPPED or not joints:
        return ()
    pitch, best = max(stack.height for stack in stacks) + TURN_GAP, 0.0
    found: tuple[int, ...] = ()
    reach = [0.0, *accumulate(stack.width + stack.gap for stack in stacks)]
    for most in range(len(stacks), 3, -1):
        ends = _wrapped(stacks, joints, most)
        starts = [0, *(end + 1 for end in ends), len(stacks)]
        wide = max(reach[last] - reach[first] for first, last in pairwise(starts))
        fit = min(room[0] / wide, room[1] / (pitch * (len(starts) - 1)), 1.0)
        if fit > best * 1.02:
            best, found = fit, ends
    return found


def _wrapped(stacks: list[_Stack], joints: Collection[int], most: int) -> tuple[int, ...]:
    """The last joint of each row of at most so many columns, where there is one."""
    ends: list[int] = []
    first = last = 0
    for number in range(len(stacks) - 1):
        last = number if number in joints else last
        if number - first + 1 >= most and last >= first and last in joints:
            ends.append(last)
            first = last + 1
    return tuple(ends)


def _joints(graph: Graph, depths: Mapping[str, int]) -> frozenset[int]:
    """Columns that one connection alone leads out of, to the next: a row can end there."""
    across: defaultdict[int, int] = defaultdict(int)
    for edge in graph.edges:
        first, last = sorted((depths[edge.source], depths[edge.target]))
        for depth in range(first, last):
            across[depth] += 1
    counts = Counter(depths.values())
    return frozenset(depth for depth, count in across.items() if count == 1 and counts[depth] == counts[depth + 1] == 1)


@cache
def _outwards() -> tuple[tuple[int, int], ...]:
    """Steps of a grid around a point, the nearest first."""
    steps = ((dx, dy) for dx in range(-40, 41) for dy in range(-40, 41))
    return tuple(sorted(steps, key=lambda step: (hypot(*step), -step[1], -step[0])))


def free_place(wanted: Place, size: Size, taken: Iterable[Box], gap: float = 24.0) -> Place:
    """The place on the grid nearest to `wanted` where a box of `size` stands clear of those taken."""
    boxes = tuple(taken)
    crowd = Crowd(boxes)
    x, y = snap(wanted[0]), snap(wanted[1])
    for dx, dy in _outwards():
        box = Box(x + dx * 2 * GRID, y + dy * 2 * GRID, *size)
        if not crowd.meets(box, gap):
            return box.x, box.y
    lowest = max(box.y + box.height for box in boxes)
    return x, snap(lowest + gap + GRID)


def is_covered(boxes: Mapping[str, Box]) -> bool:
    """Whether any two of them meet."""
    crowd = Crowd()
    for box in boxes.values():
        if crowd.meets(box):
            return True
        crowd.add(box)
    return False


def turns_back(graph: Graph, boxes: Mapping[str, Box], node_id: str) -> bool:
    """Whether a connection of this node leads backwards."""
    own = boxes[node_id]
    left = [boxes[name] for name in graph.sources[node_id] if name in boxes]
    right = [boxes[name] for name in graph.targets[node_id] if name in boxes]
    return any(box.x + box.width > own.x for box in left) or any(box.x < own.x + own.width for box in right)


def make_room(graph: Graph, boxes: Mapping[str, Box], node_id: str, gap: float = 40.0) -> dict[str, Place]:
    """New places for what stands behind a node just put in, moved right so that the node has its gap."""
    own = boxes[node_id]
    behind = graph.downstream(node_id) - {node_id}
    ahead = [box for name in graph.targets[node_id] if (box := boxes.get(name)) is not None]
    shift = max((own.x + own.width + gap - box.x for box in ahead), default=0.0)
    if shift <= 0:
        return {}
    shift = snap(shift + GRID / 2)
    return {name: (boxes[name].x + shift, boxes[name].y) for name in boxes if name in behind}
