"""The fully connected layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from playground.document.keras_call import PLAYGROUND_BIAS, PLAYGROUND_UNIFORM, Made, SeedOf
from playground.document.layers.layer import ACTIVATIONS, INITIALIZERS, Layer, OwnStep, Shape
from playground.document.layers.weighted import SUM_DEFAULTS, SUM_NAMES, sum_arguments
from playground.document.limits import choice, flag, real, whole


@dataclass(frozen=True, slots=True)
class Dense(Layer):
    """Fully connected: y = activation(x W + b)."""

    shown: ClassVar[tuple[str, ...]] = ("units", "activation")
    size_field: ClassVar[str] = "units"
    weight_names: ClassVar[tuple[str, ...]] = SUM_NAMES
    has_activation: ClassVar[bool] = True
    reuses_weights: ClassVar[bool] = True
    keras_defaults: ClassVar[Mapping[str, object]] = SUM_DEFAULTS
    units: int = whole(8, low=1, high=4096)
    activation: str = choice("tanh", ACTIVATIONS)
    use_bias: bool = flag(True)
    kernel_initializer: str = choice("glorot_uniform", (*INITIALIZERS, "orthogonal", PLAYGROUND_UNIFORM))
    bias_initializer: str = choice("zeros", (*INITIALIZERS, PLAYGROUND_BIAS))
    l1: float = real(0.0, low=-1000.0, high=1000.0)
    l2: float = real(0.0, low=-1000.0, high=1000.0)
    hold_zero: bool = flag(False)
    trainable: bool = flag(True)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        return (*shapes[0][:-1], self.units)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return (shapes[0][-1] + int(self.use_bias)) * self.units

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("Dense", self.units, **sum_arguments(self, seed_of))

    @property
    def draws_with_data(self) -> bool:
        return self.kernel_initializer == PLAYGROUND_UNIFORM

    @property
    def penalties(self) -> tuple[float, float]:
        return 0.0 if self.hold_zero else max(self.l1, 0.0), max(self.l2, 0.0)

    @property
    def own_step(self) -> OwnStep:
        if not self.trainable:
            return OwnStep()
        return OwnStep(self.l1 if self.hold_zero else min(self.l1, 0.0), min(self.l2, 0.0), self.hold_zero)
