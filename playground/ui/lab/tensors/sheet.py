"""Where the cells of a tensor stand: rank 0 a cell, 1 a row, 2 a grid, 3 pages in a row, 4 pages down and across."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

# Between two pages, in cells.
BETWEEN = 0.6
# A cell's side in pixels, and from which side on a number fits into it.
LARGEST, SMALLEST, WITH_NUMBERS = 58, 1, 22


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


def sheet_of(shape: tuple[int, ...]) -> Sheet:
    """How a tensor of this shape is laid out; of more than four axes the first ones go down together."""
    lengths = (1, 1, 1, 1, *shape)[-4:] if len(shape) < 4 else shape[-4:]
    further = math.prod(shape[:-4])
    pages, across, rows, columns = lengths
    return Sheet(max(rows, 1), max(columns, 1), max(pages * further, 1), max(across, 1))


# Which cell of a tensor stands at each place of what is shown, as a flat place; REST stands for those left out.
Places = NDArray[np.int64]
REST = -1
# A row that is longer than that is shown by its first and last cells.
LONGEST_ROW, ENDS, MOST_ROWS, MOST_COPIES = 12, 5, 12, 256


def whole(shape: tuple[int, ...]) -> Places:
    """Each cell once, in its shape; of a few long rows the first and the last."""
    places = np.arange(math.prod(shape), dtype=np.int64).reshape(shape)
    rows = math.prod(shape[:-1])
    if not shape or shape[-1] <= LONGEST_ROW or rows > MOST_ROWS or len(shape) > 2:
        return places
    rest = np.full((*shape[:-1], 1), REST, np.int64)
    return np.concatenate([places[..., :ENDS], rest, places[..., -ENDS:]], axis=-1)


def stretched(shape: tuple[int, ...], wide: tuple[int, ...]) -> Places | None:
    """Each cell as often as broadcasting reads it; None where it is not stretched, or too much to be shown."""
    if shape == wide or not 0 < math.prod(wide) <= MOST_COPIES or len(whole(wide).ravel()) != math.prod(wide):
        return None
    try:
        return np.broadcast_to(np.arange(math.prod(shape), dtype=np.int64).reshape(shape), wide)
    except ValueError:
        return None


def turned(shape: tuple[int, ...]) -> Places:
    """A matrix with its rows as columns."""
    return np.arange(math.prod(shape), dtype=np.int64).reshape(shape).T


def united(places: Iterable[int], sheet: Sheet) -> list[list[int]]:
    """Places of one row or one column without a gap as one run; each alone where they are not."""
    ordered = sorted(places)
    steps = {after - before for before, after in pairwise(ordered)}
    page = sheet.rows * sheet.columns
    one_page = len({place // page for place in ordered}) == 1
    one_row = steps == {1} and len({place // sheet.columns for place in ordered}) == 1
    if one_page and (one_row or (steps == {sheet.columns} and sheet.columns > 0)):
        return [ordered]
    return [[place] for place in ordered]
