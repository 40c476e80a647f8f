"""A script with classes for its groups makes the network that the Playground trains, groups or none."""

from dataclasses import replace

import keras
import numpy as np
import pytest

from playground.document.document import Document
from playground.document.edits import edits, groups
from playground.document.graph import DATA, OUTPUT
from playground.document.keras_call import PLAYGROUND_UNIFORM
from playground.document.layers.activations import Formula, LeakyReLU, Linear, PReLU, Step
from playground.document.layers.dense import Dense
from playground.document.layers.layers import LAYERS, PALETTE
from playground.document.layers.merging import Add, Merge
from playground.document.layers.normalization import BatchNormalization, LayerNormalization
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.sequences import GRU, Embedding
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.settings import SGD, DataSettings
from playground.engine.loops import Loops
from playground.engine.session import Session
from tests.engine.code.test_python_code import chain, run

LOOPS = Loops()


def own(document: Document) -> list[str]:
    """The ids of the layers, as they follow one another."""
    return [node_id for node_id in document.graph.order if node_id not in (DATA, OUTPUT)]


def nested(document: Document) -> Document:
    """All layers but the first in a group, and of these all but the last in one more."""
    ids = own(document)
    document, inner = groups.wrap(document, ids[1:-1], "内层")
    return groups.wrap(document, [inner, ids[-1]], "Outer block")[0]


@pytest.mark.parametrize("kind", PALETTE)
def test_each_layer_in_a_group_computes_the_same(kind, capsys):
    ready = {"Reshape": Reshape((1, 16)), "LeakyReLU": LeakyReLU(0.3)}
    layer = ready.get(kind, LAYERS[kind]())
    shape = {"pictures": (4, 4, 1), "sequences": (8, 2)}.get(layer.family, (16,))
    width = 3 if isinstance(layer, Merge) else 16
    before = [Dense(width, kernel_initializer="random_normal"), *([Reshape(shape)] if len(shape) > 1 else [])]
    flat = chain(*before, layer, Dense(2), Flatten(), Dense(1))
    beside = [node_id for node_id in own(flat) if flat.graph.by_id[node_id].layer == Dense(3)]
    document, group = groups.wrap(flat, [node_id for node_id in own(flat)[1:] if node_id not in beside], "Block")
    assert group
    made = run(document, 0)["network"]
    assert type(made.get_layer(group)).__name__ == "Block"
    expected = Session(flat, LOOPS).keras_network()
    x = np.random.default_rng(1).normal(size=(9, 2)).astype(np.float32)
    np.testing.assert_allclose(made(x), expected(x), rtol=1e-6, atol=1e-7)


