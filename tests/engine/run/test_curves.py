"""A run's losses: all kept, few shown, the first, the newest and every peak always among them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.engine.run.curves import MOST_KEPT, MOST_SHOWN, MOST_STRETCHES, NEWEST_IN_FULL, Recorder
from playground.frames.run import column_names

NAMES = column_names(("accuracy",))


def rows_from(first: int, count: int) -> np.ndarray:
    """Rows that tell which epoch they are of, in each column another way."""
    epochs = np.arange(first, first + count, dtype=np.float32)
    return np.stack([epochs, epochs + 0.25, -epochs, -epochs - 0.25], axis=1)


def record(*counts: int) -> Recorder:
    recorder = Recorder(NAMES)
    for count in counts:
        recorder.add(rows_from(recorder.count, count))
    return recorder


@pytest.mark.parametrize("counts", [(1,), (2_000,), (1, 999, 24, 1, 5_000), (1, *[7] * 500), (100_000,)])
def test_every_epoch_is_kept_in_full(counts):
    recorder = record(*counts)
    curves = recorder.curves(most=recorder.count)
    expected = rows_from(0, sum(counts))
    np.testing.assert_array_equal(curves.epochs, np.arange(sum(counts)))
    for at, name in enumerate(NAMES):
        np.testing.assert_array_equal(curves.column(name), expected[:, at])


@pytest.mark.parametrize("count", [1, 2, 1_999, 2_000, 2_001, 2_002, 4_000, 4_001, 12_345, 1_000_001])
def test_few_rows_are_shown_the_first_and_the_newest_among_them(count):
    curves = record(count).curves()
    assert curves.epochs[0] == 0
    assert curves.epochs[-1] == count - 1
    assert min(count, MOST_STRETCHES // 2) <= len(curves.epochs) <= max(MOST_SHOWN, 8 * MOST_STRETCHES + 2)
    assert (np.diff(curves.epochs) > 0).all()
    assert np.diff(curves.epochs).max(initial=1) <= max(1, 2 * count // (MOST_STRETCHES // 2))


def test_shown_losses_stand_beside_their_epochs():
    curves = record(9_876).curves()
    expected = rows_from(0, 9_876)[curves.epochs]
    np.testing.assert_array_equal(curves.column("train_loss"), expected[:, 0])
    np.testing.assert_array_equal(curves.column("validation_loss"), expected[:, 1])
    np.testing.assert_array_equal(curves.column("train_accuracy"), expected[:, 2])
    np.testing.assert_array_equal(curves.column("validation_accuracy"), expected[:, 3])


def test_a_column_that_a_run_lacks_is_empty():
    short, long = record(10).curves(), record(5_000).curves()
    assert len(short.column("train_recall")) == len(short.mean("train_loss")) == len(long.mean("train_recall")) == 0
    assert len(long.mean("train_loss")) == len(long.mean_epochs) > 0


def test_the_newest_row_by_name():
    assert Recorder(NAMES).curves().newest() == {}
    assert record(9_876).curves().newest() == dict(zip(NAMES, rows_from(9_875, 1)[0].tolist(), strict=True))
    assert record(9).row(4) == dict(zip(NAMES, rows_from(4, 1)[0].tolist(), strict=True))


def test_what_was_shown_does_not_change_when_more_comes():
    recorder = record(5)
    shown = recorder.curves()
    recorder.add(np.full((3, 4), 99, np.float32))
    assert len(shown.epochs) == 5
    np.testing.assert_array_equal(shown.column("train_loss"), np.arange(5))


def test_nothing_recorded_shows_nothing():
    assert len(Recorder(NAMES).curves().epochs) == 0


@settings(max_examples=40, deadline=None)
@given(parts=st.lists(st.integers(1, 3_000), min_size=1, max_size=12), seed=st.integers(0, 2**31))
def test_every_stretch_shows_its_lowest_and_highest_however_the_rows_came(parts, seed):
    rows = np.random.default_rng(seed).lognormal(size=(sum(parts), 4)).astype(np.float32)
    recorder = Recorder(NAMES)
    for part in np.split(rows, np.cumsum(parts)[:-1]):
        recorder.add(part)
    whole = Recorder(NAMES)
    whole.add(rows)
    curves = recorder.curves()
    np.testing.assert_array_equal(curves.epochs, whole.curves().epochs)
    np.testing.assert_array_equal(curves.values, rows[curves.epochs])
    if len(rows) > MOST_SHOWN:
        stretch = next(size for size in (2**power for power in range(30)) if len(rows) <= MOST_STRETCHES * size)
        for first in range(0, len(rows), stretch):
            inside = (curves.epochs >= first) & (curves.epochs < first + stretch)
            shown, all_rows = curves.values[inside], rows[first : first + stretch]
            np.testing.assert_array_equal(shown.min(axis=0), all_rows.min(axis=0))
            np.testing.assert_array_equal(shown.max(axis=0), all_rows.max(axis=0))
            place = first // stretch
            np.testing.assert_allclose(curves.means[place], all_rows.mean(axis=0, dtype=float), rtol=1e-5)
            assert curves.mean_epochs[place] == min(first + stretch // 2, len(rows) - 1)


def test_one_peak_in_a_million_epochs_is_shown_at_each_look_while_more_come():
    recorder = record(400_000)
    peak = np.full((1, 4), 9e6, np.float32)
    recorder.add(peak)
    for count in (1, 1_000, 70_000, 600_000):
        recorder.add(rows_from(recorder.count, count))
        curves = recorder.curves()
        assert curves.column("train_loss")[curves.epochs == 400_000] == peak[0, 0]


def test_after_a_cut_the_stretches_are_those_of_the_rows_left():
    recorder, short = record(300_000), record(3_000)
    recorder.cut(3_000)
    np.testing.assert_array_equal(recorder.curves().epochs, short.curves().epochs)
    np.testing.assert_array_equal(recorder.curves().means, short.curves().means)


def test_another_network_at_the_newest_epoch_takes_its_row_along():
    recorder, expected = record(5_000), rows_from(0, 5_000)
    expected[-1] = 7e7
    recorder.replace_last(expected[-1:])
    curves = recorder.curves()
    np.testing.assert_array_equal(curves.values, expected[curves.epochs])
    recorder.replace_last(rows_from(4_999, 1))
    np.testing.assert_array_equal(recorder.curves().values, record(5_000).curves().values)
    np.testing.assert_allclose(recorder.curves().means, record(5_000).curves().means, rtol=1e-6)


def test_the_newest_rows_are_those_that_came_last():
    recorder = record(50)
    epochs, losses = recorder.newest("validation_loss", 3)
    np.testing.assert_array_equal(epochs, [47, 48, 49])
    np.testing.assert_array_equal(losses, rows_from(47, 3)[:, 1])
    assert len(recorder.newest("train_loss", 99)[1]) == 50


# Long runs are kept thinned


def long_rows(count: int) -> np.ndarray:
    return np.random.default_rng(1).lognormal(size=(count, 4)).astype(np.float32)


def thinned(rows: np.ndarray, marked: tuple[int, ...] = ()) -> Recorder:
    recorder = Recorder(NAMES)
    for part in np.array_split(rows, len(rows) // 7_000):
        recorder.add(part)
        if recorder.is_full:
            recorder.thin(marked)
    return recorder


def test_a_thinned_run_looks_as_it_would_in_full():
    rows = long_rows(900_000)
    full, recorder = Recorder(NAMES), thinned(rows)
    full.add(rows)
    for most in (MOST_SHOWN, 100):
        shown, expected = recorder.curves(most), full.curves(most)
        np.testing.assert_array_equal(shown.epochs, expected.epochs)
        np.testing.assert_array_equal(shown.values, expected.values)
        np.testing.assert_allclose(shown.means, expected.means, rtol=1e-6)


def test_a_thinned_run_keeps_what_matters_within_its_bound():
    rows, marked = long_rows(3_000_000), (2_345, 67_891, 123_457)
    recorder = thinned(rows, marked)
    kept = recorder.curves(recorder.count)
    assert len(kept.epochs) <= MOST_KEPT + 7_001
    np.testing.assert_array_equal(kept.values, rows[kept.epochs])
    assert np.diff(kept.epochs).max() <= 64
    np.testing.assert_array_equal(kept.epochs[:MOST_SHOWN], np.arange(MOST_SHOWN))
    np.testing.assert_array_equal(kept.epochs[-NEWEST_IN_FULL:], np.arange(3_000_000)[-NEWEST_IN_FULL:])
    for epoch in (*marked, *rows.argmin(axis=0), *rows.argmax(axis=0)):
        np.testing.assert_array_equal(list(recorder.row(int(epoch)).values()), rows[epoch])


@pytest.mark.parametrize("count", [1, 1_500, 67_892, 700_000, 2_990_000])
def test_a_thinned_run_that_was_cut_goes_on(count):
    rows = long_rows(3_000_000)
    recorder = thinned(rows, (67_891,))
    recorder.cut(count)
    recorder.add(rows[count : count + 5_000])
    rows[count + 4_999] = 7e7
    recorder.replace_last(rows[count + 4_999 : count + 5_000])
    shown = recorder.curves()
    assert recorder.count == count + 5_000
    assert (shown.epochs[0], shown.epochs[-1]) == (0, count + 4_999)
    assert (np.diff(shown.epochs) > 0).all()
    np.testing.assert_array_equal(shown.values, rows[shown.epochs])
    for at in range(4):
        assert rows[: count + 5_000, at].min() == shown.values[:, at].min()
