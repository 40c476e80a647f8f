"""What every layer makes of one input, against a network of Keras's own."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from playground.datasets.features import columns
from playground.document.examples import example
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.layers.regularization import Dropout
from playground.document.settings import DataSettings
from playground.engine.build import build_keras
from playground.engine.session import Session
from playground.engine.targets import present
from playground.frames.wanted import Wanted
from playground.ui.assets import asset


def tried(session, row):
    return session.look(Wanted(0, 0, tried=tuple(row))).tried


def by_keras(session, row):
    """Node id -> its output for the row by Keras's predict, (1, ...), from a network with the session's weights."""
    built = build_keras(session.spec, 0)
    for variable, value in zip(built.network.variables, session.state, strict=False):
        variable.assign(value)
    x = columns(session.document.data, np.array([row]))
    np.testing.assert_array_equal(built.network.predict(x, verbose=0), session.keras_network().predict(x, verbose=0))
    return {
        node: keras.Model(built.network.inputs[0], tensor).predict(x, verbose=0)
        for node, tensor in built.tensors.items()
    }


@pytest.mark.parametrize("name", ["circle", "iris", "pictures", "waves", "sine", "branches"])
def test_every_nodes_values_are_those_of_keras(loops, name):
    session = Session(example(name, asset("examples")), loops)
    session.train(3)
    row = session.dataset.test_points[0]
    found, known = tried(session, row), by_keras(session, row)
    assert next(iter(found)) == DATA
    assert list(found)[-1] == OUTPUT
    assert set(found) == set(known)
    for node, values in known.items():
        if node == OUTPUT:
            task = session.document.data.facts.task
            np.testing.assert_allclose(found[node], present(values, session.spec.loss, task)[0], atol=1e-5)
        elif values.ndim == 4:
            np.testing.assert_allclose(found[node], values[0].transpose(2, 0, 1), atol=1e-5)
        elif values.ndim == 3:
            np.testing.assert_allclose(found[node], values[0].T[:, np.newaxis], atol=1e-5)
        else:
            np.testing.assert_allclose(found[node], values[0][:64], atol=1e-5)


def test_the_output_is_that_of_the_surface_at_the_same_place(chain, loops):
    session = Session(chain(Dense(3), Dense(1, "linear")), loops)
    frame = session.look(Wanted(3, 0, tried=(0.0, 6.0)))
    assert frame.tried[OUTPUT] == pytest.approx(frame.surface[0, 1], abs=1e-6)


def test_data_shows_what_the_network_sees(chain, loops):
    data = DataSettings(points=46, features=("x1_squared", "x1_x2"))
    session = Session(chain(Dense(1, "linear"), data=data), loops)
    np.testing.assert_allclose(tried(session, (3.0, -2.0))[DATA], [9, -6])


def test_at_most_64_units_are_shown_and_nothing_is_dropped_out(chain, loops):
    session = Session(chain(Dense(80), Dropout(0.9), Dense(1, "linear")), loops)
    found = tried(session, (1.0, 2.0))
    assert found["dense_1"].shape == (64,)
    np.testing.assert_array_equal(found["dense_1"], found["dropout_1"])


def test_an_input_of_other_data_is_passed_over(chain, loops):
    session = Session(chain(Dense(1, "linear")), loops)
    assert tried(session, (1.0, 2.0, 3.0, 4.0)) == {}
    assert tried(session, (1.0,)) == {}


def test_nothing_is_tried_where_nothing_is_wanted(chain, loops):
    assert Session(chain(Dense(1, "linear")), loops).look(Wanted(0, 0)).tried == {}


def test_it_follows_training(chain, loops):
    session = Session(chain(Dense(3), Dense(1, "linear")), loops)
    before = tried(session, (1.0, 2.0))
    session.train(10)
    after = tried(session, (1.0, 2.0))
    np.testing.assert_array_equal(before[DATA], after[DATA])
    assert before[OUTPUT] != after[OUTPUT]
