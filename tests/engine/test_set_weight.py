"""A weight typed by hand: the network has it, its losses tell, and training goes on from it."""

import numpy as np
import pytest

from playground.document.layers.dense import Dense
from playground.engine.session import DivergedError, Session
from playground.frames.wanted import Wanted


@pytest.fixture
def session(chain, loops):
    """2-2-1, tanh and then linear, after two epochs and two batches."""
    session = Session(chain(Dense(2, "tanh"), Dense(1, "linear")), loops)
    session.train(2 * session.plain.steps_per_epoch + 2)
    return session


def by_hand(session, x):
    """What the present weights give for x, (rows, 2)."""
    (kernel, bias), (last, last_bias) = session.weights_by_node()["dense_1"], session.weights_by_node()["dense_2"]
    return np.tanh(x @ kernel + bias) @ last + last_bias


@pytest.mark.parametrize(("array", "place"), [(0, (1, 0)), (1, (1,))])
def test_the_network_predicts_with_the_new_number(session, array, place):
    before = session.weights_by_node()
    assert session.set_weight("dense_1", array, place, 0.75)
    after = session.weights_by_node()
    assert after["dense_1"][array][place] == 0.75
    changed = after["dense_1"][array].copy()
    changed[place] = before["dense_1"][array][place]
    np.testing.assert_array_equal(changed, before["dense_1"][array])
    x = np.array([[0.5, -2.0], [3.0, 1.0], [0.0, 0.0]], np.float32)
    np.testing.assert_allclose(session.keras_network().predict(x, verbose=0), by_hand(session, x), atol=1e-6)


def test_the_newest_loss_is_that_of_the_new_weights(session):
    before = session.look(Wanted()).curves
    assert session.set_weight("dense_2", 0, (0, 0), -1.5)
    after = session.look(Wanted()).curves
    x, y = session.arrays.train_x.numpy(), session.arrays.train_y.numpy()
    assert after.train_loss[-1] == pytest.approx(np.mean((by_hand(session, x) - y) ** 2), rel=1e-5)
    np.testing.assert_array_equal(after.train_loss[:-1], before.train_loss[:-1])
    assert (session.epoch, session.batch) == (2, 0)


def test_training_goes_on_from_it(session):
    session.set_weight("dense_1", 1, (0,), 2.0)
    session.train(session.plain.steps_per_epoch)
    assert session.epoch == 3
    assert session.weights_by_node()["dense_1"][1][0] == pytest.approx(2.0, abs=0.5)


@pytest.mark.parametrize(
    ("node", "array", "place", "value"),
    [
        ("dense_1", 0, (0, 0), float("nan")),
        ("dense_1", 0, (0, 0), float("inf")),
        ("dense_1", 0, (0, 0), 1e39),
        ("dense_1", 0, (2, 0), 1.0),
        ("dense_1", 0, (-1, 0), 1.0),
        ("dense_1", 0, (0,), 1.0),
        ("dense_1", 2, (0,), 1.0),
        ("ghost", 0, (0, 0), 1.0),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(session, node, array, place, value):
    state, step = list(session.state), session.step
    assert not session.set_weight(node, array, place, value)
    assert session.step == step
    assert all(one is other for one, other in zip(session.state, state, strict=True))


def test_a_frame_taken_before_keeps_its_numbers(session):
    frame = session.look(Wanted())
    kept = frame.weights["dense_1"][0].copy()
    session.set_weight("dense_1", 0, (0, 0), 9.0)
    np.testing.assert_array_equal(frame.weights["dense_1"][0], kept)


def test_a_weight_held_at_zero_is_free_again_once_it_is_given_a_value(chain, loops):
    session = Session(chain(Dense(2, "tanh", l1=5.0, hold_zero=True), Dense(1, "linear")), loops)
    session.train(5 * session.plain.steps_per_epoch)
    kernel = session.weights_by_node()["dense_1"][0]
    place = tuple(int(step) for step in np.argwhere(kernel == 0)[0])
    session.set_weight("dense_1", 0, place, 4.0)
    session.train(1)
    assert session.weights_by_node()["dense_1"][0][place] != 0


def test_too_large_a_weight_diverges_back_to_where_it_was_typed(session):
    session.set_weight("dense_2", 0, (0, 0), 1e30)
    with pytest.raises(DivergedError):
        session.train(session.plain.steps_per_epoch)
    assert session.weights_by_node()["dense_2"][0][0, 0] == np.float32(1e30)


def test_the_film_goes_on_from_the_new_number(session):
    session.set_weight("dense_1", 0, (0, 0), 3.5)
    assert session.look_back(Wanted(), session.step).weights["dense_1"][0][0, 0] == 3.5
    assert session.look_back(Wanted(), 0).weights["dense_1"][0][0, 0] != 3.5


def test_a_weight_that_is_turned_leaves_one_mark_and_the_last_number(session):
    session.set_weight("dense_1", 0, (0, 0), 1.0)
    for value in (1.01, 1.02, 1.03):
        assert session.set_weight("dense_1", 0, (0, 0), value, again=True)
    events = [dict(event.values)["value"] for event in session.course.events if event.code == "weight"]
    assert events == [1.03]
