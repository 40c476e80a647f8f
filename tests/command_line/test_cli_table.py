"""`playground train` on a table: what it guesses, what it refuses, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from playground import cli
from playground.datasets.sources import TABLES
from playground.projects.project import read_project
from tests.tables.books import rows_of, write_xlsx

Run = Callable[..., tuple[int, str, str]]
BAD = "size,kg,kind\n1,2,a\n2,oops,b\n3,4,a\n4,5\n5,7,b\n6,9,a\n7,1,b\n8,2,a\n"


@pytest.fixture
def run(capsys, traced_once) -> Run:
    def main(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        return cli.main(["train", *map(str, arguments)]), *capsys.readouterr()

    return main


def test_a_table_is_guessed_told_trained_and_saved(run: Run, tmp_path: Path) -> None:
    saved = tmp_path / "penguins.playground"
    code, out, err = run(TABLES / "penguins.csv", "--target", "species", "--epochs", 20, "--save", saved)
    assert (code, err) == (0, "")
    assert "penguins: 344 rows, 8 columns" in out
    assert "Target: species (3 classes)" in out
    # Two penguins were never measured.
    assert "342 rows used, 2 dropped" in out
    document = read_project(saved).document
    assert document.data.own is not None
    assert document.data.own.classes == ("Adelie", "Chinstrap", "Gentoo")


def test_another_target_makes_a_regression(run: Run) -> None:
    code, out, err = run(TABLES / "penguins.csv", "--target", "body_mass_g", "--epochs", 5, "--json")
    told = json.loads(out)
    assert (code, told["epochs"], told["test_accuracy"]) == (0, 5, None)
    assert "body_mass_g" in err


def test_cells_that_do_not_fit_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(BAD, encoding="utf-8")
    code, _, err = run(path, "--epochs", 2)
    assert code == 2
    assert "Line 3, kg: “oops” is not a number." in err
    assert "Line 5 has 2 cells, not 3." in err
    code, out, err = run(path, "--epochs", 2, "--drop-faults")
    assert (code, err) == (0, "")
    assert "6 rows used, 2 dropped" in out


def test_a_quote_that_nobody_closes_is_named_before_what_it_took(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "quote.csv"
    path.write_text('a,b\n1,"2\n', encoding="utf-8")
    code, _, err = run(path, "--epochs", 1)
    assert (code, err.count("\n")) == (2, 2)
    assert err.index("Line 2") < err.index("Choose the column to learn as Target.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("{}", "--target", "weight"), "there is no column “weight”; the columns are size, kg, kind"),
        (("{}", "--resume"), "--resume goes with a project"),
        (("{}", "--split-by", "part"), "--split-by: there is no column “part”"),
        (("{}", "--target", "kind", "--split-by", "kind"), "the column “kind” is the target already"),
        (("{}", "--validate", "a"), "--validate goes with --split-by"),
        (("{}", "--encoding", "klingon"), "--encoding: “klingon” is not one of utf-8, utf-16, gb18030,"),
        (("{}", "--sheet", "1"), "--sheet goes with a workbook, such as data.xlsx;"),
        (("circle", "--encoding", "utf-8"), "go with a table"),
        (("circle", "--split-by", "kind"), "go with a table"),
        (("circle", "--target", "kind"), "go with a table"),
        (("{}x.csv",), "There is no such file"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(BAD, encoding="utf-8")
    code, _, err = run(*(each.format(path) for each in arguments))
    assert code == 2
    assert told in err
    assert err.count("\n") == 1


def test_the_encoding_and_the_sheet_can_be_told(run: Run, tmp_path: Path) -> None:
    text, book = tmp_path / "t.csv", tmp_path / "t.xlsx"
    rows = [f"{'ЪЭ'[at % 2]},{at * at % 7}" for at in range(20)]
    text.write_bytes("\n".join(["вид,длина", *rows]).encode("cp1251"))
    code, out, err = run(text, "--encoding", "Windows-1251", "--target", "вид", "--epochs", 1)
    assert (code, err) == (0, "")
    assert "Read as CP1251, Cyrillic" in out
    assert "is a guess" not in out
    code, out, err = run(text, "--encoding", "koi8-r", "--epochs", 1)
    assert (code, err, "Read as KOI8-R, Cyrillic" in out) == (0, "", True)
    sheets = {
        name: rows_of(["x", name], *([at * at % 7, at % 2 * 5] for at in range(20))) for name in ("first", "second")
    }
    write_xlsx(book, sheets)
    assert "Target: second" in run(book, "--sheet", "second", "--epochs", 1)[1]
    assert "Target: first" in run(book, "--epochs", 1)[1]
    code, _, err = run(book, "--sheet", "third", "--epochs", 1)
    assert (code, err.count("\n")) == (2, 1)
    assert "there is no sheet “third”; the sheets are first, second" in err
    code, _, err = run(book, "--encoding", "utf-8", "--epochs", 1)
    assert (code, "--encoding goes with a text" in err, err.count("\n")) == (2, True, 1)


def test_a_column_of_the_table_says_which_rows_train(run: Run, tmp_path: Path) -> None:
    saved, table = tmp_path / "p.playground", TABLES / "penguins.csv"
    asked = (table, "--target", "species", "--split-by", "year", "--epochs", 1)
    code, out, err = run(*asked, "--save", saved)
    assert (code, err) == (0, "")
    # The last of the numbers validates; two penguins were never measured.
    assert "Split by the column year; 223 rows train. Validation: 2009 — 119 rows" in out
    own = read_project(saved).document.data.own
    assert own is not None
    assert (own.split, own.train_rows, own.rows) == ("column", 223, 342)
    assert "year" not in [column.name for column in own.columns]
    code, out, _ = run(*asked, "--validate", "2007", "--validate", "2008")
    assert "119 rows train. Validation: 2007, 2008 — 223 rows" in out
    code, _, err = run(*asked, "--validate", "2010")
    assert (code, "“2010” is no word of the column year; they are 2007, 2008, 2009" in err) == (2, True)
    # Words by which rows are split are seen without being asked for.
    plain = tmp_path / "t.csv"
    rows = [f"{at},{at % 7},{'ab'[at % 2]},{('train', 'test', '')[at % 3]}" for at in range(60)]
    plain.write_text("\n".join(["at,size,kind,part", *rows]), encoding="utf-8")
    code, out, _ = run(plain, "--epochs", 1)
    assert (code, "Validation: test — 20 rows" in out, "Inputs: size" in out) == (0, True, True)
    assert "Rows without a word in the column part, which are dropped: 20" in out


def test_rows_that_do_not_fit_into_memory_stream_from_the_disk(run: Run, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("playground.document.checks.memory.free_bytes", lambda: 20_000)
    table, saved = TABLES / "diabetes.csv", tmp_path / "d.playground"
    monkeypatch.setattr("playground.tables.opening.LARGE", 1)
    monkeypatch.setattr("playground.tables.preparing.MOST_INSIDE", 1)
    code, out, err = run(table, "--epochs", 2, "--save", saved)
    assert (code, err) == (0, "")
    assert "442 rows stream from the disk" in out
    code, out, err = run(saved, "--resume", "--epochs", 2, "--json")
    assert code == 0
    assert json.loads(out)["epochs"] == 4
    code, _, err = run(saved, "--epochs", 1, "--out", tmp_path / "window.png")
    assert (code, "all rows in memory" in err) == (2, True)
    assert run("circle", "--stream")[0] == 2
