"""Reads a table beside the window, which stays alive; the newest question wins."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from playground.tables.blocks import StoppedError
from playground.tables.choices import Choices
from playground.tables.opening import Table, open_table, pasted_table
from playground.tables.preparing import prepare
from playground.tables.reading import Reading, TableError

# Seconds between two words on how far it is.
APART = 0.05


class Reader(QObject):
    """`found` brings a Table, of a large file its first rows before, or the TableError or OSError against it.

    `far` says which share of a large file is read; `prepared` brings what was made of a table.
    """

    found = Signal(object)
    far = Signal(float)
    prepared = Signal(object)
    _done = Signal(int, object, object)

    def __init__(self, chinese: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chinese, self._asked = chinese, 0
        self._done.connect(self._take)

    def read(self, source: Path | str, reading: Reading | None = None) -> None:
        """A file, or a text that was pasted."""
        self._begin(self._read, source, reading)

    def prepare(self, table: Table, choices: Choices, title: str) -> None:
        """What `prepare` makes of it, for a table that takes its time."""
        self._begin(self._prepare, table, choices, title)

    def stop(self) -> None:
        """Nobody waits any longer."""
        self._asked += 1

    def _begin(self, work: Callable[..., None], *given: object) -> None:
        self._asked += 1
        threading.Thread(target=work, args=(self._asked, *given), daemon=True).start()

    def _read(self, asked: int, source: Path | str, reading: Reading | None) -> None:
        answer: Table | Exception
        told = 0.0

        def step(share: float) -> None:
            nonlocal told
            if asked != self._asked:
                raise StoppedError
            if time.monotonic() > told + APART:
                told = time.monotonic()
                self._done.emit(asked, self.far, share)

        def show(table: Table) -> None:
            self._done.emit(asked, self.found, table)

        try:
            if isinstance(source, Path):
                answer = open_table(source, reading, self._chinese, step, show)
            else:
                answer = pasted_table(source, reading)
        except StoppedError:
            return
        except (TableError, OSError, MemoryError) as error:
            answer = error
        except Exception:
            # Nobody waits for it any longer; it is reported as any other error of ours.
            self._done.emit(asked, self.found, TableError("unreadable"))
            raise
        if asked == self._asked:
            self._done.emit(asked, self.found, answer)

    def _prepare(self, asked: int, table: Table, choices: Choices, title: str) -> None:
        made = prepare(table, choices, title)
        if asked == self._asked:
            self._done.emit(asked, self.prepared, made)

    def _take(self, asked: int, signal: Signal, answer: object) -> None:
        if asked == self._asked:
            signal.emit(answer)  # type: ignore[attr-defined]
