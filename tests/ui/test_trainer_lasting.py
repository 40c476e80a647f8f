"""What was learned goes through the text of a file and is there again, in the worker that the window talks to."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.document.edits import edits
from playground.document.files.file import dumps
from playground.document.layers.dense import Dense
from playground.frames.trained import Training
from playground.projects.codec import decode
from playground.projects.project import read_project
from playground.ui.dialogs.files import Files
from playground.ui.editor import Editor
from tests.ui.driven_trainer import (
    session_of,
    small_document,
    starting,
    unfinished,
    wait_for,
    wait_for_epoch,
    wait_for_state,
)


@pytest.fixture
def start(monkeypatch):
    yield from starting(monkeypatch)


def learned(trainer) -> Training:
    serial, found = trainer.lasting.ask(), []
    wait_for(trainer, lambda: found or ((given := trainer.lasting.take(serial)) and found.append(given) is None))
    assert found[0].text
    return decode(json.loads(found[0].text))


def trained(trainer, epochs: int) -> Training:
    trainer.train_epochs(epochs)
    wait_for_epoch(trainer, epochs)
    wait_for_state(trainer, "paused")
    return learned(trainer)


def assert_same_state(one: Training, other: Training) -> None:
    assert one.present.present.step == other.present.present.step
    for ours, theirs in zip(one.present.present.values, other.present.present.values, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_project_is_opened_where_it_stood_and_goes_on_from_there(start) -> None:
    document = small_document()
    trainer = start(document)
    first = trained(trainer, 6)
    trainer.train_epochs(3)
    wait_for_epoch(trainer, 9)
    whole = learned(trainer)
    trainer.begin(document, first)
    trainer.show_document(document)
    wait_for_epoch(trainer, 6)
    wait_for_state(trainer, "paused")
    assert_same_state(learned(trainer), first)
    trainer.train_epochs(3)
    wait_for_epoch(trainer, 9)
    assert_same_state(learned(trainer), whole)
    assert not trainer.lasting.take_misfit()


def test_nothing_is_known_of_a_network_that_has_not_learned(start) -> None:
    trainer = start(small_document())
    serial, found = trainer.lasting.ask(), []
    wait_for(trainer, lambda: found or ((given := trainer.lasting.take(serial)) and found.append(given) is None))
    assert found[0].text == ""


def test_an_unfinished_network_keeps_what_was_learned_for_when_it_is_mended(start) -> None:
    document = small_document()
    trainer = start(document)
    trained(trainer, 4)
    trainer.show_document(unfinished(document))
    wait_for_state(trainer, "unfinished")
    kept = learned(trainer)
    assert kept.present.document == document
    trainer.begin(unfinished(document), kept)
    wait_for_state(trainer, "unfinished")
    trainer.show_document(document)
    wait_for_epoch(trainer, 4)
    assert_same_state(learned(trainer), kept)


def test_what_another_network_learned_is_said_and_left_out(start) -> None:
    document = small_document()
    trainer = start(document)
    foreign = trained(trainer, 2)
    other = edits.set_layer(document, document.graph.trained[1], Dense(5))
    trainer.begin(other, replace(foreign, present=replace(foreign.present, document=None)))
    wait_for(trainer, trainer.lasting.take_misfit)
    wait_for_state(trainer, "ready")
    assert session_of(trainer).step == 0


def test_a_saved_project_opens_with_what_it_has_learned_and_a_copy_for_others_does_not(
    start, qtbot, tmp_path, monkeypatch
) -> None:
    document = small_document()
    trainer = start(document)
    first = trained(trainer, 5)
    window, editor = QWidget(), Editor(document)
    qtbot.addWidget(window)
    files = Files(editor, window, trainer)
    files.path = tmp_path / "trained.playground"
    assert trainer.take_frame() is not None or trainer.last_frame is not None
    assert files.save()
    project = read_project(files.path)
    assert project.document == document
    assert project.training is not None
    assert_same_state(project.training, first)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "plain.playground"), ""))
    files.save_untrained()
    assert (tmp_path / "plain.playground").read_text() == dumps(document)
    editor.opened.connect(lambda opened: trainer.begin(opened, files.opening))
    assert files.open(files.path)
    # Saved before the engine has come as far as to take it.
    assert files.save()
    again = read_project(files.path).training
    assert again is not None
    assert_same_state(again, first)
