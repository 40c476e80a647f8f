"""Fewer points of a long curve: nothing high or low is lost."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.ui.plots.charts.thinning import thinned


@settings(deadline=None)
@given(st.integers(1, 5_000), st.integers(2, 600), st.integers(0, 2**31))
def test_the_extremes_and_the_newest_stay_in_order(count: int, most: int, seed: int) -> None:
    y = np.random.default_rng(seed).normal(size=count)
    few_x, few_y = thinned(np.arange(count, dtype=float), y, most)
    np.testing.assert_array_equal(few_y, y[few_x.astype(int)])
    assert (few_y.min(), few_y.max(), few_x[-1]) == (y.min(), y.max(), count - 1)
    assert (np.diff(few_x) > 0).all()
    assert len(few_x) <= max(3 * most, 6)


def test_a_stretch_of_three_has_two_points_and_what_is_left_over_all() -> None:
    y = np.array([0.0, 3, 1, 2, 9, 4, 5, 8, 7, 6])
    few_x, few_y = thinned(np.arange(10.0), y, 8)
    np.testing.assert_array_equal(few_x, [0, 1, 3, 4, 6, 7, 9])
    np.testing.assert_array_equal(few_y, y[[0, 1, 3, 4, 6, 7, 9]])
