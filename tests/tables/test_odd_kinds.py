"""More tables as people have them, each with what is right for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from playground.tables import opening
from playground.tables.choices import read_recipe, recipe_text
from playground.tables.opening import Table, open_table, pasted_table
from playground.tables.preparing import prepare
from playground.tables.reading import Reading, TableError


def opened(tmp_path: Path, text: str, ending: str = "csv") -> Table:
    path = tmp_path / f"t.{ending}"
    path.write_bytes(text.encode())
    return open_table(path)


def told(found: Table) -> tuple[dict[str, str], list[tuple], list[str]]:
    """The columns' kinds, the faults, and what is said."""
    faults = [*found.grid.faults, *(fault for column in found.columns for fault in column.faults)]
    kinds = {column.name: f"{column.kind} {column.unit}".strip() for column in found.columns}
    return kinds, [(fault.kind, fault.line) for fault in faults], [remark.key for remark in found.remarks]


NUMBERS = {"a": "number", "b": "number"}
KINDS = {
    "empty columns at the end": ("a,b,\n1,2,\n3,4,\n", {**NUMBERS, "column_3": "number"}, [], ["names_missing"]),
    "tabs": ("a\tb\tc\n1\t2,5\tx\n2\t3,5\ty\n", {**NUMBERS, "c": "category"}, [], []),
    "old line ends": ("a,b\r1,2\r3,oops\r4,5\r5,6\r6,7\r7,8\r", NUMBERS, [("not_a_number", 3)], []),
    "line breaks in cells": ('a,b\n1,"x\ny ""z"""\n2,w\n', {"a": "number", "b": "category"}, [], []),
    "a remark in the middle": ("a,b\n1,2\n# made up\n3,4\n", NUMBERS, [("short_row", 3)], []),
    "a remark at the end": ("a,b\n1,2\n3,4\nSource: me\n", NUMBERS, [("short_row", 4)], []),
    "remarks by semicolons": (";made\n;by me\na,b\n1,2\n3,4\n", NUMBERS, [], ["title_skipped"]),
    "a title above two columns": ("Report\na,b\n1,2\n2,4\n3,5\n", NUMBERS, [], ["title_skipped"]),
    "a title above three": (
        "Report\n\na,b,c\n1,2,x\n2,4,y\n3,5,x\n", {**NUMBERS, "c": "category"}, [], ["title_skipped"],
    ),
    "a line of units": (
        "a,b\ncm,g\n1,2\n2,3\n3,4\n4,5\n5,6\n", NUMBERS, [("not_a_number", 2), ("not_a_number", 2)], [],
    ),
    "two lines of names": (
        "a,a\nmin,max\n1,2\n3,4\n", {"a": "category", "a (2)": "category"}, [],
        ["names_doubled", "partly_numbers", "partly_numbers"],
    ),
    "thousands points": ("a;b\n1.234.567;2\n2.345.678;3\n", NUMBERS, [], []),
    "thousands blanks": ("a;b\n1 234;2\n2 345;3\n", NUMBERS, [], []),
    "lakhs": ("a;b\n1,23,456;2\n12,34,567.5;3\n", NUMBERS, [], []),
    "percentages": ("a,b\n5 %,1\n7.5%,2\n", {"a": "number %", "b": "number"}, [], ["unit_left"]),
    "money": ("a,b\n€5.00,1\n€7.50,2\n", {"a": "number €", "b": "number"}, [], ["unit_left"]),
    "signs of print": ("a,b\n−1.5,2\n−2.5,3\n", NUMBERS, [], []),
    "a blank of no width": ("a,b\n\u200b1,2\n2,3\n3,4\n4,5\n5,6\n", NUMBERS, [("not_a_number", 2)], []),
    "days as numbers": ("a,b\n20240131,1\n20240201,2\n", {"a": "date", "b": "number"}, [], []),
    "numbers like days": ("a,b\n20240131,1\n20249999,2\n", NUMBERS, [], []),
    "days in Chinese": ("a,b\n2024年1月2日,1\n2024年1月3日,2\n", {"a": "date", "b": "number"}, [], []),
    "hex": ("a,b\n0x1F,2\n0x2A,3\n", {"a": "category", "b": "number"}, [], []),
    "long names of rows": (
        "a,b\n9007199254740992,1\n9007199254740993,2\n", {"a": "category", "b": "number"}, [], ["long_names"],
    ),
    "long amounts": (
        "a,b\n12345678901234567890.12,1\n12345678901234567890.13,2\n", {"a": "category", "b": "number"}, [],
        ["long_names"],
    ),
    "long numbers that differ": ("a,b\n9007199254740994,1\n5,2\n", NUMBERS, [], ["rounded"]),
    "errors of a spreadsheet": (
        "a,b\n1,2\n#DIV/0!,3\n3,4\n#REF!,5\n", NUMBERS, [("not_a_number", 3), ("not_a_number", 5)], [],
    ),
    "signs that end a line elsewhere": ("a,b\nx\u2028y,1\nz\x85w,2\n", {"a": "category", "b": "number"}, [], []),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_is_read_as_people_mean_it(tmp_path, kind: str) -> None:
    text, *right = KINDS[kind]
    assert list(told(opened(tmp_path, text))) == right


def test_numbers_of_print_and_of_india_are_those_that_are_written(tmp_path) -> None:
    found = opened(tmp_path, "a;b\n1,23,456;−2\n12,34,567.5;3\n")
    assert [column.values.tolist() for column in found.columns] == [[123456, 1234567.5], [-2, 3]]


LINES = {
    "objects in objects": ('{"x":1,"o":{"a":1}}\n{"x":2,"o":null}\n', {"x": "number", "o": "text"}, [], ["nested"]),
    "kinds mixed": (
        "".join(f'{{"x":{value}}}\n' for value in ("1", '"2"', '"three"', "true", 4.5, 5, 6, 7, 8, 9)),
        {"x": "number"}, [("not_a_number", 3), ("not_a_number", 4)], [],
    ),
    "a name that few have": ('{"x":1}\n{"x":3}\n{"z":1}\n', {"x": "number", "z": "number"}, [], []),
    "old line ends": ('{"x":1}\r{"x":2}\r', {"x": "number"}, [], []),
    "long names of rows": ('{"x":9007199254740993}\n{"x":9007199254740992}\n', {"x": "category"}, [], ["long_names"]),
    "not a number": (
        '{"x":NaN}\n{"x":-Infinity}\n' + '{"x":3}\n{"x":4}\n' * 3, {"x": "number"}, [("infinite", 2)], [],
    ),
    "6,000 digits": ('{"x":%s}\n' % ("9" * 6000) + '{"x":1}\n{"x":2}\n' * 3, {"x": "number"}, [("too_large", 1)], []),
    "odd names": (
        '{"a\\nb":[1],"a b":2,"":3}\n{"a\\nb":[2],"a b":3,"":4}\n',
        {"a b": "text", "a b (2)": "number", "column_3": "number"}, [], ["names_doubled", "names_missing", "nested"],
    ),
    "one long line": (
        '{"x":1,"y":"%s"}\n{"x":2,"y":"b"}\n' % ("a" * 3_000_000), {"x": "number", "y": "category"}, [], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", LINES)
def test_json_lines_are_read_as_people_mean_them(tmp_path, kind: str) -> None:
    text, *right = LINES[kind]
    assert list(told(opened(tmp_path, text, "jsonl"))) == right


@pytest.mark.parametrize(
    ("text", "ending", "key", "line"),
    [
        ('{"x":1},\n{"x":2},\n', "jsonl", "bad_json_line", 1), ('{"x":1}\n{"x":2,}\n', "jsonl", "bad_json_line", 2),
        ('[{"x":1},{"x":2}]\n', "jsonl", "bad_json_line", 1), ('{\n"x":1\n}\n', "jsonl", "bad_json_line", 1),
        ('{"x":1}\n{"x":' + "[" * 100_000 + "]" * 100_000 + "}\n", "jsonl", "bad_json_line", 2),
        ('{"x":"a"}\n{"x":"\\ud800"}\n', "jsonl", "bad_json_bytes", 2),
        ('{"x":"a"}\n{"\\udfff":"b"}\n', "jsonl", "bad_json_bytes", 2),
        ("a,b\n1," + "x" * (2**24 + 1) + "\n2,y\n", "csv", "cell_too_long", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(tmp_path, text: str, ending: str, key: str, line: int) -> None:
    with pytest.raises(TableError) as refused:
        opened(tmp_path, text, ending)
    assert (refused.value.key, refused.value.values["line"]) == (key, line)


def test_a_cell_that_is_too_long_farther_down_is_a_fault(tmp_path) -> None:
    found = opened(tmp_path, "a,b\n1,x\n2," + "y" * (2**24 + 1) + "\n3,z\n")
    assert [(fault.kind, fault.line) for fault in found.grid.faults] == [("long_cell", 3)]


def test_half_a_character_from_the_clipboard_is_no_letter() -> None:
    assert pasted_table("a,b\n1,x\ud800\n2,y\n").columns[1].words == ("x?", "y")


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (pa.array([2**53, 2**53 + 1, 2**53 + 2]), "category"),
        (pa.array([2**64 - 1, 2**64 - 2], pa.uint64()), "category"),
        (pa.array([2**24 - 1, 1, 2]), "number"),
    ],
)  # fmt: skip
def test_names_of_rows_in_parquet_are_never_rounded_into_one(
    tmp_path, monkeypatch, values: pa.Array, kind: str, large: bool
) -> None:
    pq.write_table(pa.table({"id": values, "x": np.arange(len(values))}), tmp_path / "t.parquet")
    if large:
        monkeypatch.setattr(opening, "LARGE", 1)
    column = open_table(tmp_path / "t.parquet").columns[0]
    assert column.kind == kind
    found = set(column.words) if kind == "category" else {str(int(value)) for value in column.values}
    assert found == {str(value) for value in values.to_pylist()}


@pytest.mark.parametrize("encoding", ["zip", "rot13", "no_such"])
def test_a_project_that_names_no_encoding_of_a_text_says_nothing_of_a_table(tmp_path, encoding: str) -> None:
    found = opened(tmp_path, "a,b\n1,2\n3,4\n")
    from playground.tables.choices import first_choices

    choices = first_choices(found.columns)
    assert prepare(found, choices, "t").own is not None
    assert read_recipe(recipe_text("t.csv", "", Reading("utf-8"), choices)) is not None
    assert read_recipe(recipe_text("t.csv", "", Reading(encoding), choices)) is None


@pytest.mark.parametrize(("rows", "is_read"), [(40_000, False), (1_000, True)])
def test_a_long_text_in_many_rows_of_parquet_is_refused_before_it_takes_memory(tmp_path, rows: int, is_read) -> None:
    # 100 kB, which had become 20 GB.
    path, long = tmp_path / "t.parquet", "x" * 100_000
    places = pa.array([at % 4 // 3 for at in range(rows)], pa.int32())
    columns = {"a": pa.DictionaryArray.from_arrays(places, pa.array(["b", long])), "n": list(range(rows))}
    pq.write_table(pa.table(columns), path, compression="zstd")
    assert path.stat().st_size < 200_000
    if is_read:
        assert open_table(path).grid.rows[2:4] == (("b", "2"), (long, "3"))
        return
    with pytest.raises(TableError) as refused:
        open_table(path)
    assert (refused.value.key, refused.value.values["most"]) == ("file_too_large", 512)


def test_bytes_in_parquet_are_nothing_to_learn_from(tmp_path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"a": [b"x", b"y", b"x"], "n": [1, 2, 3]}), path)
    found = open_table(path)
    assert [remark.key for remark in found.columns[0].remarks] == ["nested"]


@pytest.mark.parametrize("large", [False, True])
def test_times_that_python_does_not_know_are_dates_all_the_same(tmp_path, monkeypatch, large: bool) -> None:
    nanoseconds = pa.array([10**18 + n for n in range(20)], pa.timestamp("ns"))
    late = pa.array([2**61] * 20, pa.timestamp("us", "UTC"))
    columns = {"at": nanoseconds, "late": late, "days": pa.array([10**8] * 20, pa.date32()), "x": np.arange(20.0)}
    pq.write_table(pa.table(columns), tmp_path / "t.parquet")
    if large:
        monkeypatch.setattr(opening, "LARGE", 1)
    found = open_table(tmp_path / "t.parquet")
    assert [found.columns[place].kind for place in (0, 3)] == ["date", "number"]
    assert found.grid.rows[1][0] == "2001-09-09 01:46:40.000000001"
