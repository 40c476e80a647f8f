"""Workbooks, Parquet and JSON lines: cells that need no separator, and yet are not always values."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from playground.tables.opening import open_table
from playground.tables.reading import GUESSED, Reading, TableError
from tests.tables.books import COVERED, ods_cell, ods_error, ods_row, rows_of, write_ods, write_xlsx


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"x": 1, "y": "a"}\n\n{"x": 2}', [("1", "a"), ("2", "")]),
        ('\ufeff{"x": "a\u2028b", "y": NaN}'.encode(), [("a b", "")]),
        ('{"x": "张", "y": 1e999}'.encode("gb18030"), [("张", "1e999")]),
        ('{"x": 1, "y": 2}'.encode("utf-16"), [("1", "2")]),
        (b'{"x": 1, "x": 2}', ("json_name_twice", 1)), (b'{"x": 1}\n[2]', ("bad_json_line", 2)),
        (b'{"x": 1}\n{"x": ', ("bad_json_line", 2)), (b'{"x": 1}\n\xff\x81', ("bad_json_bytes", 2)),
    ],
)  # fmt: skip
def test_json_lines_are_read_to_the_letter_or_refused_with_the_line(tmp_path, content: bytes, told) -> None:
    path = tmp_path / "t.jsonl"
    path.write_bytes(content)
    if isinstance(told, list):
        found = open_table(path, chinese="张".encode("gb18030") in content)
        assert list(found.grid.rows) == told
        return
    with pytest.raises(TableError) as refused:
        open_table(path)
    assert (refused.value.key, refused.value.values["line"]) == told


def test_lists_in_cells_are_said_to_be_no_values(tmp_path) -> None:
    (tmp_path / "t.jsonl").write_text('{"x": 1, "l": [1, 2]}\n{"x": 2, "l": [3]}\n')
    pq.write_table(pa.table({"x": [1.0, 2.0], "l": [[1, 2], [3]]}), tmp_path / "t.parquet")
    for name in ("t.jsonl", "t.parquet"):
        found = open_table(tmp_path / name)
        assert {column.name: column.kind for column in found.columns} == {"x": "number", "l": "text"}
        assert [(remark.key, dict(remark.values)) for remark in found.remarks] == [("nested", {"column": "l"})]


NS = "http://schemas.openxmlformats.org"
SHEET = """<worksheet xmlns="{ns}/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{merged}</worksheet>"""


def workbook(path: Path, sheets: dict[str, tuple[list[list[str]], str]], hidden: str = "") -> None:
    """An .xlsx of the fewest parts that it needs; each sheet from its third row on, with merged cells."""
    kinds = "".join(
        f'<sheet name="{name}" sheetId="{n}" {"state=" + chr(34) + "hidden" + chr(34) if name == hidden else ""} '
        f'r:id="r{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    link = '<Relationship Id="{id}" Type="{ns}/officeDocument/2006/relationships/{kind}" Target="{to}"/>'
    links = '<Relationships xmlns="{ns}/package/2006/relationships">{all}</Relationships>'
    of_book = "".join(
        link.format(id=f"r{n}", ns=NS, kind="worksheet", to=f"worksheets/{n}.xml") for n in range(1, len(sheets) + 1)
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            links.format(ns=NS, all=link.format(id="a", ns=NS, kind="officeDocument", to="xl/workbook.xml")),
        )
        archive.writestr("xl/_rels/workbook.xml.rels", links.format(ns=NS, all=of_book))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{NS}/spreadsheetml/2006/main" xmlns:r="{NS}/officeDocument/2006/relationships">'
            f"<sheets>{kinds}</sheets></workbook>",
        )
        for n, (rows, merged) in enumerate(sheets.values(), 1):
            cells = "".join(
                f'<row r="{at}">'
                + "".join(
                    f'<c r="{"ABC"[place]}{at}" t="inlineStr"><is><t>{cell}</t></is></c>'
                    for place, cell in enumerate(row)
                    if cell
                )
                + "</row>"
                for at, row in enumerate(rows, 3)
            )
            ranges = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
            archive.writestr(f"xl/worksheets/{n}.xml", SHEET.format(ns=NS, rows=cells, merged=ranges))


def test_of_a_workbook_the_sheet_that_is_seen_is_read_and_said_and_merged_cells_are_filled(tmp_path) -> None:
    rows = [["Report"], ["k", "x", "y"], ["u", "1", "2"], ["", "3", "4"], ["v", "5", "oops"], ["w", "6", "7"]]
    rows += [["w", "6", "7"]] * 4
    workbook(tmp_path / "t.xlsx", {"notes": ([["a", "b"], ["1", "2"]], ""), "data": (rows, "A5:A6")}, "notes")
    found = open_table(tmp_path / "t.xlsx")
    assert found.grid.names == ("k", "x", "y")
    assert found.grid.rows[:2] == (("u", "1", "2"), ("u", "3", "4"))
    assert [(fault.line, fault.value) for fault in found.columns[2].faults] == [(7, "oops")]
    assert [remark.key for remark in found.remarks] == ["sheet_taken", "merged_filled", "title_skipped"]
    assert open_table(tmp_path / "t.xlsx", found.reading).grid == found.grid


