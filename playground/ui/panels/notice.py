"""Why a run stopped and what to try, above everything, until it is mended or sent away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from playground.document import edits
from playground.document.document import Document
from playground.frames import Status
from playground.ui.editor import Editor
from playground.ui.icons import icon
from playground.ui.text import explanation
from playground.ui.theme import Theme
from playground.ui.widgets import TextLabel, number_text, tool_button

SMALLER = 0.1


class Notice(QFrame):
    """Shown while the trainer's status needs explaining. Its button lowers the learning rate, as one undo step."""

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._status = Status()
        self.setProperty("look", "note")
        self.words = TextLabel(wrap=True)
        self.lower_rate = QPushButton()
        self.lower_rate.setProperty("look", "link")
        self.lower_rate.clicked.connect(self._lower_learning_rate)
        self.away = tool_button(icon("close", theme), self.tr("Close"))
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.lower_rate)
        row.addWidget(self.away)
        self.show_theme(theme)
        self.show_document(editor.document)
        self.hide()

    def show_status(self, status: Status) -> None:
        """Each status is news, even one equal to the last: the run broke again."""
        self._status = status
        words = explanation(status)
        self.words.setText(words)
        self._show_button()
        self.setVisible(bool(words))

    def show_document(self, document: Document) -> None:
        rate = number_text(self._smaller(document), 2)
        self.lower_rate.setText(self.tr("Lower the learning rate to {rate}").format(rate=rate))
        self._show_button()

    def _show_button(self) -> None:
        rate = self._editor.document.training.learning_rate
        self.lower_rate.setVisible(self._status.state == "diverged" and self._smaller(self._editor.document) < rate)

    def show_theme(self, theme: Theme) -> None:
        self.words.setStyleSheet(f"color: {theme.note_ink}")
        self.away.setIcon(icon("close", theme, "note_ink"))
        self.away.setIconSize(QSize(14, 14))

    @staticmethod
    def _smaller(document: Document) -> float:
        return max(1e-6, float(f"{document.training.learning_rate * SMALLER:.2g}"))

    def _lower_learning_rate(self) -> None:
        document = self._editor.document
        training = replace(document.training, learning_rate=self._smaller(document))
        self._editor.apply(self.tr("Lower the learning rate"), edits.set_training(document, training))
        self.hide()
