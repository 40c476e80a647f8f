"""What is seen of a network, against a 2-2-1 network computed by hand."""

from itertools import combinations

import numpy as np
import pytest
from sklearn.datasets import load_iris

from playground.datasets.dataset import sample
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.pictures import Conv2D
from playground.document.layers.regularization import Dropout
from playground.document.layers.sequences import SimpleRNN
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.settings import DataSettings
from playground.engine.loops import COARSE_SIDE, look_side
from playground.engine.probes.flowing import MOST_FLOWING
from playground.engine.probes.probes import MOST_UNITS, refined, seen
from playground.engine.session import Session
from playground.frames.wanted import Wanted
from playground.ui.assets import asset
from tests.engine.probes.network_by_hand import (
    B1,
    SIDE,
    W1,
    by_hand,
    first,
    look,
    output,
    plane,
    put,
    second,
)


def test_maps_are_each_neurons_output_over_the_plane(chain, loops):
    maps = look(by_hand(chain, loops), nodes=("dense_1", "dense_2")).maps
    assert set(maps) == {"dense_1", "dense_2"}
    assert maps["dense_1"].shape == (2, SIDE, SIDE)
    np.testing.assert_allclose(maps["dense_1"], [plane(first), plane(second)], atol=1e-6)
    np.testing.assert_allclose(maps["dense_2"], [plane(output)], atol=1e-6)


def test_maps_of_data_are_the_features(chain, loops):
    data = DataSettings(points=46, features=("x2", "x1_x2", "x1_squared"))
    maps = look(Session(chain(Dense(1), data=data), loops), nodes=(DATA,)).maps
    expected = [plane(lambda x1, x2: x2), plane(lambda x1, x2: x1 * x2), plane(lambda x1, x2: x1 * x1)]
    np.testing.assert_allclose(maps[DATA], expected, atol=1e-6)


def test_the_surface_is_the_output_with_the_largest_x2_at_the_top(chain, loops):
    surface = look(by_hand(chain, loops, data=DataSettings("sinc", points=46))).surface
    assert surface.shape == (SIDE, SIDE, 1)
    line = np.linspace(-8, 8, SIDE)
    expected = [[output(x1, x2) for x1 in line] for x2 in line[::-1]]
    np.testing.assert_allclose(surface[..., 0], expected, atol=1e-5)


def test_the_surface_of_two_classes_goes_from_minus_one_to_plus_one(chain, loops):
    signed = look(by_hand(chain, loops)).surface[..., 0]
    np.testing.assert_allclose(signed, np.clip(plane(output), -1, 1), atol=1e-6)
    logits = look(by_hand(chain, loops, loss="binary_crossentropy_logits")).surface[..., 0]
    np.testing.assert_allclose(logits, 2 / (1 + np.exp(-plane(output))) - 1, atol=1e-6)


def test_the_surface_of_three_classes_is_their_probabilities_over_the_chosen_axes(chain, loops):
    document = chain(Dense(3, "softmax"), loss="sparse_categorical_crossentropy", data=DataSettings("iris"))
    session = Session(document, loops)
    surface = look(session, axes=(2, 0)).surface
    kernel, bias = session.weights_by_node()["dense_1"]
    point = session.dataset.train_points.mean(axis=0)
    # The right edge, the second row from the top: petals 7.5 cm and sepals 7 cm long, as the network sees them.
    lengths = load_iris().data
    point[2], point[0] = (np.array([7.5, 7.0]) - lengths[:, [2, 0]].mean(axis=0)) / lengths[:, [2, 0]].std(axis=0)
    powers = np.exp(point @ kernel + bias)
    assert surface.shape == (SIDE, SIDE, 3)
    np.testing.assert_allclose(surface[1, -1], powers / powers.sum(), rtol=1e-4)
    np.testing.assert_allclose(surface.sum(axis=2), 1, rtol=1e-5)


