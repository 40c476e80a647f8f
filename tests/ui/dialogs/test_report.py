"""A mistake of ours is told once, calmly, and the work goes on; the report tells nothing of a person's work."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from playground import __version__
from playground.ui.dialogs.report import MistakeBox, Mistakes, ReportDialog


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def mistake(window: QWidget, qtbot) -> Iterator[Callable[..., None]]:
    """Makes a mistake as a slot would."""
    mistakes = Mistakes(window)

    def make(kind: type[BaseException] = ValueError, words: str = "seven is no colour") -> None:
        try:
            raise kind(words)
        except kind as error:
            mistakes.hear(kind, error, error.__traceback__)

    yield make
    for box in boxes():
        box.close()


def boxes() -> list[MistakeBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, MistakeBox) and box.isVisible()]


def only_box(qtbot) -> MistakeBox:
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    return boxes()[0]


def test_it_is_told_with_its_details(mistake, capsys, qtbot) -> None:
    mistake()
    box = only_box(qtbot)
    assert "Something went wrong" in box.text()
    assert "seven is no colour" in box.detailedText()
    assert "seven is no colour" in capsys.readouterr().err
    assert {button.text() for button in (box.copy, box.go_on)} == {"Copy report", "Go on"}


def test_one_that_repeats_is_told_once_and_the_box_is_gone(mistake, window, qtbot) -> None:
    def again() -> None:
        mistake()

    again()
    box = only_box(qtbot)
    again()
    mistake(KeyError)
    assert boxes() == [box]
    box.go_on.click()
    qtbot.waitUntil(lambda: not window.findChildren(MistakeBox))
    for _ in range(3):
        again()
    done = []
    QTimer.singleShot(0, lambda: done.append(1))
    qtbot.waitUntil(lambda: bool(done))
    assert boxes() == []


def test_the_report_is_copied_and_the_box_stays(mistake, qtbot) -> None:
    mistake(words="the layer of Anna")
    box = only_box(qtbot)
    box.copy.click()
    told = QGuiApplication.clipboard().text()
    assert boxes() == [box]
    assert "Anna" not in told
    for part in (__version__, "Qt ", "Python ", "ValueError", "test_report.py:"):
        assert part in told


def test_another_mistake_is_told_after_the_first(mistake, qtbot, window) -> None:
    mistake()
    only_box(qtbot).go_on.click()
    qtbot.waitUntil(lambda: not window.findChildren(MistakeBox))
    mistake(KeyError)
    assert "KeyError" in only_box(qtbot).detailedText()


def test_one_in_a_thread_is_told_by_the_window(window, qtbot, monkeypatch) -> None:
    mistakes = Mistakes(window)
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    mistakes.watch()
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in only_box(qtbot).detailedText()
    boxes()[0].close()


def test_a_painter_at_work_is_let_go_so_that_all_is_painted_on(window, qtbot, monkeypatch) -> None:
    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            held.append(weakref.ref(painter))
            raise ValueError("in the midst of it")

    held: list[weakref.ref[QPainter]] = []
    mistakes = Mistakes(window)
    monkeypatch.setattr("sys.excepthook", mistakes.hear)
    broken = Broken(window)
    broken.show()
    qtbot.waitUntil(lambda: bool(held))
    broken.hide()
    assert [painter() for painter in held if painter() is not None] == []
    assert "in the midst of it" in only_box(qtbot).detailedText()
    boxes()[0].close()


def test_it_stands_before_a_dialog_that_is_open(mistake, window, qtbot) -> None:
    dialog = QDialog(window)
    dialog.open()
    mistake()
    assert only_box(qtbot).parent() is dialog


def test_control_c_in_the_terminal_is_no_mistake(mistake, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("PySide6.QtCore.QCoreApplication.quit", lambda: asked.append("quit"))
    mistake(KeyboardInterrupt)
    assert (asked, boxes()) == (["quit"], [])


def test_the_menu_opens_the_report(open_window, qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("playground.ui.dialogs.report.logs_folder", lambda: tmp_path)
    (tmp_path / "window.log").write_text("2026-11-27 02:10:39 ERROR 7: nobody expected this\n  ValueError\n")
    window = open_window()
    (command,) = [
        action for action in window.menuBar().findChildren(type(window.menuBar().actions()[0]))
        if action.text() == "Report a problem…"
    ]  # fmt: skip
    command.trigger()
    (dialog,) = window.findChildren(ReportDialog)
    assert "nobody expected this" in dialog.text.toPlainText()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(ReportDialog))
