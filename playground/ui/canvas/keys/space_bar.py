"""The space bar: while it is held, the mouse pans; only tapped, it asks for a layer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from playground.ui.canvas.stage.stage import Stage


class SpaceBar:
    """`is_busy` tells whether a gesture is under way, `tapped` is what a tap does."""

    def __init__(self, view: Stage, is_busy: Callable[[], bool], tapped: Callable[[], object]) -> None:
        self._view, self._is_busy, self._do_tapped = view, is_busy, tapped
        self.held = self._may_be_tap = False

    def press(self, event: QKeyEvent) -> None:
        # Held until it repeats, it is no tap.
        self._may_be_tap = not self._is_busy() and not event.isAutoRepeat()
        self.hold(True)

    def hold(self, held: bool) -> None:
        self.held = held
        if not self._is_busy():
            self._view.show_cursor(Qt.CursorShape.OpenHandCursor if held else None)

    def pans(self) -> bool:
        """Whether a press of the mouse pans now."""
        self._may_be_tap = False
        return self.held

    def let_go(self, event: QKeyEvent) -> bool:
        """Whether the end of a key was that of the space bar."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if self.held and not event.isAutoRepeat():
            self.hold(False)
            if self._may_be_tap:
                self._do_tapped()
        return True
