"""An ONNX file as layers of ours: its operators one after the other, each by what the table says of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import prod
from typing import Any

import numpy as np

from playground.document.layers import activations as act
from playground.document.layers.dense import Dense
from playground.document.layers.layer import ACTIVATIONS, Layer, Shape
from playground.document.layers.pictures import Conv2D
from playground.document.words import words
from playground.imports.absorbing import absorbed
from playground.imports.building import imported
from playground.imports.found import DATA_PART, MOST_VALUES, Found, Imported
from playground.imports.onnx import arranging, values
from playground.imports.onnx.model import MOST_ELEMENTS, Model, Operator, read_model
from playground.imports.onnx.recorded import TOLD, recorded
from playground.imports.onnx.recurrent import recurrent
from playground.imports.onnx.translator import Known, Look, Scaled, Tensor, Translator
from playground.imports.refused import Refused, quoted, shown
from playground.operators.network import RECORD

STEPS = 32
OF_CONSTANTS: dict[str, Callable[..., Any]] = {
    "Add": np.add, "Sub": np.subtract, "Mul": np.multiply, "Div": np.divide, "Sqrt": np.sqrt,
}  # fmt: skip
OWN_FUNCTIONS = (act.Sigmoid, act.Tanh, act.ReLU, act.SELU, act.GELU, act.SiLU, act.Softplus, act.Softmax)


def read_onnx(content: bytes) -> Imported:
    """The network in the bytes of an ONNX file. Raises Refused."""
    model = read_model(content, TOLD)
    _check_ends(model)
    if RECORD not in model.facts:
        return imported(_translated(model))
    known = recorded(model)
    if known is not None:
        return known
    found = _translated(model)
    found.remarks.append(words("What the file says of its layers is not what it computes, and was not used."))
    return imported(found)


def _check_ends(model: Model) -> None:
    if len(model.inputs) != 1:
        raise Refused("It has {count} inputs; here a network has one.", count=len(model.inputs))
    if len(model.outputs) != 1:
        raise Refused("It has {count} outputs; here a network has one.", count=len(model.outputs))


def _translated(model: Model) -> Found:
    """Its operators, one after the other."""
    first, found = _input(model)
    translator = Translator(model, found, first)
    for node in model.nodes:
        try:
            _take(translator, node)
        except Refused as refused:
            raise refused.within(node.place) from None
    return absorbed(_ended(translator), _own_function)


def _take(t: Translator, node: Operator) -> None:
    if node.kind in ("LSTM", "GRU", "RNN"):
        recurrent(t, node)
        return
    if node.kind not in OPERATORS:
        raise Refused("The operation {got} is not one that is known here.", got=shown(node.kind))
    if not node.outputs or any(name in t.known for name in node.outputs):
        raise Refused("Two values have this name.", quoted(next(iter(node.outputs), "")))
    try:
        t.known[node.outputs[0]] = _worked_out(t, node) if _is_constant(t, node) else OPERATORS[node.kind](t, node)
    except (ValueError, TypeError, IndexError, OverflowError, KeyError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("Its inputs or attributes do not go together.") from error


def _ended(t: Translator) -> Found:
    name, found = t.model.outputs[0], t.found
    known = t.known.get(name)
    if isinstance(known, Scaled):
        known = t.solid(known)
    if not isinstance(known, Tensor) or known.look not in ("plain", "pooled"):
        raise Refused("Its output is not known, or has its axes in another order.", quoted(name))
    taken = {source for part in found.parts for source in part.sources}
    loose = [at for at in range(len(found.parts)) if at not in taken and at != known.part]
    if loose or known.part != len(found.parts) - 1:
        raise Refused("A layer leads nowhere; several outputs are not known here.")
    return found


def _input(model: Model) -> tuple[Tensor, Found]:
    """The input, and how it looks; a picture's channels come first where nothing turns them."""
    name, sizes = model.inputs[0]
    takers = [node for node in model.nodes if name in node.inputs]
    look: Look = "plain"
    shape = sizes[1:]
    if len(sizes) == 3 and any(node.kind in ("LSTM", "GRU", "RNN") for node in takers):
        look, shape = "time_first", [sizes[0], sizes[2]]
    if len(shape) == 2 and shape[0] is None:
        shape = [STEPS, shape[1]]
    if not 2 <= len(sizes) <= 4 or any(size is None or not 1 <= size <= MOST_VALUES for size in shape):
        raise Refused("The shape of its input is not known: {got}.", quoted(name), got=shown(list(sizes)))
    whole: Shape = tuple(size for size in shape if size is not None)
    found = Found(whole)
    if len(whole) == 3 and not all(node.kind == "Transpose" for node in takers):
        look, found.shape = "channels_first", (*whole[1:], whole[0])
        if whole[0] > 1:
            found.remarks.append(words("In the file its pictures have their channels first; here they come last."))
    return Tensor(DATA_PART, found.shape, look), found


