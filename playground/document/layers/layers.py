"""Every kind of layer: its settings with their limits, its shape rule, its parameter count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import ClassVar

from playground.document.layers.layer import ACTIVATIONS as ACTIVATIONS
from playground.document.layers.layer import INITIALIZERS as INITIALIZERS
from playground.document.layers.layer import PLAYGROUND_BIAS as PLAYGROUND_BIAS
from playground.document.layers.layer import PLAYGROUND_UNIFORM as PLAYGROUND_UNIFORM
from playground.document.layers.layer import Layer as Layer
from playground.document.layers.layer import Shape as Shape
from playground.document.layers.layer import ShapeError as ShapeError
from playground.document.layers.limits import choice, expression, flag, real, sizes, whole
from playground.document.layers.pictures import AveragePooling2D as AveragePooling2D
from playground.document.layers.pictures import Conv2D as Conv2D
from playground.document.layers.pictures import GlobalAveragePooling2D as GlobalAveragePooling2D
from playground.document.layers.pictures import MaxPooling2D as MaxPooling2D
from playground.document.layers.pictures import PictureLayer as PictureLayer
from playground.document.layers.pictures import Pooling2D as Pooling2D
from playground.document.layers.sequences import GRU as GRU
from playground.document.layers.sequences import LSTM as LSTM
from playground.document.layers.sequences import Embedding as Embedding
from playground.document.layers.sequences import Recurrent as Recurrent
from playground.document.layers.sequences import SimpleRNN as SimpleRNN

LOSSES = (
    "mean_squared_error", "half_squared_error", "mean_absolute_error", "huber",
    "binary_crossentropy", "binary_crossentropy_logits",
    "categorical_crossentropy", "categorical_crossentropy_logits",
    "sparse_categorical_crossentropy", "sparse_categorical_crossentropy_logits",
    "kl_divergence", "hinge",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Data(Layer):
    """Where the features come in; what they are stands in the document's data settings."""

    family: ClassVar[str] = "ends"
    fewest_inputs: ClassVar[int] = 0
    most_inputs: ClassVar[int] = 0


@dataclass(frozen=True, slots=True)
class Output(Layer):
    """Where the prediction leaves and is compared with the target."""

    family: ClassVar[str] = "ends"
    loss: str = choice("mean_squared_error", LOSSES)


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


@dataclass(frozen=True, slots=True)
class Dropout(Layer):
    """In training, zeroes each value with probability `rate`."""

    family: ClassVar[str] = "regularization"
    draws_random: ClassVar[bool] = True
    rate: float = real(0.2, low=0.0, high=0.95)


@dataclass(frozen=True, slots=True)
class GaussianNoise(Layer):
    """In training, adds normal noise."""

    family: ClassVar[str] = "regularization"
    draws_random: ClassVar[bool] = True
    deviation: float = real(0.1, low=0.0, high=1.0)


@dataclass(frozen=True, slots=True)
class ActivityRegularization(Layer):
    """Adds a penalty on the values that pass, which go on as they are."""

    family: ClassVar[str] = "regularization"
    l1: float = real(0.0, low=0.0, high=10.0)
    l2: float = real(0.001, low=0.0, high=10.0)


@dataclass(frozen=True, slots=True)
class BatchNormalization(Layer):
    """Centres and scales each feature over the batch."""

    family: ClassVar[str] = "normalization"
    momentum: float = real(0.99, low=0.0, high=0.9999)
    epsilon: float = real(1e-3, low=1e-8, high=1.0)
    trainable: bool = flag(True)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return 4 * shapes[0][-1]


@dataclass(frozen=True, slots=True)
class LayerNormalization(Layer):
    """Centres and scales each example over its features."""

    family: ClassVar[str] = "normalization"
    epsilon: float = real(1e-3, low=1e-8, high=1.0)
    trainable: bool = flag(True)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return 2 * shapes[0][-1]


@dataclass(frozen=True, slots=True)
class UnitNormalization(Layer):
    """Divides each example's last axis by its length, so that it has length 1."""

    family: ClassVar[str] = "normalization"


@dataclass(frozen=True, slots=True)
class Rescaling(Layer):
    """y = scale · x + offset"""

    family: ClassVar[str] = "normalization"
    scale: float = real(1.0, low=-1e6, high=1e6)
    offset: float = real(0.0, low=-1e6, high=1e6)


@dataclass(frozen=True, slots=True)
class Flatten(Layer):
    """All values in one row."""

    family: ClassVar[str] = "shape"

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        return (prod(shapes[0]),)


@dataclass(frozen=True, slots=True)
class Reshape(Layer):
    """The same values in another shape."""

    family: ClassVar[str] = "shape"
    target: tuple[int, ...] = sizes((2, 1), high=100_000)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        if prod(shapes[0]) != prod(self.target):
            raise ShapeError("reshape", (*shapes, self.target))
        return self.target


@dataclass(frozen=True, slots=True)
class Merge(Layer):
    """Several inputs become one, value by value."""

    family: ClassVar[str] = "merge"
    fewest_inputs: ClassVar[int] = 2
    most_inputs: ClassVar[int] = 64

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        """Keras broadcasts as numpy does, lengths of 1 stretching; ranks must be equal here."""
        if len({len(shape) for shape in shapes}) > 1:
            raise ShapeError("merge", shapes)
        merged = tuple(max(lengths) for lengths in zip(*shapes, strict=True))
        if any(length not in (1, whole_) for s in shapes for length, whole_ in zip(s, merged, strict=True)):
            raise ShapeError("merge", shapes)
        return merged


@dataclass(frozen=True, slots=True)
class Add(Merge):
    """y = a + b + ..."""


@dataclass(frozen=True, slots=True)
class Subtract(Merge):
    """y = a - b"""

    most_inputs: ClassVar[int] = 2


@dataclass(frozen=True, slots=True)
class Multiply(Merge):
    """y = a · b · ..."""


@dataclass(frozen=True, slots=True)
class Average(Merge):
    """y = (a + b + ...) / how many"""


@dataclass(frozen=True, slots=True)
class Maximum(Merge):
    """y = max(a, b, ...)"""


@dataclass(frozen=True, slots=True)
class Concatenate(Merge):
    """Inputs side by side along the last axis."""

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        if len({shape[:-1] for shape in shapes}) > 1:
            raise ShapeError("concatenate", shapes)
        return (*shapes[0][:-1], sum(shape[-1] for shape in shapes))


@dataclass(frozen=True, slots=True)
class Folded(Layer):
    """A closed group, seen as one layer; only what is shown has any: no file, no palette and no engine."""

    family: ClassVar[str] = "groups"
    fewest_inputs: ClassVar[int] = 0
    most_inputs: ClassVar[int] = 64


LAYERS: dict[str, type[Layer]] = {
    kind.__name__: kind
    for kind in (
        Data, Output, Dense,
        Linear, Step, Sigmoid, Tanh, ReLU, LeakyReLU, PReLU, ELU, SELU, GELU, SiLU, Softplus, Softmax, Formula,
        Dropout, GaussianNoise, ActivityRegularization,
        BatchNormalization, LayerNormalization, UnitNormalization, Rescaling,
        Conv2D, MaxPooling2D, AveragePooling2D, GlobalAveragePooling2D,
        Embedding, SimpleRNN, LSTM, GRU,
        Flatten, Reshape, Add, Subtract, Multiply, Average, Maximum, Concatenate,
    )
}  # fmt: skip

PALETTE = tuple(name for name, kind in LAYERS.items() if kind.family != "ends")
