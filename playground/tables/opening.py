"""A table out of a file, or out of what was pasted: which kind of file it is, its cells and its columns."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from playground.document.checks.memory import free_bytes
from playground.tables.blocks import IrregularError, Step, no_step, sample
from playground.tables.cells import Grid, grid_of, gridded
from playground.tables.columns import TEXT, Column, column_of, columns_of
from playground.tables.guessing import LINES as FIRST_LINES
from playground.tables.guessing import Guess, guess, is_header, missing_of, title_lines
from playground.tables.json_lines import json_rows
from playground.tables.letters import CERTAIN, telling
from playground.tables.parquet import parquet_rows, read_large_parquet
from playground.tables.reading import GUESSED, Reading, Remark, TableError, printable
from playground.tables.regular import LARGE, preview, read_large
from playground.tables.stored import DISK, MEMORY
from playground.tables.workbooks import BEGINNINGS, Rows, Sheet, cell_text, read_sheet

TEXTS, SHEETS, PARQUET, LINES = (
    (".csv", ".tsv", ".tab"),
    (".xlsx", ".xlsm", ".xls", ".ods"),
    ".parquet",
    ".jsonl",
)
ENDINGS = (*TEXTS, *SHEETS, PARQUET, LINES, ".ndjson")
# A file of more bytes is not read whole.
MOST_BYTES = 512 << 20
MANY_CELLS = 200_000
# Letters beyond ASCII are looked for in so many rows.
MOST_LOOKED_AT = 10_000
# So many bytes of memory for each of a file whose cells are read one by one.
WHOLE = 12


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
    on_disk: bool = False
    sheets: tuple[str, ...] = ()

    @property
    def is_large(self) -> bool:
        """Whether what is done with all of it takes its time."""
        return not self.is_preview and len(self.grid.rows) * len(self.columns) > MANY_CELLS

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All that is to be said of it, the columns' last."""
        of_columns = (remark for column in self.columns for remark in column.remarks)
        return (*self._of_letters, *self.guess.remarks, *self.grid.remarks, *of_columns)

    @property
    def telling(self) -> tuple[str, ...]:
        """Words by which a person sees whether the encoding is right; none where that is known for certain."""
        if not self.is_text or self.reading.encoding in CERTAIN:
            return ()
        rows = (self.grid.rows[place] for place in range(min(len(self.grid.rows), MOST_LOOKED_AT)))
        return telling(cell for row in (self.grid.names, *rows) for cell in row)

    @property
    def _of_letters(self) -> tuple[Remark, ...]:
        """That the encoding is a guess, as long as it is one."""
        is_guess = self.reading.encoding == self.guess.reading.encoding and not self.guess.is_told
        words = self.telling if is_guess else ()
        values = (("encoding", self.reading.encoding), ("words", printable(", ".join(words))))
        return (Remark("encoding_guessed", values),) if words else ()


def open_table(
    path: Path,
    reading: Reading | None = None,
    chinese: bool = False,
    step: Step = no_step,
    show: Callable[[Table], None] | None = None,
    held: str = MEMORY,
) -> Table:
    """The table in a file; of a large one `show` has its first rows at once, and `held` says where its numbers go.

    Raises TableError, OSError where it cannot be read, and what `step` does, which hears how far it is.
    """
    found = _plain_file(path)
    ending, title = path.suffix.lower(), printable(path.stem)
    is_large = found.st_size >= LARGE or held == DISK
    if is_large and ending not in (*SHEETS, PARQUET, LINES, ".ndjson"):
        try:
            return _large_text(path, title, found, reading, chinese, step, show or (lambda table: None), held)
        except IrregularError:
            # Read as a whole, it is told what does not fit.
            pass
    if is_large and ending == PARQUET:
        try:
            return _large_parquet(path, title, found, reading, step, held)
        except IrregularError:
            pass
    _refuse_whole(found.st_size, path.name, is_large)
    data = read_bytes(path)
    fingerprint = hashlib.sha256(data).hexdigest()
    sheet, nested = None, tuple[int, ...]()
    if data.startswith(BEGINNINGS) and ending not in TEXTS:
        rows = (sheet := read_sheet(data, reading.sheet if reading else "")).rows
    elif ending == PARQUET or data.startswith(b"PAR1"):
        rows, nested = parquet_rows(data, cell_text)
    elif ending in (LINES, ".ndjson"):
        rows, nested = json_rows(data, chinese, step)
    else:
        # Many a text is called .xls.
        return _text_table(data, title, str(path), fingerprint, reading, chinese, step)
    return _plain_table(rows, title, str(path), len(data), fingerprint, reading, sheet, nested, step)


def pasted_table(text: str, reading: Reading | None = None) -> Table:
    """The table in a text, as a spreadsheet puts one on the clipboard. Raises TableError."""
    data = text.encode(errors="replace")
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
    held: str,
) -> Table:
    start, samples = sample(path, found.st_size)
    if start.startswith(b"PK\x03\x04") or start.startswith(b"PAR1"):
        raise IrregularError
    guessed, reading = _read_as(start, chinese, samples, reading)
    try:
        seen = preview(start, reading)
    except TableError as error:
        raise IrregularError from error
    columns = columns_of(seen, reading)
    show(Table(title, str(path), found.st_size, "", guessed, reading, seen, columns, is_preview=True))
    grid, columns, fingerprint, on_disk = read_large(path, seen, samples, reading, step, held)
    _refuse_changed(path, found)
    return Table(title, str(path), found.st_size, fingerprint, guessed, reading, grid, columns, on_disk=on_disk)


