"""Why a run stopped and what to try, and what a link left unsaid, above everything, until it is sent away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.files.link import Remark
from playground.document.words import Words
from playground.frames.run import ENGINE_GONE, Status
from playground.ui.editor import Editor
from playground.ui.icons import icon
from playground.ui.text import explanation, remarks_text
from playground.ui.texts.imports.sentences import import_remark_text
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.widgets.number_box import field_text
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, tool_button

SMALLER, MOST_REMARKS = 0.1, 8


class Notice(Panel):
    """Shown while the trainer's status, or a link, needs explaining; what is said of a link stays until sent away.

    Its buttons lower the learning rate, as one undo step; go on after the engine was lost; give up one that is stuck.
    """

    go_on_asked = Signal()
    stop_asked = Signal()

    def __init__(self, editor: Editor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._status, self._of_link, self._waiting = Status(), "", False
        self._lost, self._went_on = 0, False
        self.setProperty("look", "note")
        self.words = TextLabel(wrap=True)
        self.lower_rate, self.go_on, self.stop_now = QPushButton(), QPushButton(), QPushButton()
        self.lower_rate.clicked.connect(self._lower_learning_rate)
        self.go_on.setText(self.tr("Go on"))
        self.go_on.setToolTip(self.tr("Start the training engine again, where it was kept last"))
        self.go_on.clicked.connect(self.go_on_asked)
        self.stop_now.setText(self.tr("Stop now"))
        self.stop_now.setToolTip(self.tr("Give up what is under way, and go back to where it was kept last"))
        self.stop_now.clicked.connect(self.stop_asked)
        self.away = tool_button(icon("close", theme), self.tr("Close"))
        self.away.clicked.connect(self._go_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self.words, 1)
        for button in (self.lower_rate, self.go_on, self.stop_now):
            button.setProperty("look", "link")
            row.addWidget(button)
        row.addWidget(self.away)
        self.show_theme(theme)
        self.show_document(editor.document)
        self.hide()

    def show_status(self, status: Status) -> None:
        """Each status is news, even one equal to the last: the run broke again."""
        self._status = status
        self._show_words()

    def show_engine(self, waiting: bool, lost: int) -> None:
        """Whether the engine does not answer, and how often another took the place of one that was lost."""
        if (waiting, lost) != (self._waiting, self._lost):
            self._went_on = self._went_on or lost > self._lost
            self._waiting, self._lost = waiting, lost
            self._show_words()

    def show_remarks(self, remarks: Sequence[Remark] | Sequence[Words]) -> None:
        """What of the link or the stranger's file that was opened was not understood, or is another here."""
        links = [remark for remark in remarks if isinstance(remark, Remark)]
        self._show_link(self.tr("Opened from a link:"), links)
        if len(links) < len(remarks):
            told = [import_remark_text(remark) for remark in remarks if isinstance(remark, Words)]
            more = [self.tr("and {count} more").format(count=len(told) - MOST_REMARKS)] * (len(told) > MOST_REMARKS)
            self._of_link = "\n".join([self.tr("Imported:"), *told[:MOST_REMARKS], *more])
            self._show_words()

    def show_obstacles(self, obstacles: Sequence[Remark]) -> None:
        """Why the document cannot be said in a link."""
        self._show_link(self.tr("A link of TensorFlow Playground cannot say all of this network:"), obstacles)

    def _show_link(self, title: str, remarks: Sequence[Remark]) -> None:
        self._of_link = f"{title}\n{remarks_text(remarks, MOST_REMARKS)}" if remarks else ""
        self._show_words()

    def _show_words(self) -> None:
        waiting = self.tr("The training engine is still busy with its last call.") if self._waiting else ""
        words = "\n".join(filter(None, (explanation(self._status) or self._again(), waiting, self._of_link)))
        self.words.setText(words)
        self._show_button()
        self.setVisible(bool(words))

    def _again(self) -> str:
        if not self._went_on:
            return ""
        return self.tr("The training engine stopped by itself. Another one goes on, from at most a few seconds before.")

    def _go_away(self) -> None:
        self._status, self._of_link, self._went_on = Status(), "", False
        self.hide()

    def show_document(self, document: Document) -> None:
        rate = field_text(self._smaller(document), 2)
        self.lower_rate.setText(self.tr("Lower the learning rate to {rate}").format(rate=rate))
        self._show_button()

    def _show_button(self) -> None:
        rate = self._editor.document.training.learning_rate
        self.go_on.setVisible(self._status.code == ENGINE_GONE)
        self.stop_now.setVisible(self._waiting)
        # A formula without a value has none at a lower rate either.
        too_fast = self._status.state == "diverged" and not dict(self._status.values).get("formula")
        self.lower_rate.setVisible(too_fast and self._smaller(self._editor.document) < rate)

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
        self._editor.apply(later("Text", "Lower the learning rate"), edits.set_training(document, training))
        self._go_away()
