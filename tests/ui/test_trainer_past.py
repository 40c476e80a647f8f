"""The trainer shows earlier moments of the run, and goes on from them."""

from dataclasses import replace

import pytest

from playground.document.edits import edits
from playground.document.layers.dense import Dense
from tests.ui.driven_trainer import (
    LITTLE,
    assert_same_frame,
    go_on_from,
    hold,
    last_frame,
    session_after,
    settle,
    small_document,
    starting,
    unfinished,
    wait_for_epoch,
    wait_for_frame,
    wait_for_state,
)


@pytest.fixture
def document():
    return small_document()


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def trained(start, document, epochs):
    trainer = start(document)
    for epoch in range(1, epochs + 1):
        trainer.train_epochs(1)
        wait_for_epoch(trainer, epoch)
    return trainer


def shown(trainer, step):
    trainer.show_past(step)
    return wait_for_frame(trainer, lambda frame: frame.past == step)


def test_the_past_is_shown_as_it_was(start, document):
    trainer = trained(start, document, 4)
    frame = shown(trainer, 10)
    assert (frame.epoch, frame.batch) == (2, 0)
    then = session_after(document, 2).look(LITTLE)
    assert (frame.surface == then.surface).all()


def test_the_present_comes_back(start, document):
    trainer = trained(start, document, 3)
    shown(trainer, 5)
    trainer.show_past(None)
    frame = wait_for_frame(trainer, lambda frame: frame.past is None)
    assert frame.epoch == 3


def test_showing_the_past_pauses(start, document):
    trainer = start(document)
    trainer.play()
    wait_for_epoch(trainer, 3)
    shown(trainer, 0)
    assert trainer.status.state == "paused"


def test_a_step_goes_on_from_what_is_shown(start, document):
    trainer = trained(start, document, 4)
    shown(trainer, 5)
    trainer.train_epochs(1)
    frame = wait_for_frame(trainer, lambda frame: frame.past is None and frame.epoch == 2)
    assert (frame.surface == session_after(document, 2).look(LITTLE).surface).all()
    assert [ended.curves.epochs[-1] for ended in frame.ended] == [4]


def test_playing_goes_on_from_what_is_shown(start, document):
    trainer = trained(start, document, 5)
    shown(trainer, 5)
    trainer.play()
    frame = wait_for_frame(trainer, lambda frame: frame.past is None and frame.epoch > 1)
    assert next((event.code, event.epoch) for event in frame.events) == ("went_back", 1)


def test_it_goes_on_from_the_past(start, document):
    trainer = trained(start, document, 4)
    shown(trainer, 5)
    go_on_from(trainer, 5)
    wait_for_state(trainer, "training")
    trainer.pause()
    settle(trainer)
    trainer.train_epochs(1)
    frame = last_frame(trainer)
    assert frame.past is None
    assert (frame.surface == session_after(document, frame.epoch).look(LITTLE).surface).all()


def test_a_bound_holds_for_the_run_and_for_those_to_come(start, document):
    trainer = trained(start, document, 3)
    trainer.set_film_bound(4 << 20)
    assert last_frame(trainer).reel.bound == 4 << 20
    trainer.show_document(edits.set_layer(document, "dense_1", Dense(4)))
    frame = wait_for_frame(trainer, lambda frame: frame.graph.by_id["dense_1"].layer == Dense(4))
    assert frame.reel.bound == 4 << 20


def test_an_edit_shows_the_present(start, document):
    trainer = trained(start, document, 3)
    shown(trainer, 0)
    trainer.show_document(edits.set_layer(document, "dense_1", Dense(4)))
    frame = wait_for_frame(trainer, lambda frame: frame.graph.by_id["dense_1"].layer == Dense(4))
    assert frame.past is None


def test_what_going_on_from_the_past_cuts_off_is_told(start, document):
    trainer = trained(start, document, 5)
    shown(trainer, 5)
    go_on_from(trainer, 5)
    wait_for_state(trainer, "training")
    trainer.pause()
    settle(trainer)
    trainer.play()
    wait_for_state(trainer, "training")
    trainer.pause()
    settle(trainer)
    frame = last_frame(trainer)
    (cut,) = frame.ended
    assert (cut.number, frame.run, cut.curves.epochs[-1]) == (1, 2, 5)
    codes = [event.code for event in frame.events]
    assert codes[0] == "went_back"
    # Not where it was sent on, but where it was paused.
    assert set(codes[1:]) <= {"resumed"}
    assert not [event for event in frame.events if event.code == "resumed" and event.epoch == 1]


def test_the_network_that_is_shown_is_exported(start, document, tmp_path):
    trainer = trained(start, document, 4)
    shown(trainer, 10)
    trainer.export(tmp_path / "then.weights.h5")
    trainer.show_past(None)
    trainer.export(tmp_path / "now.weights.h5")
    settle(trainer)
    for name, epochs in (("then", 2), ("now", 4)):
        network = session_after(document, epochs).keras_network()
        expected = network.get_weights()
        network.load_weights(tmp_path / f"{name}.weights.h5")
        for one, other in zip(network.get_weights(), expected, strict=True):
            assert (one == other).all()


