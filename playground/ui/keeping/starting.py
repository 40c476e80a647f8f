"""Whether the start before this one got as far as its window."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from playground.journal.lock import Lock

NAME = "starting"


class Start:
    """A file that is there from the beginning of a start until its window is seen, locked by its process.

    `failed` tells that there was one which nobody holds: Qt may have crashed at the layout that was kept.
    """

    def __init__(self, folder: Path) -> None:
        self.failed = False
        with suppress(OSError):
            self.failed = sum(map(_is_dead, folder.glob(f"{NAME}-*.lock"))) > 0
        self._lock = Lock(folder / f"{NAME}-{os.getpid()}-{secrets.token_hex(3)}.lock")
        # On a full disk this start leaves no trace.
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._lock.take()

    def arrive(self) -> None:
        """The window is there, or was let go of in good order."""
        self._lock.release()


def _is_dead(path: Path) -> bool:
    lock = Lock(path)
    try:
        is_dead = lock.take()
    except OSError:
        return False
    lock.release()
    return is_dead
