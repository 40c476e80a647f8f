"""What a workbook's own XML says of a sheet beside its values: how large it is, errors, merged cells, and the like."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from playground.tables.reading import MOST_CELLS, MOST_LETTERS, TableError

Place = tuple[int, int]
"""Row and column, from 0."""
Spread = tuple[int, int, int, int]
"""The row and the column, from 0, from which on so many rows and columns are alike."""

# The parts of a workbook may unfold to so many bytes.
MOST_UNFOLDED = 1 << 30
SHARED = "sharedStrings"
_ERROR = re.compile(r"#[A-Z][A-Z0-9/_]*[!?]?|Err:\d+")


@dataclass(slots=True)
class Beside:
    """`errors` stand in cells without a value; `unsaved` formulas have no result, `hidden` rows are not seen."""

    rows: int = 0
    columns: int = 0
    errors: list[tuple[Spread, str]] = field(default_factory=list)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    unsaved: int = 0
    hidden: int = 0
    letters: int = 0

    def reach(self, row: int, column: int) -> None:
        """Raises TableError where it would be too large with anything there."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows * self.columns > MOST_CELLS:
            raise TableError("too_many_cells", cells=self.rows * self.columns, most=MOST_CELLS)

    def hold(self, letters: int) -> None:
        """Raises TableError where all texts would be too long with so many letters more."""
        self.letters += letters
        if self.letters > MOST_LETTERS:
            raise TableError("file_too_large", mib=self.letters >> 20, most=MOST_LETTERS >> 20)

    def fail(self, where: Spread, error: str) -> None:
        """An error stands there. Raises TableError as `reach` does."""
        row, column, down, right = where
        self.reach(row + down - 1, column + right - 1)
        self.errors.append((where, error))


