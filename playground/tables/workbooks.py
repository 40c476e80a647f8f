"""A sheet of a workbook as rows of cells' texts, with the line of each in the sheet."""

from __future__ import annotations

import io
from typing import Any

from playground.tables.reading import Remark, TableError, printable

MOST_CELLS = 20_000_000
# How an .xlsx or .ods begins, and an .xls.
BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Rows = list[tuple[int, list[str]]]


def cell_text(value: Any) -> str:
    """A value as a table's text would have it; what a float calls no number is no value."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    return " ".join(str(value).split())


def sheet_rows(data: bytes) -> tuple[Rows, tuple[Remark, ...]]:
    """The first sheet that a person sees with anything in it; formulas are not run, their last values are taken.

    Raises TableError.
    """
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
        for name in shown or book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise TableError("too_many_cells", cells=sheet.total_height * sheet.total_width, most=MOST_CELLS)
            rows = [[cell_text(value) for value in row] for row in sheet.to_python(skip_empty_area=True)]
            if any(any(row) for row in rows):
                top, left = sheet.start or (0, 0)
                filled = _fill_merged(rows, sheet.merged_cell_ranges or (), top, left)
                return list(enumerate(rows, top + 1)), _remarks(name, book.sheet_names, filled)
    except (CalamineError, ValueError, OSError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("damaged_sheet", reason=str(error)[:200]) from error
    raise TableError("empty_file")


def _fill_merged(rows: list[list[str]], ranges: Any, top: int, left: int) -> int:
    """Each row that a merged cell reaches down to has its value; how many cells were filled so."""
    filled = 0
    for (first, column), (last, _) in ranges:
        for row in range(first + 1, last + 1):
            at, place = row - top, column - left
            if first - top >= 0 and at < len(rows) and 0 <= place < len(rows[at]) and not rows[at][place]:
                rows[at][place] = rows[first - top][place]
                filled += bool(rows[at][place])
    return filled


def _remarks(name: str, names: list[str], filled: int) -> tuple[Remark, ...]:
    found = []
    if len(names) > 1:
        others = ", ".join(printable(other, 40) for other in names if other != name)[:200]
        found.append(Remark("sheet_taken", (("name", printable(name, 40)), ("others", others))))
    if filled:
        found.append(Remark("merged_filled", (("count", filled),)))
    return tuple(found)
