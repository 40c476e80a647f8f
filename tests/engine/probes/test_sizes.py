"""Sizes of weights, gradients and steps, against a plain GradientTape over the network as Keras has it."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from playground.document.edits import edits
from playground.document.edits.growing import freeze
from playground.document.layers.activations import PReLU, ReLU
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.pictures import Conv2D
from playground.document.layers.regularization import Dropout
from playground.document.layers.sequences import LSTM, Embedding
from playground.document.layers.shaping import Flatten, Reshape
from playground.engine.probes import sizes
from playground.engine.probes.sizes import MOST_SAMPLES, Sizes
from playground.engine.session import Session
from playground.frames.wanted import Wanted

ASKED = Wanted(surface_side=0, map_side=0, sizes=True)
NETWORKS = {
    "dense": (Dense(4, "tanh", l2=0.1), Dense(1, "tanh")),
    "normalized, with noise": (Dense(3, "relu"), BatchNormalization(), Dropout(0.4), Dense(1)),
    "learned slopes": (Dense(3, "linear"), PReLU(), Dense(1)),
    "pictures": (Reshape((2, 1, 1)), Conv2D(2, 1), Flatten(), Dense(1)),
    "sequences": (Reshape((2, 1)), LSTM(2), Dense(1)),
    "embedded": (Embedding(4, 3), Flatten(), Dense(1)),
    "no slope": (Dense(3, "step"), Dense(1)),
}


@pytest.fixture(autouse=True)
def always(monkeypatch) -> None:
    """Each look measures; else they would be apart by the clock."""
    monkeypatch.setattr(sizes, "INTERVAL", 0.0)
    monkeypatch.setattr(sizes, "REST", 0)


def size(arrays) -> float:
    return float(np.sqrt(np.mean(np.concatenate([np.ravel(array) for array in arrays]) ** 2)))


def by_tape(session, node):
    """(weights, gradient) of one node in the network that Keras would have."""
    network = session.keras_network()
    layer = network.get_layer(node)
    layer.trainable = True
    variables = [variable.value for variable in layer.trainable_weights]
    with tf.GradientTape() as tape:
        predicted = network(session.arrays.train_x, training=False)
        loss = tf.reduce_mean(network.loss(session.arrays.train_y, predicted))
        if session.spec.loss.name == "half_squared_error":
            loss = 0.5 * loss
    found = tape.gradient(loss, variables)
    # None means that the loss does not ask for the weights at all.
    pulls = [tf.zeros(1) if gradient is None else tf.convert_to_tensor(gradient) for gradient in found]
    return size([variable.numpy() for variable in variables]), size([pull.numpy() for pull in pulls])


@pytest.mark.parametrize("name", NETWORKS)
def test_weights_and_gradients_are_those_of_a_plain_tape(chain, loops, name):
    session = Session(chain(*NETWORKS[name]), loops)
    session.train(7)
    found = session.look(ASKED).sizes
    assert set(found) == {name for name in session.weights_by_node() if not name.startswith("dropout")}
    for node, layer in found.items():
        np.testing.assert_allclose((layer.weights, layer.gradient), by_tape(session, node), rtol=1e-4, atol=1e-8)


@pytest.mark.parametrize("loss", ["half_squared_error", "hinge", "binary_crossentropy_logits"])
def test_the_gradient_is_that_of_the_loss_in_the_curves(chain, loops, loss):
    session = Session(chain(Dense(3), Dense(1, "linear"), loss=loss), loops)
    session.train(4)
    found = session.look(ASKED).sizes["dense_1"].gradient
    assert found == pytest.approx(by_tape(session, "dense_1")[1], rel=1e-4)


def test_the_step_is_the_one_that_the_run_takes_next(chain, loops):
    session = Session(chain(Dense(4), Dropout(0.3), Dense(1)), loops)
    session.train(6)
    found, before = session.look(ASKED).sizes, session.weights_by_node()
    session.train(1)
    after = session.weights_by_node()
    for node in ("dense_1", "dense_2"):
        moved = size([now - then for now, then in zip(after[node], before[node], strict=True)])
        assert found[node].update == pytest.approx(moved, rel=1e-5)


def test_a_frozen_layer_feels_a_gradient_and_takes_no_step(chain, loops):
    session = Session(freeze(chain(Dense(4), Dense(1)), ["dense_1"]), loops)
    session.train(5)
    found = session.look(ASKED).sizes
    assert found["dense_1"].update == 0
    assert found["dense_1"].gradient == pytest.approx(by_tape(session, "dense_1")[1], rel=1e-4)
    assert found["dense_2"].update > 0


def test_dead_units_are_those_whose_relu_is_0_for_every_point(chain, loops):
    session = Session(chain(Dense(4), Dense(5, "linear"), ReLU(), Dense(1)), loops)
    for unit in (0, 3):
        session.set_weight("dense_2", 1, (unit,), -9.0)
    session.train(5)
    network, found = session.keras_network(), session.look(ASKED).sizes
    values = keras.Model(network.input, network.get_layer("re_lu_1").output)(session.arrays.train_x).numpy()
    assert found["dense_2"].dead == pytest.approx((values == 0).all(axis=0).mean())
    assert found["dense_2"].dead >= 0.4
    assert found["dense_2"].flat == pytest.approx((values == 0).mean(), abs=1e-6)
    assert (found["dense_1"].dead, found["dense_3"].dead) == (0, 0)


def test_looking_changes_no_history(chain, loops):
    seen, plain = (Session(chain(Dense(4), Dropout(0.3), Dense(1)), loops) for _ in range(2))
    for _ in range(6):
        seen.train(3)
        plain.train(3)
        seen.look(ASKED)
        plain.look(Wanted(surface_side=0, map_side=0))
    for one, other in zip(seen.state, plain.state, strict=True):
        np.testing.assert_array_equal(one.numpy(), other.numpy())


def test_nothing_is_measured_unless_wanted_nor_before_training(chain, loops):
    session = Session(chain(Dense(4), Dense(1)), loops)
    assert session.look(ASKED).sizes == {}
    session.train(5)
    frame = session.look(Wanted(surface_side=0, map_side=0))
    assert (frame.sizes, frame.size_history.nodes) == ({}, ())


def test_between_two_measures_frames_hold_the_last(chain, loops, monkeypatch):
    session = Session(chain(Dense(4), Dense(1)), loops)
    session.train(5)
    monkeypatch.setattr(sizes, "INTERVAL", 60.0)
    first = session.look(ASKED)
    session.train(5)
    second = session.look(ASKED)
    assert second.sizes is first.sizes
    assert second.size_history is first.size_history


def test_the_history_follows_the_run_and_begins_again_with_it(chain, loops):
    session = Session(chain(Dense(4), Dense(1)), loops)
    for _ in range(3):
        session.train(5)
        frame = session.look(ASKED)
    assert frame.size_history.nodes == ("dense_1", "dense_2")
    assert frame.size_history.epochs.tolist() == [1, 2, 3]
    newest = frame.sizes["dense_2"]
    expected = np.float32([newest.weights, newest.gradient, newest.update])
    np.testing.assert_array_equal(frame.size_history.values[-1, 1], expected)
    session.reset()
    assert len(session.look(ASKED).size_history.epochs) == 0


def test_other_layers_begin_another_history(chain, loops):
    document = chain(Dense(4), Dense(1))
    session = Session(document, loops)
    session.train(5)
    session.look(ASKED)
    session.update(edits.remove_nodes(document, ["dense_1"], heal=True))
    session.train(5)
    assert session.look(ASKED).size_history.nodes == ("dense_2",)


def test_a_long_history_is_thinned_and_keeps_its_ends():
    kept = Sizes()
    for epoch in range(1, 20_000, 7):
        kept.keep(epoch, ("dense_1",), np.full((1, 3), epoch, np.float32))
    epochs = kept.history.epochs
    assert len(epochs) <= MOST_SAMPLES
    assert len(epochs) > MOST_SAMPLES // 4
    assert epochs[-1] == range(1, 20_000, 7)[-1]
    assert epochs[0] == 1
    assert np.all(np.diff(epochs) > 0)
    np.testing.assert_array_equal(kept.history.values[:, 0, 0], epochs)


def test_a_run_that_goes_back_forgets_what_came_after():
    kept = Sizes()
    for epoch in (1, 2, 3, 4):
        kept.keep(epoch, ("dense_1",), np.ones((1, 3), np.float32))
    kept.forget_after(2)
    assert kept.history.epochs.tolist() == [1, 2]
