"""The columns of a large table in one float32 array, which grows as its rows come."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from playground.document.checks.memory import free_bytes
from playground.tables.blocks import IrregularError
from playground.tables.cells import MOST_FAULTS, Grid
from playground.tables.columns import CATEGORY, MOST_CLASSES, MOSTLY, NUMBER, TEXT, YES, Column, natural
from playground.tables.numbers import YES_NO, number_of
from playground.tables.parts import Part, Plan, Words
from playground.tables.reading import Fault, Remark, TableError

# More different words are no category, whatever else comes.
MOST_WORDS = 1000
# Of each number there are so many by the time a network learns: read, prepared, in the window and in the worker.
COPIES = 6


def refuse_beyond_memory(rows: int, columns: int) -> None:
    """Raises TableError where that many numbers are more than the memory that can be had."""
    needed, free = 4 * COPIES * rows * columns, free_bytes()
    if needed > free:
        raise TableError("does_not_fit", rows=rows, needed=needed >> 20, free=free >> 20)


class Rows(Sequence[tuple[str, ...]]):
    """A large table's rows: the texts of some, the others' as their values are written."""

    def __init__(self, columns: tuple[Column, ...], known: dict[int, tuple[str, ...]], count: int) -> None:
        self._columns, self._known, self._count = columns, known, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> tuple[str, ...]:  # type: ignore[override]  # no slices
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self._known.get(place) or tuple(_text(column, float(column.held[place])) for column in self._columns)


def cells_of(grid: Grid, column: Column) -> list[str]:
    """All cells of a column as texts."""
    if not isinstance(grid.rows, Rows):
        place = grid.names.index(column.name)
        return [row[place] for row in grid.rows]
    different, places = np.unique(column.held, return_inverse=True)
    words = [_text(column, float(value)) for value in different]
    return [words[place] for place in places.tolist()]


def _text(column: Column, held: float) -> str:
    if held != held or column.kind not in (NUMBER, CATEGORY, YES):
        return ""
    value = held + column.shift
    if column.words:
        return column.words[int(value)]
    return str(int(value)) if value.is_integer() else f"{value:.7g}"


class Store:
    """Takes parts in their order; `capacity` rows have room at first, of which only those that come take memory."""

    def __init__(self, plan: Plan, capacity: int) -> None:
        self._plan, self._kinds = plan, list(plan.kinds)
        self._place = {column: at for at, column in enumerate(plan.used)}
        self._held = np.empty((len(self._place), max(capacity, 1)), np.float32)
        self._words: dict[int, dict[str, int]] = {column: {} for column in plan.used if plan.kinds[column] != NUMBER}
        self._shifts: dict[int, float] = {}
        self._missing = dict.fromkeys(plan.used, 0)
        self._faults: list[Fault] = []
        self._cell_faults: dict[int, list[Fault]] = {column: [] for column in plan.used}
        self._lines: list[range | NDArray[np.int64]] = []
        self._known: dict[int, tuple[str, ...]] = {}
        self.rows = 0

    def add(self, part: Part, known: dict[int, tuple[str, ...]]) -> None:
        """The next rows. Raises IrregularError where too many of them do not fit."""
        if self.rows + part.rows > self._held.shape[1]:
            self._grow(self.rows + part.rows)
        for column, values in part.values.items():
            into = self._held[self._place[column], self.rows : self.rows + part.rows]
            if isinstance(values, Words):
                self._add_words(column, values, into)
            else:
                shift = self._shift(column, values)
                np.subtract(values, shift, out=into, casting="unsafe")
            self._missing[column] += part.missing[column]
            self._cell_faults[column] += part.cell_faults.get(column, ())
        self._faults += part.faults
        if len(self._faults) > MOST_FAULTS or any(len(some) > MOST_FAULTS for some in self._cell_faults.values()):
            raise IrregularError
        self._lines.append(part.lines)
        self._known |= {self.rows + place: row for place, row in known.items()}
        self.rows += part.rows

    def _grow(self, needed: int) -> None:
        wider = np.empty((len(self._held), needed + needed // 4), np.float32)
        wider[:, : self.rows] = self._held[:, : self.rows]
        self._held = wider

    def _shift(self, column: int, values: NDArray[np.float64]) -> float:
        """What is taken from a column's values, as near to 0 a float32 tells more of them apart."""
        if column not in self._shifts:
            there = values[np.isfinite(values)]
            middle, spread = (float(there.mean()), float(there.std())) if len(there) else (0.0, 0.0)
            far = abs(middle) > 8 * spread
            self._shifts[column] = (float(round(middle)) if (there % 1 == 0).all() else middle) if far else 0.0
        return self._shifts[column]

    def _add_words(self, column: int, values: Words, into: NDArray[np.float32]) -> None:
        if self._kinds[column] == TEXT:
            return
        known = self._words[column]
        places = [known.setdefault(word, len(known)) for word in values.words]
        if len(known) > MOST_WORDS:
            self._kinds[column] = TEXT
            return
        # Its last is what -1 leads to.
        into[:] = np.array([*places, np.nan], np.float32)[values.codes]

    def grid(self, remarks: tuple[Remark, ...]) -> tuple[Grid, tuple[Column, ...]]:
        """All of it. Raises TableError where no row came, IrregularError where columns are other than they seemed."""
        if not self.rows:
            raise TableError("no_row_fits" if self._faults else "no_rows", cells=len(self._plan.names))
        columns = tuple(self._column(place, name) for place, name in enumerate(self._plan.names))
        rows = Rows(columns, self._known, self.rows)
        faults = tuple(sorted(self._faults, key=lambda fault: fault.line))
        return Grid(self._plan.names, rows, self._all_lines(), faults, remarks), columns

    def _all_lines(self) -> Sequence[int]:
        first, last = self._lines[0], self._lines[-1]
        if all(isinstance(some, range) for some in self._lines):
            return range(int(first[0]), int(last[-1]) + 1)
        return np.concatenate([np.asarray(some, np.int64) for some in self._lines])  # type: ignore[return-value]

    def _column(self, place: int, name: str) -> Column:
        kind = self._kinds[place]
        if place not in self._place or kind == TEXT:
            return Column(name, kind, np.broadcast_to(np.float32(np.nan), self.rows), (), self._missing.get(place, 0))
        held = self._held[self._place[place], : self.rows]
        if kind == NUMBER:
            faults = tuple(self._cell_faults[place])
            if len(faults) > (1 - MOSTLY) * (self.rows - self._missing[place]):
                raise IrregularError
            shift = self._shifts.get(place, 0.0)
            return Column(name, NUMBER, held, (), self._missing[place], faults=faults, shift=shift)
        return self._worded(place, name, held)

    def _worded(self, place: int, name: str, held: NDArray[np.float32]) -> Column:
        words, missing, shown = list(self._words[place]), self._missing[place], tuple[str, ...]()
        there = self.rows - missing
        numbers = [at for at, word in enumerate(words) if number_of(word, self._plan.reading.decimal) is not None]
        if numbers and np.isin(held, numbers).sum() >= MOSTLY * there:
            raise IrregularError
        if words and all(word.lower() in YES_NO for word in words):
            kind, shown, order = YES, ("no", "yes"), [YES_NO[word.lower()] for word in words]
        elif len(words) <= MOST_CLASSES and (len(words) <= 20 or len(words) < there / 2):
            shown = tuple(sorted(words, key=natural))
            kind, order = CATEGORY, [float(shown.index(word)) for word in words]
        else:
            return Column(name, TEXT, held, tuple(words), missing)
        codes = np.where(np.isfinite(held), held, len(words)).astype(np.int32)
        held[:] = np.array([*order, np.nan], np.float32)[codes]
        return Column(name, kind, held, shown, missing)
