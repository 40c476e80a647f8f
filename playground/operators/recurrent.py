"""Layers that step through a sequence, as ONNX has them."""

from __future__ import annotations

import numpy as np

from playground.document.layers.sequences import GRU, LSTM, Recurrent
from playground.operators.functions import activated
from playground.operators.sheet import Floats, Sheet

# The activations that a recurrent operator has itself; for others it is written step by step.
INSIDE = {
    "tanh": "Tanh", "relu": "Relu", "sigmoid": "Sigmoid", "softplus": "Softplus", "elu": "Elu",
}  # fmt: skip
# Where each of ONNX's gates stands among Keras's: i f c o -> i o f c for an LSTM, z r h in both for a GRU.
GATES = {"LSTM": (0, 3, 1, 2), "GRU": (0, 1, 2), "SimpleRNN": (0,)}
RECURRENT = ("kernel", "recurrent_kernel", "bias")


def recurrent(sheet: Sheet, layer: Recurrent, x: str, arrays: tuple[Floats, ...], steps: int) -> str:
    """x: (rows, steps, features). arrays: kernel, recurrent kernel, bias; what comes behind is of random numbers."""
    kernel, own, bias = arrays[:3]
    if not _is_one_operator(layer):
        return _unrolled(sheet, layer, x, (kernel, own, bias), steps)
    settings: dict[str, object] = {"hidden_size": layer.units}
    if isinstance(layer, GRU):
        settings["linear_before_reset"] = 1
    elif not isinstance(layer, LSTM):
        settings["activations"] = [INSIDE[getattr(layer, "activation", "tanh")]]
    given = [sheet.weight(name, values) for name, values in _blocks(layer, kernel, own, bias).items()]
    operator = layer.kind if layer.kind in ("LSTM", "GRU") else "RNN"
    sequence = sheet.put("Transpose", x, perm=[1, 0, 2])
    every, last = sheet.put_several(2, operator, sequence, *given, **settings)
    if not layer.return_sequences:
        return sheet.put("Squeeze", last, sheet.whole(0))
    return sheet.put("Transpose", sheet.put("Squeeze", every, sheet.whole(1)), perm=[1, 0, 2])


def _is_one_operator(layer: Recurrent) -> bool:
    return getattr(layer, "activation", "tanh") in INSIDE


def keras_arrays(layer: Recurrent, kernel: Floats, own: Floats, bias: Floats) -> tuple[Floats, Floats, Floats]:
    """What `recurrent` wrote as Keras has it. Raises ValueError where the numbers are too few or too many."""
    if not _is_one_operator(layer):
        return kernel, own, bias
    gates = np.argsort(GATES[layer.kind])

    def turned(values: Floats) -> Floats:
        blocks = values.reshape(len(gates), layer.units, -1)[gates]
        found: Floats = blocks.reshape(len(gates) * layer.units, -1).T
        return found

    both = bias.reshape(2, len(gates), layer.units)[:, gates].reshape(2, -1)
    return turned(kernel), turned(own), both if isinstance(layer, GRU) else both[0]


def _blocks(layer: Recurrent, kernel: Floats, own: Floats, bias: Floats) -> dict[str, Floats]:
    """Keras's arrays as ONNX has them: gates below each other, (1, gates · units, inputs)."""
    gates, units = list(GATES[layer.kind]), layer.units

    def turned(values: Floats) -> Floats:
        blocks = values.reshape(len(values), len(gates), units)[:, gates]
        found: Floats = blocks.reshape(len(values), -1).T[None]
        return found

    # Two biases, of inputs and of its own state; of Keras's layers only a GRU has the second.
    biases = bias.reshape(-1, len(gates), units)[:, gates].reshape(-1)
    none = np.zeros(2 * len(gates) * units - biases.size, np.float32)
    return {"kernel": turned(kernel), "recurrent_kernel": turned(own), "bias": np.concatenate([biases, none])[None]}


def _unrolled(sheet: Sheet, layer: Recurrent, x: str, arrays: tuple[Floats, ...], steps: int) -> str:
    """A plain recurrent layer with an activation that ONNX's own has not."""
    kernel, own, bias = map(sheet.weight, RECURRENT, arrays)
    sums = sheet.put("Add", sheet.put("MatMul", x, kernel), bias)
    state, states = "", []
    for step in range(steps):
        total = sheet.put("Gather", sums, sheet.one_whole(step), axis=1)
        if state:
            total = sheet.put("Add", total, sheet.put("MatMul", state, own))
        state = activated(sheet, total, layer.applies or getattr(layer, "activation", "linear"))
        states.append(sheet.put("Unsqueeze", state, sheet.whole(1)) if layer.return_sequences else state)
    return sheet.put("Concat", *states, axis=1) if layer.return_sequences else state
