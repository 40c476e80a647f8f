"""What leads a person through the window: the control that a lesson points at, and what the one at hand is called."""

from __future__ import annotations

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMainWindow

from playground.ui.across.pointing import Pointing
from playground.ui.canvas.view import CanvasView
from playground.ui.lessons.spotlight import Spotlight
from playground.ui.panels.palette import PalettePanel
from playground.ui.theme import Theme


class Guide:
    """Points at one control at a time."""

    def __init__(self, window: QMainWindow, canvas: CanvasView, palette: PalettePanel, theme: Theme) -> None:
        self.pointing, self.spotlight = Pointing(window, canvas, palette), Spotlight(theme, window)

    def point_at(self, target: str, markdown: str = "") -> bool:
        """Bring a control to be seen and ring it, with words beside it; False where there is no such control."""
        found = self.pointing.reveal(target)
        if found:
            self.spotlight.point_at(lambda: self.pointing.find(target), markdown)
        else:
            self.spotlight.leave()
        return found

    def names_at_hand(self) -> tuple[str, ...]:
        """Targets of the setting or button that has the keys; where none has, of what is under the pointer."""
        focused, at = QApplication.focusWidget(), QCursor.pos()
        found = self.pointing.names_at(focused, at) if focused is not None else ()
        if not found or not found[0].startswith(("setting:", "button:")):
            found = self.pointing.names_at(QApplication.widgetAt(at), at) or found
        return found

    def show_theme(self, theme: Theme) -> None:
        self.spotlight.show_theme(theme)
