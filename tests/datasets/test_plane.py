"""Made data against hand computation, geometry and scikit-learn."""

from itertools import count

import numpy as np
import pytest
from sklearn.datasets import make_moons

from playground.datasets.draws import uniforms
from playground.datasets.plane import MAKERS
from playground.document.settings import DATASETS


def given(*numbers):
    """A source of exactly these numbers."""
    return iter(numbers).__next__


def test_every_made_set_has_a_maker():
    assert {*MAKERS, "waves"} == {name for name, facts in DATASETS.items() if facts.made}


def test_circle_draws_radius_angle_and_noise():
    points, labels = MAKERS["circle"](given(0.4, 0.25, 0.5, 0.5, 1 / 3, 0.5, 0.5, 0.5), 2, 0.0)
    np.testing.assert_allclose(points, [[1.0, 0.0], [0.0, -4.0]], atol=1e-12)
    assert labels.tolist() == [1.0, -1.0]


def test_circle_noise_touches_the_label_only():
    points, labels = MAKERS["circle"](given(0.4, 0.25, 1.0, 0.5, 1 / 3, 0.5, 0.5, 0.0), 2, 0.4)
    np.testing.assert_allclose(points, [[1.0, 0.0], [0.0, -4.0]], atol=1e-12)
    assert labels.tolist() == [-1.0, -1.0]  # read at (3, 0) and (0, -6)


def test_xor_leaves_a_gap_at_the_axes():
    points, labels = MAKERS["xor"](given(0.5, 0.7, 0.5, 0.5, 0.1, 0.2, 0.5, 0.5), 2, 0.0)
    np.testing.assert_allclose(points, [[-0.3, 2.3], [-4.3, -3.3]])
    assert labels.tolist() == [-1.0, 1.0]


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_gauss_spreads_from_one_half_to_four(noise, variance):
    points, labels = MAKERS["gauss"](uniforms(1), 20_000, noise)
    for label in (1.0, -1.0):
        cloud = points[labels == label]
        np.testing.assert_allclose(cloud.mean(axis=0), [2 * label, 2 * label], atol=0.06)
        np.testing.assert_allclose(cloud.var(axis=0), [variance, variance], rtol=0.05)


def test_spiral_arms_are_turned_by_half():
    points, labels = MAKERS["spiral"](given(*[0.5] * 16), 8, 0.0)
    np.testing.assert_allclose(points[labels > 0], -points[labels < 0], atol=1e-12)
    # The second of four: radius 5 / 4 at the angle 1.75 · 2π / 4 = 157.5°.
    np.testing.assert_allclose(points[1], [1.25 * np.sin(np.radians(157.5)), 1.25 * np.cos(np.radians(157.5))])


def test_regression_noise_moves_where_the_label_is_read():
    points, labels = MAKERS["reg-plane"](given(0.75, 0.5, 1.0, 0.5), 1, 0.5)
    np.testing.assert_allclose(points, [[3.0, 0.0]])
    np.testing.assert_allclose(labels, [(3.0 + 3.0) / 10])


def test_moons_are_scikit_learns_three_times_as_large():
    points, labels = MAKERS["moons"](uniforms(1), 101, 0.0)
    theirs, classes = make_moons((51, 50), shuffle=False)
    np.testing.assert_allclose(points, 3 * (theirs - [0.5, 0.25]), atol=1e-12)
    assert labels.tolist() == (1 - 2 * classes).tolist()


def test_checkerboard_labels_turn_from_square_to_square():
    points, labels = MAKERS["checkerboard"](given(0.6, 0.6, 0.5, 0.5, 0.4, 0.6, 0.5, 0.5, 0.9, 0.6, 0.5, 0.5), 3, 0.0)
    np.testing.assert_allclose(points, [[1.2, 1.2], [-1.2, 1.2], [4.8, 1.2]])
    assert labels.tolist() == [1.0, -1.0, -1.0]


def test_checkerboard_has_as_many_of_both_labels():
    assert abs(MAKERS["checkerboard"](uniforms(1), 20_000, 0.0)[1].mean()) < 0.03


def test_sinc_is_a_grid_of_sine_over_distance():
    points, heights = MAKERS["sinc"](uniforms(1), 10_000, 0.0)
    axis = np.linspace(-8, 8, 100)
    x1, x2 = np.meshgrid(axis, axis)
    distance = np.sqrt(x1**2 + x2**2)
    np.testing.assert_allclose(points, np.column_stack((x1.ravel(), x2.ravel())))
    np.testing.assert_allclose(heights, (np.sin(distance) / distance).ravel(), atol=1e-15)


def test_sinc_is_1_in_its_middle():
    points, heights = MAKERS["sinc"](uniforms(1), 25, 0.0)
    assert points[12].tolist() == [0.0, 0.0]
    assert heights[12] == 1.0
    assert np.isfinite(heights).all()


@pytest.mark.parametrize("name", ["sinc", "sine"])
def test_regression_noise_is_normal_in_the_targets_units(name):
    smooth, noisy = (MAKERS[name](uniforms(1), 10_000, noise) for noise in (0.0, 0.2))
    np.testing.assert_array_equal(smooth[0], noisy[0])
    noise = noisy[1] - smooth[1]
    assert abs(noise.mean()) < 0.01
    assert abs(noise.std() - 0.2) < 0.005


def test_sine_is_the_sine_of_its_only_input():
    points, heights = MAKERS["sine"](uniforms(1), 500, 0.0)
    assert points.shape == (500, 1)
    assert abs(points).max() <= 6
    np.testing.assert_allclose(heights, [np.sin(x) for (x,) in points])


@pytest.mark.parametrize("name", MAKERS)
def test_noise_takes_no_more_random_numbers(name):
    """So that a change of noise leaves the shuffle, and with it the test points, as they are."""

    def numbers_taken(noise):
        taken = count()
        random = uniforms(5)

        def counting():
            next(taken)
            return random()

        MAKERS[name](counting, 60, noise)
        return next(taken)

    assert numbers_taken(0.0) == numbers_taken(0.5) > 0


@pytest.mark.parametrize("name", sorted(set(MAKERS) - {"sinc"}))
def test_an_odd_number_of_points_is_kept(name):
    points, labels = MAKERS[name](uniforms(1), 21, 0.1)
    assert len(points) == len(labels) == 21


@pytest.mark.parametrize("name", MAKERS)
def test_points_without_noise_fit_the_drawn_span(name):
    low, high = DATASETS[name].span
    points, _ = MAKERS[name](uniforms(1), 2000, 0.0)
    assert points.min() >= low
    assert points.max() <= high
