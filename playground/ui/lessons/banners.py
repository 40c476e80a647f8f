"""What is said on the canvas while a lesson is open: whose network this is not, and what is hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import TextLabel

AWAY, HIGH = 16, 34


class Banner(QFrame):
    """A sentence with a link in a corner of what it lies on; framed at the top, plain at the bottom."""

    asked = Signal()

    def __init__(self, on: QWidget, link: str, bottom: bool = False) -> None:
        super().__init__(on)
        self._on, self._bottom = on, bottom
        self.setProperty("look", "plain banner" if bottom else "banner")
        self.words = TextLabel(scale=SMALL, muted=True)
        self.link = QPushButton(link)
        self.link.setProperty("look", "link")
        self.link.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0 if bottom else 12, 0, 0 if bottom else 10, 0)
        row.setSpacing(10 if not bottom else 4)
        row.addWidget(self.words)
        row.addWidget(self.link)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        on.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """The sentence; "" takes it away."""
        self.words.setText(words)
        self.setVisible(bool(words))
        self._place()

    def _place(self) -> None:
        size = self.sizeHint()
        size.setHeight(max(HIGH, size.height()))
        size.setWidth(min(size.width(), self._on.width() - 2 * AWAY))
        self.resize(size)
        self.move(AWAY, self._on.height() - size.height() - AWAY if self._bottom else AWAY)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._on and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._place()
