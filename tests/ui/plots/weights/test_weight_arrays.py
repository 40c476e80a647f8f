"""Arrays of weights as pictures: every number stands where its name says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.sequences import LSTM
from playground.ui.plots.weights.weight_arrays import limit_of, picture_of, rms

SIZES = st.integers(1, 4)


@given(st.tuples(SIZES, SIZES, SIZES, SIZES))
def test_each_number_of_a_convolution_stands_in_one_tile(shape: tuple[int, int, int, int]) -> None:
    array = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    picture = picture_of(array)
    seen = {}
    for row, column in np.ndindex(*picture.values.shape):
        place = picture.place(row, column)
        value = picture.values[row, column]
        assert np.isnan(value) == (place is None)
        if place is not None:
            assert picture.array[place] == value
            seen[place] = value
    assert len(seen) == array.size
    assert (picture.rows, picture.columns) == (shape[2], shape[3])


@pytest.mark.parametrize(("shape", "rows", "columns"), [((3, 4), 3, 4), ((5,), 1, 5), ((2, 3, 4), 6, 4)])
def test_other_arrays_have_a_column_for_each_unit(shape: tuple[int, ...], rows: int, columns: int) -> None:
    picture = picture_of(np.zeros(shape, np.float32))
    assert (picture.rows, picture.columns) == (rows, columns)


@given(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1))
def test_the_limit_holds_all_and_is_not_twice_too_large(values: list[float]) -> None:
    array = np.array(values)
    largest = float(np.abs(array).max())
    if largest > 1e-30:
        assert largest * 0.99999 <= limit_of(array) <= 2 * largest * 1.00001


def test_the_limit_passes_over_what_is_no_number() -> None:
    assert limit_of(np.array([np.nan, np.inf, -0.4])) == pytest.approx(0.4)
    assert limit_of(np.zeros(3)) == 1.0


def test_arrays_have_keras_names() -> None:
    assert Dense().weight_names == ("kernel", "bias")
    assert LSTM().weight_names == ("kernel", "recurrent_kernel", "bias")
    assert BatchNormalization().weight_names[2:] == ("moving_mean", "moving_variance")


def test_rms_is_the_root_of_the_mean_square() -> None:
    assert rms(np.array([3.0, 4.0])) == pytest.approx(np.sqrt(12.5))
    assert rms(np.zeros(0)) == 0
