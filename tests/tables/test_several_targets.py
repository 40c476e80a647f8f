"""Several numbers of a table, learned at once: what is kept of them, in files, scripts and on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from playground.cli import main
from playground.datasets.code import data_code
from playground.datasets.dataset import load, looked_at
from playground.datasets.measures import target_measure
from playground.datasets.rows import target_columns
from playground.document.document import Document
from playground.document.files import file
from playground.document.files.own_data import own_of, plain_own
from playground.document.own_data import OwnData
from playground.document.settings import DataSettings, ViewSettings
from playground.tables.choices import LEFT, TARGET, first_choices, recipe_text
from playground.tables.code import table_code
from playground.tables.opening import open_table, pasted_table
from playground.tables.preparing import Prepared, prepare

ROWS = np.random.default_rng(5).normal(size=(40, 4)) * (1, 2, 30, 400) + (0, 1, 200, 5000)
TEXT = "\n".join(("a,b,price,power,kind", *(f"{a:.3f},{b:.3f},{c:.2f} €,{d:.1f},x" for a, b, c, d in ROWS)))
PRICE, POWER = ROWS[:, 2].round(2), ROWS[:, 3].round(1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "engines.csv"
    found.write_text(TEXT, encoding="utf-8")
    return found


def made(path: Path) -> tuple[OwnData, Prepared]:
    table = open_table(path)
    choices = first_choices(table.columns, ["price", "power"])
    assert choices.inputs == ("a", "b")
    prepared = prepare(table, choices, "engines")
    assert prepared.own is not None
    recipe = recipe_text(table.path, table.fingerprint, table.reading, choices)
    return replace(prepared.own, recipe=recipe), prepared


def test_each_target_is_standardised_by_its_own_numbers(path: Path) -> None:
    own, prepared = made(path)
    assert (own.task, own.target, own.width) == ("regression", "price, power", 4)
    assert [(each.middle, each.size, each.unit) for each in own.targets] == [
        (pytest.approx(PRICE.mean()), pytest.approx(PRICE.std()), "€"),
        (pytest.approx(POWER.mean()), pytest.approx(POWER.std()), ""),
    ]
    assert prepared.baselines == pytest.approx([np.abs(each - each.mean()).mean() for each in (PRICE, POWER)])
    dataset = load(DataSettings(own=own))
    assert (dataset.settings.facts.outputs, dataset.targets.shape) == (2, (40, 2))
    price, power = target_columns(dataset, np.arange(40))
    assert sorted(zip(price.values.round(2), power.values.round(1), strict=True)) == sorted(
        zip(PRICE, POWER, strict=True)
    )


def test_the_document_says_which_is_looked_at(path: Path) -> None:
    own, _ = made(path)
    document = Document(data=DataSettings(own=own), view=ViewSettings(shown_target=1))
    dataset = looked_at(document)
    np.testing.assert_array_equal(dataset.labels, load(document.data).targets[:, 1])
    measure = target_measure(own, dataset.goal)
    assert measure is not None
    assert sorted(map(measure.own, dataset.labels)) == pytest.approx(sorted(POWER), rel=1e-5)
    # Other data have one, whatever the view names.
    assert replace(document, data=DataSettings("sine")).target == replace(document, data=DataSettings()).target == 0


def test_a_file_keeps_them_and_one_of_before_opens(path: Path) -> None:
    own, _ = made(path)
    document = Document(data=DataSettings(own=own))
    again = file.loads(file.dumps(document))
    assert again == document
    assert again.data.own is not None
    assert again.data.own.values == own.values
    kept = plain_own(prepare(open_table(path), first_choices(open_table(path).columns, ["power"]), "t").own)
    (target,) = kept.pop("targets")
    before = kept | {f"target{'_' * (key != 'name')}{key if key != 'name' else ''}": target[key] for key in target}
    assert {"target", "target_middle", "target_size", "target_unit"} <= set(before)
    (read,) = own_of(json.loads(json.dumps(before))).targets
    assert (read.name, read.middle, read.size) == ("power", pytest.approx(POWER.mean()), pytest.approx(POWER.std()))


@pytest.mark.parametrize("reads", [True, False])
def test_a_script_has_the_same_rows(path: Path, reads: bool) -> None:
    own, _ = made(path)
    data, names = DataSettings(own=own), dict[str, object]()
    told = table_code(own)
    assert told is not None
    code = data_code(data, told if reads else None)
    exec("TRAIN_SHARE = 50.0\n" + code, names)
    dataset = load(data)
    np.testing.assert_allclose(names["inputs"], dataset.points, atol=1e-6)
    np.testing.assert_allclose(names["labels"], dataset.targets, atol=1e-6)


def test_a_class_is_learned_alone() -> None:
    table = pasted_table(TEXT.replace(",x\n", ",y\n", 20))
    choices = first_choices(table.columns, ["price"]).with_target("kind")
    assert choices.targets == ("price", "kind")
    assert prepare(table, choices, "t").trouble == "targets_no_numbers"
    # Another one takes the place of all.
    alone = choices.with_role("kind", TARGET)
    assert (alone.targets, alone.of("price").role) == (("kind",), LEFT)


def test_the_command_line_takes_several(path: Path, tmp_path: Path, capsys) -> None:
    kept = tmp_path / "engines.playground"
    told = ["--target", "price", "--target", "power", "--epochs", "2", "--save", str(kept)]
    assert main(["train", str(path), *told]) == 0
    said = capsys.readouterr().out
    assert "Target: price (number · €), power (number)" in said
    assert "Predicting the means would miss by: price ±" in said
    own = file.loads(kept.read_text("utf-8")).data.own
    assert own is not None
    assert [each.name for each in own.targets] == ["price", "power"]
    assert main(["train", str(path), "--target", "price", "--target", "colour"]) == 2
    assert "colour" in capsys.readouterr().err
