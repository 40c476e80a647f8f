"""Operators on every value, and those that join values."""

from __future__ import annotations

from dataclasses import replace
from math import isclose

import numpy as np

from playground.document.layers import activations as act
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer
from playground.document.layers.merging import Add, Average, Concatenate, Maximum, Multiply, Subtract
from playground.document.layers.normalization import BatchNormalization, LayerNormalization
from playground.document.layers.pictures import Conv2D
from playground.imports.onnx.model import Operator
from playground.imports.onnx.translator import Constant, Scaled, Tensor, Translator, made, order_of
from playground.imports.refused import Refused, shown

SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805
CALLED = ("exp", "log", "sqrt", "abs", "sin", "cos", "tan", "sign")
FUNCTIONS: dict[str, Layer] = {
    "Relu": act.ReLU(), "Sigmoid": act.Sigmoid(), "Tanh": act.Tanh(), "Softplus": act.Softplus(),
    **{word.capitalize(): act.Formula(f"{word}(x)") for word in CALLED},
    "Softsign": act.Formula("x / (1 + abs(x))"), "Neg": act.Formula("-x"), "Mish": act.Formula("x * tanh(softplus(x))"),
    "HardSwish": act.Formula("x * clip(x / 6 + 0.5, 0, 1)"),
}  # fmt: skip
SIGN = FUNCTIONS["Sign"]
MERGES: dict[str, type[Layer]] = {"Sum": Add, "Mean": Average, "Max": Maximum}


def function(t: Translator, node: Operator) -> Tensor:
    """One function of one value."""
    tensor = t.tensor(node, 0)
    if node.kind == "Relu" and t.layer_of(tensor) == SIGN and t.is_used_once(node, 0):
        t.change(tensor, act.Step())
        return tensor
    return _like(tensor, t.add(_function(t, node, tensor), tensor))


def _like(tensor: Tensor, changed: Tensor) -> Tensor:
    return replace(changed, look=tensor.look, picture=tensor.picture)


def _function(t: Translator, node: Operator, tensor: Tensor) -> Layer:
    attributes = node.attributes
    match node.kind:
        case "LeakyRelu":
            return made(act.LeakyReLU, slope=attributes.get("alpha", 0.01))
        case "Elu":
            return made(act.ELU, alpha=attributes.get("alpha", 1.0))
        case "Selu":
            alpha, scale = attributes.get("alpha", SELU_ALPHA), attributes.get("gamma", SELU_SCALE)
            if not (isclose(alpha, SELU_ALPHA, rel_tol=1e-4) and isclose(scale, SELU_SCALE, rel_tol=1e-4)):
                raise Refused("expected {expected}, got {got}", "alpha", expected=f"{SELU_ALPHA:.6g}", got=shown(alpha))
            return act.SELU()
        case "Gelu":
            t.only(node, "approximate", "none")
            return act.GELU()
        case "Softmax":
            rank = len(tensor.shape)
            usual = -1 if t.model.opset >= 13 else 1
            if tensor.look in ("channels_first", "flat_first") or node.attributes.get("axis", usual) not in (-1, rank):
                raise Refused(
                    "expected {expected}, got {got}", "axis", expected="-1", got=shown(attributes.get("axis"))
                )
            return act.Softmax()
        case "HardSigmoid":
            alpha, beta = attributes.get("alpha", 0.2), attributes.get("beta", 0.5)
            return made(act.Formula, formula=f"clip({alpha:.9g} * x + {beta:.9g}, 0, 1)")
    return FUNCTIONS[node.kind]


def prelu(t: Translator, node: Operator) -> Tensor:
    tensor, slope = t.tensor(node, 0), t.constant(node, 1)
    if tensor.look == "channels_first":
        slope = slope.reshape(-1) if slope.ndim == 3 and slope.shape[1:] == (1, 1) else slope.transpose(1, 2, 0)
    elif tensor.look == "flat_first" and slope.size > 1:
        slope = slope.reshape(-1)[order_of(tensor.picture)]
    alpha = _spread(slope, tensor)
    return _like(tensor, t.add(act.PReLU(), tensor, arrays=(np.ascontiguousarray(alpha, np.float32),)))


def _spread(values: Constant, tensor: Tensor) -> Constant:
    try:
        return np.broadcast_to(values, tensor.shape)
    except ValueError as error:
        got = ", ".join("×".join(map(str, shape)) for shape in (tensor.shape, values.shape))
        raise Refused("Its inputs are of shapes that it does not take: {got}.", got=got) from error


