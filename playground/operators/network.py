"""A whole network as operators, from `data` to `prediction`, and its arrays found again among their constants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.document.graph import DATA, OUTPUT, Graph
from playground.document.layers.activations import PReLU
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer, Shape
from playground.document.layers.normalization import BatchNormalization, LayerNormalization
from playground.document.layers.pictures import Conv2D
from playground.document.layers.sequences import Embedding, Recurrent
from playground.document.own_data import RawColumn
from playground.operators.layers import layer_result
from playground.operators.preparing import prepared
from playground.operators.recurrent import RECURRENT, keras_arrays
from playground.operators.sheet import Sheet

INPUT, PREDICTION = "data", "prediction"
OPSET = 20
RECORD = "document"
"""The entry of a file's metadata with the document that was written, as the project file has it, without data."""

Arrays = tuple[NDArray[np.float32], ...]
NAMES: dict[type[Layer], tuple[str, ...]] = {
    Dense: ("kernel", "bias"), Conv2D: ("kernel", "bias"), Embedding: ("embeddings",),
    PReLU: ("alpha",),
    BatchNormalization: ("gamma", "beta", "mean", "variance"), LayerNormalization: ("gamma", "beta"),
}  # fmt: skip


def network_sheet(
    graph: Graph,
    shapes: Mapping[str, Shape],
    arrays: Mapping[str, Arrays],
    columns: Sequence[RawColumn] = (),
    most: int | None = None,
) -> Sheet:
    """Of the nodes between Data and Output, with shapes and arrays by their ids, behind what prepares the columns.

    Raises TooLongError where these are more than `most` operators or weights.
    """
    sheet, live = Sheet(most), set(graph.trained)
    values = {DATA: prepared(sheet, INPUT, columns) if columns else INPUT}
    for node_id in graph.trained:
        if node_id != DATA:
            sources = [source for source in graph.sources[node_id] if source in live]
            sheet.place, inputs = node_id, [values[source] for source in sources]
            shape = shapes[sources[0]]
            values[node_id] = layer_result(sheet, graph.by_id[node_id], inputs, arrays.get(node_id, ()), shape)
    sheet.put_as(PREDICTION, "Identity", values[OUTPUT])
    return sheet


def arrays_in(constants: Mapping[str, NDArray[Any]], place: str, layer: Layer) -> Arrays:
    """A node's arrays as Keras has them, of those that were written for it.

    Raises KeyError where one is not there, ValueError where its numbers are too few or too many.
    """
    names = RECURRENT if isinstance(layer, Recurrent) else NAMES.get(type(layer), ())
    if isinstance(layer, Dense | Conv2D) and not layer.use_bias:
        names = names[:1]
    found = tuple(constants[f"{place}/{name}"] for name in names)
    if isinstance(layer, Recurrent):
        return keras_arrays(layer, *found)
    return (found[0].transpose(2, 3, 1, 0), *found[1:]) if isinstance(layer, Conv2D) else found
