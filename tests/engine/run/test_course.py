"""What is remembered of a run: runs before it, what happened to it, its newest batches."""

from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.document.schedules import OnPlateau
from playground.document.settings import Adam
from playground.document.stopping import Stopping
from playground.engine.run.course import MOST_BATCHES, MOST_ENDED, BatchLosses
from playground.engine.session import DivergedError, Session
from playground.frames.wanted import Wanted


@pytest.fixture
def network(chain, with_training):
    """2-3-1, with the training settings given."""
    document = chain(Dense(3, "tanh"), Dense(1, "linear"))
    return lambda **settings: with_training(document, **settings)


def train_epochs(session: Session, epochs: int) -> None:
    session.train(epochs * session.plain.steps_per_epoch)


def codes(session: Session) -> list[tuple[int, str]]:
    return [(event.epoch, event.code) for event in session.look(Wanted(0, 0)).events]


def test_a_run_that_is_reset_keeps_its_curves_and_its_document(network, loops):
    session = Session(network(), loops)
    train_epochs(session, 5)
    losses = session.recorder.curves().train_loss
    trained = session.document
    session.update(replace(trained, training=replace(trained.training, learning_rate=0.5)))
    session.reset()
    frame = session.look(Wanted(0, 0))
    (ended,) = frame.ended
    np.testing.assert_array_equal(ended.curves.train_loss, losses)
    assert ended.document == trained, "what it trained with, not what was set after"
    assert (ended.number, frame.run) == (1, 2)
    assert frame.events == ()


def test_a_run_of_two_epochs_is_not_kept(network, loops):
    session = Session(network(), loops)
    train_epochs(session, 2)
    session.reset()
    assert session.look(Wanted(0, 0)).ended == ()


def test_only_the_newest_runs_are_kept(network, loops):
    session = Session(network(), loops)
    for _ in range(MOST_ENDED + 2):
        train_epochs(session, 3)
        session.reset()
    assert [run.number for run in session.look(Wanted(0, 0)).ended] == list(range(3, MOST_ENDED + 3))


def test_what_going_back_cuts_off_stays_as_a_run(network, loops):
    session = Session(network(), loops)
    for _ in range(6):
        train_epochs(session, 1)
    session.go_back_to(2 * session.plain.steps_per_epoch)
    frame = session.look(Wanted(0, 0))
    assert [run.curves.epochs[-1] for run in frame.ended] == [6]
    assert (frame.run, frame.curves.epochs[-1]) == (2, 2)
    assert [(event.epoch, event.code, event.values) for event in frame.events] == [(2, "went_back", (("newest", 6),))]


def test_events_are_noted_at_their_epochs(network, loops):
    document = network()
    session = Session(document, loops)
    session.update(network(batch_size=20))
    session.update(document)
    assert codes(session) == [], "nothing happened to a run that had not begun"
    train_epochs(session, 4)
    session.update(network(learning_rate=0.1))
    session.update(network(learning_rate=0.2, optimizer=Adam()))
    session.set_weight(document.graph.trained[1], 0, (0, 0), 0.5)
    train_epochs(session, 1)
    session.course.note_resumed(session.epoch)
    session.course.note_resumed(session.epoch)
    assert codes(session) == [(4, "rate"), (4, "edited"), (4, "weight"), (5, "resumed")]
    rate, edited, *_ = session.look(Wanted(0, 0)).events
    assert dict(rate.values) == {"before": document.training.learning_rate, "after": 0.2}
    assert [difference.name for difference in dict(edited.values)["differences"]] == ["optimizer"]


def test_a_rate_that_is_set_back_has_not_changed(network, loops):
    session = Session(network(), loops)
    train_epochs(session, 1)
    session.update(network(learning_rate=0.1))
    session.update(network())
    assert codes(session) == []


def test_a_rule_that_stops_is_an_event_and_moving_a_card_is_none(network, loops):
    document = network(stopping=Stopping(until_epochs=3))
    session = Session(document, loops)
    session.train(100 * session.plain.steps_per_epoch)
    session.update(edits.move(document, {document.graph.trained[1]: (5.0, 5.0)}))
    assert codes(session) == [(3, "stopped")]


@pytest.mark.parametrize("layer", [Dense(units=3), Dense(units=3, l2=0.01)])
def test_the_loss_of_each_batch_is_that_of_the_network_before_it(chain, loops, layer):
    document = chain(layer, Dense(1, "linear"))
    session = Session(document, loops)
    wanted = Wanted(0, 0, batches=True)
    session.look(wanted)
    session.train(3)
    batches = session.look(wanted).batches
    again = Session(document, loops)
    expected = []
    for step in range(3):
        keras_network = again.keras_network()
        rows, _ = again._schedule.batches(step, 1)
        x, y = again.arrays.train_x.numpy()[rows[0]], again.arrays.train_y.numpy()[rows[0]]
        expected.append(float(keras_network.evaluate(x, y, batch_size=len(x), verbose=0)))
        again.train(1)
    assert batches.steps.tolist() == [1, 2, 3]
    np.testing.assert_allclose(batches.losses, expected, rtol=1e-5)
    assert batches.ends.tolist() == [0]


def test_noting_the_batches_changes_no_weight(network, loops):
    document = network()
    noting, plain = Session(document, loops), Session(document, loops)
    noting.look(Wanted(0, 0, batches=True))
    for session in (noting, plain):
        session.train(30)
    for one, other in zip(noting.weights_by_node().values(), plain.weights_by_node().values(), strict=True):
        for ours, theirs in zip(one, other, strict=True):
            np.testing.assert_array_equal(ours, theirs)
    np.testing.assert_array_equal(noting.recorder.curves().train_loss, plain.recorder.curves().train_loss)
    assert plain.look(Wanted(0, 0)).batches is None


def test_the_newest_batches_stand_in_a_row():
    kept = BatchLosses()
    kept.add(0, np.arange(5_000, dtype=np.float32))
    assert (len(kept.losses), kept.losses[-1]) == (MOST_BATCHES, 4_999)
    kept.forget_after(4_990)
    assert (kept.losses[-1], kept.step) == (4_989, 4_990)
    kept.add(6_000, np.array([1, 2], np.float32))
    assert kept.losses.tolist() == [1, 2], "what came before a gap is gone"
    kept.forget_after(-1)
    assert len(kept.losses) == 0


def test_a_plateau_lowers_the_rate_and_that_is_an_event(network, loops):
    session = Session(network(schedule=OnPlateau(patience=2, factor=0.5, least_gain=1.0), learning_rate=0.25), loops)
    train_epochs(session, 8)
    (event, *_) = session.look(Wanted(0, 0)).events
    assert (event.code, dict(event.values)) == ("rate", {"before": 0.25, "after": 0.125})


def test_batches_of_another_size_begin_anew(network, loops):
    session = Session(network(batch_size=25), loops)
    session.look(Wanted(0, 0, batches=True))
    session.train(3)
    session.update(network(batch_size=5))
    batches = session.look(Wanted(0, 0, batches=True)).batches
    assert len(batches.steps) == 0
    session.train(2)
    assert session.look(Wanted(0, 0, batches=True)).batches.steps.tolist() == [16, 17]


def test_the_batches_of_an_epoch_that_diverged_are_forgotten(network, loops):
    session = Session(network(learning_rate=10.0), loops)
    session.look(Wanted(0, 0, batches=True))
    with suppress(DivergedError):
        for _ in range(100):
            session.train(1)
    assert session.step < 100
    batches = session.look(Wanted(0, 0, batches=True)).batches
    assert (batches.steps <= session.step).all()
