"""What happens in the window goes into its journal; what other windows left behind is offered."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from playground.document.files.checked import FileError
from playground.frames.frame import Frame
from playground.frames.trained import Training
from playground.journal.journal import Journal, State
from playground.journal.left import Left, left_behind
from playground.journal.work import Work
from playground.projects import codec
from playground.ui.main_window import MainWindow
from playground.ui.panels.notices.told import ToldBar
from playground.ui.panels.notices.unsaved import Offer, UnsavedBar
from playground.ui.text import error_text

LOOK_MS = 1000
# Seconds from one state that is kept to the next, while it trains.
STATE_EVERY = 10.0
# So many bytes of a state are read while the window waits.
QUICK = 1 << 20


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
        self._project, self._complaint = 0, ""
        # The frame whose state was asked for last, by this number while there is no answer, and when.
        self._asked: Frame | None = None
        self._serial: int | None = None
        self._asked_at, self._has_state = time.monotonic(), False
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def attach(self, window: MainWindow) -> None:
        """The work is in this window from now on."""
        self._window = window
        window.editor.opened.connect(self._begin)
        window.editor.changed.connect(self.note)
        window.files.path_changed.connect(self.note)
        window.files.saved.connect(self._forget_state)
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
        self._forget_state()

    def _forget_state(self) -> None:
        """What was learned is in a file, or of another project."""
        self._forget_question()
        self._asked, self._has_state = self._at.trainer.last_frame, False
        self.journal.keep_state(None)

    def _forget_question(self) -> None:
        if self._serial is not None:
            self._at.trainer.lasting.forget(self._serial)
        self._serial = None

    def note(self, *_: object) -> None:
        """The document as it is; a preview is none yet."""
        editor = self._at.editor
        if self._noted is None and not editor.unsaved:
            # What nobody has touched is not there to be lost.
            return
        self._write()

    def _write(self) -> None:
        editor, path, before = self._at.editor, self._at.files.path, self._noted
        work = Work(editor.document, time.time(), path, editor.unsaved, self._project)
        if before is None or _what(before) != _what(work):
            self._noted = work
            self.journal.write(work)

    def _look(self) -> None:
        trouble = self.journal.trouble
        if trouble is not None and not self._complaint:
            words = self.tr("Unsaved work cannot be kept against a crash: {why}. Save your work yourself.")
            self._complaint = words.format(why=error_text(trouble))
            self._at.panels.of(ToldBar).tell(self._complaint)
        elif trouble is None and self._complaint:
            self._at.panels.of(ToldBar).take_back(self._complaint)
            self._complaint = ""
        if self._window is not None:
            self._keep_state()

    def _keep_state(self) -> None:
        """Ask for what was learned while there is more of it, and keep the answer."""
        lasting, frame = self._at.trainer.lasting, self._at.trainer.last_frame
        if self._serial is not None:
            given = lasting.take(self._serial)
            if given is not None:
                self._serial = None
                if given.text and self._asked is not None:
                    # Beside a line that says what it is of.
                    self._write()
                    self._has_state = True
                    self.journal.keep_state(State(given.text.encode(), self._asked.epoch, self._project))
            return
        now, before = time.monotonic(), self._asked
        has_learned = frame is not None and frame.past is None and frame.epoch > 0
        is_other = before is None or frame is None or (before.run, before.epoch) != (frame.run, frame.epoch)
        if has_learned and is_other and now - self._asked_at >= STATE_EVERY:
            self._asked, self._asked_at, self._serial = frame, now, lasting.ask()

    @property
    def unsaved(self) -> bool:
        """Whether there may be something that only the journal has."""
        return self._noted is not None and (self._noted.unsaved or self._has_state)

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
        if not self._left:
            return
        left = self._left[0]
        try:
            document = left.document()
        except FileError as error:
            self._at.files.complain_open(left.path, error_text(error))
            return
        if not self._at.files.may_close():
            return
        training = _training(left)
        self._at.files.bring(document, None, unsaved=True, training=training)
        if left.state is not None and training is not None:
            self._has_state = True
            self.journal.keep_state(replace(left.state, project=self._project))
        self.note()
        # Only once it is in this window's journal may the other one go.
        if self.journal.flush(2.0):
            self.discard()
        else:
            self._pass(left)

    def discard(self) -> None:
        """Remove what is shown, and show the next."""
        if self._left:
            left = self._left[0]
            left.discard()
            self._pass(left)

    def _pass(self, left: Left) -> None:
        self._left = tuple(other for other in self._left if other is not left)
        self._show()


def _what(work: Work) -> tuple[object, ...]:
    return id(work.document), work.path, work.unsaved, work.project


def _training(left: Left) -> Training | None:
    """What had been learned; None where that is damaged, or of a newer version."""
    try:
        return codec.decode(codec.loads(left.state.content)) if left.state is not None else None
    except FileError:
        return None


def _offer(left: Left) -> Offer:
    newest = left.newest
    epoch = left.state.epoch if left.state is not None else None
    if left.state is not None and len(left.state.content) < QUICK and (training := _training(left)) is not None:
        # It trained on while the engine wrote: the rows say where it stands, the first of them before any training.
        epoch = training.present.course.rows.count - 1
    return Offer(newest.at, newest.path.stem if newest.path else "", newest.data, epoch)
