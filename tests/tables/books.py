"""Workbooks by hand, of the fewest parts that they need: .xlsx by cells' XML, .ods by rows' XML."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

NS = "http://schemas.openxmlformats.org"
LINK = '<Relationship Id="{id}" Type="{ns}/officeDocument/2006/relationships/{kind}" Target="{to}"/>'
# By their place: plain, a date, a percentage, dollars, a date with its time, elapsed hours.
FORMATS = (0, 14, 9, 164, 22, 46)
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
)
COVERED = "<table:covered-table-cell/>"

Rows = Mapping[int, Sequence[Any]]


def _links(*links: str) -> str:
    return f'<Relationships xmlns="{NS}/package/2006/relationships">{"".join(links)}</Relationships>'


def _letters(column: int) -> str:
    name = ""
    while column >= 0:
        name, column = chr(65 + column % 26) + name, column // 26 - 1
    return name


def cell(value: Any, at: str) -> str:
    """A number, a text, ("e", error), ("f", result of a formula), ("s", place of a shared text) or (place of a format,
    number)."""
    match value:
        case None:
            return ""
        case str():
            return f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>'
        case bool():
            return f'<c r="{at}" t="b"><v>{int(value)}</v></c>'
        case ("e", error):
            return f'<c r="{at}" t="e"><f>1/0</f><v>{error}</v></c>'
        case ("s", place):
            return f'<c r="{at}" t="s"><v>{place}</v></c>'
        case ("f", result):
            return f'<c r="{at}"><f>A1+1</f><v>{result}</v></c>'
        case (form, number):
            return f'<c r="{at}" s="{form}"><v>{number}</v></c>'
        case _:
            return f'<c r="{at}"><v>{value!r}</v></c>'


def _cells(row: Sequence[Any], at: int) -> str:
    return "".join(cell(value, f"{_letters(place)}{at}") for place, value in enumerate(row))


def write_xlsx(
    path: Path, sheets: dict[str, Rows], hidden: Sequence[str] = (), more: str = "", shared: Sequence[str] = ()
) -> None:
    """Rows by their number, from 1. more: XML behind each sheet's cells. shared: texts that cells name by place."""
    numbers = range(1, len(sheets) + 1)
    named = "".join(
        f'<sheet name="{name}" sheetId="{n}" {"" if name not in hidden else "state=" + chr(34) + "hidden" + chr(34)} '
        f'r:id="r{n}"/>'
        for n, name in enumerate(sheets, 1)
    )
    parts = [LINK.format(id=f"r{n}", ns=NS, kind="worksheet", to=f"worksheets/{n}.xml") for n in numbers]
    formats = "".join(f'<xf numFmtId="{form}"/>' for form in FORMATS)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels", _links(LINK.format(id="a", ns=NS, kind="officeDocument", to="/xl/workbook.xml"))
        )
        styles = LINK.format(id="s", ns=NS, kind="styles", to="styles.xml")
        archive.writestr("xl/_rels/workbook.xml.rels", _links(*parts, styles))
        if shared:
            texts = "".join(f"<si><t>{text}</t></si>" for text in shared)
            archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{NS}/spreadsheetml/2006/main">{texts}</sst>')
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{NS}/spreadsheetml/2006/main" xmlns:r="{NS}/officeDocument/2006/relationships">'
            f"<sheets>{named}</sheets></workbook>",
        )
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{NS}/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" '
            f'formatCode="&quot;$&quot;#,##0.00"/></numFmts><cellXfs>{formats}</cellXfs></styleSheet>',
        )
        for n, rows in enumerate(sheets.values(), 1):
            told = "".join(f'<row r="{at}">{_cells(row, at)}</row>' for at, row in rows.items())
            archive.writestr(
                f"xl/worksheets/{n}.xml",
                f'<worksheet xmlns="{NS}/spreadsheetml/2006/main"><sheetData>{told}</sheetData>{more}</worksheet>',
            )


def rows_of(*rows: Sequence[Any]) -> Rows:
    return dict(enumerate(rows, 1))


def ods_cell(value: object, more: str = "") -> str:
    kind = f'value-type="float" office:value="{value}"' if isinstance(value, float) else 'value-type="string"'
    return f"<table:table-cell office:{kind} {more}><text:p>{value}</text:p></table:table-cell>"


def ods_error(error: str, is_old: bool = False) -> str:
    """As LibreOffice writes it, or OpenOffice, which has a number beside it."""
    told = 'value-type="float" office:value="0"' if is_old else 'value-type="string" calcext:value-type="error"'
    return f'<table:table-cell table:formula="of:=1/0" office:{told}><text:p>{error}</text:p></table:table-cell>'


def ods_row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def write_ods(path: Path, *rows: str) -> None:
    """A workbook of one sheet."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        table = f'<table:table table:name="data">{"".join(rows)}</table:table>'
        archive.writestr("content.xml", ODS.format(tables=table))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
