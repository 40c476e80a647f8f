"""Layers that apply one function to every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import ClassVar

from playground.document.layers.layer import Layer, Shape
from playground.document.layers.limits import expression, flag, real


@dataclass(frozen=True, slots=True)
class Activation(Layer):
    """One function, applied to every value."""

    family: ClassVar[str] = "activations"


@dataclass(frozen=True, slots=True)
class Linear(Activation):
    """y = x"""


@dataclass(frozen=True, slots=True)
class Step(Activation):
    """y = 1 where x > 0, else 0; its derivative is 0, so nothing before it can learn."""


@dataclass(frozen=True, slots=True)
class Sigmoid(Activation):
    """y = 1 / (1 + exp(-x))"""


@dataclass(frozen=True, slots=True)
class Tanh(Activation):
    """y = tanh(x)"""


@dataclass(frozen=True, slots=True)
class ReLU(Activation):
    """y = max(x, 0)"""


@dataclass(frozen=True, slots=True)
class LeakyReLU(Activation):
    """y = x where x > 0, else slope · x"""

    slope: float = real(0.1, low=0.0, high=1.0)


@dataclass(frozen=True, slots=True)
class PReLU(Activation):
    """y = x where x > 0, else a · x; each value has a slope a of its own, which is learned."""

    slope: float = real(0.25, low=0.0, high=1.0)
    trainable: bool = flag(True)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return prod(shapes[0])


@dataclass(frozen=True, slots=True)
class ELU(Activation):
    """y = x where x > 0, else alpha · (exp(x) - 1)"""

    alpha: float = real(1.0, low=0.01, high=10.0)


@dataclass(frozen=True, slots=True)
class SELU(Activation):
    """ELU with the scale that keeps mean 0 and variance 1."""


@dataclass(frozen=True, slots=True)
class GELU(Activation):
    """y = x · P(X <= x) for X of the normal distribution"""


@dataclass(frozen=True, slots=True)
class SiLU(Activation):
    """y = x · sigmoid(x)"""


@dataclass(frozen=True, slots=True)
class Softplus(Activation):
    """y = log(1 + exp(x))"""


@dataclass(frozen=True, slots=True)
class Softmax(Activation):
    """Turns the last axis into probabilities."""


@dataclass(frozen=True, slots=True)
class Formula(Activation):
    """y = what a person types, a formula of x"""

    formula: str = expression("x * sigmoid(1.5 * x)")
