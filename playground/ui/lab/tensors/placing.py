"""Where the tensors of a call stand: in a row, or, for a matrix product, around a corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playground.ui.lab.tensors.axes import Frame
from playground.ui.lab.tensors.sheet import LARGEST, SMALLEST, WITH_NUMBERS

# Between two tensors; above each its name and facts, and below the lines between cells; a corner's gap: in pixels.
SIGN, HEAD, LINES, CORNER = 40, 36, 44, 12


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


def opened_or_folded(
    opened: Sequence[Extent], folded: Sequence[Extent], placed: Callable[[Sequence[Extent]], Placing]
) -> tuple[Sequence[Extent], Placing, bool]:
    """Pages beside each other, or one behind the other where only that leaves room for numbers, and whether so."""
    placing = placed(opened)
    if placing.side < WITH_NUMBERS and (behind := placed(folded)).side >= WITH_NUMBERS:
        return folded, behind, True
    return opened, placing, False


def _largest(fits: Callable[[int], bool]) -> int:
    return next((side for side in range(LARGEST, SMALLEST, -1) if fits(side)), SMALLEST)
