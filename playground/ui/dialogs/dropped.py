"""Files and links that are dropped on the window, or given as it starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from playground.document.files.file import ENDING
from playground.document.files.link import is_link
from playground.lessons.packing import ENDING as PACKED
from playground.lessons.shelf import ENDING as LESSON
from playground.ui.dialogs.files import Files

LESSONS = (LESSON, PACKED)
# Stands for the ending of a folder.
FOLDER, SAVED_MODEL = "/", "saved_model.pb"


def openable(mime: QMimeData) -> Path | str:
    """The file or the link that is dragged, a project or a lesson before others; "" for anything else."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    if files:
        # One that is none is answered too.
        return Path(next((name for name in files if name.endswith((ENDING, *LESSONS))), files[0]))
    # The plain text of a link is the link as it was written; an address may have been encoded anew.
    first = (mime.text().strip().splitlines() or [""])[0]
    return first if is_link(first) else ""


class Dropped(QObject):
    """Lets a window take files and links; what cannot be opened is said to be so."""

    def __init__(
        self, files: Files, openers: Mapping[tuple[str, ...], Callable[[Path], object]], window: QWidget
    ) -> None:
        """`openers` open files of those endings; the others are taken for projects."""
        super().__init__(window)
        self._files, self._openers = files, openers
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drags enter and end here before the window sees them."""
        if not isinstance(event, QDropEvent) or not (found := openable(event.mimeData())):
            return False
        match event.type():
            case QEvent.Type.DragEnter:
                event.acceptProposedAction()
            case QEvent.Type.Drop:
                event.acceptProposedAction()
                # Whoever the file comes from waits until the drop is over; a question must not hold that up.
                QTimer.singleShot(0, self, lambda: self.open(found))
            case _:
                return False
        return True

    def open(self, found: Path | str) -> None:
        """Open a file of any kind, or a link; what cannot be opened is said to be so."""
        if not isinstance(found, Path):
            self._files.open_link(found)
            return
        ending = FOLDER if found.is_dir() and not (found / SAVED_MODEL).exists() else found.suffix.lower()
        openers = (opener for endings, opener in self._openers.items() if ending in endings)
        next(openers, self._files.open)(found)
