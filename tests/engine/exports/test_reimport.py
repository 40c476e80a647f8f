"""What leaves as .keras or ONNX comes back as the same network, with the same outputs."""

import json
import os
import random
from dataclasses import replace

import numpy as np
import onnx
import onnxruntime
import pytest

from playground.document.checks.problems import can_train
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.formula.formula import folded
from playground.document.formula.parser import parse
from playground.document.graph import DATA, OUTPUT
from playground.document.keras_call import PLAYGROUND_UNIFORM
from playground.document.layers import activations as act
from playground.document.layers.augmenting import RandomFlip, RandomRotation, RandomTranslation
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add, Average, Concatenate, Maximum, Multiply, Subtract
from playground.document.layers.normalization import (
    BatchNormalization,
    LayerNormalization,
    Normalization,
    Rescaling,
    UnitNormalization,
)
from playground.document.layers.pictures import AveragePooling2D, Conv2D, GlobalAveragePooling2D, MaxPooling2D
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, LSTM, Embedding, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.engine.exports.export import EXPORTERS
from playground.engine.lasting import begin_with
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.imports.reading import read

# So many take a few seconds; all layers and joins occur in them.
MANY = int(os.environ.get("REIMPORTS", "30"))
EACH = 5
FLAT = (
    Dense(3, "relu", l1=0.1),
    Dense(4, "step"),
    Dense(2, "gelu", use_bias=False, kernel_initializer="he_normal"),
    Dense(5, "softmax"),
    Dense(3, "leaky_relu", trainable=False, bias_initializer="playground_bias"),
    act.Linear(),
    act.Step(),
    act.Sigmoid(),
    act.Tanh(),
    act.ReLU(),
    act.LeakyReLU(0.3),
    act.PReLU(0.1),
    act.ELU(0.5),
    act.SELU(),
    act.GELU(),
    act.SiLU(),
    act.Softplus(),
    act.Softmax(),
    act.Formula("x * sigmoid(1.5 * x)"),
    act.Formula("where(x > 0, x, -x / 3) + sin(x) ** 2"),
    act.Formula("step(x) + abs(x)"),
    Dropout(0.3),
    GaussianNoise(0.2),
    ActivityRegularization(0.1, 0.2),
    BatchNormalization(0.9, 0.01),
    LayerNormalization(0.01),
    UnitNormalization(),
    Rescaling(2.0, -1.0),
    Normalization((0.5,), (4.0,)),
    Embedding(7, 2),
    Reshape((1, 4)),
    Flatten(),
)
SEQUENCES = (
    LSTM(3),
    GRU(2),
    SimpleRNN(3, activation="relu"),
    LSTM(2, return_sequences=True),
    GRU(3, return_sequences=True),
    Flatten(),
    Dense(3, "tanh"),
    BatchNormalization(),
)
PICTURES = (
    RandomFlip("vertical"),
    RandomTranslation(0.2),
    RandomRotation(0.125),
    Conv2D(2, 2, padding="same", activation="step"),
    Conv2D(3, 3, 2, "same", "silu", l2=0.1),
    MaxPooling2D(2, "same"),
    AveragePooling2D(2, "same"),
    GlobalAveragePooling2D(),
    Flatten(),
    BatchNormalization(),
    act.PReLU(),
)
MERGES = (Add(), Subtract(), Multiply(), Average(), Maximum(), Concatenate())


def network(seed):
    """A random network that can train, of a chain that now and then branches and merges."""
    drawn = random.Random(seed)
    document, before, shape = edits.choose_data(Document(), "iris"), DATA, (4,)
    if drawn.random() < 0.4:
        document, before, shape = _shaped(document, drawn.choice([(4, 1), (2, 2), (2, 2, 1)]))
    for _ in range(drawn.randint(1, 6)):
        layers = {1: FLAT, 2: SEQUENCES, 3: PICTURES}[len(shape)]
        layer = drawn.choice(layers)
        layer = Reshape((1, shape[0])) if isinstance(layer, Reshape) else layer
        document, node = edits.add_node(document, layer, 0, 0, before)
        after = layer.output_shape((shape,))
        if after == shape and before != DATA and drawn.random() < 0.4:
            document, merged = edits.add_node(document, drawn.choice(MERGES), 0, 0, before)
            document = edits.connect(document, node, merged)
            node, after = merged, document.graph.by_id[merged].layer.output_shape((shape, shape))
        before, shape = node, after
    if len(shape) > 1:
        document, before = edits.add_node(document, Flatten(), 0, 0, before)
    document, before = edits.add_node(document, Dense(3, "softmax"), 0, 0, before)
    return edits.connect(document, before, OUTPUT)


def _shaped(document, shape):
    document, node = edits.add_node(document, Reshape(shape), 0, 0, DATA)
    return document, node, shape


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
