"""The engine in a real process of its own: replaced, killed, given up, and gone with the window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.document.settings import DataSettings, TrainingSettings
from playground.frames.frame import Frame
from playground.frames.meters import MeterQuestion
from playground.frames.pace import Pace
from playground.frames.run import Status
from playground.frames.wanted import Wanted
from playground.ui.texts.files import failure_text
from playground.ui.trainer import Trainer

LONG = 300.0
"""Seconds after which a test gives up; nothing here is timed."""


pytestmark = pytest.mark.timeout(900)


def small_document() -> Document:
    made = Document(data=DataSettings(points=46, train_share=50), training=TrainingSettings(batch_size=5))
    made, hidden = edits.add_node(made, Dense(3), 0, 0, after=DATA)
    made, last = edits.add_node(made, Dense(1), 0, 0, after=hidden)
    return edits.connect(made, last, OUTPUT)


def wait(trainer: Trainer, condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + LONG
    while not (trainer.status and condition()):
        assert time.monotonic() < deadline, trainer.status
        time.sleep(0.005)


def frame_of(trainer: Trainer, condition: Callable[[Frame], bool]) -> Frame:
    """The first frame of which that is true."""
    found: list[Frame] = []

    def came() -> bool:
        frame = trainer.take_frame()
        if frame is not None and condition(frame):
            found.append(frame)
        return bool(found)

    wait(trainer, came)
    return found[0]


def process_of(trainer: Trainer):
    return trainer._workers._present.home.process  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def lasting() -> Iterator[Trainer]:
    """One trainer for the whole file: each process takes seconds to load TensorFlow."""
    trainer = Trainer(small_document())
    trainer.look(Wanted(0, 0))
    trainer.start()
    yield trainer
    trainer.close()


@pytest.fixture
def trainer(lasting: Trainer) -> Trainer:
    """At epoch 0, at rest, with the small document."""
    wait(lasting, lambda: lasting.status.state not in ("loading", "building"))
    lasting.pause()
    lasting.show_document(small_document())
    lasting.reset()
    wait(lasting, lambda: not lasting.unanswered and lasting.status.state == "ready")
    return lasting


def test_the_window_has_no_tensorflow_and_is_told_what_trains(trainer: Trainer) -> None:
    from importlib.metadata import version

    assert trainer.engine is not None
    assert (trainer.engine.version, trainer.engine.device) == (version("tensorflow"), "CPU")


def test_answers_come_back_as_values(trainer: Trainer, tmp_path) -> None:
    for name in ("net.nonsense", "run.csv"):
        trainer.export(tmp_path / name)
    assert "run.csv" in [path.name for path in trainer.writing]
    wait(trainer, lambda: not trainer.writing)
    refused, written = trainer.take_reply(), trainer.take_reply()
    assert "net.nonsense: expected one of .keras" in failure_text(refused.failure)
    assert (written.path, written.failure) == (tmp_path / "run.csv", None)
    assert (tmp_path / "run.csv").exists()


def test_another_worker_takes_over_and_the_run_is_the_same(trainer: Trainer) -> None:
    before = process_of(trainer).pid
    # Slow enough that every epoch is in the curves.
    trainer.set_pace(Pace(100.0))
    trainer.play()
    wait(trainer, lambda: trainer.status.state == "training")
    trainer._workers.prepare_next()
    wait(trainer, lambda: process_of(trainer).pid != before)
    taken_over = frame_of(trainer, lambda frame: frame.epoch > 5).epoch
    frame = frame_of(trainer, lambda frame: frame.epoch > taken_over + 5)
    trainer.set_pace(Pace())
    epochs = frame.curves.epochs
    assert epochs.tolist() == list(range(frame.epoch + 1))
    from playground.engine.loops import Loops
    from playground.engine.session import Session

    session = Session(small_document(), Loops())
    session.train(5 * frame.epoch)
    expected = session.recorder.curves().column("train_loss")
    # The run went over to its twin, whose last bits are others.
    assert frame.curves.column("train_loss") == pytest.approx(expected, rel=1e-3)


def test_a_worker_that_is_killed_is_followed_by_another_that_trains_on(trainer: Trainer, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("playground.ui.succession.KEEP_EVERY", 0.0)
    trainer.play()
    kept = frame_of(trainer, lambda frame: frame.epoch > 20)
    wait(trainer, lambda: trainer.take_frame() is None and trainer._workers._kept)
    killed, lost = process_of(trainer), trainer.lost
    os.kill(killed.pid, signal.SIGSTOP)
    trainer.export(tmp_path / "run.csv")
    trainer.ask_meter(MeterQuestion("Mean"))
    os.kill(killed.pid, signal.SIGKILL)
    wait(trainer, lambda: trainer.lost == lost + 1)
    replies = list(iter(trainer.take_reply, None))
    assert "the training engine stopped" in failure_text(replies[-1].failure)
    answers = []
    wait(trainer, lambda: answers.append(trainer.take_meter()) or answers[-1])
    after = frame_of(trainer, lambda frame: frame.epoch > kept.epoch)
    assert after.curves.epochs[0] == 0
    wait(trainer, lambda: trainer.status == Status("training"))


def test_a_call_that_does_not_answer_can_be_given_up(trainer: Trainer, monkeypatch) -> None:
    monkeypatch.setattr("playground.ui.succession.KEEP_EVERY", 0.0)
    trainer.play()
    frame_of(trainer, lambda frame: frame.epoch > 20)
    before = process_of(trainer)
    os.kill(before.pid, signal.SIGSTOP)
    trainer.pause()
    wait(trainer, lambda: trainer.unanswered > 0.2)
    trainer.stop_now()
    wait(trainer, lambda: trainer.status.state in ("paused", "ready"))
    assert process_of(trainer).pid != before.pid
    assert not before.is_alive()


def test_edits_made_while_it_loads_are_passed_over_but_for_the_newest(trainer: Trainer, monkeypatch) -> None:
    monkeypatch.setattr("playground.ui.succession.KEEP_EVERY", 0.0)
    trainer.play()
    wait(trainer, lambda: trainer._workers._kept and trainer.status.state == "training")
    # What was kept plays on; after a reset it is not what the next worker goes on from.
    monkeypatch.setattr("playground.ui.succession.KEEP_EVERY", 1e9)
    trainer.pause()
    trainer.reset()
    wait(trainer, lambda: not trainer.unanswered and trainer.status.state == "ready")
    lost = trainer.lost
    os.kill(process_of(trainer).pid, signal.SIGKILL)
    wait(trainer, lambda: trainer.lost > lost)
    document = small_document()
    for units in range(2, 9):
        trainer.show_document(edits.set_layer(document, "dense_1", Dense(units)))
    newest = edits.set_layer(document, "dense_1", Dense(8))
    assert frame_of(trainer, lambda frame: frame.graph == newest.graph).epoch == 0
    wait(trainer, lambda: trainer.status.state == "ready")


ORPHAN = """
import sys, time
from playground.ui.trainer import Trainer
from tests.test_homes import small_document
if __name__ == "__main__":
    trainer = Trainer(small_document())
    trainer.start()
    print(trainer._workers._present.home.process.pid, flush=True)
    while True:
        time.sleep(0.05)
        if trainer.status.state == "ready":
            trainer.play()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize("seconds", [0.0, 4.0])
def test_a_window_that_is_killed_leaves_no_worker_behind(seconds: float, tmp_path) -> None:
    (tmp_path / "orphan.py").write_text(ORPHAN, encoding="utf-8")
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    window = subprocess.Popen([sys.executable, str(tmp_path / "orphan.py")], env=environment, stdout=subprocess.PIPE)
    assert window.stdout is not None
    worker = int(window.stdout.readline())
    time.sleep(seconds)
    window.kill()
    window.wait()
    window.stdout.close()
    deadline = time.monotonic() + LONG
    while lives(worker):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def lives(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
