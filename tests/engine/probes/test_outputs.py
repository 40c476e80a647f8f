"""How layers' outputs are spread, against numpy over the outputs of the network as Keras has it."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.layers.activations import ReLU, Sigmoid
from playground.document.layers.dense import Dense
from playground.document.layers.pictures import Conv2D
from playground.document.layers.regularization import Dropout
from playground.document.layers.shaping import Flatten, Reshape
from playground.engine.probes import outputs
from playground.engine.probes.outputs import BARS, Outputs
from playground.engine.session import Session
from playground.frames.wanted import Wanted

ASKED = Wanted(surface_side=0, map_side=0, outputs=True)
NETWORKS = {
    "dense": (Dense(4, "tanh"), Dense(3, "relu"), Dense(1)),
    "layers that only activate": (Dense(4, "linear"), ReLU(), Dropout(0.5), Dense(2, "linear"), Sigmoid(), Dense(1)),
    "pictures": (Reshape((2, 1, 1)), Conv2D(2, 1), Flatten(), Dense(1)),
}


def by_keras(session):
    """Node id -> what comes out of its layer in the network that Keras would have."""
    network = session.keras_network()
    x = session.arrays.train_x.numpy()
    found = {"data": x}
    for layer in network.layers[1:]:
        found[layer.name] = keras.Model(network.inputs[0], layer.output)(x, training=False).numpy()
    return found


@pytest.mark.parametrize("name", NETWORKS)
def test_histograms_are_numpys_of_what_each_layer_gives(chain, loops, name):
    session = Session(chain(*NETWORKS[name]), loops)
    session.train(6)
    found, expected = session.look(ASKED).outputs, by_keras(session)
    assert list(found) == [node for node in session.document.graph.order if node != "output"]
    for node, seen in found.items():
        values = expected[node]
        counts, edges = np.histogram(values, BARS, (float(values.min()), float(values.max())))
        np.testing.assert_allclose(seen.edges, edges, rtol=1e-4, atol=1e-5)
        # A value may stand within a rounding of an edge, and so count on its other side.
        assert np.abs(seen.counts - counts).sum() <= 4
        assert seen.counts.sum() == values.size
        numbers = (values.mean(), values.std(), np.mean(values == 0), np.sqrt(values.var(axis=0).mean()))
        found_numbers = (seen.mean, seen.deviation, seen.zeros, seen.signal)
        np.testing.assert_allclose(found_numbers, numbers, rtol=1e-3, atol=1e-5)
        assert seen.rows == len(session.arrays.train_x)


def test_the_saturated_share_is_that_of_outputs_near_the_ends(chain, loops):
    session = Session(chain(Dense(4, "tanh"), Dense(3, "sigmoid"), Dense(2, "relu"), Dense(1)), loops)
    session.train(6)
    expected, found = by_keras(session), session.look(ASKED).outputs
    y = expected["dense_1"]
    assert found["dense_1"].saturated == pytest.approx(np.mean(1 - y**2 < 0.05), abs=1e-6)
    y = expected["dense_2"]
    assert found["dense_2"].saturated == pytest.approx(np.mean(y * (1 - y) < 0.05), abs=1e-6)
    assert found["dense_3"].saturated is None


def test_a_layer_of_one_value_has_a_histogram_too(chain, loops):
    session = Session(chain(Dense(2, "step"), Dense(1)), loops)
    session.set_weight("dense_1", 1, (0,), -1e6)
    session.set_weight("dense_1", 1, (1,), -1e6)
    seen = session.look(ASKED).outputs["dense_1"]
    assert (seen.zeros, seen.mean, seen.deviation) == (1, 0, 0)
    assert seen.counts.sum() == 2 * seen.rows
    assert np.all(np.diff(seen.edges) > 0)


def test_of_wide_layers_fewer_rows_are_counted(chain, loops, monkeypatch):
    monkeypatch.setattr(outputs, "MOST_VALUES", 40)
    session = Session(chain(Dense(8), Dense(1)), loops)
    found = session.look(ASKED).outputs
    assert found["dense_1"].rows == 5
    assert found["dense_1"].counts.sum() == 40
    assert found["dense_2"].rows == 25


def test_nothing_is_counted_unless_wanted(chain, loops):
    assert Session(chain(Dense(1)), loops).look(Wanted(0, 0)).outputs == {}


def test_a_hurried_look_may_see_what_was_a_moment_ago_and_others_never(chain, loops, monkeypatch):
    monkeypatch.setattr(outputs, "SHORTEST", 1e6)
    session = Session(chain(Dense(3), Dense(1)), loops)
    first = session.look(ASKED, hurried=True).outputs
    session.train(3)
    assert session.look(ASKED, hurried=True).outputs is first
    assert session.look(ASKED).outputs["dense_1"].mean == pytest.approx(by_keras(session)["dense_1"].mean(), abs=1e-5)
    session.update(edits.set_layer(session.document, "dense_1", Dense(5)))
    assert session.look(ASKED, hurried=True).outputs["dense_1"].counts.sum() == 5 * 25


def test_infinite_values_are_left_out(chain, loops):
    session = Session(chain(Dense(2, "relu"), Dense(1, "linear")), loops)
    for place in ((0, 0), (1, 0)):
        session.set_weight("dense_2", 0, place, 3e38)
    session.set_weight("dense_1", 1, (0,), 1e6)
    seen = session.look(ASKED).outputs["dense_2"]
    assert np.isfinite(seen.edges).all()
    assert np.isfinite(Outputs(session._probes.outputs).look(session.state, session.arrays.train_x, False)["data"].mean)


def test_of_an_earlier_moment_they_are_those_of_then(chain, loops):
    session = Session(chain(Dense(3), Dense(1)), loops)
    first = session.look(ASKED).outputs["dense_2"]
    session.train(40)
    then = session.look_back(ASKED, 0).outputs["dense_2"]
    np.testing.assert_array_equal(then.counts, first.counts)
    assert session.look(ASKED).outputs["dense_2"].mean != then.mean
