"""A block of a text file as numbers: quickly where it is regular, else cell by cell, which tells what does not fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv
from numpy.typing import NDArray

from playground.tables.blocks import Block, IrregularError
from playground.tables.cells import fitting, rows_of, text_of
from playground.tables.columns import CATEGORY, NUMBER, YES, column_of
from playground.tables.numbers import EXACT
from playground.tables.reading import Fault, Reading

# As many rows stay as text at either end of a block, and beside each fault of the first so many.
FIRST, LAST, BESIDE, MOST_BESIDE = 8, 3, 1, 50


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file's blocks are read: the names and kinds of all its columns."""

    reading: Reading
    names: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def used(self) -> tuple[int, ...]:
        """The places of columns that have values; text and dates have none."""
        return tuple(place for place, kind in enumerate(self.kinds) if kind in (NUMBER, CATEGORY, YES))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A column of words: `codes`, int (rows,), are places in `words`, and -1 where there is none."""

    codes: NDArray[np.integer]
    words: tuple[str, ...]


Values = NDArray[np.float64] | Words


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """values: by the column's place, float64 (rows,) or words. known: rows' texts, by their place.

    Lines are counted from the block's first, which is 1, until `from_line` has told which it is.
    """

    rows: int
    lines: range | NDArray[np.int64]
    values: dict[int, Values]
    missing: dict[int, int]
    faults: tuple[Fault, ...] = ()
    cell_faults: dict[int, tuple[Fault, ...]] = field(default_factory=dict)
    known: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def from_line(self, line: int) -> Part:
        """The same in a file of which the block's first line is that one."""
        more = line - 1
        lines = range(line, line + self.rows) if isinstance(self.lines, range) else self.lines + more
        told = {place: _later(some, more) for place, some in self.cell_faults.items()}
        return replace(self, lines=lines, faults=_later(self.faults, more), cell_faults=told)


def _later(faults: Iterable[Fault], more: int) -> tuple[Fault, ...]:
    return tuple(replace(fault, line=fault.line + more) for fault in faults)


def part_of(plan: Plan, block: Block) -> Part:
    """A block's rows. Raises IrregularError where they cannot be told without the rest of the file."""
    ends, quotes = block.count(b"\r"), block.count(b'"')
    if quotes % 2 or (ends and ends != block.count(b"\r\n")):
        raise IrregularError
    odd_quotes = quotes and _has_odd_quotes(block.data, plan.reading)
    if not odd_quotes and _is_text(block, plan.reading.encoding):
        try:
            found = _quick(plan, block)
        except (pa.ArrowInvalid, pa.ArrowKeyError):
            found = None
        if found is not None:
            return found
    return _careful(plan, block)


def _is_text(block: Block, encoding: str) -> bool:
    signs = np.frombuffer(block.view, np.uint8)
    if not len(signs) or signs.min() == 0:
        return False
    if signs.max() < 128:
        return True
    try:
        block.data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _has_odd_quotes(data: bytes, reading: Reading) -> bool:
    """Whether blanks stand outside of quotes, which pyarrow takes for part of the cell."""
    mark = reading.separator.encode()
    return mark + b' "' in data or b'" ' + mark in data or b'" \n' in data or b'\n "' in data


# Quickly


def _quick(plan: Plan, block: Block) -> Part | None:
    """By pyarrow; None where a row is blank or of another length, or a number is none to learn from."""
    text, number = pa.dictionary(pa.int32(), pa.string()), pa.float64()
    wanted = {str(place): number if plan.kinds[place] == NUMBER else text for place in plan.used}
    table = _table(plan, block, wanted)
    if table.num_rows != block.lines:
        return None
    values: dict[int, Values] = {}
    missing, whole = {}, []
    for place in plan.used:
        column = table[str(place)].combine_chunks()
        missing[place] = column.null_count
        if plan.kinds[place] != NUMBER:
            words = _words(column)
            if not set(words.words).isdisjoint(plan.reading.missing):
                # They have blanks around them.
                return None
            values[place] = words
            continue
        numbers = numbers_of(column)
        if not are_plain(numbers, column.null_count):
            return None
        values[place] = numbers
        if (numbers[:16] % 1 == 0).all():
            whole.append(place)
    _refuse_late_zeros(plan, block, whole)
    return Part(table.num_rows, range(1, block.lines + 1), values, missing)


def _table(plan: Plan, block: Block, types: dict[str, pa.DataType]) -> pa.Table:
    reading = plan.reading
    return pcsv.read_csv(
        pa.BufferReader(block.view),
        pcsv.ReadOptions(
            use_threads=False, block_size=len(block.view) + 1, encoding=reading.encoding,
            column_names=[str(place) for place in range(len(plan.names))],
        ),
        pcsv.ParseOptions(delimiter=reading.separator),
        pcsv.ConvertOptions(
            column_types=types, include_columns=list(types), null_values=list(reading.missing),
            strings_can_be_null=True, decimal_point=reading.decimal,
        ),
    )  # fmt: skip


# Its own ways to numpy, and to a scalar, import pandas wherever there is one: half a second, and 60 MiB.


