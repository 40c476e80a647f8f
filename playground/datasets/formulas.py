"""A typed formula as a function of arrays, and as the same function in a script."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from playground.datasets.draws import Floats
from playground.datasets.untyped import untyped
from playground.document.formula.formula import CALLED, calls, evaluate, folded, to_text
from playground.document.formula.parser import parse

Function = Callable[[Floats], Floats]

# These stand in a script as they are, but for the types: numpy has none of them.


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + exp(-x)), which never overflows so."""
    return 0.5 * (1 + np.tanh(0.5 * x))


def relu(x: Floats) -> Floats:
    """x, but nothing below 0."""
    return np.maximum(x, 0.0)


def softplus(x: Floats) -> Floats:
    """log(1 + exp(x)), which never overflows so."""
    return np.logaddexp(x, 0.0)


def step(x: Floats) -> Floats:
    """1 where x is positive, else 0."""
    return np.where(x > 0, 1.0, 0.0)


_OWN = {function.__name__: function for function in (sigmoid, relu, softplus, step)}

# What a formula calls; each takes and gives arrays.
NUMPY: dict[str, Callable[..., Floats]] = {
    **{name: getattr(np, name) for name in CALLED if name not in (*_OWN, "clip")},
    **_OWN,
    "clip": lambda x, low, high: np.minimum(np.maximum(x, low), high),
}


@cache
def function_of(text: str) -> Function:
    """The formula as a function of an array; not finite where it has no value. Raises FormulaError."""
    formula = folded(parse(text))
    return lambda x: np.asarray(evaluate(formula, x, NUMPY))


def function_code(text: str, name: str) -> list[str]:
    """The definition of that function in a script, behind those of the functions that it needs."""
    formula = folded(parse(text))
    needed = [untyped(function) for own, function in _OWN.items() if calls(formula, own)]
    names = {called: called if called in _OWN else f"np.{called}" for called in CALLED}
    body = [f'"""As it was typed: {" ".join(text.split())}"""', f"return {to_text(formula, names)}"]
    return [*needed, "\n    ".join([f"def {name}(x):", *body])]
