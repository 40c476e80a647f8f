"""The thread that compiles a network's XLA twin while its plain graph already trains."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol


class Trained(Protocol):
    """What of a session is needed here: what its compiled loop depends on, and the work of compiling it."""

    @property
    def spec(self) -> object: ...

    def twin_to_compile(self) -> Callable[[], None] | None: ...


class Compiling:
    """Compiles for one session after another, each structure once as long as the sessions keep it."""

    def __init__(self, tell: Callable[[bool], object]) -> None:
        """`tell` is called with True when it begins, and from its thread with False when it has ended, well or not."""
        self._tell = tell
        self._thread: threading.Thread | None = None
        self._tried: list[object] = []

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def begin(self, sessions: Sequence[Trained]) -> None:
        """Compile for the first of these that wants it; only what is really trained should come here."""
        if self.busy:
            return
        specs = [session.spec for session in sessions]
        self._tried = [tried for tried in self._tried if any(tried is spec for spec in specs)]
        for session in sessions:
            work = None if any(session.spec is tried for tried in self._tried) else session.twin_to_compile()
            if work is not None:
                self._tried.append(session.spec)
                self._thread = threading.Thread(target=self._do, args=(work,), name="compiler", daemon=True)
                self._tell(True)
                self._thread.start()
                return

    def _do(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            self._thread = None
            self._tell(False)

    def join(self, seconds: float) -> None:
        """Wait at most that long for it to end."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
