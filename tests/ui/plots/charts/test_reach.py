"""Axes that follow the bulk, against numpy's quantiles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.frames.sizes import Histogram
from playground.ui.plots.charts.reach import beyond, bulk, steady


def histogram_of(values: np.ndarray, bars: int = 64) -> Histogram:
    counts, edges = np.histogram(values, bars)
    zeros = float(np.mean(values == 0))
    return Histogram(edges.astype(np.float32), counts, float(values.mean()), float(values.std()), zeros)


def test_the_bulk_holds_the_central_98_percent_to_a_bars_width() -> None:
    values = np.random.default_rng(0).normal(3, 2, 20_000)
    found = histogram_of(values)
    low, high = bulk(found)
    bar = float(found.edges[1] - found.edges[0])
    assert low == pytest.approx(np.quantile(values, 0.01), abs=bar)
    assert high == pytest.approx(np.quantile(values, 0.99), abs=bar)
    assert np.mean((values >= low) & (values <= high)) >= 0.98


def test_a_few_values_far_out_do_not_widen_it_and_are_counted_as_beyond() -> None:
    values = np.concatenate([np.random.default_rng(1).uniform(0, 1, 995), np.full(5, 50.0)])
    found = histogram_of(values)
    low, high = bulk(found)
    assert high < 2
    assert beyond(found, (low, high)) == (0.0, pytest.approx(0.005))
    assert beyond(found, (0.0, 60.0)) == (0.0, 0.0)


@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(0.01, 100)), min_size=1, max_size=8))
def test_a_steady_range_always_holds_what_it_should_and_stays_while_that_fits(spans: list[tuple[float, float]]) -> None:
    axis = None
    for low, wide in spans:
        before, axis = axis, steady(axis, low, low + wide)
        assert axis[0] <= low + 1e-6
        assert axis[1] >= low + wide - 1e-6
        assert steady(axis, low, low + wide) == axis
        if before is not None and before != axis:
            fits = before[0] <= low and low + wide <= before[1]
            assert not fits or axis[1] - axis[0] < before[1] - before[0]