@pytest.mark.parametrize("name", ["three-blobs", "four-blobs", "rings", "three-spiral"])
def test_the_surface_of_more_classes_on_the_plane_is_numpys(chain, loops, name):
    data = DataSettings(name, points=60, features=("x1", "x1_x2", "x2"))
    document = chain(Dense(data.facts.outputs, "linear"), loss="sparse_categorical_crossentropy_logits", data=data)
    session = Session(document, loops)
    session.train(20)
    frame = look(session, points=True)
    kernel, bias = session.weights_by_node()["dense_1"]
    x1, x2 = np.meshgrid(np.linspace(-6, 6, SIDE), np.linspace(6, -6, SIDE))
    for shown, at in ((frame.surface, (x1, x2)), (frame.predicted, session.dataset.points.T)):
        powers = np.exp(np.stack((at[0], at[0] * at[1], at[1]), axis=-1) @ kernel + bias)
        np.testing.assert_allclose(shown, powers / powers.sum(axis=-1, keepdims=True), atol=1e-5)
    assert len(np.unique(frame.surface.argmax(axis=-1))) > 1


def test_a_single_input_gives_one_row(chain, loops):
    session = Session(chain(Dense(2), Dense(1), data=DataSettings("sine", points=46)), loops)
    frame = look(session, nodes=("dense_1",))
    kernel, bias = session.weights_by_node()["dense_1"]
    line = np.linspace(-6, 6, SIDE)
    assert frame.surface.shape == (1, SIDE, 1)
    np.testing.assert_allclose(frame.maps["dense_1"][:, 0], np.tanh(line[:, None] @ kernel + bias).T, atol=1e-6)


def test_a_probe_sees_the_network_as_it_predicts_not_as_it_trains(chain, loops):
    document = chain(Dense(2), Dropout(0.9), BatchNormalization(epsilon=0.5), Dense(1))
    session = put(Session(document, loops), dense_1=(W1, B1))
    maps = look(session, nodes=("dropout_1", "batch_normalization_1")).maps
    expected = np.array([plane(first), plane(second)])
    np.testing.assert_allclose(maps["dropout_1"], expected, atol=1e-6)
    np.testing.assert_allclose(maps["batch_normalization_1"], expected / np.sqrt(1.5), atol=1e-6)
    weights = session.weights_by_node()["dense_2"]
    points = session.dataset.train_points
    hidden = np.stack([first(*points.T), second(*points.T)], axis=1) / np.sqrt(1.5)
    found = look(session, selected="dense_2").flowing
    np.testing.assert_allclose(found, (hidden @ weights[0] + weights[1]).ravel(), atol=1e-5)


def first_test_row(session, node):
    """What the node makes of the first test row."""
    loop = session.plain
    session._probes._assign(session.state[: len(loop.network.variables)])
    return np.asarray(loop.part([loop.tensors[node]])(session.dataset.test_inputs[:1]))[0]


def test_pictures_show_the_feature_maps_of_one_example(chain, loops):
    document = chain(Dense(12, "linear"), Reshape((2, 3, 2)), Conv2D(5, 2, padding="same"), Flatten(), Dense(1))
    session = Session(document, loops)
    maps = look(session, nodes=("dense_1", "reshape_1", "conv2d_1", "flatten_1")).maps
    assert {node: found.shape for node, found in maps.items()} == {
        "dense_1": (12, SIDE, SIDE),
        "reshape_1": (2, 2, 3),
        "conv2d_1": (5, 2, 3),
        "flatten_1": (30, SIDE, SIDE),
    }
    for node in ("reshape_1", "conv2d_1"):
        np.testing.assert_allclose(maps[node], first_test_row(session, node).transpose(2, 0, 1), atol=1e-6)


def test_sequences_show_the_traces_of_one_example(chain, loops):
    document = chain(Dense(6, "linear"), Reshape((3, 2)), SimpleRNN(70, return_sequences=True), Flatten(), Dense(1))
    session = Session(document, loops)
    maps = look(session, nodes=("reshape_1", "simple_rnn_1")).maps
    assert maps["reshape_1"].shape == (2, 1, 3)
    np.testing.assert_allclose(maps["reshape_1"][:, 0], first_test_row(session, "reshape_1").T, atol=1e-6)
    expected = first_test_row(session, "simple_rnn_1").T[:MOST_UNITS]
    np.testing.assert_allclose(maps["simple_rnn_1"][:, 0], expected, atol=1e-6)


