"""An ONNX network on its way to layers of ours: what each name stands for, and the parts made so far.

ONNX keeps pictures as (channels, height, width) and sequences with time before the batch; here channels come last and
rows first. So a value knows how it looks in the file, and its shape is ours.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from math import prod
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from playground.document.layers.layer import Layer, Shape
from playground.document.layers.normalization import BatchNormalization, Normalization, Rescaling
from playground.document.limits import SettingError
from playground.imports.found import Array, Found, Part
from playground.imports.onnx.model import Model, Operator
from playground.imports.refused import Refused, shown
from playground.imports.shapes import Shapes

# pooled: (channels, 1, 1); steps: (time, directions, rows, units); state: (directions, rows, units).
Look = Literal["plain", "channels_first", "flat_first", "pooled", "time_first", "steps", "state"]
# Stands for the number of rows in a shape.
ROWS = -(1 << 40)


@dataclass(frozen=True, slots=True)
class Tensor:
    """What a part gives; `picture` is the shape that was flattened with its channels first."""

    part: int
    shape: Shape
    look: Look = "plain"
    picture: Shape = ()


@dataclass(frozen=True, slots=True)
class Scaled:
    """scale · x + offset, with one number or one for each value of the last axis; no part yet."""

    of: Tensor
    scale: NDArray[np.float64]
    offset: NDArray[np.float64]


Constant = NDArray[Any]
Known = Tensor | Scaled | Constant


class Translator:
    """`found` grows by what `add` puts into it; `known` is what each name stands for."""

    def __init__(self, model: Model, found: Found, first: Tensor) -> None:
        self.model, self.found = model, found
        self.known: dict[str, Known] = {**model.constants, model.inputs[0][0]: first}
        self.uses: Counter[str] = Counter(name for node in model.nodes for name in node.inputs)
        self.uses.update(model.outputs)
        self._shapes = Shapes(found.shape)

    def add(self, layer: Layer, *sources: Tensor, arrays: tuple[Array, ...] = (), look: Look = "plain") -> Tensor:
        """Another part; raises Refused where its inputs do not fit."""
        places = tuple(source.part for source in sources)
        if len(set(places)) < len(places):
            raise Refused("It takes the same values twice.")
        shape = self._shapes.add(layer, places)
        self.found.parts.append(Part("", layer, places, arrays))
        return Tensor(len(self.found.parts) - 1, shape, look)

    def change(self, tensor: Tensor, layer: Layer, *arrays: Array) -> None:
        """The part becomes another layer that gives the same shape, with more arrays behind its own."""
        part = self.found.parts[tensor.part]
        self.found.parts[tensor.part] = replace(part, layer=layer, arrays=(*part.arrays, *arrays))

    def rebuilt(self, tensor: Tensor, layer: Layer) -> Tensor:
        """The newest part becomes a layer that gives another shape."""
        if tensor.part != len(self.found.parts) - 1:
            raise Refused("Its values are taken apart, which is not known here.")
        part = self.found.parts.pop()
        self._shapes.forget_last()
        shape = self._shapes.add(layer, part.sources)
        self.found.parts.append(replace(part, layer=layer))
        return Tensor(tensor.part, shape)

    def layer_of(self, tensor: Tensor) -> Layer | None:
        """The layer that gives it; None for the input."""
        return self.found.parts[tensor.part].layer if tensor.part >= 0 else None

    # Inputs of an operator

    def given(self, node: Operator, at: int) -> Known | None:
        """What comes in at a place; None where nothing does."""
        name = node.inputs[at] if at < len(node.inputs) else ""
        if not name:
            return None
        if name not in self.known:
            raise Refused("It takes values from {got}, which is not there.", got=shown(name))
        return self.known[name]

    def tensor(self, node: Operator, at: int) -> Tensor:
        """A value of the network, as a part."""
        name, found = node.inputs[at] if at < len(node.inputs) else "", self.given(node, at)
        if isinstance(found, Scaled):
            found = self.known[name] = self.solid(found)
        if not isinstance(found, Tensor):
            raise Refused("Its input {at} must be values of the network.", at=at + 1)
        return found

    def constant(self, node: Operator, at: int) -> Constant:
        found = self.optional(node, at)
        if found is None:
            raise Refused("Its input {at} must be a constant.", at=at + 1)
        return found

    def optional(self, node: Operator, at: int) -> Constant | None:
        found = self.given(node, at)
        if found is not None and not isinstance(found, np.ndarray):
            raise Refused("Its input {at} must be a constant.", at=at + 1)
        return found

    def is_used_once(self, node: Operator, at: int) -> bool:
        return self.uses[node.inputs[at]] == 1

    def axes(self, node: Operator, at: int = 1) -> list[int]:
        """Axes, which later versions have as an input and earlier ones as an attribute."""
        found = self.optional(node, at)
        listed = node.attributes.get("axes", []) if found is None else [int(axis) for axis in found.ravel()]
        return listed if isinstance(listed, list) else []

    def only(self, node: Operator, name: str, usual: Any, *allowed: Any) -> None:
        """An attribute that can be nothing else here."""
        got = node.attributes.get(name, usual)
        if got not in (usual, *allowed):
            raise Refused("expected {expected}, got {got}", name, expected=shown(usual), got=shown(got))

    # Scales and offsets

    def solid(self, scaled: Scaled) -> Tensor:
        """The part that scales: with one number, as a normalization, or as one that can turn signs too."""
        of, scale, offset = scaled.of, scaled.scale, scaled.offset
        if scale.size == offset.size == 1:
            layer: Layer = made(Rescaling, scale=float(scale[0]), offset=float(offset[0]))
            return replace(self.add(layer, of), look=of.look, picture=of.picture)
        size = max(scale.size, offset.size)
        scale, offset = np.broadcast_to(scale, size), np.broadcast_to(offset, size)
        if of.look == "flat_first":
            at = order_of(of.picture)
            scale, offset = scale[at], offset[at]
        if (scale > 0).all():
            mean, variance = (-offset / scale).tolist(), (1 / scale**2).tolist()
            tensor = self.add(made(Normalization, mean=tuple(mean), variance=tuple(variance)), of)
        else:
            layer = BatchNormalization()
            zero, one = np.zeros(size, np.float32), np.ones(size, np.float32)
            gamma = (scale * np.sqrt(1 + layer.epsilon)).astype(np.float32)
            tensor = self.add(layer, of, arrays=(gamma, offset.astype(np.float32), zero, one))
        return replace(tensor, look=of.look, picture=of.picture)


def made(kind: type[Layer], **values: Any) -> Layer:
    """The layer with these settings. Raises Refused for what it does not take."""
    try:
        return kind(**values)
    except SettingError as error:
        expected = error.limit.expected()
        raise Refused("expected {expected}, got {got}", error.name, expected=expected, got=shown(error.got)) from error


def order_of(picture: Shape) -> NDArray[np.intp]:
    """For each value of a picture flattened with channels last, where it stands with channels first."""
    height, width, channels = picture
    return np.arange(prod(picture)).reshape(channels, height, width).transpose(1, 2, 0).ravel()
