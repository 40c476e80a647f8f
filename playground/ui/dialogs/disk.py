"""Whether the open file is still what it was when it was read or written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from playground.document.files.saving import fingerprint
from playground.projects.project import Project, read_project
from playground.ui.dialogs.waiting import beside_the_window

# Whoever writes a file writes several times.
REST_MS = 200
# No project is as large, so nobody waits for its content to be read.
MOST_BYTES = 128 << 20
LARGE = "large"
# What is larger is read on a thread.
SLOW_BYTES = 1 << 20
Stamp = tuple[int, int, int] | None
# The fingerprint of a content, and the stamp of the file; None for that of now.
Seen = tuple[str, Stamp]


class Disk(QObject):
    """Looks when the system tells of a change, and when the person comes back to the program.

    `told` carries "changed", "gone", or "" where the file is as it was; each once.
    """

    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._stamp: Stamp = None
        self._seen, self._told = "", ""
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.look)
        self._watcher.fileChanged.connect(lambda _: self._rest.start())
        self._watcher.directoryChanged.connect(lambda _: self._rest.start())
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._come_back)

    def follow(self, path: Path | None, seen: Seen | None = None) -> None:
        """From now on what is there now is what is known, or what was `seen`."""
        if known := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(known)
        self._path = path
        content, stamp = seen or (None, None)
        self._stamp = stamp or (None if path is None else _stamp(path))
        self._seen = self._content() if content is None else content
        self._watch()
        self._tell("")

    def take_over(self, other: Disk) -> None:
        """As the other, with what it knows of before."""
        self.follow(other._path, (other._seen, other._stamp))
        self._rest.start()

    def state(self) -> str:
        """ "changed" where the content is another one, "gone", or ""; an equal content at another time is no change."""
        if self._path is None or not self._seen:
            return ""
        stamp = _stamp(self._path)
        if stamp is None:
            return "gone"
        if stamp == self._stamp:
            return ""
        if self._content() != self._seen:
            return "changed"
        self._stamp = stamp
        return ""

    @property
    def expected(self) -> str | None:
        """By its fingerprint, what a save may write over without asking; None where that is not known."""
        if self._path is None or self._seen == LARGE:
            return None
        return "" if _stamp(self._path) is None else self._seen

    def look(self) -> None:
        """Tell what is news."""
        self._watch()
        self._tell(self.state())

    def _tell(self, state: str) -> None:
        if state != self._told:
            self._told = state
            self.told.emit(state)

    def _content(self) -> str:
        return "" if self._path is None else _seen_at(self._path)

    def _watch(self) -> None:
        """A file that was replaced is another one to the system; its folder stays."""
        if self._path is None:
            return
        wanted = [str(path) for path in (self._path, self._path.absolute().parent) if path.exists()]
        known = {*self._watcher.files(), *self._watcher.directories()}
        if new := [path for path in wanted if path not in known]:
            self._watcher.addPaths(new)

    def _come_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._rest.start()


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _seen_at(path: Path) -> str:
    """What tells the content from any other's, "" where none can be read."""
    stamp = _stamp(path)
    try:
        return LARGE if stamp is not None and stamp[1] > MOST_BYTES else fingerprint(path)
    except OSError:
        # Who may not read it is told so when it is opened.
        return ""


def read_seen(path: Path) -> tuple[Seen, Project]:
    """The project in a file, and what `Disk.follow` is to know of the file. Raises FileError, or OSError."""

    stamp = _stamp(path)

    def read() -> tuple[Seen, Project]:
        # In this order, so that what comes between them is a change.
        return (_seen_at(path), stamp), read_project(path)

    return beside_the_window(read) if stamp is not None and stamp[1] > SLOW_BYTES else read()