HELD = Dense(3, "tanh", l1=0.05, hold_zero=True)
ROWS = {
    "everything": [
        Linear(), Dense(6), BatchNormalization(), PReLU(), Formula(), Dropout(0.3),
        GaussianNoise(0.2), Reshape((2, 3)), LayerNormalization(), Flatten(), Dense(3, l1=0.01, l2=0.1),
        ActivityRegularization(0.1, 0.1), Dense(2, trainable=False), Dense(1),
    ],
    "steps": [Linear(), Dense(6, "step", trainable=False), Formula("step(x)"), Step(), Dense(1)],
    "whole numbers": [Linear(), Embedding(5, 2), Flatten(), Dense(1)],
    "sequences": [Dense(16), Reshape((8, 2)), GRU(2), Dense(1)],
    "held": [HELD, replace(HELD, units=2, l1=0.2, l2=0.01), HELD, Dense(1, l1=0.01)],
    "drawn": [Dense(units, kernel_initializer=PLAYGROUND_UNIFORM) for units in (4, 3, 2, 1)],
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_script_with_groups_learns_the_same(name, capsys):
    """In batches of one size, for which all is compiled once; short ones are trained alike with groups or none."""
    document = nested(chain(*ROWS[name], batch_size=10, seed=5, learning_rate=0.05, optimizer=SGD(momentum=0.5)))
    made = assert_grouped_run(document, capsys, epochs=1 + (name == "held"))
    assert ("held" in made) == (name == "held")
    assert type(made["network"].get_layer("group_2")).__name__ == "OuterBlock"


def test_dropout_in_a_group_drops_in_training_alone(capsys):
    document = nested(chain(Dense(50), Dropout(0.5), Linear(), Dense(1), seed=3))
    network = run(document, 0)["network"]
    x = np.ones((4, 2), np.float32)
    np.testing.assert_array_equal(network(x), network(x))
    assert not np.array_equal(network(x, training=True), network(x, training=True))


def branches() -> Document:
    """Two groups side by side whose layers take turns in the graph's order, one that gives two values out."""
    document, drawn = Document(data=DataSettings(points=40)), Dense(3, kernel_initializer=PLAYGROUND_UNIFORM)
    ends = {"a": DATA, "b": DATA}
    chosen = {"a": [], "b": []}
    for branch in "abab":
        document, ends[branch] = edits.add_node(document, drawn, 0, 0, ends[branch])
        chosen[branch].append(ends[branch])
    document, both = edits.add_node(document, Add(), 0, 0, ends["a"])
    for source in (ends["b"], chosen["a"][0]):
        document = edits.connect(document, source, both)
    document, last = edits.add_node(document, replace(drawn, units=1), 0, 0, both)
    document = edits.connect(document, last, OUTPUT)
    document, _ = groups.wrap(document, chosen["a"], "Branch")
    document, _ = groups.wrap(document, chosen["b"], "Branch")
    return groups.wrap(document, [both, last], "3 in, 1 out")[0]


def test_groups_that_take_and_give_several_values_learn_the_same(capsys):
    made = assert_grouped_run(branches(), capsys)
    classes = [type(layer).__name__ for layer in made["network"].layers[1:]]
    assert sorted(classes) == ["Branch", "Branch2", "Group3In1Out"]


def test_layers_that_nothing_trains_are_in_no_class(capsys):
    document, loose = edits.add_node(nested(chain(Dense(2), Dense(2), Dense(1))), Dense(9), 0, 0, "dense_2")
    document, alone = edits.add_node(document, Dense(9), 0, 0)
    document = groups.wrap(document, [alone], "Alone")[0]
    made = assert_grouped_run(document, capsys)
    assert "Alone" not in made
    assert not hasattr(made["OuterBlock"](), loose)


def test_the_engines_network_knows_no_groups():
    flat = chain(Dense(3), Dropout(), Dense(2), Dense(1), seed=4)
    plain, grouped = (Session(document, LOOPS).keras_network() for document in (flat, nested(flat)))
    assert plain.get_config() == grouped.get_config()
    for ours, theirs in zip(plain.weights, grouped.weights, strict=True):
        assert ours.path == theirs.path
        np.testing.assert_array_equal(ours, theirs)


def assert_grouped_run(document, capsys, epochs=1):
    """The script's losses are those of the script without groups, and so are every layer's weights by its name."""
    plain = run(replace(document, groups=()), epochs)
    expected = printed(capsys)
    made = run(document, epochs)
    assert printed(capsys) == pytest.approx(expected, rel=1e-6)
    ours, theirs = by_layer(plain["network"]), by_layer(made["network"])
    assert set(ours) == set(theirs)
    for name, weights in ours.items():
        np.testing.assert_allclose(theirs[name], weights, rtol=1e-5, atol=1e-7)
        np.testing.assert_array_equal(theirs[name] == 0, weights == 0)
    return made


def printed(capsys) -> list[float]:
    lines = [line for line in capsys.readouterr().out.splitlines() if ": loss" in line]
    assert lines
    return [float(line.split()[2].rstrip(",")) for line in lines]


def by_layer(network: keras.Model) -> dict[str, np.ndarray]:
    """ "dense_1/kernel" -> its numbers, wherever the layer lies."""
    return {"/".join(weights.path.split("/")[-2:]): weights.numpy() for weights in network.weights}
