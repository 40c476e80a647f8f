"""An experiment as a value: its table against counting by hand, its file, and what is damaged of it."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from statistics import stdev

import numpy as np
import pytest

from playground.document.examples import example
from playground.projects.project import read_project, write_project
from playground.runs import experiment, store
from playground.runs.axes import Axis, settings_of
from playground.runs.bands import band_of
from playground.runs.experiment import Experiment, Plan, experiment_of, plain_experiment
from playground.runs.heat import heat_of
from playground.runs.lines import Look, lines, spread_of, usual_groups
from playground.runs.offering import offered
from playground.runs.parallel import scales_of
from playground.runs.rows import Row, row_of
from playground.runs.store import Store
from playground.runs.surfaces import surface_of, surface_text
from playground.ui.assets import asset
from playground.ui.experiment.cells import fitted

SPIRAL = example("spiral", asset("examples"))
PLAN = Plan((Axis("training.learning_rate", (0.001, 0.1)), Axis("dense_1.units", (4, 8))), seeds=3, epochs=7)


def loss(settings: dict[str, float]) -> float:
    return settings["training.learning_rate"] * settings["dense_1.units"] + settings["training.seed"] / 100


@pytest.fixture(scope="module")
def known() -> Experiment:
    begun, rows = Experiment(PLAN, SPIRAL), {}
    for trial in begun.trials:
        settings = dict(trial.settings)
        state = (
            "diverged"
            if settings == {"training.learning_rate": 0.1, "dense_1.units": 8, "training.seed": 1}
            else "done"
        )
        numbers = {"epochs": 7, "test_loss": loss(settings), "test_accuracy": 0.5}
        curves = {"epochs": [0.0, 7.0], "train": [1.0, 0.0], "validation": [1.0, loss(settings)]}
        rows[trial.key] = Row(trial.key, state, numbers, "", curves, "what was learned")
    return replace(begun, rows=rows)


def test_groups_have_mean_deviation_median_and_number_over_seeds(known: Experiment) -> None:
    assert usual_groups(known.trials) == ("training.learning_rate", "dense_1.units")
    found = lines(known.trials, known.standing(), Look(usual_groups(known.trials)))
    assert [(line.settings["training.learning_rate"], line.settings["dense_1.units"]) for line in found] == [
        (0.001, 4), (0.001, 8), (0.1, 4), (0.1, 8)]  # fmt: skip
    spread = spread_of(found[3].trials, "test_loss", known.standing())
    assert spread is not None
    assert (spread.n, spread.mean, spread.median) == (2, pytest.approx(0.825), pytest.approx(0.825))
    assert spread.deviation == pytest.approx(stdev([0.82, 0.83]))
    heat = heat_of(known.trials, known.standing(), "dense_1.units", "training.learning_rate")
    assert (heat.across, heat.up) == ((4, 8), (0.001, 0.1))
    assert heat.cells[8, 0.1][1] == spread


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 12), ("diverged", 1), ("units=8", 6), ("loss<0.1", 6), ("loss<0.1 units=4", 3), ("learning_rate>=0.1", 6),
     ("seed=2", 4), ("nothing", 0), ("loss<x", 0)],
)  # fmt: skip
def test_the_filter_compares_and_finds_words(known: Experiment, query: str, count: int) -> None:
    assert len(lines(known.trials, known.standing(), Look(query=query))) == count


def test_sorting_goes_both_ways_and_what_has_no_value_is_last(known: Experiment) -> None:
    for descending in (False, True):
        look = Look(sorted_by="test_loss", descending=descending)
        losses = [loss(dict(line.settings)) for line in lines(known.trials, known.standing(), look)]
        assert losses[:-1] == sorted(losses[:-1], reverse=descending)
        assert losses[-1] == pytest.approx(0.81)
    opened = lines(
        known.trials, known.standing(), Look(("dense_1.units",), opened=frozenset([(("dense_1.units", 8),)]))
    )
    assert [line.inside for line in opened] == [False, False, *[True] * 6]
    within = Look(within={"test_loss": (0.0, 0.05)})
    assert len(lines(known.trials, known.standing(), within)) == 6


def test_bands_and_scales_are_those_of_numpy(known: Experiment) -> None:
    band = band_of([([0, 2], [1.0, 0.0]), ([0, 2], [3.0, 2.0]), ([0, 1], [2.0, 2.0])])
    assert band is not None
    assert band.epochs == (0, 1, 2)
    assert band.mean == pytest.approx((2, (0.5 + 2.5 + 2) / 3, 1))
    assert band.high[0] - band.mean[0] == pytest.approx(np.std([1, 3, 2], ddof=1))
    assert band.low[2] == pytest.approx(1 - np.std([0, 2], ddof=1))
    rate, units, *_ = scales_of(known.trials, known.standing())
    assert (rate.logarithmic, units.logarithmic) == (True, False)
    assert rate.share(0.01) == pytest.approx(0.5)
    assert rate.value(0.5) == pytest.approx(0.01)


def test_an_experiment_is_saved_with_its_project_and_damage_leaves_the_document(
    known: Experiment, tmp_path: Path
) -> None:
    path = tmp_path / "many.playground"
    write_project(SPIRAL, "", path, json.dumps(plain_experiment(known)))
    project = read_project(path)
    assert project.document == SPIRAL
    assert experiment_of(project.experiment) == known
    assert read_project(path).training is None
    for damage in ({"plan": 3}, {"base": {}}, {"plan": {"axes": [{"name": "no.such", "values": [1]}]}}):
        assert experiment_of({**plain_experiment(known), **damage}) is None
    write_project(SPIRAL, "", path)
    assert read_project(path).experiment is None


def test_a_project_of_very_many_runs_stays_small_enough_to_be_opened(known: Experiment, monkeypatch) -> None:
    monkeypatch.setattr(experiment, "MOST_SAVED", 3 * len("what was learned"))
    monkeypatch.setattr(experiment, "MOST_NUMBERS", 1)
    long = {key: replace(row, curves={"train": list(range(100))}) for key, row in known.rows.items()}
    rows = experiment.saved(list(long.values()))
    assert [row.key for row in rows] == list(known.rows)
    best = sorted((row for row in rows if row.state == "done"), key=lambda row: row.numbers["test_loss"])[:3]
    assert {row.key for row in rows if row.trained} == {row.key for row in best}
    assert {tuple(row.curves["train"]) for row in rows} == {(0, 14, 28, 42, 57, 71, 85, 99)}


def test_large_runs_have_files_in_bounds_and_the_oldest_go_first(tmp_path: Path, monkeypatch) -> None:
    kept = Store(tmp_path)
    small, *large = [Row(name, "done", trained=name * 60) for name in "abcd"]
    monkeypatch.setattr(store, "INLINE", 10)
    monkeypatch.setattr(store, "MOST_BYTES", 130)
    monkeypatch.setattr(store, "MOST_FREE", 0)
    assert kept.take(replace(small, trained="short")).trained == "short"
    rows = []
    for at, row in enumerate(large):
        rows.append(kept.take(row))
        os.utime(tmp_path / f"{rows[-1].stored}.trained", (at, at))
        assert (rows[-1].trained, kept.size(rows[-1].stored)) == ("", 60)
    assert [kept.size(row.stored) for row in rows] == [None, 60, 60]
    assert row_of(json.loads(rows[1].dumps())) == rows[1]
    # The rows of an experiment together have no more than so much with them.
    monkeypatch.setattr(store, "INLINE", 100)
    monkeypatch.setattr(store, "INLINE_ALL", 100)
    assert (bool(kept.take(small).trained), bool(kept.take(small, [small]).stored)) == (True, True)
    # No room costs no run, and what was changed is not taken.
    monkeypatch.setattr(store, "MOST_FREE", 1 << 60)
    assert kept.take(replace(small, trained="e" * 200)) == replace(small, trained="")
    (tmp_path / f"{rows[2].stored}.trained").write_text("else", "utf-8")
    for digest in (rows[2].stored, rows[0].stored, "../../etc"):
        with pytest.raises(OSError, match=r"another content|No such file"):
            kept.read(digest)


@pytest.mark.parametrize("room", [2_000, 702, 540, 300])
def test_columns_have_the_room_there_is(room: int) -> None:
    wished = {"rate": 110, "units": 120, "test_loss": 136, "curve": 150, "test_accuracy": 140, "median": 60, "n": 58,
              "epochs": 70, "state": 120}  # fmt: skip
    found = fitted(wished, room)
    assert {"state", "test_loss", "curve", "test_accuracy"} <= found.keys()
    assert room - 9 <= sum(found.values()) <= room or (room == 300 and sum(found.values()) == 468)
    assert ("median" in found) == (room == 2_000)


def test_every_setting_is_offered_with_values_that_it_takes() -> None:
    for name, limit in settings_of(SPIRAL).items():
        axis = offered(SPIRAL, name)
        assert all(limit.accepts(value) for value in axis.values)


def test_a_surface_comes_back_and_what_is_none_does_not() -> None:
    surface = np.random.default_rng(1).uniform(-1, 1, (8, 9, 2)).astype(np.float32)
    found = surface_of(surface_text(surface))
    assert found is not None
    assert np.abs(found - surface).max() < 1e-3
    for damage in (
        {},
        {"shape": [8, 9, 3], "base64": ""},
        {"shape": [999, 9, 1], "base64": "AA=="},
        {"shape": [1, 1, 1], "base64": "!"},
    ):
        assert surface_of(damage) is None


def test_trials_are_made_once_however_many_rows_come(known: Experiment) -> None:
    assert known.with_rows({}).trials is known.trials
    assert known.with_rows({}).standing() == {}
