"""One setting that varies: its name, and its values in a field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.runs.axes import Axis, AxisError, parse_axis, value_text
from playground.ui.icons import icon
from playground.ui.texts.runs.plan import axis_title
from playground.ui.texts.runs.sweep import error_in_words
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel, tool_button
from playground.ui.widgets.plain import PlainLabel, tip


class AxisCard(QFrame):
    """`changed` carries the axis with other values, `removed` nothing."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, document: Document, axis: Axis, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis, self._document = axis, document
        self.setProperty("look", "choice")
        title = axis_title(document, axis.name)
        self._name = TextLabel(title, bold=True, parent=self)
        self._name.setToolTip(tip(axis.name))
        remove = tool_button(icon("close", theme), self.tr("Do not vary {setting}").format(setting=title), side=12)
        remove.setProperty("look", "quiet")
        remove.clicked.connect(self.removed)
        self.values = QLineEdit(", ".join(map(value_text, axis.values)), self)
        self.values.setObjectName(f"axis:{axis.name}")
        self.values.setAccessibleName(self.tr("Values of {setting}").format(setting=title))
        self.values.setToolTip(tip(self.tr("Values with commas between them; a shape as 2x2, several words as x1+x2.")))
        self.values.editingFinished.connect(self._take)
        self.fault = PlainLabel(parent=self)
        self.fault.setWordWrap(True)
        self.fault.setStyleSheet(f"color: {theme.problem}")
        self.fault.hide()
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 5, 7, 9)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.values)
        column.addWidget(self.fault)

    def _take(self) -> None:
        try:
            axis = parse_axis(self._document, f"{self.axis.name}={self.values.text()}")
        except AxisError as error:
            self._show_fault(error_in_words(error))
            return
        self._show_fault("")
        if axis != self.axis:
            self.axis = axis
            self.changed.emit(axis)

    def _show_fault(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.values.setProperty("wrong", bool(words))
        self.values.style().unpolish(self.values)
        self.values.style().polish(self.values)
