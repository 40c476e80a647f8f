"""Takes the keys that are pressed on the canvas, and does what the table says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from playground.ui.canvas.keys.commands import KeyCommands
from playground.ui.canvas.keys.table import CONTROL, KEYS
from playground.ui.canvas.stage.stage import Stage

TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Keyboard(QObject):
    """Turns keys pressed on one canvas into commands."""

    def __init__(self, view: Stage, commands: KeyCommands) -> None:
        super().__init__(view)
        self._commands = commands
        view.installEventFilter(self)

    def take(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        self._commands.hands.note_edit.take()
        choosing, control = self._commands.under_way.by_keys, bool(event.modifiers() & CONTROL)
        if choosing is not None and not control and event.key() != Qt.Key.Key_Escape:
            return choosing.take_key(event)
        return self._obey(event)

    def _obey(self, event: QKeyEvent) -> bool:
        return any(key.fits(event) and key.run(self._commands, event) is not False for key in KEYS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab comes here before Qt moves the focus, and Esc, which gives up a gesture, before the window's own Esc."""
        meant = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if meant and event.type() == QEvent.Type.ShortcutOverride and self._commands.under_way.gesture is not None:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in TABS:
            return False
        return not event.modifiers() & CONTROL and self._obey(event)
