"""An editor, its files, and each question answered as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.examples import example
from playground.document.files import file
from playground.ui.assets import asset
from playground.ui.dialogs.files import Files
from playground.ui.editor import Editor
from tests.ui.conftest import FakeTrainer

Button = QMessageBox.StandardButton


class Answers:
    """Answers every question: message boxes by a button, file dialogs by a path. Keeps what was asked."""

    def __init__(self) -> None:
        self.button = Button.Cancel
        self.path = ""
        self.asked: list[str] = []

    def answer_box(self, box: QMessageBox) -> Button:
        self.asked.append(f"{box.text()} {box.informativeText()}".strip())
        return self.button

    def answer_dialog(self, *arguments: object) -> tuple[str, str]:
        self.asked.append(str(arguments[1]))
        return str(self.path), ""


@pytest.fixture
def answers(monkeypatch) -> Answers:
    answers = Answers()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answers.answer_box(box))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answers.answer_dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answers.answer_dialog)
    return answers


@pytest.fixture
def editor(qapp) -> Editor:
    return Editor(Document())


@pytest.fixture
def files(editor, qtbot) -> Iterator[Files]:
    window = QWidget()
    qtbot.addWidget(window)
    yield Files(editor, window, FakeTrainer(editor.document))
    window.close()


def change(editor: Editor) -> Document:
    """An edit, so that there is something to save."""
    training = replace(editor.document.training, seed=editor.document.training.seed + 1)
    editor.apply("Change seed", edits.set_training(editor.document, training))
    return editor.document


def saved(folder: Path, name: str = "spiral") -> Path:
    """A project file."""
    path = folder / f"{name}.playground"
    file.write(example(name, asset("examples")), path)
    return path
