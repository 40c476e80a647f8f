"""Rows as people read them, against the file's own text and numpy's correlations."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.datasets.rows import RowColumn, correlations, input_columns, target_columns
from playground.datasets.sources import TABLES
from playground.document.settings import DataSettings
from playground.tables.choices import INPUT, TARGET, first_choices
from playground.tables.opening import open_table
from playground.tables.preparing import prepare


def penguins(target: str, *inputs: str) -> DataSettings:
    """The bundled penguins with that target and these inputs."""
    table = open_table(TABLES / "penguins.csv")
    choices = first_choices(table.columns, [target])
    for column in choices.columns:
        choices = choices.with_role(column.name, INPUT if column.name in inputs else "left")
    choices = choices.with_role(target, TARGET)
    own = prepare(table, choices, "penguins").own
    assert own is not None
    return DataSettings(own=own)


def test_rows_have_the_numbers_and_words_of_the_file() -> None:
    dataset = load(penguins("body_mass_g", "island", "bill_length_mm"))
    rows = np.arange(len(dataset.points))
    columns = {column.name: column for column in input_columns(dataset, rows)}
    assert set(columns) == {"island", "bill_length_mm"}
    with (TABLES / "penguins.csv").open() as file:
        known = [row for row in csv.DictReader(file) if row["bill_length_mm"] not in ("", "NA")]
    island, bill, mass = columns["island"], columns["bill_length_mm"], target_columns(dataset, rows)[0]
    came = sorted(
        (island.words[int(place)], round(length, 1), round(weight))
        for place, length, weight in zip(island.values, bill.values, mass.values, strict=True)
    )
    assert came == sorted(
        (row["island"], float(row["bill_length_mm"]), round(float(row["body_mass_g"]))) for row in known
    )
    assert (bill.decimals, mass.decimals) == (1, 0)


def test_correlations_are_numpys_over_the_rows_that_have_both() -> None:
    generator = np.random.default_rng(2)
    x, y = generator.normal(size=(2, 50))
    y += x
    gaps = y.copy()
    gaps[:5] = np.nan
    columns = [
        RowColumn("x", x), RowColumn("y", y), RowColumn("gaps", gaps), RowColumn("flag", (x > 0) * 1.0, ("no", "yes")),
        RowColumn("still", np.ones(50)), RowColumn("kinds", np.arange(50) % 3.0, ("a", "b", "c")),
    ]  # fmt: skip
    found = correlations(columns)
    np.testing.assert_allclose(found[:2, :2], np.corrcoef(x, y))
    assert found[0, 2] == found[2, 0] == pytest.approx(np.corrcoef(x[5:], y[5:])[0, 1])
    assert found[1, 3] == pytest.approx(np.corrcoef(y, x > 0)[0, 1])
    assert np.isnan(found[4:]).all()
