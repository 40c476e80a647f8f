"""Find a learning rate: joins the dialog with the trainer and the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from playground.document.edits import edits
from playground.ui.editor import Editor
from playground.ui.rates.dialog import RatesDialog
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.trainer import Trainer


class RateFinding(QObject):
    """`theme` gives that of the window."""

    def __init__(self, editor: Editor, trainer: Trainer, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._editor, self._trainer, self._theme, self._window = editor, trainer, theme, window
        self.dialog: RatesDialog | None = None
        self.action = QAction(self.tr("Find a learning rate…"), self)
        self.action.triggered.connect(lambda _=False: self.open())

    def open(self) -> None:
        """Begin to search at once, beside the run if there is one."""
        frame = self._trainer.last_frame
        has_learned = frame is not None and (frame.epoch > 0 or frame.batch > 0)
        rate = self._editor.document.training.learning_rate
        dialog = self.dialog = RatesDialog(self._theme(), rate, has_learned, self._window)
        dialog.searched.connect(self._trainer.search_rates)
        dialog.taken.connect(self.take)
        dialog.finished.connect(self._close)
        dialog.search()
        dialog.open()

    def listen(self) -> None:
        """Show what has come."""
        if self.dialog is not None and (found := self._trainer.take_rates()) is not None:
            self.dialog.show_rates(found)

    def take(self, rate: float) -> None:
        """It becomes the document's, as one step of undo."""
        document = self._editor.document
        training = replace(document.training, learning_rate=rate)
        self._editor.apply(later("Text", "Take the learning rate found"), edits.set_training(document, training))

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
