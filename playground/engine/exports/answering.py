"""What the window asks to be written: at once or in a thread, then loaded back by one; and stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable

from playground.engine.exports.apart import Apart
from playground.engine.exports.export import Content, content_of, made, write
from playground.engine.exports.proving import Expected, expected_of, prove
from playground.engine.session import Session
from playground.frames.commands import Export, StopExports
from playground.frames.reply import Failure, Reply


class Exports:
    """`say` is called with how each went, also from threads: the run does not wait for what other processes do."""

    def __init__(self, say: Callable[[Reply], object]) -> None:
        self._say, self._under_way = say, set[Apart]()

    def do(self, asked: Export | StopExports, session: Session | None, past: int | None) -> None:
        """Write what was asked for, of the network as it was after `past` batches, None for now; or stop what is."""
        if isinstance(asked, StopExports):
            for apart in tuple(self._under_way):
                apart.stop()
            return
        try:
            if session is None:
                raise OSError("there is no network yet")
            with session.back_at(past):
                content = content_of(session, asked.path) if asked.content is None else asked.content
                expected = expected_of(session)
            if not callable(content):
                write(asked.path, content)
        except Exception as error:
            self._say(Reply(asked.path, Failure.of(error), asked.serial))
            return
        if not callable(content):
            self._say(Reply(asked.path, None, asked.serial))
        apart = Apart()
        self._under_way.add(apart)
        threading.Thread(target=self._go_on, args=(asked, content, expected, apart), name="proof", daemon=True).start()

    def _go_on(
        self, asked: Export, content: Content | Callable[[Apart], bytes], expected: Expected, apart: Apart
    ) -> None:
        """Make what another process makes, then have it loaded back."""
        try:
            if callable(content):
                write(asked.path, made(content, asked.path, apart))
                self._say(Reply(asked.path, None, asked.serial))
            for proof in prove(expected, [asked.path], apart=apart):
                self._say(Reply(asked.path, None, asked.serial, proof))
        except Exception as error:
            self._say(Reply(asked.path, Failure.of(error), asked.serial))
        finally:
            self._under_way.discard(apart)
