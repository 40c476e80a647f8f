"""A few words at the pointer: why something cannot be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget

from playground.ui.theme import Theme
from playground.ui.widgets.plain import PlainLabel

STAYS = 2_600
AWAY = QPoint(16, 18)


class PointerLabel(PlainLabel):
    """Stands beside a point of its parent, inside of it, and takes no mouse."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._leave = QTimer(self, singleShot=True, interval=STAYS)
        self._leave.timeout.connect(self.hide)
        self.show_theme(theme)
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"background: {theme.note}; color: {theme.note_ink}; border: 1px solid {theme.note_line};"
            "border-radius: 7px; padding: 4px 8px;"
        )

    def say(self, text: str, at: QPoint, lasting: bool = False) -> None:
        """Show the text beside `at`, for a while or, `lasting`, until told otherwise."""
        self.setText(text)
        self.adjustSize()
        room = self._room.rect().adjusted(4, 4, -4, -4)
        place = at + AWAY
        x = max(room.left(), min(place.x(), room.right() - self.width()))
        y = place.y() if place.y() + self.height() <= room.bottom() else at.y() - AWAY.y() - self.height()
        self.move(x, max(room.top(), y))
        self.show()
        self.raise_()
        self._leave.stop() if lasting else self._leave.start()

    def be_quiet(self) -> None:
        self._leave.stop()
        self.hide()