def clip(t: Translator, node: Operator) -> Tensor:
    tensor = t.tensor(node, 0)
    if t.model.opset >= 11:
        bounds = [t.optional(node, at) for at in (1, 2)]
        values = [None if bound is None else float(bound.reshape(-1)[0]) for bound in bounds]
    else:
        values = [node.attributes.get(name) for name in ("min", "max")]
    if node.outputs and any(taker.kind == "Gather" and node.outputs[0] in taker.inputs[1:2] for taker in t.model.nodes):
        # Rows that are looked up: the layer cuts them itself.
        return tensor
    low, high = values
    text = "x" if low is None else f"maximum(x, {low:.9g})"
    text = text if high is None else f"minimum({text}, {high:.9g})"
    return _like(tensor, t.add(made(act.Formula, formula=text), tensor))


def join(t: Translator, node: Operator) -> Tensor | Scaled:
    """Add, Sub, Mul and Div: of two values of the network, or of one with constants."""
    first, second = t.given(node, 0), t.given(node, 1)
    if isinstance(first, np.ndarray) or isinstance(second, np.ndarray):
        return _with_constant(t, node, isinstance(first, np.ndarray))
    left, right = t.tensor(node, 0), t.tensor(node, 1)
    if node.kind == "Mul" and (silu := _silu(t, left, right)) is not None:
        return silu
    kinds: dict[str, type[Layer]] = {"Add": Add, "Sub": Subtract, "Mul": Multiply}
    if node.kind not in kinds:
        raise Refused("The operation {got} is not one that is known here.", got=shown(node.kind))
    return _merged(t, kinds[node.kind], [left, right])


def _silu(t: Translator, left: Tensor, right: Tensor) -> Tensor | None:
    for x, gate in ((left, right), (right, left)):
        part = t.found.parts[gate.part] if gate.part >= 0 else None
        if part is not None and isinstance(part.layer, act.Sigmoid) and part.sources == (x.part,):
            t.change(gate, act.SiLU())
            return gate
    return None


def merge(t: Translator, node: Operator) -> Tensor:
    return _merged(t, MERGES[node.kind], [t.tensor(node, at) for at in range(len(node.inputs))])


def _merged(t: Translator, kind: type[Layer], tensors: list[Tensor]) -> Tensor:
    if len({(tensor.look, tensor.picture) for tensor in tensors}) > 1:
        raise Refused("Its inputs have their axes in different orders.")
    return tensors[0] if len(tensors) == 1 else _like(tensors[0], t.add(kind(), *tensors))


def concatenate(t: Translator, node: Operator) -> Tensor:
    tensors = [t.tensor(node, at) for at in range(len(node.inputs))]
    look, rank = tensors[0].look, len(tensors[0].shape)
    last = {"channels_first": (1, -3), "plain": (rank, -1)}.get(look, ())
    if any(tensor.look != look for tensor in tensors) or node.attributes.get("axis") not in last:
        raise Refused("expected {expected}, got {got}", "axis", expected="-1", got=shown(node.attributes.get("axis")))
    return _like(tensors[0], t.add(Concatenate(), *tensors))


def _with_constant(t: Translator, node: Operator, constant_first: bool) -> Tensor | Scaled:
    at = int(constant_first)
    values, known = t.constant(node, 1 - at), t.given(node, at)
    of = known.of if isinstance(known, Scaled) else t.tensor(node, at)
    numbers = _per_value(values, of)
    if node.kind == "Add" and isinstance(known, Tensor) and t.is_used_once(node, at) and _take_bias(t, of, numbers):
        return of
    scale, offset = (known.scale, known.offset) if isinstance(known, Scaled) else (np.ones(1), np.zeros(1))
    match node.kind, constant_first:
        case "Add", _:
            offset = offset + numbers
        case "Sub", False:
            offset = offset - numbers
        case "Sub", True:
            scale, offset = -scale, numbers - offset
        case "Mul", _:
            scale, offset = scale * numbers, offset * numbers
        case "Div", False if numbers.all():
            scale, offset = scale / numbers, offset / numbers
        case _:
            raise Refused("The operation {got} is not one that is known here.", got=shown(node.kind))
    return Scaled(of, scale, offset)


