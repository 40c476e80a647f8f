"""The tensor lab as a place of the window: its questions go to the engine, answers come back between two frames."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from playground.lab.values import Chain
from playground.lessons.lab import lab_facts
from playground.ui.lab.lab import Lab
from playground.ui.lessons.beside import Beside
from playground.ui.lessons.side import Side
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer
from playground.ui.widgets.places import Places

LISTENS_MS = 16


class Laboratory(QObject):
    """Made when it is first chosen among the places; listens as long as it is seen. `answered`: there is news of it."""

    answered = Signal()

    def __init__(self, places: Places, pages: QStackedWidget, side: Side, trainer: Trainer, theme: Theme) -> None:
        super().__init__(pages)
        self._pages, self._side, self._trainer, self._theme = pages, side, trainer, theme
        self.lab: Lab | None = None
        self.page: Beside | None = None
        self._engine: object = None
        places.chosen.connect(lambda place: self.open() if place == "lab" else None)
        pages.currentChanged.connect(lambda _: self.follow())
        self._clock = QTimer(self, interval=LISTENS_MS)
        self._clock.timeout.connect(self._listen)

    def open(self, chain: Chain | None = None) -> None:
        """In place of all but the menus and the status bar; with other calls where there are any."""
        lab, page = self._made()
        if chain is not None:
            lab.show_chain(chain)
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
            lab.operations.search.setFocus()
        self.follow()
        self._clock.start()

    def follow(self) -> None:
        """The lesson, where one is open, stands beside what is seen."""
        if self.page is not None:
            self.page.follow(self._pages.currentWidget() is self.page)

    def facts(self) -> Mapping[str, object]:
        """What lessons may ask of the lab; nothing before it has answered."""
        answer = self.lab.answered if self.lab is not None else None
        return lab_facts(answer) if answer is not None else {}

    def _made(self) -> tuple[Lab, Beside]:
        if self.lab is not None and self.page is not None:
            return self.lab, self.page
        lab = self.lab = Lab(self._theme)
        page = self.page = Beside(lab, self._side, self._theme)
        page.setProperty("place", "lab")
        self._pages.addWidget(page)
        lab.asked.connect(self._trainer.ask_lab)
        self._engine = self._trainer.engine
        lab.show_loading(self._engine is None)
        lab.ask()
        return lab, page

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
            self.answered.emit()

    def take_over(self, other: Laboratory) -> None:
        """What stands in the lab of another window."""
        if other.lab is None or other.page is None:
            return
        lab, _ = self._made()
        lab.take_over(other.lab)
        if other.page.isVisible():
            self.open()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.lab, self.page):
            if part is not None:
                part.show_theme(theme)
