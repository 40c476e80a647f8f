"""Loading: the shuffle, the split, the labels, and that a seed means one data set."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.datasets.dataset import class_names, load, make, random_numbers, sample
from playground.document.settings import DATASETS, FEATURES, DataSettings

any_settings = st.builds(
    DataSettings,
    name=st.sampled_from(sorted(DATASETS)),
    points=st.integers(20, 200),
    noise=st.floats(0, 50),
    train_share=st.floats(10, 90),
    seed=st.integers(0, 2**31 - 1),
    features=st.lists(st.sampled_from(FEATURES), unique=True).map(tuple),
)


@given(any_settings)
def test_every_valid_setting_gives_finite_data(settings):
    data = load(settings)
    assert data.points.shape == (len(data.labels), len(settings.facts.inputs))
    assert data.points.dtype == data.labels.dtype == np.float64
    assert np.isfinite(data.points).all()
    assert np.isfinite(data.labels).all()
    assert 1 <= data.train_count < len(data.points)
    assert data.train_inputs.shape == (data.train_count, len(settings.input_names))
    assert data.test_inputs.shape == (data.test_count, len(settings.input_names))


def sorted_rows(data):
    rows = np.column_stack((data.points, data.labels))
    return rows[np.lexsort(rows.T)]


@pytest.mark.parametrize("name", DATASETS)
def test_one_seed_gives_one_data_set(name):
    settings = DataSettings(name=name, noise=10, seed=3)
    first = load(settings)
    second, other = (make(each, random_numbers(each)) for each in (settings, replace(settings, seed=4)))
    np.testing.assert_array_equal(first.points, second.points)
    np.testing.assert_array_equal(first.labels, second.labels)
    assert not np.array_equal(first.points, other.points)


@pytest.mark.parametrize("name", DATASETS)
def test_train_and_test_points_are_all_the_points(name):
    data = load(DataSettings(name=name, train_share=30))
    np.testing.assert_array_equal(np.concatenate((data.train_points, data.test_points)), data.points)
    np.testing.assert_array_equal(np.concatenate((data.train_labels, data.test_labels)), data.labels)


@pytest.mark.parametrize(("points", "share", "train"), [(500, 50, 250), (21, 50, 10), (20, 90, 18), (33, 10, 3)])
def test_the_train_share_is_rounded_down(points, share, train):
    assert load(DataSettings(points=points, train_share=share)).train_count == train


def test_the_train_share_and_the_features_leave_the_points_as_they_are():
    half = load(DataSettings(train_share=50))
    np.testing.assert_array_equal(load(DataSettings(train_share=80)).points, half.points)
    np.testing.assert_array_equal(load(DataSettings(features=("x1_x2",))).points, half.points)


@pytest.mark.parametrize("name", ["circle", "xor", "reg-plane", "reg-gauss", "sinc", "sine", "checkerboard"])
def test_label_noise_leaves_the_points_and_the_split_as_they_are(name):
    smooth, noisy = (load(DataSettings(name=name, noise=noise)) for noise in (0, 50))
    np.testing.assert_array_equal(smooth.points, noisy.points)
    assert not np.array_equal(smooth.labels, noisy.labels)


@given(st.integers(20, 3000), st.floats(10, 90), st.integers(2, 1500))
def test_a_sample_holds_train_and_test_points_in_their_share(points, share, most):
    dataset = load(DataSettings("gauss", points=points, train_share=share))
    rows = sample(dataset, most)
    assert len(rows) == min(most, points)
    assert (np.diff(rows) > 0).all()
    assert rows[-1] < points
    trained = (rows < dataset.train_count).sum()
    assert 1 <= trained < len(rows)
    assert abs(trained / len(rows) - dataset.train_count / points) <= 1 / len(rows)


def test_points_are_shuffled():
    labels = load(DataSettings(name="spiral")).labels
    assert 50 < np.count_nonzero(np.diff(labels)) < 450


def test_shared_arrays_cannot_be_written_to():
    data = load(DataSettings())
    for values in (data.points, data.labels, data.train_points, data.test_labels):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 0


@pytest.mark.parametrize("name", DATASETS)
def test_labels_suit_the_task(name):
    data = load(DataSettings(name=name))
    facts = data.settings.facts
    match facts.task:
        case "binary":
            assert set(data.labels) == {-1.0, 1.0}
            assert class_names(data.settings) == ("-1", "+1")
        case "classes":
            assert set(data.labels) == set(range(facts.outputs))
            assert len(class_names(data.settings)) == facts.outputs
        case "regression":
            assert class_names(data.settings) == ()
    assert data.label_span == (min(data.labels), max(data.labels))
