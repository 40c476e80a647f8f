"""Work that takes a while: the window draws meanwhile, and shows that it is busy."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

POLL_MS = 5
T = TypeVar("T")


def live(milliseconds: int) -> None:
    """Let the window live that long: it draws, and takes no key."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def beside_the_window(work: Callable[[], T]) -> T:
    """Do it on a thread while the window lives, and give what it gives. Raises what it raises."""
    found: list[T] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            found.append(work())
        except Exception as error:
            errors.append(error)

    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        thread = Thread(target=run)
        thread.start()
        while thread.is_alive():
            live(POLL_MS)
    finally:
        QApplication.restoreOverrideCursor()
    if errors:
        raise errors[0]
    return found[0]
