"""Shapes and counts of a network that is being read, so that no file makes arrays without bounds."""

from __future__ import annotations

from math import prod

from playground.document.layers.activations import PReLU
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer, Shape, ShapeError
from playground.document.layers.normalization import BatchNormalization, LayerNormalization
from playground.document.layers.pictures import Conv2D
from playground.document.layers.sequences import GRU, LSTM, Embedding, Recurrent
from playground.imports.found import DATA_PART, MOST_NUMBERS, MOST_VALUES
from playground.imports.refused import Refused

GATES = {LSTM: 4, GRU: 3}


class Shapes:
    """The shape after each part; grows with the parts."""

    def __init__(self, shape: Shape) -> None:
        self._shapes: list[Shape] = []
        self._counts: list[int] = []
        self._data = shape
        _check_size(shape)

    def of(self, part: int) -> Shape:
        return self._data if part == DATA_PART else self._shapes[part]

    def add(self, layer: Layer, sources: tuple[int, ...]) -> Shape:
        """The shape that leaves the layer. Raises Refused where it cannot be, or is too large."""
        shapes = tuple(map(self.of, sources))
        if not layer.fewest_inputs <= len(shapes) <= layer.most_inputs:
            raise Refused("{count} layers lead into it, which it does not take.", count=len(shapes))
        try:
            shape = layer.output_shape(shapes)
        except ShapeError as error:
            got = ", ".join("×".join(map(str, shape)) for shape in error.shapes)
            raise Refused("Its inputs are of shapes that it does not take: {got}.", got=got) from error
        _check_size(shape)
        count = layer.parameters(shapes)
        if sum(self._counts) + count > MOST_NUMBERS:
            raise Refused("It has more than {most} weights.", most=f"{MOST_NUMBERS:,}")
        self._shapes.append(shape)
        self._counts.append(count)
        return shape

    def forget_last(self) -> None:
        """The newest part is to be another one."""
        self._shapes.pop()
        self._counts.pop()


def _check_size(shape: Shape) -> None:
    if prod(shape) > MOST_VALUES:
        raise Refused("It makes more than {most} values of one example.", most=f"{MOST_VALUES:,}")


def array_shapes(layer: Layer, shape: Shape) -> tuple[Shape, ...]:
    """The shapes of the layer's arrays in Keras's order, for values of that shape; () where it has none."""
    match layer:
        case Dense():
            return ((shape[-1], layer.units), (layer.units,))[: 1 + layer.use_bias]
        case Conv2D():
            size = layer.kernel_size
            return ((size, size, shape[-1], layer.filters), (layer.filters,))[: 1 + layer.use_bias]
        case PReLU():
            return (shape,)
        case BatchNormalization():
            return (shape[-1:],) * 4
        case LayerNormalization():
            return (shape[-1:],) * 2
        case Embedding():
            return ((layer.input_dim, layer.output_dim),)
        case Recurrent():
            wide = GATES.get(type(layer), 1) * layer.units
            bias = (2, wide) if isinstance(layer, GRU) else (wide,)
            return (shape[-1], wide), (layer.units, wide), bias
    return ()
