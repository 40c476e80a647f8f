"""Leaving at once, without a question, when the system asks for it."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

# What ends a program; those that a system does not have are left out.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK") if hasattr(signal, name))
# Seconds that the window's thread has to leave by itself, and after which the process is gone.
PATIENCE = 0.8


class Departure(QObject):
    """`asked(number)` comes in the window's thread for each signal.

    A thread of its own reads them, so that one which comes while the window is busy is heard too: where the window
    has not left in time, it calls `last` and ends the process.
    """

    asked = Signal(int)

    def __init__(self, last: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._read, self._written = socket.socketpair()
        self._written.setblocking(False)
        self._before: dict[int, object] = {}
        self._wakeup = -1
        self._thread = threading.Thread(target=self._listen, name="signals", daemon=True)

    def begin(self) -> None:
        """Hear signals from now on, in the main thread; those that are ignored, as by nohup, stay so."""
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                # A handler of Python's, which need not run: the byte is written before it.
                self._before[number] = signal.signal(number, lambda *_: None)
        self._wakeup = signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        self._thread.start()

    def end(self) -> None:
        """As it was before `begin`; a departure under way has `PATIENCE` left."""
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        with suppress(OSError):
            self._written.send(b"\0")

    def _listen(self) -> None:
        number = 0
        while not number:
            heard = self._read.recv(1)
            if heard in (b"", b"\0"):
                return
            number = heard[0] if heard[0] in self._before else 0
        self.asked.emit(number)
        # The process ends meanwhile, and this thread with it.
        time.sleep(PATIENCE)
        self._last()
        os._exit(128 + number)
