"""Python's garbage collection, from the window's thread alone and where it holds nothing up."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

COLLECT_MS = 5_000
ONCE_A_MINUTE = 12


class Garbage(QTimer):
    """Collects every few seconds, in place of Python's own collections.

    Those could run on the trainer's thread and destroy Qt objects there.
    """

    def __init__(self, is_training: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent, interval=COLLECT_MS)
        self._is_training = is_training
        self._collections, self._edited = 0, False
        gc.disable()
        self.timeout.connect(self.collect)
        self.start()

    def expect_more(self) -> None:
        """After an edit, networks of before it may be there."""
        self._edited = True

    def collect(self) -> None:
        """What is young at once; networks of before, which takes longer than a frame, at rest or once a minute."""
        self._collections += 1
        resting = not self._is_training() and not QApplication.mouseButtons()
        if self._edited and (resting or self._collections % ONCE_A_MINUTE == 0):
            self._edited = False
            gc.collect()
        else:
            gc.collect(1)
