"""What happens in the window goes into its journal; what other windows left behind is offered."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from playground.document.files.checked import FileError
from playground.journal.journal import Journal
from playground.journal.left import Left, left_behind
from playground.journal.work import Work
from playground.ui.main_window import MainWindow
from playground.ui.panels.notices.told import ToldBar
from playground.ui.panels.notices.unsaved import Offer, UnsavedBar
from playground.ui.text import error_text

LOOK_MS = 1000


def journals_folder() -> Path:
    """Where the journals of this person's windows are."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "journals"


class Keeper(QObject):
    """Keeps one window's work, whichever window that is by now."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journal = journal
        self._window: MainWindow | None = None
        self._left: tuple[Left, ...] = ()
        self._noted: Work | None = None
        self._project, self._has_complained = 0, False
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def attach(self, window: MainWindow) -> None:
        """The work is in this window from now on."""
        self._window = window
        window.editor.opened.connect(self._begin)
        window.editor.changed.connect(self.note)
        window.files.path_changed.connect(self.note)
        self.bar.open_asked.connect(self.open)
        self.bar.discard_asked.connect(self.discard)
        self._show()

    @property
    def bar(self) -> UnsavedBar:
        return self._at.panels.of(UnsavedBar)

    @property
    def _at(self) -> MainWindow:
        assert self._window is not None
        return self._window

    # Into the journal

    def _begin(self) -> None:
        self._project += 1
        self.journal.keep_state(None)

    def note(self, *_: object) -> None:
        """The document as it is; a preview is none yet."""
        editor, path = self._at.editor, self._at.files.path
        before = self._noted
        if before is None and not editor.unsaved:
            # What nobody has touched is not there to be lost.
            return
        work = Work(editor.document, time.time(), path, editor.unsaved, self._project)
        if before is None or _what(before) != _what(work):
            self._noted = work
            self.journal.write(work)

    def _look(self) -> None:
        trouble = self.journal.trouble
        if trouble is not None and not self._has_complained:
            self._has_complained = True
            words = self.tr("Unsaved work cannot be kept against a crash: {why}. Save your work yourself.")
            self._at.panels.of(ToldBar).tell(words.format(why=error_text(trouble)))

    @property
    def unsaved(self) -> bool:
        """Whether there is something that only the journal has."""
        return self._noted is not None and self._noted.unsaved

    def leave(self, keep: bool) -> None:
        """The window goes; `keep` where nobody could say that its work may go too."""
        self._clock.stop()
        for left in self._left:
            left.release()
        self._left = ()
        self.journal.close(keep and self.unsaved)

    # What others left

    def look_around(self) -> None:
        """Offer what was left behind."""
        self._left = left_behind(self.journal.folder)
        self._show()

    def _show(self) -> None:
        self.bar.show_offers([_offer(left) for left in self._left])

    def open(self) -> None:
        """The offer that is shown becomes the open document: unsaved, and of no file, so that none is changed."""
        left = self._left[0]
        try:
            document = left.document()
        except FileError as error:
            self._at.files.complain_open(left.path, error_text(error))
            return
        if not self._at.files.may_close():
            return
        self._at.files.bring(document, None, unsaved=True)
        self.note()
        # Only once it is in this window's journal may the other one go.
        if self.journal.flush(2.0):
            self.discard()
        else:
            self._pass(left)

    def discard(self) -> None:
        """Remove what is shown, and show the next."""
        left = self._left[0]
        left.discard()
        self._pass(left)

    def _pass(self, left: Left) -> None:
        self._left = tuple(other for other in self._left if other is not left)
        self._show()


def _what(work: Work) -> tuple[object, ...]:
    return id(work.document), work.path, work.unsaved, work.project


def _offer(left: Left) -> Offer:
    newest = left.newest
    epoch = left.state.epoch if left.state is not None else None
    return Offer(newest.at, newest.path.stem if newest.path else "", newest.data, epoch)
