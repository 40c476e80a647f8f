"""Made data against hand computation, geometry and scikit-learn."""

import numpy as np
import pytest
from sklearn.datasets import make_moons

from playground.datasets.draws import Numbers
from playground.datasets.sources import Made, source
from playground.document.settings import DATASETS
from tests.datasets.handed import Handed

MAKERS = {name: source(name).make for name in DATASETS if isinstance(source(name), Made)}


def test_circle_draws_radius_angle_and_noise():
    points, labels = MAKERS["circle"](Handed(0.4, 0.25, 0.5, 0.5, 1 / 3, 0.5, 0.5, 0.5), 2, 0.0)
    np.testing.assert_allclose(points, [[1.0, 0.0], [0.0, -4.0]], atol=1e-12)
    assert labels.tolist() == [1.0, -1.0]


def test_circle_noise_touches_the_label_only():
    points, labels = MAKERS["circle"](Handed(0.4, 0.25, 1.0, 0.5, 1 / 3, 0.5, 0.5, 0.0), 2, 0.4)
    np.testing.assert_allclose(points, [[1.0, 0.0], [0.0, -4.0]], atol=1e-12)
    assert labels.tolist() == [-1.0, -1.0]  # read at (3, 0) and (0, -6)


def test_xor_leaves_a_gap_at_the_axes():
    points, labels = MAKERS["xor"](Handed(0.5, 0.7, 0.5, 0.5, 0.1, 0.2, 0.5, 0.5), 2, 0.0)
    np.testing.assert_allclose(points, [[-0.3, 2.3], [-4.3, -3.3]])
    assert labels.tolist() == [-1.0, 1.0]


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_gauss_spreads_from_one_half_to_four(noise, variance):
    points, labels = MAKERS["gauss"](Numbers(1), 20_000, noise)
    for label in (1.0, -1.0):
        cloud = points[labels == label]
        np.testing.assert_allclose(cloud.mean(axis=0), [2 * label, 2 * label], atol=0.06)
        np.testing.assert_allclose(cloud.var(axis=0), [variance, variance], rtol=0.05)


def test_spiral_arms_are_turned_by_half():
    points, labels = MAKERS["spiral"](Handed(*[0.5] * 16), 8, 0.0)
    np.testing.assert_allclose(points[labels > 0], -points[labels < 0], atol=1e-12)
    # The second of four: radius 5 / 4 at the angle 1.75 · 2π / 4 = 157.5°.
    np.testing.assert_allclose(points[1], [1.25 * np.sin(np.radians(157.5)), 1.25 * np.cos(np.radians(157.5))])


def test_regression_noise_moves_where_the_label_is_read():
    points, labels = MAKERS["reg-plane"](Handed(0.75, 0.5, 1.0, 0.5), 1, 0.5)
    np.testing.assert_allclose(points, [[3.0, 0.0]])
    np.testing.assert_allclose(labels, [(3.0 + 3.0) / 10])


def test_moons_are_scikit_learns_three_times_as_large():
    points, labels = MAKERS["moons"](Numbers(1), 101, 0.0)
    theirs, classes = make_moons((51, 50), shuffle=False)
    np.testing.assert_allclose(points, 3 * (theirs - [0.5, 0.25]), atol=1e-12)
    assert labels.tolist() == (1 - 2 * classes).tolist()


def test_checkerboard_labels_turn_from_square_to_square():
    points, labels = MAKERS["checkerboard"](Handed(0.6, 0.6, 0.5, 0.5, 0.4, 0.6, 0.5, 0.5, 0.9, 0.6, 0.5, 0.5), 3, 0.0)
    np.testing.assert_allclose(points, [[1.2, 1.2], [-1.2, 1.2], [4.8, 1.2]])
    assert labels.tolist() == [1.0, -1.0, -1.0]


def test_checkerboard_has_as_many_of_both_labels():
    assert abs(MAKERS["checkerboard"](Numbers(1), 20_000, 0.0)[1].mean()) < 0.03


def test_sinc_is_a_grid_of_sine_over_distance():
    points, heights = MAKERS["sinc"](Numbers(1), 10_000, 0.0)
    axis = np.linspace(-8, 8, 100)
    x1, x2 = np.meshgrid(axis, axis)
    distance = np.sqrt(x1**2 + x2**2)
    np.testing.assert_allclose(points, np.column_stack((x1.ravel(), x2.ravel())))
    np.testing.assert_allclose(heights, (np.sin(distance) / distance).ravel(), atol=1e-15)


