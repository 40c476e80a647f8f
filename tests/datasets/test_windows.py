"""Sequences against numpy's own windows, roll and sums."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.datasets.making.typed import FunctionError
from playground.datasets.making.windows import (
    COLUMN,
    ECHO,
    PARITY,
    SequenceData,
    sequence_data,
    sequence_of,
    windows_of,
    windows_over,
)
from playground.datasets.measures import own_points, target_measure
from playground.document.settings import DataSettings

NAMES = ("even", "odd")


def test_the_next_value_of_a_wave_is_learned_and_the_last_windows_validate() -> None:
    asked = SequenceData(text="y = 3*sin(x)", low=0, high=20, steps=8, ahead=2, examples=100)
    own = sequence_data(asked, "wave", NAMES)
    wave = 3 * np.sin(np.linspace(0, 20, 109))
    dataset = load(DataSettings(own=own, train_share=75))
    order = np.argsort([np.abs(wave[:100] - row[0]).argmin() for row in dataset.points])
    assert (own.rows, own.look, len(own.columns), own.task) == (100, "sequence", 8, "regression")
    known = {tuple(np.float32(wave[at : at + 8])): wave[at + 9] for at in range(100)}
    for row, label in zip(dataset.points, dataset.labels, strict=True):
        assert known[tuple(np.float32(row))] == pytest.approx(label, abs=1e-6)
    assert len(order) == 100
    late = min(np.flatnonzero(np.float32(wave[:100]) == np.float32(row[0])).max() for row in dataset.test_points)
    assert late >= 75


def test_a_column_is_standardised_and_told_in_its_own_unit_and_gaps_are_left_out() -> None:
    series = 100 + np.arange(30.0)
    series[10] = np.nan
    own = sequence_data(SequenceData(COLUMN, steps=4, examples=20), "t", NAMES, series, "kW")
    dataset = load(DataSettings(own=own))
    goal = target_measure(own)
    # Windows 6 to 10 would hold the gap, and one more has it for its value.
    assert own.rows == 26 - 5
    every = np.arange(len(dataset.points))
    np.testing.assert_allclose(
        own_points(dataset, every)[:, -1] + 1,
        [goal.own(label) for label in dataset.labels],
        rtol=1e-6,
    )
    assert (goal.unit, own.target, own.columns[0].unit) == ("kW", "step_5", "kW")
    assert abs(dataset.points.mean()) < 0.1


def test_echo_and_parity_are_what_they_say() -> None:
    echo = windows_of(SequenceData(ECHO, steps=6, ahead=2, examples=50))
    np.testing.assert_array_equal(echo.labels, np.roll(echo.values, 2, axis=1)[:, -1])
    parity = windows_of(SequenceData(PARITY, steps=5, examples=64))
    np.testing.assert_array_equal(parity.labels, -np.prod(-parity.values, axis=1))
    assert set(parity.labels) == {-1.0, 1.0}
    assert sequence_data(SequenceData(PARITY, steps=5), "p", NAMES).classes == NAMES


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (SequenceData(text="z = x * y"), "no_wave"), (SequenceData(low=3, high=3), "no_domain"),
        (SequenceData(text="y = log(0 - 1 - x)"), "only_gaps"), (SequenceData(ECHO, steps=4, ahead=4), "too_far_back"),
        (SequenceData(COLUMN), "no_series"),
    ],
)  # fmt: skip
def test_what_makes_no_windows_says_why(asked: SequenceData, code: str) -> None:
    with pytest.raises(FunctionError) as caught:
        windows_of(asked)
    assert caught.value.code == code


def test_a_series_that_is_too_short_says_so() -> None:
    with pytest.raises(FunctionError, match="too short"):
        windows_over(np.arange(5.0), 4, 1)


def test_the_recipe_is_read_back_and_nothing_else_is() -> None:
    asked = SequenceData(ECHO, steps=9, ahead=3, examples=77, seed=4)
    own = sequence_data(asked, "echo", NAMES)
    assert sequence_of(own) == asked
    for damaged in ("", "{}", own.recipe.replace('"steps": 9', '"steps": 1e9'), own.recipe.replace("echo", "ecco")):
        assert sequence_of(replace(own, recipe=damaged)) is None
