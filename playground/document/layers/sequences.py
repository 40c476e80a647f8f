"""Layers for sequences, of shape (length, features)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from playground.document.keras_call import Made, SeedOf, first_values
from playground.document.layers.layer import Layer, Shape, ShapeError
from playground.document.limits import choice, flag, whole

# A step cannot stand inside a recurrent layer, and softmax would make its units compete.
RECURRENT_ACTIVATIONS = ("linear", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus")

# Four gates, state and memory before and after, for an LSTM.
NUMBERS_A_STEP = 8
# Up to so many units XLA steps through a sequence 1.4 to 10 times as fast as the plain graph; measured.
FEW_UNITS = 32


@dataclass(frozen=True, slots=True)
class Embedding(Layer):
    """A learned row of numbers for each whole number from 0 to input_dim - 1; inputs are cut to these."""

    family: ClassVar[str] = "sequences"
    size_field: ClassVar[str] = "output_dim"
    weight_names: ClassVar[tuple[str, ...]] = ("embeddings",)
    needs_whole_numbers: ClassVar[bool] = True
    input_dim: int = whole(16, low=1, high=100_000)
    output_dim: int = whole(8, low=1, high=1024)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        return (*shapes[0], self.output_dim)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return self.input_dim * self.output_dim

    def keras_call(self, seed_of: SeedOf) -> Made:
        first = first_values("random_uniform", seed_of("embeddings"))
        return Made("Embedding", self.input_dim, self.output_dim, embeddings_initializer=first)

    def fed(self, sources: Sequence[object]) -> object:
        """Cut to whole numbers that nothing can look up in vain."""
        return Made("ops.clip", Made("ops.cast", sources[0], "int32"), 0, self.input_dim - 1)


@dataclass(frozen=True, slots=True)
class Recurrent(Layer):
    """Reads a sequence step by step and remembers; gives its last state, or that after each step."""

    family: ClassVar[str] = "sequences"
    shown: ClassVar[tuple[str, ...]] = ("units",)
    size_field: ClassVar[str] = "units"
    weight_names: ClassVar[tuple[str, ...]] = ("kernel", "recurrent_kernel", "bias")
    is_slow: ClassVar[bool] = True
    keras_defaults: ClassVar[Mapping[str, object]] = {"return_sequences": False, "trainable": True}
    # It seeds a dropout that these have not.
    keras_idle: ClassVar[tuple[str, ...]] = ("seed",)
    units: int = whole(8, low=1, high=1024)
    return_sequences: bool = flag(False)
    trainable: bool = flag(True)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        if len(shapes[0]) != 2:
            raise ShapeError("needs_sequence", shapes)
        return (shapes[0][0], self.units) if self.return_sequences else (self.units,)

    @property
    def slow_by_xla(self) -> bool:
        return self.units > FEW_UNITS

    def weights(self, shapes: Sequence[Shape]) -> int:
        """The numbers that one plain recurrent layer holds: weights of inputs and of its own state, and biases."""
        return self.units * (shapes[0][-1] + self.units + 1)

    def kept_values(self, shapes: Sequence[Shape]) -> int:
        return NUMBERS_A_STEP * shapes[0][0] * self.units

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made(
            self.kind,
            self.units,
            return_sequences=self.return_sequences,
            kernel_initializer=first_values("glorot_uniform", seed_of("kernel")),
            recurrent_initializer=first_values("orthogonal", seed_of("recurrent")),
            trainable=self.trainable,
            seed=seed_of("dropout"),
        )


@dataclass(frozen=True, slots=True)
class SimpleRNN(Recurrent):
    """state = activation(x W + state U + b)"""

    shown: ClassVar[tuple[str, ...]] = ("units", "activation")
    keras_defaults: ClassVar[Mapping[str, object]] = {**Recurrent.keras_defaults, "activation": "tanh"}
    activation: str = choice("tanh", RECURRENT_ACTIVATIONS)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return self.weights(shapes)

    def keras_call(self, seed_of: SeedOf) -> Made:
        made = Recurrent.keras_call(self, seed_of)
        return Made(made.name, *made.given, activation=self.activation, **dict(made.named))


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