def test_sinc_is_1_in_its_middle():
    points, heights = MAKERS["sinc"](Numbers(1), 25, 0.0)
    assert points[12].tolist() == [0.0, 0.0]
    assert heights[12] == 1.0
    assert np.isfinite(heights).all()


@pytest.mark.parametrize("name", ["sinc", "sine"])
def test_regression_noise_is_normal_in_the_targets_units(name):
    smooth, noisy = (MAKERS[name](Numbers(1), 10_000, noise) for noise in (0.0, 0.2))
    np.testing.assert_array_equal(smooth[0], noisy[0])
    noise = noisy[1] - smooth[1]
    assert abs(noise.mean()) < 0.01
    assert abs(noise.std() - 0.2) < 0.005


def test_sine_is_the_sine_of_its_only_input():
    points, heights = MAKERS["sine"](Numbers(1), 500, 0.0)
    assert points.shape == (500, 1)
    assert abs(points).max() <= 6
    np.testing.assert_allclose(heights, [np.sin(x) for (x,) in points])


@pytest.mark.parametrize(("name", "classes", "first"), [("three-blobs", 3, 60), ("four-blobs", 4, 45)])
@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.5, 4.0)])
def test_blobs_stand_evenly_around_the_middle(name, classes, first, noise, variance):
    points, labels = MAKERS[name](Numbers(1), 24_000, noise)
    for label in range(classes):
        angle = np.radians(first + label * 360 / classes)
        cloud = points[labels == label]
        np.testing.assert_allclose(cloud.mean(axis=0), [3 * np.sin(angle), 3 * np.cos(angle)], atol=0.08)
        np.testing.assert_allclose(cloud.var(axis=0), [variance, variance], rtol=0.06)


def test_three_arms_are_turned_by_a_third():
    points, labels = MAKERS["three-spiral"](Handed(*[0.5] * 24), 12, 0.0)
    third = np.radians(120)
    turned = np.array([[np.cos(third), -np.sin(third)], [np.sin(third), np.cos(third)]])
    for arm in range(3):
        np.testing.assert_allclose(points[labels == arm] @ turned, points[labels == (arm + 1) % 3], atol=1e-12)
    # The second of four of the first arm: radius 5 / 4 at a quarter of 1.25 turns.
    np.testing.assert_allclose(
        points[labels == 0][1], 1.25 * np.array([np.sin(np.radians(112.5)), np.cos(np.radians(112.5))])
    )


def test_rings_lie_around_a_disc_and_noise_touches_the_labels():
    points, labels = MAKERS["rings"](Numbers(1), 3000, 0.0)
    for ring in range(3):
        radius = np.linalg.norm(points[labels == ring], axis=1)
        assert 2 * ring <= radius.min() < 2 * ring + 0.02
        assert 2 * ring + 1.48 < radius.max() <= 2 * ring + 1.5
    noisy, changed = MAKERS["rings"](Numbers(1), 3000, 0.2)
    np.testing.assert_array_equal(noisy, points)
    assert 0.05 < np.mean(labels != changed) < 0.5


@pytest.mark.parametrize("name", MAKERS)
def test_noise_takes_no_more_random_numbers(name):
    """So that a change of noise leaves the shuffle, and with it the test points, as they are."""

    def numbers_taken(noise):
        handed = Handed(*Numbers(5).random((60 * 100,)))
        MAKERS[name](handed, 60, noise)
        return handed.taken

    assert numbers_taken(0.0) == numbers_taken(0.5) > 0


@pytest.mark.parametrize("name", [name for name in MAKERS if not DATASETS[name].grid])
def test_an_odd_number_of_points_is_kept(name):
    points, labels = MAKERS[name](Numbers(1), 21, 0.1)
    assert len(points) == len(labels) == 21


@pytest.mark.parametrize("name", MAKERS)
def test_points_without_noise_fit_the_drawn_span(name):
    low, high = DATASETS[name].span
    points, _ = MAKERS[name](Numbers(1), 2000, 0.0)
    assert points.min() >= low
    assert points.max() <= high
