"""A switch of a few words side by side, of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from playground.ui.theme import Theme

PADDING = 8
STYLE = """
QPushButton {{ border: none; border-radius: 6px; padding: 3px 7px; color: {muted}; background: transparent; }}
QPushButton:hover {{ color: {ink}; }}
QPushButton:checked {{ color: {ink}; background: {ground}; font-weight: bold; }}
QPushButton:focus {{ border: 1px solid {accent}; padding: 2px 6px; }}
QPushButton:disabled {{ color: {line}; }}
"""


class Segments(QWidget):
    """Emits `chosen(word)` when a person picks another word."""

    chosen = Signal(str)

    def __init__(self, words: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for word in words:
            button = QPushButton(word, self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _checked, word=word: self.chosen.emit(word))
            self.group.addButton(button)
            row.addWidget(button)
            self.buttons[word] = button
        self.buttons[words[0]].setChecked(True)
        self.show_theme(theme)

    @property
    def word(self) -> str:
        """The chosen one."""
        return next(word for word, button in self.buttons.items() if button.isChecked())

    def show_word(self, word: str) -> None:
        """Choose without a signal."""
        self.buttons[word].setChecked(True)

    def show_theme(self, theme: Theme) -> None:
        colours = {"muted": theme.muted, "ink": theme.ink, "accent": theme.accent, "line": theme.line}
        self.setStyleSheet(STYLE.format(ground=theme.hover, **colours))
        for word, button in self.buttons.items():
            # Bold when chosen: it takes that room at all times.
            bold = QFont(button.font())
            bold.setBold(True)
            button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(word) + 2 * PADDING)
