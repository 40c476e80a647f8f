"""Formulas: what they mean, that they come through text unharmed, and that no text does harm."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.document.formula.formula import (
    _PLAIN,
    COMPARISONS,
    CONSTANTS,
    FUNCTIONS,
    Binary,
    Call,
    FormulaError,
    Name,
    Negative,
    Number,
    Where,
    evaluate,
    folded,
    to_text,
    uses_x,
)
from playground.document.formula.parser import DEEPEST, LONGEST, parse
from playground.document.layers.activations import Formula
from playground.document.limits import SettingError
from tests.document.random_documents import few

X = Name("x")


def at(text, x):
    return evaluate(parse(text), x, _PLAIN)


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("x", 3.0, 3.0),
        ("2 + 3 * x ** 2", 2.0, 14.0),
        ("-x ** 2", 3.0, -9.0),
        ("(-x) ** 2", 3.0, 9.0),
        ("2 ** -x", 1.0, 0.5),
        ("2 ** x ** 2", 3.0, 512.0),
        ("10 - x - 2", 3.0, 5.0),
        ("8 / x / 2", 2.0, 2.0),
        ("8 / (x / 2)", 2.0, 8.0),
        ("x * sigmoid(1.5*x)", 2.0, 2 / (1 + math.exp(-3))),
        ("maximum(0.1*x, x)", -2.0, -0.2),
        ("clip(x, -1, .5)", 3.0, 0.5),
        ("sin(pi * x) + e", 0.5, 1 + math.e),
        ("softplus(x) - log(1 + exp(x))", 1.3, 0.0),
        ("1e2x"[:3] + " * x", 2.0, 200.0),
        ("where(x > 1, x, -x)", 2.0, 2.0),
        ("where(x > 1, x, -x)", 1.0, -1.0),
        ("2 * where(x ** 2 <= 4, 1 + x, where(x == 3, 7, 8)) - 1", 3.0, 13.0),
        ("where(1 != x, 1, 0) + where(x >= 2, 1, 0) + where(x < 2, 1, 0)", 2.0, 2.0),
        ("step(x) + sign(x) + abs(x) + square(x) + sqrt(x) + relu(x)", 4.0, 1 + 1 + 4 + 16 + 2 + 4),
    ],
)
def test_a_formula_has_its_usual_meaning(text, x, expected):
    assert at(text, x) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "code", "position", "got"),
    [
        ("", "unfinished", 1, ""),
        ("x +", "unfinished", 4, ""),
        ("sin(x", "expected", 6, ")"),
        ("maximum(x)", "expected", 10, ","),
        ("sin x", "expected", 5, "("),
        ("x x", "unexpected", 3, "x"),
        ("x * )", "unexpected", 5, ")"),
        ("x = 2", "unexpected", 3, "="),
        ("y + x", "unknown", 1, "y"),
        ("__import__('os')", "unknown", 1, "__import__"),
        ("x.real", "unexpected", 2, "."),
        ("1 + 2", "no_x", 1, ""),
        ("x + 1 / 0", "not_finite", 5, "1 / 0"),
        ("x * 9 ** 9 ** 9", "not_finite", 5, "9 ** 9 ** 9"),
        ("x + 1e999", "not_finite", 5, "1e999"),
        ("x + (-1) ** 0.5", "not_finite", 5, "(-1) ** 0.5"),
        ("x > 1", "comparison", 3, ">"),
        ("x * (x == 1)", "comparison", 8, "=="),
        ("where(x, 1, 2)", "condition", 8, ","),
        ("where(x", "condition", 8, ""),
        ("where(0 < x < 1, x, 0)", "second_comparison", 13, "<"),
        ("where(1 < 2, x, 0)", "no_x_in_condition", 7, ""),
        ("where(x > 1, x)", "expected", 15, ","),
        ("where x", "expected", 7, "("),
        ("x + where(x > 1 / 0, 1, 2)", "not_finite", 15, "1 / 0"),
        ("x" * (LONGEST + 1), "too_long", LONGEST + 1, ""),
        ("(" * (DEEPEST + 2) + "x" + ")" * (DEEPEST + 2), "too_deep", DEEPEST + 2, "("),
    ],
)
def test_an_error_says_what_and_where(text, code, position, got):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.position, caught.value.got) == (code, position, got)


def outcome(text):
    """The formula in the text and None, or None and why there is none."""
    try:
        return parse(text), None
    except FormulaError as error:
        return None, error


@given(st.text(st.sampled_from("x1.e+-*/(), sincopi^²\n9<>=!where"), max_size=LONGEST + 10) | st.text(max_size=60))
def test_any_text_is_a_formula_or_a_formula_error(text):
    found, error = outcome(text)
    if error is not None:
        assert 1 <= error.position <= LONGEST + 1
        assert error.length >= 1
    elif len(to_text(found)) <= LONGEST:
        assert parse(to_text(found)) == found


numbers = st.floats(0, 1e6) | st.integers(0, 100).map(float)
expressions = st.recursive(
    numbers.map(Number) | st.sampled_from(["x", *CONSTANTS]).map(Name),
    lambda inner: (
        inner.map(Negative)
        | st.builds(Binary, st.sampled_from(["+", "-", "*", "/", "**"]), inner, inner)
        | st.sampled_from(sorted(FUNCTIONS)).flatmap(
            lambda name: st.tuples(*[inner] * FUNCTIONS[name]).map(lambda values: Call(name, values))
        )
        | st.builds(Where, st.sampled_from(sorted(COMPARISONS)), inner, inner, inner, inner)
    ),
    max_leaves=8,
)


@given(expressions)
def test_a_formula_round_trips_through_text(expression):
    text = to_text(Binary("+", expression, X))
    found, error = outcome(text)
    if error is None:
        assert found == Binary("+", expression, X)
    else:
        assert error.code in ("not_finite", "too_long", "no_x_in_condition")


def test_parts_without_x_are_worked_out():
    assert folded(parse("x * sin(pi / 2) + -3")) == Binary("+", Binary("*", X, Number(1.0)), Negative(Number(3.0)))
    assert uses_x(folded(parse("x ** (2 - 1)")))


def test_a_layer_takes_no_wrong_formula():
    assert Formula("sin(x)").formula == "sin(x)"
    for wrong in ("sin(", "", 3, "1", "x\n+1" * 100):
        with pytest.raises(SettingError):
            Formula(wrong)


@few
@given(st.text(max_size=30))
def test_names_that_python_knows_mean_nothing(text):
    with pytest.raises(FormulaError):
        parse(f"eval({text!r}) + x")
