"""What the speed bench reports; how fast anything is, no test asks."""

from __future__ import annotations

import json
from math import isfinite

import pytest

from playground import cli
from playground.bench import speed
from playground.bench.cases import DOCUMENTS, KERAS
from playground.document.checks.problems import find_problems

KEYS = {"case", "epochs_per_second", "fit_epochs_per_second", "ratio", "first_frame_seconds"}


@pytest.fixture(autouse=True)
def tiny(monkeypatch) -> None:
    """One short round."""
    monkeypatch.setattr(speed, "ROUNDS", 1)
    monkeypatch.setattr(speed, "SECONDS_A_ROUND", 0.1)
    monkeypatch.setattr(speed, "FIT_EPOCHS", 1)


@pytest.mark.parametrize("case", ["circle 2-4-2-1", "dense 784-256-128-64-10"])
def test_a_case_is_reported_as_json(capsys, case) -> None:
    assert cli.main(["bench", case, "--json"]) == 0
    out, err = capsys.readouterr()
    (row,) = json.loads(out)
    assert set(row) == KEYS
    assert row["case"] == case
    assert all(isfinite(row[name]) for name in KEYS - {"case"})
    assert f"{case}: " in err


@pytest.mark.parametrize("is_one", [True, False])
def test_a_case_is_reported_as_a_table_and_a_lost_gift_of_xla_is_told(capsys, monkeypatch, is_one) -> None:
    monkeypatch.setattr(speed, "measure", lambda chosen: iter([speed.Measured("circle", 9400.0, 10.0, 940.0, 0.1)]))
    monkeypatch.setattr(speed, "loop_is_one_function", lambda: is_one)
    assert cli.main(["bench"]) == 0
    out, err = capsys.readouterr()
    assert "9,400" in out
    assert "circle" in out
    assert ("no longer" in err) != is_one


def test_the_loop_of_the_circle_is_one_function() -> None:
    assert speed.loop_is_one_function()


def test_a_name_that_no_case_has_measures_nothing(capsys) -> None:
    assert cli.main(["bench", "no such case", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_measured_document_can_be_trained(name) -> None:
    document = DOCUMENTS[name]()
    assert find_problems(document) == ()
    sizes = [str(node.layer.units) for node in document.graph.nodes if hasattr(node.layer, "units")]
    assert name.split(",")[0].split()[1].split("-")[1:] == sizes


@pytest.mark.parametrize("name", KERAS)
def test_each_keras_case_has_arrays_that_fit_it(name) -> None:
    case = KERAS[name]
    arrays = case.arrays()
    assert [len(values) for values in arrays] == [case.rows[0]] * 2 + [case.rows[1]] * 2
    assert case.build().output_shape == (None, 10)
