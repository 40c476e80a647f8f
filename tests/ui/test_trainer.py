"""The training thread: its commands, its newest frame, documents that change; the real engine behind it."""

from dataclasses import replace

import numpy as np
import pytest

from playground.document.edits import edits, notes
from playground.document.layers.dense import Dense
from playground.frames.run import Status
from playground.frames.wanted import Wanted
from playground.ui.trainer import WILL_PLAY, Trainer
from tests.ui.driven_trainer import (
    LITTLE,
    LONG,
    STEPS_AN_EPOCH,
    assert_same_frame,
    hold,
    last_frame,
    session_after,
    settle,
    small_document,
    starting,
    unfinished,
    wait_for,
    wait_for_epoch,
    wait_for_frame,
    wait_for_state,
    watched_home,
)


@pytest.fixture
def document():
    return small_document()


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


# Play, pause, step, reset


def test_it_begins_with_the_untrained_network(start, document):
    frame = last_frame(start(document))
    assert (frame.epoch, frame.batch) == (0, 0)
    assert_same_frame(frame, session_after(document, 0).look(LITTLE))


def test_playing_gives_frames_each_complete_and_later_than_the_last(start, document):
    trainer = start(document)
    trainer.play()
    epoch = -1
    for _ in range(4):
        frame = wait_for_epoch(trainer, epoch + 1)
        assert frame.curves.epochs[0] == 0
        assert frame.curves.epochs[-1] == frame.epoch > epoch
        epoch = frame.epoch
    assert trainer.status == Status("training")


def test_a_frame_stays_as_it_was_while_training_goes_on(start, document):
    trainer = start(document)
    trainer.play()
    frame = wait_for_epoch(trainer, 1)
    kept = [array.copy() for arrays in frame.weights.values() for array in arrays]
    wait_for_epoch(trainer, frame.epoch + 20)
    for array, copy in zip((a for arrays in frame.weights.values() for a in arrays), kept, strict=True):
        np.testing.assert_array_equal(array, copy)


def test_pausing_stops_and_playing_goes_on(start, document):
    trainer = start(document)
    trainer.play()
    wait_for_epoch(trainer, 2)
    trainer.pause()
    wait_for_state(trainer, "paused")
    paused = last_frame(trainer)
    settle(trainer)
    assert trainer.take_frame() is None
    trainer.play()
    wait_for_epoch(trainer, paused.epoch + 1)


def test_one_step_is_one_batch(start, document):
    trainer = start(document)
    for step in range(1, 8):
        trainer.step()
        frame = last_frame(trainer)
        assert (frame.epoch, frame.batch) == divmod(step, STEPS_AN_EPOCH)
    assert trainer.status == Status("paused")


def test_stepping_an_epoch_ends_with_the_epoch_under_way(start, document):
    trainer = start(document)
    trainer.step()
    for epoch in (1, 2):
        trainer.train_epochs(1)
        frame = last_frame(trainer)
        assert (frame.epoch, frame.batch) == (epoch, 0)


def test_training_some_epochs_stops_exactly_there(start, document):
    trainer = start(document)
    trainer.train_epochs(101)
    wait_for(trainer, lambda: trainer.status.state == "paused")
    frame = last_frame(trainer)
    assert_same_frame(frame, session_after(document, 101).look(LITTLE))


def test_stepping_while_playing_pauses_after_one_batch(start, document):
    trainer = start(document)
    trainer.play()
    wait_for_epoch(trainer, 1)
    trainer.step()
    wait_for_state(trainer, "paused")


def test_reset_returns_to_the_first_frame(start, document):
    trainer = start(document)
    first = last_frame(trainer)
    trainer.train_epochs(3)
    wait_for_state(trainer, "paused")
    trainer.reset()
    assert_same_frame(last_frame(trainer), first)
    assert trainer.status == Status("ready")


def test_reset_while_playing_goes_on_from_the_start(start, document):
    trainer = start(document)
    trainer.play()
    before = wait_for_epoch(trainer, 200)
    go = hold(trainer)
    trainer.reset()
    trainer.take_frame()
    go.set()
    frame = wait_for_frame(trainer)
    assert frame.epoch < before.epoch
    assert trainer.status.state == "training"


def test_pauses_looks_and_commands_leave_the_losses_as_they_are(start, document):
    trainer = start(document)
    for side in range(4, 8):
        trainer.play()
        trainer.look(replace(LITTLE, surface_side=side))
        wait_for_epoch(trainer, 1)
        trainer.pause()
        trainer.step()
    frame = last_frame(trainer)
    expected = session_after(document, frame.epoch).recorder.curves()
    np.testing.assert_array_equal(frame.curves.train_loss, expected.train_loss)


# What is looked at


def test_frames_hold_what_is_wanted_from_then_on(start, document):
    trainer = start(document)
    last_frame(trainer)
    wanted = Wanted(surface_side=0, map_side=3, nodes=("dense_1",), selected="dense_2")
    trainer.look(wanted)
    frame = last_frame(trainer)
    assert frame.wanted == wanted
    assert frame.surface is None
    assert frame.maps["dense_1"].shape == (3, 3, 3)
    assert frame.flowing is not None
    trainer.look(wanted)
    settle(trainer)
    assert trainer.take_frame() is None, "the same question needs no second answer"


# Documents that change


