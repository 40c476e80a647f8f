"""Large tables, read in blocks: what is read cell by cell from the whole file is right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow
import pytest
from pyarrow import parquet

from playground import cli
from playground.datasets import packing
from playground.datasets.dataset import load
from playground.document.checks import memory
from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings
from playground.projects.project import read_project, write_project
from playground.tables import blocks, opening, preparing, stored
from playground.tables.blocks import StoppedError
from playground.tables.cells import Grid
from playground.tables.choices import first_choices, recipe_text
from playground.tables.columns import Column
from playground.tables.guessing import Guess
from playground.tables.opening import Table, open_table
from playground.tables.preparing import prepare
from playground.tables.reading import Reading, TableError
from playground.tables.renewing import kept, renewed

random = np.random.default_rng(0)
PLAIN = [f"{row},{random.normal():.3f},{'abc'[row % 3]},{1.6e9 + row:.2f},{random.integers(9)}" for row in range(400)]
HEAD = "id,x,kind,time,y\n"


def with_(*changes: tuple[int, str]) -> str:
    """The plain table with other rows at some places."""
    rows = PLAIN.copy()
    for place, row in changes:
        rows[place] = row
    return HEAD + "\n".join(rows) + "\n"


TEXTS = {
    "plain": with_(),
    "without a last line end": with_().rstrip(),
    "blank lines at the end": with_() + "\n\n",
    "line ends of Windows": with_().replace("\n", "\r\n"),
    "semicolons and decimal commas": with_().replace(",", ";").replace(".", ","),
    "a byte order mark": "\ufeff" + with_(),
    "quoted": with_((200, '200,1.5,"a",1.6e9,3'), (210, '210,1.5,"a, b",1.6e9,3')),
    "quoted over two lines": with_((200, '200,1.5,"a\nb",1.6e9,3')),
    "missing": with_((100, "100,,a,1.6e9,3"), (333, "333,NA,,1.6e9,3")),
    "a late word": with_((333, "333,oops,a,1.6e9,3"), (334, "334,4 g,a,1.6e9,3")),
    "short and long": with_((150, "150,1,a,2"), (250, "250,1,a,2,3,4"), (251, "251,1,a,2,3,4")),
    "a blank line": with_((150, "")),
    "infinities": with_((150, "150,inf,a,1,1"), (151, "151,nan,a,1,1"), (152, "152,1e39,a,1,1")),
    "beyond whole numbers": with_((153, "153,1e300,a,1,1"), (154, "154,1e17,a,1,1")),
    "too long": with_((350, "350,123456789012345678901,a,1,1")),
    "leading zeros": with_((350, "350,1,a,1,05")),
    "no number at the end": with_(*((row, f"{row},1,a,1,word") for row in range(200, 400))),
    "a NUL": with_((350, "350,1,a\0,1,1")),
    "blanks": with_((350, "350, 1.5, a,1 ,1"), (351, '351,1, "a",1,1')),
    "letters": with_((350, "350,1,é,1,1"), (351, "351,1,中,1,1")),
    "names": HEAD.replace("id", "x") + with_(),
    "words that come late": with_(*((row, f"{row},1,word {row},1,1") for row in range(250, 400))),
}  # fmt: skip


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 1500)
    monkeypatch.setattr(blocks, "BEHIND", 400)
    monkeypatch.setattr(opening, "LARGE", 1)


def told(table: Table) -> list:
    """All that is said of a table, and its rows beside what does not fit."""
    grid, faults = table.grid, [fault for column in table.columns for fault in column.faults]
    lines = [int(line) for line in grid.lines]
    shown = {0, 1, 7, len(lines) - 3, len(lines) - 1, *(lines.index(f.line) for f in faults if f.line in lines)}
    worded = {c.name: c.words for c in table.columns if c.kind in ("category", "yes_no")}
    return [
        grid.names, worded, len(grid.rows), lines, grid.faults, table.remarks,
        [grid.rows[place] for place in sorted(shown)],
        [(c.name, c.kind, c.missing, c.unit, c.faults) for c in table.columns],
    ]  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_blocks_say_what_the_whole_file_says(tmp_path: Path, small_blocks: None, name: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(TEXTS[name].encode())
    found, right = open_table(path), opening._text_table(path.read_bytes(), "table", str(path), "", None, False)
    assert told(found) == told(right)
    for column, known in zip(found.columns, right.columns, strict=True):
        if column.kind not in ("text", "date"):
            scale = max(float(np.nanstd(known.values)), 1e-30)
            np.testing.assert_allclose(column.values / scale, known.values / scale, rtol=1e-6, atol=1e-5)


def test_most_texts_are_read_in_blocks(tmp_path: Path, small_blocks: None) -> None:
    by_block = {}
    for name, text in TEXTS.items():
        path = tmp_path / "table.csv"
        path.write_bytes(text.encode())
        by_block[name] = isinstance(open_table(path).grid.rows, stored.Rows)
    wholes = {name for name, is_so in by_block.items() if not is_so}
    assert wholes <= {"quoted over two lines", "too long", "leading zeros", "no number at the end", "names"}


def test_one_learns_the_same_of_a_large_table(tmp_path: Path, small_blocks: None) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TEXTS["missing"], encoding="utf-8")
    large, right = open_table(path), opening._text_table(path.read_bytes(), "table", str(path), "", None, False)
    for target in ("y", "kind", "x"):
        choices = first_choices(right.columns, [target])
        assert first_choices(large.columns, [target]) == choices
        found, known = prepare(large, choices, "t"), prepare(right, choices, "t")
        assert (found.dropped_lines, found.counts, found.own and found.own.classes) == (
            known.dropped_lines, known.counts, known.own and known.own.classes,
        )  # fmt: skip


def test_one_hears_how_far_it_is_and_can_stop(tmp_path: Path, small_blocks: None) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TEXTS["plain"], encoding="utf-8")
    heard: list[float] = []
    seen: list[Table] = []
    open_table(path, step=heard.append, show=seen.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert (seen[0].is_preview, seen[0].grid.rows[0]) == (True, ("0", *PLAIN[0].split(",")[1:]))

    def stop(share: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        open_table(path, step=stop)


def test_what_the_memory_cannot_hold_is_refused_with_the_number(tmp_path, small_blocks, monkeypatch) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TEXTS["plain"], encoding="utf-8")
    monkeypatch.setattr(memory, "free_bytes", lambda: 20_000)
    with pytest.raises(TableError) as refused:
        open_table(path)
    assert refused.value.key == "does_not_fit"


def data_of(path: Path) -> OwnData:
    table = open_table(path)
    choices = first_choices(table.columns, ["y"])
    own = kept(preparing.prepare(table, choices, "t")).own
    assert own
    return replace(own, recipe=recipe_text(str(path), table.fingerprint, table.reading, choices))


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[OwnData, OwnData]:
    """The same data inside a document, and in a file of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "table.csv"
    path.write_text(TEXTS["quoted"], encoding="utf-8")
    inside = data_of(path)
    monkeypatch.setattr(preparing, "MOST_INSIDE", 100)
    return inside, data_of(path)


