"""Our own file: the document that it tells of, where its operators are just those that this document is written as.

What is told is data, and proves nothing. It is written down once more, with the file's own numbers, and taken only
where each operator, setting and number of the file comes of it; else the operators are read, as of any other file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.document.document import Document
from playground.document.files.checked import FileError, list_of, record_of
from playground.document.files.file import document_of
from playground.document.graph import DATA
from playground.document.own_data import MOST_COLUMNS, RawColumn
from playground.document.words import Words, words
from playground.imports.building import on_data
from playground.imports.found import DATA_PART, Array, Imported
from playground.imports.onnx.model import Model
from playground.imports.plain_json import read_json
from playground.imports.refused import Refused, shown
from playground.imports.shapes import Shapes, array_shapes
from playground.operators.network import INPUT, OPSET, PREDICTION, RECORD, arrays_in, network_sheet
from playground.operators.sheet import Sheet

COLUMNS = "columns"
TOLD = (RECORD, COLUMNS)
# What a record that is not what its file computes can end in, deep inside of what writes it.
ASTRAY = (Refused, FileError, ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError)


def recorded(model: Model) -> Imported | None:
    """The document with the file's weights; None where the file does not compute what it tells."""
    try:
        document = document_of(read_json(model.facts[RECORD]))
        columns = tuple(map(_column, list_of(read_json(model.facts.get(COLUMNS, b"[]")), COLUMNS, MOST_COLUMNS)))
        return _proven(model, replace(document, data=replace(document.data, own=None)), columns)
    except ASTRAY:
        return None


def _column(content: Any) -> RawColumn:
    column = RawColumn(**record_of(content, COLUMNS, {"name", "middle", "size", "unit", "words"}))
    of_words = list_of(column.words, COLUMNS, MOST_COLUMNS)
    if not all(isinstance(word, str) for word in (column.name, column.unit, *of_words)):
        raise TypeError
    return replace(column, middle=float(column.middle), size=float(column.size), words=tuple(of_words))


def _proven(model: Model, document: Document, columns: tuple[RawColumn, ...]) -> Imported | None:
    """Shapes and weights within bounds first, then all that is written of them held against the file."""
    (name, (rows, width)), graph = model.inputs[0], document.graph
    seen = sum(column.wide for column in columns) if columns else width
    if (name, rows, model.outputs, model.opset) != (INPUT, None, [PREDICTION], OPSET) or not seen:
        return None
    if columns and len(columns) != width:
        return None
    shapes, arrays = _filled(model, document, (seen,))
    sheet = network_sheet(graph, shapes, arrays, columns, most=max(len(model.nodes), len(model.constants)))
    if not _is_same(model, sheet):
        return None
    return on_data(document, seen, arrays, (_prepared(columns),) if columns else ())


def _prepared(columns: tuple[RawColumn, ...]) -> Words:
    names = shown(", ".join(column.name for column in columns))
    return words("The file prepares columns of a table: {names}. Here the table does that itself.", names=names)


def _filled(
    model: Model, document: Document, data: tuple[int, ...]
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[Array, ...]]]:
    """The shape after each node of the network, and the arrays of those that have some."""
    graph, whole, places = document.graph, Shapes(data), {DATA: DATA_PART}
    shapes, arrays = {DATA: data}, dict[str, tuple[Array, ...]]()
    for node_id in graph.trained:
        if node_id == DATA:
            continue
        layer, sources = graph.by_id[node_id].layer, [at for at in graph.sources[node_id] if at in places]
        shapes[node_id] = whole.add(layer, tuple(places[source] for source in sources))
        places[node_id] = len(places) - 1
        found = arrays_in(model.constants, node_id, layer)
        if [array.shape for array in found] != list(array_shapes(layer, shapes[sources[0]])):
            raise ValueError
        if found:
            arrays[node_id] = tuple(np.ascontiguousarray(array, np.float32) for array in found)
    return shapes, arrays


def _is_same(model: Model, sheet: Sheet) -> bool:
    if len(sheet.operators) != len(model.nodes) or sheet.weights.keys() != model.constants.keys():
        return False
    for put, node in zip(sheet.operators, model.nodes, strict=True):
        if (put.kind, list(put.inputs), list(put.outputs)) != (node.kind, node.inputs, node.outputs):
            return False
        if put.settings.keys() != node.attributes.keys():
            return False
        if any(_plain(value) != _plain(node.attributes[name]) for name, value in put.settings.items()):
            return False
    return all(_are_equal(values, model.constants[name]) for name, values in sheet.weights.items())


def _plain(value: Any) -> Any:
    """As a file keeps it, whose numbers are of 32 bits."""
    return float(np.float32(value)) if isinstance(value, float) else value


def _are_equal(written: NDArray[Any], read: NDArray[Any]) -> bool:
    kept = written.astype(read.dtype)
    return kept.shape == read.shape and kept.tobytes() == np.ascontiguousarray(read).tobytes()
