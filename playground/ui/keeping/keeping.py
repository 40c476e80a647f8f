"""All that keeps a person's work and settings, from the start of the window to its end, however that comes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from playground.journal.journal import Journal
from playground.terminal import complain
from playground.ui.keeping.collecting import Collecting
from playground.ui.keeping.departure import Departure
from playground.ui.keeping.keeper import Keeper, journals_folder
from playground.ui.keeping.starting import Start
from playground.ui.main_window import MainWindow
from playground.ui.panels.notices.told import ToldBar
from playground.ui.settings import checked_settings, settings_path, write_settings
from playground.ui.text import error_text

# After the first of these milliseconds a window is one that stands; a session that does not end after all
# asks its questions again after the second.
STANDS_MS, SESSION_MS = 300, 60_000
# Seconds that a worker gets to leave by itself: where somebody has closed the window, and where it is to go at once.
CALM, HASTE = 1.0, 0.15


class Keeping(QObject):
    """`settings` are those to start with; `begin` once the window is shown, `end` once it is gone."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._collecting = Collecting(self)
        self._start = Start(settings_path().parent)
        self.settings, self._is_damaged = checked_settings()
        if self._start.failed:
            self.settings = replace(self.settings, geometry=b"", docks=b"")
        self._keeper = Keeper(Journal(journals_folder()), self)
        self._departure = Departure(lambda: self._keeper.journal.flush(0.1), self)
        # Its thread is another one.
        self._departure.asked.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        self._departure.begin()
        self._window: MainWindow | None = None
        self._is_hurried = False
        application.commitDataRequest.connect(self._end_session, Qt.ConnectionType.DirectConnection)

    def attach(self, window: MainWindow) -> None:
        """This is the window from now on."""
        self._window = window
        self._keeper.attach(window)

    def begin(self) -> None:
        """The window is shown: say what its start has found, and what others left behind."""
        QTimer.singleShot(0, self, self._keeper.look_around)
        QTimer.singleShot(STANDS_MS, self, self._start.arrive)
        words = []
        if self._is_damaged:
            words.append(self.tr("The settings were damaged. What could not be read of them is as at first."))
        if self._start.failed:
            words.append(self.tr("The last start did not get as far as its window, so everything stands as at first."))
        if words and self._window is not None:
            self._window.panels.of(ToldBar).tell("\n".join(words))

    # Leaving

    def _leave(self, number: int) -> None:
        """A signal came: all is written, and the window gone, without a question."""
        self._hurry()
        self._application.exit(128 + number)

    def _end_session(self, *_: object) -> None:
        self._hurry()
        self._keeper.journal.flush(0.5)
        QTimer.singleShot(SESSION_MS, self, lambda: self._hurry(False))

    def _hurry(self, on: bool = True) -> None:
        self._is_hurried = on
        if self._window is not None:
            self._window.files.hurried = on
            if on:
                self._remember(self._window)

    def _remember(self, window: MainWindow) -> None:
        window.settings = window.keep()
        self._write(window)

    @staticmethod
    def _write(window: MainWindow) -> None:
        try:
            write_settings(window.settings)
        except OSError as error:
            complain(f"{settings_path()}: {error_text(error)}")

    def end(self, window: MainWindow, code: int) -> float:
        """The window is closed, or to be left as it is; gives the seconds that its worker may still take.

        With another code than 0 nobody has closed it: it was asked to go, or its screen is gone.
        """
        by_hand = code == 0 and not self._is_hurried
        self._keeper.leave(keep=not by_hand)
        if by_hand:
            self._write(window)
        elif not self._is_hurried:
            self._remember(window)
        self._start.arrive()
        self._application.commitDataRequest.disconnect(self._end_session)
        self._departure.end()
        self._collecting.end()
        return CALM if by_hand else HASTE