def _per_value(values: Constant, of: Tensor) -> Constant:
    """One number, or one for each value of the last axis of ours."""
    size = of.shape[-1]
    wanted = (size, 1, 1) if of.look == "channels_first" else (size,)
    shape = tuple(values.shape)
    while shape and len(shape) > len(wanted) and shape[0] == 1:
        shape = shape[1:]
    if values.size != 1 and shape != wanted:
        raise Refused("The array is of shape {got} where {shape} belongs.", got=list(values.shape), shape=list(wanted))
    return values.reshape(-1).astype(np.float64)


def _take_bias(t: Translator, tensor: Tensor, numbers: Constant) -> bool:
    """Whether the constants became the bias of the weighted sums before them."""
    layer = t.layer_of(tensor)
    if not isinstance(layer, Dense | Conv2D) or layer.use_bias or numbers.size != tensor.shape[-1]:
        return False
    t.change(tensor, replace(layer, use_bias=True), numbers.astype(np.float32))
    return True


def matmul(t: Translator, node: Operator) -> Tensor:
    return _dense(t, t.tensor(node, 0), t.constant(node, 1), None)


def gemm(t: Translator, node: Operator) -> Tensor:
    for name in ("alpha", "beta"):
        t.only(node, name, 1.0, 1)
    t.only(node, "transA", 0)
    weights, bias = t.constant(node, 1), t.optional(node, 2)
    return _dense(t, t.tensor(node, 0), weights.T if node.attributes.get("transB", 0) else weights, bias)


def _dense(t: Translator, tensor: Tensor, weights: Constant, bias: Constant | None) -> Tensor:
    if tensor.look not in ("plain", "flat_first", "time_first") or weights.ndim != 2:
        raise Refused("The array is of shape {got} where {shape} belongs.", got=list(weights.shape), shape=["…", "…"])
    if weights.shape[0] != tensor.shape[-1]:
        wanted = [tensor.shape[-1], weights.shape[1]]
        raise Refused("The array is of shape {got} where {shape} belongs.", got=list(weights.shape), shape=wanted)
    if tensor.look == "flat_first":
        weights = weights[order_of(tensor.picture)]
    units = int(weights.shape[1])
    arrays = [np.ascontiguousarray(weights, np.float32)]
    if bias is not None:
        if bias.size not in (1, units):
            raise Refused("The array is of shape {got} where {shape} belongs.", got=list(bias.shape), shape=[units])
        arrays.append(np.ascontiguousarray(np.broadcast_to(bias.reshape(-1), units), np.float32))
    layer = made(Dense, units=units, activation="linear", use_bias=bias is not None)
    changed = t.add(layer, tensor, arrays=tuple(arrays))
    return replace(changed, look="time_first") if tensor.look == "time_first" else changed


def batch_normalization(t: Translator, node: Operator) -> Tensor:
    tensor = t.tensor(node, 0)
    t.only(node, "training_mode", 0)
    if tensor.look not in ("plain", "channels_first") or (tensor.look == "plain" and len(tensor.shape) > 1):
        raise Refused("Its inputs have their axes in different orders.")
    arrays = tuple(_vector(t.constant(node, at), tensor.shape[-1]) for at in (1, 2, 3, 4))
    momentum = min(float(node.attributes.get("momentum", 0.9)), 0.9999)
    layer = made(BatchNormalization, epsilon=node.attributes.get("epsilon", 1e-5), momentum=momentum)
    return _like(tensor, t.add(layer, tensor, arrays=arrays))


def layer_normalization(t: Translator, node: Operator) -> Tensor:
    tensor = t.tensor(node, 0)
    t.only(node, "axis", -1, len(tensor.shape))
    if tensor.look != "plain":
        raise Refused("Its inputs have their axes in different orders.")
    size, beta = tensor.shape[-1], t.optional(node, 2)
    gamma = _vector(t.constant(node, 1), size)
    shift = np.zeros(size, np.float32) if beta is None else _vector(beta, size)
    layer = made(LayerNormalization, epsilon=node.attributes.get("epsilon", 1e-5))
    return t.add(layer, tensor, arrays=(gamma, shift))


def _vector(values: Constant, size: int) -> Constant:
    if values.shape != (size,):
        raise Refused("The array is of shape {got} where {shape} belongs.", got=list(values.shape), shape=[size])
    return np.ascontiguousarray(values, np.float32)
