"""The last place of the grid: lessons of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from playground.ui.texts.learning.curriculum import group_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel


class OwnLessons(QFrame):
    """Opens one from a file, or writes a first one from the network that is open."""

    open_asked = Signal()
    new_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_lessons")
        self.open = QPushButton(self.tr("Open a lesson…"))
        self.new = QPushButton(self.tr("New lesson from this network"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(2)
        column.addWidget(TextLabel(group_title("own"), bold=True))
        for button, asked in ((self.open, self.open_asked), (self.new, self.new_asked)):
            button.setProperty("look", "link")
            button.clicked.connect(asked)
            column.addWidget(button)
        column.addStretch()
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"#own_lessons {{ border: 1px dashed {theme.edge}; border-radius: 8px; }}")
