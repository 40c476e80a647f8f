"""What stands where on the landscape, without OpenGL."""

from __future__ import annotations

import numpy as np
import pytest

from playground.datasets.dataset import load
from playground.document.settings import DataSettings
from playground.ui.plots.output.landscape import GHOST_SIDE, MOST_STANDING, Landscape
from playground.ui.plots.surfaces.relief import mesh_lines

NAMES = ("x₁", "x₂", "Output")


def landscape(name: str, axes: tuple[int, int] = (0, 1), **settings: object) -> Landscape:
    data = load(DataSettings(name, **settings))
    return Landscape(data, np.arange(len(data.points)), axes, NAMES, is_output=True)


def test_the_ghost_of_sinc_has_its_peak_in_the_middle() -> None:
    ghost = landscape("sinc", points=40).true_heights(1.0)
    assert ghost is not None
    assert ghost.shape == (GHOST_SIDE, GHOST_SIDE)
    assert np.unravel_index(ghost.argmax(), ghost.shape) == (GHOST_SIDE // 2, GHOST_SIDE // 2)
    assert ghost.max() == pytest.approx(1.0)


def test_the_ghost_follows_swapped_axes() -> None:
    ghost = landscape("reg-gauss", points=40).true_heights(1.0)
    swapped = landscape("reg-gauss", axes=(1, 0), points=40).true_heights(1.0)
    assert ghost is not None
    assert swapped is not None
    # Row 0 is the largest of what goes up: x1 = 6 once the axes are swapped.
    line = np.linspace(-6, 6, GHOST_SIDE)
    at = {"x1": np.abs(line - 4).argmin(), "x2": np.abs(line - 2.5).argmin()}
    assert ghost[GHOST_SIDE - 1 - at["x2"], at["x1"]] == pytest.approx(swapped[GHOST_SIDE - 1 - at["x1"], at["x2"]])
    assert ghost[GHOST_SIDE - 1 - at["x2"], at["x1"]] > 0.9


@pytest.mark.parametrize("name", ["circle", "iris", "sine"])
def test_there_is_no_ghost_of_classes_or_of_a_line(name: str) -> None:
    assert landscape(name).true_heights(1.0) is None


def test_a_value_stands_at_its_label_and_a_class_just_above_the_surface() -> None:
    regression, classes = landscape("reg-plane", points=40), landscape("circle", points=40)
    foot = np.full(len(regression.rows), 0.2)
    np.testing.assert_allclose(regression.heads(regression.rows, foot, 2.0), regression.dataset.labels / 2)
    heads = classes.heads(classes.rows, foot, 1.0)
    assert (heads > 0.2).all()
    assert (heads < 0.5).all()


def test_few_enough_points_stand_on_it_to_see_it_between_them() -> None:
    rows, places = landscape("sinc", points=5000).standing()
    assert 100 < len(rows) <= MOST_STANDING
    assert len(places) == len(rows)
    assert np.abs(places).max() <= 1


def test_mesh_lines_lie_on_the_surface() -> None:
    x = np.linspace(-1, 1, 41)
    z = np.add.outer(0.3 * x, -0.2 * x)
    ends = mesh_lines(z, 0.01)
    assert ends.shape == (2 * 15 * 40 * 2, 3)
    np.testing.assert_allclose(ends[:, 2], 0.3 * ends[:, 0] - 0.2 * ends[:, 1] + 0.01, atol=1e-6)
    # Each line runs along one axis and stays on the other.
    steps = np.abs(ends[1::2] - ends[::2])[:, :2]
    assert ((steps > 0.01).sum(axis=1) == 1).all()
