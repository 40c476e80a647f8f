"""Typed functions as data: the values of numpy's own meshgrid, and what cannot be learned from."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.datasets.dataset import load
from playground.datasets.making.typed import FunctionError, TypedData, made_of, typed_data, typing_of
from playground.document.formula.formula import FormulaError
from playground.document.formula.typed import parse_typed
from playground.document.settings import DataSettings


def table(**typed):
    return typed_data(TypedData(**typed), "typed", ("no", "yes"))


def rows(own):
    made = load(DataSettings(own=own))
    found = np.column_stack((made.points, own.targets[0].middle + own.targets[0].size * made.labels))
    return found[np.lexsort(found.T[::-1])]


@pytest.mark.parametrize("text", ["z = sin(x) * y - 1", "sin(x)*y-1", " f(x, y) = sin(x) * y - 1"])
def test_a_surface_is_that_of_the_course_s_meshgrid(text):
    x, y = np.meshgrid(np.linspace(-2, 3, 20), np.linspace(-2, 3, 20))
    expected = np.column_stack([each.ravel() for each in (x, y, np.sin(x) * y - 1)])
    found = rows(table(text=text, low=-2, high=3, points=400))
    np.testing.assert_allclose(found, expected[np.lexsort(expected.T[::-1])], atol=1e-5)


def test_a_curve_has_one_input_and_large_values_are_scaled():
    own = table(text="y = x ** 3", low=-8, high=8, points=101)
    assert (own.look, [each.name for each in own.columns]) == ("table", ["x"])
    x = np.linspace(-8, 8, 101)
    np.testing.assert_allclose(rows(own), np.column_stack((x, x**3)), rtol=1e-5, atol=1e-3)
    assert abs(load(DataSettings(own=own)).labels).max() < 5


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("x ** 2 + y ** 2 > 9", lambda x, y: x**2 + y**2 > 9),
        ("y <= sin(x)", lambda x, y: y <= np.sin(x)),
        ("2 < x", lambda x, y: x > 2),
        ("x - 1 >= y", lambda x, y: x - 1 >= y),
    ],
)
def test_a_boundary_makes_two_classes(text, holds):
    own = table(text=text)
    made = load(DataSettings(own=own))
    assert own.classes == ("no", "yes")
    np.testing.assert_array_equal(made.labels > 0, holds(*np.float64(np.float32(made.points.T))))


def test_noise_moves_points_of_a_boundary_and_values_of_a_surface():
    clean, noisy = (made_of(TypedData("z = x + y", noise=noise)) for noise in (0, 50))
    np.testing.assert_array_equal(clean.points, noisy.points)
    assert (noisy.labels - clean.labels).std() == pytest.approx(0.5 * clean.labels.std(), rel=0.15)
    clean, noisy = (made_of(TypedData("x > y", noise=noise)) for noise in (0, 50))
    np.testing.assert_array_equal(clean.labels, noisy.labels)
    assert (noisy.points != clean.points).any(axis=1).mean() > 0.9


def test_places_without_a_finite_value_are_left_out_and_counted():
    made = made_of(TypedData("z = log(x) + y", low=-1, high=1, points=400))
    assert made.lost == 200
    assert (made.points[:, 0] > 0).all()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"text": "z = sqrt(-1 - x ** 2)"}, "no_values"),
        ({"text": "x ** 2 + 1 > 0"}, "one_side"),
        ({"low": 2.0, "high": 2.0}, "no_domain"),
    ],
)
def test_what_makes_no_data_is_refused(typed, code):
    with pytest.raises(FunctionError) as caught:
        made_of(TypedData(**typed))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("y = x + y", "unknown", 9),
        ("z = a", "unknown", 5),
        ("z = 3", "no_x", 1),
        ("z = x > 2", "comparison", 7),
        ("x == y", "comparison", 3),
        ("0 < x < 1", "comparison", 7),
        ("x > 1 / 0", "not_finite", 5),
        ("z = (", "unfinished", 6),
    ],
)
def test_an_error_stands_where_it_is_in_the_text(text, code, position):
    with pytest.raises(FormulaError) as caught:
        parse_typed(text)
    assert (caught.value.code, caught.value.position) == (code, position)


@given(st.text(st.sampled_from("xyzf=<>(),+-*/. 19sincos") | st.characters(), max_size=60))
def test_any_text_is_data_or_refused_in_words(text):
    try:
        own = table(text=text, points=25)
    except (FormulaError, FunctionError):
        return
    made = load(DataSettings(own=own))
    assert np.isfinite(made.points).all()
    assert np.isfinite(made.labels).all()
    assert typing_of(own) == TypedData(text=text, points=25)


def test_a_recipe_that_somebody_changed_is_none():
    own = table()
    assert typing_of(own).text == "z = sin(x) * cos(y)"
    for recipe in ("", "[]", "{}", own.recipe.replace("-6.0", '"a"'), own.recipe.replace("400", "NaN")):
        object.__setattr__(own, "recipe", recipe)
        assert typing_of(own) is None
    assert math.isclose(table().columns[0].low, -6)
