"""The trainer trains the present network and its rivals on one clock."""

from dataclasses import replace

import numpy as np
import pytest

from playground.document.edits import edits, rivals
from playground.document.layers.dense import Dense
from playground.frames.pace import Pace
from playground.frames.run import Status
from playground.frames.wanted import Wanted
from tests.ui.driven_trainer import (
    STEPS_AN_EPOCH,
    commands_of,
    go_on_from,
    last_frame,
    session_after,
    session_of,
    settle,
    small_document,
    starting,
    wait_for,
    wait_for_epoch,
    wait_for_frame,
    wait_for_state,
)

BESIDE = Wanted(surface_side=4, map_side=0, rivals=True)


@pytest.fixture
def document():
    """A network of tanh and one of relu beside it."""
    relu = edits.set_layer(rivals.add_rival(small_document()), "dense_1", Dense(3, "relu"))
    return rivals.swap_with_rival(relu, "rival_1")


@pytest.fixture
def start(monkeypatch):
    for begin in starting(monkeypatch):

        def looking(document, until="ready", begin=begin):
            trainer = begin(document, until)
            trainer.look(BESIDE)
            return trainer

        yield looking


def of_rival(document, epochs):
    return session_after(rivals.rival_document(document, document.rivals[0]), epochs).look(BESIDE)


def level(trainer, epoch):
    """The frame in which all have come so far."""
    return wait_for_frame(trainer, lambda frame: {frame.epoch, *(one.epoch for one in frame.rivals)} == {epoch})


def assert_as_alone(seen, document):
    alone = of_rival(document, seen.epoch)
    np.testing.assert_array_equal(seen.surface, alone.surface)
    np.testing.assert_array_equal(seen.curves.validation_loss, alone.curves.validation_loss)


def test_a_frame_has_the_rivals_where_they_are_wanted(start, document):
    trainer = start(document)
    frame = last_frame(trainer)
    assert [seen.id for seen in frame.rivals] == ["rival_1"]
    assert_as_alone(frame.rivals[0], document)
    trainer.look(replace(BESIDE, rivals=False))
    assert wait_for_frame(trainer, lambda frame: not frame.wanted.rivals).rivals == ()


def test_they_train_on_one_clock_whatever_the_pauses(start, document):
    trainer = start(document)
    trainer.step()
    trainer.train_epochs(1)
    level(trainer, 1)
    trainer.play()
    wait_for_epoch(trainer, 8)
    trainer.pause()
    epoch = last_frame(trainer).epoch
    trainer.train_epochs(1)
    frame = level(trainer, epoch + 1)
    assert_as_alone(frame.rivals[0], document)
    np.testing.assert_array_equal(
        frame.surface, session_after(replace(document, rivals=()), epoch + 1).look(BESIDE).surface
    )


def test_a_slow_pace_is_one_for_all(start, document):
    trainer = start(document)
    trainer.set_pace(Pace(200.0))
    trainer.train_epochs(3)
    frame = level(trainer, 3)
    assert_as_alone(frame.rivals[0], document)


def test_one_added_while_paused_catches_up(start):
    alone = small_document()
    trainer = start(alone)
    trainer.train_epochs(30)
    wait_for_epoch(trainer, 30)
    trainer.show_document(rivals.add_rival(alone))
    frame = wait_for_frame(trainer, lambda frame: frame.rivals and frame.rivals[0].epoch == 30)
    assert frame.epoch == 30
    assert trainer.status.state == "paused"
    np.testing.assert_array_equal(frame.rivals[0].surface, frame.surface)
    np.testing.assert_array_equal(frame.rivals[0].curves.train_loss, frame.curves.train_loss)


def test_reset_is_for_all(start, document):
    trainer = start(document)
    trainer.train_epochs(4)
    level(trainer, 4)
    trainer.reset()
    assert_as_alone(level(trainer, 0).rivals[0], document)


def test_the_past_is_that_of_all_and_all_go_on_from_it(start, document):
    trainer = start(document)
    for epoch in range(1, 5):
        trainer.train_epochs(1)
        level(trainer, epoch)
    trainer.show_past(2 * STEPS_AN_EPOCH)
    frame = wait_for_frame(trainer, lambda frame: frame.past is not None)
    assert (frame.epoch, frame.rivals[0].epoch) == (2, 2)
    np.testing.assert_array_equal(frame.rivals[0].surface, of_rival(document, 2).surface)
    go_on_from(trainer, 2 * STEPS_AN_EPOCH)
    wait_for_state(trainer, "training")
    trainer.pause()
    settle(trainer)
    trainer.train_epochs(1)
    wait_for_state(trainer, "paused")
    wait_for(trainer, lambda: not commands_of(trainer).worker._behind)
    assert_as_alone(last_frame(trainer).rivals[0], document)


def test_swapping_goes_on_with_both_runs(start, document):
    trainer = start(document)
    trainer.train_epochs(3)
    before = level(trainer, 3)
    trainer.show_document(rivals.swap_with_rival(document, "rival_1"))
    after = wait_for_frame(trainer, lambda frame: frame.graph == document.rivals[0].graph)
    assert (after.epoch, after.rivals[0].epoch) == (3, 3)
    np.testing.assert_array_equal(after.surface, before.rivals[0].surface)
    np.testing.assert_array_equal(after.rivals[0].surface, before.surface)


def test_an_unfinished_rival_leaves_the_others_to_train(start, document):
    broken = edits.disconnect(rivals.swap_with_rival(document, "rival_1"), document.graph.edges[1])
    trainer = start(rivals.swap_with_rival(broken, "rival_1"))
    trainer.train_epochs(2)
    frame = wait_for_epoch(trainer, 2)
    assert frame.rivals[0].status == Status("unfinished")


def test_the_name_of_a_rival_builds_nothing_anew(start, document):
    trainer = start(document)
    settle(trainer)
    session = session_of(trainer)
    trainer.show_document(rivals.rename_rival(document, "rival_1", "ReLU"))
    settle(trainer)
    assert session_of(trainer) is session
    assert trainer.status.state == "ready"


def test_a_rival_gets_its_twin_too(start, document, monkeypatch):
    from playground.engine.session import Session

    asked = []

    def twin_to_compile(self):
        return lambda: asked.append(self.spec)

    monkeypatch.setattr(Session, "twin_to_compile", twin_to_compile)
    trainer = start(document)
    trainer.play()
    wait_for(trainer, lambda: len(asked) == 2)
    wait_for_epoch(trainer, session_of(trainer).epoch + 5)
    assert len(asked) == len(set(asked)) == 2
