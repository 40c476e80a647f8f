"""Runs that break: noticed at once, and left with the weights of the last good epoch."""

from dataclasses import replace

import numpy as np
import pytest
import tensorflow as tf

from playground.document.layers.activations import Formula
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings, TrainingSettings
from playground.engine.loops import Loops
from playground.engine.run.divergence import EXPLODED
from playground.engine.session import DivergedError, Session
from playground.engine.weights import places

PLANE = DataSettings("reg-plane", points=46)


def breaking(chain, rate, batch_size=5):
    """A deep linear network on a plane: with too high a rate each step overshoots more than the last."""
    training = TrainingSettings(learning_rate=rate, batch_size=batch_size)
    return chain(Dense(4, "linear"), Dense(4, "relu"), Dense(1, "linear"), data=PLANE, training=training)


def values(session):
    return [value.numpy() for value in session.state]


def train_until_it_breaks(session, chunk):
    for _ in range(20_000):
        try:
            session.train(chunk)
        except DivergedError as error:
            return error
    raise AssertionError("it did not break")


def explosive(session, node="dense_1", size=1e25):
    """The session with weights that no loss can bear."""
    at = next(at for at, place in enumerate(places(session.plain)) if place == (node, 0))
    session.state = [*session.state]
    session.state[at] = tf.fill(session.state[at].shape, size)
    return session


@pytest.fixture(scope="module")
def document(chain):
    """One that goes on for a while and then breaks: each step overshoots by about an eighth more than the last.

    The loss's second derivative along x1 is 2 · 12, so that a rate above 2 / 24 overshoots.
    """
    return chain(Dense(1, "linear"), data=PLANE, training=TrainingSettings(learning_rate=0.09, batch_size=5))


@pytest.fixture(scope="module")
def broken_at(document, loops):
    """The epoch after which its loss is no number or beyond bounds."""
    epoch = train_until_it_breaks(Session(document, loops), 5).epoch
    assert epoch > 5
    return epoch


@pytest.mark.parametrize("chunk", [1, 3, 5, 7, 2_000], ids=lambda chunk: f"{chunk} steps a call")
def test_a_broken_run_has_the_weights_of_its_last_good_epoch(document, loops, broken_at, chunk):
    session = Session(document, loops)
    error = train_until_it_breaks(session, chunk)
    good = Session(document, loops)
    good.train((broken_at - 1) * good.plain.steps_per_epoch)
    assert error.epoch == broken_at
    assert not error.loss < EXPLODED
    assert (session.epoch, session.batch) == (broken_at - 1, 0)
    for ours, expected in zip(values(session), values(good), strict=True):
        assert np.isfinite(ours).all()
        np.testing.assert_array_equal(ours, expected)
    np.testing.assert_array_equal(session.recorder.curves().train_loss, good.recorder.curves().train_loss)


def test_a_broken_run_through_xla_has_finite_weights_of_its_last_good_epoch(document):
    session = Session(document, Loops())
    session.twin_to_compile()()
    error = train_until_it_breaks(session, 2_000)
    assert session.epoch == error.epoch - 1
    assert session.recorder.count == error.epoch
    assert all(np.isfinite(value).all() for value in values(session))
    found = session.plain.judge(session.state, session.arrays)[0, 0]
    assert found == pytest.approx(session.recorder.curves().train_loss[-1], rel=1e-3)


def test_a_run_that_breaks_at_once_has_its_first_weights(chain, loops):
    session = Session(breaking(chain, 10.0), loops)
    first = values(session)
    error = train_until_it_breaks(session, 50)
    assert error.epoch == 1
    assert session.step == 0
    for ours, expected in zip(values(session), first, strict=True):
        np.testing.assert_array_equal(ours, expected)


def test_a_run_that_breaks_again_breaks_at_the_same_epoch(document, loops, broken_at):
    session = Session(document, loops)
    for _ in range(3):
        assert train_until_it_breaks(session, 7).epoch == broken_at


