"""What the columns of a table are: numbers, yes or no, categories, dates or text, and which cells do not fit that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.tables.blocks import Step, no_step
from playground.tables.cells import LONGEST, Grid
from playground.tables.numbers import (
    EXACT,
    LARGEST,
    YES_NO,
    has_leading_zeros,
    is_broken,
    is_date,
    is_day,
    is_infinite,
    number_of,
    plain_numbers,
    unit_of,
)
from playground.tables.reading import Fault, Reading, Remark, printable

NUMBER, YES, CATEGORY, DATE, TEXT = "number", "yes_no", "category", "date", "text"
# A category has at most so many different words, and fewer than one for two rows; more is text.
MOST_CLASSES = 100
# A column is numbers when this share of its cells is: what else is in it is told, cell by cell.
MOSTLY = 0.8
# From this share of numbers on it is said that a column of words has some; so many units may be meant as such.
PARTLY, MOST_UNITS = 0.3, 4
# Numbers of so many digits are names, if some would be the same.
_LONG = re.compile(r"[+\-]?\d{16,}([.,]\d*)?")
# Most columns are seen to change within so many values.
FEW = 1000
# So many rows are looked at at once.
STRETCH = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """held: the column's values less `shift`, shape (rows,), float32 where they are many; see `values`.

    `unit` was written beside each number and left away; `faults` are cells that are neither a value nor missing.
    """

    name: str
    kind: str
    held: NDArray[np.floating]
    words: tuple[str, ...] = ()
    missing: int = 0
    unit: str = ""
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()
    shift: float = 0.0

    @property
    def values(self) -> NDArray[np.float64]:
        """The number, 0 or 1, or the index into `words`, float64, shape (rows,); NaN where there is none."""
        return self.held.astype(np.float64) + self.shift if self.shift else self.held.astype(np.float64, copy=False)

    def part(self, where: slice) -> NDArray[np.float64]:
        """The values of a stretch of rows, to be written to."""
        found = self.held[where].astype(np.float64)
        if self.shift:
            found += self.shift
        return found

    def there(self) -> Iterator[NDArray[np.float64]]:
        """The finite values, stretch by stretch."""
        for where in stretches(len(self.held)):
            part = self.part(where)
            finite = np.isfinite(part)
            yield part if finite.all() else part[finite]

    def thinned(self, most: int) -> NDArray[np.float64]:
        """At most that many of the values, from all over the column; for a picture of them."""
        return self.held[:: -(-len(self.held) // most) or 1].astype(np.float64) + self.shift

    @property
    def constant(self) -> bool:
        """Whether all that has a value has the same."""
        few = self.held[:FEW]
        if (few != few[:1]).any() and np.isfinite(few).all():
            return False
        first: float | None = None
        for there in self.there():
            first = float(there[0]) if first is None and len(there) else first
            if (there != first).any():
                return False
        return first is not None

    @property
    def whole(self) -> bool:
        """Whether all that has a value is a whole number."""
        return all((there % 1 == 0).all() for there in self.there())


def stretches(rows: int) -> Iterator[slice]:
    """All of so many rows, one stretch after the other."""
    for start in range(0, rows, STRETCH):
        yield slice(start, min(start + STRETCH, rows))


def columns_of(grid: Grid, reading: Reading, step: Step = no_step) -> tuple[Column, ...]:
    """The columns, each of the kind that its cells speak for. Raises what `step` does."""
    found = []
    for place, name in enumerate(grid.names):
        found.append(column_of(name, [row[place] for row in grid.rows], grid.lines, reading))
        step(0.5 + 0.5 * (place + 1) / len(grid.names))
    return tuple(found)


def column_of(name: str, cells: Sequence[str], lines: Sequence[int], reading: Reading, kind: str = "") -> Column:
    """One column, as the kind asked for or else as the likeliest. `cells` and `lines` are of the same length."""
    there, chosen = [cell for cell in cells if cell not in reading.missing], bool(kind)
    kind = kind or kind_of(there, reading.decimal)
    if kind == NUMBER:
        return _numbers(name, cells, lines, reading)
    if kind == YES:
        values = [np.nan if cell in reading.missing else YES_NO.get(cell.lower(), np.nan) for cell in cells]
        return Column(name, YES, np.array(values), ("no", "yes"), len(cells) - len(there))
    words = tuple(sorted(set(there), key=natural))
    known = {word: float(place) for place, word in enumerate(words)}
    values = [np.nan if cell in reading.missing else known[cell] for cell in cells]
    remarks = () if chosen or kind == DATE else _mixed(name, there, reading.decimal)
    return Column(name, kind, np.array(values), words, len(cells) - len(there), remarks=remarks)


def _mixed(name: str, cells: Sequence[str], decimal: str) -> tuple[Remark, ...]:
    """What is said of words of which many are numbers, but too few for a column of numbers, or have several units."""
    counts = Counter(cells)
    if are_long_names(counts):
        longest = max(counts, key=len)
        return (Remark("long_names", (("column", name), ("value", printable(longest, 40)))),)
    if any(map(has_leading_zeros, counts)):
        return ()
    numbers = sum(count for cell, count in counts.items() if _is_amount(cell, decimal))
    units = Counter(found[1] for cell in cells if not _is_amount(cell, decimal) and (found := unit_of(cell, decimal)))
    if numbers >= PARTLY * len(cells) > 0:
        other = next(cell for cell, _ in counts.most_common() if not _is_amount(cell, decimal))
        return (Remark("partly_numbers", (("column", name), ("value", printable(other, 40)))),)
    if 1 < len(units) <= MOST_UNITS and sum(units.values()) + numbers >= MOSTLY * len(cells):
        return (Remark("several_units", (("column", name), ("units", printable(", ".join(units), 80)))),)
    return ()


def natural(word: str) -> tuple[float, str]:
    number = number_of(word, ".")
    return (float("inf") if number is None else number, word)


def kind_of(cells: Sequence[str], decimal: str) -> str:
    """What the cells that are not missing are, most of them."""
    if len(cells) > 1 and is_day(cells[0]) and all(map(is_day, cells)) and len(set(cells)) > 1:
        return DATE
    plain = plain_numbers(cells, decimal)
    if plain is not None and not any(map(has_leading_zeros, cells)) and all(abs(value) < EXACT for value in plain):
        return NUMBER
    different = Counter(cells)
    if are_long_names(different):
        return CATEGORY if len(different) <= MOST_CLASSES else TEXT
    # What a spreadsheet could not compute does not speak against numbers.
    different = Counter({cell: count for cell, count in different.items() if not is_broken(cell)}) or different
    if all(cell.lower() in YES_NO for cell in different):
        return YES
    total = different.total()
    # Digits that begin with a zero are names, as those of a postcode are: one is enough.
    if any(map(has_leading_zeros, different)) and all(cell.isdecimal() for cell in different):
        return CATEGORY if len(different) <= MOST_CLASSES else TEXT
    numbers = sum(count for cell, count in different.items() if _is_amount(cell, decimal))
    if numbers >= MOSTLY * total:
        return NUMBER
    if sum(count for cell, count in different.items() if is_date(cell)) >= MOSTLY * total:
        return DATE
    united = Counter(found[1] for cell in different.elements() if (found := unit_of(cell, decimal)))
    if united and sum(united.values()) + numbers >= MOSTLY * total and len(united) == 1:
        return NUMBER
    if len(different) <= MOST_CLASSES and (len(different) <= 20 or len(different) < total / 2):
        return CATEGORY
    return TEXT


def are_long_names(cells: Iterable[str]) -> bool:
    """Whether numbers among them have so many digits that some that differ would be the same."""
    long = {cell.lstrip("+") for cell in cells if len(cell) > 15 and _LONG.fullmatch(cell)}
    return len({float(cell.replace(",", ".")) for cell in long}) < len(long)


def _is_amount(cell: str, decimal: str) -> bool:
    return number_of(cell, decimal) is not None or is_infinite(cell)


def _numbers(name: str, cells: Sequence[str], lines: Sequence[int], reading: Reading) -> Column:
    values, faults, rounded = np.full(len(cells), np.nan), [], 0
    united: dict[int, str] = {}
    there = [place for place, cell in enumerate(cells) if cell not in reading.missing]
    plain = plain_numbers([cells[place] for place in there], reading.decimal)
    if plain is not None and all(abs(value) < EXACT for value in plain):
        values[there] = plain
        return Column(name, NUMBER, values, (), len(cells) - len(there))
    for place in there:
        cell = cells[place]
        value = number_of(cell, reading.decimal)
        if value is None and (found := unit_of(cell, reading.decimal)):
            value, united[place] = found
        if value is None:
            kind = "infinite" if is_infinite(cell) else "not_a_number"
            faults.append(Fault(kind, lines[place], name, cell[:LONGEST]))
        elif abs(value) > LARGEST:
            faults.append(Fault("too_large", lines[place], name, cell[:LONGEST]))
        else:
            values[place] = value
            rounded += abs(value) >= EXACT and cell.lstrip("+-").isdecimal()
    remarks = [Remark("rounded", (("column", name), ("count", rounded)))] if rounded else []
    unit = printable(Counter(united.values()).most_common(1)[0][0]) if united else ""
    if len(united) < MOSTLY * len(there):
        # Where few have a unit that most have not, each of them is asked about.
        faults += [Fault("has_unit", lines[place], name, cells[place][:LONGEST]) for place in united]
        values[list(united)] = np.nan
        unit = ""
    elif united:
        remarks.append(Remark("unit_left", (("column", name), ("unit", unit), ("count", len(united)))))
    faults.sort(key=lambda fault: fault.line)
    missing = len(cells) - len(there)
    return Column(name, NUMBER, values, (), missing, unit, tuple(faults), tuple(remarks))
