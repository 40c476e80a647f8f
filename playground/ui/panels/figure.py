"""A large number under a small title, which never jitters."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.ui.texts.numbers import NOTHING
from playground.ui.widgets.fonts import SMALL, scaled_font
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.plain import PlainLabel, tip

SLACK, GAP = 3, 8


class Figure(QWidget):
    """A title and its number. It is as wide as `widest`, or as the widest number it has shown."""

    def __init__(self, title: str, widest: str, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self.title = TextLabel(title, scale=SMALL, muted=True)
        self.number = PlainLabel(NOTHING)
        self.setToolTip(tip(help))
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        # With a gap to what stands beside it, which goes where it is hidden.
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.number)
        self._measure()

    def show_title(self, title: str, help: str) -> None:
        """It becomes the number of something else."""
        self.title.setText(title)
        self.setToolTip(tip(help))
        self.setAccessibleName(title)

    def set_text(self, text: str) -> None:
        if text != self.number.text():
            self.number.setText(text)
            self._widen(text)

    def set_colour(self, colour: QColor) -> None:
        palette = self.number.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.number.setPalette(palette)

    def _measure(self) -> None:
        self.number.setFont(scaled_font(1.3, bold=True, fixed_digits=True))
        self.number.setFixedWidth(0)
        self._widen(self._widest)
        self._widen(self.number.text())

    def _widen(self, text: str) -> None:
        needed = self.number.fontMetrics().horizontalAdvance(text) + SLACK
        if needed > self.number.minimumWidth():
            self.number.setFixedWidth(needed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._measure()
