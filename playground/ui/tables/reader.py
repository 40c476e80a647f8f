"""Reads a table beside the window, which stays alive; the newest question wins."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from playground.tables.opening import Table, open_table, pasted_table
from playground.tables.reading import Reading, TableError


class Reader(QObject):
    """`found` brings a Table, or the TableError or OSError that stood against it."""

    found = Signal(object)
    _done = Signal(int, object)

    def __init__(self, chinese: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chinese, self._asked = chinese, 0
        self._done.connect(self._take)

    def read(self, source: Path | str, reading: Reading | None = None) -> None:
        """A file, or a text that was pasted."""
        self._asked += 1
        threading.Thread(target=self._run, args=(self._asked, source, reading), daemon=True).start()

    def _run(self, asked: int, source: Path | str, reading: Reading | None) -> None:
        answer: Table | Exception
        try:
            if isinstance(source, Path):
                answer = open_table(source, reading, self._chinese)
            else:
                answer = pasted_table(source, reading)
        except (TableError, OSError, MemoryError) as error:
            answer = error
        if asked == self._asked:
            self._done.emit(asked, answer)

    def _take(self, asked: int, answer: object) -> None:
        if asked == self._asked:
            self.found.emit(answer)
