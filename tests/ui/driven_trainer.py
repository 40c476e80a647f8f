"""A real trainer on a small document, and waiting for what it does."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
import pytest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings, TrainingSettings
from playground.frames.wanted import Wanted
from playground.homes import ThreadHome
from playground.ui.trainer import Trainer

LONG = 60
"""Seconds after which a test gives up; nothing here is timed."""
STEPS_AN_EPOCH = 5
LITTLE = Wanted(surface_side=4, map_side=0)


def small_document():
    """Two layers on 25 points in batches of 5."""
    training = TrainingSettings(batch_size=5)
    made, last = Document(data=DataSettings(points=50, train_share=50), training=training), DATA
    for layer in (Dense(3), Dense(1)):
        made, last = edits.add_node(made, layer, 0, 0, after=last)
    return edits.connect(made, last, OUTPUT)


def unfinished(document):
    return edits.disconnect(document, document.graph.edges[1])


@cache
def plain_loops():
    """Compiled once for all tests, and never for XLA but where a test asks for it."""
    from playground.engine.loops import Loops

    class PlainLoops(Loops):
        roomy = False

        def has_room(self):
            return self.roomy

    return PlainLoops()


class WatchedQueue(queue.SimpleQueue):
    """Knows who reads it and how often that found it empty, and can keep the reader from what is in it."""

    def __init__(self):
        super().__init__()
        self.worker = None
        self.found_empty, self.waits = 0, False
        self.open = threading.Event()
        self.open.set()

    def get(self, timeout=None):
        self.waits = True
        try:
            assert self.open.wait(LONG)
            return super().get(timeout=timeout)
        finally:
            self.waits = False

    def get_nowait(self):
        if not self.open.is_set():
            return self.get()
        try:
            return super().get_nowait()
        except queue.Empty:
            self.found_empty += 1
            raise


def starting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Trainer]]:
    """Starts a trainer on a document, its engine in a thread; all are closed in the end."""
    from playground.engine.worker.worker import Worker

    loops = plain_loops()
    monkeypatch.setattr("playground.engine.worker.standing.Loops", lambda: loops)
    started = []

    class Watched(Worker):
        def __init__(self, document, commands, say):
            super().__init__(document, commands, say)
            commands.worker = self

    monkeypatch.setattr("playground.engine.worker.worker.Worker", Watched)

    def begin(document, until="ready"):
        trainer = Trainer(document, watched_home)
        started.append(trainer)
        trainer.look(LITTLE)
        trainer.start()
        wait_for(trainer, lambda: trainer.status.state in (until, "failed"))
        assert trainer.status.state == until, trainer.status
        return trainer

    yield begin
    for trainer in started:
        assert trainer.close(LONG)


def watched_home(document, device) -> ThreadHome:
    return ThreadHome(document, WatchedQueue())


def commands_of(trainer) -> WatchedQueue:
    return trainer._workers._present.home.commands


def session_of(trainer):
    return commands_of(trainer).worker._session


def wait_for(trainer, condition):
    deadline = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < deadline, trainer.status
        time.sleep(0.002)


def wait_for_state(trainer, state):
    wait_for(trainer, lambda: trainer.status.state == state)
    return trainer.status


def wait_for_frame(trainer, condition=lambda frame: True):
    """The first frame of which that is true."""
    found = []

    def came():
        frame = trainer.take_frame()
        if frame is not None and condition(frame):
            found.append(frame)
        return found

    wait_for(trainer, came)
    return found[0]


def wait_for_epoch(trainer, epoch):
    return wait_for_frame(trainer, lambda frame: frame.epoch >= epoch)


def go_on_from(trainer, step, change=0):
    """As a person does: look at the past, and train on from there."""
    trainer.show_past(step)
    trainer.become_past(change)
    trainer.play()


def settle(trainer):
    """Until all commands so far are done and what they led to is shown."""
    commands = commands_of(trainer)
    wait_for(trainer, lambda: trainer.status and not trainer.unanswered)
    seen = commands.found_empty
    # The turn that follows; at rest it waits for the next command.
    wait_for(trainer, lambda: commands.waits or commands.found_empty > seen + 2)


def last_frame(trainer):
    settle(trainer)
    return wait_for_frame(trainer)


def hold(trainer):
    """Keeps the engine from its next command until the event that is returned is set."""
    commands = commands_of(trainer)
    commands.open.clear()
    wait_for(trainer, lambda: commands.waits)
    return commands.open


def session_after(document, epochs):
    """The same training without a thread."""
    from playground.engine.session import Session

    session = Session(document, plain_loops())
    session.train(epochs * STEPS_AN_EPOCH)
    return session


def assert_same_frame(one, other):
    assert (one.epoch, one.batch, one.graph) == (other.epoch, other.batch, other.graph)
    np.testing.assert_array_equal(one.surface, other.surface)
    np.testing.assert_array_equal(one.curves.train_loss, other.curves.train_loss)
    for node, arrays in other.weights.items():
        for ours, theirs in zip(one.weights[node], arrays, strict=True):
            np.testing.assert_array_equal(ours, theirs)
