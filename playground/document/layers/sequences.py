"""Layers for sequences, of shape (length, features)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from playground.document.layers.layer import Layer, Shape, ShapeError
from playground.document.layers.limits import choice, flag, whole

# A step cannot stand inside a recurrent layer, and softmax would make its units compete.
RECURRENT_ACTIVATIONS = ("linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus")


@dataclass(frozen=True, slots=True)
class Embedding(Layer):
    """A learned row of numbers for each whole number from 0 to input_dim - 1; inputs are cut to these."""

    family: ClassVar[str] = "sequences"
    input_dim: int = whole(16, low=1, high=100_000)
    output_dim: int = whole(8, low=1, high=1024)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        return (*shapes[0], self.output_dim)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return self.input_dim * self.output_dim


@dataclass(frozen=True, slots=True)
class Recurrent(Layer):
    """Reads a sequence step by step and remembers; gives its last state, or that after each step."""

    family: ClassVar[str] = "sequences"
    units: int = whole(8, low=1, high=1024)
    return_sequences: bool = flag(False)
    trainable: bool = flag(True)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        if len(shapes[0]) != 2:
            raise ShapeError("needs_sequence", shapes)
        return (shapes[0][0], self.units) if self.return_sequences else (self.units,)

    def weights(self, shapes: Sequence[Shape]) -> int:
        """The numbers that one plain recurrent layer holds: weights of inputs and of its own state, and biases."""
        return self.units * (shapes[0][-1] + self.units + 1)


@dataclass(frozen=True, slots=True)
class SimpleRNN(Recurrent):
    """state = activation(x W + state U + b)"""

    activation: str = choice("tanh", RECURRENT_ACTIVATIONS)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return self.weights(shapes)


@dataclass(frozen=True, slots=True)
class LSTM(Recurrent):
    """A recurrent layer with a memory and three gates that write, keep and read it."""

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return 4 * self.weights(shapes)


@dataclass(frozen=True, slots=True)
class GRU(Recurrent):
    """A recurrent layer with two gates; as Keras has it, its state has biases of its own."""

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return 3 * (self.weights(shapes) + self.units)
