"""The truth behind made data."""

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.datasets.sources import source
from playground.datasets.target import true_value
from playground.document.settings import DATASETS, DataSettings

RULED = [name for name in DATASETS if source(name).truth]


@pytest.mark.parametrize("name", RULED)
def test_data_without_noise_is_the_truth(name):
    data = load(DataSettings(name=name))
    np.testing.assert_array_equal(true_value(data.settings, data.points), data.labels)


@pytest.mark.parametrize("name", [name for name in DATASETS if name not in RULED])
def test_sets_without_a_rule_have_no_truth(name):
    assert true_value(DataSettings(name=name), np.zeros((1, 2))) is None


def test_bumps_by_hand():
    points = np.array([[-4.0, 2.5], [0.0, 2.5], [1.0, 2.5], [3.0, 2.5], [0.0, -2.5], [4.0, -2.5], [0.0, 0.0]])
    labels = true_value(DataSettings(name="reg-gauss"), points)
    assert labels.tolist() == [1.0, -1.0, -0.5, 0.5, 1.0, -1.0, 0.0]
