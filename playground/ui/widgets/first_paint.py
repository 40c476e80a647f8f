"""Work that can wait until a person sees the window, and work for which the person has to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class AfterFirstPaint(QObject):
    """Does the pieces of the work, each in a turn of its own, once the widget has been painted for the first time."""

    def __init__(self, widget: QWidget, *pieces: Callable[[], object]) -> None:
        super().__init__(widget)
        self._pieces = pieces
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            for piece in self._pieces:
                QTimer.singleShot(0, self, piece)
        return False


@contextmanager
def busy() -> Iterator[None]:
    """A busy pointer meanwhile, and to the next turn, in which what was done is laid out and painted.

    Around a block, or over a function as `@busy()`. Not around what asks a person something.
    """
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QTimer.singleShot(0, QApplication.restoreOverrideCursor)
