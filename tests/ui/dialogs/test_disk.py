"""Somebody else's changes of the open file: told at once, and never written over without a question."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from playground.document.examples import example
from playground.document.files import file
from playground.ui.assets import asset
from playground.ui.dialogs import disk
from tests.ui.dialogs.conftest import change, saved

Button = QMessageBox.StandardButton


THEIRS = example("circle", asset("examples"))


@pytest.fixture
def theirs(files, editor, tmp_path, qtbot) -> Path:
    """The open file, which somebody else replaced meanwhile; ours has an edit too."""
    path = saved(tmp_path)
    files.open(path)
    change(editor)
    with qtbot.waitSignal(files.disk_told) as told:
        file.write(THEIRS, path)
    assert told.args == ["spiral.playground", "changed"]
    return path


@pytest.mark.parametrize("button", [Button.Yes, Button.Save, Button.Cancel])
def test_saving_over_somebody_else_s_work_asks(files, editor, answers, theirs, button) -> None:
    answers.button, answers.path = button, str(theirs.with_name("mine.playground"))
    mine = editor.document
    assert files.save() == (button != Button.Cancel)
    assert answers.asked[0].startswith("spiral.playground was changed by somebody else")
    assert file.read(theirs) == (mine if button == Button.Yes else THEIRS)
    assert editor.unsaved == (button == Button.Cancel)
    if button == Button.Save:
        assert file.read(Path(answers.path)) == mine


def test_what_another_window_writes_while_one_saves_is_not_written_over(files, editor, answers, tmp_path, monkeypatch):
    path = saved(tmp_path)
    files.open(path)
    change(editor)
    # What was learned is waited for, and meanwhile the other window saves.
    monkeypatch.setattr(files.unsaved_training, "_text", lambda: (file.write(THEIRS, path) or "", ""))
    assert not files.save()
    assert answers.asked[-1].startswith("spiral.playground was changed by somebody else")
    assert (file.read(path), editor.unsaved) == (THEIRS, True)


@pytest.mark.parametrize("button", [Button.Yes, Button.Cancel])
def test_reloading_asks_about_one_s_own_changes(files, editor, answers, theirs, button) -> None:
    answers.button, mine = button, editor.document
    files.reload()
    assert editor.document == (THEIRS if button == Button.Yes else mine)
    assert len(answers.asked) == 1


def test_the_same_content_at_another_time_is_no_change(files, answers, tmp_path) -> None:
    path = saved(tmp_path)
    files.open(path)
    os.utime(path, (1, 1))
    assert files.save()
    assert answers.asked == []


def test_a_file_that_is_gone_is_told_and_saved_again(files, answers, tmp_path, qtbot) -> None:
    path = saved(tmp_path)
    files.open(path)
    with qtbot.waitSignal(files.disk_told) as told:
        path.unlink()
    assert told.args == ["spiral.playground", "gone"]
    with qtbot.waitSignal(files.disk_told) as told:
        assert files.save()
    assert told.args == ["spiral.playground", ""]
    assert path.exists()
    assert answers.asked == []


def test_what_is_written_while_a_large_file_is_read_is_a_change(files, editor, tmp_path, monkeypatch) -> None:
    path = saved(tmp_path)
    monkeypatch.setattr(disk, "SLOW_BYTES", 0)
    read = disk.read_project

    def read_slowly(path: Path):
        found = read(path)
        file.write(THEIRS, path)
        return found

    monkeypatch.setattr(disk, "read_project", read_slowly)
    assert files.open(path)
    assert editor.document == example("spiral", asset("examples"))
    assert files._disk.state() == "changed"
