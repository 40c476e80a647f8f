"""Layers that apply one function to every value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import ClassVar

from playground.document.formula.parser import parse
from playground.document.keras_call import KerasCall, Made, SeedOf, Typed
from playground.document.layers.layer import Layer, Shape
from playground.document.limits import expression, flag, real


@dataclass(frozen=True, slots=True)
class Activation(Layer):
    """One function, applied to every value."""

    family: ClassVar[str] = "activations"
    # The function by the word that Keras has for it, where it has one.
    word: ClassVar[str] = ""

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return Made("Activation", self.word)

    @property
    def applies(self) -> str:
        return self.word


@dataclass(frozen=True, slots=True)
class Linear(Activation):
    """y = x"""

    word: ClassVar[str] = "linear"


@dataclass(frozen=True, slots=True)
class Step(Activation):
    """y = 1 where x > 0, else 0; its derivative is 0, so nothing before it can learn."""

    word: ClassVar[str] = "step"

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return None


@dataclass(frozen=True, slots=True)
class Sigmoid(Activation):
    """y = 1 / (1 + exp(-x))"""

    word: ClassVar[str] = "sigmoid"


@dataclass(frozen=True, slots=True)
class Tanh(Activation):
    """y = tanh(x)"""

    word: ClassVar[str] = "tanh"


@dataclass(frozen=True, slots=True)
class ReLU(Activation):
    """y = max(x, 0)"""

    word: ClassVar[str] = "relu"

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return Made("ReLU")


@dataclass(frozen=True, slots=True)
class LeakyReLU(Activation):
    """y = x where x > 0, else slope · x"""

    word: ClassVar[str] = "leaky_relu"
    shown: ClassVar[tuple[str, ...]] = ("slope",)
    slope: float = real(0.1, low=0.0, high=1.0)

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return Made("LeakyReLU", negative_slope=self.slope)


@dataclass(frozen=True, slots=True)
class PReLU(Activation):
    """y = x where x > 0, else a · x; each value has a slope a of its own, which is learned."""

    word: ClassVar[str] = "prelu"
    shown: ClassVar[tuple[str, ...]] = ("slope",)
    weight_names: ClassVar[tuple[str, ...]] = ("alpha",)
    slope: float = real(0.25, low=0.0, high=1.0)
    trainable: bool = flag(True)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return prod(shapes[0])

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return Made("PReLU", alpha_initializer=Made("initializers.Constant", self.slope), trainable=self.trainable)


@dataclass(frozen=True, slots=True)
class ELU(Activation):
    """y = x where x > 0, else alpha · (exp(x) - 1)"""

    word: ClassVar[str] = "elu"
    shown: ClassVar[tuple[str, ...]] = ("alpha",)
    alpha: float = real(1.0, low=0.01, high=10.0)

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return Made("ELU", alpha=self.alpha)


@dataclass(frozen=True, slots=True)
class SELU(Activation):
    """ELU with the scale that keeps mean 0 and variance 1."""

    word: ClassVar[str] = "selu"


@dataclass(frozen=True, slots=True)
class GELU(Activation):
    """y = x · P(X <= x) for X of the normal distribution"""

    word: ClassVar[str] = "gelu"


@dataclass(frozen=True, slots=True)
class SiLU(Activation):
    """y = x · sigmoid(x)"""

    word: ClassVar[str] = "silu"


@dataclass(frozen=True, slots=True)
class Softplus(Activation):
    """y = log(1 + exp(x))"""

    word: ClassVar[str] = "softplus"


@dataclass(frozen=True, slots=True)
class Softmax(Activation):
    """Turns the last axis into probabilities."""

    word: ClassVar[str] = "softmax"

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return Made("Softmax")


@dataclass(frozen=True, slots=True)
class Formula(Activation):
    """y = what a person types, a formula of x"""

    word: ClassVar[str] = "formula"
    shown: ClassVar[tuple[str, ...]] = ("formula",)
    formula: str = expression("x * sigmoid(1.5 * x)")

    def keras_call(self, seed_of: SeedOf) -> KerasCall:
        return Typed(parse(self.formula))
