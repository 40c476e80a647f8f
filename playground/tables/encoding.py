"""The chosen columns of a table as a network sees them, one stretch of rows after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from playground.datasets.measures import drawn_span
from playground.document.own_data import OwnColumn, OwnTarget
from playground.tables.columns import CATEGORY, NUMBER, YES, Column, stretches
from playground.tables.reading import printable

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """A column's values after what was said of it: by the row, those of cells that were corrected."""

    column: Column
    corrected: Mapping[int, float] = field(default_factory=dict)

    def part(self, where: slice) -> Floats:
        """Those of a stretch of rows, to be written to; NaN where there is none."""
        values = self.column.part(where)
        for row, value in self.corrected.items():
            if where.start <= row < where.stop:
                values[row - where.start] = value
        return values

    def are_there(self, where: slice) -> NDArray[np.bool_]:
        """Which rows of a stretch have one."""
        there: NDArray[np.bool_] = np.isfinite(self.column.held[where])
        for row in self.corrected:
            if where.start <= row < where.stop:
                there[row - where.start] = True
        return there


class Spread:
    """What numpy says of values, which come stretch by stretch."""

    def __init__(self) -> None:
        self.count, self.mean, self._variance = 0, 0.0, 0.0
        self.low, self.high = np.inf, -np.inf

    def add(self, values: Floats) -> None:
        """Finite ones."""
        if not len(values):
            return
        before, count, mean, variance = self.count, len(values), float(values.mean()), float(values.var())
        self.count = before + count
        apart = mean - self.mean
        if before:
            mean = self.mean + apart * (count / self.count)
            variance = (self._variance * before + variance * count) / self.count
            variance += apart * apart * (before / self.count) * (count / self.count)
        self.mean, self._variance = mean, variance
        self.low, self.high = min(self.low, float(values.min())), max(self.high, float(values.max()))

    @property
    def size(self) -> float:
        """The standard deviation."""
        return sqrt(self._variance)

    def as_scaled(self, scaling: str, name: str = "", unit: str = "") -> OwnColumn:
        """What a network sees of values that change."""
        middle, size = {
            "standard": (self.mean, self.size),
            "minmax": (self.low, self.high - self.low),
            "none": (0.0, 1.0),
        }[scaling]
        return OwnColumn(name, middle, size, *drawn_span(np.array([self.low, self.high])), unit)


class Seen:
    """A column, as it is learned about: first all kept values, then what a network sees of them."""

    def __init__(self, cells: Cells, scaling: str) -> None:
        self.cells, self._scaling = cells, scaling
        self.spread, self.counts = Spread(), np.zeros(len(cells.column.words), np.int64)
        self.missing = 0

    def learn(self, values: Floats) -> None:
        finite = np.isfinite(values)
        there = values if finite.all() else values[finite]
        self.missing += len(values) - len(there)
        if self.cells.column.kind == NUMBER:
            self.spread.add(there)
        else:
            self.counts += np.bincount(there.astype(np.int64), minlength=len(self.counts))

    @property
    def present(self) -> list[int]:
        """The places of the words that come."""
        found: list[int] = np.flatnonzero(self.counts).tolist()
        return found

    @property
    def told(self) -> list[OwnColumn]:
        """What each number that the network sees stands for; a column that never changes is left out."""
        column = self.cells.column
        if column.kind == NUMBER:
            changes = self.spread.count and self.spread.low != self.spread.high
            return [self.spread.as_scaled(self._scaling, column.name, column.unit)] if changes else []
        if len(self.present) < 2:
            return []
        if column.kind == YES:
            return [OwnColumn(column.name)]
        return [OwnColumn(printable(f"{column.name} = {column.words[place]}")) for place in self.present]


def encoded(seen: Seen, told: Sequence[OwnColumn], values: Floats) -> Floats:
    """What the network sees of an input's values, (rows, len(told))."""
    if seen.cells.column.kind == CATEGORY:
        hot: Floats = (values[:, None] == np.array(seen.present)).astype(np.float64)
        return hot
    filled = np.where(np.isfinite(values), values, seen.spread.mean if seen.cells.column.kind == NUMBER else 0.0)
    filled -= told[0].middle
    filled /= told[0].size
    made: Floats = filled[:, None]
    return made


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """What is learned: labels, the classes' names, what 0 and 1 of a value stand for."""

    seen: Seen

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(self.seen.cells.column.words[place] for place in self.seen.present)

    @property
    def middle(self) -> float:
        return self.seen.spread.mean if self.is_number else 0.0

    @property
    def size(self) -> float:
        return (self.seen.spread.size or 1.0) if self.is_number else 1.0

    @property
    def is_number(self) -> bool:
        return self.seen.cells.column.kind == NUMBER

    @property
    def told(self) -> OwnTarget:
        """As a document has it."""
        column = self.seen.cells.column
        return OwnTarget(column.name, self.middle, self.size, column.unit)

    def off(self, values: Floats) -> float:
        """How far all of them are from the mean, 0 for classes."""
        return float(np.abs(values - self.middle).sum()) if self.is_number else 0.0

    def labels(self, values: Floats) -> Floats:
        if self.is_number:
            return (values - self.middle) / self.size
        places = np.searchsorted(self.seen.present, values).astype(np.float64)
        return 2 * places - 1 if len(self.classes) == 2 else places


@dataclass(frozen=True, slots=True, eq=False)
class Parts(Sequence[Floats]):
    """The columns' values of a stretch of rows, of the rows that are `kept`: each is made when it is asked for."""

    cells: Sequence[Cells]
    where: slice
    kept: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.cells)

    def __getitem__(self, place: int) -> Floats:  # type: ignore[override]  # no slices
        values = self.cells[place].part(self.where)
        return values if self.kept.all() else values[self.kept]

    def only(self, these: NDArray[np.bool_]) -> Parts:
        """Some of the rows that are kept."""
        kept = self.kept.copy()
        kept[kept] = these
        return Parts(self.cells, self.where, kept)


def kept_parts(cells: Sequence[Cells], drops: NDArray[np.bool_], is_dropping: Sequence[bool]) -> Iterator[Parts]:
    """Of each stretch of rows the columns' values that are kept.

    Rows without a value in a column that `is_dropping` are marked in `drops`.
    """
    for where in stretches(len(drops)):
        gone = drops[where]
        for each, drop in zip(cells, is_dropping, strict=True):
            if drop:
                gone |= ~each.are_there(where)
        yield Parts(cells, where, ~gone)
