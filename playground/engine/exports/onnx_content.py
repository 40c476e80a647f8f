"""A network as an .onnx file: opset 20, input `data`, output `prediction`, any number of rows.

Of a table of one's own `data` are its columns as they are, and their preparation is part of the network.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import onnx
from onnx import TensorProto, helper, numpy_helper

import playground
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.files.plain import plain_document
from playground.document.graph import OUTPUT
from playground.document.settings import ViewSettings
from playground.frames.arrays import Floats
from playground.operators.network import INPUT, OPSET, PREDICTION, RECORD, network_sheet
from playground.operators.sheet import Sheet
from playground.tables.raw import raw_columns, told

# The newest version of the file itself that goes with the opset, and not newer, so that older readers take it.
FILE_VERSION = 9


def onnx_content(document: Document, inputs: int, arrays: Mapping[str, tuple[Floats, ...]]) -> bytes:
    """The network with these arrays by node, checked by ONNX's own rules. inputs: how many values it sees of a row."""
    columns, shapes = raw_columns(document.data.own), flow(document).shapes
    sheet = network_sheet(document.graph, shapes, arrays, columns)
    row = "rows"
    given = helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [row, len(columns) or inputs])
    made = helper.make_tensor_value_info(PREDICTION, TensorProto.FLOAT, [row, *shapes[OUTPUT]])
    file = helper.make_model(
        helper.make_graph(_operators(sheet), "network", [given], [made], _weights(sheet)),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="Playground",
        producer_version=playground.__version__,
        ir_version=FILE_VERSION,
    )
    names = {node.id: node.name for node in document.graph.nodes if node.name}
    facts: dict[str, object] = {"inputs": document.data.input_names, "names": names, RECORD: _record(document)}
    if columns and document.data.own is not None:
        facts |= told(columns, document.data.own)
    helper.set_model_props(file, {key: json.dumps(value, ensure_ascii=False) for key, value in facts.items()})
    onnx.checker.check_model(file, full_check=True)
    return bytes(file.SerializeToString())


def _operators(sheet: Sheet) -> list[onnx.NodeProto]:
    return [
        helper.make_node(put.kind, put.inputs, put.outputs, name=put.outputs[0], **put.settings)
        for put in sheet.operators
    ]


def _weights(sheet: Sheet) -> list[onnx.TensorProto]:
    return [numpy_helper.from_array(values, name) for name, values in sheet.weights.items()]


def _record(document: Document) -> dict[str, object]:
    """The network and its settings, so that it comes back as it was drawn; no data, notes or rivals."""
    data = replace(document.data, own=None)
    return plain_document(replace(document, data=data, notes=(), rivals=(), view=ViewSettings()))
