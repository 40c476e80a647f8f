"""A small link beside a point of the canvas: what could be done next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from playground.ui.theme import Theme

STAYS = 6_000


class Offer(QPushButton):
    """Taken by a click or by Enter; gone after a while, or once something else is done."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._take: Callable[[], object] = lambda: None
        # The canvas keeps the keys, so that the next command is not typed into a button.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._leave = QTimer(self, singleShot=True, interval=STAYS)
        self._leave.timeout.connect(self.hide)
        self.clicked.connect(self.take)
        self.show_theme(theme)
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"QPushButton {{ background: {theme.panel}; color: {theme.accent}; border: 1px solid {theme.line};"
            "border-radius: 7px; padding: 5px 10px; text-decoration: underline; }"
            f"QPushButton:hover {{ border-color: {theme.accent}; }}"
        )

    def make(self, text: str, take: Callable[[], object], at: QPoint) -> None:
        """Offer to do `take`, in the middle of a point of the parent."""
        self.setText(text)
        self._take = take
        self.adjustSize()
        room = self._room.rect().adjusted(4, 4, -4, -4)
        x = max(room.left(), min(at.x() - self.width() // 2, room.right() - self.width()))
        y = max(room.top(), min(at.y() - self.height() // 2, room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()
        self._leave.start()

    def take(self) -> None:
        """Do what is offered."""
        if self.isVisible():
            self.withdraw()
            self._take()

    def withdraw(self) -> None:
        self._leave.stop()
        self.hide()
