"""Layers that bring values to another range."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from playground.document.keras_call import Made, SeedOf
from playground.document.layers.layer import Layer, Shape, ShapeError
from playground.document.limits import flag, numbers, real


@dataclass(frozen=True, slots=True)
class BatchNormalization(Layer):
    """Centres and scales each feature over the batch."""

    family: ClassVar[str] = "normalization"
    shown: ClassVar[tuple[str, ...]] = ("momentum",)
    weight_names: ClassVar[tuple[str, ...]] = ("gamma", "beta", "moving_mean", "moving_variance")
    keras_defaults: ClassVar[Mapping[str, object]] = {"momentum": 0.99, "epsilon": 1e-3, "trainable": True}
    momentum: float = real(0.99, low=0.0, high=0.9999)
    epsilon: float = real(1e-3, low=1e-8, high=1.0)
    trainable: bool = flag(True)

    def parameters(self, shapes: Sequence[Shape]) -> int:
        return 4 * shapes[0][-1]


@dataclass(frozen=True, slots=True)
class LayerNormalization(Layer):
    """Centres and scales each example over its features."""

    family: ClassVar[str] = "normalization"
    weight_names: ClassVar[tuple[str, ...]] = ("gamma", "beta")
    keras_defaults: ClassVar[Mapping[str, object]] = {"epsilon": 1e-3, "trainable": True}
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

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("Rescaling", self.scale, self.offset)


MOST_FEATURES = 4096


@dataclass(frozen=True, slots=True)
class Normalization(Layer):
    """y = (x - mean) / √variance, with numbers for each feature that stay as they are; a single one is for all."""

    family: ClassVar[str] = "normalization"
    mean: tuple[float, ...] = numbers((0.0,), low=-1e30, high=1e30, most=MOST_FEATURES)
    variance: tuple[float, ...] = numbers((1.0,), low=0.0, high=1e30, most=MOST_FEATURES)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        """A number for each value of the last axis, or one for all of them."""
        if any(len(values) not in (1, shapes[0][-1]) for values in (self.mean, self.variance)):
            raise ShapeError("normalization", (*shapes, (max(len(self.mean), len(self.variance)),)))
        return shapes[0]

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("Normalization", mean=self.mean, variance=self.variance)
