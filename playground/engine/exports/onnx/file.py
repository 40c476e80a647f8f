"""A network as an .onnx file: opset 20, input `data`, output `prediction`, any number of rows.

Of a table of one's own `data` are its columns as they are, and their preparation is part of the network.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import onnx
from onnx import TensorProto, helper

import playground
from playground.document.checks.shapes import flow
from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT
from playground.engine.build import Structure
from playground.engine.exports.onnx.layers import layer_result
from playground.engine.exports.onnx.preparing import prepared
from playground.engine.exports.onnx.sheet import Sheet
from playground.frames.arrays import Floats
from playground.tables.raw import raw_columns, told

OPSET = 20
# The newest version of the file itself that goes with it, and not newer, so that older readers take it.
FILE_VERSION = 9


def onnx_content(document: Document, spec: Structure, arrays: Mapping[str, tuple[Floats, ...]]) -> bytes:
    """The network with these arrays by node, checked by ONNX's own rules."""
    sheet, shapes = Sheet(), flow(document).shapes
    columns = raw_columns(document.data.own)
    values = {DATA: prepared(sheet, "data", columns) if columns else "data"}
    for node, sources in spec.nodes:
        if node.id != DATA:
            sheet.place, shape = node.id, shapes[sources[0]]
            found = layer_result(sheet, node, [values[source] for source in sources], arrays.get(node.id, ()), shape)
            values[node.id] = found
    sheet.put_as("prediction", "Identity", values[OUTPUT])
    row = "rows"
    given = helper.make_tensor_value_info("data", TensorProto.FLOAT, [row, len(columns) or spec.inputs])
    made = helper.make_tensor_value_info("prediction", TensorProto.FLOAT, [row, *shapes[OUTPUT]])
    graph = helper.make_graph(sheet.operators, "network", [given], [made], sheet.weights)
    opset = [helper.make_opsetid("", OPSET)]
    version = playground.__version__
    file = helper.make_model(
        graph, opset_imports=opset, producer_name="Playground", producer_version=version, ir_version=FILE_VERSION
    )
    names = {node.id: document.graph.by_id[node.id].name for node, _ in spec.nodes}
    given_names = {node: name for node, name in names.items() if name}
    facts: dict[str, object] = {"inputs": document.data.input_names, "names": given_names}
    if columns and document.data.own is not None:
        facts |= told(columns, document.data.own)
    helper.set_model_props(file, {key: json.dumps(value, ensure_ascii=False) for key, value in facts.items()})
    onnx.checker.check_model(file, full_check=True)
    return bytes(file.SerializeToString())
