"""Why there is no result, or what surprises in one: a sentence, what would mend it, and TensorFlow's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.frames.lab import LabAnswer, Repair, Trouble
from playground.ui.lab.laying import empty
from playground.ui.texts.lab.answers import mark_text, repair_text, trouble_text
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel

EDGE = 4


class AnswerCard(QFrame):
    """`repaired` tells the chain to be taken."""

    repaired = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trouble: Trouble | None = None
        self._words = TextLabel("", bold=True, wrap=True)
        self._repairs = QHBoxLayout()
        self._said = TextLabel("", scale=0.88, wrap=True)
        self._said.hide()
        self._fold = QToolButton(self)
        self._fold.setProperty("look", "quiet")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._said.setVisible)
        self._copy = QToolButton(self)
        self._copy.setProperty("look", "quiet")
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy TensorFlow's message as it came"))
        self._copy.clicked.connect(self._copy_raw)
        last = QHBoxLayout()
        last.addWidget(self._fold)
        last.addStretch(1)
        last.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.addWidget(self._words)
        column.addLayout(self._repairs)
        column.addLayout(last)
        column.addWidget(self._said)
        self.hide()

    def show_answer(self, answer: LabAnswer) -> None:
        """Red for an error, amber for what surprises, gone for neither."""
        self._trouble = answer.trouble
        empty(self._repairs)
        if answer.trouble is not None:
            self._words.setText(trouble_text(answer.trouble))
            for repair in answer.trouble.repairs:
                self._add_repair(repair)
        else:
            self._words.setText("\n".join(map(mark_text, answer.marks)))
        self._repairs.addStretch(1)
        said = "" if answer.trouble is None else answer.trouble.said
        self._said.setText(said)
        self._fold.setChecked(False)
        error = "" if answer.trouble is None else answer.trouble.error
        self._fold.setText(self.tr("What TensorFlow said") + (f" · {error}" if error else ""))
        for one in (self._fold, self._copy):
            one.setVisible(bool(said))
        self._colour()
        self.setVisible(answer.trouble is not None or bool(answer.marks))

    def _add_repair(self, repair: Repair) -> None:
        button = QPushButton(repair_text(repair), self)
        button.clicked.connect(lambda: self.repaired.emit(repair.chain))
        self._repairs.addWidget(button)

    def _colour(self) -> None:
        name = "validation" if self._trouble is None else "problem"
        edge = self._theme.colour(name).name()
        panel = self._theme.panel
        self.setStyleSheet(
            f"AnswerCard {{ background: {panel}; border: 1px solid {self._theme.line}; border-radius: 7px; "
            f"border-left: {EDGE}px solid {edge}; }}"
        )

    def _copy_raw(self) -> None:
        if self._trouble is not None:
            QGuiApplication.clipboard().setText(self._trouble.raw)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._colour()
