"""The film of a run: what is kept, what it costs, and that the past is shown and gone on from exactly as it was."""

from dataclasses import replace

import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given
from hypothesis import strategies as st

from playground.document.layers.dense import Dense
from playground.document.settings import Adam, DataSettings, TrainingSettings
from playground.engine.run.film import TENSOR_BYTES, Film
from playground.engine.session import DivergedError, Session
from playground.frames.wanted import Wanted

EVERYTHING = Wanted(surface_side=6, map_side=4, nodes=("data", "dense_1"), selected="dense_1")


def state_of(number):
    return [tf.constant([float(number), 0.0])]


def steps(film):
    return film.reel(1).steps.tolist()


@given(st.lists(st.integers(1, 50), max_size=200), st.integers(4, 12))
def test_the_first_and_the_newest_stay_and_the_count_is_bounded(apart, most):
    film = Film(most=most)
    step = 0
    film.add(0, [])
    for more in apart:
        step += more
        film.add(step, [])
        kept = steps(film)
        assert kept[0] == 0
        assert kept[-1] == step
        assert kept == sorted(set(kept))
        assert len(kept) <= most


def test_moments_stay_about_equally_far_apart():
    film = Film(most=50)
    for step in range(10_000):
        film.add(step, [])
    gaps = np.diff(steps(film))[:-1]
    assert len(gaps) >= 20
    assert gaps.max() <= 2 * gaps.min()


def test_memory_stays_within_the_bound():
    one = 2 * 4 + TENSOR_BYTES
    film = Film(bound=10 * one)
    for step in range(100):
        film.add(step, state_of(step))
        assert film.bytes <= 10 * one
    assert film.reel(5).bytes == len(steps(film)) * one


def test_a_smaller_bound_thins_at_once():
    film = Film()
    for step in range(100):
        film.add(step, state_of(step))
    film.bound = 20 * (8 + TENSOR_BYTES)
    film.fit()
    assert len(steps(film)) <= 20
    assert (steps(film)[0], steps(film)[-1]) == (0, 99)


def test_a_moment_holds_the_state_of_its_step():
    film = Film(most=6)
    for step in range(40):
        film.add(step, state_of(step))
    for step in range(40):
        moment = film.at(step)
        assert moment.step <= step
        assert film.reel(1).at(step) == moment.step
        assert float(moment.state[0][0]) == moment.step


def test_after_going_back_moments_lie_close_again():
    film = Film(most=6)
    for step in range(40):
        film.add(step, [])
    film.cut(8)
    kept = steps(film)
    film.add(9, [])
    film.add(10, [])
    assert steps(film) == [*kept, 9, 10]


def test_an_empty_film_has_no_moment():
    assert Film().at(3) is None


@pytest.fixture
def session(chain, loops):
    return Session(chain(Dense(3), Dense(1), data=DataSettings(), training=TrainingSettings(optimizer=Adam())), loops)


def test_a_look_back_equals_the_look_of_then(session):
    seen = {0: session.look(EVERYTHING)}
    for _ in range(5):
        session.train(30)
        seen[session.step] = session.look(EVERYTHING)
    for step, then in seen.items():
        now = session.look_back(EVERYTHING, step)
        assert (now.epoch, now.batch, now.past) == (then.epoch, then.batch, step)
        assert now.row == then.row
        np.testing.assert_array_equal(now.surface, then.surface)
        np.testing.assert_array_equal(now.maps["dense_1"], then.maps["dense_1"])
        np.testing.assert_array_equal(now.flowing, then.flowing)
        for node, arrays in then.weights.items():
            for one, other in zip(now.weights[node], arrays, strict=True):
                np.testing.assert_array_equal(one, other)
    assert session.step == 150


def test_what_passes_is_keras_s_own_answer_to_the_batch_learned_last(session):
    session.train(7)
    passing = session.look(Wanted(0, 0, passing=True)).passing
    (row, *_), _ = session._schedule.batches(6, 1)
    x = session.arrays.train_x.numpy()[row[0]][np.newaxis]
    network = session.keras_network()
    np.testing.assert_array_equal(passing["data"], x[0])
    hidden = network.get_layer("dense_1")(x)
    np.testing.assert_allclose(passing["dense_1"], np.asarray(hidden)[0], rtol=1e-5)
    np.testing.assert_allclose(passing["output"], network.predict(x, verbose=0)[0], rtol=1e-5)
    assert not session.look(Wanted(0, 0)).passing


def test_a_look_back_leaves_the_present_as_it_is(session):
    session.train(60)
    before = session.look(EVERYTHING)
    session.look_back(EVERYTHING, 0)
    after = session.look(EVERYTHING)
    assert after.past is None
    np.testing.assert_array_equal(before.surface, after.surface)


def test_going_on_from_the_past_repeats_the_run(session):
    for _ in range(4):
        session.train(40)
    whole, end = session.look(EVERYTHING), session.step
    session.go_back_to(80)
    assert session.step == 80
    assert session.recorder.count == session.epoch + 1
    assert session.film.reel(1).steps.max() == 80
    session.train(end - 80)
    again = session.look(EVERYTHING)
    np.testing.assert_array_equal(again.surface, whole.surface)
    np.testing.assert_array_equal(again.curves.train_loss, whole.curves.train_loss)


def test_a_young_run_has_a_moment_for_each_epoch_even_in_one_call(chain, loops):
    document = chain(Dense(3), Dense(1), data=DataSettings(), training=TrainingSettings())
    one, other = Session(document, loops), Session(document, loops)
    apart = one.plain.steps_per_epoch
    one.train(60 * apart)
    assert one.film.reel(apart).steps[:21].tolist() == [epoch * apart for epoch in range(21)]
    assert len(one.film.moments) < 60
    for _ in range(60):
        other.train(apart)
    np.testing.assert_array_equal(one.look(EVERYTHING).surface, other.look(EVERYTHING).surface)


def test_a_reset_begins_a_new_film(session):
    session.train(50)
    session.reset()
    assert session.look(EVERYTHING).reel.steps.tolist() == [0]


def test_another_network_begins_a_new_film(session, chain):
    session.train(50)
    session.update(chain(Dense(4), Dense(1), data=DataSettings(), training=TrainingSettings(optimizer=Adam())))
    reel = session.look(EVERYTHING).reel
    assert reel.steps.tolist() == [0]


def test_what_is_exported_of_the_past_is_the_network_of_then(session):
    session.train(40)
    then = session.weights_by_node()["dense_1"]
    session.train(40)
    with session.back_at(40):
        kept = session.keras_network().get_layer("dense_1").get_weights()
    for one, other in zip(kept, then, strict=True):
        np.testing.assert_array_equal(one, other)
    assert session.step == 80


def test_a_diverged_run_s_film_ends_with_the_present(chain, loops):
    document = chain(Dense(1, "linear"))
    session = Session(document, loops)
    session.train(200 * session.plain.steps_per_epoch)
    session.update(replace(document, training=replace(document.training, learning_rate=0.8)))
    with pytest.raises(DivergedError):
        session.train(200 * session.plain.steps_per_epoch)
    assert session.epoch > 200
    newest = session.film.moments[-1]
    assert newest.step == session.step
    for one, other in zip(newest.state, session.state, strict=True):
        np.testing.assert_array_equal(one, other)
    assert len(set(steps(session.film))) == len(steps(session.film))
