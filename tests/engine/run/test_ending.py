"""The best weights come back when a run ends, however it ends: those of Keras's EarlyStopping."""

import csv
from dataclasses import replace

import keras
import numpy as np
import pytest

from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings, TrainingSettings
from playground.document.stopping import Stopping
from playground.engine.exports.export import export
from playground.engine.session import DivergedError, Session
from playground.frames.run import with_restored
from tests.engine.run.test_rules import LITTLE, by_keras, noisy, rows, run

EPOCHS = 40
PATIENT = Stopping(patience=100)
ENDS = {
    "a pause after which nobody plays on": PATIENT,
    "an epoch": replace(PATIENT, until_epochs=EPOCHS),
    "a loss": replace(PATIENT, until_loss=0.4, watched="train_loss"),
    "patience": replace(PATIENT, patience=4),
}


@pytest.mark.parametrize("name", ENDS)
def test_the_network_ends_as_keras_leaves_it(chain, loops, name):
    session = Session(noisy(chain, stopping=ENDS[name], rate=0.05), loops)
    stop, watched = run(session, EPOCHS, 1_000), session.document.training.stopping.watched
    stopper = keras.callbacks.EarlyStopping(watched, 0, ENDS[name].patience, mode="min", restore_best_weights=True)
    _, losses, network = by_keras(Session(session.document, loops), session.epoch, stopper)
    assert (stop is None) == (name not in ("an epoch", "a loss", "patience"))
    assert stop is None or stop.restored == (stopper.best_epoch + 1 != session.epoch)
    if stop is None:
        assert session.course.restored == ()
        session.end()
    for ours, theirs in zip(session.keras_network().get_weights(), network.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-4)
    frame = session.look(LITTLE)
    assert frame.epoch == len(losses)
    assert frame.row["validation_loss"] == pytest.approx(losses[stopper.best_epoch], rel=1e-3)


def ended(chain, loops):
    session = Session(noisy(chain, stopping=ENDS["patience"], rate=0.05), loops)
    return session, run(session, EPOCHS, 1_000)


def test_a_table_of_the_run_has_a_row_of_its_own_for_the_weights_that_came_back(chain, loops, tmp_path):
    session, stop = ended(chain, loops)
    export(session, tmp_path / "run.csv")
    with (tmp_path / "run.csv").open() as file:
        table = list(csv.DictReader(file))
    *epochs, last = table
    assert [int(row["epoch"]) for row in table] == [*range(stop.epoch + 1), stop.epoch]
    assert {row["restored_from"] for row in epochs} == {""}
    assert (int(last["restored_from"]), stop.best_epoch) == (stop.best_epoch, stop.epoch - 4)
    assert float(last["validation_loss"]) == pytest.approx(float(table[stop.best_epoch]["validation_loss"]), rel=1e-5)
    assert float(epochs[-1]["validation_loss"]) == float(rows(session)[1, -1]) > float(last["validation_loss"])


def test_a_run_played_on_goes_on_from_the_best_weights_and_keeps_that_row(chain, loops):
    session, stop = ended(chain, loops)
    straight = Session(session.document, loops)
    straight.train(stop.best_epoch * straight.plain.steps_per_epoch)
    for node, arrays in straight.weights_by_node().items():
        for one, other in zip(arrays, session.weights_by_node()[node], strict=True):
            np.testing.assert_array_equal(one, other)
    session.train(2 * session.plain.steps_per_epoch)
    frame = session.look(LITTLE)
    assert frame.row == frame.curves.newest()
    told = [(epoch, best) for epoch, _, best in with_restored(frame.curves, frame.restored)]
    assert told[-4:] == [(stop.epoch, 0), (stop.epoch, stop.best_epoch), (stop.epoch + 1, 0), (stop.epoch + 2, 0)]
    back = session.look_back(LITTLE, stop.epoch * session.plain.steps_per_epoch)
    assert back.row == frame.restored[0].row


def test_an_edit_after_it_stands_in_that_row_s_place(chain, loops):
    session, _ = ended(chain, loops)
    assert session.set_weight("dense_1", 0, (0, 0), 1.0)
    frame = session.look(LITTLE)
    assert frame.restored == ()
    assert frame.row == frame.curves.newest()
    session.reset()
    assert session.course.restored == ()


def test_a_loss_that_breaks_ends_a_run_too(chain, loops):
    training = TrainingSettings(learning_rate=0.0896, batch_size=5, stopping=PATIENT)
    session = Session(chain(Dense(1, "linear"), data=DataSettings("reg-plane", points=46), training=training), loops)
    with pytest.raises(DivergedError):
        session.train(100_000)
    losses = rows(session)[1]
    best = int(losses[1:].argmin()) + 1
    assert session.epoch > best
    assert session.look(LITTLE).row["validation_loss"] == pytest.approx(losses[best], rel=1e-5)
    assert [event.code for event in session.course.events] == ["diverged", "restored"]