def sheets_beside(file: IO[bytes]) -> list[Beside]:
    """Of each of a zipped workbook's sheets, in its order.

    Raises TableError where it is none, or they are too large to be read, and zipfile.BadZipFile.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            unfolded = sum(each.file_size for each in archive.infolist())
            if unfolded > MOST_UNFOLDED:
                raise TableError("file_too_large", mib=unfolded >> 20, most=MOST_UNFOLDED >> 20)
            parts = archive.namelist()
            if "content.xml" not in parts and "_rels/.rels" not in parts:
                raise TableError("looks_like", kind="zip")
            found = _Ods(archive).found if "content.xml" in parts else _of_xlsx(archive)
    except (
        expat.ExpatError,
        ElementTree.ParseError,
        KeyError,
        ValueError,
        StopIteration,
        NotImplementedError,
        RuntimeError,
    ) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("damaged_sheet", reason=str(error)[:200]) from error
    return found


def _of_xlsx(archive: zipfile.ZipFile) -> list[Beside]:
    targets = _targets(archive, "_rels/.rels")
    book = next(path for kind, path in targets.values() if kind == "officeDocument")
    folder, name = posixpath.split(book)
    parts = _targets(archive, f"{folder}/_rels/{name}.rels", folder)
    found = []
    for sheet in ElementTree.fromstring(archive.read(book)).iter():
        if _local(sheet.tag) == "sheet":
            kind, part = parts[
                next(value for key, value in sheet.attrib.items() if _local(key) == "id" and key != "id")
            ]
            # Sheets of a chart have no cells.
            found.append(_of_worksheet(archive, part) if kind == "worksheet" else Beside())
    return found


def _of_worksheet(archive: zipfile.ZipFile, part: str) -> Beside:
    scan = _Xlsx(archive, part)
    # The reader goes by the name.
    texts = [each for each in archive.infolist() if SHARED.lower() in each.filename.lower()]
    if scan.shared * sum(each.file_size for each in texts) > MOST_LETTERS:
        lengths = [
            sum(each) for each in zip_longest(*(_Texts(archive, each.filename).lengths for each in texts), fillvalue=0)
        ]
        if scan.shared * max(lengths, default=0) > MOST_LETTERS:
            _Shared(archive, part, lengths, scan.found)
    return scan.found


def _targets(archive: zipfile.ZipFile, path: str, folder: str = "") -> dict[str, tuple[str, str]]:
    """By their id, which kind of part each is, and its path."""
    links = ElementTree.fromstring(archive.read(path))
    return {
        each.attrib["Id"]: (
            each.attrib["Type"].rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, each.attrib["Target"])).lstrip("/"),
        )
        for each in links
    }


def _local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


class _Scan:
    """Reads a part element by element; a text is gathered only where one is wanted."""

    def __init__(self, archive: zipfile.ZipFile, part: str) -> None:
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartElementHandler = lambda name, attributes: self._start(_local(name), attributes)
        self._texts: list[str] = []
        with archive.open(part) as file:
            self._parser.ParseFile(file)

    def _listen(self) -> None:
        """Hear of texts and ends, until `_deaf`: most cells have no need of it."""
        self._texts = []
        self._parser.CharacterDataHandler = self._texts.append
        self._parser.EndElementHandler = lambda name: self._end(_local(name))

    def _deaf(self) -> None:
        self._parser.CharacterDataHandler = self._parser.EndElementHandler = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        raise NotImplementedError

    def _end(self, name: str) -> None:
        raise NotImplementedError


class _Xlsx(_Scan):
    def __init__(self, archive: zipfile.ZipFile, part: str) -> None:
        self.found, self._row, self._column, self._kind = Beside(), -1, -1, ""
        # Cells whose text stands elsewhere.
        self.shared = 0
        super().__init__(archive, part)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._kind, at = attributes.get("t", ""), attributes.get("r", "")
            self._row, self._column = _place(at) if at else (self._row, self._column + 1)
            if self._kind == "e":
                self._listen()
            self.shared += self._kind == "s"
        elif name in ("v", "is", "f"):
            self.found.reach(self._row, self._column)
            if name == "f" and self._kind not in ("e", "str"):
                self._listen()
            elif name == "v":
                self._texts.clear()
        elif name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 2)) - 1, -1
            self.found.hidden += attributes.get("hidden") in ("1", "true")
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            if last:
                self.found.merged.append((_place(first), _place(last)))

    def _end(self, name: str) -> None:
        text = "".join(self._texts).strip()
        if name == "f":
            self._texts.clear()
        elif name == "c":
            if self._kind == "e":
                self.found.fail((self._row, self._column, 1, 1), text or "#N/A")
            else:
                self.found.unsaved += not text
            self._deaf()


class _Texts(_Scan):
    """`lengths` of the texts that cells of .xlsx name by their places."""

    def __init__(self, archive: zipfile.ZipFile, part: str) -> None:
        self.lengths: list[int] = []
        super().__init__(archive, part)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.lengths.append(0)
            self._parser.CharacterDataHandler = self._add

    def _add(self, text: str) -> None:
        self.lengths[-1] += len(text)


class _Shared(_Scan):
    """Raises TableError where the texts that the cells name are too long together."""

    def __init__(self, archive: zipfile.ZipFile, part: str, lengths: list[int], sheet: Beside) -> None:
        self._lengths, self._sheet = lengths, sheet
        super().__init__(archive, part)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c" and attributes.get("t") == "s":
            self._listen()

    def _end(self, name: str) -> None:
        if name == "c":
            self._sheet.hold(self._lengths[int("".join(self._texts))])
            self._deaf()


def _place(reference: str) -> Place:
    """ "C5" is (4, 2). Raises ValueError."""
    parts = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})", reference)
    if not parts:
        raise ValueError(f"no cell: {reference[:40]}")
    column = 0
    for letter in parts[1].upper():
        column = 26 * column + ord(letter) - 64
    return int(parts[2]) - 1, column - 1


def _times(told: dict[str, str], name: str) -> int:
    return max(1, int(told.get(name, 1)))


class _Ods(_Scan):
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.found: list[Beside] = []
        self._row, self._rows, self._column, self._cells, self._aside = 0, 0, 0, 0, 0
        # In how many places the cell stands.
        self._copies = 1
        super().__init__(archive, "content.xml")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        told = {_local(key): value for key, value in attributes.items()}
        if name == "table" and "name" in told:
            self.found.append(Beside())
            self._row, self._rows = 0, 0
        elif name == "table-row" and self.found:
            self._row, self._rows = self._row + self._rows, _times(told, "number-rows-repeated")
            self._column, self._cells = 0, 0
            self.found[-1].hidden += self._rows * (told.get("visibility") in ("collapse", "filter"))
        elif name in ("table-cell", "covered-table-cell") and self.found:
            self._column, self._cells = self._column + self._cells, _times(told, "number-columns-repeated")
            self._cell(told)
        elif name == "annotation":
            self._aside = len(self._texts)

    def _cell(self, told: dict[str, str]) -> None:
        sheet, row, column = self.found[-1], self._row, self._column
        if "value-type" in told:
            sheet.reach(row + self._rows - 1, column + self._cells - 1)
        down, right = _times(told, "number-rows-spanned"), _times(told, "number-columns-spanned")
        if down > 1 or right > 1:
            sheet.merged.append(((row, column), (row + down - 1, column + right - 1)))
        self._copies = self._rows * self._cells
        if "formula" in told or "error" in told.values() or (self._copies > 1 and "value-type" in told):
            sheet.hold(self._copies * len(told.get("string-value", "")))
            self._listen()

    def _end(self, name: str) -> None:
        if name == "annotation":
            # Somebody's remark is no part of the cell.
            del self._texts[self._aside :]
        elif name in ("table-cell", "covered-table-cell"):
            text = "".join(self._texts).strip()
            self.found[-1].hold(self._copies * len(text))
            if _ERROR.fullmatch(text):
                self.found[-1].fail((self._row, self._column, self._rows, self._cells), text)
            self._deaf()
