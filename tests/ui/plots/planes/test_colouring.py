"""Colours and heights of outputs."""

from __future__ import annotations

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.document.settings import DataSettings
from playground.ui.plots.planes.colouring import confidence, heights, label_rgb, limit_of, output_rgb, value_at
from playground.ui.theme import CLASS_COLOURS, NEGATIVE, POSITIVE, ZERO


def row(*values: float) -> np.ndarray:
    return np.array(values, np.float32).reshape(1, -1, 1)


def test_one_channel_goes_from_orange_over_grey_to_blue() -> None:
    colours = output_rgb(row(-2, 0, 2), limit=2)[0]
    assert tuple(colours[0]) == NEGATIVE
    assert np.abs(colours[1].astype(int) - ZERO).max() <= 2
    assert tuple(colours[2]) == POSITIVE


def test_discretized_outputs_have_two_colours() -> None:
    colours = output_rgb(row(-0.01, 0.01), limit=1, discretize=True)[0]
    assert [tuple(colour) for colour in colours] == [NEGATIVE, POSITIVE]


def test_a_sure_class_has_its_colour_and_an_unsure_one_is_grey() -> None:
    third = 1 / 3
    surface = np.array([[[1, 0, 0], [0, 0, 1], [third, third, third]]], np.float32)
    colours = output_rgb(surface, limit=1)[0]
    assert tuple(colours[0]) == CLASS_COLOURS[0]
    assert tuple(colours[1]) == CLASS_COLOURS[2]
    assert tuple(colours[2]) == ZERO
    assert tuple(output_rgb(surface, 1, discretize=True)[0, 2]) == CLASS_COLOURS[0]
    np.testing.assert_allclose(confidence(surface)[0], [1, 1, 0], atol=1e-6)


def test_heights_stay_between_minus_one_and_one() -> None:
    np.testing.assert_allclose(heights(row(-9, 1, np.nan), 2)[0], [-1, 0.5, 0])
    np.testing.assert_allclose(heights(np.array([[[0.25, 0.75]]]), 1)[0], [0.5])


def test_value_between_grid_points_is_that_of_a_plane() -> None:
    across, up = np.meshgrid(np.linspace(-6, 6, 7), np.linspace(0, 9, 7)[::-1])
    surface = (2 * across - 3 * up + 1)[..., np.newaxis]
    x, y = np.array([0.3, -6, 6, 5.9]), np.array([2.2, 9, 0, 8.9])
    np.testing.assert_allclose(value_at(surface, ((-6, 6), (0, 9)), x, y)[:, 0], 2 * x - 3 * y + 1)


def test_points_have_the_colours_of_their_labels() -> None:
    circle = load(DataSettings("circle"))
    assert {tuple(colour) for colour in label_rgb(circle, np.flatnonzero(circle.labels > 0))} == {POSITIVE}
    iris = load(DataSettings("iris"))
    assert {tuple(colour) for colour in label_rgb(iris, np.flatnonzero(iris.labels == 2))} == {CLASS_COLOURS[2]}


def test_the_limit_of_regression_is_its_largest_label() -> None:
    data = load(DataSettings("reg-plane", noise=20.0))
    assert limit_of(data) == pytest.approx(np.abs(data.labels).max())
    assert limit_of(load(DataSettings("spiral"))) == 1
