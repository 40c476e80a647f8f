"""One sample forwards and back: the chain rule in numpy against TensorFlow's tape, and the optimizer's step."""

from __future__ import annotations

import os

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.document import Document
from playground.document.edits.edits import add_node, connect, set_layer
from playground.document.examples import example, names
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.activations import PReLU, Softmax
from playground.document.layers.dense import Dense
from playground.document.layers.ends import Output
from playground.document.layers.layer import ACTIVATIONS
from playground.document.layers.layers import LAYERS
from playground.document.layers.regularization import ActivityRegularization, Dropout, GaussianNoise
from playground.document.layers.shaping import Flatten, Reshape
from playground.document.losses import LOSSES
from playground.document.settings import DataSettings
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.walk import HALF, WalkQuestion
from playground.frames.wanted import Wanted
from playground.ui.assets import asset
from playground.ui.walk.by_hand import ByHand

# Every activation as a setting and as a layer, every merge, every loss, what rests when nothing trains; 300 are asked
# for now and then, a dozen each time.
ALONE = [name for name, kind in LAYERS.items() if kind.family == "activations" and kind is not Softmax]
MERGES = [name for name, kind in LAYERS.items() if kind.family == "merge"]
RESTING = [Dropout(0.4), GaussianNoise(0.3), ActivityRegularization()]
WALK_FUNCTION = "playground.engine.probes.walk.tf.function"
NETWORKS = int(os.environ.get("PLAYGROUND_WALKS", "12"))


def walked(session, question):
    return session.look(Wanted(0, 0, walk=question)).walk


