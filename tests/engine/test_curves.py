"""A run's losses: all kept, few shown, the first and the newest always among them."""

import numpy as np
import pytest

from playground.engine.curves import MOST_SHOWN, Recorder


def rows_from(first: int, count: int) -> np.ndarray:
    """Rows that tell which epoch they are of, in each column another way."""
    epochs = np.arange(first, first + count, dtype=np.float32)
    return np.stack([epochs, epochs + 0.25, -epochs, -epochs - 0.25], axis=1)


def record(*counts: int, classifies: bool = True) -> Recorder:
    recorder = Recorder(classifies)
    for count in counts:
        recorder.add(rows_from(recorder.count, count))
    return recorder


@pytest.mark.parametrize("counts", [(1,), (2_000,), (1, 999, 24, 1, 5_000), (1, *[7] * 500), (100_000,)])
def test_every_epoch_is_kept_in_full(counts):
    recorder = record(*counts)
    curves = recorder.curves(most=recorder.count)
    expected = rows_from(0, sum(counts))
    np.testing.assert_array_equal(curves.epochs, np.arange(sum(counts)))
    for at, column in enumerate(
        (curves.train_loss, curves.validation_loss, curves.train_accuracy, curves.validation_accuracy)
    ):
        np.testing.assert_array_equal(column, expected[:, at])


@pytest.mark.parametrize("count", [1, 2, 1_999, 2_000, 2_001, 2_002, 4_000, 4_001, 12_345, 1_000_001])
def test_few_rows_are_shown_the_first_and_the_newest_among_them(count):
    curves = record(count).curves()
    assert curves.epochs[0] == 0
    assert curves.epochs[-1] == count - 1
    assert min(count, MOST_SHOWN // 2) <= len(curves.epochs) <= MOST_SHOWN + 2
    assert (np.diff(curves.epochs) > 0).all()
    assert len(set(np.diff(curves.epochs)[:-1])) <= 1, "evenly spaced, but for the newest"


def test_shown_losses_stand_beside_their_epochs():
    curves = record(9_876).curves()
    expected = rows_from(0, 9_876)[curves.epochs]
    np.testing.assert_array_equal(curves.train_loss, expected[:, 0])
    np.testing.assert_array_equal(curves.validation_loss, expected[:, 1])
    np.testing.assert_array_equal(curves.train_accuracy, expected[:, 2])
    np.testing.assert_array_equal(curves.validation_accuracy, expected[:, 3])


def test_regression_shows_no_accuracies():
    curves = record(10, classifies=False).curves()
    assert len(curves.train_loss) == len(curves.validation_loss) == 10
    assert len(curves.train_accuracy) == len(curves.validation_accuracy) == 0


def test_what_was_shown_does_not_change_when_more_comes():
    recorder = record(5)
    shown = recorder.curves()
    recorder.add(np.full((3, 4), 99, np.float32))
    assert len(shown.epochs) == 5
    np.testing.assert_array_equal(shown.train_loss, np.arange(5))


def test_nothing_recorded_shows_nothing():
    assert len(Recorder(True).curves().epochs) == 0
