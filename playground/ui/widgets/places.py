"""The places of the window, in the right corner of the row of menus: which is seen, and the others a click away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.plain import tip

# One line for each place: its name, what it is called, its keys.
PLACES = (
    ("network", QT_TRANSLATE_NOOP("Text", "Network"), "Alt+1"),
    ("lab", QT_TRANSLATE_NOOP("Text", "Lab"), "Alt+2"),
    ("learn", QT_TRANSLATE_NOOP("Text", "Learn"), "Alt+3"),
    ("experiment", QT_TRANSLATE_NOOP("Text", "Experiment"), "Alt+4"),
)
SIDES = 30


class Place(QPushButton):
    """As wide as its word in bold, so that nothing moves when another is chosen."""

    def sizeHint(self) -> QSize:
        text = QFontMetrics(scaled_font(bold=True))
        return QSize(text.horizontalAdvance(self.text()) + SIDES, text.height() + 10)

    minimumSizeHint = sizeHint


class Places(QWidget):
    """`chosen(name)` is a place that a person wants to see; `commands` are the same with their keys."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row, self._group = QHBoxLayout(self), QButtonGroup(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(0)
        self.buttons: dict[str, Place] = {}
        self.commands: list[QAction] = []
        for name, title, keys in PLACES:
            button, command = Place(say(title)), QAction(say(title), self)
            button.setObjectName(f"button:{name}")
            button.setProperty("look", "place")
            button.setCheckable(True)
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(tip(f"{say(title)} ({native})"))
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            command.setShortcut(QKeySequence(keys))
            command.triggered.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            row.addWidget(button)
            self.buttons[name] = button
            self.commands.append(command)

    def show_place(self, name: str) -> None:
        """Which one is seen; another name for none of them, as the page that one begins on."""
        self._group.setExclusive(False)
        for other, button in self.buttons.items():
            button.setChecked(other == name)
        self._group.setExclusive(True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
            for button in self.buttons.values():
                button.updateGeometry()
