"""Work that can wait until a person sees the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


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
