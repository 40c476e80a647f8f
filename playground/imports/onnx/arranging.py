"""Operators on pictures, and those that only arrange values anew."""

from __future__ import annotations

from dataclasses import replace
from math import prod

import numpy as np

from playground.document.layers.layer import Layer, Shape
from playground.document.layers.pictures import AveragePooling2D, Conv2D, GlobalAveragePooling2D, MaxPooling2D
from playground.document.layers.sequences import Embedding, Recurrent
from playground.document.layers.shaping import Flatten, Reshape
from playground.imports.onnx.model import Operator
from playground.imports.onnx.translator import ROWS, Constant, Scaled, Tensor, Translator, made
from playground.imports.refused import Refused, shown

TO_CHANNELS_FIRST, TO_CHANNELS_LAST, TIME = (0, 3, 1, 2), (0, 2, 3, 1), (1, 0, 2)
POOLINGS: dict[str, type[Layer]] = {"MaxPool": MaxPooling2D, "AveragePool": AveragePooling2D}


def conv(t: Translator, node: Operator) -> Tensor:
    tensor, weights = _picture(t, node), t.constant(node, 1)
    t.only(node, "group", 1)
    t.only(node, "dilations", [1, 1], None)
    if weights.ndim != 4:
        raise Refused("Only pictures of two directions are known here.")
    filters, _, *kernel = map(int, weights.shape)
    strides = _same(node, "strides", node.attributes.get("strides") or [1, 1])
    size = _same(node, "kernel_shape", kernel)
    padding, bias = _padding(node, tensor.shape, size, strides), t.optional(node, 2)
    if weights.shape[1] != tensor.shape[-1] or (bias is not None and bias.shape != (filters,)):
        raise Refused(
            "The array is of shape {got} where {shape} belongs.",
            got=list(weights.shape),
            shape=[filters, tensor.shape[-1], size, size],
        )
    arrays = [np.ascontiguousarray(weights.transpose(2, 3, 1, 0), np.float32)]
    arrays += [] if bias is None else [np.ascontiguousarray(bias, np.float32)]
    layer = made(
        Conv2D, filters=filters, kernel_size=size, strides=strides, padding=padding, activation="linear",
        use_bias=bias is not None,
    )  # fmt: skip
    return t.add(layer, tensor, arrays=tuple(arrays), look="channels_first")


def pool(t: Translator, node: Operator) -> Tensor:
    tensor = _picture(t, node)
    t.only(node, "ceil_mode", 0)
    t.only(node, "dilations", [1, 1], None)
    size = _same(node, "kernel_shape", node.attributes.get("kernel_shape") or [])
    strides = _same(node, "strides", node.attributes.get("strides") or [1, 1])
    if strides != size:
        raise Refused("expected {expected}, got {got}", "strides", expected=str(size), got=str(strides))
    padding = _padding(node, tensor.shape, size, strides)
    if node.kind == "AveragePool" and padding == "same":
        t.only(node, "count_include_pad", 0)
    return t.add(made(POOLINGS[node.kind], pool_size=size, padding=padding), tensor, look="channels_first")


def global_average(t: Translator, node: Operator) -> Tensor:
    return t.add(GlobalAveragePooling2D(), _picture(t, node), look="pooled")


def reduce_mean(t: Translator, node: Operator) -> Tensor:
    tensor, axes = t.tensor(node, 0), sorted(axis % 4 for axis in t.axes(node))
    wanted = [1, 2] if tensor.look == "plain" else [2, 3]
    if len(tensor.shape) != 3 or axes != wanted or tensor.look not in ("plain", "channels_first"):
        raise Refused("expected {expected}, got {got}", "axes", expected=shown(wanted), got=shown(axes))
    keeps = node.attributes.get("keepdims", 1)
    return t.add(GlobalAveragePooling2D(), tensor, look="pooled" if keeps else "plain")


def _picture(t: Translator, node: Operator) -> Tensor:
    tensor = t.tensor(node, 0)
    if tensor.look != "channels_first":
        raise Refused("Only pictures of two directions are known here.")
    return tensor


def _same(node: Operator, name: str, sizes: list[int]) -> int:
    if len(sizes) != 2 or sizes[0] != sizes[1]:
        raise Refused("All of these must be the same here: {got}.", name, got=shown(sizes))
    return int(sizes[0])


