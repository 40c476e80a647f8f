"""What the network sees, and the plane it is drawn over."""

import numpy as np
import pytest
from sklearn.datasets import load_iris
from sklearn.feature_selection import f_classif

from playground.datasets.dataset import load
from playground.datasets.features import columns
from playground.datasets.input_plane import default_axes, plane_points
from playground.document.settings import FEATURES, DataSettings


def test_features_of_a_point_worked_out_by_hand():
    seen = columns(DataSettings(features=FEATURES), np.array([[2.0, -3.0]]))
    np.testing.assert_allclose(seen, [[2.0, -3.0, 4.0, 9.0, -6.0, 0.9092974, -0.14112]], rtol=1e-6)
    assert seen.dtype == np.float32


def test_features_keep_the_order_of_the_settings():
    settings = DataSettings(features=("x2_squared", "x1"))
    assert columns(settings, np.array([[2.0, -3.0]])).tolist() == [[9.0, 2.0]]


def test_no_features_give_no_columns():
    assert columns(DataSettings(features=()), np.zeros((5, 2))).shape == (5, 0)


@pytest.mark.parametrize("name", ["sine", "iris", "digits"])
def test_features_are_for_the_plane_only(name):
    data = load(DataSettings(name=name, features=("x1_x2",)))
    np.testing.assert_array_equal(columns(data.settings, data.points), data.points.astype(np.float32))


# The four lengths in centimetres.
IRIS = load_iris().data.T


def test_the_plane_starts_at_its_top_left():
    points = plane_points(load(DataSettings()), (0, 1), 3).reshape(3, 3, 2)
    assert points[0, 0].tolist() == [-6.0, 6.0]
    assert points[0, 2].tolist() == [6.0, 6.0]
    assert points[2, 0].tolist() == [-6.0, -6.0]
    assert points[1, 1].tolist() == [0.0, 0.0]


def test_axes_can_be_any_two_inputs_the_others_at_their_mean():
    data = load(DataSettings(name="iris"))
    points = plane_points(data, (3, 1), 4).reshape(4, 4, 4)
    # 0 to 2.6 cm across, 1.8 to 4.6 cm up, as the network sees them.
    width, height = ((value - each.mean()) / each.std() for value, each in ((2.6, IRIS[3]), (4.6, IRIS[1])))
    np.testing.assert_allclose([points[0, 3, 3], points[0, 0, 1]], [width, height])
    width, height = ((value - each.mean()) / each.std() for value, each in ((0.0, IRIS[3]), (1.8, IRIS[1])))
    np.testing.assert_allclose([points[3, 0, 3], points[3, 0, 1]], [width, height])
    means = data.train_points.mean(axis=0)
    np.testing.assert_allclose(points[..., [0, 2]], np.broadcast_to(means[[0, 2]], (4, 4, 2)))


def test_others_are_held_at_the_value_they_are_given():
    dataset = load(DataSettings(name="iris"))
    points = plane_points(dataset, (0, 1), 3, held=((3, 0.75), (0, 99.0)))
    np.testing.assert_array_equal(points[:, 3], 0.75)
    np.testing.assert_allclose(points[:, 2], dataset.train_points[:, 2].mean())
    np.testing.assert_allclose(points[:3, 0], (np.array([4, 6, 8]) - IRIS[0].mean()) / IRIS[0].std())


def test_one_input_spans_a_line():
    points = plane_points(load(DataSettings(name="sine")), (0, 1), 5)
    assert points.tolist() == [[-6.0], [-3.0], [0.0], [3.0], [6.0]]


@pytest.mark.parametrize("axes", [(0, 2), (-1, 0)])
def test_axes_that_are_not_there_are_named(axes):
    with pytest.raises(ValueError, match="axes: expected two of 0 to 1, got"):
        plane_points(load(DataSettings()), axes, 4)


@pytest.mark.parametrize(("name", "axes"), [("iris", (2, 3)), ("waves", (0, 1)), ("rings", (0, 1)), ("sine", (0, 0))])
def test_the_plane_is_at_first_of_inputs_that_tell_the_classes_apart(name, axes):
    """Petals do, by analysis of variance; no single step of a wave does."""
    data = load(DataSettings(name))
    assert default_axes(data) == axes
    if name == "iris":
        assert tuple(sorted(np.argsort(-f_classif(data.points, data.labels)[0])[:2])) == axes
