"""Workbooks, Parquet and JSON lines: cells that need no separator, and yet are not always values."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from playground.tables.opening import open_table
from playground.tables.reading import TableError


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
