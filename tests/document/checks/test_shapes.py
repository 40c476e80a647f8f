"""Shapes and parameter counts after each node, and which connections can be made."""

import pytest

from playground.document.checks.shapes import flow, refusal
from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.layers.activations import PReLU
from playground.document.layers.dense import Dense
from playground.document.layers.layer import ShapeError
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.layers.merging import Add, Concatenate, Multiply, Subtract
from playground.document.layers.normalization import BatchNormalization, LayerNormalization
from playground.document.layers.pictures import AveragePooling2D, Conv2D, GlobalAveragePooling2D, MaxPooling2D
from playground.document.layers.sequences import GRU, LSTM, Embedding, SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.settings import DataSettings

RULES = [
    (Dense(5), [(3,)], (5,), 20),
    (Dense(5, use_bias=False), [(3,)], (5,), 15),
    (Dense(5), [(8, 8, 2)], (8, 8, 5), 15),
    (BatchNormalization(), [(4, 6)], (4, 6), 24),
    (LayerNormalization(), [(6,)], (6,), 12),
    (Flatten(), [(2, 3, 4)], (24,), 0),
    (Reshape((2, 3)), [(6,)], (2, 3), 0),
    (Add(), [(4,), (4,), (4,)], (4,), 0),
    (Add(), [(4, 1), (1, 3)], (4, 3), 0),
    (Multiply(), [(1,), (7,)], (7,), 0),
    (Concatenate(), [(2, 3), (2, 5)], (2, 8), 0),
    (Conv2D(5), [(8, 8, 1)], (6, 6, 5), 50),
    (Conv2D(5, 3, 2, "same", use_bias=False), [(7, 8, 2)], (4, 4, 5), 90),
    (MaxPooling2D(), [(7, 8, 2)], (3, 4, 2), 0),
    (AveragePooling2D(3, "same"), [(7, 8, 2)], (3, 3, 2), 0),
    (GlobalAveragePooling2D(), [(7, 8, 2)], (2,), 0),
    (Embedding(10, 3), [(4,)], (4, 3), 30),
    (SimpleRNN(5), [(32, 1)], (5,), 35),
    (LSTM(5, return_sequences=True), [(32, 1)], (32, 5), 140),
    (GRU(5), [(32, 1)], (5,), 120),
    (Subtract(), [(4,), (1,)], (4,), 0),
    (PReLU(), [(2, 3)], (2, 3), 6),
]


@pytest.mark.parametrize(("layer", "shapes", "after", "parameters"), RULES)
def test_a_layer_knows_its_shape_and_its_parameters(layer, shapes, after, parameters):
    assert layer.output_shape(shapes) == after
    assert layer.parameters(shapes) == parameters


@pytest.mark.parametrize(
    ("layer", "shapes", "code"),
    [
        (Reshape((2, 2)), [(5,)], "reshape"),
        (Add(), [(2,), (3,)], "merge"),
        (Add(), [(2,), (1, 2)], "merge"),
        (Concatenate(), [(2, 3), (3, 3)], "concatenate"),
        (Concatenate(), [(3,), (1, 3)], "concatenate"),
        (Conv2D(), [(8, 8)], "needs_picture"),
        (GlobalAveragePooling2D(), [(8,)], "needs_picture"),
        (Conv2D(kernel_size=5), [(8, 4, 1)], "too_small"),
        (MaxPooling2D(3), [(2, 8, 1)], "too_small"),
        (LSTM(), [(8,)], "needs_sequence"),
        (SimpleRNN(), [(8, 8, 1)], "needs_sequence"),
    ],
)
def test_shapes_that_do_not_fit_are_refused(layer, shapes, code):
    with pytest.raises(ShapeError) as caught:
        layer.output_shape(shapes)
    assert caught.value.code == code
    assert caught.value.shapes[: len(shapes)] == tuple(shapes)


@pytest.mark.parametrize("kind", PALETTE)
def test_layers_without_weights_keep_the_shape(kind):
    layer = LAYERS[kind]()
    shapes = [(2,)] * layer.fewest_inputs
    if layer.family in ("activations", "regularization") and kind != "PReLU":
        assert (layer.output_shape(shapes), layer.parameters(shapes)) == ((2,), 0)


def chain(*layers, data=DataSettings()):  # noqa: B008
    document, last, ids = Document(data=data), DATA, []
    for layer in layers:
        document, last = edits.add_node(document, layer, 0, 0, after=last)
        ids.append(last)
    return edits.connect(document, last, OUTPUT), ids


def test_shapes_flow_from_the_inputs_to_the_output():
    document, (first, second) = chain(Dense(4), Dense(1), data=DataSettings(features=("x1", "x2", "x1_x2")))
    known = flow(document)
    assert known.shapes == {DATA: (3,), first: (4,), second: (1,), OUTPUT: (1,)}
    assert known.parameters == {DATA: 0, first: 16, second: 5, OUTPUT: 0}
    assert known.errors == {}


def test_behind_an_error_nothing_is_known():
    document, (first, reshape, last) = chain(Dense(4), Reshape((3, 3)), Dense(1))
    known = flow(document)
    assert set(known.shapes) == {DATA, first}
    assert {node: error.code for node, error in known.errors.items()} == {reshape: "reshape"}
    assert last not in known.parameters


def test_each_refusal_has_its_code():
    document, (first, second) = chain(Dense(4), Dense(1))
    document, add = edits.add_node(document, Add(), 0, 0, after=first)
    document, free = edits.add_node(document, Dense(7), 0, 0)
    expected = {
        (first, first): "same_node",
        (first, DATA): "into_data",
        (OUTPUT, free): "from_output",
        (first, second): "already",
        (second, first): "loop",
        (DATA, second): "full",
        (free, OUTPUT): "full",
        (first, free): "",
        (second, add): "",
        (free, add): "",
        (DATA, add): "shapes",
    }
    assert {ends: refusal(document, *ends) for ends in expected} == expected


def test_a_difference_is_of_two():
    document, node = edits.add_node(Document(), Subtract(), 0, 0)
    for _ in range(2):
        document, source = edits.add_node(document, Dense(1), 0, 0, after=DATA)
        assert refusal(document, source, node) == ""
        document = edits.connect(document, source, node)
    document, source = edits.add_node(document, Dense(1), 0, 0, after=DATA)
    assert refusal(document, source, node) == "full"


def test_a_merge_that_is_full_takes_no_more():
    document, add = edits.add_node(Document(), Add(), 0, 0)
    for _ in range(Add.most_inputs):
        document, node = edits.add_node(document, Dense(1), 0, 0, after=DATA)
        assert refusal(document, node, add) == ""
        document = edits.connect(document, node, add)
    document, node = edits.add_node(document, Dense(1), 0, 0, after=DATA)
    assert refusal(document, node, add) == "full"
    assert Edge(node, add) not in document.graph.edges
