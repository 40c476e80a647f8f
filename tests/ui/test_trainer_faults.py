"""The training thread: its end, the XLA twin beside it, and what goes wrong."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings
from playground.frames.run import OUT_OF_MEMORY, Status
from playground.frames.wanted import Wanted
from playground.ui.texts.files import failure_text
from playground.ui.trainer import Trainer
from tests.ui.driven_trainer import (
    LITTLE,
    LONG,
    hold,
    last_frame,
    plain_loops,
    session_after,
    session_of,
    settle,
    small_document,
    starting,
    unfinished,
    wait_for,
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


# The end


def test_a_trainer_that_never_started_closes(document):
    assert Trainer(document).close()


def test_closing_while_training_ends_the_thread(start, document):
    trainer = start(document)
    trainer.play()
    wait_for_epoch(trainer, 1)
    home = trainer._workers._present.home
    assert trainer.close(LONG)
    assert not home.thread.is_alive()


def test_commands_after_closing_do_nothing(start, document, tmp_path):
    trainer = start(document)
    assert trainer.close(LONG)
    trainer.take_frame()
    status = trainer.status
    trainer.play()
    trainer.pause()
    trainer.step()
    trainer.train_epochs(1)
    trainer.train_epochs(3)
    trainer.reset()
    trainer.look(Wanted())
    trainer.show_document(unfinished(document))
    trainer.export(tmp_path / "net.keras")
    assert trainer.close(LONG)
    assert trainer.status == status
    assert trainer.take_frame() is trainer.take_reply() is None
    assert list(tmp_path.iterdir()) == []


# The XLA twin


@pytest.fixture
def compiling(monkeypatch):
    """Instead of compiling, notes the structure and waits for the event."""
    from playground.engine.session import Session

    asked, finish = [], threading.Event()

    def twin_to_compile(self):
        def work():
            asked.append(self.spec)
            assert finish.wait(LONG)

        return work

    monkeypatch.setattr(Session, "twin_to_compile", twin_to_compile)
    yield asked, finish
    finish.set()


def test_training_goes_on_while_the_twin_is_compiled(start, document, compiling):
    asked, _ = compiling
    trainer = start(document)
    assert not trainer.compiling
    trainer.play()
    wait_for(trainer, lambda: len(asked) == 1)
    wait_for_epoch(trainer, session_of(trainer).epoch + 5)
    assert trainer.compiling


def test_closing_while_compiling_tells_that_it_goes_on(start, document, compiling):
    _, finish = compiling
    trainer = start(document)
    trainer.play()
    wait_for(trainer, lambda: trainer.compiling)
    assert not trainer.close(0.05)
    finish.set()
    assert trainer.close(LONG)


def test_single_steps_compile_no_twin(start, document, compiling):
    trainer = start(document)
    trainer.step()
    trainer.train_epochs(1)
    settle(trainer)
    assert compiling[0] == []


def test_a_network_edited_while_the_last_one_is_compiled_gets_its_twin_afterwards(start, document, compiling):
    asked, finish = compiling
    trainer = start(document)
    trainer.play()
    wait_for(trainer, lambda: len(asked) == 1)
    changed = edits.set_layer(document, "dense_1", Dense(3, "relu"))
    trainer.show_document(changed)
    wait_for_frame(trainer, lambda frame: frame.graph == changed.graph)
    assert len(asked) == 1
    finish.set()
    wait_for(trainer, lambda: len(asked) == 2)
    assert asked[0] != asked[1] == session_of(trainer).spec
    wait_for_epoch(trainer, session_of(trainer).epoch + 20)
    assert len(asked) == 2, "tried once, even where compiling brought no twin"


def test_a_run_moves_over_to_its_twin_with_the_same_losses(start, document, monkeypatch):
    loops = plain_loops()
    monkeypatch.setattr(loops, "roomy", True)
    trainer = start(document)
    session = session_of(trainer)
    trainer.play()
    wait_for(trainer, lambda: session.loop is not session.plain)
    wait_for_epoch(trainer, session.epoch + 20)
    trainer.pause()
    wait_for_state(trainer, "paused")
    ours = session.recorder.curves(session.recorder.count).train_loss[:101]
    monkeypatch.setattr(loops, "_twins", {})  # What it is compared with goes on the plain graph alone.
    expected = session_after(document, len(ours) - 1).recorder.curves().train_loss
    np.testing.assert_allclose(ours, expected, rtol=1e-5)


# What goes wrong


def diverging(document):
    linear = edits.set_layer(document, "dense_1", Dense(3, "relu"))
    linear = edits.set_layer(linear, "dense_2", Dense(1, "linear"))
    linear = edits.set_data(linear, DataSettings("reg-plane", points=46, train_share=50))
    return replace(linear, training=replace(linear.training, learning_rate=10.0))


def test_a_run_that_diverges_says_when_and_can_be_mended(start, document):
    trainer = start(diverging(document))
    trainer.play()
    status = wait_for_state(trainer, "diverged")
    values = dict(status.values)
    assert status.code == "diverged"
    assert values["epoch"] == 1
    assert not values["loss"] < 1e12
    frame = last_frame(trainer)
    assert all(np.isfinite(array).all() for arrays in frame.weights.values() for array in arrays)
    trainer.show_document(document)
    wait_for(trainer, lambda: trainer.status.state in ("ready", "paused"))
    trainer.play()
    wait_for_epoch(trainer, 2)


def test_an_export_is_answered(start, document, tmp_path):
    trainer = start(document)
    assert trainer.take_reply() is None
    trainer.train_epochs(2)
    for name in ("run.csv", "run.nonsense"):
        trainer.export(tmp_path / name)
    settle(trainer)
    good, bad = trainer.take_reply(), trainer.take_reply()
    assert (good.path, good.failure) == (tmp_path / "run.csv", None)
    assert len((tmp_path / "run.csv").read_text().splitlines()) >= 2
    assert bad.path == tmp_path / "run.nonsense"
    assert "run.nonsense: expected one of .keras" in failure_text(bad.failure)
    assert trainer.take_reply() is None
    assert trainer.status.state in ("training", "paused")


def test_a_fault_in_the_engine_is_told_and_the_thread_lives_on(start, document, monkeypatch):
    from playground.engine.session import Session

    def train(self, steps):
        raise RuntimeError("boom")

    trainer = start(document)
    with monkeypatch.context() as patch:
        patch.setattr(Session, "train", train)
        trainer.play()
        status = wait_for_state(trainer, "failed")
    assert status == Status("failed", "engine", (("error", "RuntimeError: boom"),))
    trainer.step()
    frame = wait_for_frame(trainer, lambda frame: frame.batch == 1)
    assert frame.epoch == 0
    wait_for_state(trainer, "paused")


def test_a_fault_in_one_command_loses_none_of_those_after_it(start, document, monkeypatch):
    from playground.engine.session import Session

    def reset(self):
        raise RuntimeError("boom")

    trainer = start(document)
    go = hold(trainer)
    wanted = replace(LITTLE, surface_side=7)
    with monkeypatch.context() as patch:
        patch.setattr(Session, "reset", reset)
        trainer.reset()
        trainer.look(wanted)
        go.set()
        frame = wait_for_frame(trainer, lambda frame: frame.wanted == wanted)
    assert frame.surface.shape == (7, 7, 1)


def test_a_network_that_cannot_be_built_is_told_and_the_next_one_is_built(start, document, monkeypatch):
    from playground.engine.session import Session

    def update(self, document):
        raise MemoryError("too much")

    trainer = start(document)
    with monkeypatch.context() as patch:
        patch.setattr(Session, "update", update)
        trainer.show_document(edits.set_layer(document, "dense_1", Dense(3, "relu")))
        status = wait_for_state(trainer, "failed")
    assert status.code == OUT_OF_MEMORY
    trainer.show_document(document)
    wait_for_state(trainer, "ready")


def test_an_engine_that_does_not_load_is_named_after_an_edit_too_and_tried_again(start, document, monkeypatch):
    def missing(*_):
        raise ImportError("no TensorFlow")

    with monkeypatch.context() as broken:
        broken.setattr("playground.engine.worker.worker.Worker", missing)
        trainer = start(document, until="failed")
        trainer.show_document(edits.set_layer(document, "dense_1", Dense(4)))
        wait_for_state(trainer, "failed")
        assert dict(trainer.status.values)["error"] == "ImportError: no TensorFlow"
    trainer.show_document(document)
    wait_for_state(trainer, "ready")
