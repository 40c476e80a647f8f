"""The functions agree with their derivatives, with Keras's definitions, and with each layer's settings."""

from __future__ import annotations

import math

import numpy as np
import pytest

from playground.document.layers.activations import ELU, Activation, Formula, LeakyReLU, PReLU, Step
from playground.document.layers.dense import Dense
from playground.document.layers.layer import ACTIVATIONS
from playground.document.layers.layers import LAYERS
from playground.document.layers.pictures import Conv2D
from playground.document.layers.regularization import Dropout
from playground.ui.plots.charts.activations import function_of, named, saturated_share

X = np.linspace(-5, 5, 402)  # even, so that 0, where some have a corner, is not among them


@pytest.mark.parametrize("word", ACTIVATIONS)
def test_each_derivative_is_the_slope_of_its_function(word: str) -> None:
    function, h = named(word), 1e-5
    slope = (function.value(X + h) - function.value(X - h)) / (2 * h)
    np.testing.assert_allclose(function.derivative(X), slope, atol=1e-8)


@pytest.mark.parametrize(
    ("word", "at_minus_one", "at_two"),
    [
        ("linear", -1, 2),
        ("step", 0, 1),
        ("sigmoid", 1 / (1 + math.e), 1 / (1 + math.exp(-2))),
        ("tanh", -0.7615941559557649, 0.9640275800758169),
        ("relu", 0, 2),
        ("leaky_relu", -0.2, 2),
        ("elu", 1 / math.e - 1, 2),
        ("selu", 1.0507009873554805 * 1.6732632423543772 * (1 / math.e - 1), 2.101401974710961),
        ("gelu", -0.15865525393145707, 1.9544997361036416),
        ("silu", -1 / (1 + math.e), 2 / (1 + math.exp(-2))),
        ("softplus", math.log(1 + 1 / math.e), math.log(1 + math.exp(2))),
        ("softmax", 1 / (1 + math.e), 1 / (1 + math.exp(-2))),
    ],
)
def test_values_are_those_computed_by_hand(word: str, at_minus_one: float, at_two: float) -> None:
    np.testing.assert_allclose(named(word).value(np.array([-1.0, 2.0])), [at_minus_one, at_two], rtol=1e-12)


def test_the_step_has_no_slope_anywhere() -> None:
    function = function_of(Step())
    assert function is not None
    assert not function.derivative(np.array([-1.0, 0.0, 1.0])).any()


@pytest.mark.parametrize("word", ACTIVATIONS)
def test_far_values_stay_finite(word: str) -> None:
    far = np.array([-1e4, 1e4])
    assert np.isfinite(named(word).value(far)).all()
    assert np.isfinite(named(word).derivative(far)).all()


def test_settings_of_a_layer_reach_its_function() -> None:
    leaky, bent = function_of(LeakyReLU(slope=0.3)), function_of(ELU(alpha=2.0))
    assert leaky is not None
    assert bent is not None
    assert leaky.value(np.array([-2.0]))[0] == pytest.approx(-0.6)
    assert bent.value(np.array([-2.0]))[0] == pytest.approx(2 * (math.exp(-2) - 1))


@pytest.mark.parametrize("kind", [kind for kind in LAYERS.values() if issubclass(kind, Activation)])
def test_every_activation_layer_has_a_function(kind: type[Activation]) -> None:
    if kind is not Activation:
        assert function_of(kind()) is not None


def test_dense_has_the_function_it_names_and_others_have_none() -> None:
    assert function_of(Dense(4, "gelu")) == named("gelu")
    assert function_of(Dropout()) is None


def test_saturated_share_counts_flat_places_of_finite_values() -> None:
    # The slope of tanh falls below 0.05 beyond |x| = 2.178.
    values = np.array([-3.0, -2.0, 0.0, 2.2, np.nan, np.inf])
    assert saturated_share(named("tanh"), values) == pytest.approx(2 / 4)
    assert saturated_share(named("relu"), np.array([-1.0, -2.0, 3.0])) == pytest.approx(2 / 3)
    assert saturated_share(named("tanh"), np.zeros(0)) == 0


def test_a_formula_is_drawn_as_it_is_typed() -> None:
    function = function_of(Formula("x * sigmoid(1.5*x)"))
    assert function is not None
    assert function.formula == "y = x * sigmoid(1.5*x)"
    share = 1 / (1 + np.exp(-1.5 * X))
    np.testing.assert_allclose(function.value(X), X * share)
    np.testing.assert_allclose(function.derivative(X), share + 1.5 * X * share * (1 - share), atol=1e-8)


def test_a_formula_may_have_no_value_in_places() -> None:
    function = function_of(Formula("log(x) + clip(1 / x, -2, 2)"))
    assert function is not None
    assert np.isnan(function.value(np.array([-1.0]))).all()
    assert function.value(np.array([1.0])) == pytest.approx(1.0)


def test_learned_slopes_are_drawn_as_they_start() -> None:
    function = function_of(PReLU(0.3))
    assert function is not None
    np.testing.assert_allclose(function.value(np.array([-2.0, 2.0])), [-0.6, 2.0])


@pytest.mark.parametrize("word", ACTIVATIONS)
def test_the_range_is_where_its_values_lie(word: str) -> None:
    function = named(word)
    values = function.value(np.linspace(-60, 60, 24_001))
    low, high = function.range.strip("()[]{}").replace("−", "-").split(", ")
    for end, found in ((low, values.min()), (high, values.max())):
        if "∞" in end:
            assert abs(found) > 50 * (0.2 if word == "leaky_relu" else 1)
        else:
            assert found == pytest.approx(float(end), abs=2e-3)


def test_a_convolution_has_the_function_it_names() -> None:
    assert function_of(Conv2D(2, activation="relu")) == named("relu")
