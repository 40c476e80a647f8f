"""Preprocessing by hand, against the file's own text and numpy's means and deviations."""

from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.datasets.sources import TABLES
from playground.document.settings import DataSettings
from playground.tables.by_hand import Number, Preparing, Word, preparing_of
from playground.tables.choices import INPUT, LEFT, TARGET, first_choices, recipe_text
from playground.tables.opening import open_table
from playground.tables.preparing import prepare

LENGTHS = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")
DIABETES = ("age", "sex", "bmi", "blood_pressure", "total_cholesterol", "ldl", "hdl", "cholesterol_ratio", "glucose")


def data_of(name: str, target: str, inputs: tuple[str, ...], scaling: str) -> DataSettings:
    """The bundled table, as the dialog makes data of it."""
    path = TABLES / f"{name}.csv"
    table = open_table(path)
    choices = replace(first_choices(table.columns, [target]), scaling=scaling)
    for column in choices.columns:
        choices = choices.with_role(column.name, INPUT if column.name in inputs else LEFT)
    choices = choices.with_role(target, TARGET)
    own = prepare(table, choices, name).own
    assert own is not None
    return DataSettings(own=replace(own, recipe=recipe_text(str(path), "", table.reading, choices)))


def rows_of(name: str, used: tuple[str, ...]) -> list[dict[str, str]]:
    """Those of the file that have all that is used."""
    with (TABLES / f"{name}.csv").open() as file:
        return [row for row in csv.DictReader(file) if all(row[each] not in ("", "NA") for each in used)]


@pytest.mark.parametrize(("name", "target", "inputs", "scaling"), [
    ("penguins", "species", LENGTHS, "standard"), ("penguins", "species", LENGTHS[:2], "minmax"),
    ("penguins", "body_mass_g", ("island", "bill_length_mm"), "standard"),
    ("diabetes", "progression", DIABETES, "standard"),
])  # fmt: skip
def test_each_number_is_the_files_and_becomes_what_numpy_makes_of_it(name, target, inputs, scaling) -> None:
    data, known = data_of(name, target, inputs, scaling), rows_of(name, (*inputs, target))
    dataset, came = load(data), []
    for row in range(len(dataset.points)):
        seen = tuple(dataset.points[row].tolist())
        prepared = preparing_of(data, seen)
        assert prepared is not None
        assert [step.seen for step in prepared.inputs] == pytest.approx(seen, abs=1e-6)
        came.append([own_of(prepared, column) for column in inputs])
    assert sorted(came) == sorted([text_or_number(row[column]) for column in inputs] for row in known)
    for step in prepared.inputs:
        if isinstance(step, Number):
            values = np.array([float(row[step.scale.column]) for row in known])
            middle, size = (values.min(), np.ptp(values)) if scaling == "minmax" else (values.mean(), values.std())
            assert (step.scale.middle, step.scale.size) == pytest.approx((middle, size))
            assert step.scale.scaling == scaling
    if data.facts.task == "regression":
        goals = np.array([float(row[target]) for row in known])
        assert prepared.targets
        assert (prepared.targets[0].middle, prepared.targets[0].size) == pytest.approx((goals.mean(), goals.std()))
        assert sorted(map(prepared.targets[0].own, dataset.labels)) == pytest.approx(sorted(goals), abs=1e-3)
    else:
        assert prepared.targets == ()


def own_of(prepared: Preparing, column: str) -> object:
    """What the row has in that column: a number as it is written, or the word."""
    for step in prepared.inputs:
        if isinstance(step, Word) and step.column == column:
            return step.has
        if isinstance(step, Number) and step.scale.column == column:
            return round(step.own, step.scale.decimals)
    raise AssertionError(column)


def text_or_number(text: str) -> object:
    return float(text) if text.replace(".", "").isdigit() else text


def test_there_is_none_where_the_network_sees_rows_as_they_are() -> None:
    assert preparing_of(DataSettings("circle"), (1.0, 2.0)) is None
    assert preparing_of(DataSettings("sine"), (1.0,)) is None
    assert preparing_of(DataSettings("digits"), (0.5,) * 64) is None
    assert preparing_of(data_of("penguins", "species", LENGTHS, "none"), (39.0, 18.0, 180.0, 3750.0)) is None
    of_iris = preparing_of(DataSettings("iris"), (0.0, 0.0, 0.0, 1.0))
    assert of_iris is not None
    assert [step.own for step in of_iris.inputs] == pytest.approx([5.8433, 3.0573, 3.758, 1.1993 + 0.7597], abs=1e-3)
