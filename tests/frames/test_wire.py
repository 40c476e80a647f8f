"""Messages over a real pipe: whole, in order, and nobody waits for the rest of one."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from playground.frames import wire
from playground.frames.wire import HEADER, Reader, Writer, read_message, write_message

# More than a pipe takes at once.
LARGE = bytes(range(256)) * 4096

posix = pytest.mark.skipif(not wire.IN_PARTS, reason="there a pipe carries whole messages by itself")


@pytest.fixture
def ends() -> Iterator[tuple[Connection, Connection]]:
    reading, writing = Pipe(duplex=False)
    yield reading, writing
    for end in (reading, writing):
        if not end.closed:
            end.close()


def read_all(reader: Reader, count: int) -> list[bytes]:
    found: list[bytes] = []
    while len(found) < count:
        found += reader.read()
    return found


def test_messages_arrive_whole_and_in_order(ends) -> None:
    reader = Reader(ends[0])
    assert reader.read() == []
    messages = [b"one", LARGE, b"", b"three"]
    writing = threading.Thread(target=lambda: [write_message(ends[1], message) for message in messages])
    writing.start()
    assert read_all(reader, len(messages)) == messages
    writing.join()


@posix
def test_a_message_that_stops_in_its_middle_holds_nobody_up(ends) -> None:
    reader = Reader(ends[0])
    os.write(ends[1].fileno(), HEADER.pack(10) + b"half")
    assert reader.read() == []
    os.write(ends[1].fileno(), b" whole" + HEADER.pack(1))
    assert reader.read() == [b"half whole"]
    os.write(ends[1].fileno(), b"x")
    assert reader.read() == [b"x"]


def test_what_came_before_the_end_is_read_first(ends) -> None:
    reader = Reader(ends[0])
    write_message(ends[1], b"last words")
    ends[1].close()
    assert reader.read() == [b"last words"]
    with pytest.raises(EOFError):
        reader.read()


@posix
def test_a_reader_that_does_not_read_holds_nobody_up_and_misses_nothing(ends) -> None:
    writer = Writer(ends[1])
    for _ in range(3):
        writer.write(LARGE)
    found: list[bytes] = []
    reading = threading.Thread(target=lambda: found.extend(read_message(ends[0]) for _ in range(3)))
    reading.start()
    while reading.is_alive():
        writer.flush()
    assert found == 3 * [LARGE]


def test_writing_to_one_who_is_gone_is_no_fault(ends) -> None:
    writer = Writer(ends[1])
    ends[0].close()
    writer.write(b"hello?")
    writer.flush()


def test_waiting_for_one_who_is_gone_ends(ends) -> None:
    ends[1].close()
    with pytest.raises(EOFError):
        read_message(ends[0])