def branched(number: int) -> Document:
    """Two ways from Data that a merge joins, with a third one added; the last layer suits the loss."""
    random, loss = np.random.default_rng(number), list(LOSSES.values())[number % len(LOSSES)]
    kind, then = MERGES[number % len(MERGES)], MERGES[(number + 1 + number // 12) % len(MERGES)]
    binary = "binary" in loss.tasks and loss.tells_by_one_value
    data = DataSettings(name="circle" if binary else "three-blobs", points=40, train_share=50)
    document, units = Document(data=data), int(random.integers(2, 6))
    document, left = add_node(document, Dense(units, ACTIVATIONS[number % 12]), 0, 0, after=DATA)
    document, right = add_node(document, Dense(units, str(random.choice(ACTIVATIONS))), 0, 0, after=DATA)
    shaped = (Reshape((units, 1)), Flatten()) if number % 2 else ()
    document, bent = after(document, right, LAYERS[ALONE[number % len(ALONE)]](), RESTING[number % 3], *shaped)
    document, joined = after(document, left, LAYERS[kind]())
    document = connect(document, bent, joined)
    document, both = after(document, joined, LAYERS[then]())
    wide = 2 * units if kind == "Concatenate" else units
    document, short = after(document, right, Dense(wide, "linear", use_bias=bool(number % 4)))
    document = connect(document, short, both)
    other = LAYERS[ALONE[-1 - (number + number // 12) % len(ALONE)]]()
    ends = {"probabilities": "sigmoid" if binary else "softmax"}.get(loss.takes, "linear")
    document, last = after(document, both, other, Dense(1 if binary else 3, ends))
    return set_layer(connect(document, last, OUTPUT), OUTPUT, Output(loss.name))


def after(document, node, *layers):
    for layer in layers:
        document, node = add_node(document, layer, 0, 0, after=node)
    return document, node


def at_random(session, random):
    return [
        tf.constant(random.normal(0, 0.7, value.shape).astype(np.float32)) if value.shape.rank else value
        for value in session.state
    ]


def worst(walk, graph):
    """The largest difference of a gradient by hand to the tape's, beside the largest of its layer where over 1."""
    hand, found = ByHand(walk, graph), [0.0]
    for stop in walk.stops:
        pairs = [(hand.gradients[stop.node], stop.gradient)]
        if stop.z is not None:
            pairs.append((hand.deltas[stop.node], stop.delta))
        for array, gradient in enumerate(stop.gradients):
            own = hand.weights(stop.node, array)
            if own is not None:
                assert own.shape == gradient.shape
                pairs.append((own, gradient))
        found += [np.abs(one - other).max() / max(1, np.abs(other).max()) for one, other in pairs]
    return max(found), hand


@pytest.mark.parametrize("number", range(NETWORKS))
def test_by_hand_and_by_the_tape_are_the_same(number, monkeypatch):
    # Tracing takes longer than one look.
    monkeypatch.setattr(WALK_FUNCTION, lambda function=None, **_: function or (lambda f: f))
    session, random = Session(branched(number), Loops()), np.random.default_rng(number)
    dataset, graph = session.dataset, session.document.graph
    session.state = at_random(session, random)
    row = random.integers(len(dataset.points))
    walk = walked(session, WalkQuestion(tuple(dataset.points[row]), tuple(dataset.targets[row])))
    difference, hand = worst(walk, graph)
    assert difference <= 1e-6
    # All of it by hand, and nothing that is trivially so.
    assert not hand.from_tape
    x = tf.constant(walk.stops[0].value[np.newaxis])
    np.testing.assert_allclose(walk.stops[-1].value, session._probes.output(session.state, x)[0], rtol=1e-5, atol=1e-6)


def test_every_activation_has_the_tapes_slope_at_its_kink(loops):
    document, step = add_node(Document(), Dense(2, "step"), 0, 0, after=DATA)
    document, joined = after(document, step, LAYERS[ALONE[0]](), LAYERS["Concatenate"]())
    for name in ALONE[1:]:
        document, bent = after(document, step, LAYERS[name]())
        document = connect(document, bent, joined)
    document, last = after(document, joined, Dense(1, "linear"))
    session = Session(connect(document, last, OUTPUT), loops)
    session.state = [tf.zeros((2, 2)), tf.constant([-1.0, -1.0]), *session.state[2:]]
    walk = walked(session, WalkQuestion((1.0, 2.0), (1.0,)))
    assert not walk.stop(step).value.any()
    difference, hand = worst(walk, session.document.graph)
    assert difference <= 1e-6
    assert not hand.from_tape


@pytest.fixture
def three_to_two(loops):
    """The lesson's layer: x = (1, .5, -1), two sigmoids."""
    document = Document(data=DataSettings(name="iris"))
    document, last = add_node(document, Dense(3, "sigmoid"), 0, 0, after=DATA)
    session = Session(set_layer(connect(document, last, OUTPUT), OUTPUT, Output("half_squared_error")), loops)
    kernel, bias = np.zeros((4, 3), np.float32), np.array([0.1, -0.2, 0], np.float32)
    kernel[:3, :2] = [[0.5, -0.3], [0.8, 0.2], [-0.4, 0.6]]
    session.state = [tf.constant(kernel), tf.constant(bias), *session.state[2:]]
    return session, last


def test_the_lessons_layer_has_the_lessons_numbers(three_to_two):
    session, last = three_to_two
    walk = walked(session, WalkQuestion((1.0, 0.5, -1.0, 0.0), (0.0,), HALF))
    stop = walk.stop(last)
    np.testing.assert_allclose(stop.z[:2], [1.4, -1.0], atol=1e-6)
    np.testing.assert_allclose(stop.value[:2], [0.80218387, 0.2689414], atol=1e-7)
    np.testing.assert_allclose(stop.slope[:2], [0.15868491, 0.19661193], atol=1e-7)
    np.testing.assert_allclose(stop.gradient[:2], [-0.19781613, 0.2689414], atol=1e-7)
    np.testing.assert_allclose(stop.delta[:2], [-0.03139044, 0.05287709], atol=1e-7)
    kernel = [[-0.03139044, 0.05287709], [-0.01569522, 0.02643854], [0.03139044, -0.05287709]]
    np.testing.assert_allclose(stop.gradients[0][:3, :2], kernel, atol=1e-7)
    third = 0.5 * 0.5**2
    assert walk.loss == pytest.approx(0.0557304 + third, abs=1e-6)
    # Keras's mean over three outputs is two thirds of the sum's half; the document's half of it a third.
    of_document = walked(session, WalkQuestion((1.0, 0.5, -1.0, 0.0), (0.0,)))
    np.testing.assert_allclose(of_document.stop(last).gradient, stop.gradient / 3, atol=1e-7)


def test_the_chain_rule_of_two_neurons(chain, loops):
    """y1 = x w1 + b1 = 3, y2 = y1 w2 + b2 = 7: what y2 changes with, by ½ (y2 - t)² with t = 6."""
    document = chain(Dense(1, "linear"), Dense(1, "linear"), data=DataSettings(name="sine", points=20))
    session = Session(document, loops)
    numbers = ([[2.0]], [1.0], [[2.0]], [1.0])
    session.state = [*(tf.constant(number, tf.float32) for number in numbers), *session.state[4:]]
    walk = walked(session, WalkQuestion((1.0,), (6.0,), HALF))
    first, second = walk.stop("dense_1"), walk.stop("dense_2")
    assert (first.value[0], second.value[0], walk.loss) == (3, 7, 0.5)
    assert [float(found.ravel()[0]) for found in (*first.gradients, *second.gradients)] == [2, 2, 3, 1]
    assert (first.gradient[0], walk.stops[0].gradient[0]) == (2, 4)


@pytest.mark.parametrize("name", names())
def test_every_bundled_example_gives_a_walk(name, monkeypatch):
    session = Session(example(name, asset("examples")), Loops())
    monkeypatch.setattr(WALK_FUNCTION, lambda function=None, **_: function or (lambda f: f))
    dataset = session.dataset
    walk = walked(session, WalkQuestion(tuple(dataset.points[0]), tuple(dataset.targets[0])))
    assert [walk.stops[0].node, walk.stops[-1].node] == [DATA, OUTPUT]
    difference, hand = worst(walk, session.document.graph)
    assert difference <= 1e-6
    assert np.isfinite([stop.norm for stop in walk.stops]).all()
    dense_only = all(node.layer.family in ("core", "ends", "merge", "activations") for node, _ in session.spec.nodes)
    assert not (dense_only and hand.from_tape)
    assert np.isfinite([walk.loss, walk.loss_after]).all()


def test_an_output_near_its_end_says_that_keras_looks_behind_it(chain, loops):
    session = Session(chain(Dense(1, "sigmoid"), loss="binary_crossentropy"), loops)
    x = tuple(session.dataset.points[0])
    assert walked(session, WalkQuestion(x, (1.0,))).behind < 1e-6
    session.state = [tf.zeros((2, 1)), tf.constant([30.0]), *session.state[2:]]
    assert walked(session, WalkQuestion(x, (-1.0,))).behind == pytest.approx(max(1, *np.abs(x)), abs=1e-3)


def test_the_step_is_that_of_kerass_own_optimizer(chain, loops):
    session = Session(chain(Dense(3, "tanh"), PReLU(), Dropout(0.5), Dense(1, "linear")), loops)
    question = WalkQuestion(tuple(session.dataset.points[3]), tuple(session.dataset.targets[3]))
    network = session.keras_network()
    x, y = tf.constant([question.values], tf.float32), tf.constant([question.labels], tf.float32)
    with tf.GradientTape() as tape:
        loss = keras.losses.MeanSquaredError()(y, network(x, training=False))
    variables = network.trainable_variables
    network.optimizer.apply(tape.gradient(loss, variables), variables)
    walk = walked(session, question)
    assert walk.loss == pytest.approx(float(loss), abs=1e-6)
    later = float(keras.losses.MeanSquaredError()(y, network(x, training=False)))
    assert walk.loss_after == pytest.approx(later, abs=1e-6)
    session.learn_one(question)
    for node in ("dense_1", "dense_2"):
        for told, own, keras_own in zip(
            walk.after[node], session.weights_by_node()[node], network.get_layer(node).get_weights(), strict=True
        ):
            np.testing.assert_allclose(told, keras_own, atol=1e-7)
            np.testing.assert_array_equal(told, own)
    assert session.look(Wanted()).events[-1].code == "learned_one"
    assert walked(session, question).loss == pytest.approx(walk.loss_after, abs=1e-6)


@pytest.mark.parametrize("name", ["arms", "waves", "digits", "pictures"])
def test_the_step_of_every_kind_of_layer_is_that_of_keras(name):
    """Dense, recurrent and convolutional: the loss before and after, and so the whole step, on one sample."""
    session = Session(example(name, asset("examples")), Loops())
    question = WalkQuestion(tuple(session.dataset.points[0]), tuple(session.dataset.targets[0]))
    network = session.keras_network()
    x = tf.reshape(tf.constant([question.values], tf.float32), (1, *network.input_shape[1:]))
    loss, label = keras.losses.get(network.loss), tf.constant([question.labels], tf.float32)
    with tf.GradientTape() as tape:
        before = loss(label, network(x, training=False))
    variables = network.trainable_variables
    network.optimizer.apply(tape.gradient(before, variables), variables)
    walk, after = walked(session, question), loss(label, network(x, training=False))
    assert walk.loss == pytest.approx(float(tf.reduce_mean(before)), abs=1e-6)
    assert walk.loss_after == pytest.approx(float(tf.reduce_mean(after)), abs=2e-6)


@pytest.mark.parametrize("question", [WalkQuestion((1.0,), (0.0,)), WalkQuestion((1.0, 2.0, 3.0), (1.0,))])
def test_a_sample_of_other_data_gives_no_walk_and_no_step(chain, loops, question):
    session = Session(chain(Dense(1, "linear")), loops)
    before = list(session.state)
    assert walked(session, question) is None
    session.learn_one(question)
    assert all(one is other for one, other in zip(session.state, before, strict=True))
