"""One document in training: one seed, one history; looks that stay as they were."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.graph import DATA
from playground.document.layers.dense import Dense
from playground.document.layers.normalization import BatchNormalization
from playground.document.layers.regularization import Dropout, GaussianNoise
from playground.document.settings import Adam, DataSettings, TrainingSettings
from playground.engine.loops import Loops
from playground.engine.session import Session
from playground.frames.wanted import Wanted
from tests.engine.session.runs import assert_same, losses, train_epochs

EVERYTHING = Wanted(surface_side=5, map_side=4, nodes=(DATA, "dense_1", "dense_2"), selected="dense_1")


# One seed, one history


@pytest.fixture(scope="module")
def circle(chain):
    """What a new user sees: the circle, two tanh layers."""
    return chain(Dense(4), Dense(1), data=DataSettings(), training=TrainingSettings())


@pytest.fixture(scope="module")
def straight(circle, loops):
    """A hundred epochs of it in one go, on the plain graph alone."""
    session = Session(circle, loops)
    session.train(100 * session.plain.steps_per_epoch)
    assert session.loop is session.plain
    return losses(session)


def test_it_learns(straight):
    assert straight[0, -1] < 0.2 * straight[0, 0]


CHUNKINGS = {
    "batch by batch": [1] * 200 + [2300],
    "uneven": [8, 3, 517, 1, 1, 970, 1000],
    "epochs": [25] * 100,
}


@pytest.mark.parametrize("chunks", CHUNKINGS.values(), ids=CHUNKINGS)
def test_losses_are_the_same_however_training_is_cut(circle, loops, straight, chunks):
    session = Session(circle, loops)
    for steps in chunks:
        session.train(steps)
        assert session.epoch * 25 + session.batch == session.step
    assert session.step == 2_500
    np.testing.assert_allclose(losses(session), straight, rtol=1e-5)


def test_looking_changes_nothing(circle, loops, straight):
    session = Session(circle, loops)
    for steps in (40, 60, 900, 1500):
        session.look(EVERYTHING)
        session.train(steps)
    np.testing.assert_allclose(losses(session), straight, rtol=1e-5)


@pytest.mark.parametrize("steps_before", [0, 25, 1_237])
def test_moving_over_to_xla_changes_nothing(circle, straight, steps_before, twins):
    session = Session(circle, Loops())
    session.train(steps_before)
    if not twins:
        session.twin_to_compile()()
        twins[session.spec] = session.loop
    session._loops.add_twin(session.spec, twins[session.spec])
    assert session.loop is not session.plain
    session.train(2_500 - steps_before)
    np.testing.assert_allclose(losses(session), straight, rtol=1e-5)


@pytest.fixture(scope="module")
def twins():
    """Compiled once for all."""
    return {}


def test_another_seed_is_another_history(circle, with_training, loops, straight):
    session = Session(with_training(circle, seed=2), loops)
    train_epochs(session, 3)
    assert (losses(session)[0] != straight[0, :4]).all()


DRAWING = {
    "dropout": (Dense(4), Dropout(0.3), Dense(1)),
    "noise": (GaussianNoise(0.5), Dense(4), BatchNormalization(), Dropout(0.2), Dense(1)),
}


@pytest.mark.parametrize("parts", DRAWING.values(), ids=DRAWING)
def test_networks_that_draw_random_numbers_repeat_bit_for_bit(chain, with_training, loops, parts):
    document = chain(*parts)
    one = Session(document, loops)
    one.train(40)
    other = Session(document, loops)
    for steps in (1, 1, 7, 31):
        other.look(EVERYTHING)
        other.train(steps)
    third = Session(with_training(document, seed=2), loops)
    third.train(40)
    assert_same([value.numpy() for value in one.state], [value.numpy() for value in other.state])
    np.testing.assert_array_equal(losses(one), losses(other))
    assert (losses(one)[0] != losses(third)[0]).all()


def test_networks_that_draw_random_numbers_take_one_path_to_the_end(chain):
    """Whether the twin is there before the first batch or not, batches looked at or not, and after edits."""
    document = chain(*DRAWING["dropout"])
    early, late = Session(document, Loops()), Session(document, Loops())
    assert not early.ready
    early.compile_twin()
    assert early.ready
    assert early.loop is not early.plain
    late.look(Wanted(0, 0, batches=True))
    for session in (early, late):
        session.train(12)
        session.update(edits.set_layer(session.document, "dropout_1", Dropout(0.5)))
        assert not session.ready, "another network, another twin"
        session.train(9)
        session.go_back_to(5)
        session.train(20)
        assert session.loop is not session.plain
    assert_same([value.numpy() for value in early.state], [value.numpy() for value in late.state])
    np.testing.assert_array_equal(losses(early), losses(late))


def test_networks_that_draw_nothing_are_ready_at_once(circle, loops):
    assert Session(circle, loops).ready


def test_the_pace_counts_all_that_training_takes(circle, with_training):
    session = Session(with_training(circle, batch_size=7), Loops())
    assert session.pace is None
    session.train(1)
    called = session.loop.tempo.seconds
    assert session.pace > called > 0
    session.compile_twin()
    assert session.pace is None, "the twin has not trained yet"
    session.train(1)
    assert session.pace > session.loop.tempo.seconds > 0


def test_a_run_after_reset_is_the_same_run(chain, loops):
    session = Session(chain(Dense(3), Dropout(), Dense(1), training=TrainingSettings(Adam(), batch_size=5)), loops)
    first = session.look(EVERYTHING)
    session.train(33)
    before = losses(session)
    session.reset()
    again = session.look(EVERYTHING)
    assert (session.epoch, session.batch) == (0, 0)
    np.testing.assert_array_equal(again.surface, first.surface)
    np.testing.assert_array_equal(again.curves.train_loss, first.curves.train_loss)
    session.train(33)
    np.testing.assert_array_equal(losses(session), before)


# Frames


def arrays_of(value):
    """Every array in a frame, however deep."""
    if isinstance(value, np.ndarray):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from arrays_of(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from arrays_of(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from arrays_of(part)


def test_a_frame_stays_as_it_was_while_training_goes_on(chain, loops):
    session = Session(chain(Dense(3), Dense(1)), loops)
    train_epochs(session, 2)
    frame = session.look(EVERYTHING)
    held = list(arrays_of(frame))
    kept = [array.copy() for array in held]
    assert len(held) >= 5 + 1 + 3 + 4 + 1 + 1  # curves, surface, maps, weights, flowing, reel at least
    session.train(50)
    session.look(EVERYTHING)
    assert_same(held, kept)
    assert (session.weights_by_node()["dense_1"][0] != frame.weights["dense_1"][0]).any()


def test_writing_into_a_frame_does_not_reach_the_network(chain, loops):
    session = Session(chain(Dense(3), Dense(1)), loops)
    expected = session.look(EVERYTHING).surface
    for array in arrays_of(session.look(EVERYTHING)):
        if array.flags.writeable:
            array[...] = 99
    np.testing.assert_array_equal(session.look(EVERYTHING).surface, expected)
    np.testing.assert_array_equal(losses(session), losses(Session(session.document, loops)))


def test_a_frame_tells_what_it_shows(chain, loops):
    document = chain(Dense(3), Dense(1))
    session = Session(document, loops)
    session.train(12)
    frame = session.look(EVERYTHING)
    assert (frame.epoch, frame.batch) == (2, 2)
    assert (frame.graph, frame.data, frame.wanted) == (document.graph, document.data, EVERYTHING)
    assert frame.curves.epochs.tolist() == [0, 1, 2]
    assert [array.shape for array in frame.weights["dense_1"]] == [(2, 3), (3,)]


def test_parameters_are_counted(chain, loops):
    assert Session(chain(Dense(3), BatchNormalization(), Dense(1)), loops).parameters == 9 + 12 + 4


def test_a_regression_has_no_accuracies(chain, loops):
    session = Session(chain(Dense(1, "linear"), data=DataSettings("sinc", points=46)), loops)
    curves = session.look(Wanted()).curves
    assert len(curves.train_loss) == 1
    assert curves.names == ("train_loss", "validation_loss")


def test_a_network_taken_away_predicts_and_goes_on_as_the_session_does(chain, loops):
    session = Session(chain(Dense(3), Dense(1), training=TrainingSettings(Adam(), batch_size=25)), loops)
    session.train(4)
    network = session.keras_network()
    arrays = session.arrays
    network.run_eagerly = True
    network.train_on_batch(arrays.train_x, arrays.train_y)
    session.train(1)
    for ours, theirs in zip(session.state, [*network.variables, *network.optimizer.variables], strict=True):
        np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=1e-5, atol=1e-6)
