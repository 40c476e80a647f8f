"""Tables as people have them, each with the answer that is right for it."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from playground.tables import opening
from playground.tables.columns import column_of
from playground.tables.opening import Table, open_table, pasted_table
from playground.tables.reading import Reading, TableError

MESSY = Path(__file__).parent.parent / "reference" / "tables"


def table(name: str) -> Table:
    return open_table(MESSY / f"{name}.csv")


def faults(found: Table) -> list[tuple]:
    return [(fault.kind, fault.line, fault.needed, fault.came) for fault in found.grid.faults]


def kinds(found: Table) -> dict[str, str]:
    return {column.name: column.kind for column in found.columns}


@pytest.mark.parametrize(
    ("name", "right"), [("short_rows", ("short_row", 3, 3, 2)), ("long_rows", ("long_row", 3, 3, 4))]
)
def test_a_row_of_other_length_is_named_with_its_line(name, right) -> None:
    found = table(name)
    assert faults(found) == [right]
    assert found.grid.lines == (2, 4)


@pytest.mark.parametrize(
    ("name", "key", "values"),
    [
        ("short_header", "header_short", {"names": 2, "values": 3, "line": 1}),
        ("header_only", "no_rows", {}),
        ("empty", "empty_file", {}),
        ("json", "looks_like", {"kind": "JSON"}),
    ],
)
def test_what_is_no_table_is_refused(name, key, values) -> None:
    with pytest.raises(TableError) as refused:
        table(name)
    assert (refused.value.key, refused.value.values) == (key, values)


@pytest.mark.parametrize(
    ("name", "separator", "decimal", "encoding", "header"),
    [
        ("decimal_comma", ";", ",", "utf-8", 1), ("utf16", ",", ".", "utf-16", 1), ("bom", ",", ".", "utf-8", 1),
        ("latin1", ",", ".", "cp1252", 1), ("list_in_field", ";", ".", "utf-8", 1), ("pipe", "|", ".", "utf-8", 1),
        ("no_header", ",", ".", "utf-8", 0), ("one_column", "", ".", "utf-8", 1),
        ("comment_lines", ",", ".", "utf-8", 3),
        ("thousands", ",", ".", "utf-8", 1), ("header_text_all", ",", ".", "utf-8", 1),
    ],
)  # fmt: skip
def test_how_a_text_is_read_is_guessed(name, separator, decimal, encoding, header) -> None:
    reading = table(name).reading
    assert (reading.separator, reading.decimal, reading.encoding, reading.header) == (
        separator, decimal, encoding, header,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "column", "right"),
    [
        ("thousands", "price", [1234.5, 12000, 999]), ("decimal_comma", "Temperatur", [28.7, 28.95, 29.08]),
        ("bools", "ok", [1, 0, 1]), ("big_int", "x", [11111111111111111111111111111111.0, 5]),
        ("bom", "a", [1, 3]), ("space_after_comma", "c", [9, 8]), ("blank_lines", "b", [2, 4]),
        ("mixed_ends", "b", [2, 4]), ("pipe", "c", [3, 6]), ("no_header", "column_3", [0, 0, 1]),
        ("list_in_field", "cost", [62.25, 46.5]),
    ],
)  # fmt: skip
def test_numbers_are_those_that_are_written(name, column, right) -> None:
    found = {each.name: each for each in table(name).columns}[column]
    np.testing.assert_array_equal(found.values, right)
    assert not found.faults


def test_words_for_missing_are_categories_until_a_person_says_so() -> None:
    country = table("na_words").columns[0]
    assert (country.kind, country.words, country.missing) == ("category", ("DE", "NA", "None", "null"), 0)
    told = column_of("country", ["NA", "DE", "None"], [2, 3, 4], Reading(missing=("", "NA")))
    assert (told.words, told.missing) == (("DE", "None"), 1)


def test_a_word_among_numbers_is_missing() -> None:
    found = pasted_table("a,b,y\n1,NA,x\n2,5,z\n3,6,x\n4,7,z\n5,8,NA\n")
    assert found.reading.missing == ("", "NA")
    assert [column.missing for column in found.columns] == [0, 1, 1]


@pytest.mark.parametrize(
    ("name", "key"),
    [("duplicate_names", "names_doubled"), ("comment_lines", "comments_skipped"), ("big_int", "rounded")],
)
def test_what_was_changed_is_said(name, key) -> None:
    assert key in [remark.key for remark in table(name).remarks]


def test_columns_of_dates_of_units_and_of_mixed_units_are_told_apart() -> None:
    assert kinds(table("decimal_comma"))["Datum"] == "date"
    assert kinds(table("currency"))["p"] == "category"
    found = pasted_table("w,y\n4500 g,1\n3200 g,2\n3900 g,1\n").columns[0]
    assert (found.kind, found.unit, found.values.tolist()) == ("number", "g", [4500, 3200, 3900])


def test_a_late_word_in_a_column_of_numbers_is_a_fault_with_its_line() -> None:
    lines = "\n".join(["a,b", *("1,2" for _ in range(30_000)), "1,oops", "1,2.5"])
    column = pasted_table(lines).columns[1]
    assert column.kind == "number"
    assert [(fault.kind, fault.line, fault.value) for fault in column.faults] == [("not_a_number", 30_002, "oops")]
    assert column.values[-1] == 2.5


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("a,b\n1,inf\n2,3\n3,4\n4,5\n5,6\n", "infinite", 2), ("a,b\n1,2\n2,1e39\n3,4\n4,5\n5,6\n", "too_large", 3),
        ("a,b\n1,2\n2,x\n3,4\n4,5\n5,6\n", "not_a_number", 3), ("a,b\n1,2\n2,4 g\n3,4\n4,5\n5,6\n6,7\n", "has_unit", 3),
    ],
)  # fmt: skip
def test_cells_that_are_no_numbers_to_learn_from_are_faults(text, kind, line) -> None:
    (fault,) = pasted_table(text).columns[1].faults
    assert (fault.kind, fault.line, fault.column) == (kind, line, "b")


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ('a,b\n1,2\n3,"4\n5,6\n', "unclosed_quote", 3),
        ("a,b\n1,2\n3,4\0\n", "nul", 3),
        ("a,b\n1,2\n\n7\n", "short_row", 4),
    ],
)
def test_places_that_break_a_text_are_faults(text, kind, line) -> None:
    assert (kind, line) in [(fault.kind, fault.line) for fault in pasted_table(text).grid.faults]


def test_lines_are_those_of_the_file() -> None:
    assert table("quoted_newline").grid.lines == (2, 4)
    assert table("comment_lines").grid.lines == (4,)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["01234", "10115", "80331"], "category"), (['5" pipe', '6" pipe'], "category"),
        (["1 234,5", "2"], "category"), (["", ""], "number"),
        (["2024-01-02", "2024-02-03"], "date"), (["12:30", "13:45"], "date"), (["yes", "no", "YES"], "yes_no"),
        (["-1.5e3", "+2", ".5", "7."], "number"), (["1'234.5", "12"], "number"),
        ([f"word {n}" for n in range(300)], "text"), (["1 Jan 2024", "Feb 3, 2024"], "date"),
    ],
)  # fmt: skip
def test_the_kind_of_a_column_is_what_most_of_its_cells_are(cells, kind) -> None:
    assert column_of("x", cells, range(2, 2 + len(cells)), Reading()).kind == kind


@pytest.mark.parametrize(
    ("cells", "decimal", "values", "unit"),
    [
        (["($1.50)", "-$2", "$3"], ".", [-1.5, -2, 3], "$"), (["1.234,50 €", "-2,5 €"], ",", [1234.5, -2.5], "€"),
        (["-4500 g", "+3 g"], ".", [-4500, 3], "g"),
    ],
)  # fmt: skip
def test_amounts_keep_their_sign_beside_a_unit(cells, decimal, values, unit) -> None:
    found = column_of("x", cells, range(2, 2 + len(cells)), Reading(decimal=decimal))
    assert (found.values.tolist(), found.unit) == (values, unit)


@pytest.mark.parametrize(
    ("text", "decimal", "values"),
    [
        ("a;b\n1.234,50;2.000\n1.235,50;3.000\n", ",", [[1234.5, 1235.5], [2000, 3000]]),
        ("a;b\n1,234.50;2,000\n1,235.50;3,000\n", ".", [[1234.5, 1235.5], [2000, 3000]]),
        ("a;b\n1.500 €;2\n2,5 €;3\n", ",", [[1500, 2.5], [2, 3]]),
    ],
)
def test_one_number_that_reads_in_one_way_tells_the_decimal_sign(text, decimal, values) -> None:
    found = pasted_table(text)
    assert found.reading.decimal == decimal
    assert [column.values.tolist() for column in found.columns] == values


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        (["1", "2", "3", "wet"], "partly_numbers"), (["$1", "$2", "€3", "€4"], "several_units"),
        (["a", "b", "3", "c", "d"], None), (["007", "12", "a", "b"], None),
    ],
)  # fmt: skip
def test_words_among_which_there_are_numbers_are_told(cells, key) -> None:
    found = column_of("x", cells, range(2, 2 + len(cells)), Reading())
    assert (found.kind, [remark.key for remark in found.remarks]) == ("category", [key] if key else [])


def test_names_that_come_again_are_no_row() -> None:
    found = pasted_table("a,b\nx,y\na,b\nz,y\n")
    assert [(fault.kind, fault.line) for fault in found.grid.faults] == [("names_again", 3)]
    assert found.grid.rows == (("x", "y"), ("z", "y"))


@pytest.mark.parametrize(
    ("names", "words"),
    [("x,性", "男女"), ("姓名,温度", "㐀镕喆"), ("价格,名", "一二三")],
)
def test_chinese_of_single_characters_is_known_as_such(tmp_path, names: str, words: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes((f"{names}\n" + "".join(f"{n},{word}\n" for n, word in enumerate(words))).encode("gb18030"))
    assert open_table(path).grid.names == tuple(names.split(","))


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n", b"%PDF-1.7", b"PK\x05\x06" + bytes(18), b"\x1f\x8b\x08", b"<html>"]
)
def test_other_files_called_csv_are_refused(tmp_path, content) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes(content)
    with pytest.raises(TableError):
        open_table(path)


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("t.csv", "a,b\n1,2\n")


WIDE = ",".join("c" * 3 for _ in range(100_000)) + "\n"
BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (Path.mkdir, "is_folder"),
    "pipe": (os.mkfifo, "no_plain_file"),
    "zip": (zipped, "looks_like"),
    "columns": (lambda path: path.write_text(WIDE + WIDE), "too_many_columns"),
    "one line": (lambda path: path.write_text(WIDE.replace("c", "1")), "too_many_columns"),
    "no rows": (lambda path: path.write_text("a,b\n\n\n"), "no_rows"),
    "blanks": (lambda path: path.write_text("  \n \n"), "empty_file"),
}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", BAD)
def test_what_is_no_table_is_refused_soon_and_never_waited_for(tmp_path, monkeypatch, name: str, large: bool) -> None:
    make, key = BAD[name]
    path = tmp_path / "data.csv"
    make(path)
    if large:
        monkeypatch.setattr(opening, "LARGE", 1)
    with pytest.raises(TableError) as refused:
        open_table(path)
    assert refused.value.key == key


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("how", ["longer", "shorter", "rewritten"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, monkeypatch, how: str, large: bool) -> None:
    path = tmp_path / "data.csv"
    path.write_text("a,b\n" + "1,2\n3,4\n" * 2_000)
    os.utime(path, (1, 1))

    def change() -> None:
        if how == "longer":
            path.write_bytes(path.read_bytes() + b"5,6\n")
        elif how == "shorter":
            os.truncate(path, 8_000)
        else:
            os.utime(path, (2, 2))

    if large:
        monkeypatch.setattr(opening, "LARGE", 1)
        read = opening.read_large
        monkeypatch.setattr(opening, "read_large", lambda *given: (read(*given), change())[0])
    else:
        monkeypatch.setattr(opening, "read_bytes", reading_then(opening.read_bytes, change, monkeypatch))
    with pytest.raises(TableError) as refused:
        open_table(path)
    assert refused.value.key == "file_changes"


def reading_then(read: Callable[[Path], bytes], change: Callable[[], None], monkeypatch) -> Callable[[Path], bytes]:
    """That function, with somebody who writes as soon as the bytes have come."""

    def reads(path: Path) -> bytes:
        whole = Path.read_bytes

        def and_changes(self: Path) -> bytes:
            monkeypatch.setattr(Path, "read_bytes", whole)
            content = whole(self)
            change()
            return content

        monkeypatch.setattr(Path, "read_bytes", and_changes)
        return read(path)

    return reads
