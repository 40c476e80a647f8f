"""Work on a large table beside the window."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from playground.tables.blocks import Step, StoppedError
from playground.ui.tables.beside import beside


def test_the_window_lives_while_a_thread_works(qtbot) -> None:
    turns, told = [], threading.Event()
    QTimer.singleShot(0, lambda: (turns.append(threading.current_thread()), told.set()))

    def work(step: Step) -> threading.Thread:
        # Ends only once the window's loop has turned.
        assert told.wait(20)
        step(0.5)
        return threading.current_thread()

    assert beside("…", work, None) is not threading.current_thread()
    assert turns == [threading.current_thread()]


def test_what_the_work_raises_arrives_and_it_can_be_cancelled(qtbot) -> None:
    def fails(step: Step) -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        beside("…", fails, None)

    def endless(step: Step) -> None:
        while True:
            step(0.1)

    def cancel() -> None:
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QProgressDialog) and each.isVisible():
                each.findChild(QPushButton).click()

    QTimer.singleShot(50, cancel)
    with pytest.raises(StoppedError):
        beside("…", endless, None, stoppable=True)
