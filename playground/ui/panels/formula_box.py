"""A line for a formula, which is checked as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from playground.document.formula import LONGEST, FormulaError, parse
from playground.document.limits import Expression
from playground.ui.text import formula_error_text

WIDTH = 150


class FormulaBox(QLineEdit):
    """Tells of another formula when it is finished; a wrong one is marked, explained, and at last forgotten."""

    chosen = Signal(str)

    def __init__(self, limit: Expression, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._value, self._help = limit, "", ""
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self._check)
        self.editingFinished.connect(self._finish)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def set_value(self, text: str) -> None:
        self._value = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self._mark()

    def _check(self) -> None:
        self._mark()
        if self.hasFocus():
            said = self.toolTip() if self.property("wrong") else ""
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), said, self)

    def _mark(self) -> None:
        """The frame and the tool tip say what is wrong; where nothing is, the tool tip is the setting's own again."""
        try:
            parse(self.text())
            wrong = ""
        except FormulaError as error:
            wrong = formula_error_text(error)
        if not self.property("wrong"):
            self._help = self.toolTip()
        self.setToolTip(wrong or self._help)
        self.setAccessibleDescription(wrong or self._help)
        self.setProperty("wrong", bool(wrong))
        self.style().unpolish(self)
        self.style().polish(self)

    def _finish(self) -> None:
        text, before = self.text().strip(), self._value
        self.set_value(text if self._limit.accepts(text) else before)
        if self._value != before:
            self.chosen.emit(self._value)
