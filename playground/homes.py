"""Where the engine's worker lives: in a process of its own, or in a thread."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import queue
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from playground.document.document import Document
from playground.frames.commands import Command, End, TakeDocument
from playground.frames.frame import Frame, FrameChanges, changes, with_changes
from playground.frames.mailbox import Mailbox
from playground.frames.news import CPU, Hello, News
from playground.frames.run import Status
from playground.frames.wire import Reader, Writer, read_message, write_message
from playground.logbook import ENGINE, FOLDER, LOG, keep_log


class Home(Protocol):
    """One worker, from the window's side. Used by one thread; nothing here waits for the worker, but for `end`.

    Only a process of its own gives its memory back, so only there another one takes over.
    """

    replaceable: bool

    def send(self, command: Command) -> None: ...

    def receive(self) -> list[News]:
        """What is new. Raises EOFError where the worker is gone, and by itself."""
        ...

    def end(self, seconds: float) -> bool:
        """Let it go; whether it was gone within that time."""
        ...


def work(
    document: Document, commands: queue.SimpleQueue[Command], say: Callable[[News], None], device: str = CPU
) -> None:
    """Load the engine, and let a worker live. Where that fails, each other document tries again."""
    while True:
        try:
            from playground.engine.worker.hello import choose_device, hello
            from playground.engine.worker.worker import Worker

            choose_device(device)
            worker = Worker(document, commands, say)
            say(hello())
            break
        except Exception as error:
            LOG.error("the engine does not load", exc_info=error)
            say(Status("failed", "engine", (("error", f"{type(error).__name__}: {error}"),)))
        while not isinstance(command := commands.get(), TakeDocument):
            if isinstance(command, End):
                return
        document = command.document
    worker.live()


class ThreadHome:
    """In a thread of this process: for tests, which look inside."""

    replaceable = False

    def __init__(self, document: Document, commands: queue.SimpleQueue[Command] | None = None) -> None:
        self.commands: queue.SimpleQueue[Command] = commands or queue.SimpleQueue()
        self._mailbox = Mailbox()
        arguments = (document, self.commands, self._mailbox.put)
        self.thread = threading.Thread(target=work, args=arguments, name="engine", daemon=True)
        self.thread.start()

    def send(self, command: Command) -> None:
        self.commands.put(command)

    def receive(self) -> list[News]:
        return self._mailbox.take()

    def end(self, seconds: float) -> bool:
        self.commands.put(End())
        self.thread.join(seconds)
        return not self.thread.is_alive()


class ProcessHome:
    """In a process of its own, which ends with this one."""

    replaceable = True

    def __init__(self, document: Document, device: str = CPU) -> None:
        # Never a fork, which TensorFlow does not survive.
        context = multiprocessing.get_context("spawn")
        news, their_news = context.Pipe(duplex=False)
        their_commands, commands = context.Pipe(duplex=False)
        arguments = (their_commands, their_news, document, device)
        self.process = context.Process(target=live, args=arguments, name="engine", daemon=True)
        self.process.start()
        their_news.close()
        their_commands.close()
        self._news, self._commands = Reader(news), Writer(commands)
        # Until it listens: of documents only the newest need be built.
        self._waiting: list[Command] | None = []
        self._frame: Frame | None = None

    def send(self, command: Command) -> None:
        if self._waiting is None:
            self._commands.write(pickle.dumps(command, pickle.HIGHEST_PROTOCOL))
            return
        if isinstance(command, TakeDocument):
            for older in self._waiting:
                if isinstance(older, TakeDocument) and not command.anew:
                    # What it edits came with weights.
                    command = replace(command, anew=older.anew, weights=older.weights)
            self._waiting = [other for other in self._waiting if not isinstance(other, TakeDocument)]
        self._waiting.append(command)

    def receive(self) -> list[News]:
        self._commands.flush()
        found: list[News] = []
        for message in self._news.read():
            found += map(self._whole, pickle.loads(message))
        if self._waiting is not None and any(isinstance(news, Hello) for news in found):
            waiting, self._waiting = self._waiting, None
            for command in waiting:
                self.send(command)
        return found

    def _whole(self, news: News | FrameChanges) -> News:
        if isinstance(news, FrameChanges):
            news = self._frame = with_changes(self._frame, news)
        return news

    def end(self, seconds: float) -> bool:
        self._commands.close()
        self._news.close()
        self.process.join(seconds)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        return True


# In the worker's process


def live(asked: Connection, told: Connection, document: Document, device: str) -> None:
    """The whole life of the worker's process."""
    # Ctrl+C goes to every process of a terminal; the window alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if FOLDER in os.environ:
        keep_log(Path(os.environ[FOLDER]), ENGINE)
    commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
    mailbox = Mailbox()
    threading.Thread(target=_read, args=(asked, commands), name="commands", daemon=True).start()
    threading.Thread(target=_write, args=(told, mailbox), name="news", daemon=True).start()
    work(document, commands, mailbox.put, device)
    # Its last news may still be on the way: the window closes the pipe when it has them.
    threading.Event().wait()


def _read(pipe: Connection, commands: queue.SimpleQueue[Command]) -> None:
    try:
        while True:
            commands.put(pickle.loads(read_message(pipe)))
    except (EOFError, OSError):
        # The window is gone, or wants this gone. Whatever native call the other threads are in is left behind.
        os._exit(0)


def _write(pipe: Connection, mailbox: Mailbox) -> None:
    """In a thread of its own, so that training does not wait for a slow window.

    Of a frame only what is another object than in the one sent before: views know by that what has changed.
    """
    sent: Frame | None = None
    while True:
        told: list[News | FrameChanges] = []
        for news in mailbox.wait():
            if isinstance(news, Frame):
                told.append(changes(sent, news))
                sent = news
            else:
                told.append(news)
        try:
            write_message(pipe, pickle.dumps(told, pickle.HIGHEST_PROTOCOL))
        except OSError:
            os._exit(0)
