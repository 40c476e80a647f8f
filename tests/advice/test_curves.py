"""What the losses of a run say, on curves made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from playground.advice.curves import drawn, jumps, losses_since, naive_loss, parted, stood_still
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import OUTPUT
from playground.document.layers.ends import Output
from playground.document.settings import DataSettings
from playground.frames.run import Curves
from tests.made_curves import made_curves

DOCUMENT = Document()
EPOCHS = np.arange(600)
FALLING = 0.9 * np.exp(-EPOCHS / 60) + 0.001
WOBBLE = np.random.default_rng(3).normal(0, 1, 600)


def losses(train: np.ndarray, validation: np.ndarray | None = None, since: int = 0):
    return losses_since(run(train, validation), since, DOCUMENT)


def run(train: np.ndarray, validation: np.ndarray | None = None) -> Curves:
    return made_curves(EPOCHS[: len(train)], train, train if validation is None else validation, metrics=())


def thinned(train: np.ndarray, validation: np.ndarray) -> Curves:
    """As the engine thins it: of each stretch of 8 epochs the lowest and the highest rows, and the means."""
    curves, kept = made_curves(np.arange(len(train)), train, validation, metrics=()), [0, len(train) - 1]
    for start in range(0, len(train), 8):
        rows = curves.values[start : start + 8]
        kept += [start + int(at) for at in (*rows.argmin(axis=0), *rows.argmax(axis=0))]
    places = np.unique(kept)
    means = curves.values.reshape(-1, 8, 2).mean(axis=1)
    middles = np.arange(len(means)) * 8 + 4
    return Curves(curves.epochs[places], curves.names, curves.values[places], middles, means)


def test_a_loss_that_goes_down_is_no_finding() -> None:
    found = losses(FALLING + 0.01 * FALLING * WOBBLE)
    assert (jumps(found), parted(found), stood_still(found)) == (None, None, 0)


def test_a_loss_that_goes_up_and_down_jumps_and_its_reach_is_told() -> None:
    up_and_down = np.where(EPOCHS % 2, 0.7, 1.6)
    assert jumps(losses(up_and_down)) == pytest.approx((0.7, 1.6))
    assert jumps(losses(up_and_down[:30])) is None


@pytest.mark.parametrize("every", [20, 50])
def test_a_peak_now_and_then_is_no_jumping(every) -> None:
    assert jumps(losses(np.where(EPOCHS % every == 0, 0.5, 0.1))) is None


def test_jumps_near_nothing_are_none() -> None:
    assert jumps(losses(np.where(EPOCHS % 2, 0.001, 0.01))) is None


def test_validation_parts_since_its_best_epoch() -> None:
    rising = np.where(EPOCHS < 271, 0.09 + (271 - EPOCHS) * 1e-3, 0.09 + (EPOCHS - 271) * 1e-3)
    since, best, now = parted(losses(FALLING, rising))
    assert (since, best) == (271, pytest.approx(0.09))
    assert now == pytest.approx(np.median(rising[-82:]), abs=0.01)


def test_it_parts_only_where_training_learns_on_and_by_more_than_a_little() -> None:
    rising = 0.09 + np.abs(EPOCHS - 271) * 1e-3
    assert parted(losses(np.full(600, 0.5), rising)) is None
    assert parted(losses(FALLING, 0.09 + np.abs(EPOCHS - 271) * 5e-5)) is None
    # One bad epoch at the end is no parting.
    assert parted(losses(FALLING, np.append(FALLING[:-1], 3.0))) is None


def test_what_was_before_a_change_of_the_network_does_not_count() -> None:
    rising = 0.09 + np.abs(EPOCHS - 271) * 1e-3
    assert parted(losses(FALLING, rising, since=590)) is None
    assert parted(losses(FALLING, rising, since=300))[0] == 300


def test_a_flat_loss_far_from_learned_stands_still_since_it_moved_last() -> None:
    flat = np.where(EPOCHS < 40, 1.5, 0.779) + 0.01 * WOBBLE
    # The means over 50 epochs, by which it is judged, come to rest so much later.
    assert 510 <= stood_still(losses(flat)) <= 560
    assert stood_still(losses(np.full(400, 0.779))) == 0
    assert stood_still(losses(np.full(600, 0.05))) == 0


def test_a_thinned_run_is_judged_as_a_whole_one_is() -> None:
    many = np.arange(4096)
    train = 0.9 * np.exp(-many / 400) + 0.001
    rising = 0.09 + np.abs(many - 1200) * 1e-4
    calm = losses_since(thinned(train, rising), 0, DOCUMENT)
    assert parted(calm)[0] == 1200
    assert (jumps(calm), stood_still(calm)) == (None, 0)
    wild = losses_since(thinned(np.where(many % 2, 0.7, 1.6), train), 0, DOCUMENT)
    assert jumps(wild) == pytest.approx((0.7, 1.6))
    still = losses_since(thinned(np.where(many < 1000, 1.0, 0.779), train), 0, DOCUMENT)
    assert stood_still(still) == pytest.approx(3096, abs=50)


@pytest.mark.parametrize(
    ("data", "loss", "expected"),
    [
        ("circle", "mean_squared_error", 1.0),
        ("circle", "half_squared_error", 0.5),
        ("circle", "binary_crossentropy_logits", np.log(2)),
        ("digits", "sparse_categorical_crossentropy", np.log(10)),
        ("sine", "mean_squared_error", 0.901),
    ],
)
def test_the_loss_of_a_network_that_knows_nothing(data, loss, expected) -> None:
    document = replace(DOCUMENT, data=DataSettings(data))
    document = edits.set_layer(document, OUTPUT, Output(loss))
    assert naive_loss(document, run(FALLING)) == pytest.approx(expected)


def test_the_small_picture_is_within_its_frame_and_marks_the_epoch() -> None:
    picture = drawn(losses(FALLING, 2 * FALLING), ("train", "validation"), 300)
    (_, train), (_, validation) = picture.lines
    assert min(train) == 0.0
    assert max(validation) == 1.0
    assert picture.marked == pytest.approx(0.5, abs=0.01)
