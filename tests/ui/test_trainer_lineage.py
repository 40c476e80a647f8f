"""What comes of a network that is gone is never seen; the real engine behind the door."""

from dataclasses import replace

import pytest

from playground.document.edits import edits
from playground.frames.run import Status
from tests.ui.driven_trainer import (
    LITTLE,
    assert_same_frame,
    hold,
    last_frame,
    session_after,
    settle,
    small_document,
    starting,
    unfinished,
    wait_for_epoch,
    wait_for_frame,
)


@pytest.fixture
def document():
    return small_document()


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def spiral(document):
    return edits.set_data(document, replace(document.data, name="spiral"))


def test_no_frame_of_a_network_that_is_gone_is_taken(start, document):
    trainer = start(document)
    trainer.train_epochs(3)
    settle(trainer)
    door = hold(trainer)
    assert not trainer.show_document(spiral(document))
    trainer.look(replace(LITTLE, map_side=8))
    assert trainer.take_frame() is None
    assert trainer.status == Status("building")
    door.set()
    frame = last_frame(trainer)
    assert (frame.epoch, frame.data.name, frame.ended) == (0, "spiral", ())


def test_a_frame_told_of_the_network_before_is_passed_over_however_late_it_comes(start, document):
    trainer = start(document)
    trainer.train_epochs(3)
    settle(trainer)
    emptied = edits.remove_nodes(document, document.graph.by_id)
    assert not trainer.show_document(emptied)
    trainer.look(replace(LITTLE, map_side=8))
    settle(trainer)
    assert trainer.take_frame() is None
    trainer.show_document(document)
    assert last_frame(trainer).epoch == 3


def test_one_taken_back_before_it_was_built_goes_on_as_it_was(start, document):
    trainer = start(document)
    trainer.train_epochs(3)
    settle(trainer)
    trainer.take_frame()
    door = hold(trainer)
    trainer.show_document(spiral(document))
    trainer.show_document(document)
    door.set()
    assert last_frame(trainer).epoch == 3
    assert trainer.status.state == "paused"


def test_another_project_waits_at_epoch_0_and_knows_no_earlier_runs(start, document):
    trainer = start(document)
    trainer.train_epochs(5)
    settle(trainer)
    trainer.reset()
    assert len(last_frame(trainer).ended) == 1
    trainer.play()
    wait_for_epoch(trainer, 2)
    trainer.begin(document)
    assert trainer.status == Status("building")
    frame = wait_for_frame(trainer)
    assert (frame.epoch, frame.run, frame.ended, frame.events) == (0, 1, (), ())
    settle(trainer)
    assert trainer.status == Status("ready")


def test_a_project_begun_unfinished_takes_nothing_of_the_one_before(start, document):
    trainer = start(document)
    trainer.train_epochs(3)
    settle(trainer)
    trainer.begin(unfinished(document))
    trainer.show_document(document)
    frame = last_frame(trainer)
    assert_same_frame(frame, session_after(document, 0).look(LITTLE))


def test_what_was_learned_before_a_reset_is_never_seen_after_it(start, document):
    trainer = start(document)
    trainer.train_epochs(3)
    wait_for_epoch(trainer, 3)
    settle(trainer)
    door = hold(trainer)
    trainer.reset()
    trainer.look(replace(LITTLE, map_side=8))
    assert (trainer.take_frame(), trainer.last_frame, trainer.status.state) == (None, None, "paused")
    # The document goes on, but not past the reset.
    trainer.show_document(edits.set_data(document, replace(document.data, features=("x2", "x1"))))
    door.set()
    frame = wait_for_frame(trainer)
    assert (frame.epoch, frame.run) == (0, 2)
