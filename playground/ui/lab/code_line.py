"""The code that is run: to read, and to copy, each of its lines in a line of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

# Above and below the text, with the frame.
ROUND = 14


class CodeLine(QPlainTextEdit):
    """As high as its lines; long ones are scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName(self.tr("The code that is run"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        for bars in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_code("")

    def show_code(self, code: str) -> None:
        """Other code; its beginning is seen."""
        self.setPlainText(code)
        self.setFixedHeight((code.count("\n") + 1) * self.fontMetrics().lineSpacing() + ROUND)
