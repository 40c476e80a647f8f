"""The surface sin(r)/r, its hole in the middle, and the slope there."""

from __future__ import annotations

import numpy as np
import pytest

from playground.engine.lab.running import Lab
from playground.frames.lab import LabQuestion
from playground.lab.limits import surely_small
from playground.lab.matching import default_call
from playground.lab.operations.shapes import SURFACE_WAY
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Chain


def surface(name: str, num: int) -> np.ndarray:
    call = default_call(OPERATIONS[name]).with_parameter("num", num)
    answer = Lab().answer(LabQuestion(Chain((call,)), most_cells=num * num))
    assert answer.trouble is None
    values = answer.results[0].values
    assert values is not None
    return values


def slopes(name: str) -> list[float]:
    answer = Lab().answer(LabQuestion(Chain((default_call(OPERATIONS[name]),))))
    values = answer.results[0].values
    assert values is not None
    return values.tolist()


def test_an_even_grid_misses_the_middle() -> None:
    values = surface("surface", 100)
    assert np.isfinite(values).all()
    assert values.max() == pytest.approx(0.9978248, abs=1e-6)
    assert values.min() == pytest.approx(-0.2172316, abs=1e-6)


def test_an_odd_grid_has_a_hole_which_where_fills() -> None:
    assert np.argwhere(np.isnan(surface("surface", 101))).tolist() == [[50, 50]]
    assert surface("surface_where", 101)[50, 50] == 1
    assert surface("surface_no_nan", 101)[50, 50] == 0


def test_the_hole_is_marked_and_only_it() -> None:
    call = default_call(OPERATIONS["surface"])
    odd, even = (Lab().answer(LabQuestion(Chain((call.with_parameter("num", num),)))) for num in (21, 20))
    assert [(mark.code, mark.cells) for mark in odd.marks] == [("is_nan", (220,))]
    assert [(mark.code, mark.cells) for mark in even.marks] == [("misses_middle", (189, 190, 209, 210))]


def test_a_hundred_by_hundred_points_are_shown_without_a_look_at_their_shape_first() -> None:
    call = default_call(OPERATIONS["surface"])
    assert surely_small(call, {})
    assert surely_small(call.with_parameter("num", 1000), {})
    assert not surely_small(call.with_parameter("num", 1001), {})
    (result,) = Lab().answer(LabQuestion(Chain((call,)))).results
    assert result.values is not None
    assert result.values.shape == (100, 100)
    assert result.values.max() == pytest.approx(0.9978248, abs=1e-6)


def test_the_way_through_shows_the_hole_and_what_mends_it() -> None:
    codes = [[mark.code for mark in Lab().answer(LabQuestion(Chain((call,)))).marks] for call in SURFACE_WAY]
    assert codes == [["misses_middle"], ["is_nan"], ["wrong_middle"], [], ["is_nan"], []]


def test_only_the_double_where_has_a_slope_there() -> None:
    assert [np.isnan(slope) for slope in slopes("slope_naive")] == [False, True, False]
    expected = np.cos(1) - np.sin(1)
    assert slopes("slope_double") == pytest.approx([-expected, 0, expected], abs=1e-6)
