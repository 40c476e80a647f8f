"""A window that is closed while files are written waits for them, or leaves them, but never without a word."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from playground.ui.dialogs.leaving import Finishing

LEFT = Qt.MouseButton.LeftButton
WRITING = (Path("n.keras"), Path("run.csv"))


def finishing_of(window) -> Finishing:
    window.editor.mark_saved()
    window.close()
    (finishing,) = window.findChildren(Finishing)
    return finishing


def test_the_window_closes_when_all_is_written(window, qtbot) -> None:
    window.trainer.writing = WRITING
    finishing = finishing_of(window)
    assert window.isVisible()
    assert finishing.text() == "Finishing n.keras, run.csv…"
    window.trainer.writing = WRITING[1:]
    qtbot.waitUntil(lambda: finishing.text() == "Finishing run.csv…")
    window.trainer.writing = ()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_person_may_leave_without_it(window, qtbot) -> None:
    window.trainer.writing = WRITING
    qtbot.mouseClick(finishing_of(window).without, LEFT)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_escape_stays(window, qtbot) -> None:
    window.trainer.writing = WRITING
    finishing = finishing_of(window)
    qtbot.keyClick(finishing, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not finishing.isVisible())
    window.trainer.writing = ()
    qtbot.wait(200)
    assert window.isVisible()


def test_nothing_being_written_closes_at_once(window) -> None:
    window.editor.mark_saved()
    window.close()
    assert not window.isVisible()