def test_going_back_does_not_train_the_whole_run_again(document, loops, monkeypatch, broken_at):
    session = Session(document, loops)
    trained = []
    run = session._run
    monkeypatch.setattr(session, "_run", lambda chunk, count: (trained.append(count), run(chunk, count))[1])
    train_until_it_breaks(session, 12)
    last_step = broken_at * session.plain.steps_per_epoch
    # Calls of 12 up to the broken epoch's end, and at most two calls' worth of it again.
    assert sum(trained) < last_step + 12 + 2 * 12
    assert session.step > 3 * 12


def test_a_smaller_learning_rate_mends_a_broken_run(document, with_training, loops, broken_at):
    session = Session(document, loops)
    train_until_it_breaks(session, 2_000)
    session.update(with_training(document, learning_rate=0.001))
    session.train(100)
    assert session.epoch == broken_at - 1 + 20
    assert session.recorder.count == session.epoch + 1


def test_a_run_that_an_edit_breaks_has_the_weights_it_had_then(document, with_training, loops):
    session = Session(document, loops)
    session.train(7)
    before = session.weights_by_node()["dense_1"]
    session.update(with_training(document, learning_rate=10.0))
    error = train_until_it_breaks(session, 4)
    assert error.epoch == 2
    assert session.step == 7
    for ours, expected in zip(session.weights_by_node()["dense_1"], before, strict=True):
        np.testing.assert_array_equal(ours, expected)


@pytest.mark.parametrize("change", ["learning rate", "batch size", "layer"])
def test_an_edit_in_the_middle_of_a_breaking_epoch_keeps_no_broken_weights(chain, with_training, loops, change):
    document = breaking(chain, 10.0)
    session = Session(document, loops)
    first = values(session)
    session.train(4)
    assert not all(np.isfinite(value).all() for value in values(session)), "broken, and not yet noticed"
    session.update(
        {
            "learning rate": with_training(document, learning_rate=0.001),
            "batch size": with_training(document, batch_size=4, learning_rate=0.001),
            "layer": replace(breaking(chain, 0.001, batch_size=4), layout=()),
        }[change]
    )
    kept = values(session)
    for at in range(6):
        np.testing.assert_array_equal(kept[at], first[at])
    session.train(12)
    assert session.epoch == 2
    assert all(np.isfinite(value).all() for value in values(session))


def test_a_loss_beyond_all_bounds_is_a_broken_run_though_it_is_a_number(chain, loops):
    session = explosive(Session(breaking(chain, 1e-6), loops), size=1e8)
    session._begin(0)
    error = train_until_it_breaks(session, 5)
    assert error.epoch == 1
    assert EXPLODED <= error.loss < np.inf or not np.isfinite(error.loss)


CIRCLE = DataSettings("circle", points=46)


@pytest.mark.parametrize("formula", ["sqrt(x)", "log(x)"])
def test_a_formula_that_has_no_number_is_to_blame(chain, loops, formula):
    document = chain(Dense(4), Formula(formula), Dense(1), data=CIRCLE)
    assert train_until_it_breaks(Session(document, loops), 5).formula == formula


def test_a_formula_that_meets_a_value_it_has_no_number_for_later_is_to_blame(chain, loops):
    training = TrainingSettings(learning_rate=0.3, batch_size=5)
    document = chain(Dense(4, "linear"), Formula("log(x + 12)"), Dense(1, "linear"), data=PLANE, training=training)
    error = train_until_it_breaks(Session(document, loops), 5)
    assert error.formula == "log(x + 12)"
    assert dict(error.status.values)["formula"] == error.formula


def test_a_formula_is_not_to_blame_for_steps_that_were_too_large(chain, loops):
    training = TrainingSettings(learning_rate=5.0, batch_size=5)
    document = chain(Dense(4, "linear"), Formula("x * x"), Dense(1, "linear"), data=PLANE, training=training)
    assert train_until_it_breaks(Session(document, loops), 5).formula == ""
