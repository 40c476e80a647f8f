"""Waves: three forms, each from any start at any pace."""

import numpy as np
import pytest

from playground.datasets.dataset import class_names, load
from playground.datasets.draws import Numbers
from playground.datasets.sets.waves import make
from playground.document.settings import DATASETS, DataSettings
from tests.datasets.handed import Handed

STEPS = 32


def test_each_form_stands_where_its_phase_and_pace_say():
    points, labels = make(Handed(*[0.25, 0.5] * 3, rest=0.75), 3, 0.0)
    turns = (0.25 + 2 * np.arange(STEPS) / STEPS) % 1
    assert labels.tolist() == [0, 1, 2]
    np.testing.assert_allclose(points[0], np.sin(2 * np.pi * turns), atol=1e-12)
    np.testing.assert_array_equal(points[1], np.where(turns < 0.5, 1, -1))
    np.testing.assert_allclose(points[2], 2 * turns - 1, atol=1e-12)


def test_every_class_has_as_many_waves():
    _, labels = make(Numbers(1), 62, 0.0)
    assert np.bincount(labels.astype(int)).tolist() == [21, 21, 20]


def test_noise_is_added_and_has_its_deviation():
    smooth, _ = make(Numbers(1), 500, 0.0)
    noisy, _ = make(Numbers(1), 500, 0.2)
    assert np.std(noisy - smooth) == pytest.approx(0.2, abs=0.01)
    assert abs(smooth).max() <= 1


def test_waves_are_named_and_as_long_as_their_facts_say():
    data = load(DataSettings("waves", points=30))
    assert data.points.shape == (30, len(DATASETS["waves"].inputs)) == (30, STEPS)
    assert class_names(data.settings) == ("sine", "square", "sawtooth")