def test_rows_in_a_file_of_their_own_are_those_of_a_document(apart: tuple[OwnData, OwnData]) -> None:
    inside, named = apart
    assert (named.apart, inside.apart, named) == (True, False, inside)
    one, other = load(DataSettings(own=inside, seed=4)), load(DataSettings(own=named, seed=4))
    np.testing.assert_array_equal(one.points, other.points)
    np.testing.assert_array_equal(one.labels, other.labels)
    assert one.train_count == other.train_count


def test_a_project_names_its_rows_and_has_them_again(apart: tuple[OwnData, OwnData], tmp_path: Path) -> None:
    project = tmp_path / "p.playground"
    write_project(Document(data=DataSettings(own=apart[1])), "", project)
    assert project.stat().st_size < 6_000
    assert read_project(project).document.data.own == apart[1]
    packing.place_of(apart[1]).unlink()
    document = read_project(project).document
    own = document.data.own
    assert own
    assert "table_absent" in [problem.code for problem in find_problems(document)]
    assert load(document.data).points.shape[1] == len(own.columns)
    assert renewed(own) == apart[1]
    assert packing.place_of(own).is_file()
    table = tmp_path / "table.csv"
    for change, key in (
        (lambda: table.write_text(TEXTS["plain"], encoding="utf-8"), "table_changed"),
        (table.unlink, "table_gone"),
    ):
        change()
        with pytest.raises(TableError) as refused:
            renewed(own)
        assert refused.value.key == key


