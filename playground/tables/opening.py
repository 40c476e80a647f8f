"""A table out of a file, or out of what was pasted: which kind of file it is, its cells and its columns."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playground.tables.blocks import IrregularError, Step, no_step, sample
from playground.tables.cells import Grid, grid_of, gridded
from playground.tables.columns import Column, columns_of
from playground.tables.guessing import Guess, guess, missing_of, refuse
from playground.tables.parquet import parquet_rows, read_large_parquet
from playground.tables.reading import Reading, Remark, TableError, printable
from playground.tables.regular import LARGE, preview, read_large

TEXTS, SHEETS, PARQUET, LINES = (
    (".csv", ".tsv", ".tab"),
    (".xlsx", ".xlsm", ".xls", ".ods"),
    ".parquet",
    ".jsonl",
)
ENDINGS = (*TEXTS, *SHEETS, PARQUET, LINES, ".ndjson")
# A file of more bytes, or a sheet of more cells, is not read whole.
MOST_BYTES, MOST_CELLS = 512 << 20, 20_000_000
MANY_CELLS = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What a file holds, with how it was read."""

    title: str
    path: str
    size: int
    fingerprint: str
    guess: Guess
    reading: Reading
    grid: Grid
    columns: tuple[Column, ...]
    is_text: bool = True
    is_preview: bool = False

    @property
    def is_large(self) -> bool:
        """Whether what is done with all of it takes its time."""
        return not self.is_preview and len(self.grid.rows) * len(self.columns) > MANY_CELLS

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All that is to be said of it, the columns' last."""
        of_columns = (remark for column in self.columns for remark in column.remarks)
        return (*self.guess.remarks, *self.grid.remarks, *of_columns)


def open_table(
    path: Path,
    reading: Reading | None = None,
    chinese: bool = False,
    step: Step = no_step,
    show: Callable[[Table], None] | None = None,
) -> Table:
    """The table in a file; of a large one `show` has its first rows at once.

    Raises TableError, OSError where it cannot be read, and what `step` does, which hears how far it is.
    """
    found = _plain_file(path)
    ending, title = path.suffix.lower(), printable(path.stem)
    if found.st_size >= LARGE and ending not in (*SHEETS, PARQUET, LINES, ".ndjson"):
        try:
            return _large_text(path, title, found, reading, chinese, step, show or (lambda table: None))
        except IrregularError:
            # Read as a whole, it is told what does not fit.
            pass
    if found.st_size >= LARGE and ending == PARQUET:
        try:
            return _large_parquet(path, title, found, reading, step)
        except IrregularError:
            pass
    data = read_bytes(path)
    fingerprint = hashlib.sha256(data).hexdigest()
    if ending in SHEETS or (data.startswith(b"PK\x03\x04") and ending not in TEXTS):
        rows = _sheet_rows(data)
    elif ending == PARQUET or data.startswith(b"PAR1"):
        rows = parquet_rows(data, _cell)
    elif ending in (LINES, ".ndjson"):
        rows = _json_rows(data)
    else:
        return _text_table(data, title, str(path), fingerprint, reading, chinese)
    return _plain_table(rows, title, str(path), len(data), fingerprint, reading)


def pasted_table(text: str, reading: Reading | None = None) -> Table:
    """The table in a text, as a spreadsheet puts one on the clipboard. Raises TableError."""
    data = text.encode()
    return _text_table(data, "", "", hashlib.sha256(data).hexdigest(), reading, False)


def is_table_file(path: Path) -> bool:
    """Whether its ending is one of a table's."""
    return path.suffix.lower() in ENDINGS


def _large_text(
    path: Path,
    title: str,
    found: os.stat_result,
    reading: Reading | None,
    chinese: bool,
    step: Step,
    show: Callable[[Table], None],
) -> Table:
    start, samples = sample(path, found.st_size)
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PAR1"):
        raise IrregularError
    guessed = guess(start, chinese, samples)
    reading = reading or guessed.reading
    try:
        seen = preview(start, reading)
    except TableError as error:
        raise IrregularError from error
    columns = columns_of(seen, reading)
    show(Table(title, str(path), found.st_size, "", guessed, reading, seen, columns, is_preview=True))
    grid, columns, fingerprint = read_large(path, seen, samples, reading, step)
    _refuse_changed(path, found)
    return Table(title, str(path), found.st_size, fingerprint, guessed, reading, grid, columns)


