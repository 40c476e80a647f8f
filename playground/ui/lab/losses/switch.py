"""A few words side by side after a name, one of which is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.parts import TextLabel

# Beside a word, which has room for itself in bold.
SIDES = 18


class LabelledSwitch(QWidget):
    """`chosen` tells the name of what a person chose."""

    chosen = Signal(str)

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._group, frame = QButtonGroup(self), QFrame(self)
        frame.setProperty("look", "switch")
        inside, row = QHBoxLayout(frame), QHBoxLayout(self)
        for layout in (inside, row):
            layout.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        row.setSpacing(8)
        for name, words in choices:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setAccessibleName(f"{title}: {words}")
            button.setMinimumWidth(QFontMetrics(scaled_font(bold=True)).horizontalAdvance(words) + SIDES)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            inside.addWidget(button)
        self._title = TextLabel(title, scale=0.88, muted=True)
        row.addWidget(self._title)
        row.addWidget(frame)

    def show_title(self, on: bool) -> None:
        """What is chosen, before the choices; they say it too where there is no room."""
        self._title.setVisible(on)

    def show_choice(self, name: str) -> None:
        """Which one is on."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)