def _own_function(before: Layer, layer: Layer) -> Layer | None:
    """A function behind weighted sums is that layer's own."""
    if not isinstance(before, Dense | Conv2D) or before.activation != "linear":
        return None
    word = layer.applies if isinstance(layer, OWN_FUNCTIONS) or layer == act.ELU(1.0) else ""
    return replace(before, activation=word) if word in ACTIVATIONS else None


# Constants


def _is_constant(t: Translator, node: Operator) -> bool:
    """Whether it is a sum, product or root of constants alone."""
    return node.kind in OF_CONSTANTS and all(
        isinstance(t.given(node, at), np.ndarray) for at in range(len(node.inputs))
    )


def _worked_out(t: Translator, node: Operator) -> Known:
    given = [t.constant(node, at) for at in range(len(node.inputs))]
    if prod(np.broadcast_shapes(*(array.shape for array in given))) > MOST_ELEMENTS:
        raise Refused("It holds more than {most} numbers.", most=f"{MOST_ELEMENTS:,}")
    with np.errstate(all="ignore"):
        return np.asarray(OF_CONSTANTS[node.kind](*given))


def _constant(t: Translator, node: Operator) -> Known:
    value = next((found for name, found in node.attributes.items() if name.startswith("value")), None)
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, int | float) or (isinstance(value, list) and all(isinstance(v, int | float) for v in value)):
        whole = isinstance(value, int) or (isinstance(value, list) and all(isinstance(v, int) for v in value))
        return np.array(value, np.int64 if whole else np.float32)
    raise Refused("Its constant is of a kind that is not known here.")


def _of_shape(t: Translator, node: Operator) -> Known:
    """Only zeros, of which it does not matter how many there are."""
    value = node.attributes.get("value")
    if isinstance(value, np.ndarray) and value.any():
        raise Refused("Its constant is of a kind that is not known here.")
    return np.zeros(1, np.float32)


def _expand(t: Translator, node: Operator) -> Known:
    found = t.constant(node, 0)
    if found.any():
        raise Refused("Its constant is of a kind that is not known here.")
    return found


def _same(t: Translator, node: Operator) -> Known:
    found = t.given(node, 0)
    if found is None:
        raise Refused("Nothing comes into it.")
    return found


def _concat(t: Translator, node: Operator) -> Known:
    parts = [t.given(node, at) for at in range(len(node.inputs))]
    arrays = [np.atleast_1d(part) for part in parts if isinstance(part, np.ndarray)]
    if len(arrays) == len(parts):
        if sum(array.size for array in arrays) > MOST_ELEMENTS:
            raise Refused("It holds more than {most} numbers.", most=f"{MOST_ELEMENTS:,}")
        return np.concatenate(arrays, axis=node.attributes.get("axis", 0))
    return values.concatenate(t, node)


def _slice(t: Translator, node: Operator) -> Known:
    found = t.constant(node, 0)
    if found.ndim != 1 or len(node.inputs) < 3:
        raise Refused("Its values are taken apart, which is not known here.")
    start, stop = (int(t.constant(node, at).ravel()[0]) for at in (1, 2))
    step = t.optional(node, 4)
    return found[start : stop : 1 if step is None else int(step.ravel()[0])]


def _transpose(t: Translator, node: Operator) -> Known:
    found = t.given(node, 0)
    return (
        found.transpose(node.attributes.get("perm")) if isinstance(found, np.ndarray) else arranging.transpose(t, node)
    )


OPERATORS: dict[str, Callable[[Translator, Operator], Known]] = {
    **dict.fromkeys((*values.FUNCTIONS, "LeakyRelu", "Elu", "Selu", "Gelu", "Softmax", "HardSigmoid"), values.function),
    **dict.fromkeys(("Add", "Sub", "Mul", "Div"), values.join), **dict.fromkeys(values.MERGES, values.merge),
    **dict.fromkeys(("Identity", "Dropout", "Cast"), _same), **dict.fromkeys(arranging.POOLINGS, arranging.pool),
    "Constant": _constant, "ConstantOfShape": _of_shape, "Expand": _expand, "Concat": _concat, "Slice": _slice,
    "Gemm": values.gemm, "MatMul": values.matmul, "PRelu": values.prelu, "Clip": values.clip,
    "BatchNormalization": values.batch_normalization, "LayerNormalization": values.layer_normalization,
    "Conv": arranging.conv, "GlobalAveragePool": arranging.global_average, "ReduceMean": arranging.reduce_mean,
    "Transpose": _transpose, "Flatten": arranging.flatten, "Reshape": arranging.reshape, "Squeeze": arranging.squeeze,
    "Unsqueeze": arranging.unsqueeze, "Gather": arranging.gather, "Shape": arranging.shape_of,
}  # fmt: skip
