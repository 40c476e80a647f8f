"""The tensor lab in a window of its own: its questions go to the engine, answers come back between two frames."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from playground.lab.values import Chain
from playground.ui.lab.lab import Lab
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer
from playground.ui.widgets.screen_room import size_on_screen

LISTENS_MS = 16


class Laboratory:
    """Made when it is first opened, by its `action`; listens as long as it is seen."""

    def __init__(self, window: QMainWindow, trainer: Trainer, theme: Theme) -> None:
        self._window, self._trainer, self._theme = window, trainer, theme
        self.lab: Lab | None = None
        self._engine: object = None
        self.action = QAction(QCoreApplication.translate("Laboratory", "Tensor lab"), window)
        self.action.triggered.connect(lambda: self.open())
        self._clock = QTimer(window, interval=LISTENS_MS)
        self._clock.timeout.connect(self.listen)

    def open(self, chain: Chain | None = None) -> None:
        """Bring it to the front, with other calls where there are any."""
        if self.lab is None:
            self.lab = self._made()
        if chain is not None:
            self.lab.show_chain(chain)
        self.lab.show()
        self.lab.raise_()
        self.lab.activateWindow()
        self._clock.start()

    def _made(self) -> Lab:
        lab = Lab(self._theme, self._window)
        lab.setWindowFlag(Qt.WindowType.Window)
        lab.setWindowTitle(QCoreApplication.translate("Laboratory", "Tensor lab"))
        size_on_screen(lab, wanted=QSize(1280, 800), least=QSize(900, 560))
        lab.asked.connect(self._trainer.ask_lab)
        self._engine = self._trainer.engine
        lab.show_loading(self._engine is None)
        lab.ask()
        return lab

    def listen(self) -> None:
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
