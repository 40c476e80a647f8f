"""Documents as links of TensorFlow Playground: opened again they are the same, or an obstacle is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.files.link import FEATURES, read_link
from playground.document.files.link_writing import write_link
from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Data, Output
from playground.document.layers.merging import Add
from playground.document.layers.regularization import Dropout
from playground.document.schedules import StepDecay
from playground.document.settings import CONTROLS, SGD, Adam
from playground.document.stopping import Stopping
from tests.document.random_documents import documents, few

EXAMPLES = Path(__file__).parents[3] / "assets" / "examples"


def opened(link: str) -> Document:
    return read_link(link, new_seed="0.5")[0]


numbers = st.sampled_from(["0", "0.001", "0.003", "0.1", "1", "3", "10"])
links = st.fixed_dictionaries(
    {"seed": st.text("0123456789.abc%", min_size=1, max_size=12)},
    optional={
        "activation": st.sampled_from(["relu", "tanh", "sigmoid", "linear"]),
        "regularization": st.sampled_from(["none", "L1", "L2"]),
        "regularizationRate": numbers,
        "batchSize": st.integers(1, 30),
        "dataset": st.sampled_from(["circle", "xor", "gauss", "spiral"]),
        "regDataset": st.sampled_from(["reg-plane", "reg-gauss"]),
        "problem": st.sampled_from(["classification", "regression"]),
        "learningRate": st.sampled_from(["0.00001", "0.0001", "0.001", "0.003", "0.01", "0.03", "0.1", "1", "10"]),
        "noise": st.integers(0, 50),
        "percTrainData": st.floats(10, 90),
        "networkShape": st.lists(st.integers(1, 8), max_size=6).map(lambda sizes: ",".join(map(str, sizes))),
        **{name: st.booleans() for name in ("showTestData", "discretize", "initZero", *FEATURES)},
        **{f"{name}_hide": st.booleans() for name in CONTROLS},
    },
).map(lambda given: "#" + "&".join(f"{name}={str(value).replace('True', 'true').replace('False', 'false')}"
                                   for name, value in given.items()))  # fmt: skip


@given(links)
@settings(max_examples=60)
def test_open_copy_open_gives_the_same_document(link) -> None:
    document = opened(link)
    copied, obstacles = write_link(document)
    assert obstacles == ()
    assert read_link(copied) == (document, ())
    assert write_link(read_link(copied)[0])[0] == copied


@given(documents)
@few
def test_any_document_is_copied_or_its_obstacles_are_named(document) -> None:
    link, obstacles = write_link(document)
    assert bool(link) != bool(obstacles)
    assert "other" not in {remark.code for remark in obstacles}


def linked() -> Document:
    return opened("#seed=0.1")


def with_layer(document: Document, place: int, **changes: object) -> Document:
    """The document with other settings of its Dense layer at this place."""
    node_id = document.graph.trained[1 + place]
    return edits.set_layer(document, node_id, replace(document.graph.by_id[node_id].layer, **changes))


def codes(document: Document) -> list[tuple[str, str]]:
    link, obstacles = write_link(document)
    assert link == ""
    return [(remark.code, remark.key or remark.value) for remark in obstacles]


def test_each_setting_that_a_link_cannot_say_is_an_obstacle() -> None:
    document = linked()
    data, training = document.data, document.training
    first, second, last = (node_id for node_id in document.graph.trained[1:-1])
    cases = {
        ("optimizer", "Adam"): edits.set_training(document, replace(training, optimizer=Adam())),
        ("optimizer", "SGD"): edits.set_training(document, replace(training, optimizer=SGD(momentum=0.9))),
        ("setting", "clipping"): edits.set_training(document, replace(training, clipping="norm")),
        ("setting", "schedule"): edits.set_training(document, replace(training, schedule=StepDecay())),
        ("setting", "stopping"): edits.set_training(document, replace(training, stopping=Stopping(patience=5))),
        ("setting", "order"): edits.set_training(document, replace(training, order="shuffled")),
        ("setting", "part_batches"): edits.set_training(document, replace(training, part_batches="short")),
        ("setting", "generator"): edits.set_data(document, replace(data, generator="numpy")),
        ("setting", "points"): edits.set_data(document, replace(data, points=600)),
        ("data", "moons"): edits.choose_data(document, "moons"),
        ("setting", "loss"): edits.set_layer(document, OUTPUT, Output("huber")),
        ("last_units", "2"): with_layer(document, 2, units=2),
        ("last_activation", "activation"): with_layer(document, 2, activation="sigmoid"),
        ("activations", "activation"): with_layer(document, 1, activation="relu"),
        ("range", "networkShape"): with_layer(document, 0, units=300),
        ("setting", "use_bias"): with_layer(document, 0, use_bias=False),
        ("setting", "trainable"): with_layer(document, 1, trainable=False),
        ("setting", "kernel_initializer"): with_layer(document, 1, kernel_initializer="zeros"),
        ("setting", "l2"): with_layer(document, 1, l2=0.1),
        ("layer", "Dropout"): edits.insert_node(document, Dropout(), Edge(first, second), 0, 0)[0],
        ("branches", ""): edits.connect(edits.add_node(document, Dense(1), 0, 0, first)[0], "dense_4", OUTPUT),
        ("chain", ""): edits.disconnect(document, Edge(second, last)),
    }
    for obstacle, changed in cases.items():
        assert obstacle in codes(changed), obstacle


@pytest.mark.parametrize("seed", ["", "two words", "<b>", "a&b", "a=b", "a#b", "日本"])
def test_a_seed_that_no_link_can_hold_is_an_obstacle(seed) -> None:
    document = linked()
    changed = edits.set_data(document, replace(document.data, seed_text=seed))
    assert codes(changed) == [("range", "seed")]


def test_a_softmax_is_named_once_for_all_layers() -> None:
    document = with_layer(with_layer(linked(), 0, activation="softmax"), 1, activation="softmax")
    assert codes(document) == [("activation", "activation")]


def test_a_document_of_ours_names_what_differs_and_no_more() -> None:
    circle = example("circle", EXAMPLES)
    assert set(codes(circle)) == {
        ("setting", name)
        for name in ("loss", "generator", "order", "part_batches", "kernel_initializer", "bias_initializer")
    }


def test_places_names_and_idle_seeds_make_no_difference() -> None:
    document = linked()
    changed = edits.move(edits.rename(document, "dense_1", "first"), {"dense_1": (5, 5)})
    changed = edits.set_data(changed, replace(changed.data, seed=7))
    changed = edits.set_training(changed, replace(changed.training, seed=7, epochs=3))
    assert write_link(changed) == write_link(document)


def test_a_loop_is_no_row() -> None:
    nodes = (Node(DATA, Data()), Node(OUTPUT, Output()), Node("add", Add()), Node("dense", Dense(2)))
    edges = (Edge(DATA, "add"), Edge("add", "dense"), Edge("dense", "add"))
    assert ("layer", "Add") in codes(Document(Graph(nodes, edges)))
