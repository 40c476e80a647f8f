"""A table's text as cells, strictly: what does not fit is told with its line, and never filled in."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from playground.tables.blocks import Step, no_step
from playground.tables.reading import LONGEST_CELL, Fault, Reading, Remark, TableError, printable

MOST_COLUMNS, MOST_FAULTS = 2_000, 10_000
# Lines with damaged bytes are told one by one up to so many.
MOST_BROKEN = 1_000
LONGEST = 200
# After so many rows one hears how far it is.
STRIDE = 5_000


@dataclass(frozen=True, slots=True)
class Grid:
    """Names, rows of as many trimmed cells, the file's line of each row (its first, where a cell has several), and
    what could not be used: a faulty row is not among the rows."""

    names: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    lines: Sequence[int]
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Remark, ...] = ()


def grid_of(data: bytes, reading: Reading, step: Step = no_step) -> Grid:
    """All rows of a file's bytes. Raises TableError where it holds no table, and what `step` does."""
    text, faults = text_of(data, reading.encoding)
    rows, lines = [], text.count("\n") + 1
    for row in rows_of(text, reading, faults):
        rows.append(row)
        if not len(rows) % STRIDE:
            # Half of the work; the other half is to say what the columns are.
            step(0.5 * row[0] / lines)
    return gridded(rows, reading.header, faults)


def gridded(rows: list[tuple[int, list[str]]], header: int, faults: list[Fault]) -> Grid:
    """Rows with their lines as a grid: the names, rows of that many cells, and faults of others."""
    long = next((fault.line for fault in faults if fault.kind == "long_cell"), 0)
    if long and len(rows) == bool(header):
        raise TableError("cell_too_long", line=long, most=LONGEST_CELL >> 20)
    if not rows:
        raise TableError("no_rows")
    names_row = rows.pop(0)[1] if header else None
    width = len(names_row) if names_row is not None else _usual(rows)
    if width > MOST_COLUMNS:
        raise TableError("too_many_columns", columns=width, most=MOST_COLUMNS)
    if names_row is not None and rows and _usual(rows) > width:
        raise TableError("header_short", names=width, values=_usual(rows), line=header)
    names, remarks = named(names_row or [""] * width)
    if not rows:
        raise TableError("no_rows")
    kept, lines = fitting(rows, width, faults, names if header else ())
    if not kept:
        raise TableError("no_row_fits", cells=width)
    return Grid(names, tuple(kept), tuple(lines), tuple(sorted(faults, key=lambda fault: fault.line)), remarks)


def fitting(
    rows: Iterable[tuple[int, list[str]]], width: int, faults: list[Fault], names: tuple[str, ...] = ()
) -> tuple[list[tuple[str, ...]], list[int]]:
    """The rows of that many cells, with their lines; the others become faults, and those that have the names again."""
    kept: list[tuple[str, ...]] = []
    lines: list[int] = []
    for line, row in rows:
        if len(row) == width and tuple(row) == names:
            kind = "names_again"
        elif len(row) == width:
            kept.append(tuple(row))
            lines.append(line)
            continue
        else:
            kind = "short_row" if len(row) < width else "long_row"
        if len(faults) >= MOST_FAULTS:
            raise TableError("too_many_faults", most=MOST_FAULTS, line=line)
        faults.append(Fault(kind, line, "", ",".join(row)[:LONGEST], width, len(row)))
    return kept, lines


def _usual(rows: list[tuple[int, list[str]]]) -> int:
    """As many cells as most of the first rows have."""
    counts: dict[int, int] = {}
    for _, row in rows[:1000]:
        counts[len(row)] = counts.get(len(row), 0) + 1
    return max(counts, key=lambda width: (counts[width], width))


def named(row: Iterable[str]) -> tuple[tuple[str, ...], tuple[Remark, ...]]:
    """Each column's own name, no two alike, and what is said of those that were changed."""
    found: dict[str, None] = {}
    doubled, unnamed = [], 0
    for place, name in enumerate(row, 1):
        name = printable(name, LONGEST - 12)
        unnamed += not name
        whole, count = name or f"column_{place}", 1
        while whole in found:
            count += 1
            whole = f"{name or f'column_{place}'} ({count})"
        if count > 1 and name:
            doubled.append(name)
        found[whole] = None
    remarks = [Remark("names_doubled", (("names", ", ".join(dict.fromkeys(doubled))[:LONGEST]),))] if doubled else []
    if 0 < unnamed < len(found):
        remarks.append(Remark("names_missing", (("columns", unnamed),)))
    return tuple(found), tuple(remarks)


def text_of(data: bytes, encoding: str) -> tuple[str, list[Fault]]:
    """All of it as text; each line with bytes that are no letters of the encoding is a fault."""
    faults: list[Fault] = []
    try:
        text = codecs.decode(data, encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        text = codecs.decode(data, encoding, "replace").removeprefix("\ufeff")
        faults += _lines_with("\ufffd", "bad_bytes", text)
    if "\0" in text:
        faults += _lines_with("\0", "nul", text)
    return text, faults


def _lines_with(sign: str, kind: str, text: str) -> list[Fault]:
    """A fault for each of the first lines that have it, with what stands around it."""
    lines = ((line, each) for line, each in enumerate(io.StringIO(text, newline=""), 1) if sign in each)
    return [Fault(kind, line, "", _around(each, each.index(sign))) for line, each in islice(lines, MOST_BROKEN)]


def _around(line: str, place: int) -> str:
    return line[max(0, place - 10) : place + 10].strip()


def rows_of(text: str, reading: Reading, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the line where it begins."""
    begun, skipped, last = 0, reading.first - 1, ""
    source = io.StringIO(text, newline="")
    for _ in range(skipped):
        source.readline()
    if not reading.separator:
        for line, cell in enumerate(source, skipped + 1):
            if cell.strip():
                yield line, [cell.strip().strip('"')]
        return
    reader = csv.reader(source, delimiter=reading.separator, skipinitialspace=True, strict=False)
    try:
        for row in reader:
            line, begun = begun + 1, reader.line_num
            cells, last = [cell.strip() for cell in row], row[-1] if row else ""
            if any(cells) or len(cells) > 1:
                yield skipped + line, cells
    except csv.Error as error:
        is_long = "field limit" in str(error)
        faults.append(Fault("long_cell" if is_long else "unclosed_quote", skipped + begun + 1))
        return
    # A quote that nobody closes takes the rest of the file into one cell.
    if "\n" in last and _unclosed(text, reading.separator):
        faults.append(Fault("unclosed_quote", skipped + line))


def _unclosed(text: str, separator: str) -> bool:
    """Whether a quote that begins a cell is never closed."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
