"""Pictures of the numbers below a result's cells; a call has at most one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.frames.lab import LabAnswer
from playground.ui.lab.histogram import Histogram
from playground.ui.lab.number_line import NumberLine
from playground.ui.theme import Theme


class NumberPictures(QWidget):
    """A histogram for random numbers, a line with its ends for numbers that are cut."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (Histogram(theme, self), NumberLine(theme, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in self._parts:
            column.addWidget(part)
        self.hide()

    def show_answer(self, answer: LabAnswer) -> None:
        for part in self._parts:
            part.show_answer(answer)
        self.setHidden(all(part.isHidden() for part in self._parts))

    def show_theme(self, theme: Theme) -> None:
        for part in self._parts:
            part.show_theme(theme)
