"""Where the cells of a tensor stand: rank 0 a cell, 1 a row, 2 a grid, 3 pages in a row, 4 pages down and across."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Between two pages, in cells.
BETWEEN = 0.6
# A cell's side in pixels, and from which side on a number fits into it.
LARGEST, SMALLEST, WITH_NUMBERS = 58, 3, 22


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tensor's pages, each of `rows` and `columns`; so many pages `down` and `across`. Sizes are in cells."""

    rows: int
    columns: int
    down: int
    across: int

    @property
    def width(self) -> float:
        return self.across * self.columns + BETWEEN * (self.across - 1)

    @property
    def height(self) -> float:
        return self.down * self.rows + BETWEEN * (self.down - 1)

    def corner(self, place: int) -> tuple[float, float]:
        """The upper left corner of the cell at this flat place: x, y."""
        page, within = divmod(place, self.rows * self.columns)
        row, column = divmod(within, self.columns)
        page_down, page_across = divmod(page, self.across)
        return page_across * (self.columns + BETWEEN) + column, page_down * (self.rows + BETWEEN) + row

    def at(self, x: float, y: float) -> int | None:
        """The flat place of the cell there; None between pages and outside."""
        across, column = divmod(x, self.columns + BETWEEN)
        down, row = divmod(y, self.rows + BETWEEN)
        if not (0 <= across < self.across and 0 <= down < self.down and column < self.columns and row < self.rows):
            return None
        page = int(down) * self.across + int(across)
        return page * self.rows * self.columns + int(row) * self.columns + int(column)

    def side(self, width: float, height: float) -> int:
        """The side of a cell in pixels, so that all of it has room."""
        room = min(width / max(self.width, 1), height / max(self.height, 1))
        return max(SMALLEST, min(LARGEST, int(room)))


def sheet_of(shape: tuple[int, ...]) -> Sheet:
    """How a tensor of this shape is laid out; of more than four axes the first ones go down together."""
    lengths = (1, 1, 1, 1, *shape)[-4:] if len(shape) < 4 else shape[-4:]
    further = math.prod(shape[:-4])
    pages, across, rows, columns = lengths
    return Sheet(max(rows, 1), max(columns, 1), max(pages * further, 1), max(across, 1))
