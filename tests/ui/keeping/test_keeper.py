"""What a window had not saved, given back to another one; and how the real one leaves when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.document.document import Document
from playground.document.examples import example
from playground.journal.journal import Journal
from playground.journal.left import left_behind
from playground.ui.assets import asset
from playground.ui.keeping.keeper import Keeper
from playground.ui.main_window import MainWindow


@pytest.fixture
def keeper_of(tmp_path):
    keepers: list[Keeper] = []

    def attach(window: MainWindow) -> Keeper:
        keepers.append(Keeper(Journal(tmp_path)))
        keepers[-1].attach(window)
        return keepers[-1]

    yield attach
    for keeper in keepers:
        keeper.leave(keep=False)


def edited(document: Document, seed: int = 99) -> Document:
    return replace(document, training=replace(document.training, seed=seed))


def left_by_a_dead_window(window: MainWindow, keeper_of, path: Path | None = None) -> Document:
    keeper = keeper_of(window)
    document = edited(window.editor.document)
    window.files.show_path(path)
    window.editor.apply("Edit", document)
    keeper.leave(keep=True)
    window.files.show_path(None)
    window.editor.open(example("circle", asset("examples")))
    return document


def test_unsaved_work_is_offered_and_opened_without_its_file(window, keeper_of, tmp_path) -> None:
    document = left_by_a_dead_window(window, keeper_of, tmp_path / "spiral.playground")
    keeper = keeper_of(window)
    keeper.look_around()
    assert keeper.bar.isVisible()
    assert keeper.bar.words.text().startswith("Unsaved work from ")
    assert keeper.bar.words.text().endswith(", spiral")
    assert window.editor.document != document
    QTest.mouseClick(keeper.bar.open, Qt.MouseButton.LeftButton)
    assert (window.editor.document, window.editor.unsaved, window.files.path) == (document, True, None)
    assert not keeper.bar.isVisible()
    # It is in this window's journal now, and in no other.
    keeper.leave(keep=True)
    (left,) = left_behind(tmp_path)
    assert left.document() == document
    left.discard()


def test_discarded_work_is_not_offered_again(window, keeper_of, tmp_path) -> None:
    left_by_a_dead_window(window, keeper_of)
    left_by_a_dead_window(window, keeper_of)
    keeper = keeper_of(window)
    keeper.look_around()
    assert keeper.bar.words.text().endswith("(1 more)")
    for _ in range(2):
        QTest.mouseClick(keeper.bar.discard, Qt.MouseButton.LeftButton)
    assert not keeper.bar.isVisible()
    assert left_behind(tmp_path) == ()
    assert window.editor.document == example("circle", asset("examples"))


def test_what_a_window_was_asked_about_at_its_close_is_gone(window, keeper_of, tmp_path) -> None:
    keeper = keeper_of(window)
    window.editor.apply("Edit", edited(window.editor.document))
    keeper.leave(keep=False)
    assert list(tmp_path.iterdir()) == []


def test_a_preview_is_no_edit(window, keeper_of, tmp_path) -> None:
    keeper = keeper_of(window)
    window.editor.preview(edited(window.editor.document))
    keeper.leave(keep=True)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_once_while_it_is_full(window, keeper_of, qtbot, monkeypatch) -> None:
    keeper = keeper_of(window)
    monkeypatch.setattr(keeper.journal, "trouble", OSError(28, "No space left on device"))
    from playground.ui.panels.notices.told import ToldBar

    bar = window.panels.of(ToldBar)
    for _ in range(3):
        keeper._look()
    assert bar.isVisible()
    assert bar.words.text().count("cannot be kept") == 1
    bar.tell("Something else.")
    monkeypatch.setattr(keeper.journal, "trouble", None)
    keeper._look()
    assert bar.words.text() == "Something else."


LIVING = """
import sys
from PySide6.QtCore import QTimer
from playground import app
from playground.document.document import Document
from playground.projects.project import Project
from playground.ui.trainer import Trainer

Trainer.start = lambda trainer: None
make = app.make_window

def made(*given):
    window = make(*given)
    def edit():
        window.editor.apply("Edit", Document(name="edited"))
        print("edited", flush=True)
    QTimer.singleShot(100, edit)
    return window

app.make_window = made
sys.exit(app.open_window(Project(Document()), None, Trainer(Document())))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_obeyed_at_once_with_all_work_kept(tmp_path, number: signal.Signals) -> None:
    homes = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    # Where the tests run without a terminal of their own, they and their children may pass over it.
    hears = f"import signal; signal.signal({int(number)}, signal.SIG_DFL)\n"
    child = subprocess.Popen(
        [sys.executable, "-c", hears + LIVING],
        env={**os.environ, **homes},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"edited\n"
    child.send_signal(number)
    _, errors = child.communicate(timeout=30)
    assert child.returncode == 128 + number, errors
    folder = tmp_path / "Playground" / "Playground"
    (left,) = left_behind(folder / "journals")
    assert left.document() == Document(name="edited")
    left.release()
    assert (folder / "settings.json").is_file()
    assert not list(folder.glob("starting*"))
