"""Layers that draw random numbers in training: what they draw, and that a seed decides it."""

from __future__ import annotations

import numpy as np
import pytest

from playground.document.layers.augmenting import RandomFlip, RandomRotation, RandomTranslation
from playground.document.layers.regularization import Dropout, GaussianNoise
from tests.engine.test_layers import network_of

SPOT = np.zeros((64, 9, 9, 1), np.float32)
SPOT[:, 4, 6] = 1.0


def drawn(layer, seed):
    network, _ = network_of(layer, (500,), seed=seed)
    return np.asarray(network(np.ones((40, 500), np.float32), training=True))


def test_dropout_zeroes_its_share_and_keeps_the_mean():
    values = drawn(Dropout(0.25), 1)
    assert np.mean(values == 0) == pytest.approx(0.25, abs=0.02)
    np.testing.assert_allclose(values[values != 0], 1 / 0.75, rtol=1e-6)


def test_noise_has_its_deviation():
    values = drawn(GaussianNoise(0.5), 1)
    assert values.mean() == pytest.approx(1, abs=0.02)
    assert values.std() == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("layer", [Dropout(0.5), GaussianNoise(0.5)], ids=lambda layer: layer.kind)
def test_draws_follow_the_seed(layer):
    np.testing.assert_array_equal(drawn(layer, 1), drawn(layer, 1))
    assert (drawn(layer, 1) != drawn(layer, 2)).any()


def augmented(layer, seed=1):
    """64 pictures of a spot two to the right of the middle, as they train: (64, 9, 9)."""
    network, _ = network_of(layer, (9, 9, 1), seed=seed)
    return np.asarray(network(SPOT, training=True))[..., 0]


@pytest.mark.parametrize(
    ("mode", "places"),
    [("horizontal", {(4, 6), (4, 2)}), ("vertical", {(4, 6)}), ("horizontal_and_vertical", {(4, 6), (4, 2)})],
)
def test_a_flip_mirrors_some_of_the_pictures(mode, places):
    found = augmented(RandomFlip(mode))
    assert {divmod(int(picture.argmax()), 9) for picture in found} == places


def middles(pictures):
    """Where each picture's weight lies, (n, 2)."""
    whole = pictures.sum(axis=(1, 2))
    return np.stack([(pictures.sum(axis=2) @ np.arange(9)) / whole, (pictures.sum(axis=1) @ np.arange(9)) / whole], 1)


def test_a_shift_reaches_as_far_as_it_says_and_no_farther():
    away = np.abs(middles(augmented(RandomTranslation(0.2))) - (4, 6))
    assert 1.0 < away.max() <= 0.2 * 9 + 0.01


def test_a_turn_keeps_the_distance_from_the_middle():
    away = middles(augmented(RandomRotation(0.25))) - 4
    np.testing.assert_allclose(np.hypot(*away.T), 2, atol=0.25)
    angles = np.degrees(np.arctan2(*away.T))
    assert 45 < np.abs(angles).max() <= 91


@pytest.mark.parametrize("layer", [RandomFlip(), RandomTranslation(), RandomRotation()], ids=lambda layer: layer.kind)
def test_pictures_are_another_for_another_seed(layer):
    np.testing.assert_array_equal(augmented(layer, 1), augmented(layer, 1))
    assert (augmented(layer, 1) != augmented(layer, 2)).any()
