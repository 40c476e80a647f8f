"""The columns of a large table in one float32 array, which grows as its rows come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from playground.datasets.packing import room_on_disk
from playground.document.checks.memory import free_bytes, rows_bytes, rows_fit
from playground.tables.blocks import IrregularError
from playground.tables.cells import MOST_FAULTS, Grid
from playground.tables.columns import CATEGORY, MOST_CLASSES, MOSTLY, NUMBER, TEXT, YES, Column, natural, stretches
from playground.tables.numbers import YES_NO, number_of
from playground.tables.parts import Part, Plan, Words
from playground.tables.reading import Fault, Remark, TableError

# More different words are no category, whatever else comes.
MOST_WORDS = 1000
# A float32 does not tell larger whole numbers apart.
TOLD_APART = 2**24
# How a large table is held: in memory, or refused; on the disk where the memory is too small for it; or there anyway.
MEMORY, IF_NEEDED, DISK = "memory", "if_needed", "disk"


def is_for_disk(rows: int, columns: int, held: str, path: str = "") -> bool:
    """Whether that many numbers, of the table at that path or of a project, go to the disk.

    Raises TableError where they are to be in memory, and cannot.
    """
    if held == DISK or rows_fit(rows, columns):
        return held == DISK
    if held == MEMORY:
        needed, free = rows_bytes(rows, columns) >> 20, free_bytes() >> 20
        key = "does_not_fit" if path else "project_does_not_fit"
        raise TableError(key, rows=rows, needed=needed, free=free, path=path)
    return True


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


def as_category(column: Column, most: int) -> Column | None:
    """A large table's column, of which each different value is a word; None where they are more than so many, or whole
    numbers that are no longer told apart."""
    different = np.zeros(0, np.float32)
    for where in stretches(len(column.held)):
        part = column.held[where]
        if (np.abs(part[np.isfinite(part)]) > TOLD_APART).any():
            return None
        different = np.union1d(different, part[np.isfinite(part)])
        if len(different) > most:
            return None
    texts = [_text(column, float(value)) for value in different]
    words = tuple(sorted(texts, key=natural))
    codes = np.array([words.index(text) for text in texts], np.float64)
    return Recoded(column.name, CATEGORY, column.held, words, column.missing, different=different, codes=codes)


@dataclass(frozen=True, slots=True, eq=False)
class Recoded(Column):
    """A column whose values stand for others: `codes`, one for each of the `different` ones."""

    different: NDArray[np.floating] = field(default_factory=lambda: np.zeros(0))
    codes: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))

    def part(self, where: slice) -> NDArray[np.float64]:
        held = self.held[where]
        finite = np.isfinite(held)
        found = np.full(len(held), np.nan)
        found[finite] = self.codes[np.searchsorted(self.different, held[finite])]
        return found

    @property
    def values(self) -> NDArray[np.float64]:
        return self.part(slice(0, len(self.held)))


class Lines(Sequence[int]):
    """The file's line of each row, as parts of the file tell them."""

    def __init__(self, parts: Sequence[range | NDArray[np.int64]]) -> None:
        self._parts = parts
        self._ends = np.cumsum([len(part) for part in parts]).tolist()

    def __len__(self) -> int:
        return int(self._ends[-1])

    def __getitem__(self, place: int) -> int:  # type: ignore[override]  # no slices
        if not 0 <= place < len(self):
            raise IndexError(place)
        at = bisect_right(self._ends, place)
        return int(self._parts[at][place - (self._ends[at - 1] if at else 0)])


def _text(column: Column, held: float) -> str:
    if held != held or column.kind not in (NUMBER, CATEGORY, YES):
        return ""
    value = held + column.shift
    if column.words:
        return column.words[int(value)]
    return str(int(value)) if value.is_integer() else f"{value:.7g}"


class Store:
    """Takes parts in their order; `capacity` rows have room at first, of which only those that come take memory, or,
    `on_disk`, room in a file that ends with them."""

    def __init__(self, plan: Plan, capacity: int, on_disk: bool = False) -> None:
        self._plan, self._kinds = plan, list(plan.kinds)
        self._place = {column: at for at, column in enumerate(plan.used)}
        self.on_disk, self._room = on_disk, room_on_disk if on_disk else _room
        self._held = self._room((len(self._place), max(capacity, 1)))
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
                into[:] = values - shift if shift else values
            self._missing[column] += part.missing[column]
            self._cell_faults[column] += part.cell_faults.get(column, ())
        self._faults += part.faults
        if len(self._faults) > MOST_FAULTS or any(len(some) > MOST_FAULTS for some in self._cell_faults.values()):
            raise IrregularError
        self._lines.append(part.lines)
        self._known |= {self.rows + place: row for place, row in known.items()}
        self.rows += part.rows

    def _grow(self, needed: int) -> None:
        wider = self._room((len(self._held), needed + needed // 4))
        for column, held in zip(wider, self._held, strict=True):
            column[: self.rows] = held[: self.rows]
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
        if all(isinstance(some, range) for some in self._lines):
            return range(self._lines[0][0], self._lines[-1][-1] + 1)
        return Lines([some for some in self._lines if len(some)])

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
        if numbers and sum(int(np.isin(held[where], numbers).sum()) for where in self._stretches) >= MOSTLY * there:
            raise IrregularError
        if words and all(word.lower() in YES_NO for word in words):
            kind, shown, order = YES, ("no", "yes"), [YES_NO[word.lower()] for word in words]
        elif len(words) <= MOST_CLASSES and (len(words) <= 20 or len(words) < there / 2):
            shown = tuple(sorted(words, key=natural))
            kind, order = CATEGORY, [float(shown.index(word)) for word in words]
        else:
            return Column(name, TEXT, held, tuple(words), missing)
        into = np.array([*order, np.nan], np.float32)
        for where in self._stretches:
            part = held[where]
            part[:] = into[np.where(np.isfinite(part), part, len(words)).astype(np.int32)]
        return Column(name, kind, held, shown, missing)

    @property
    def _stretches(self) -> Iterator[slice]:
        return stretches(self.rows)


def _room(shape: tuple[int, int]) -> NDArray[np.float32]:
    return np.empty(shape, np.float32)
