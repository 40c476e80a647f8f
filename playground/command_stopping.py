"""Ctrl+C: at once while a command loads what it needs, at a good place while it works."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playground.terminal import INTERRUPTED, complain
from playground.ui.texts.command import command_text


def load_engine() -> None:
    """Ctrl+C ends the process, as nothing is begun; an exception in the middle of TensorFlow's can end in a crash."""
    stderr = os.dup(2)

    def leave(*_: object) -> None:
        # What loads keeps its own remarks from it.
        os.dup2(stderr, 2)
        complain(command_text("stopped"))
        sys.stdout.flush()
        os._exit(INTERRUPTED)

    before = signal.signal(signal.SIGINT, leave)
    try:
        import playground.engine.session  # noqa: F401
    finally:
        signal.signal(signal.SIGINT, before)
        os.close(stderr)


@contextmanager
def interruptible(waiting: str = "") -> Iterator[Callable[[], bool]]:
    """Ctrl+C asks to stop, and a second one ends the process at once. Gives the function that tells whether it asked.

    It is no exception, which a call into TensorFlow may swallow. Who is not obeyed within a second is told what is
    `waiting`.
    """
    asked: list[float] = []
    unsaid = [waiting] if waiting else []

    def ask(*_: object) -> None:
        asked.append(time.monotonic())
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    def is_asked() -> bool:
        if asked and unsaid and time.monotonic() > asked[0] + 1:
            complain(unsaid.pop())
        return bool(asked)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield is_asked
    finally:
        if not asked:
            signal.signal(signal.SIGINT, before)
