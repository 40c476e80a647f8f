"""Work on a large table beside the window, which stays alive and shows how far it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from playground.tables.blocks import Step, StoppedError
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say

T = TypeVar("T")

# Seconds between two words on how far it is.
APART = 0.05


class _Told(QObject):
    """Brings what a thread says to the window's."""

    far = Signal(float)
    ended = Signal()

    def __init__(self, shown: QProgressDialog) -> None:
        super().__init__()
        self._shown = shown
        self.far.connect(self._show)

    def _show(self, share: float) -> None:
        self._shown.setMaximum(100)
        self._shown.setValue(int(100 * share))


def beside(words: str, work: Callable[[Step], T], parent: QWidget | None, stoppable: bool = False) -> T:
    """What the work gives, in a thread of its own; its `Step` hears how far it is, and Cancel ends it there.

    Raises what the work raises, and StoppedError.
    """
    stopped = threading.Event()
    shown = _dialog(words, parent, stopped.set if stoppable else None)
    told = _Told(shown)
    found: list[T] = []
    failed: list[BaseException] = []

    last = 0.0

    def step(share: float) -> None:
        nonlocal last
        if stopped.is_set():
            raise StoppedError
        if time.monotonic() > last + APART:
            last = time.monotonic()
            told.far.emit(share)

    def run() -> None:
        try:
            found.append(work(step))
        except BaseException as error:
            failed.append(error)
        told.ended.emit()

    waiting = QEventLoop()
    told.ended.connect(waiting.quit)
    # At once, as nothing else may be done to the window meanwhile.
    shown.show()
    threading.Thread(target=run, daemon=True).start()
    waiting.exec()
    shown.close()
    shown.deleteLater()
    if failed:
        raise failed[0]
    return found[0]


def _dialog(words: str, parent: QWidget | None, stop: Callable[[], object] | None) -> QProgressDialog:
    shown = QProgressDialog(words, "", 0, 0, parent)
    if stop is not None:
        shown.setCancelButtonText(say(QT_TRANSLATE_NOOP("Text", "Cancel")))
        shown.canceled.connect(stop)
    else:
        shown.setCancelButton(None)
    shown.setWindowModality(Qt.WindowModality.ApplicationModal)
    shown.setAutoClose(False)
    shown.setAutoReset(False)
    return shown