def _padding(node: Operator, shape: Shape, size: int, strides: int) -> str:
    """Keras's word for the zeros around a picture, where it has one for them."""
    auto = node.attributes.get("auto_pad", "NOTSET")
    if auto in ("VALID", "SAME_UPPER"):
        return "valid" if auto == "VALID" else "same"
    pads = list(node.attributes.get("pads") or [0] * 4)
    if auto == "NOTSET" and not any(pads):
        return "valid"
    total = [max((-(-length // strides) - 1) * strides + size - length, 0) for length in shape[:2]]
    same = [half // 2 for half in total] + [half - half // 2 for half in total]
    if auto != "NOTSET" or pads != same:
        raise Refused("expected {expected}, got {got}", "pads", expected=f"0 / {same}", got=shown(pads or auto))
    return "same"


# Shapes


def transpose(t: Translator, node: Operator) -> Tensor:
    tensor, order = t.tensor(node, 0), tuple(node.attributes.get("perm") or ())
    swaps = {
        (TO_CHANNELS_FIRST, "plain", 3): "channels_first", (TO_CHANNELS_LAST, "channels_first", 3): "plain",
        (TIME, "plain", 2): "time_first", (TIME, "time_first", 2): "plain",
    }  # fmt: skip
    look = swaps.get((order, tensor.look, len(tensor.shape)))
    if look is None:
        raise Refused(
            "expected {expected}, got {got}", "perm", expected="[0, 3, 1, 2] / [1, 0, 2]", got=shown(list(order))
        )
    return replace(tensor, look=look)  # type: ignore[arg-type]


def flatten(t: Translator, node: Operator) -> Tensor:
    t.only(node, "axis", 1)
    return _flat(t, t.tensor(node, 0))


def _flat(t: Translator, tensor: Tensor) -> Tensor:
    if tensor.look == "pooled":
        return replace(tensor, look="plain")
    if tensor.look == "channels_first":
        shape = tensor.shape
        made_flat = t.add(Flatten(), tensor)
        is_alike = shape[2] == 1 or shape[0] * shape[1] == 1
        return made_flat if is_alike else replace(made_flat, look="flat_first", picture=shape)
    if tensor.look not in ("plain", "flat_first"):
        raise Refused("Its inputs have their axes in different orders.")
    return tensor if len(tensor.shape) == 1 else t.add(Flatten(), tensor)


def reshape(t: Translator, node: Operator) -> Tensor | Constant:
    known = t.given(node, 0)
    given = t.constant(node, 1).ravel().tolist() if len(node.inputs) > 1 else node.attributes.get("shape")
    target = list(map(int, given or []))
    if isinstance(known, np.ndarray):
        return known.reshape(target)
    tensor = t.tensor(node, 0)
    sizes = _sizes(target, tensor)
    if len(sizes) == 1:
        return _flat(t, tensor)
    if sizes == tensor.shape and tensor.look == "plain":
        return tensor
    if tensor.look != "plain" and not (tensor.look == "pooled" and sizes[1:] == (1, 1)):
        raise Refused("Its inputs have their axes in different orders.")
    takers = [other for other in t.model.nodes if node.outputs[0] in other.inputs]
    turned = all(taker.kind == "Transpose" for taker in takers)
    if len(sizes) == 3 and not turned:
        if sizes[0] != 1:
            raise Refused("It makes a picture of {count} channels of a row of values.", count=sizes[0])
        return t.add(made(Reshape, target=(*sizes[1:], 1)), tensor, look="channels_first")
    return t.add(made(Reshape, target=sizes), tensor)


def _sizes(target: list[int], tensor: Tensor) -> Shape:
    """The shape without the rows, -1 filled in."""
    if len(target) < 2:
        raise Refused("It leaves the rows of a batch not as they are: {got}.", got=shown(target))
    first, sizes = target[0], target[1:]
    whole = prod(tensor.shape)
    shape = tensor.shape if tensor.look != "channels_first" else (tensor.shape[2], *tensor.shape[:2])
    sizes = [shape[at] if size == 0 and at < len(shape) else size for at, size in enumerate(sizes)]
    known = prod(size for size in sizes if size != -1)
    if sizes.count(-1) == 1 and known > 0 and whole % known == 0:
        sizes = [whole // known if size == -1 else size for size in sizes]
    is_rows = first in (ROWS, -1, 0, 1)
    if not is_rows or prod(sizes) != whole or any(size < 1 for size in sizes):
        raise Refused("It leaves the rows of a batch not as they are: {got}.", got=shown(target))
    return tuple(sizes)


def squeeze(t: Translator, node: Operator) -> Tensor | Constant:
    known, axes = t.given(node, 0), t.axes(node)
    if isinstance(known, np.ndarray):
        return np.squeeze(known, tuple(axes) or None)
    tensor = t.tensor(node, 0)
    if tensor.look == "pooled" and sorted(axis % 4 for axis in axes) == [2, 3]:
        return replace(tensor, look="plain")
    if (tensor.look, axes) in (("steps", [1]), ("state", [0])):
        return replace(tensor, look="time_first" if tensor.look == "steps" else "plain")
    if tensor.look == "plain" and len(axes) == 1 and len(tensor.shape) > 1:
        at = axes[0] - 1 if axes[0] > 0 else axes[0] % (len(tensor.shape) + 1) - 1
        if 0 <= at < len(tensor.shape) and tensor.shape[at] == 1:
            return t.add(made(Reshape, target=tensor.shape[:at] + tensor.shape[at + 1 :]), tensor)
    raise Refused("expected {expected}, got {got}", "axes", expected="[1]", got=shown(axes))


def unsqueeze(t: Translator, node: Operator) -> Tensor | Constant:
    known, axes = t.given(node, 0), t.axes(node)
    if isinstance(known, np.ndarray):
        return np.expand_dims(known, tuple(axes))
    tensor = t.tensor(node, 0)
    at = axes[0] % (len(tensor.shape) + 2) if len(axes) == 1 else 0
    if tensor.look != "plain" or not 1 <= at <= len(tensor.shape) + 1:
        raise Refused("expected {expected}, got {got}", "axes", expected="[1]", got=shown(axes))
    return t.add(made(Reshape, target=(*tensor.shape[: at - 1], 1, *tensor.shape[at - 1 :])), tensor)


def gather(t: Translator, node: Operator) -> Tensor | Constant:
    """A row of a table for each number; or the last step of a sequence."""
    known, at, axis = t.given(node, 0), t.given(node, 1), node.attributes.get("axis", 0)
    if isinstance(known, np.ndarray) and isinstance(at, np.ndarray):
        return np.asarray(np.take(known, at, axis=axis))
    if isinstance(known, np.ndarray) and isinstance(at, Tensor | Scaled) and known.ndim == 2 and axis == 0:
        table = made(Embedding, input_dim=int(known.shape[0]), output_dim=int(known.shape[1]))
        return t.add(table, t.tensor(node, 1), arrays=(np.ascontiguousarray(known, np.float32),))
    tensor, place = t.tensor(node, 0), t.constant(node, 1)
    layer, time = t.layer_of(tensor), {"time_first": 0, "plain": 1}.get(tensor.look)
    last = place.size == 1 and int(place.ravel()[0]) in (-1, tensor.shape[0] - 1)
    if not (isinstance(layer, Recurrent) and last and axis == time and t.is_used_once(node, 0)):
        raise Refused("Its values are taken apart, which is not known here.")
    return t.rebuilt(tensor, replace(layer, return_sequences=False))


def shape_of(t: Translator, node: Operator) -> Constant:
    """A value's shape as the file has it, the rows by a number that stands for them."""
    known = t.given(node, 0)
    if isinstance(known, np.ndarray):
        return np.array(known.shape, np.int64)
    tensor = t.tensor(node, 0)
    shape = tensor.shape
    match tensor.look:
        case "plain" | "flat_first":
            sizes = (ROWS, *shape)
        case "channels_first":
            sizes = (ROWS, shape[2], *shape[:2])
        case "pooled":
            sizes = (ROWS, *shape, 1, 1)
        case "time_first":
            sizes = (shape[0], ROWS, *shape[1:])
        case _:
            raise Refused("The operation {got} is not one that is known here.", got=node.kind)
    return np.array(sizes, np.int64)
