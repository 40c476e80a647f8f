"""Smoothing, compared with the weighted mean written out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.ui.plots.charts.smoothing import STEPS, smoothed


@pytest.mark.parametrize("weight", STEPS)
def test_each_value_is_the_weighted_mean_of_those_so_far(weight: float) -> None:
    values = np.random.default_rng(1).random(60)
    expected = [np.average(values[: n + 1], weights=weight ** np.arange(n, -1, -1.0)) for n in range(60)]
    np.testing.assert_allclose(smoothed(values, weight), expected, rtol=1e-12)


def test_no_smoothing_leaves_the_values() -> None:
    np.testing.assert_array_equal(smoothed(np.array([3.0, 1.0, 2.0]), 0.0), [3.0, 1.0, 2.0])


def test_what_is_not_finite_stays_a_gap_and_counts_for_nothing() -> None:
    found = smoothed(np.array([1.0, np.nan, 3.0, np.inf]), 0.5)
    np.testing.assert_allclose(found[[0, 2]], [1.0, (0.5 * 1 + 3) / 1.5])
    assert np.isnan(found[[1, 3]]).all()


@given(st.lists(st.floats(-1e6, 1e6), max_size=50), st.sampled_from(STEPS))
def test_smooth_values_lie_between_the_lowest_and_the_highest(values: list[float], weight: float) -> None:
    found = smoothed(np.array(values), weight)
    assert len(found) == len(values)
    if values:
        slack = 1e-9 * (1 + max(map(abs, values)))
        assert (found >= min(values) - slack).all()
        assert (found <= max(values) + slack).all()
