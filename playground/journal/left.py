"""What windows that are no more have left behind: journals without a living owner."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playground.document.document import Document
from playground.document.files.checked import FileError
from playground.document.files.saving import refuse_unreadable
from playground.journal.journal import JOURNAL, LOCK, STATE, State, remove
from playground.journal.lock import Lock
from playground.journal.work import Noted, noted, unchecked

# A journal is a few MiB, or one document; what is larger has its end read.
MOST_BYTES = 64 << 20
MOST_STATE = 256 << 20
MOST_FOUND = 100


@dataclass(frozen=True, slots=True)
class Left:
    """A journal that is this window's to offer, newest line first; nobody else is offered it until `release`."""

    lines: tuple[Noted, ...]
    state: State | None
    path: Path
    lock: Lock

    @property
    def newest(self) -> Noted:
        return self.lines[0]

    def document(self) -> Document:
        """The newest document that can be read. Raises FileError where none can."""
        for line in self.lines[:-1]:
            try:
                return line.document()
            except FileError:
                continue
        return self.lines[-1].document()

    def discard(self) -> None:
        """Remove it from the disk."""
        remove(self.path)
        self.lock.release()

    def release(self) -> None:
        """Leave it as it is, for the next start."""
        self.lock.release(remove=False)


def left_behind(folder: Path) -> tuple[Left, ...]:
    """All unsaved work of windows that are gone, newest first; journals with nothing unsaved are removed."""
    try:
        found = {path.stem for path in folder.iterdir() if path.suffix in (JOURNAL, LOCK, STATE)}
    except OSError:
        return ()
    left = (_taken(folder / (name + JOURNAL)) for name in sorted(found, reverse=True)[:MOST_FOUND])
    return tuple(sorted((one for one in left if one is not None), key=lambda one: one.newest.at, reverse=True))


def _taken(path: Path) -> Left | None:
    lock = Lock(path.with_suffix(LOCK))
    try:
        if not lock.take():
            return None
        lines = _lines(path)
        state = _state(path.with_suffix(STATE))
    except OSError:
        lock.release(remove=False)
        return None
    if state is not None and (not lines or state.project != lines[0].project):
        state = None
    if lines and (lines[0].unsaved or state is not None):
        return Left(lines, state, path, lock)
    # What a newer version wrote, or a disk has damaged, is not this one's to remove.
    is_done = bool(lines) or not path.exists()
    if is_done:
        remove(path)
    lock.release(remove=is_done)
    return None


def _lines(path: Path) -> tuple[Noted, ...]:
    """The whole lines of a journal, newest first. Raises OSError where a file that is there cannot be read."""
    content = _end(path, MOST_BYTES)
    return tuple(found for line in reversed(content.split(b"\n")) if line and (found := noted(line)) is not None)


def _state(path: Path) -> State | None:
    content = unchecked(_end(path, MOST_STATE))
    if content is None:
        return None
    try:
        epoch, project, state = content.split(b" ", 2)
        return State(state, int(epoch), int(project))
    except ValueError:
        return None


def _end(path: Path, most: int) -> bytes:
    """The content of a file, of a large one its end; of none, nothing."""
    try:
        refuse_unreadable(path)
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - most))
            return file.read(most)
    except FileNotFoundError:
        return b""
