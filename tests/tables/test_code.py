"""A table's script, run on its own, has the rows that the document has: of messy files too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from playground.datasets.code import data_code
from playground.datasets.dataset import load
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings
from playground.tables.choices import INPUT, Choices, acts_for, first_choices, recipe_text
from playground.tables.code import table_code
from playground.tables.opening import open_table, pasted_table
from playground.tables.preparing import prepare

MESSY = """name;size;kg;wild;home;kind
a;1.200,5;5 kg;yes;Old  Town;cat
b;−7,5;6 kg;no;sea;dog
c;?;7,5 kg;TRUE;sea;cat

d;9;;false;;dog
e;10;9 kg;yes
f;"11";8 kg;no;lake;cat
g;oops;10 kg;no;lake;ant
h;13;4 kg;;lake;ant
i;-inf;3 kg;yes;sea;ant
j;2e1;3 kg;yes;sea;?
"""


def own_of(path: Path, **changes: object) -> OwnData:
    """With the first act for each fault, missing where it can be, and every column that can be one an input."""
    table = open_table(path)
    reading = replace(table.reading, missing=("", "?"))
    table = open_table(path, reading)
    choices = first_choices(table.columns)
    for each in table.columns:
        if each.kind not in ("date", "text") and each.name not in (*choices.targets, "name"):
            choices = choices.with_role(each.name, INPUT)
    choices = replace(choices, **changes)
    return prepared(table, choices)


def prepared(table, choices: Choices) -> OwnData:
    for _ in range(9):
        found = prepare(table, choices, "t")
        for fault in found.waiting:
            choices = choices.with_repair(fault, acts_for(fault)[0])
    assert found.own, found.trouble
    return replace(found.own, recipe=recipe_text(table.path, table.fingerprint, table.reading, choices))


def assert_same(own: OwnData, reads: bool = True, **settings: object) -> None:
    data = DataSettings(own=own, **settings)
    table = table_code(own)
    assert (table is not None) is reads
    made: dict[str, object] = {"TRAIN_SHARE": data.train_share}
    exec(compile(data_code(data, table), "data", "exec"), made)
    known = load(data)
    np.testing.assert_allclose(made["inputs"], known.points, rtol=1e-6, atol=1e-6)
    np.testing.assert_allclose(made["labels"], known.labels, rtol=1e-6, atol=1e-6)
    assert made["train_count"] == known.train_count


@pytest.mark.parametrize("filling", ["drop", "fill"])
@pytest.mark.parametrize("scaling", ["standard", "minmax"])
@pytest.mark.parametrize("split", ["random", "each_class", "last"])
def test_a_script_reads_the_file_as_the_window_did(tmp_path: Path, filling, scaling, split) -> None:
    path = tmp_path / "messy.csv"
    path.write_text(MESSY, encoding="utf-8-sig")
    own = own_of(path, filling=filling, scaling=scaling, split=split)
    assert {"home = Old Town", "size", "kg", "wild"} <= {each.name for each in own.columns}
    assert_same(own, train_share=60.0, seed=4)
    assert_same(own, noise=10.0, generator="seedrandom", seed_text="x")


def test_where_each_class_has_one_row_one_validates(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("a,b,kind\n" + "\n".join(f"{at},{at * at % 7},{name}" for at, name in enumerate("pqrstuvwx")))
    own = own_of(path)
    assert (own.split, len(own.classes)) == ("each_class", 9)
    assert load(DataSettings(own=own)).counts == (8, 1)
    assert_same(own, seed=4)


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "cp1252"])
def test_other_encodings_and_a_value_to_predict(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "table.tsv"
    names = "ä\tö\tü" if encoding == "cp1252" else "长度\t宽度\t价格"
    rows = [f"{at}\t{at * at % 7}.5\t{3 * at}" for at in range(40)]
    path.write_bytes("\n".join(["# made up", names, *rows]).encode(encoding))
    table = open_table(path, replace(open_table(path, chinese=encoding == "gb18030").reading, encoding=encoding))
    assert_same(prepared(table, replace(first_choices(table.columns), split="last")))


def test_what_no_file_has_stands_in_the_script() -> None:
    for count in (20, 3_000):
        table = pasted_table("a,b,c\n" + "\n".join(f"{at},{at % 5},{at / 7}" for at in range(count)))
        assert_same(prepared(table, first_choices(table.columns)), reads=False)


def test_a_recipe_of_a_strange_file_is_no_code(tmp_path: Path) -> None:
    path = tmp_path / "messy.csv"
    path.write_text(MESSY, encoding="utf-8")
    own = own_of(path)
    hostile = "utf-8', newline='') ; import os #"
    assert table_code(own) is not None
    lies = {'"utf-8"': f'"{hostile}"'} | {
        '"first": 1': '"first": "1"',
        '"decimal": ","': '"decimal": [1]',
        '"name": "kg"': '"name": "x"',
    }
    for old, new in lies.items():
        assert old in own.recipe
        assert table_code(replace(own, recipe=own.recipe.replace(old, new))) is None


@pytest.mark.parametrize("unsplit", ["drop", "train"])
@pytest.mark.parametrize(
    "words",
    [("train", "test 1", "", "new"), ("0", "1", "1", ""), ("yes", "No", "", "FALSE"), ("1", "2", "3", "4")],
    ids=["words", "bits", "yes", "folds"],
)
def test_a_column_splits_a_script_as_it_does_the_document(tmp_path: Path, words, unsplit: str) -> None:
    path = tmp_path / "t.csv"
    rows = [f"{at * 7 % 31},{'' if at == 9 else at % 5},{'ab'[at % 3 == 0]},{words[at % 4]}" for at in range(40)]
    path.write_text("\n".join(["p,q,y,part", *rows]), encoding="utf-8")
    table = open_table(path)
    choices = replace(first_choices(table.columns, ["y"], "part"), unsplit=unsplit)
    made = prepare(table, choices, "t")
    assert made.own
    recipe = recipe_text(table.path, table.fingerprint, table.reading, choices.settled(made.sides))
    own = replace(made.own, recipe=recipe)
    assert_same(own)
    # Without the file the script has the rows themselves.
    assert_same(replace(own, recipe=recipe.replace("t.csv", "t.xlsx")), reads=False)
    # So has it where the recipe of a strange file knows of no such column.
    assert_same(replace(own, recipe=recipe.replace('"role": "split"', '"role": "left"')), reads=False)
