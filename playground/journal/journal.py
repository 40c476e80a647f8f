"""What a window has not saved, written by a thread that holds frozen values only."""

from __future__ import annotations

import os
import secrets
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from playground.journal.lock import Lock
from playground.journal.work import Work, checked

JOURNAL, STATE, LOCK, NEW = ".journal", ".state", ".lock", ".new"
# Past so many bytes the file is written anew, with its last line only.
MOST_BYTES = 4 << 20
# A line of more bytes is written once a second; others wait until the one before has rested.
LARGE = 256 << 10
REST, LARGE_REST = 0.1, 1.0
# A lock is taken for another's at most so often before it is said to be impossible.
TRIES = 20


@dataclass(frozen=True, slots=True)
class State:
    """What was learned, as bytes that others understand, after that many epochs of the window's project."""

    content: bytes
    epoch: int
    project: int = 0


class Journal:
    """One window's. Nothing is written before there is something to keep.

    `trouble` is why the newest could not be written; it is tried again until it can.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trouble: Exception | None = None
        self._work: Work | None = None
        self._state: tuple[State | None] | None = None
        self._path: Path | None = None
        self._lock: Lock | None = None
        self._bytes, self._is_whole = 0, False
        self._turn = threading.Condition()
        self._hurried = self._ended = self._busy = False
        self._tries = 0
        self._thread = threading.Thread(target=self._live, name="journal", daemon=True)
        self._thread.start()

    # What the window asks

    def write(self, work: Work) -> None:
        """Keep this instead of what was told before. Returns at once."""
        with self._turn:
            self._work = work
            self._turn.notify_all()

    def keep_state(self, state: State | None) -> None:
        """Keep what was learned, beside; None where there is nothing any more. Returns at once."""
        with self._turn:
            self._state = (state,)
            self._turn.notify_all()

    def flush(self, seconds: float) -> bool:
        """Write at once what was told; whether all of it is on the disk within that time."""
        with self._turn:
            tries, self._hurried = self._tries, True
            self._turn.notify_all()
            self._turn.wait_for(lambda: self._rests or self._tries > tries + 1, seconds)
            self._hurried = False
            return self._rests

    def close(self, keep: bool, seconds: float = 0.5) -> None:
        """Write what was told; then let the lock go, and unless `keep` the files too. Once."""
        if self._ended:
            return
        self.flush(seconds)
        with self._turn:
            self._ended = True
            self._turn.notify_all()
        self._thread.join(seconds)
        if self._lock is not None and self._path is not None:
            if not keep:
                remove(self._path)
            self._lock.release(remove=not keep)

    @property
    def _rests(self) -> bool:
        return self._work is None and self._state is None and not self._busy

    # The thread

    def _live(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._ended or self._work is not None or self._state is not None)
                if self._ended:
                    return
                (work, self._work), (state, self._state) = (self._work, None), (self._state, None)
                self._busy = True
            size = self._try(work, state)
            with self._turn:
                self._busy, self._tries = False, self._tries + 1
                self._turn.notify_all()
                rest = LARGE_REST if size > LARGE or self.trouble is not None else REST
                self._turn.wait_for(lambda: self._ended or self._hurried, rest)

    def _try(self, work: Work | None, state: tuple[State | None] | None) -> int:
        """How many bytes the work took; what failed is there to be tried again, unless something newer is."""
        size = 0
        try:
            if work is not None:
                size = self._write(work)
                work = None
            if state is not None:
                self._write_state(state[0])
            self.trouble = None
        except (OSError, ValueError, MemoryError, RecursionError) as error:
            self.trouble = error
            with self._turn:
                self._work, self._state = self._work or work, self._state or state
        return size

    def _begun(self) -> Path:
        """The journal's path, with its lock taken."""
        if self._path is not None:
            return self._path
        self.folder.mkdir(parents=True, exist_ok=True)
        for _ in range(TRIES):
            name = f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{secrets.token_hex(3)}"
            lock = Lock(self.folder / (name + LOCK))
            if lock.take():
                self._lock, self._path = lock, self.folder / (name + JOURNAL)
                return self._path
        raise BlockingIOError(0, "no lock", str(self.folder))

    def _write(self, work: Work) -> int:
        line, path = work.line(), self._begun()
        if self._is_whole and self._bytes + len(line) <= MOST_BYTES and path.exists():
            # Until it is whole again, it ends with half a line.
            self._is_whole = False
            with path.open("ab") as journal:
                journal.write(line)
                journal.flush()
                os.fsync(journal.fileno())
            self._bytes += len(line)
        else:
            put(path, line)
            self._bytes = len(line)
        self._is_whole = True
        return len(line)

    def _write_state(self, state: State | None) -> None:
        if state is not None:
            about = f"{state.epoch} {state.project} ".encode()
            put(self._begun().with_suffix(STATE), checked(about + state.content))
        elif self._path is not None:
            self._path.with_suffix(STATE).unlink(missing_ok=True)


def put(path: Path, content: bytes) -> None:
    """Write a file beside, flush it to the disk, and put it in the place of the one before. Raises OSError."""
    new = path.with_name(path.name + NEW)
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def remove(path: Path) -> None:
    """Remove a journal with what lies beside it; what cannot be removed stays."""
    state = path.with_suffix(STATE)
    for file in (state, path, *(found.with_name(found.name + NEW) for found in (state, path))):
        with suppress(OSError):
            file.unlink(missing_ok=True)
