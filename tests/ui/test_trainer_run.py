"""The trainer obeys stopping rules and paces, and tells why a run stopped."""

import itertools
import threading
import time
from dataclasses import replace

import pytest

from playground.document.edits import edits
from playground.document.layers.regularization import Dropout
from playground.document.stopping import Stopping
from playground.frames.landscape import Survey
from playground.frames.pace import Pace
from playground.frames.run import GETTING_READY, Status
from playground.ui.text import status_text
from tests.ui.driven_trainer import (
    LONG,
    last_frame,
    plain_loops,
    session_of,
    settle,
    small_document,
    starting,
    wait_for,
    wait_for_epoch,
    wait_for_frame,
    wait_for_state,
)


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def with_training(**settings):
    document = small_document()
    return replace(document, training=replace(document.training, **settings))


def test_a_run_stops_by_its_rule_and_tells_why(start):
    trainer = start(with_training(stopping=Stopping(until_epochs=6)))
    trainer.play()
    status = wait_for_state(trainer, "paused")
    assert last_frame(trainer).epoch == 6
    assert status_text(status) == "Stopped at epoch 6, as set."


def test_play_goes_on_after_a_stop(start):
    trainer = start(with_training(stopping=Stopping(until_epochs=6)))
    trainer.play()
    wait_for_state(trainer, "paused")
    trainer.play()
    wait_for_epoch(trainer, 9)
    trainer.pause()
    assert status_text(wait_for_state(trainer, "paused")) == "Paused"


def test_early_stopping_says_what_was_restored(start):
    trainer = start(with_training(learning_rate=1e-6, stopping=Stopping(patience=4, least_gain=0.5)))
    trainer.play()
    status = wait_for_state(trainer, "paused")
    assert status_text(status) == (
        "Stopped at epoch 5: validation loss had not improved for 4 epochs; best weights of epoch 1 restored."
    )


def test_at_a_slow_pace_each_batch_gives_a_frame(start):
    trainer = start(small_document())
    trainer.set_pace(Pace(30.0))
    trainer.play()
    seen = [wait_for_frame(trainer, lambda frame: (frame.epoch, frame.batch) > (0, 0)) for _ in range(1)]
    for _ in range(6):
        seen.append(wait_for_frame(trainer))
    steps = [5 * frame.epoch + frame.batch for frame in seen]
    assert all(after - before <= 2 for before, after in itertools.pairwise(steps))
    trainer.pause()
    wait_for_state(trainer, "paused")


def test_a_slow_pace_holds_up_no_command(start):
    trainer = start(small_document())
    trainer.set_pace(Pace(0.001))
    trainer.play()
    wait_for_frame(trainer, lambda frame: (frame.epoch, frame.batch) == (0, 1))
    trainer.pause()
    wait_for_state(trainer, "paused")
    trainer.step()
    wait_for_frame(trainer, lambda frame: (frame.epoch, frame.batch) == (0, 2))
    wait_for(trainer, lambda: trainer.status.state == "paused")


def test_at_a_slow_pace_the_newest_frame_comes_even_if_the_last_was_taken_late(start):
    trainer = start(small_document())
    settle(trainer)
    trainer.set_pace(Pace(0.001))
    # Nobody has taken the first frame when the batch is learned.
    trainer.play()
    wait_for_state(trainer, "training")
    time.sleep(0.2)
    wait_for_frame(trainer, lambda frame: (frame.epoch, frame.batch) == (0, 1))


def test_a_landscape_comes_at_a_slow_pace_too(start):
    trainer = start(small_document())
    trainer.set_pace(Pace(0.001))
    trainer.play()
    wait_for_frame(trainer, lambda frame: frame.batch == 1)
    trainer.survey(Survey(side=11))
    found = []
    wait_for(trainer, lambda: found.append(trainer.take_landscape()) or (found[-1] and found[-1].share_done == 1))


def test_a_frame_tells_the_learning_rate(start):
    trainer = start(with_training(learning_rate=0.07))
    trainer.step()
    assert last_frame(trainer).learning_rate == pytest.approx(0.07)


def test_one_can_go_to_the_best_epoch(start):
    trainer = start(with_training(learning_rate=3.0))
    trainer.train_epochs(40)
    wait_for(trainer, lambda: trainer.status.state in ("paused", "diverged"))
    losses = last_frame(trainer).curves.validation_loss
    trainer.go_to_best()
    frame = last_frame(trainer)
    assert losses[-1] > 1.2 * losses[1:].min()
    assert frame.row["validation_loss"] == pytest.approx(losses[1:].min(), rel=1e-4)
    assert frame.epoch == len(losses) - 1


def test_a_network_that_draws_gets_ready_first_and_answers_meanwhile(start, monkeypatch):
    from playground.engine.loops import Loops

    document = small_document()
    document, _ = edits.insert_node(document, Dropout(0.2), document.graph.edges[1], 0, 0)
    monkeypatch.setattr(plain_loops(), "roomy", True)
    begun, finish = threading.Event(), threading.Event()
    real = Loops.twin_to_compile

    def held(self, *arguments):
        work = real(self, *arguments)
        return work and (lambda: (begun.set(), finish.wait(LONG), work()))

    monkeypatch.setattr(Loops, "twin_to_compile", held)
    trainer = start(document)
    trainer.play()
    assert begun.wait(LONG)
    wait_for(trainer, lambda: trainer.status == Status("training", GETTING_READY))
    trainer.pause()
    wait_for_state(trainer, "paused")
    trainer.play()
    wait_for(trainer, lambda: trainer.status == Status("training", GETTING_READY))
    finish.set()
    wait_for_epoch(trainer, 3)
    assert trainer.status == Status("training")
    assert session_of(trainer).loop is not session_of(trainer).plain


def test_a_run_rests_while_a_window_is_made_and_goes_on(start):
    trainer = start(small_document())
    wait_for_state(trainer, "ready")
    trainer.play()
    wait_for_epoch(trainer, 3)
    trainer.rest(60)
    settle(trainer)
    still = session_of(trainer).step
    time.sleep(0.2)
    assert session_of(trainer).step == still
    assert trainer.status.state == "training"
    trainer.rest(0)
    wait_for_epoch(trainer, trainer.last_frame.epoch + 3)