def test_a_text_that_is_called_a_workbook_is_read_as_text(tmp_path) -> None:
    (tmp_path / "t.xls").write_text("a\tb\n1\t2\n")
    assert open_table(tmp_path / "t.xls").grid.rows == (("1", "2"),)


MERGED = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
NUMBERS = [[1.5 * n, n % 3, "ab"[n % 2]] for n in range(12)]


def faults(found) -> list[tuple]:
    return [(fault.line, fault.column, fault.value) for column in found.columns for fault in column.faults]


def test_errors_in_a_workbook_are_no_empty_cells(tmp_path) -> None:
    rows = rows_of(["x", "y", "k"], [("e", "#DIV/0!"), 1, "a"], [("e", "#N/A"), 2, "b"], [2.0, ("e", "#REF!"), "b"])
    write_xlsx(tmp_path / "t.xlsx", {"data": {**rows, **dict(enumerate(NUMBERS, 5))}})
    found = open_table(tmp_path / "t.xlsx")
    # What says that there is no value is one of the words that may mean so.
    assert "#N/A" in found.reading.missing
    assert faults(found) == [(2, "x", "#DIV/0!"), (4, "y", "#REF!")]


@pytest.mark.parametrize("is_old", [False, True])
def test_errors_and_merged_cells_of_ods_are_told(tmp_path, is_old: bool) -> None:
    write_ods(
        tmp_path / "t.ods", ods_row(ods_cell("k"), ods_cell("x")),
        ods_row(ods_cell("a", 'table:number-rows-spanned="3"'), ods_cell(1.0)),
        ods_row(COVERED, ods_cell(2.0), times=2),
        ods_row(ods_cell("b"), ods_error("#DIV/0!", is_old)),
        ods_row(ods_cell("b"), ods_error("Err:502", is_old), times=2),
        ods_row(ods_cell("b"), ods_cell(7.0, 'table:formula="of:=3+4"')),
    )  # fmt: skip
    found = open_table(tmp_path / "t.ods")
    assert [row[0] for row in found.grid.rows] == ["a", "a", "a", "b", "b", "b", "b"]
    assert faults(found) == [(5, "x", "#DIV/0!"), (6, "x", "Err:502"), (7, "x", "Err:502")]
    assert [(remark.key, dict(remark.values)) for remark in found.remarks] == [("merged_filled", {"count": 2})]


def test_of_a_book_with_a_cover_its_table_is_read_and_another_sheet_can_be_chosen(tmp_path) -> None:
    sheets = {
        "cover": rows_of(["Read me"]),
        "data": rows_of(["x", "k"], [1, "a"], [2, "b"]),
        "old": rows_of(["q"], [7]),
    }
    write_xlsx(tmp_path / "t.xlsx", sheets, hidden=["old"])
    found = open_table(tmp_path / "t.xlsx")
    assert (found.reading.sheet, found.sheets, found.grid.names) == ("data", ("cover", "data", "old"), ("x", "k"))
    assert [dict(remark.values) for remark in found.remarks] == [{"name": "data", "others": "cover, old"}]
    chosen = open_table(tmp_path / "t.xlsx", Reading(sheet="old", header=GUESSED))
    assert (chosen.grid.names, chosen.grid.rows, chosen.reading.header) == (("q",), (("7",),), 1)
    assert open_table(tmp_path / "t.xlsx", chosen.reading).grid == chosen.grid


def test_a_sheet_without_names_keeps_its_first_row(tmp_path) -> None:
    write_xlsx(tmp_path / "t.xlsx", {"d": rows_of([5.1, 3.5, "a"], [4.9, 3.0, "b"], [4.7, 3.2, "a"])})
    found = open_table(tmp_path / "t.xlsx")
    assert (found.grid.names[0], len(found.grid.rows), found.reading.header) == ("column_1", 3, 0)


def test_a_table_that_stands_anywhere_in_a_sheet_is_found(tmp_path) -> None:
    rows = {3: [None, None, "Sales"], 10: [None, None, "x", "k"]} | {
        n: [None, None, n, "ab"[n % 2]] for n in range(11, 16)
    }
    write_xlsx(tmp_path / "t.xlsx", {"d": rows})
    found = open_table(tmp_path / "t.xlsx")
    assert (found.grid.names, found.grid.lines[0], len(found.grid.rows)) == (("x", "k"), 11, 5)


def test_formats_are_no_values(tmp_path) -> None:
    names = ["day", "time", "share", "price", "on", "sum", "hours"]
    row = [(1, 45000), (4, 45000.5), (2, 0.25), (3, 1234.5), True, ("f", 7.5), (5, 1.5)]
    write_xlsx(tmp_path / "t.xlsx", {"d": rows_of(names, row, row)})
    found = open_table(tmp_path / "t.xlsx")
    # 45,000 days after the last one of 1899; a day and a half are 36 hours.
    assert found.grid.rows[0] == ("2023-03-15", "2023-03-15 12:00:00", "0.25", "1234.5", "True", "7.5", "36:00:00")
    kinds = ["date", "date", "number", "number", "yes_no", "number", "date"]
    assert [column.kind for column in found.columns] == kinds


