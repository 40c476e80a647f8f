"""Layers that make one of several inputs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from playground.document.layers.layer import Layer, Shape, ShapeError


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

    def fed(self, sources: Sequence[object]) -> object:
        return list(sources)


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
