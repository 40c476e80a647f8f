"""One weight or bias among all: where it stands, what it joins, and its number in a frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.document.document import Document
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.canvas.items.weights import Table
from playground.ui.text import feature_title, node_title

KERNEL, BIAS = 0, 1


@dataclass(frozen=True, slots=True)
class Weight:
    """A number of a Dense node: array KERNEL at place (input, unit), or BIAS at (unit,)."""

    node: str
    array: int
    place: tuple[int, ...]

    @property
    def unit(self) -> int:
        return self.place[-1]


def weights_of(frame: Frame, document: Document, node_id: str) -> tuple[Floats, Floats | None] | None:
    """A Dense node's kernel, (inputs, units), and biases; None where the frame's node is not the document's."""
    node, trained = document.graph.by_id.get(node_id), frame.graph.by_id.get(node_id)
    arrays = frame.weights.get(node_id, ())
    if node is None or trained is None or not isinstance(node.layer, Dense) or not arrays or arrays[0].ndim != 2:
        return None
    # An edited layer has not learned what the frame's had.
    return (arrays[0], arrays[1] if len(arrays) > 1 else None) if trained.layer == node.layer else None


def value_of(frame: Frame | None, document: Document, weight: Weight) -> float | None:
    """The weight's number in this frame; None where there is no such weight."""
    arrays = weights_of(frame, document, weight.node) if frame is not None else None
    array = arrays[weight.array] if arrays is not None else None
    if array is None or any(step >= size for step, size in zip(weight.place, array.shape, strict=True)):
        return None
    return float(array[weight.place])


def weight_title(document: Document, weight: Weight, inputs: int) -> str:
    """From where to where: "x₁ → Dense, neuron 3"; of a bias, "Bias of Dense, neuron 3". `inputs` come in all."""
    translate = QCoreApplication.translate
    layer = node_title(document.graph.by_id[weight.node], document)
    target = translate("Weights", "{layer}, neuron {number}").format(layer=layer, number=weight.unit + 1)
    if weight.array == BIAS:
        return translate("Weights", "Bias of {neuron}").format(neuron=target)
    sources, names, row = document.graph.sources[weight.node], document.data.input_names, weight.place[0]
    if sources == (DATA,) and len(names) == inputs:
        source = feature_title(names[row])
    else:
        before = document.graph.by_id[sources[0]] if sources else None
        neurons = before is not None and isinstance(before.layer, Dense)
        if neurons:
            words = translate("Weights", "{layer}, neuron {number}")
        else:
            words = translate("Weights", "{layer}, value {number}")
        source = words.format(layer=node_title(before, document) if before else "", number=row + 1)
    return translate("Weights", "{source} → {target}").format(source=source, target=target)


def weight_table(frame: Frame, document: Document, weight: Weight, turns: bool = False) -> Table | None:
    """The one number, for the label beside the pointer; `turns` where it is written there, to be turned."""
    value = value_of(frame, document, weight)
    if value is None:
        return None
    kernel, _ = weights_of(frame, document, weight.node) or (np.zeros((0, 0), np.float32), None)
    translate = QCoreApplication.translate
    row = translate("Weights", "bias") if weight.array == BIAS else translate("Weights", "weight")
    title = weight_title(document, weight, len(kernel))
    hint = translate("Weights", "Click to type another number")
    hint = translate("Weights", "Drag up or down to turn it, click to type") if turns else hint
    return Table(title, (row,), ("",), np.array([[value]], np.float32), None, (1, 1), hint)


def stepped(weight: Weight, across: int, down: int, size: tuple[int, int], has_bias: bool) -> Weight:
    """The weight so many neurons on and so many inputs down, around at the ends; a bias follows the last input."""
    inputs, units = size
    rows = inputs + has_bias
    row = (inputs if weight.array == BIAS else weight.place[0]) + down
    row, unit = row % rows, (weight.unit + across) % units
    return Weight(weight.node, BIAS, (unit,)) if row == inputs else Weight(weight.node, KERNEL, (row, unit))