def test_an_unfinished_document_does_not_go_on_from_the_past(start, document):
    trainer = trained(start, document, 4)
    trainer.show_document(unfinished(document))
    wait_for_state(trainer, "unfinished")
    go_on_from(trainer, 5)
    trainer.show_past(None)
    frame = wait_for_frame(trainer, lambda frame: frame.past is None)
    assert (frame.epoch, trainer.status.state) == (4, "unfinished")


# Changes by hand are taken back


@pytest.mark.parametrize("further", [0, 2])
def test_going_on_from_the_past_is_taken_back_and_done_again(start, document, further):
    trainer = trained(start, document, 4)
    trainer.train_epochs(1)
    before = wait_for_epoch(trainer, 5)
    go_on_from(trainer, 5, change=1)
    wait_for_state(trainer, "training")
    trainer.pause()
    settle(trainer)
    for _ in range(further):
        trainer.train_epochs(1)
        settle(trainer)
    after = last_frame(trainer)
    trainer.take_back(1)
    settle(trainer)
    again = last_frame(trainer)
    assert_same_frame(again, before)
    assert (again.run, len(again.ended), again.reel.steps.tolist()) == (1, 0, before.reel.steps.tolist())
    trainer.take_back(1)
    settle(trainer)
    assert_same_frame(last_frame(trainer), after)


def test_a_typed_weight_is_taken_back_and_the_run_goes_on_as_if_it_had_never_been(start, document):
    trainer = trained(start, document, 3)
    trainer.set_weight("dense_1", 0, (0, 0), 2.5, 7)
    trainer.train_epochs(1)
    wait_for_epoch(trainer, 4)
    trainer.take_back(7)
    trainer.train_epochs(1)
    settle(trainer)
    frame = last_frame(trainer)
    assert frame.epoch == 4
    assert (frame.surface == session_after(document, 4).look(LITTLE).surface).all()
    assert [event.code for event in frame.events if event.code == "weight"] == []


def test_going_to_the_best_epoch_is_taken_back_and_done_again(start, document):
    trainer = start(replace(document, training=replace(document.training, learning_rate=1.0)))
    trainer.train_epochs(20)
    before = wait_for_epoch(trainer, 20)
    settle(trainer)
    before = trainer.take_frame() or before
    trainer.go_to_best(3)
    best = wait_for_frame(trainer, lambda frame: frame.events and frame.events[-1].code == "restored")
    settle(trainer)
    assert best.row["validation_loss"] < before.row["validation_loss"]
    trainer.take_back(3)
    settle(trainer)
    assert_same_frame(last_frame(trainer), before)
    trainer.take_back(3)
    settle(trainer)
    assert_same_frame(last_frame(trainer), best)


def test_a_change_that_is_not_known_or_of_another_network_is_left_alone(start, document):
    trainer = trained(start, document, 2)
    trainer.set_weight("dense_1", 0, (0, 0), 2.5, 1)
    trainer.show_document(edits.set_layer(document, "dense_1", Dense(4)))
    frame = wait_for_frame(trainer, lambda frame: frame.graph.by_id["dense_1"].layer == Dense(4))
    for change in (1, 9):
        trainer.take_back(change)
    settle(trainer)
    late = trainer.take_frame()
    assert_same_frame(late or frame, frame)


@pytest.mark.parametrize("while_unfinished", [False, True])
def test_a_run_that_was_set_aside_comes_back_with_its_document(start, document, while_unfinished):
    trainer = trained(start, document, 3)
    settle(trainer)
    before = trainer.take_frame() or trainer.last_frame
    if while_unfinished:
        trainer.show_document(unfinished(document))
    trainer.set_aside(True)
    trainer.show_document(edits.set_data(document, replace(document.data, name="spiral")))
    trainer.train_epochs(1)
    wait_for_epoch(trainer, 1)
    if while_unfinished:
        trainer.show_document(unfinished(document))
        trainer.set_aside(False)
        wait_for_state(trainer, "unfinished")
    trainer.show_document(document)
    if not while_unfinished:
        trainer.set_aside(False)
        # Once only: what comes later is a run of its own.
        trainer.set_aside(False)
    after = wait_for_epoch(trainer, 3)
    settle(trainer)
    assert_same_frame(after, before)
    assert (after.run, after.events, after.reel.steps.tolist()) == (
        before.run,
        before.events,
        before.reel.steps.tolist(),
    )
    assert trainer.status.state == "paused"


def test_each_document_stands_before_its_run_is_set_aside_or_brought_back_however_fast_they_come(start, document):
    trainer = trained(start, document, 3)
    settle(trainer)
    before = trainer.take_frame() or trainer.last_frame
    door = hold(trainer)
    wider = edits.set_layer(document, "dense_1", Dense(4))
    trainer.show_document(document)
    trainer.set_aside(True)
    trainer.show_document(wider)
    trainer.show_document(document)
    trainer.set_aside(False)
    trainer.show_document(replace(document, name="mine"))
    door.set()
    assert_same_frame(wait_for_epoch(trainer, 3), before)
