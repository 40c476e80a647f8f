"""A text file as blocks of whole lines, which can be read in any order."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.tables.guessing import SAMPLE
from playground.tables.reading import Reading

# So much of a file is read at once; no line is longer than what is read behind it.
BLOCK, BEHIND = 1 << 21, 64 << 10

Step = Callable[[float], None]
"""Hears which share of the work is done; what it raises ends it."""


class StoppedError(Exception):
    """Somebody asked to stop; raised by a `Step`."""


class IrregularError(Exception):
    """More is to be said of the file than blocks of it can tell: all of it has to be looked at."""


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines, each with its end, from `begin` to `end` of a buffer; the file's own share ends at `shared`."""

    buffer: bytearray
    begin: int
    end: int
    first: int
    shared: int
    lines: int

    @property
    def data(self) -> bytes:
        """A copy of the lines."""
        return bytes(self.view)

    @property
    def view(self) -> memoryview:
        """The lines themselves, as long as the buffer holds them."""
        return memoryview(self.buffer)[self.begin : self.end]

    @property
    def raw(self) -> memoryview:
        """The file's bytes, without those that another block has as well."""
        return memoryview(self.buffer)[self.first : self.shared]

    def count(self, mark: bytes) -> int:
        if len(mark) > 1:
            return self.buffer.count(mark, self.begin, self.end)
        return _count(self.buffer, mark, self.begin, self.end)


def no_step(share: float) -> None:
    """Nobody waits for it."""


class Blocks:
    """The lines below the names: `count` blocks of about the same size, the first from `line` of the file on.

    Raises IrregularError where the names stand in several lines, or a line is longer than a block's room.
    """

    def __init__(self, path: Path, reading: Reading) -> None:
        self._file = path.open("rb", buffering=0)
        self.size = os.fstat(self._file.fileno()).st_size
        try:
            self._begin = 1 + _below_names(self._file.read(BLOCK), reading)
        except IrregularError:
            self.close()
            raise
        self.line = (reading.header or reading.first - 1) + 1
        self.count = -(-self.size // BLOCK)

    def close(self) -> None:
        self._file.close()

    @staticmethod
    def buffer() -> bytearray:
        """Room for a block, which may be used again."""
        return bytearray(1 + BLOCK + BEHIND)

    def read(self, number: int, buffer: bytearray) -> Block:
        """All lines that begin in the block of that number, from 0."""
        place = number * BLOCK
        # One byte before tells whether a line begins here; what lies behind has the end of the last one.
        buffer[0] = ord("\n")
        there = memoryview(buffer)[number == 0 :]
        found = os.preadv(self._file.fileno(), [there], max(place - 1, 0)) + (number == 0)
        shared = min(1 + BLOCK, found)
        begin = buffer.find(b"\n", 0, found) + 1 if number else self._begin
        end = buffer.find(b"\n", shared - 1, found) + 1 if shared < found else found
        if not 0 < begin <= shared or not end:
            raise IrregularError
        if number == self.count - 1:
            while end > begin and buffer[end - 1] in b"\r\n":
                end -= 1
            if end > begin:
                buffer[end : end + 1], end = b"\n", end + 1
        return Block(buffer, begin, end, 1, shared, _count(buffer, b"\n", begin, end))


def _count(buffer: bytearray, mark: bytes, begin: int, end: int) -> int:
    if buffer.find(mark, begin, end) < 0:
        return 0
    # Several times as fast as a bytearray's own, and beside other threads.
    return int(np.count_nonzero(np.frombuffer(buffer, np.uint8)[begin:end] == ord(mark)))


def _below_names(start: bytes, reading: Reading) -> int:
    """Where the line below the names begins."""
    begin = 0
    for _ in range(reading.header or reading.first - 1):
        begin = start.find(b"\n", begin) + 1
        if not begin:
            raise IrregularError
    if start.count(b'"', 0, begin) % 2:
        raise IrregularError
    return begin or 3 * start.startswith(b"\xef\xbb\xbf")


def sample(path: Path, size: int) -> tuple[bytes, tuple[bytes, ...]]:
    """The file's first bytes, and some from the middle and the end, whole lines: surprises come late."""
    found = []
    with path.open("rb") as file:
        start = file.read(SAMPLE)
        if size > 2 << 20:
            for place in (size // 2, size - (64 << 10)):
                file.seek(place)
                begun = file.read(48 << 10).partition(b"\n")[2]
                found.append(begun[: 32 << 10].rpartition(b"\n")[0])
    return start, tuple(found)
