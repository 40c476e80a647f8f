"""The thread that compiles a network's XLA twin while its plain graph already trains."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Protocol

# Seconds that painted data stand before it pays to compile for them: the next stroke makes them other ones.
STANDING = 5.0


class Depends(Protocol):
    """What a compiled loop depends on."""

    @property
    def free(self) -> bool: ...


class Trained(Protocol):
    """What of a session is needed here: what its compiled loop depends on, and the work of compiling it."""

    @property
    def spec(self) -> Depends: ...

    def twin_to_compile(self) -> Callable[[], None] | None: ...


class Compiling:
    """Compiles for one session after another, each structure once as long as the sessions keep it."""

    def __init__(self, tell: Callable[[bool], object]) -> None:
        """`tell` is called with True when it begins, and from its thread with False when it has ended, well or not."""
        self._tell = tell
        self._thread: threading.Thread | None = None
        self._tried: list[object] = []
        # Of each free structure that is trained, since when.
        self._since: list[tuple[object, float]] = []

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def begin(self, sessions: Sequence[Trained]) -> None:
        """Compile for the first of these that wants it; only what is really trained should come here."""
        if self.busy:
            return
        specs = [session.spec for session in sessions]
        self._tried = [tried for tried in self._tried if any(tried is spec for spec in specs)]
        self._since = [known for known in self._since if any(known[0] is spec for spec in specs)]
        for session in sessions:
            passed = any(session.spec is tried for tried in self._tried) or not self._stands(session.spec)
            work = None if passed else session.twin_to_compile()
            if work is not None:
                self._tried.append(session.spec)
                self._thread = threading.Thread(target=self._do, args=(work,), name="compiler", daemon=True)
                self._tell(True)
                self._thread.start()
                return

    def _stands(self, spec: Depends) -> bool:
        """Whether its rows have been the same for long enough."""
        if not spec.free:
            return True
        since = next((since for known, since in self._since if known is spec), None)
        if since is None:
            self._since.append((spec, time.monotonic()))
            return False
        return time.monotonic() - since >= STANDING

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