def _large_parquet(path: Path, title: str, found: os.stat_result, reading: Reading | None, step: Step) -> Table:
    reading = reading or Reading()
    grid, columns, fingerprint = read_large_parquet(path, reading, _cell, step)
    _refuse_changed(path, found)
    guessed = Guess(reading, len(columns), len(grid.rows), len(grid.rows))
    return Table(title, str(path), found.st_size, fingerprint, guessed, reading, grid, columns, is_text=False)


def _plain_file(path: Path) -> os.stat_result:
    """What the system says of a plain file. Raises TableError for what is none."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise TableError("is_folder", name=path.name)
    if not stat.S_ISREG(found.st_mode):
        raise TableError("no_plain_file", name=path.name)
    return found


def _refuse_changed(path: Path, before: os.stat_result) -> None:
    after = path.stat()
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise TableError("file_changes", name=path.name)


def read_bytes(path: Path) -> bytes:
    """All of a plain file. Raises TableError for what is none, or too much of one."""
    found = _plain_file(path)
    if found.st_size > MOST_BYTES:
        raise TableError("file_too_large", mib=found.st_size >> 20, most=MOST_BYTES >> 20)
    data = path.read_bytes()
    _refuse_changed(path, found)
    if found.st_size != len(data):
        raise TableError("file_changes", name=path.name)
    return data


def _text_table(data: bytes, title: str, path: str, fingerprint: str, reading: Reading | None, chinese: bool) -> Table:
    guessed = guess(data, chinese, _samples(data))
    reading = reading or guessed.reading
    grid = grid_of(data, reading)
    return Table(title, path, len(data), fingerprint, guessed, reading, grid, columns_of(grid, reading))


def _samples(data: bytes) -> tuple[bytes, ...]:
    """Bytes from the middle and the end, from the start of a line: surprises come late."""
    found = []
    if len(data) > 2 << 20:
        for start in (len(data) // 2, len(data) - (64 << 10)):
            begin = data.find(b"\n", start) + 1
            found.append(data[begin : begin + (32 << 10)].rpartition(b"\n")[0])
    return tuple(found)


def _plain_table(
    rows: Iterable[list[str]], title: str, path: str, size: int, fingerprint: str, reading: Reading | None
) -> Table:
    """Rows of cells that needed no guess but for the header, which they have in their first line."""
    numbered = [(line, row) for line, row in enumerate(rows, 1) if any(row)]
    if not numbered:
        raise TableError("no_rows")
    width = max(len(row) for _, row in numbered)
    # A spreadsheet leaves out empty cells at a row's end.
    filled = [(line, [*row, *[""] * (width - len(row))]) for line, row in numbered]
    reading = reading or Reading(header=filled[0][0], missing=missing_of([row for _, row in filled[1:1000]], "."))
    grid = gridded(filled, reading.header, [])
    guessed = Guess(reading, width, len(filled), len(filled))
    return Table(title, path, size, fingerprint, guessed, reading, grid, columns_of(grid, reading), is_text=False)


def _sheet_rows(data: bytes) -> list[list[str]]:
    """The first sheet with anything in it; formulas are not run, their last values are taken."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise TableError("too_many_cells", cells=sheet.total_height * sheet.total_width, most=MOST_CELLS)
            rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=True)]
            if any(any(row) for row in rows):
                return rows
    except (CalamineError, ValueError, OSError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("damaged_sheet", reason=str(error)[:200]) from error
    raise TableError("no_rows")


def _cell(value: Any) -> str:
    """A value as a table's text would have it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    return " ".join(str(value).split())


def _json_rows(data: bytes) -> list[list[str]]:
    """An object a line; names that only some lines have are missing in the others."""
    refuse(data)
    names: dict[str, None] = {}
    records: list[dict[str, Any]] = []
    for line, text in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not text.strip():
            continue
        try:
            record = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise TableError("bad_json_line", line=line) from error
        if not isinstance(record, dict):
            raise TableError("bad_json_line", line=line)
        for name, value in record.items():
            if isinstance(value, dict | list):
                raise TableError("nested_json", line=line, name=str(name)[:60])
        names |= dict.fromkeys(record)
        records.append(record)
    if not records:
        raise TableError("no_rows")
    return [list(names), *([_cell(record.get(name)) for name in names] for record in records)]
