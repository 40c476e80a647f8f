"""A sheet of a workbook as rows of cells' texts, with the line of each in the sheet."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from playground.tables.reading import MOST_CELLS, Remark, TableError, printable
from playground.tables.sheet_xml import Beside, Place, sheets_beside

# How an .xlsx or .ods begins, and an .xls.
ZIP = b"PK\x03\x04"
BEGINNINGS = (ZIP, b"\xd0\xcf\x11\xe0")
# A spreadsheet keeps 15 digits of a number.
DIGITS = 1e15

Rows = list[tuple[int, list[str]]]


def cell_text(value: Any) -> str:
    """A value as a table's text would have it; what a float calls no number is no value."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return " ".join(str(value).split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """rows: each with its line in the sheet. names: those of all sheets."""

    name: str
    rows: Rows
    names: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()


def read_sheet(data: bytes, wanted: str = "") -> Sheet:
    """That sheet of a workbook, or the first that a person sees with anything in it; formulas are not run, their last
    results are taken.

    Raises TableError.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        # Else a lone cell far away would take all memory, and errors would be empty cells.
        beside = sheets_beside(io.BytesIO(data)) if data.startswith(ZIP) else None
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        if beside is not None and len(beside) != len(names):
            raise TableError("damaged_sheet", reason=f"{len(beside)} / {len(names)}")
        shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible] or names
        first = None
        for name in [wanted] if wanted in names else shown:
            sheet = _sheet(book, name, beside[names.index(name)] if beside is not None else None)
            if sum(len(row) - row.count("") > 1 for _, row in sheet.rows) > 1:
                return sheet
            # A cover has words, but no table.
            first = first or (sheet if any(any(row) for _, row in sheet.rows) else None)
        if first is not None:
            return first
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, OSError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("damaged_sheet", reason=str(error)[:200]) from error
    raise TableError("empty_file")


def _sheet(book: Any, name: str, told: Beside | None) -> Sheet:
    """One sheet, from its first column with anything in it."""
    sheet = book.get_sheet_by_name(name)
    cells = sheet.total_height * sheet.total_width
    if cells > MOST_CELLS:
        raise TableError("too_many_cells", cells=cells, most=MOST_CELLS)
    values = sheet.to_python(skip_empty_area=False)
    rows = [[cell_text(value) for value in row] for row in values]
    beside = told or Beside(merged=sheet.merged_cell_ranges or [])
    for (first, left, down, right), error in beside.errors:
        for row in rows[first : first + down]:
            found = len(row[left : left + right])
            row[left : left + found] = [error] * found
    remarks = _remarks(name, book.sheet_names, beside, _fill_merged(rows, beside.merged), values, told is None)
    empty = min((next((at for at, cell in enumerate(row) if cell), len(row)) for row in rows if any(row)), default=0)
    return Sheet(name, [(line, row[empty:]) for line, row in enumerate(rows, 1)], tuple(book.sheet_names), remarks)


def _fill_merged(rows: list[list[str]], ranges: Iterable[tuple[Place, Place]]) -> int:
    """Each row that a merged cell reaches down to has its value; how many cells were filled so.

    Raises TableError where they are more than a sheet may have, as only ranges over each other are.
    """
    filled = reached = 0
    for (first, column), (last, _) in ranges:
        reached += max(0, min(last, len(rows) - 1) - first)
        if reached > MOST_CELLS:
            raise TableError("too_many_cells", cells=reached, most=MOST_CELLS)
        for row in range(first + 1, min(last + 1, len(rows))):
            if column < len(rows[row]) and not rows[row][column]:
                rows[row][column] = rows[first][column]
                filled += bool(rows[row][column])
    return filled


def _remarks(
    name: str, names: list[str], beside: Beside, filled: int, values: list[list[Any]], is_old: bool
) -> tuple[Remark, ...]:
    long = sum(
        isinstance(value, float) and abs(value) >= DIGITS and value.is_integer() for row in values for value in row
    )
    others = ", ".join(printable(other, 40) for other in names if other != name)[:200]
    told: dict[str, dict[str, str | int]] = {
        "sheet_taken": {"name": printable(name, 40), "others": others} if others else {},
        "merged_filled": {"count": filled},
        "hidden_rows": {"count": beside.hidden},
        "formulas_unsaved": {"count": beside.unsaved},
        "digits_lost": {"count": long},
        "old_workbook": {"count": int(is_old)},
    }
    return tuple(Remark(key, tuple(each.items())) for key, each in told.items() if any(each.values()))
