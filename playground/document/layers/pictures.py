"""Layers for pictures, of shape (height, width, channels)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from playground.document.keras_call import Made, SeedOf
from playground.document.layers.layer import ACTIVATIONS, INITIALIZERS, Layer, Shape, ShapeError
from playground.document.layers.weighted import SUM_DEFAULTS, SUM_NAMES, sum_arguments
from playground.document.limits import choice, flag, real, whole

PADDINGS = ("valid", "same")


@dataclass(frozen=True, slots=True)
class PictureLayer(Layer):
    """Takes a picture."""

    family: ClassVar[str] = "pictures"
    is_slow: ClassVar[bool] = True

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        if len(shapes[0]) != 3:
            raise ShapeError("needs_picture", shapes)
        return self.after_picture(shapes[0])

    def after_picture(self, shape: Shape) -> Shape:
        """The shape that leaves for a picture of shape (height, width, channels)."""
        raise NotImplementedError


def windows(shape: Shape, size: int, strides: int, padding: str) -> Shape:
    """How many windows of size × size fit down and across, their corners `strides` apart.

    Raises ShapeError where not even one does.
    """
    height, width = shape[:2]
    if padding == "same":
        return -(-height // strides), -(-width // strides)
    if min(height, width) < size:
        raise ShapeError("too_small", (shape, (size, size)))
    return (height - size) // strides + 1, (width - size) // strides + 1


@dataclass(frozen=True, slots=True)
class Conv2D(PictureLayer):
    """Slides each filter over the picture: one map of weighted sums for each."""

    size_field: ClassVar[str] = "filters"
    weight_names: ClassVar[tuple[str, ...]] = SUM_NAMES
    has_activation: ClassVar[bool] = True
    keras_defaults: ClassVar[Mapping[str, object]] = {"strides": 1, "padding": "valid", **SUM_DEFAULTS}
    filters: int = whole(8, low=1, high=1024)
    kernel_size: int = whole(3, low=1, high=32)
    strides: int = whole(1, low=1, high=16)
    padding: str = choice("valid", PADDINGS)
    activation: str = choice("relu", ACTIVATIONS)
    use_bias: bool = flag(True)
    kernel_initializer: str = choice("glorot_uniform", (*INITIALIZERS, "orthogonal"))
    bias_initializer: str = choice("zeros", INITIALIZERS)
    l1: float = real(0.0, low=0.0, high=10.0)
    l2: float = real(0.0, low=0.0, high=10.0)
    trainable: bool = flag(True)

    def after_picture(self, shape: Shape) -> Shape:
        return (*windows(shape, self.kernel_size, self.strides, self.padding), self.filters)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return (self.kernel_size**2 * shapes[0][-1] + int(self.use_bias)) * self.filters

    def keras_call(self, seed_of: SeedOf) -> Made:
        across = {"strides": self.strides, "padding": self.padding}
        return Made("Conv2D", self.filters, self.kernel_size, **across, **sum_arguments(self, seed_of))

    @property
    def penalties(self) -> tuple[float, float]:
        return self.l1, self.l2


@dataclass(frozen=True, slots=True)
class Pooling2D(PictureLayer):
    """Makes the picture smaller: one value for each window, and windows side by side."""

    shown: ClassVar[tuple[str, ...]] = ("pool_size",)
    keras_defaults: ClassVar[Mapping[str, object]] = {"padding": "valid"}
    pool_size: int = whole(2, low=1, high=32)
    padding: str = choice("valid", PADDINGS)

    def after_picture(self, shape: Shape) -> Shape:
        return (*windows(shape, self.pool_size, self.pool_size, self.padding), shape[2])

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made(self.kind, self.pool_size, padding=self.padding)


@dataclass(frozen=True, slots=True)
class MaxPooling2D(Pooling2D):
    """The largest value of each window."""


@dataclass(frozen=True, slots=True)
class AveragePooling2D(Pooling2D):
    """The mean of each window."""


@dataclass(frozen=True, slots=True)
class GlobalAveragePooling2D(PictureLayer):
    """The mean of each channel."""

    def after_picture(self, shape: Shape) -> Shape:
        return shape[2:]
