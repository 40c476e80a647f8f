"""A lock that ends with its process, whatever ends that."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

# What a file system says that knows no locks.
NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)


class Lock:
    """On a file of its own. The system holds it, so a process that comes to have the number of a dead one is not
    taken for that; where a file system knows no locks, the start of the process is compared as well."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: int | None = None

    def take(self) -> bool:
        """Whether it is this one's now. Raises OSError where the file cannot be made."""
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            if not self._is_free(descriptor) or not self._is_there(descriptor):
                os.close(descriptor)
                return False
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, json.dumps(_this_process()).encode())
        except OSError:
            os.close(descriptor)
            raise
        self._open = descriptor
        return True

    def release(self, remove: bool = True) -> None:
        """Another may have it; `remove` where nothing is left to be locked."""
        if self._open is None:
            return
        descriptor, self._open = self._open, None
        if remove and sys.platform != "win32":
            self._unlink()
        os.close(descriptor)
        if remove:
            self._unlink()

    def _unlink(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _is_there(self, descriptor: int) -> bool:
        """Whoever had it before may have removed the file meanwhile."""
        try:
            return os.path.samestat(os.fstat(descriptor), os.stat(self.path))
        except FileNotFoundError:
            return False

    @staticmethod
    def _is_free(descriptor: int) -> bool:
        try:
            _lock(descriptor)
        except OSError as error:
            return error.errno in NO_LOCKS and not _lives(descriptor)
        return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        # Far behind what is written, so that others can read that.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _this_process() -> list[str | int]:
    return [socket.gethostname(), os.getpid(), _start(os.getpid())]


def _start(process: int) -> str:
    """When a process began, as its system tells it; "" where it does not."""
    try:
        return (
            Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[19]
        )
    except (OSError, IndexError):
        return ""


def _lives(descriptor: int) -> bool:
    """Whether the process that is named in the file is still there; one of another machine is believed to be."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        host, process, start = json.loads(os.read(descriptor, 4096))
        if host != socket.gethostname():
            return True
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    except (ValueError, TypeError, OSError, OverflowError):
        return False
    return bool(_start(int(process)) == start)