@pytest.mark.parametrize(
    ("rows", "more", "key", "count"),
    [
        (rows_of(["x", "y"], [1, ("f", "")], [2, ("f", "")]), "", "formulas_unsaved", 2),
        (rows_of(["x", "y"], [1234567890123456789, 1], [3, 2]), "", "digits_lost", 1),
        (rows_of(["x", "y"], [1, 2], [None, 3]), MERGED, "merged_filled", 1),
    ],
)  # fmt: skip
def test_what_a_workbook_does_not_say_by_itself_is_said(tmp_path, rows, more: str, key: str, count: int) -> None:
    write_xlsx(tmp_path / "t.xlsx", {"d": rows}, more=more)
    remarks = open_table(tmp_path / "t.xlsx").remarks
    assert [(remark.key, dict(remark.values)) for remark in remarks] == [(key, {"count": count})]


def test_a_lone_cell_far_away_takes_no_memory(tmp_path) -> None:
    write_xlsx(tmp_path / "t.xlsx", {"d": {1: ["x", "y"], 2: [1, 2], 1048576: [None] * 16383 + [1]}})
    write_ods(tmp_path / "t.ods", ods_row(ods_cell(1.0, 'table:number-columns-repeated="16384"'), times=1_000_000))
    for name, cells in (("t.xlsx", 1048576 * 16384), ("t.ods", 1_000_000 * 16384)):
        with pytest.raises(TableError) as refused:
            open_table(tmp_path / name)
        assert (refused.value.key, refused.value.values["cells"]) == ("too_many_cells", cells)


def test_errors_and_merged_cells_without_end_take_no_memory(tmp_path) -> None:
    # 2 kB that had taken all memory there is, or minutes.
    error = ods_error("#DIV/0!").replace(
        "<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" '
    )
    head = ods_row(ods_cell("x"), ods_cell("y"))
    write_ods(tmp_path / "t.ods", head, ods_row(error.replace('office:value-type="string"', ""), times=1_000_000))
    merged = '<mergeCell ref="A1:B1048576"/>' * 30_000
    rows = rows_of(["x", "y"], *([at, at] for at in range(1_000)))
    write_xlsx(tmp_path / "t.xlsx", {"d": rows}, more=f"<mergeCells>{merged}</mergeCells>")
    for name in ("t.ods", "t.xlsx"):
        with pytest.raises(TableError) as refused:
            open_table(tmp_path / name)
        assert refused.value.key == "too_many_cells"


LONG = "x" * 1_000_000


def test_a_long_text_in_many_places_does_not_end_the_process(tmp_path) -> None:
    # 2 to 130 kB, of which the reader would have made gigabytes; where it gets none, the process ends.
    head, many = ods_row(ods_cell("a"), ods_cell("b")), ods_cell(LONG, 'table:number-columns-repeated="8000"')
    write_ods(tmp_path / "t.ods", head, ods_row(many))
    write_ods(tmp_path / "rows.ods", head, ods_row(ods_cell(LONG), ods_cell("b"), times=8_000))
    rows = rows_of(["a", "b"], *([("s", at % 2), ("s", 1)] for at in range(16_000)))
    write_xlsx(tmp_path / "t.xlsx", {"d": rows}, shared=[LONG, "b"])
    for name in ("t.ods", "rows.ods", "t.xlsx"):
        with pytest.raises(TableError) as refused:
            open_table(tmp_path / name)
        assert (refused.value.key, refused.value.values["most"]) == ("file_too_large", 512)
        assert (tmp_path / name).stat().st_size < 200_000


def test_a_long_text_in_one_place_of_many_is_read(tmp_path) -> None:
    # As many cells, and as long a text, but that stands in one of them.
    rows = rows_of(["a", "b"], *([("s", 1), ("s", int(at > 0))] for at in range(3_000)))
    write_xlsx(tmp_path / "t.xlsx", {"d": rows}, shared=[LONG, "b"])
    found = open_table(tmp_path / "t.xlsx").grid.rows
    assert (len(found), found[0], found[1]) == (3_000, ("b", LONG), ("b", "b"))


def test_an_error_that_is_repeated_stands_in_each_of_its_cells(tmp_path) -> None:
    error = ods_error("#N/A").replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="2" ')
    head = ods_row(ods_cell("x"), ods_cell("y"), ods_cell("z"))
    write_ods(tmp_path / "t.ods", head, ods_row(error, ods_cell("a"), times=2), ods_row(*map(ods_cell, "bcd")))
    found = open_table(tmp_path / "t.ods").grid
    assert [list(row) for row in found.rows] == [["#N/A", "#N/A", "a"], ["#N/A", "#N/A", "a"], ["b", "c", "d"]]


def test_another_zip_called_a_workbook_is_refused(tmp_path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(TableError) as refused:
        open_table(tmp_path / "t.xlsx")
    assert refused.value.values == {"kind": "zip"}
