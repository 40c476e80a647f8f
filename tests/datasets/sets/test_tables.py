"""The built-in tables against scikit-learn's own."""

import numpy as np
import pytest
from sklearn.datasets import load_digits, load_iris
from sklearn.preprocessing import StandardScaler

from playground.datasets.dataset import class_names, load, noisy_table
from playground.document.settings import DATASETS, DataSettings

SOURCES = {"iris": load_iris, "digits": load_digits}


@pytest.mark.parametrize("name", SOURCES)
def test_tables_are_scikit_learns(name):
    source = SOURCES[name]()
    points, labels = noisy_table(name, 0.0, 1)
    expected = StandardScaler().fit_transform(source.data) if name == "iris" else source.data / 16
    np.testing.assert_allclose(points, expected, atol=1e-12)
    # Bit for bit what a script makes of it.
    if name == "iris":
        expected = (source.data - source.data.mean(axis=0)) / source.data.std(axis=0)
    np.testing.assert_array_equal(points, expected)
    np.testing.assert_array_equal(labels, source.target)
    assert class_names(DataSettings(name=name)) == tuple(str(word) for word in source.target_names)
    assert len(points) == DATASETS[name].points


def test_columns_are_in_the_order_of_the_facts():
    words = [name.replace(" (cm)", "").replace(" ", "_") for name in load_iris().feature_names]
    assert tuple(words) == DATASETS["iris"].inputs
    assert tuple(load_digits().feature_names) == DATASETS["digits"].inputs


@pytest.mark.parametrize("name", SOURCES)
def test_noise_is_a_share_of_the_deviation(name):
    smooth, noisy = noisy_table(name, 0.0, 1)[0], noisy_table(name, 0.5, 1)[0]
    assert np.isclose((noisy - smooth).std(), 0.5 * smooth.std(), rtol=0.06)


def test_noise_leaves_the_split_as_it_is():
    smooth, noisy = (load(DataSettings(name="digits", noise=noise)) for noise in (0, 20))
    np.testing.assert_array_equal(smooth.labels, noisy.labels)


@pytest.mark.parametrize("name", SOURCES)
def test_a_table_is_all_there_whatever_the_points(name):
    assert len(load(DataSettings(name=name, points=20)).points) == DATASETS[name].points
