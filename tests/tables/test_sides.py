"""A column that says which rows train: what is guessed of its words, against scikit-learn's own split by a column."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.model_selection import PredefinedSplit

from playground.datasets.dataset import load
from playground.datasets.disk.streamed import Streamed
from playground.document.code.training_code import train_rows
from playground.document.document import Document
from playground.document.files.checked import FileError
from playground.document.files.file import dumps, loads
from playground.document.settings import DataSettings
from playground.runs.axes import settings_of
from playground.tables import blocks, opening
from playground.tables.choices import INPUT, SPLIT, Choices, first_choices, read_recipe, recipe_text
from playground.tables.opening import open_table, pasted_table
from playground.tables.preparing import prepare
from playground.tables.renewing import kept, renewed
from playground.tables.sides import guessed
from playground.tables.stored import DISK, MEMORY

WORDS = ("train", "test", "train", "val", "train", "", "train", "train", "test", "train")


def text(words: tuple[str, ...] = WORDS, name: str = "part", rows: int = 60) -> str:
    """Rows whose x is their place, each with the next of the words."""
    lines = [f"{at}.5,{at * at % 13}.25,{'ab'[at % 3 == 0]},{words[at % len(words)]}" for at in range(rows)]
    return "\n".join([f"x,z,y,{name}", *lines]) + "\n"


def chosen(content: str, **changes: object) -> tuple[Choices, object]:
    table = pasted_table(content)
    choices = first_choices(table.columns, ["y"], table.grid.names[-1])
    return replace(choices, **changes), table


@pytest.mark.parametrize(
    ("name", "words", "counts", "validates"),
    [
        ("split", ("test", "train", "val"), (1, 9, 1), ("test", "val")),
        ("split", ("Training Set", "Validation Set"), (1, 9), ("Validation Set",)),
        ("split", ("hold-out", "other"), (9, 1), ("hold-out",)),
        ("split", ("fit", "late", "later"), (9, 1, 1), ("late", "later")),
        ("split", ("测试集", "训练集"), (1, 9), ("测试集",)),
        ("is_train", ("no", "yes"), (1, 9), ("no",)),
        ("train", ("0", "1"), (9, 1), ("0",)),
        ("is test", ("0", "1"), (1, 9), ("1",)),
        ("part", ("0", "1"), (2, 9), ("0",)),
        ("part", ("0", "1"), (9, 9), ("1",)),
        ("fold", ("1", "2", "3", "10"), (1, 9, 9, 9), ("10",)),
        ("split", ("test", "val"), (9, 1), ("val",)),
        ("where", ("north", "south", "west"), (9, 2, 9), ("south",)),
        ("where", (), (), ()),
    ],
)
def test_words_that_validate_are_guessed(name, words, counts, validates) -> None:
    assert guessed(name, words, counts) == validates


@pytest.mark.parametrize("unsplit", ["drop", "train"])
def test_rows_are_on_the_side_that_their_column_says(unsplit: str) -> None:
    choices, table = chosen(text(), unsplit=unsplit)
    made = prepare(table, choices, "t")
    assert made.own
    assert made.sides
    assert (made.sides.validates, made.sides.missing, made.sides.validating) == (("test", "val"), 6, 18)
    assert made.dropped == (6 if unsplit == "drop" else 0)
    # The column is no input.
    assert [column.name for column in made.own.columns] == ["x", "z"]
    data = load(DataSettings(own=made.own, train_share=10.0, seed=5))
    words = np.array([WORDS[at % 10] for at in range(60)])
    known = words != "" if unsplit == "drop" else words != "never"
    ((train, test),) = PredefinedSplit(np.where(np.isin(words, ["test", "val"]), 0, -1)).split()
    x, column = np.arange(60) + 0.5, made.own.columns[0]
    for points, places in ((data.train_points, train[known[train]]), (data.test_points, test)):
        assert sorted(points[:, 0] * column.size + column.middle) == pytest.approx(x[places], abs=1e-4)
    assert np.ptp(np.diff(data.train_points[:, 0])) > 0
    # Another seed is another order of the same rows.
    other = load(DataSettings(own=made.own, seed=6))
    assert other.train_count == data.train_count
    assert sorted(other.train_points[:, 0]) == sorted(data.train_points[:, 0])


def test_every_number_of_a_fold_can_validate_and_a_project_keeps_it() -> None:
    choices, table = chosen(text(("1", "2", "3", "3", "x,", "2")[:4], "fold"), validation=("2", "1"))
    made = prepare(table, choices, "t")
    assert made.own
    recipe = recipe_text("a.csv", "", table.reading, choices.settled(made.sides))
    document = Document(data=DataSettings(own=replace(made.own, recipe=recipe)))
    again = loads(dumps(document))
    assert again == document
    assert load(again.data).counts == (30, 30)
    assert (train_rows(again.data), again.data.trained_share) == (30, 0.5)
    found = read_recipe(again.data.own.recipe)
    assert found
    assert (found.choices.split_by, found.choices.validation) == ("fold", ("1", "2"))
    assert "data.train_share" not in settings_of(document)
    with pytest.raises(FileError, match="train_rows"):
        loads(dumps(document).replace('"train_rows": 30', '"train_rows": 60'))


def test_a_file_without_the_newer_words_opens() -> None:
    choices, table = chosen(text())
    own = prepare(table, choices.with_split("last"), "t").own
    assert own
    content = dumps(Document(data=DataSettings(own=own)))
    assert '"train_rows": 0' in content
    old = loads(content.replace('"train_rows": 0,', "", 1).replace(',\n    "train_rows": 0', "", 1))
    assert old.data.own == own
    recipe = recipe_text("a.csv", "", table.reading, choices.with_split("last"))
    older = recipe.replace(', "validation": null, "unsplit": "drop"', "")
    assert older != recipe
    assert read_recipe(older) == read_recipe(recipe)


@pytest.mark.parametrize(
    ("content", "changes", "trouble"),
    [
        (text(("train",)), {}, "split_one_word"),
        (text(("",)), {}, "split_one_word"),
        (text(("test", "")), {}, "split_one_word"),
        (text(("test", "")), {"unsplit": "train"}, ""),
        (text(), {"validation": ()}, "split_all_train"),
        (text(), {"validation": ("train", "test", "val")}, "split_all_validate"),
        (text(tuple(f"{at}.5" for at in range(60))), {}, "split_no_words"),
        (text(tuple(f"2026-01-{at:02}" for at in range(1, 31))), {}, "split_no_words"),
    ],
)
def test_what_leaves_a_side_empty_is_refused(content: str, changes: dict, trouble: str) -> None:
    choices, table = chosen(content, **changes)
    made = prepare(table, choices, "t")
    assert (made.trouble, made.own is None) == (trouble, bool(trouble))


@pytest.mark.parametrize(
    ("words", "name", "split"),
    [
        (WORDS, "part", "part"), (("0", "1"), "is_train", "is_train"), (("1", "2", "3"), "fold", "fold"),
        (("yes", "no"), "test", ""), (("1", "2", "3"), "rooms", ""), (("train", "bus"), "by", ""),
    ],
)  # fmt: skip
def test_a_column_that_plainly_splits_is_no_input(words, name, split) -> None:
    choices = first_choices(pasted_table(text(words, name)).columns)
    assert choices.split_by == split
    assert split not in choices.inputs
    assert choices.how == ("column" if split else choices.split)


def test_one_column_splits_and_the_way_before_comes_back() -> None:
    choices, _ = chosen(text(), validation=("val",))
    assert choices.of("part").role == SPLIT
    moved = choices.with_role("z", SPLIT)
    assert (moved.split_by, moved.of("part").role, moved.validation) == ("z", "left", None)
    assert moved.with_role("z", INPUT).how == choices.split == "each_class"


@pytest.mark.parametrize("words", [WORDS, ("0", "1", "", "1"), ("1", "2", "3"), ("TRUE", "false", "")])
def test_large_tables_are_split_alike(words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(blocks, "BLOCK", 700)
    path = tmp_path / "t.csv"
    path.write_text(text(words, rows=120), encoding="utf-8")
    small = open_table(path)
    choices = first_choices(small.columns, ["y"], "part")
    expected = prepare(small, choices, "t")
    assert expected.own
    monkeypatch.setattr(opening, "LARGE", 1)
    for held in (MEMORY, DISK):
        table = open_table(path, held=held)
        made = kept(prepare(table, choices, "t", apart=True))
        assert made.own
        assert (made.own.digest, made.own.train_rows) == (expected.own.digest, expected.own.train_rows)
        assert made.sides == expected.sides
    recipe = recipe_text(str(path), table.fingerprint, table.reading, choices.settled(made.sides))
    own = replace(made.own, recipe=recipe, streamed=True)
    streamed = Streamed.of(DataSettings(own=own))
    assert streamed.counts == (own.train_rows, own.rows - own.train_rows)
    trained = [streamed.block(number, True) for number in range(streamed.blocks)]
    inside = load(DataSettings(own=expected.own))
    assert sorted(np.concatenate(trained)[:, 0]) == pytest.approx(sorted(inside.train_points[:, 0]))
    for file in (tmp_path / "neuroplayground" / "tables").glob("*.rows"):
        file.unlink()
    # What is read again, as a project of another day does, is the same.
    assert renewed(replace(own, absent=True, streamed=False)).absent is False
