"""A stranger's file, read in a process of its own while the window lives on."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from playground.document.document import Document
from playground.document.files.file import ENDING
from playground.imports.asking import ENDINGS, LOADING, Reading
from playground.imports.found import Imported
from playground.imports.guard import SECONDS
from playground.imports.refused import Refused
from playground.ui import text
from playground.ui.texts.imports.sentences import refusal_text

LOOK_MS = 30


class Importing(QObject):
    """`arrived` brings the path and what was Imported, `refused` the path and why not. One file at a time."""

    arrived = Signal(object, object)
    refused = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._path, self._until = Path(), 0.0
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)

    def listen(self, arrived: Callable[[Path, Imported], object], refused: Callable[[Path, str], object]) -> None:
        """Tell these what becomes of each file."""
        self.arrived.connect(arrived)
        self.refused.connect(refused)

    def begin(self, path: Path, beneath: Document) -> None:
        """Read the file; weights alone are fitted to `beneath`. One that is under way is given up."""
        self.stop()
        try:
            self._reading = Reading(path, beneath)
        except OSError as error:
            self.refused.emit(path, text.error_text(error))
            return
        self._path, self._until = path, time.monotonic() + SECONDS + LOADING
        self._clock.start()

    def stop(self) -> None:
        """Give up what is under way."""
        self._clock.stop()
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    def _look(self) -> None:
        reading = self._reading
        if reading is None or not (reading.is_done or time.monotonic() > self._until):
            return
        self._clock.stop()
        self._reading = None
        try:
            found: Imported = reading.wait(0)
        except Refused as refused:
            self.refused.emit(self._path, refusal_text(refused))
            return
        self.arrived.emit(self._path, found)


def kinds_to_open(projects: str) -> str:
    """What the dialog that opens files offers: all of them first, projects, networks of others."""
    endings = " ".join(f"*{ending}" for ending in ENDINGS)
    every = QCoreApplication.translate("Files", "All that can be opened ({endings})").format(
        endings=f"*{ENDING} {endings}"
    )
    others = QCoreApplication.translate("Files", "Networks of Keras and ONNX ({endings})").format(endings=endings)
    return ";;".join((every, projects, others))
