"""Somebody else wrote to the open file: reload it, or go on with one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.ui.icons import icon
from playground.ui.theme import Theme
from playground.ui.widgets.panel import Panel
from playground.ui.widgets.parts import TextLabel, tool_button


class ChangedBar(Panel):
    """Stands while the file on the disk is another one than what was opened, or until it is sent away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self.words = TextLabel(wrap=True)
        self.reload = QPushButton(self.tr("Reload"))
        self.reload.setToolTip(self.tr("Open the file as it is on the disk"))
        self.reload.setProperty("look", "link")
        self.away = tool_button(icon("close", theme), self.tr("Close"))
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.reload)
        row.addWidget(self.away)
        self.show_theme(theme)
        self.hide()

    def listen(self, told: SignalInstance, reload: Callable[[], object]) -> None:
        """`told` carries the file's name and what became of it: "changed", "gone", or ""."""
        told.connect(self._show)
        self.reload.clicked.connect(lambda: reload())

    def _show(self, name: str, state: str) -> None:
        gone = self.tr("{file} is no longer where it was. Saving writes it again.")
        changed = self.tr("{file} was changed by somebody else since it was opened.")
        self.words.setText((gone if state == "gone" else changed).format(file=name))
        self.reload.setVisible(state == "changed")
        self.setVisible(bool(state))

    def show_theme(self, theme: Theme) -> None:
        self.words.setStyleSheet(f"color: {theme.note_ink}")
        self.away.setIcon(icon("close", theme, "note_ink"))
        self.away.setIconSize(QSize(14, 14))
