"""What parts of the lab share: emptying a row, and a button for a long line of code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from playground.ui.widgets.plain import tip


def empty(layout: QBoxLayout, kept: int = 0) -> None:
    """Take widgets out of a row, from the end, until so many are kept."""
    while layout.count() > kept:
        item = layout.takeAt(layout.count() - 1)
        widget = None if item is None else item.widget()
        if widget is not None:
            # It goes at the next turn of the event loop, and must not be seen until then.
            widget.hide()
            widget.deleteLater()


class CodeButton(QPushButton):
    """A line of code that ends in … where there is no room for it; its tooltip has all."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(code, parent)
        self._code = code
        self.setProperty("look", "chip")
        self.setToolTip(tip(code))
        self.setAccessibleName(code)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setText(self.fontMetrics().elidedText(self._code, Qt.TextElideMode.ElideRight, self.width() - 16))
        super().resizeEvent(event)
