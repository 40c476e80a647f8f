"""Layers that arrange the same values in another shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import ClassVar

from playground.document.keras_call import Made, SeedOf
from playground.document.layers.layer import Layer, Shape, ShapeError
from playground.document.limits import sizes


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
    shown: ClassVar[tuple[str, ...]] = ("target",)
    target: tuple[int, ...] = sizes((2, 1), high=100_000)

    def output_shape(self, shapes: Sequence[Shape]) -> Shape:
        if prod(shapes[0]) != prod(self.target):
            raise ShapeError("reshape", (*shapes, self.target))
        return self.target

    def keras_call(self, seed_of: SeedOf) -> Made:
        return Made("Reshape", self.target)
