"""Messages over a pipe between two processes, without waiting for the other one in the middle of a message."""

from __future__ import annotations

import os
import struct
from multiprocessing.connection import Connection

# The length of the message that follows.
HEADER = struct.Struct("!Q")
CHUNK = 1 << 20
# Elsewhere a pipe carries whole messages by itself.
IN_PARTS = os.name == "posix"


class Reader:
    """The end that is read: a process that stops while it writes holds nobody up here."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._bytes = bytearray()
        self._ended = False
        if IN_PARTS:
            os.set_blocking(pipe.fileno(), False)

    def read(self) -> list[bytes]:
        """The messages that have come whole. Raises EOFError after the last of a pipe that was closed."""
        found = self._split() if IN_PARTS else self._whole()
        if self._ended and not found:
            raise EOFError
        return found

    def _split(self) -> list[bytes]:
        self._fetch()
        found = []
        while len(self._bytes) >= HEADER.size:
            (length,) = HEADER.unpack_from(self._bytes)
            end = HEADER.size + length
            if len(self._bytes) < end:
                break
            found.append(bytes(self._bytes[HEADER.size : end]))
            del self._bytes[:end]
        return found

    def _fetch(self) -> None:
        try:
            while not self._ended:
                chunk = os.read(self._pipe.fileno(), CHUNK)
                self._bytes += chunk
                self._ended = not chunk
        except BlockingIOError:
            return
        except OSError:
            self._ended = True

    def _whole(self) -> list[bytes]:
        found = []
        try:
            while self._pipe.poll():
                found.append(self._pipe.recv_bytes())
        except (EOFError, OSError):
            self._ended = True
        return found

    def close(self) -> None:
        self._pipe.close()


class Writer:
    """The end that is written to. What there is no room for waits here until `flush`."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._waiting = bytearray()
        if IN_PARTS:
            os.set_blocking(pipe.fileno(), False)

    def write(self, message: bytes) -> None:
        """Send a message as soon as there is room; nothing where the pipe was closed, which the reader is told."""
        if IN_PARTS:
            self._waiting += HEADER.pack(len(message)) + message
            self.flush()
            return
        try:
            self._pipe.send_bytes(message)
        except OSError:
            return

    def flush(self) -> None:
        """Send what waits, as far as there is room."""
        try:
            while self._waiting:
                del self._waiting[: os.write(self._pipe.fileno(), self._waiting)]
        except BlockingIOError:
            return
        except OSError:
            self._waiting.clear()

    def close(self) -> None:
        self._pipe.close()


# In a thread of its own, which may wait


def write_message(pipe: Connection, message: bytes) -> None:
    """Send a whole message. Raises OSError where the pipe was closed."""
    if not IN_PARTS:
        pipe.send_bytes(message)
        return
    left = memoryview(HEADER.pack(len(message)) + message)
    while left:
        left = left[os.write(pipe.fileno(), left) :]


def read_message(pipe: Connection) -> bytes:
    """The next whole message. Raises EOFError where the pipe was closed."""
    if not IN_PARTS:
        return pipe.recv_bytes()
    (length,) = HEADER.unpack(_read(pipe, HEADER.size))
    return _read(pipe, length)


def _read(pipe: Connection, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        chunk = os.read(pipe.fileno(), min(count - len(parts), CHUNK))
        if not chunk:
            raise EOFError
        parts += chunk
    return bytes(parts)
