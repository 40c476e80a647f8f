"""Where the cells of a tensor stand: rank 0 a cell, 1 a row, 2 a grid, 3 pages in a row, 4 pages down and across."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

# Between two pages, and what is seen of one that lies behind another, in cells.
BETWEEN, STRIP = 0.6, 1.25
# A cell's side in pixels, and from which side on a number fits into it.
LARGEST, SMALLEST, WITH_NUMBERS = 58, 1, 22


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tensor's pages, each of `rows` and `columns`; so many pages `down` and `across`. Sizes are in cells.

    Fanned, they lie one behind the other, and of each but the one in front a strip is seen.
    """

    rows: int
    columns: int
    down: int
    across: int
    is_fanned: bool = False

    @property
    def pages(self) -> int:
        return self.down * self.across

    @property
    def step_x(self) -> float:
        """From one page to the next."""
        return min(STRIP, self.columns + BETWEEN) if self.is_fanned else self.columns + BETWEEN

    @property
    def step_y(self) -> float:
        return min(STRIP, self.rows + BETWEEN) if self.is_fanned else self.rows + BETWEEN

    @property
    def width(self) -> float:
        return self.columns + self.step_x * (self.across - 1)

    @property
    def height(self) -> float:
        return self.rows + self.step_y * (self.down - 1)

    def page(self, number: int) -> tuple[float, float]:
        """The upper left corner of a page: x, y."""
        down, across = divmod(number, self.across)
        return across * self.step_x, down * self.step_y

    def corner(self, place: int) -> tuple[float, float]:
        """The upper left corner of the cell at this flat place: x, y."""
        page, within = divmod(place, self.rows * self.columns)
        row, column = divmod(within, self.columns)
        x, y = self.page(page)
        return x + column, y + row

    def behind(self, front: int) -> list[int]:
        """The pages from the hindmost to the one in front."""
        if not self.is_fanned:
            return list(range(self.pages))
        down, across = divmod(front, self.across)

        def far(page: int) -> int:
            page_down, page_across = divmod(page, self.across)
            return abs(page_down - down) + abs(page_across - across)

        return sorted(range(self.pages), key=far, reverse=True)

    def at(self, x: float, y: float, front: int = 0) -> int | None:
        """The flat place of the cell there, of the page that covers the others; None between pages and outside."""
        if x < 0 or y < 0 or x >= self.width or y >= self.height:
            return None
        open_page = int(y // self.step_y) * self.across + int(x // self.step_x)
        for page in reversed(self.behind(front)) if self.is_fanned else (open_page,):
            left, top = self.page(page)
            column, row = x - left, y - top
            if 0 <= column < self.columns and 0 <= row < self.rows:
                return page * self.rows * self.columns + int(row) * self.columns + int(column)
        return None


def sheet_of(shape: tuple[int, ...], is_fanned: bool = False) -> Sheet:
    """How a tensor of this shape is laid out; of more than four axes the first ones go down together."""
    lengths = (1, 1, 1, 1, *shape)[-4:] if len(shape) < 4 else shape[-4:]
    further = math.prod(shape[:-4])
    pages, across, rows, columns = lengths
    return Sheet(max(rows, 1), max(columns, 1), max(pages * further, 1), max(across, 1), is_fanned)


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
