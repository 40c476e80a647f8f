"""Work that many frames ask for, done only so often."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from playground.frames.frame import Frame


class Sparing(QObject):
    """Does the work at once, then at most once an interval of milliseconds; the last is never left out."""

    def __init__(self, interval: int, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._asked = work, False
        self._rest = QTimer(self, singleShot=True, interval=interval)
        self._rest.timeout.connect(self._rested)

    def ask_for(self, frame: Frame) -> None:
        """Do it for a frame that came; a moment of the past is shown at once, as a film takes its picture."""
        if frame.past is None:
            self.ask()
        else:
            self.do()

    def ask(self) -> None:
        """Do it now, or when the rest is over."""
        if self._rest.isActive():
            self._asked = True
        else:
            self.do()

    def do(self) -> None:
        """Do it now, as when a person waits for it."""
        self._asked = False
        if self._rest.interval():
            self._rest.start()
        self._work()

    def _rested(self) -> None:
        if self._asked:
            self.do()