def _large_parquet(
    path: Path, title: str, found: os.stat_result, reading: Reading | None, step: Step, held: str
) -> Table:
    reading = reading or Reading()
    grid, columns, fingerprint, on_disk = read_large_parquet(path, reading, cell_text, step, held)
    _refuse_changed(path, found)
    guessed = Guess(reading, len(columns), len(grid.rows), len(grid.rows))
    told = (str(path), found.st_size, fingerprint, guessed, reading, grid, columns)
    return Table(title, *told, is_text=False, on_disk=on_disk)


def _plain_file(path: Path) -> os.stat_result:
    """What the system says of a plain file. Raises TableError for what is none."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise TableError("is_folder", name=path.name)
    if not stat.S_ISREG(found.st_mode):
        raise TableError("no_plain_file", name=path.name)
    return found


def _refuse_whole(size: int, name: str, is_large: bool) -> None:
    """Raises TableError where reading all cells of a file one by one takes more memory than can be had."""
    needed, free = WHOLE * size, free_bytes()
    if is_large and needed > free:
        raise TableError("whole_does_not_fit", name=name, needed=needed >> 20, free=free >> 20)


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


def _text_table(
    data: bytes, title: str, path: str, fingerprint: str, reading: Reading | None, chinese: bool, step: Step = no_step
) -> Table:
    guessed, reading = _read_as(data, chinese, _samples(data), reading)
    grid = grid_of(data, reading, step)
    return Table(title, path, len(data), fingerprint, guessed, reading, grid, columns_of(grid, reading, step))


def _read_as(start: bytes, chinese: bool, samples: tuple[bytes, ...], reading: Reading | None) -> tuple[Guess, Reading]:
    """How a text is probably read, and how it is."""
    if reading is None or reading.header != GUESSED:
        guessed = guess(start, chinese, samples)
        return guessed, reading or guessed.reading
    guessed = guess(start, chinese, samples, reading.encoding)
    return guessed, guessed.reading


def _samples(data: bytes) -> tuple[bytes, ...]:
    """Bytes from the middle and the end, from the start of a line: surprises come late."""
    found = []
    if len(data) > 2 << 20:
        for start in (len(data) // 2, len(data) - (64 << 10)):
            begin = data.find(b"\n", start) + 1
            found.append(data[begin : begin + (32 << 10)].rpartition(b"\n")[0])
    return tuple(found)


def _plain_table(
    rows: Rows,
    title: str,
    path: str,
    size: int,
    fingerprint: str,
    reading: Reading | None,
    sheet: Sheet | None = None,
    nested: Collection[int] = (),
    step: Step = no_step,
) -> Table:
    """Rows of cells that needed no guess but for the names, which stand in the first line, or in a sheet's below a
    title if it has any.

    `nested` are the places of columns of lists and the like.
    """
    numbered = [(line, _without_end(row) if sheet else row) for line, row in rows if any(row)]
    if not numbered:
        raise TableError("no_rows")
    remarks, names = sheet.remarks if sheet else (), sheet.names if sheet else ()
    if reading is None or reading.header == GUESSED:
        reading, above = _guessed(numbered, sheet)
        remarks += (Remark("title_skipped", (("lines", above),)),) if above else ()
    numbered = [(line, row) for line, row in numbered if not line or line >= reading.first]
    if not numbered:
        raise TableError("no_rows")
    width = max(len(row) for _, row in numbered)
    # A spreadsheet leaves out empty cells at a row's end.
    filled = [(line, [*row, *[""] * (width - len(row))]) for line, row in numbered]
    grid = gridded(filled, reading.header, [])
    guessed = Guess(reading, width, len(filled), len(filled), remarks)
    columns = tuple(
        _as_text(each, place, grid, reading) if place in nested else each
        for place, each in enumerate(columns_of(grid, reading, step))
    )
    return Table(title, path, size, fingerprint, guessed, reading, grid, columns, is_text=False, sheets=names)


def _guessed(numbered: Rows, sheet: Sheet | None) -> tuple[Reading, int]:
    """How cells are read, and how many lines of a title stand above them."""
    first = [row for _, row in numbered[:FIRST_LINES]]
    above = title_lines(first) if sheet else 0
    line = max(numbered[above][0], 1)
    has_names = sheet is None or is_header(first[above:], ".")
    missing = missing_of([row for _, row in numbered[above + has_names :][:1000]], ".")
    return Reading(header=line * has_names, first=line, missing=missing, sheet=sheet.name if sheet else ""), above


def _without_end(row: list[str]) -> list[str]:
    """Without the empty cells behind its last."""
    return row[: next((place for place in range(len(row), 0, -1) if row[place - 1]), 0)]


def _as_text(column: Column, place: int, grid: Grid, reading: Reading) -> Column:
    cells = [row[place] for row in grid.rows]
    made = column_of(column.name, cells, grid.lines, reading, TEXT)
    return replace(made, remarks=(Remark("nested", (("column", column.name),)),))
