"""A place of a table that does not fit, below its row: what is wrong, and what a person makes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.tables.choices import Choices, acts_for
from playground.tables.reading import Fault
from playground.ui.tables.said import act_text, fault_place, fault_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.theme import Theme
from playground.ui.widgets.parts import CutLabel, TextLabel
from playground.ui.widgets.plain import tip

HIGH = 42


class FaultStrip(QWidget):
    """`chosen(fault, act)` is what becomes of it and of all that are alike."""

    chosen = Signal(object, str)

    def __init__(self, fault: Fault, count: int, choices: Choices, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.fault, self._theme = fault, theme
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        place = TextLabel(fault_place(fault), bold=True)
        words = CutLabel(fault_text(fault))
        if count > 1:
            words.setText(say(QT_TRANSLATE_NOOP("Text", "{what} {count} are like it."), what=words.text(), count=count))
        words.setToolTip(tip(words.text()))
        for label in (place, words):
            colours = label.palette()
            colours.setColor(label.foregroundRole(), theme.colour("note_ink"))
            label.setPalette(colours)
        row.addWidget(place)
        row.addWidget(words, 1)
        self.buttons: dict[str, QPushButton] = {}
        for act in acts_for(fault):
            button = QPushButton(act_text(fault, act))
            button.setProperty("look", "amber")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(choices.act_for(fault) == act)
            button.clicked.connect(lambda _=False, act=act: self.chosen.emit(self.fault, act))
            self.buttons[act] = button
            row.addWidget(button)
        self.setAccessibleName(f"{place.text()} {words.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("note"))
        painter.end()