def numbers_of(column: pa.DoubleArray) -> NDArray[np.float64]:
    """The values, NaN where there is none; not to be written to."""
    if not column.null_count:
        return np.asarray(np.from_dlpack(column), np.float64)
    held = np.frombuffer(column.buffers()[1], np.float64)[column.offset : column.offset + len(column)]
    return np.where(_is_there(column), held, np.nan)


def codes_of(column: pa.DictionaryArray) -> NDArray[np.int32]:
    """The places in its dictionary, -1 where there is none; not to be written to."""
    codes = column.indices.cast(pa.int32())
    if not codes.null_count:
        return np.asarray(np.from_dlpack(codes), np.int32)
    held = np.frombuffer(codes.buffers()[1], np.int32)[codes.offset : codes.offset + len(codes)]
    return np.where(_is_there(codes), held, np.int32(-1))


def _is_there(column: pa.Array) -> NDArray[np.bool_]:
    return np.from_dlpack(column.is_valid().cast(pa.uint8())).view(np.bool_)


def are_plain(numbers: NDArray[np.float64], missing: int) -> bool:
    """Whether all that are not missing are finite, and exact if whole: "nan" and "inf" are words to be asked about."""
    if missing:
        there = numbers[np.isfinite(numbers)]
        return len(there) + missing == len(numbers) and (not len(there) or are_plain(there, 0))
    # NaN and infinity are in no such range.
    return bool(numbers.min() > -EXACT and numbers.max() < EXACT)


def _words(column: pa.DictionaryArray) -> Words:
    words = tuple(word.strip() for word in column.dictionary.to_pylist())
    return Words(codes_of(column), words)


def _refuse_late_zeros(plan: Plan, block: Block, places: list[int]) -> None:
    """Raises IrregularError where whole numbers are written as 007, which makes names of them."""
    if not places:
        return
    signs, mark = np.frombuffer(block.view, np.uint8), ord(plan.reading.separator)
    before, zero, after = signs[:-2], signs[1:-1] == ord("0"), signs[2:]
    begins = (before == mark) | (before == ord("\n")) | (before == ord('"'))
    first = signs[0] == ord("0") and 48 <= signs[1] <= 57
    if not first and not (zero & begins & (after >= ord("0")) & (after <= ord("9"))).any():
        return
    table = _table(plan, block, {str(place): pa.string() for place in places})
    if any(pc.any(pc.match_substring_regex(column, r"^\s*0\d+\s*$")).as_py() for column in table.columns):
        raise IrregularError


# Cell by cell


def _careful(plan: Plan, block: Block) -> Part:
    """As whole files are read, with the lines of the file."""
    reading = replace(plan.reading, header=0, first=1)
    text, broken = text_of(block.data, reading.encoding)
    rows = list(rows_of(text, reading, broken))
    if any(fault.kind in ("unclosed_quote", "long_cell") for fault in broken):
        raise IrregularError
    kept, found = fitting(rows, len(plan.names), broken, plan.names if plan.reading.header else ())
    lines = np.array(found, np.int64)
    values: dict[int, Values] = {}
    missing, cell_faults = {}, {}
    for place in plan.used:
        cells = [row[place] for row in kept]
        if plan.kinds[place] != NUMBER:
            values[place], missing[place] = _coded(cells, reading)
            continue
        column = column_of(plan.names[place], cells, found, reading, NUMBER)
        if column.unit or column.remarks:
            raise IrregularError
        values[place], missing[place], cell_faults[place] = column.values, column.missing, column.faults
    beside = _beside(lines, [*broken, *(fault for some in cell_faults.values() for fault in some)])
    known = {place: kept[place] for place in beside}
    return Part(len(kept), lines, values, missing, tuple(broken), cell_faults, known)


def _coded(cells: list[str], reading: Reading) -> tuple[Words, int]:
    known: dict[str, int] = {}
    codes = [-1 if cell in reading.missing else known.setdefault(cell, len(known)) for cell in cells]
    return Words(np.array(codes, np.int32), tuple(known)), codes.count(-1)


def _beside(lines: NDArray[np.int64], faults: list[Fault]) -> set[int]:
    """The rows that are shown with these faults, and those at either end."""
    count = len(lines)
    found = {*range(min(FIRST, count)), *range(max(count - LAST, 0), count)}
    for fault in faults[:MOST_BESIDE]:
        place = int(np.searchsorted(lines, fault.line, side="right")) - 1
        found |= set(range(max(place - BESIDE, 0), min(place + BESIDE + 1, count)))
    return found


def end_rows(plan: Plan, block: Block, part: Part) -> dict[int, tuple[str, ...]]:
    """The texts of a block's first and last rows."""
    if part.known or not part.rows:
        return part.known
    lines = block.data.split(b"\n")[: part.rows]
    places = [*range(min(FIRST, part.rows)), *range(max(part.rows - LAST, FIRST), part.rows)]
    text, _ = text_of(b"\n".join(lines[place].strip(b"\r") for place in places), plan.reading.encoding)
    rows = rows_of(text, replace(plan.reading, header=0, first=1), [])
    return {place: tuple(row) for place, (_, row) in zip(places, rows, strict=False)}
