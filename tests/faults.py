"""A disk that fails at one chosen call: opening for writing, writing, cutting, flushing, renaming, closing."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from playground.document.files.saving import fingerprint

NUMBERS = (errno.ENOSPC, errno.EIO, errno.EACCES)


class Disk:
    """Counts the calls and fails at the one that is `broken`, from 0; at none where it is None."""

    def __init__(self, number: int, broken: int | None) -> None:
        self.number, self.broken, self.calls = number, broken, 0

    def may_fail(self) -> None:
        self.calls += 1
        if self.calls - 1 == self.broken:
            # As the system does, it names a file that the person has never heard of.
            raise OSError(self.number, os.strerror(self.number), "/somewhere/.beside.part")


class _File:
    def __init__(self, file, disk: Disk) -> None:
        self._file, self._disk = file, disk

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def write(self, content) -> int:
        try:
            self._disk.may_fail()
        except OSError:
            # A disk that becomes full takes what it has room for.
            self._file.write(content[: len(content) // 2])
            raise
        return self._file.write(content)

    def flush(self) -> None:
        self._disk.may_fail()
        self._file.flush()

    def truncate(self) -> int:
        self._disk.may_fail()
        return self._file.truncate()

    def close(self) -> None:
        self._file.close()
        self._disk.may_fail()


@contextmanager
def failing_disk(monkeypatch, number: int, broken: int | None) -> Iterator[Disk]:
    """Every call that writes goes through the disk while this is open."""
    disk, real = Disk(number, broken), builtins.open

    def opened(file, mode="r", *given, **named):
        if not set(mode) & set("wxa+"):
            return real(file, mode, *given, **named)
        disk.may_fail()
        return _File(real(file, mode, *given, **named), disk)

    def tried(call):
        def asked(*given, **named):
            disk.may_fail()
            return call(*given, **named)

        return asked

    with monkeypatch.context() as patch:
        for module in (builtins, io):
            patch.setattr(module, "open", opened)
        for name in ("fsync", "replace", "mkdir", "chmod"):
            patch.setattr(os, name, tried(getattr(os, name)))
        yield disk


def fail_each_call(monkeypatch, path: Path, write: Callable[[], object], most: int | None = None) -> None:
    """Whichever call of `write` fails, with each of NUMBERS: an error that names `path`, and the old file as it was.

    Nothing is left beside it. At most so many calls, each with one of the numbers, of what takes long.
    """
    with failing_disk(monkeypatch, 0, None) as disk:
        write()
    assert disk.calls > 5
    turns = [(call, number) for call in range(disk.calls) for number in NUMBERS]
    if most is not None:
        calls = range(0, disk.calls, 1 + disk.calls // most)
        turns = list(zip(calls, cycle(NUMBERS), strict=False))
    failed = 0
    for call, number in turns:
        old, beside, error = fingerprint(path), sorted(path.parent.iterdir()), None
        with failing_disk(monkeypatch, number, call):
            try:
                write()
            except OSError as raised:
                error = raised
        assert sorted(path.parent.iterdir()) == beside
        if error is not None:
            assert (error.errno, error.filename, fingerprint(path)) == (number, str(path), old)
            failed += 1
    assert failed > len(turns) / 2
