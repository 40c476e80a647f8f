"""From a table to what a network learns from: against scikit-learn's own scaling and counts by hand."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.datasets import load_iris
from sklearn.preprocessing import StandardScaler

from playground.datasets.dataset import load
from playground.document.document import Document
from playground.document.files.file import dumps, loads
from playground.document.settings import DataSettings
from playground.tables.choices import INPUT, LEFT, TARGET, Choices, first_choices, read_recipe, recipe_text
from playground.tables.opening import Table, pasted_table
from playground.tables.preparing import Prepared, prepare

PEOPLE = (
    "height;weight;sex;team\n1,80;80 kg;m;red\n1,65;;f;blue\n1,72;65 kg;f;red\n1,90;95 kg;m;blue\n1,58;52 kg;;red\n"
)


def made(table: Table, choices: Choices | None = None) -> Prepared:
    return prepare(table, choices or first_choices(table.columns), "t")


def iris_text() -> str:
    iris = load_iris()
    rows = [
        ",".join(map(str, (*row, iris.target_names[label]))) for row, label in zip(iris.data, iris.target, strict=True)
    ]
    return "\n".join(["a,b,c,d,species", *rows])


def test_iris_out_of_a_table_is_scaled_as_scikit_learn_does() -> None:
    found = made(pasted_table(iris_text()))
    assert found.own
    data = load(DataSettings(own=found.own, train_share=70.0, seed=3))
    iris = load_iris()
    known = np.column_stack((StandardScaler().fit_transform(iris.data), iris.target)).astype(np.float32)
    rows = np.column_stack((data.points, data.labels)).astype(np.float32)
    np.testing.assert_allclose(rows[np.lexsort(rows.T)], known[np.lexsort(known.T)], atol=1e-6)
    assert found.own.classes == tuple(iris.target_names)
    assert found.baselines[0] == pytest.approx(1 / 3)
    # The same share of each class trains.
    assert np.bincount(data.train_labels.astype(int)).tolist() == [35, 35, 35]


def test_a_document_holds_its_table() -> None:
    own = made(pasted_table(iris_text())).own
    document = Document(data=DataSettings(own=own))
    again = loads(dumps(document))
    assert again == document
    np.testing.assert_array_equal(load(again.data).points, load(document.data).points)


def test_missing_inputs_drop_their_row_or_are_filled() -> None:
    table = pasted_table(PEOPLE)
    choices = first_choices(table.columns)
    assert (choices.targets, choices.inputs) == (("team",), ("height", "weight"))
    dropped = made(table, choices)
    assert (dropped.dropped_lines, dropped.filled, dropped.own and dropped.own.rows) == ((3,), 0, 4)
    filled = made(table, Choices(choices.columns, filling="fill"))
    assert (filled.dropped_lines, filled.filled, filled.own and filled.own.rows) == ((), 1, 5)
    # A filled cell is the mean, which the network sees as 0.
    assert filled.own
    assert 0.0 in load(DataSettings(own=filled.own)).points[:, 1]


def test_categories_are_one_hot_and_rows_without_one_are_dropped() -> None:
    table = pasted_table(PEOPLE)
    found = made(table, first_choices(table.columns).with_role("sex", INPUT))
    assert found.own
    assert [column.name for column in found.own.columns] == ["height", "weight", "sex = f", "sex = m"]
    assert found.dropped_lines == (3, 6)
    seen = load(DataSettings(own=found.own)).points[:, 2:]
    assert seen.sum(axis=1).tolist() == [1, 1, 1]


def test_a_number_to_predict_is_scaled_and_known_in_its_unit() -> None:
    table = pasted_table(PEOPLE)
    found = made(table, first_choices(table.columns).with_role("weight", TARGET))
    weights = np.array([80, 65, 95, 52])
    assert found.own
    assert (found.own.task, found.own.classes, found.own.targets[0].unit) == ("regression", (), "kg")
    assert (found.own.targets[0].middle, found.own.targets[0].size) == pytest.approx((weights.mean(), weights.std()))
    assert found.baselines[0] == pytest.approx(np.abs(weights - weights.mean()).mean())


def test_faults_wait_for_a_word_and_do_what_it_says() -> None:
    table = pasted_table("x,y\n" + "".join(f"{n},{n % 2}\n" for n in range(2, 20)) + "4500 g,1\n8,0\nfour,1\n7\n")
    choices = first_choices(table.columns)
    waiting = made(table, choices).waiting
    assert [(fault.kind, fault.line) for fault in waiting] == [
        ("short_row", 23),
        ("has_unit", 20),
        ("not_a_number", 22),
    ]
    choices = (
        choices.with_repair(waiting[0], "drop").with_repair(waiting[1], "number").with_repair(waiting[2], "missing")
    )
    found = made(table, choices)
    assert (found.waiting, found.dropped_lines, found.corrected, found.own and found.own.rows) == ((), (23, 22), 1, 20)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("x\n1\n2\n3\n", "no_target"), ("x,y\n1,a\n1,b\n1,c\n", "no_input"), ("x,y\n1,a\n2,a\n,b\n", "one_class"),
        ("x,y\n,a\n,b\n1,\n", "no_rows_left"),
        # A column without a value, all of them, the target's, and a target of one class alone.
        ("x,y\n,a\n,b\n,a\n", "no_input"), ("x,y\n,\n,\n,\n", "no_input"), ("x,y\n1,\n2,\n3,\n", "no_rows_left"),
        ("x,target\n1,a\n2,a\n3,a\n", "no_target"),
    ],
)  # fmt: skip
def test_what_cannot_be_learned_is_said(text, trouble) -> None:
    table = pasted_table(text)
    choices = first_choices(table.columns)
    if trouble in ("one_class", "no_rows_left"):
        choices = choices.with_role("y", TARGET).with_role("x", INPUT)
    assert made(table, choices).trouble == trouble


def test_the_last_rows_validate_where_a_person_says_so() -> None:
    text = "x,y\n" + "".join(f"{n * n},{n % 3}\n" for n in range(30))
    table = pasted_table(text)
    choices = first_choices(table.columns)
    own = made(table, Choices(choices.columns, scaling="none", split="last")).own
    data = load(DataSettings(own=own, train_share=60.0))
    assert sorted(np.sqrt(data.train_points[:, 0]).round().astype(int)) == list(range(18))


def test_a_recipe_comes_back_and_a_damaged_one_does_not() -> None:
    table = pasted_table(PEOPLE)
    choices = first_choices(table.columns).with_role("sex", LEFT)
    text = recipe_text("people.csv", "ab", table.reading, choices)
    again = read_recipe(text)
    assert again
    assert (again.path, again.reading, again.choices) == ("people.csv", table.reading, choices)
    assert [read_recipe(bad) for bad in ("", "{}", "[1]", '{"kind": "table"}', text.replace("columns", "rows"))] == [
        None
    ] * 5
