"""The activation functions as curves: value, derivative and formula of each; numpy only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from math import erf

import numpy as np
from numpy.typing import NDArray

from playground.datasets.formulas import NUMPY
from playground.document.formula.formula import evaluate
from playground.document.formula.parser import parse
from playground.document.layers.activations import ELU, Formula, LeakyReLU, PReLU
from playground.document.layers.layer import Layer
from playground.frames.arrays import FLAT

Values = NDArray[np.float64]
Curve = Callable[[Values], Values]

# Keras's own constants; its Dense("leaky_relu") and Dense("elu") take these slopes.
LEAKY_SLOPE, ELU_ALPHA = 0.2, 1.0
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805


@dataclass(frozen=True, slots=True)
class Function:
    """An activation: `value` and `derivative` take and give arrays of one shape; the formulas name both.

    range: between which values it lies, as "(−1, 1)"; "" where that is not known.
    """

    word: str
    value: Curve
    derivative: Curve
    formula: str
    derivative_formula: str
    range: str = ""


def function_of(layer: Layer) -> Function | None:
    """The function that this layer ends with, None where it has none."""
    match layer:
        case LeakyReLU():
            return leaky_relu(layer.slope)
        case Formula():
            return formula(layer.formula)
        case PReLU():
            return prelu(layer.slope)
        case ELU():
            return elu(layer.alpha)
    return FUNCTIONS.get(layer.applies)


def named(word: str) -> Function:
    """The function of this name as Keras means it when it is given by name."""
    match word:
        case "leaky_relu":
            return leaky_relu(LEAKY_SLOPE)
        case "elu":
            return elu(ELU_ALPHA)
        case TANH_BY_SIGMOID.word:
            return TANH_BY_SIGMOID
        case _:
            return FUNCTIONS[word]


def saturated_share(function: Function, values: NDArray[np.floating]) -> float:
    """The share, 0 to 1, of finite `values` at which the derivative is nearly 0, so that they hardly learn."""
    finite = np.asarray(values, float).ravel()
    finite = finite[np.isfinite(finite)]
    if not finite.size:
        return 0.0
    return float(np.mean(np.abs(function.derivative(finite)) < FLAT))


@lru_cache(maxsize=256)
def formula(text: str) -> Function:
    """A typed formula; its slope is measured from one side to the other of each place."""
    parsed = parse(text)

    def value(x: Values) -> Values:
        with np.errstate(all="ignore"):
            return np.asarray(evaluate(parsed, np.asarray(x, float), NUMPY))

    def derivative(x: Values) -> Values:
        h = 1e-5 * np.maximum(1, np.abs(x))
        with np.errstate(all="ignore"):
            return (value(x + h) - value(x - h)) / (2 * h)

    return Function("formula", value, derivative, f"y = {text}", "y′ = Δy / Δx")


def leaky_relu(slope: float) -> Function:
    return Function(
        "leaky_relu",
        lambda x: np.where(x > 0, x, slope * x),
        lambda x: np.where(x > 0, 1.0, slope),
        f"y = max(x, {slope:g} x)",
        f"y′ = 1 (x > 0), {slope:g} (x ≤ 0)",
        "(−∞, ∞)" if slope > 0 else "[0, ∞)",
    )


def prelu(slope: float) -> Function:
    """With the slope that each value starts from."""
    first = leaky_relu(slope)
    return replace(
        first,
        word="prelu",
        formula=f"y = max(x, a x), a = {slope:g} at first",
        derivative_formula="y′ = 1 (x > 0), a (x ≤ 0)",
    )


def elu(alpha: float) -> Function:
    scale = "" if alpha == 1 else f"{alpha:g} "
    below = f"{alpha:g} (eˣ − 1)" if scale else "eˣ − 1"
    return Function(
        "elu",
        partial(_elu, alpha=alpha),
        lambda x: np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0))),
        f"y = x (x > 0), {below} (x ≤ 0)",
        f"y′ = 1 (x > 0), {scale}eˣ (x ≤ 0)",
        f"(−{alpha:g}, ∞)" if alpha else "[0, ∞)",
    )


def _elu(x: Values, alpha: float) -> Values:
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def _sigmoid(x: Values) -> Values:
    """1 / (1 + exp(-x)) in the form that cannot overflow."""
    return 0.5 * (1 + np.tanh(0.5 * x))


def _sigmoid_derivative(x: Values) -> Values:
    y = _sigmoid(x)
    return y * (1 - y)


def _normal_share(x: Values) -> Values:
    """P(X <= x) of the normal distribution."""
    return 0.5 * (1 + _ERF(np.asarray(x, float) / np.sqrt(2)).astype(float))


def _normal_density(x: Values) -> Values:
    return np.exp(-0.5 * x**2) / np.sqrt(2 * np.pi)


# numpy has no erf; a few thousand calls of math.erf a frame cost half a millisecond.
_ERF = np.frompyfunc(erf, 1, 1)

FUNCTIONS = {
    function.word: function
    for function in (
        Function("linear", lambda x: x, np.ones_like, "y = x", "y′ = 1", "(−∞, ∞)"),
        Function(
            "step", lambda x: np.where(x > 0, 1.0, 0.0), np.zeros_like,
            "y = 1 (x > 0), 0 (x ≤ 0)", "y′ = 0", "{0, 1}",
        ),
        Function("sigmoid", _sigmoid, _sigmoid_derivative, "y = 1 / (1 + e⁻ˣ)", "y′ = y (1 − y)", "(0, 1)"),
        Function("tanh", np.tanh, lambda x: 1 - np.tanh(x) ** 2, "y = tanh x", "y′ = 1 − y²", "(−1, 1)"),
        Function(
            "relu", lambda x: np.maximum(x, 0), lambda x: np.where(x > 0, 1.0, 0.0),
            "y = max(x, 0)", "y′ = 1 (x > 0), 0 (x ≤ 0)", "[0, ∞)",
        ),
        leaky_relu(LEAKY_SLOPE),
        elu(ELU_ALPHA),
        Function(
            "selu", lambda x: SELU_SCALE * _elu(x, SELU_ALPHA),
            lambda x: SELU_SCALE * np.where(x >= 0, 1.0, SELU_ALPHA * np.exp(np.minimum(x, 0))),
            "y = 1.05 ELU(x), α = 1.67", "y′ = 1.05 (x ≥ 0), 1.76 eˣ (x < 0)", "(−1.76, ∞)",
        ),
        Function(
            "gelu", lambda x: x * _normal_share(x), lambda x: _normal_share(x) + x * _normal_density(x),
            "y = x · Φ(x)", "y′ = Φ(x) + x · φ(x)", "[−0.17, ∞)",
        ),
        Function(
            "silu", lambda x: x * _sigmoid(x), lambda x: _sigmoid(x) * (1 + x * (1 - _sigmoid(x))),
            "y = x · σ(x)", "y′ = σ(x) + y (1 − σ(x))", "[−0.278, ∞)",
        ),
        Function("softplus", lambda x: np.logaddexp(0, x), _sigmoid, "y = ln(1 + eˣ)", "y′ = σ(x)", "(0, ∞)"),
        # Softmax takes a whole row; drawn is one of two values while the other stays at 0.
        Function("softmax", _sigmoid, _sigmoid_derivative, "yᵢ = exp xᵢ / Σ exp xⱼ", "y′ᵢ = yᵢ (1 − yᵢ)", "(0, 1)"),
    )
}  # fmt: skip
# The same curve as tanh, for comparing them.
TANH_BY_SIGMOID = Function(
    "tanh_by_sigmoid",
    lambda x: 2 * _sigmoid(2 * x) - 1,
    lambda x: 4 * _sigmoid_derivative(2 * x),
    "y = 2 σ(2x) − 1",
    "y′ = 4 σ(2x) (1 − σ(2x))",
    "(−1, 1)",
)
