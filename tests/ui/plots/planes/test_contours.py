"""Contour lines and class borders, against geometry and pyqtgraph's own slow isocurves."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from playground.ui.plots.planes.contours import boundary, contour, contours, levels_of

LINE = np.linspace(-1, 1, 61)
X, Y = np.meshgrid(LINE, LINE)
STEP = LINE[1] - LINE[0]


def as_set(segments: np.ndarray) -> set[tuple[tuple[float, ...], ...]]:
    """Segments without order or direction, to a thousandth of a grid step."""
    rounded = np.round(segments.astype(float), 3) + 0.0
    return {tuple(sorted(map(tuple, ends.tolist()))) for ends in rounded}


def test_a_circle_is_found_where_it_is() -> None:
    found = LINE[0] + STEP * contour(np.hypot(X, Y), 0.7)
    np.testing.assert_allclose(np.hypot(found[..., 0], found[..., 1]), 0.7, atol=1e-3)
    lengths = np.linalg.norm(found[:, 0] - found[:, 1], axis=1)
    assert lengths.sum() == pytest.approx(2 * np.pi * 0.7, rel=1e-3)


def test_a_line_between_grid_points_is_exact() -> None:
    values = np.repeat([[0.0, 1.0, 3.0]], 3, axis=0)
    assert as_set(contour(values, 2.0)) == {((1.5, 0.0), (1.5, 1.0)), ((1.5, 1.0), (1.5, 2.0))}


@given(arrays.arrays(np.int8, (4, 5), elements=st.integers(-3, 3)))
def test_lines_are_those_of_pyqtgraph(values: np.ndarray) -> None:
    # Half way between whole numbers, so that no corner lies on the level.
    field = values.astype(float)
    found = as_set(contour(field, 0.5))
    # Its first axis is x, and it joins saddles the other way round.
    saddles = (field[:-1, :-1] > 0.5) & (field[1:, 1:] > 0.5) & (field[:-1, 1:] < 0.5) & (field[1:, :-1] < 0.5)
    others = (field[:-1, :-1] < 0.5) & (field[1:, 1:] < 0.5) & (field[:-1, 1:] > 0.5) & (field[1:, :-1] > 0.5)
    theirs = as_set(np.array([[a, b] for a, b in pg.isocurve(field.T, 0.5)]).reshape(-1, 2, 2) - 0.5)
    if not (saddles | others).any():
        assert found == theirs
    assert {end for ends in found for end in ends} == {end for ends in theirs for end in ends}


@given(arrays.arrays(np.float32, (5, 4), elements=st.floats(-2, 2, width=32)))
def test_lines_end_only_at_the_edge(values: np.ndarray) -> None:
    # A value on the level makes a line shrink to a point there.
    values = np.where(np.abs(values - 0.25) < 1e-2, 1, values)
    ends = contour(values, 0.25).reshape(-1, 2)
    # Two lines that meet may end a rounding apart.
    counts = (np.abs(ends[:, np.newaxis] - ends).max(axis=-1) < 1e-3).sum(axis=1)
    inside = (ends > 0).all(axis=1) & (ends[:, 0] < 3) & (ends[:, 1] < 4)
    assert (counts[inside] % 2 == 0).all()


def test_no_line_where_nothing_crosses() -> None:
    assert contour(np.ones((4, 4)), 0.0).shape == (0, 2, 2)
    assert contour(np.full((4, 4), np.nan), 0.0).shape == (0, 2, 2)
    assert contours(X, ()).shape == (0, 2, 2)
    assert boundary(np.ones((4, 4, 3))).shape == (0, 2, 2)


def test_several_levels_are_all_drawn() -> None:
    found = LINE[0] + STEP * contours(X, (-0.5, 0.25))
    assert set(np.unique(np.round(found[..., 0], 5))) == {-0.5, 0.25}


def test_the_boundary_of_two_classes_is_at_zero() -> None:
    found = LINE[0] + STEP * boundary((X - 0.21)[..., np.newaxis])
    np.testing.assert_allclose(found[..., 0], 0.21, atol=1e-5)


def test_borders_lie_where_two_classes_are_as_likely() -> None:
    # Three sectors that meet in the middle.
    turns = np.deg2rad([90, 210, 330])
    surface = np.stack([X * np.cos(at) + Y * np.sin(at) for at in turns], axis=-1)
    found = LINE[0] + STEP * boundary(surface)
    middles = found.mean(axis=1)
    far = np.linalg.norm(middles, axis=1) > 2 * STEP
    angles = np.rad2deg(np.arctan2(middles[far, 1], middles[far, 0])) % 360
    assert set(np.round(angles / 30).astype(int)) == {1, 5, 9}
    assert np.abs(angles[:, np.newaxis] - [30, 150, 270]).min(axis=1).max() < 1


def test_levels_are_round_and_leave_the_boundary_to_itself() -> None:
    assert levels_of(1.0, several=False, decides=True) == (-0.75, -0.5, -0.25, 0.25, 0.5, 0.75)
    assert 0.0 in levels_of(0.8, several=False, decides=False)
    assert max(levels_of(0.8, several=False, decides=False)) < 0.8
    assert levels_of(1.0, several=True, decides=True) == (0.5, 0.75, 0.9)