def test_one_trains_the_same_on_rows_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TEXTS["plain"], encoding="utf-8")
    losses = []
    for most in (1 << 20, 100):
        monkeypatch.setattr(preparing, "MOST_INSIDE", most)
        assert cli.main(["train", str(path), "--target", "y", "--epochs", "3", "--json"]) == 0
        losses.append(json.loads(capsys.readouterr().out)["train_loss"])
    assert losses[0] == losses[1]


def test_parquet_is_read_in_batches(tmp_path: Path, small_blocks: None, monkeypatch: pytest.MonkeyPatch) -> None:
    columns = {
        "whole": [*range(399), None], "x": [row / 7 for row in range(400)], "fine": [True, False] * 200,
        "kind": [None, "", *("abc"[row % 3] for row in range(398))], "day": [date(2024, 1, 1)] * 400,
        "name": [f"name {row}" for row in range(400)],
    }  # fmt: skip
    path = tmp_path / "table.parquet"
    parquet.write_table(pyarrow.table(columns), path)
    monkeypatch.setattr("playground.tables.parquet.BATCH", 90)
    found = open_table(path)
    monkeypatch.setattr(opening, "LARGE", 1 << 30)
    right = open_table(path)
    assert isinstance(found.grid.rows, stored.Rows)
    assert told(found) == told(right)
    assert found.fingerprint == right.fingerprint
    for one, known in zip(found.columns[:4], right.columns[:4], strict=True):
        np.testing.assert_allclose(one.values, known.values, rtol=1e-6)


def test_large_tables_tell_how_often_a_word_may_mean_missing(tmp_path: Path, small_blocks: None) -> None:
    from playground.ui.tables.guesses import missing_words

    path = tmp_path / "table.csv"
    path.write_text(with_((100, "100,,a,1.6e9,3"), (333, "333,NA,,1.6e9,3"), (4, "4,1,NA,1.6e9,3")), encoding="utf-8")
    for reading in (None, replace(open_table(path).reading, missing=("",))):
        large = open_table(path, reading)
        right = opening._text_table(path.read_bytes(), "table", str(path), "", large.reading, False)
        assert isinstance(large.grid.rows, stored.Rows)
        # Which of several missing words it was is no longer known.
        found, known = missing_words(large), missing_words(right)
        chosen = large.reading.missing
        assert sum(found[word] for word in chosen) == sum(known[word] for word in chosen)
        assert {word: found[word] for word in known if word not in chosen} == {
            word: known[word] for word in known if word not in chosen
        }


def test_preparing_a_large_table_takes_little_more_memory_than_its_rows() -> None:
    count = 400_000
    columns = tuple(Column(f"x{at}", "number", random.normal(size=count).astype(np.float32)) for at in range(20))
    names = tuple(column.name for column in columns)
    grid = Grid(names, stored.Rows(columns, {}, count), range(2, count + 2))
    table = Table("t", "t.csv", 0, "", Guess(Reading(), 20, count, count), Reading(), grid, columns)
    tracemalloc.start()
    try:
        prepared = prepare(table, first_choices(columns), "t")
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert prepared.rows is not None
    assert most < 1.35 * prepared.rows.nbytes


def test_a_large_table_is_read_without_pandas_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "pandas.py").write_text("__version__ = '3.0.0'\n", encoding="utf-8")
    columns = {"x": [1.5, None, 2.5], "kind": ["a", None, "b"], "y": [1.0, 2.0, 3.0]}
    parquet.write_table(pyarrow.table(columns), tmp_path / "table.parquet")
    (tmp_path / "table.csv").write_text("x,kind,y\n1.5,a,1\n,,2\n2.5,b,3\n", encoding="utf-8")
    script = """
import sys
from pathlib import Path
from playground.tables import opening
opening.LARGE = 1
for ending in ("csv", "parquet"):
    table = opening.open_table(Path(sys.argv[1], f"table.{ending}"))
    print(type(table.grid.rows).__name__, [column.missing for column in table.columns], "pandas" in sys.modules)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.splitlines() == ["Rows [1, 1, 0] False"] * 2
