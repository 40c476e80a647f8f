"""The fully connected layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playground.document.layers.layer import (
    ACTIVATIONS,
    INITIALIZERS,
    PLAYGROUND_BIAS,
    PLAYGROUND_UNIFORM,
    Layer,
    Shape,
)
from playground.document.layers.limits import choice, flag, real, whole


@dataclass(frozen=True, slots=True)
class Dense(Layer):
    """Fully connected: y = activation(x W + b)."""

    units: int = whole(8, low=1, high=4096)
    activation: str = choice("tanh", ACTIVATIONS)
    use_bias: bool = flag(True)
    kernel_initializer: str = choice("glorot_uniform", (*INITIALIZERS, "orthogonal", PLAYGROUND_UNIFORM))
    bias_initializer: str = choice("zeros", (*INITIALIZERS, PLAYGROUND_BIAS))
    l1: float = real(0.0, low=0.0, high=10.0)
    l2: float = real(0.0, low=0.0, high=10.0)
    hold_zero: bool = flag(False)
    trainable: bool = flag(True)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        return (*shapes[0][:-1], self.units)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return (shapes[0][-1] + int(self.use_bias)) * self.units
