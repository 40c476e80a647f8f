"""What flows into activations, and the units that are dead by it, against numpy."""

import numpy as np
import pytest

from playground.document.layers.activations import Formula, ReLU, Step
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.pictures import Conv2D
from playground.document.layers.regularization import Dropout
from playground.document.layers.shaping import Flatten, Reshape
from playground.engine.probes.probes import can_flow
from playground.engine.session import Session
from tests.engine.probes.network_by_hand import (
    B1,
    W1,
    look,
    put,
)


@pytest.mark.parametrize("activation", ["tanh", "step", "softmax"])
def test_what_flows_into_an_activation_is_x_times_w_plus_b(chain, loops, activation):
    document = chain(Dense(2, activation), Dense(1))
    session = put(Session(document, loops), dense_1=(W1, B1))
    expected = session.dataset.train_points @ W1 + B1
    np.testing.assert_allclose(look(session, selected="dense_1").flowing, expected.ravel(), atol=1e-5)


def test_what_flows_without_a_bias_is_x_times_w(chain, loops):
    session = Session(chain(Dense(2), Dense(1, use_bias=False)), loops)
    weights = session.weights_by_node()
    hidden = np.tanh(session.dataset.train_points @ weights["dense_1"][0] + weights["dense_1"][1])
    found = look(session, selected="dense_2").flowing
    np.testing.assert_allclose(found, (hidden @ weights["dense_2"][0]).ravel(), atol=1e-5)


def test_what_flows_into_a_layer_that_only_activates_is_what_comes_in(chain, loops):
    document = chain(Dense(2, "linear"), ReLU(), Step(), Dense(1))
    session = put(Session(document, loops), dense_1=(W1, B1))
    coming = session.dataset.train_points @ W1 + B1
    np.testing.assert_allclose(look(session, selected="re_lu_1").flowing, coming.ravel(), atol=1e-5)
    np.testing.assert_allclose(look(session, selected="step_1").flowing, np.maximum(coming, 0).ravel(), atol=1e-5)


def test_only_what_applies_an_activation_can_be_counted(chain, loops):
    session = Session(chain(Dense(2), Dropout(), BatchNormalization(), ReLU(), Dense(1)), loops)
    flows = {node for node in session.document.graph.by_id if can_flow(node, session.plain)}
    assert flows == {"dense_1", "re_lu_1", "dense_2"}
    assert look(session, selected="dropout_1").flowing is None
    assert look(session, selected="gone").flowing is None
    assert look(session).flowing is None


def test_what_flows_into_a_convolutions_activation_is_its_sum(chain, loops):
    session = Session(chain(Reshape((2, 1, 1)), Conv2D(2, 1, activation="relu"), Flatten(), Dense(1)), loops)
    kernel, bias = session.weights_by_node()["conv2d_1"]
    points = session.dataset.train_points.reshape(-1, 2, 1, 1, 1)
    expected = points * kernel[0, 0] + bias
    np.testing.assert_allclose(look(session, selected="conv2d_1").flowing, expected.ravel(), atol=1e-5)


@pytest.mark.parametrize(
    ("activation", "slope"),
    [
        ("relu", lambda x: (x > 0).astype(float)),
        ("tanh", lambda x: 1 - np.tanh(x) ** 2),
        ("sigmoid", lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2),
        ("softplus", lambda x: 1 / (1 + np.exp(-x))),
        ("linear", np.ones_like),
        ("step", np.zeros_like),
    ],
)
def test_a_unit_is_dead_whose_slope_is_flat_for_every_train_point(chain, loops, activation, slope):
    w = np.array([[0.5, 0.0, 0.0, 0.2], [0.25, 0.1, 0.1, -0.2]])
    b = np.array([0.1, -9.0, 9.0, 0.0])
    session = put(Session(chain(Dense(4, activation), Dense(1)), loops), dense_1=(w, b))
    slopes = slope(session.dataset.train_points @ w + b)
    expected = (np.abs(slopes) < 0.05).all(axis=0)
    found = look(session, selected="dense_1").dead
    assert found.tolist() == expected.tolist()
    if activation in ("relu", "tanh"):
        assert 0 < found.sum() < 4


def test_dead_units_of_softmax_of_formulas_and_of_pictures_are_flagged_too(chain, loops):
    session = Session(chain(Dense(3, "softmax"), Dense(1)), loops)
    session = put(session, dense_1=(np.zeros((2, 3)), np.array([0.0, 0.0, -20.0])))
    assert look(session, selected="dense_1").dead.tolist() == [False, False, True]
    session = Session(chain(Dense(2, "linear"), Formula("maximum(x, 0) * 2"), Dense(1)), loops)
    session = put(session, dense_1=(np.zeros((2, 2)), np.array([1.0, -1.0])))
    assert look(session, selected="formula_1").dead.tolist() == [False, True]
    session = Session(chain(Reshape((2, 1, 1)), Conv2D(2, 1, activation="relu"), Flatten(), Dense(1)), loops)
    session = put(session, conv2d_1=(np.ones((1, 1, 1, 2)), np.array([-100.0, 0.0])))
    assert look(session, selected="conv2d_1").dead.tolist() == [True, False]
    assert look(session).dead is None
