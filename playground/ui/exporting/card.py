"""One kind of file: chosen by a tick, with what it is for and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QWidget

from playground.frames.formats import Format
from playground.ui.exporting.said import purpose
from playground.ui.texts.exports.sentences import export_title
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import CutLabel, TextLabel
from playground.ui.widgets.plain import tip

LEAST_HIGH = 116
COLOURS = {"": "muted", "busy": "accent", "good": "good", "bad": "problem", "warn": "note_ink"}


class FormatCard(QFrame):
    """`looked_at` when it has the keyboard or a click; `toggled(on)` when its tick changes."""

    looked_at = Signal(object)
    toggled = Signal(bool)
    walked = Signal(object, int)

    def __init__(self, row: Format, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self._theme = row, theme
        self.setProperty("look", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(LEAST_HIGH)
        self.tick = QCheckBox()
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tick.toggled.connect(self.toggled)
        title = export_title(row).rsplit(" (", 1)[0]
        self.state = TextLabel("", scale=SMALL, wrap=True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignBottom)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.tick, 0, 0)
        grid.addWidget(CutLabel(title, bold=True), 0, 1)
        grid.addWidget(TextLabel(row.ending or "/", scale=SMALL, muted=True), 0, 2)
        words = TextLabel(purpose(row), scale=SMALL, muted=True, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, 1, 1, 1, 2)
        grid.setRowStretch(1, 1)
        grid.addWidget(self.state, 2, 1, 1, 2)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words.text())

    def say(self, words: str, kind: str = "") -> None:
        """How far it is: nothing, busy, good, bad or a warning."""
        palette = self.state.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(COLOURS[kind]))
        self.state.setPalette(palette)
        self.state.setText(words)
        self.state.setToolTip(tip(words))
        self.setAccessibleDescription(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.tick.isEnabled():
            self.tick.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -3, Qt.Key.Key_Down: 3}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space and self.tick.isEnabled():
            self.tick.toggle()
        elif key in ways:
            self.walked.emit(self, ways[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(self.row)
