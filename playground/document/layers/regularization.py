"""Layers that make overfitting harder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from playground.document.keras_call import Made, SeedOf
from playground.document.layers.layer import Layer
from playground.document.limits import real


@dataclass(frozen=True, slots=True)
class Dropout(Layer):
    """In training, zeroes each value with probability `rate`."""

    family: ClassVar[str] = "regularization"
    draws_random: ClassVar[bool] = True
    shown: ClassVar[tuple[str, ...]] = ("rate",)
    rate: float = real(0.2, low=0.0, high=0.95)

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("Dropout", self.rate, seed=seed_of("dropout"))


@dataclass(frozen=True, slots=True)
class GaussianNoise(Layer):
    """In training, adds normal noise."""

    family: ClassVar[str] = "regularization"
    draws_random: ClassVar[bool] = True
    shown: ClassVar[tuple[str, ...]] = ("deviation",)
    deviation: float = real(0.1, low=0.0, high=1.0)

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("GaussianNoise", self.deviation, seed=seed_of("noise"))


@dataclass(frozen=True, slots=True)
class ActivityRegularization(Layer):
    """Adds a penalty on the values that pass, which go on as they are."""

    family: ClassVar[str] = "regularization"
    penalizes_values: ClassVar[bool] = True
    l1: float = real(0.0, low=0.0, high=10.0)
    l2: float = real(0.001, low=0.0, high=10.0)
