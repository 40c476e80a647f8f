"""The tensor lab as a place of the window: its questions go to the engine, answers come back between two frames."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from playground.lab.values import Chain
from playground.ui.lab.lab import Lab
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer
from playground.ui.widgets.places import Places

LISTENS_MS = 16


class Laboratory(QObject):
    """Made when it is first chosen among the places; listens as long as it is seen."""

    def __init__(self, places: Places, pages: QStackedWidget, trainer: Trainer, theme: Theme) -> None:
        super().__init__(pages)
        self._pages, self._trainer, self._theme = pages, trainer, theme
        self.lab: Lab | None = None
        self._engine: object = None
        places.chosen.connect(lambda place: self.open() if place == "lab" else None)
        self._clock = QTimer(self, interval=LISTENS_MS)
        self._clock.timeout.connect(self._listen)

    def open(self, chain: Chain | None = None) -> None:
        """In place of all but the menus and the status bar; with other calls where there are any."""
        if self.lab is None:
            self.lab = self._made()
        if chain is not None:
            self.lab.show_chain(chain)
        self._pages.setCurrentWidget(self.lab)
        self.lab.operations.search.setFocus()
        self._clock.start()

    def _made(self) -> Lab:
        lab = Lab(self._theme)
        lab.setProperty("place", "lab")
        self._pages.addWidget(lab)
        lab.asked.connect(self._trainer.ask_lab)
        self._engine = self._trainer.engine
        lab.show_loading(self._engine is None)
        lab.ask()
        return lab

    def _listen(self) -> None:
        """Take what the engine has answered; another engine is asked again."""
        if self.lab is None or not self.lab.isVisible():
            self._clock.stop()
            return
        if self._trainer.engine is not self._engine:
            self._engine = self._trainer.engine
            self.lab.show_loading(self._engine is None)
            self.lab.ask()
        if (answer := self._trainer.take_lab_answer()) is not None:
            self.lab.show_answer(answer)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.lab is not None:
            self.lab.show_theme(theme)
