"""Where the tensors of a call stand: in a row, or, for a matrix product, around a corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playground.ui.lab.tensors.axes import Frame
from playground.ui.lab.tensors.sheet import LARGEST, SMALLEST, WITH_NUMBERS

# Between two tensors; above each its name and facts, and below the lines between cells; a corner's gap: in pixels.
SIGN, HEAD, LINES, CORNER = 40, 36, 44, 12
# Smaller cells say nothing.
TINY = 3
# A tensor's name and facts have this much room; where there are many tensors, less.
LEAST, LEAST_OF_MANY, MANY = 176, 112, 3


@dataclass(frozen=True, slots=True)
class Extent:
    """What a tensor takes: so many cells, and the frame around them."""

    columns: float
    rows: float
    frame: Frame

    def wide(self, side: int) -> int:
        return round(self.columns * side) + self.frame.left + self.frame.right

    def high(self, side: int) -> int:
        return round(self.rows * side) + self.frame.top + self.frame.bottom


@dataclass(frozen=True, slots=True)
class Placing:
    """The side of a cell, and of each tensor the upper left corner of its grid, in pixels."""

    side: int
    corners: tuple[tuple[int, int], ...]


def height_of(sizes: Sequence[Extent], placing: Placing) -> int:
    """How much room all take, with the lines below them, in pixels."""
    tensors = zip(sizes, placing.corners, strict=True)
    return max((y + one.high(placing.side) for one, (_, y) in tensors), default=0) + LINES


def in_row(sizes: Sequence[Extent], least: int, room: tuple[int, int]) -> Placing:
    """Tensors beside each other, none with less than the `least` width for its name."""

    def wide(one: Extent, side: int) -> int:
        return max(least, one.wide(side))

    def fits(side: int) -> bool:
        width = sum(wide(one, side) for one in sizes) + SIGN * (len(sizes) - 1)
        height = max((one.high(side) for one in sizes), default=0)
        return width <= room[0] and height + HEAD + (LINES if side >= WITH_NUMBERS else 0) <= room[1]

    side = _largest(fits)
    corners, x = [], 0
    for one in sizes:
        corners.append((x, HEAD))
        x += wide(one, side) + SIGN
    return Placing(side, tuple(corners))


def in_corner(left: Extent, above: Extent, room: tuple[int, int]) -> Placing:
    """The first at the left, the second above, and where its rows meet the other's columns the result."""

    def fits(side: int) -> bool:
        width = left.wide(side) + above.wide(side) + CORNER
        return width <= room[0] and left.high(side) + above.high(side) + 3 * HEAD <= room[1]

    side = _largest(fits)
    x = left.wide(side) + CORNER
    y = HEAD + above.high(side) + HEAD
    return Placing(side, ((0, y), (x, HEAD), (x, y)))


@dataclass(frozen=True, slots=True)
class Way:
    """A way to place tensors: around a corner, pages one behind the other, with the names of axes."""

    in_corner: bool = False
    is_fanned: bool = False
    is_framed: bool = True


def placed(sizes: Sequence[Extent], way: Way, room: tuple[int, int]) -> Placing:
    """Tensors of these sizes in a room, each with enough of it for its name where there are not too many."""
    if way.in_corner:
        return in_corner(sizes[0], sizes[1], room)
    least, count = LEAST if len(sizes) <= MANY else LEAST_OF_MANY, len(sizes)
    return in_row(sizes, min(least, (room[0] - SIGN * count) // max(1, count)), room)


def best_way(
    sizes_of: Callable[[Way], Sequence[Extent]], can_corner: bool, room: tuple[int, int]
) -> tuple[Way, Placing]:
    """The way that says most of those that leave room for numbers.

    Where none does, it is the plain one, or that with the largest cells if they would say nothing.
    """
    found = []
    for corner in (True, False) if can_corner else (False,):
        for fanned in (False, True):
            for framed in (True, False):
                way = Way(corner, fanned, framed)
                found.append((way, placed(sizes_of(way), way, room)))
                if found[-1][1].side >= WITH_NUMBERS:
                    return found[-1]
    plain = next(one for one in found if not one[0].in_corner)
    return plain if plain[1].side >= TINY else max(found, key=lambda one: one[1].side)


def _largest(fits: Callable[[int], bool]) -> int:
    return next((side for side in range(LARGEST, SMALLEST, -1) if fits(side)), SMALLEST)
