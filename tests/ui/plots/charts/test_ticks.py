"""Axes with round numbers that stay where they are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.plots.charts.thinning import thinned
from playground.ui.plots.charts.ticks import decade_range, decade_ticks, linear_ticks, round_range, tick_texts

numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers)
def test_a_round_range_holds_both_ends_and_few_ticks(first: float, second: float) -> None:
    low, high = sorted((first, second))
    bottom, top = round_range(low, high)
    slack = 1e-6 * (top - bottom)
    assert bottom <= low + slack
    assert top >= high - slack
    assert 2 <= len(linear_ticks(bottom, top)) <= 9


def test_ranges_do_not_move_with_small_changes() -> None:
    assert round_range(0, 0.52) == round_range(0, 0.58) == (0, pytest.approx(0.6))


def test_ticks_are_written_alike() -> None:
    assert tick_texts(linear_ticks(0, 0.6)) == ["0.0", "0.2", "0.4", "0.6"]
    assert tick_texts(linear_ticks(-1, 1, 4)) == ["−1.0", "−0.5", "0.0", "0.5", "1.0"]
    assert tick_texts([-10.0, 0.0, 10.0]) == ["−10", "0", "10"]


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (0.004, 0.6, (0.002, 1)),
        (0.2, 0.3, (0.2, 0.5)),
        (0.3, 0.3, (0.2, 0.5)),
        (1, 1, (1, 2)),
        (0.003, 1.04, (0.002, 2)),
    ],
)
def test_logarithmic_axes_end_close_to_their_values(low: float, high: float, ends: tuple[float, float]) -> None:
    assert [10**end for end in decade_range(low, high)] == pytest.approx(ends)


def test_logarithmic_axes_have_powers_of_ten_and_between_few_of_them_2_and_5() -> None:
    assert decade_ticks(-3, 0) == [-3, -2, -1, 0]
    assert decade_ticks(-12, 1) == [-12, -9, -6, -3, 0]
    assert [round(10**tick, 6) for tick in decade_ticks(-1, 0)] == [0.1, 0.2, 0.5, 1]
    assert [round(10**tick, 6) for tick in decade_ticks(*decade_range(0.25, 1.04))] == [0.2, 0.5, 1, 2]


def test_a_thinned_curve_keeps_its_peaks_and_its_ends() -> None:
    x, y = np.arange(2000.0), np.zeros(2000)
    y[777], y[1234] = 5, -5
    few_x, few_y = thinned(x, y, 200)
    assert len(few_x) <= 210
    assert (few_y.max(), few_y.min()) == (5, -5)
    assert few_x[-1] == 1999
    assert (np.diff(few_x) > 0).all()
    np.testing.assert_array_equal(y[few_x.astype(int)], few_y)


def test_a_short_curve_is_left_alone() -> None:
    x = np.arange(10.0)
    assert thinned(x, x, 200)[0] is x
