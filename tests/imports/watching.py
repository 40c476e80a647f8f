"""What the system sees of a folder, by inotify: whatever a process does there, also what Python hears nothing of."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from pathlib import Path

import pytest

OPENED = 0x20
ANYTHING = 0xFFF
CHANGED = 0x2 | 0x4 | 0x40 | 0x80 | 0x100 | 0x200  # written, other rights, moved, made, removed


class Watch:
    """Tells what was done to files of a folder; skips the test where there is no inotify."""

    def __init__(self, folder: Path, events: int = OPENED) -> None:
        if not sys.platform.startswith("linux"):
            pytest.skip("inotify is Linux's")
        system = ctypes.CDLL(None, use_errno=True)
        self._file = system.inotify_init1(os.O_NONBLOCK)
        assert system.inotify_add_watch(self._file, os.fsencode(folder), events) >= 0

    def seen(self) -> set[str]:
        """The names of the files since it was asked last."""
        names = set()
        try:
            while told := os.read(self._file, 1 << 16):
                while told:
                    length = struct.unpack_from("I", told, 12)[0]
                    names.add(told[16 : 16 + length].rstrip(b"\0").decode() or ".")
                    told = told[16 + length :]
        except BlockingIOError:
            pass
        return names

    def close(self) -> None:
        os.close(self._file)