def test_of_picture_data_every_node_shows_the_chosen_example(loops):
    session = Session(example("pictures", asset("examples")), loops)
    row = session.dataset.points[3]
    nodes = tuple(node.id for node, _ in session.spec.nodes)
    frame = session.look(Wanted(0, SIDE, nodes, example=tuple(row.tolist())))
    for node in nodes:
        part = session.plain.part([session.plain.tensors[node]])
        known = np.asarray(part(row[np.newaxis].astype(np.float32)))[0]
        shown = known.transpose(2, 0, 1) if known.ndim == 3 else known[:, np.newaxis, np.newaxis]
        if node == OUTPUT:
            powers = np.exp(shown - shown.max())
            shown = powers / powers.sum()
        np.testing.assert_allclose(frame.maps[node], shown, atol=1e-5)


def test_a_refined_surface_has_straight_lines_between_its_points():
    tilted = np.add.outer(np.arange(4.0), 10 * np.arange(4.0))[..., None].astype(np.float32)
    fine = refined(tilted, 7)
    assert fine.dtype == np.float32
    np.testing.assert_allclose(fine[..., 0], np.add.outer(np.linspace(0, 3, 7), np.linspace(0, 30, 7)), atol=1e-5)
    np.testing.assert_array_equal(refined(tilted, 4), tilted)
    assert refined(tilted[:1], 9).shape == (1, 9, 1)


def test_slow_networks_are_looked_at_in_part_and_shown_whole(chain, loops):
    document = chain(Reshape((2, 1)), SimpleRNN(3), Dense(1))
    fine, coarse = (look(Session(document, loops), surface_side=side).surface for side in (COARSE_SIDE, 100))
    assert coarse.shape == (100, 100, 1)
    np.testing.assert_allclose(coarse[[0, -1]][:, [0, -1]], fine[[0, -1]][:, [0, -1]], atol=1e-6)


def test_large_networks_are_looked_at_in_part(chain, loops):
    small, large = (Session(chain(Dense(units), Dense(units), Dense(1)), loops) for units in (8, 400))
    assert look_side(small.spec, 200, small.parameters) == 200
    assert COARSE_SIDE < look_side(large.spec, 200, large.parameters) < 100
    assert look_side(large.spec, 200, 10**9) == COARSE_SIDE
    assert look_side(large.spec, 25, 10**9) == 25


def test_a_pinned_neuron_is_seen_at_the_surfaces_side(chain, loops):
    session = by_hand(chain, loops)
    frame = look(session, map_side=2, pinned=("dense_1", 1))
    assert frame.neuron.shape == (SIDE, SIDE, 1)
    np.testing.assert_allclose(frame.neuron[..., 0], plane(second), atol=1e-6)
    np.testing.assert_allclose(look(session, pinned=("dense_1", 0)).neuron[..., 0], plane(first), atol=1e-6)
    np.testing.assert_array_equal(frame.surface, look(session).surface)


def test_a_pinned_neuron_may_lie_past_those_that_are_mapped(chain, loops):
    session = Session(chain(Dense(MOST_UNITS + 36), Dense(1)), loops)
    kernel, bias = session.weights_by_node()["dense_1"]
    corner = look(session, pinned=("dense_1", MOST_UNITS + 30)).neuron[0, 0, 0]
    assert corner == pytest.approx(np.tanh(np.array([-6.0, 6.0]) @ kernel + bias)[MOST_UNITS + 30], abs=1e-6)


def test_a_pinned_feature_of_a_sequence_is_its_mean(chain, loops):
    session = Session(chain(Reshape((2, 1)), Dense(3), Flatten(), Dense(1)), loops)
    kernel, bias = session.weights_by_node()["dense_1"]
    expected = plane(lambda x1, x2: np.tanh(np.array([[x1], [x2]]) @ kernel + bias)[:, 2].mean())
    np.testing.assert_allclose(look(session, pinned=("dense_1", 2)).neuron[..., 0], expected, atol=1e-6)


@pytest.mark.parametrize("pinned", [None, ("gone", 0), (OUTPUT, 0), ("dense_1", 2), ("dense_1", -1)])
def test_a_neuron_that_is_not_there_is_not_seen(chain, loops, pinned):
    frame = look(by_hand(chain, loops), pinned=pinned)
    assert frame.neuron is None
    assert frame.surface is not None


