"""What leaves as .keras or ONNX comes back as the same network, with the same outputs."""

import json
import os
from dataclasses import replace

import numpy as np
import onnx
import onnxruntime
import pytest
from random_networks import network

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.formula.formula import folded
from playground.document.formula.parser import parse
from playground.document.graph import DATA, OUTPUT
from playground.document.keras_call import PLAYGROUND_UNIFORM
from playground.document.layers import activations as act
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import (
    BatchNormalization,
)
from playground.engine.exports.export import EXPORTERS
from playground.engine.lasting import begin_with
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.imports.reading import read

# So many take a few seconds; all layers and joins occur in them.
MANY = int(os.environ.get("REIMPORTS", "30"))
EACH = 5


def plain(document):
    """The layers in their order, each with the kinds and places of its sources: what stays of it without names."""
    order = [node_id for node_id in document.graph.trained if node_id not in (DATA, OUTPUT)]
    sources = document.graph.sources
    places = {node_id: at for at, node_id in enumerate(order)}
    layers = [_plain(document.graph.by_id[node_id].layer) for node_id in order]
    return sorted(
        str((layer, sorted(str(layers[places[s]]) if s in places else "" for s in sources[node_id])))
        for layer, node_id in zip(layers, order, strict=True)
    )


def _plain(layer):
    if isinstance(layer, act.Formula):
        return folded(parse(layer.formula))
    if getattr(layer, "kernel_initializer", "") == PLAYGROUND_UNIFORM:
        layer = replace(layer, kernel_initializer="zeros")
    if getattr(layer, "bias_initializer", "") == "playground_bias":
        # A file says that it is a constant, and not whose.
        layer = replace(layer, bias_initializer="zeros")
    return layer


@pytest.mark.parametrize("first", range(0, MANY, EACH))
def test_a_random_network_comes_back_the_same(first, tmp_path):
    for seed in range(first, min(first + EACH, MANY)):
        document = network(seed)
        if not can_train(document):
            continue
        session = Session(document, Loops())
        for name in ("keras", "onnx"):
            (tmp_path / f"out.{name}").write_bytes(EXPORTERS[name].content(session))
        found = read(tmp_path / "out.keras")
        assert plain(found.document) == plain(document), seed
        again = Session(replace(found.document, data=document.data), Loops())
        begin_with(again, found.weights)
        x = np.asarray(session.arrays.train_x)
        ours = np.asarray(session.keras_network()(x, training=False))
        np.testing.assert_allclose(
            np.asarray(again.keras_network()(x, training=False)), ours, atol=1e-5, err_msg=str(seed)
        )
        found, weights = read(tmp_path / "out.onnx"), session.weights_by_node()
        assert found.document == document, seed
        for node, arrays in found.weights.items():
            for ours, theirs in zip(weights[node], arrays, strict=False):
                np.testing.assert_array_equal(theirs, ours, err_msg=f"{seed} {node}")


@pytest.fixture(scope="module")
def own_file():
    """A file of ours, as onnx reads it, and the document in it."""
    document, dense = edits.add_node(edits.choose_data(Document(), "iris"), Dense(3, "relu"), 0, 0, DATA)
    document, scaled = edits.add_node(document, BatchNormalization(), 0, 0, dense)
    document, last = edits.add_node(document, Dense(3, "softmax", kernel_initializer="he_normal"), 0, 0, scaled)
    document = edits.connect(document, last, OUTPUT)
    return EXPORTERS["onnx"].content(Session(document, Loops())), document


def told(file):
    """The entry of the metadata with the document."""
    return next(entry for entry in file.metadata_props if entry.key == "document")


def change_layer(id, **settings):
    def change(file):
        record = json.loads(told(file).value)
        next(node for node in record["graph"]["nodes"] if node["id"] == id).update(settings)
        told(file).value = json.dumps(record)

    return change


def change_text(old, new):
    def change(file):
        told(file).value = told(file).value.replace(old, new)

    return change


def other_edge(file):
    record = json.loads(told(file).value)
    record["graph"]["edges"] = [["data", "dense_2"], ["dense_2", "output"]]
    told(file).value = json.dumps(record)


def other_operator(file):
    next(node for node in file.graph.node if node.op_type == "Relu").op_type = "Tanh"


# Each says of its layers what its operators do not compute, or nothing that can be read.
LIES = {
    "another function": change_layer("dense_1", activation="tanh"),
    "fewer units": change_layer("dense_1", units=2),
    "endless units": change_layer("dense_1", units=10**9),
    "another epsilon": change_layer("batch_normalization_1", epsilon=0.5),
    "a layer less": other_edge,
    "an unknown setting": change_layer("dense_1", code="import os"),
    "a name for an id": change_text("dense_1", "../dense_1"),
    "nested without end": lambda file: setattr(told(file), "value", "[" * 100_000),
    "no JSON": lambda file: setattr(told(file), "value", "\0{"),
    "told twice": lambda file: file.metadata_props.append(told(file)),
    "of columns that it has not": lambda file: file.metadata_props.add(
        key="columns", value=json.dumps([{"name": "a", "middle": 9, "size": 2, "unit": "", "words": []}] * 4)
    ),
    "columns of endless words": lambda file: file.metadata_props.add(
        key="columns", value=json.dumps([{"name": "a", "words": ["b"] * 5_000}] * 4)
    ),
    "other operators": other_operator,
    "a newer opset": lambda file: setattr(file.opset_import[0], "version", 21),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_a_file_says_of_itself_never_changes_what_it_computes(own_file, lie, tmp_path):
    content, document = own_file
    file = onnx.load_from_string(content)
    LIES[lie](file)
    (tmp_path / "lie.onnx").write_bytes(file.SerializeToString())
    found = read(tmp_path / "lie.onnx")
    assert [remark.sentence for remark in found.remarks] == [
        "What the file says of its layers is not what it computes, and was not used."
    ]
    again = Session(replace(found.document, data=document.data), Loops())
    begin_with(again, found.weights)
    x = np.asarray(again.arrays.train_x)
    (expected,) = onnxruntime.InferenceSession(file.SerializeToString()).run(None, {"data": x})
    np.testing.assert_allclose(np.asarray(again.keras_network()(x, training=False)), expected, atol=1e-5)


def test_other_weights_are_taken_as_they_stand(own_file, tmp_path):
    content, document = own_file
    file = onnx.load_from_string(content)
    kernel = next(one for one in file.graph.initializer if one.name == "dense_1/kernel")
    kernel.raw_data = np.arange(12, dtype=np.float32).tobytes()
    (tmp_path / "other.onnx").write_bytes(file.SerializeToString())
    found = read(tmp_path / "other.onnx")
    assert (found.document, found.remarks) == (document, ())
    np.testing.assert_array_equal(found.weights["dense_1"][0], np.arange(12).reshape(4, 3))
