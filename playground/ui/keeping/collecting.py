"""Python's collector runs in the window's thread only: in another one it may destroy Qt objects there.

What is freed goes back to the system.
"""

from __future__ import annotations

import ctypes
import gc
import linecache
import sys

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 100
# glibc by itself gives back only what lies above all that is in use; a tenth of the window's memory was free below.
GIVE_BACK_MS = 30_000


class Collecting(QObject):
    """Collects when Python would have, but from the event loop; until `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()
        self._giving = QTimer(self, interval=GIVE_BACK_MS)
        self._giving.timeout.connect(give_back)
        self._giving.start()

    def end(self) -> None:
        self._timer.stop()
        self._giving.stop()
        gc.enable()


def collect() -> None:
    """Collect the oldest generation whose time has come."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (count, most) in enumerate(counts) if count > most > 0]
    if full:
        gc.collect(full[-1])


def give_back() -> None:
    """Freed memory that lies between what is in use goes back to the system, where the C library can do that.

    So do sources that were read for a traceback, or by Dask for its own documents: 11 MB at the first cluster.
    """
    linecache.clearcache()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