def test_the_drawn_points_are_predicted_as_the_surface_is(chain, loops):
    session = by_hand(chain, loops, data=DataSettings("gauss", points=60))
    frame, data = look(session, points=True), session.dataset
    expected = np.clip([output(*point) for point in data.points[sample(data)]], -1, 1)
    np.testing.assert_allclose(frame.predicted[:, 0], expected, atol=1e-5)
    assert look(session).predicted is None
    iris = chain(Dense(3, "softmax"), loss="sparse_categorical_crossentropy", data=DataSettings("iris"))
    np.testing.assert_allclose(look(Session(iris, loops), points=True).predicted.sum(axis=1), 1, rtol=1e-5)


def test_other_inputs_are_held_where_one_likes(chain, loops):
    document = chain(Dense(3, "softmax"), loss="sparse_categorical_crossentropy", data=DataSettings("iris"))
    session = Session(document, loops)
    kernel, bias = session.weights_by_node()["dense_1"]
    point = session.dataset.train_points.mean(axis=0)
    # The upper left corner: sepals 4 cm long and 4.6 cm wide, as the network sees them.
    lengths = load_iris().data
    point[:2] = (np.array([4.0, 4.6]) - lengths[:, :2].mean(axis=0)) / lengths[:, :2].std(axis=0)
    point[3] = 1.25
    powers = np.exp(point @ kernel + bias)
    surface = look(session, held=((3, 1.25),)).surface
    np.testing.assert_allclose(surface[0, 0], powers / powers.sum(), rtol=1e-4)
    assert not np.allclose(surface, look(session).surface)
    np.testing.assert_array_equal(look(session, held=((40, 1.0),)).surface, look(session).surface)


def test_many_held_values_one_after_the_other_are_not_kept_for_good(chain, loops):
    session = Session(
        chain(Dense(3, "softmax"), loss="sparse_categorical_crossentropy", data=DataSettings("iris")), loops
    )
    for step in range(40):
        look(session, held=((2, step / 40),))
    assert len(session._looker._planes) < 20


def test_much_is_seen_in_part(chain, loops):
    document = chain(Dense(MOST_UNITS + 36), Dense(1), data=DataSettings(points=500))
    session = Session(document, loops)
    frame = look(session, nodes=("dense_1",), selected="dense_1")
    kernel, bias = session.weights_by_node()["dense_1"]
    assert frame.maps["dense_1"].shape == (MOST_UNITS, SIDE, SIDE)
    corner = np.tanh(np.array([-6.0, 6.0]) @ kernel + bias)
    np.testing.assert_allclose(frame.maps["dense_1"][:, 0, 0], corner[:MOST_UNITS], atol=1e-6)
    assert frame.flowing.shape == (MOST_FLOWING,)


def test_nothing_is_probed_that_is_not_wanted(chain, loops):
    frame = by_hand(chain, loops).look(Wanted(surface_side=0, map_side=0, nodes=("dense_1",)))
    assert frame.surface is None
    assert frame.maps == {}
    assert frame.flowing is None
    assert by_hand(chain, loops).look(Wanted(map_side=SIDE)).maps == {}


def test_nodes_that_are_not_in_the_network_are_passed_over(chain, loops):
    document, stray = edits.add_node(chain(Dense(2), Dense(1)), Dense(2), 0, 0, after=DATA)
    session = Session(document, loops)
    assert seen(("dense_1", stray, OUTPUT, "gone"), session.plain) == ("dense_1",)
    assert set(look(session, nodes=("dense_1", stray, OUTPUT, "gone")).maps) == {"dense_1"}


def test_axes_of_other_data_are_brought_within_reach(chain, loops):
    session = by_hand(chain, loops)
    frame = look(session, axes=(3, 2))
    np.testing.assert_array_equal(frame.surface, look(session).surface)
    assert frame.wanted.axes == (0, 1)


def test_probing_many_kinds_of_maps_goes_on_giving_the_right_ones(chain, loops):
    session = Session(chain(Dense(2), Dense(2), Dense(2), Dense(1)), loops)
    every = look(session, nodes=tuple(session.document.graph.by_id)).maps
    pairs = list(combinations(every, 2))
    for nodes in (*pairs, *pairs):
        maps = look(session, nodes=nodes).maps
        assert set(maps) == set(nodes)
        for node in nodes:
            np.testing.assert_array_equal(maps[node], every[node])
