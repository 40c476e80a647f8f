"""Where the tensors of a call stand: in a row, or, for a matrix product, around a corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playground.ui.lab.tensors.sheet import LARGEST, SMALLEST, WITH_NUMBERS

# Between two tensors; around each grid; above each its name and facts, and below the lines between cells: in pixels.
SIGN, MARGIN, HEAD, LINES, CORNER = 40, 6, 36, 44, 36
Cells = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placing:
    """The side of a cell, and of each tensor the upper left corner of its grid, in pixels."""

    side: int
    corners: tuple[tuple[int, int], ...]


def height_of(sizes: Sequence[Cells], placing: Placing) -> int:
    """How much room all take, with the lines below them, in pixels."""
    tensors = zip(sizes, placing.corners, strict=True)
    return max((y + round(cells[1] * placing.side) + 2 * MARGIN for cells, (_, y) in tensors), default=0) + LINES


def in_row(sizes: Sequence[Cells], least: int, room: tuple[int, int]) -> Placing:
    """Tensors of so many cells beside each other, none with less than the `least` width for its name."""

    def wide(cells: Cells, side: int) -> int:
        return max(least, round(cells[0] * side) + 2 * MARGIN)

    def fits(side: int) -> bool:
        width = sum(wide(cells, side) for cells in sizes) + SIGN * (len(sizes) - 1)
        height = max((cells[1] * side for cells in sizes), default=0)
        return width <= room[0] and height + 2 * MARGIN + HEAD + (LINES if side >= WITH_NUMBERS else 0) <= room[1]

    side = _largest(fits)
    corners, x = [], 0
    for cells in sizes:
        corners.append((x, HEAD))
        x += wide(cells, side) + SIGN
    return Placing(side, tuple(corners))


def in_corner(left: Cells, above: Cells, room: tuple[int, int]) -> Placing:
    """The first at the left, the second above, and where its rows meet the other's columns the result."""

    def fits(side: int) -> bool:
        width = (left[0] + above[0]) * side + 4 * MARGIN + CORNER
        return width <= room[0] and (left[1] + above[1]) * side + 4 * MARGIN + 3 * HEAD <= room[1]

    side = _largest(fits)
    x = round(left[0] * side) + 2 * MARGIN + CORNER
    y = HEAD + round(above[1] * side) + 2 * MARGIN + HEAD
    return Placing(side, ((0, y), (x, HEAD), (x, y)))


def _largest(fits: Callable[[int], bool]) -> int:
    return next((side for side in range(LARGEST, SMALLEST, -1) if fits(side)), SMALLEST)
