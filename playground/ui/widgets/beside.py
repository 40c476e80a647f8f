"""Work that takes time, in a thread beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal


class Beside(QObject):
    """What comes of each piece of work is handed on in the window's thread, as is an error that stood against it."""

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done.connect(lambda then, answer: then(answer))

    def begin(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        """`then` gets what `work` gives, or its OSError, ValueError or MemoryError."""
        threading.Thread(target=self._run, args=(work, then), daemon=True).start()

    def hand(self, then: Callable[[object], object], news: object) -> None:
        """From within `work`: have `then` hear of it. Nobody may be there any more."""
        with suppress(RuntimeError):
            self._done.emit(then, news)

    def _run(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        try:
            answer = work()
        except (OSError, ValueError, MemoryError) as error:
            answer = error
        self.hand(then, answer)
