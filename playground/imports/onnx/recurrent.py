"""LSTM, GRU and RNN: gates in Keras's order, and the last state or all of them."""

from __future__ import annotations

from math import prod

import numpy as np

from playground.document.layers.sequences import GRU, LSTM, Recurrent, SimpleRNN
from playground.imports.found import Array
from playground.imports.onnx.model import Operator
from playground.imports.onnx.translator import Constant, Translator, made
from playground.imports.refused import Refused, shown

# Where each gate of Keras stands among ONNX's: i f c o of i o f c; z r h alike.
GATES: dict[str, tuple[type[Recurrent], tuple[int, ...]]] = {
    "LSTM": (LSTM, (0, 2, 3, 1)), "GRU": (GRU, (0, 1, 2)), "RNN": (SimpleRNN, (0,)),
}  # fmt: skip
USUAL = {"LSTM": ["Sigmoid", "Tanh", "Tanh"], "GRU": ["Sigmoid", "Tanh"]}
ACTIVATIONS = {"Tanh": "tanh", "Relu": "relu", "Sigmoid": "sigmoid"}


def recurrent(t: Translator, node: Operator) -> None:
    """Gives names to all that is used of its outputs."""
    tensor, (kind, order) = t.tensor(node, 0), GATES[node.kind]
    if tensor.look != "time_first" or len(tensor.shape) != 2:
        raise Refused("Its inputs have their axes in different orders.")
    t.only(node, "direction", "forward")
    t.only(node, "layout", 0)
    t.only(node, "input_forget", 0)
    for name in ("clip", "activation_alpha", "activation_beta"):
        t.only(node, name, None)
    units, features = int(node.attributes.get("hidden_size") or 0), tensor.shape[1]
    _check_states(t, node)
    values = _activation(node)
    if kind is GRU:
        t.only(node, "linear_before_reset", 1) if "linear_before_reset" in node.attributes else _no_reset()
    arrays = _arrays(t, node, units, features, order)
    used = [at for at, name in enumerate(node.outputs) if name and t.uses[name]]
    if used not in ([0], [1]):
        raise Refused("Its outputs {got} are used; here it gives all steps or the last one.", got=shown(used))
    layer = made(kind, units=units, return_sequences=used == [0], **values)
    t.known[node.outputs[used[0]]] = t.add(layer, tensor, arrays=arrays, look="steps" if used == [0] else "state")


def _no_reset() -> None:
    raise Refused("expected {expected}, got {got}", "linear_before_reset", expected="1", got="0")


def _check_states(t: Translator, node: Operator) -> None:
    for at in range(5, len(node.inputs)):
        first = t.optional(node, at)
        if at > 6 and first is not None:
            raise Refused("It has peepholes, which are not known here.")
        if first is not None and first.any():
            raise Refused("Its first state is not 0.")
    if len(node.inputs) > 4 and node.inputs[4]:
        raise Refused("It has sequences of several lengths.")


def _activation(node: Operator) -> dict[str, str]:
    listed = node.attributes.get("activations") or USUAL.get(node.kind, ["Tanh"])
    if node.kind in USUAL and listed != USUAL[node.kind]:
        raise Refused(
            "expected {expected}, got {got}", "activations", expected=shown(USUAL[node.kind]), got=shown(listed)
        )
    if node.kind in USUAL:
        return {}
    if len(listed) != 1 or listed[0] not in ACTIVATIONS:
        raise Refused("The activation {got} is not one that is known here.", "activations", got=shown(listed))
    return {"activation": ACTIVATIONS[listed[0]]}


def _arrays(
    t: Translator, node: Operator, units: int, features: int, order: tuple[int, ...]
) -> tuple[Array, Array, Array]:
    count = len(order)
    kernel = _shaped(t.constant(node, 1), (1, count * units, features))
    recurrent = _shaped(t.constant(node, 2), (1, count * units, units))
    bias = t.optional(node, 3)
    both = np.zeros((2, count * units)) if bias is None else _shaped(bias, (1, 2 * count * units)).reshape(2, -1)

    def gates(values: Constant) -> Constant:
        """(gates · units, …) in Keras's order."""
        return values.reshape(count, units, -1)[list(order)].reshape(count * units, -1)

    ordered = np.stack([gates(part).ravel() for part in both])
    summed = ordered if node.kind == "GRU" else ordered.sum(axis=0)
    found = (gates(kernel[0]).T, gates(recurrent[0]).T, summed)
    first, second, third = (np.ascontiguousarray(values, np.float32) for values in found)
    return first, second, third


def _shaped(values: Constant, shape: tuple[int, ...]) -> Constant:
    if values.shape != shape or not prod(shape):
        raise Refused("The array is of shape {got} where {shape} belongs.", got=list(values.shape), shape=list(shape))
    return values