def test_editing_while_training_goes_on(start, document):
    trainer = start(document)
    trainer.play()
    before = wait_for_epoch(trainer, 3)
    changed, added = edits.insert_node(document, Dense(3), document.graph.edges[1], 0, 0)
    trainer.show_document(changed)
    frame = wait_for_frame(trainer, lambda frame: frame.graph == changed.graph)
    assert added in frame.weights
    assert frame.epoch >= before.epoch
    wait_for_epoch(trainer, frame.epoch + 3)
    assert trainer.status == Status("training")


def test_names_places_and_notes_change_nothing(start, document):
    trainer = start(document)
    last_frame(trainer)
    changed = edits.move(edits.rename(document, "dense_1", "First"), {"dense_1": (9, 9)})
    trainer.show_document(changed)
    trainer.show_document(notes.add_note(changed, 9, 90, "The first one")[0])
    settle(trainer)
    assert trainer.take_frame() is None
    assert trainer.status == Status("ready")


def test_only_the_newest_document_is_taken(start, document, monkeypatch):
    from playground.engine.session import Session

    taken = []
    real = Session.update
    monkeypatch.setattr(Session, "update", lambda self, new: (taken.append(new), real(self, new)))
    trainer = start(document)
    go = hold(trainer)
    rates = [replace(document, training=replace(document.training, learning_rate=n / 100)) for n in range(1, 9)]
    for changed in rates:
        trainer.show_document(changed)
    go.set()
    settle(trainer)
    assert taken == [rates[-1]]


def test_an_unfinished_document_waits_to_be_mended(start, document):
    trainer = start(unfinished(document), until="unfinished")
    trainer.play()
    trainer.step()
    trainer.reset()
    settle(trainer)
    assert trainer.status == Status("unfinished")
    assert trainer.take_frame() is None
    trainer.show_document(document)
    wait_for_state(trainer, "ready")
    assert last_frame(trainer).graph == document.graph


def test_taking_a_network_apart_stops_it_and_mending_keeps_what_it_learned(start, document):
    trainer = start(document)
    trainer.train_epochs(4)
    wait_for_state(trainer, "paused")
    learned = last_frame(trainer)
    trainer.play()
    trainer.show_document(unfinished(document))
    wait_for_state(trainer, "unfinished")
    trainer.play()
    trainer.reset()
    settle(trainer)
    assert trainer.status == Status("unfinished"), "there is a network to reset, but none to train"
    trainer.show_document(document)
    wait_for_state(trainer, "ready")
    trainer.train_epochs(4)
    wait_for_state(trainer, "paused")
    assert_same_frame(last_frame(trainer), learned)


def test_a_node_moved_while_its_network_is_built_does_not_leave_it_building(start, document, monkeypatch):
    from playground.engine.session import Session

    changed = edits.set_layer(document, "dense_1", Dense(3, "relu"))
    moved = edits.move(changed, {"dense_1": (50, 50)})
    trainer = start(document)
    real = Session.update

    def update(self, new):
        if new is changed:
            trainer.show_document(moved)
        real(self, new)

    monkeypatch.setattr(Session, "update", update)
    trainer.show_document(changed)
    wait_for_frame(trainer, lambda frame: frame.graph == changed.graph)
    wait_for_state(trainer, "ready")


# Before there is a network


def test_playing_before_there_is_a_network_is_remembered(start, document):
    trainer = Trainer(document, watched_home)
    assert trainer.status == Status("loading")
    trainer.play()
    assert trainer.status == Status("loading", WILL_PLAY)
    trainer.start()
    try:
        wait_for_epoch(trainer, 1)
        assert trainer.status == Status("training")
    finally:
        assert trainer.close(LONG)


def test_pausing_before_there_is_a_network_takes_that_back(start, document):
    trainer = Trainer(document, watched_home)
    trainer.play()
    trainer.pause()
    assert trainer.status == Status("loading")
    trainer.start()
    try:
        wait_for_state(trainer, "paused")
        assert last_frame(trainer).epoch == 0
    finally:
        assert trainer.close(LONG)


def test_a_weight_is_set_while_paused_and_while_playing(start, document):
    trainer = start(document)
    trainer.train_epochs(1)
    wait_for_state(trainer, "paused")
    trainer.set_weight("dense_1", 0, (1, 2), 0.625)
    frame = last_frame(trainer)
    assert frame.weights["dense_1"][0][1, 2] == 0.625
    assert frame.epoch == 1
    trainer.play()
    wait_for_frame(trainer, lambda frame: frame.epoch > 3)
    trainer.set_weight("dense_1", 1, (0,), 50.0)
    wait_for_frame(trainer, lambda frame: frame.weights["dense_1"][1][0] > 40)
    assert trainer.status.state == "training"
    trainer.pause()
    wait_for_state(trainer, "paused")


def test_a_weight_that_is_gone_is_passed_over(start, document):
    trainer = start(document)
    before = last_frame(trainer)
    trainer.set_weight("dense_9", 0, (0, 0), 1.0)
    trainer.set_weight("dense_1", 0, (0, 0), float("nan"))
    settle(trainer)
    trainer.look(replace(LITTLE, surface_side=5))
    np.testing.assert_array_equal(last_frame(trainer).weights["dense_1"][0], before.weights["dense_1"][0])
    assert trainer.status.state == "ready"
