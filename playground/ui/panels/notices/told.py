"""What a person has to know of settings and disks, above every page, until it is sent away."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground.ui.icons import icon
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, tool_button


class ToldBar(Panel):
    """Sentences below each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.words = TextLabel(wrap=True)
        self.away = tool_button(icon("close", theme), self.tr("Close"))
        self.away.clicked.connect(self._go_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.away)
        self.show_theme(theme)
        self.hide()

    def tell(self, words: str) -> None:
        """One sentence more."""
        self.words.setText("\n".join(filter(None, (self.words.text(), words))))
        self.show()

    def take_back(self, words: str) -> None:
        """A sentence that is no longer true, where it still stands."""
        left = [line for line in self.words.text().split("\n") if line != words]
        self.words.setText("\n".join(left))
        self.setVisible(any(left))

    def _go_away(self) -> None:
        self.words.setText("")
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        self.words.setStyleSheet(f"color: {theme.note_ink}")
        self.away.setIcon(icon("close", theme, "note_ink"))
        self.away.setIconSize(QSize(14, 14))
