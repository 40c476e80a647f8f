"""An operation's parameters in one row: a switch, a choice, or a line to type in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from playground.lab.operation import CHOICES, KINDS
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import DTYPES, Dtype, Value
from playground.ui.lab.laying import empty
from playground.ui.lab.work import Work, parameter_text
from playground.ui.widgets.parts import TextLabel

# As wide as its text, between these; and what is around the text: in pixels.
LEAST, MOST, AROUND = 72, 220, 28


class Parameters(QWidget):
    """`typed` tells a name and a text, `chosen` a name and a value."""

    typed = Signal(str, str)
    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)

    def show_work(self, work: Work) -> None:
        """The parameters of the call that is shown."""
        empty(self._row)
        for name in OPERATIONS[work.call.operation].parameters:
            self._row.addWidget(self._field(work, name))
        self._row.addStretch(1)

    def _field(self, work: Work, name: str) -> QWidget:
        kind = KINDS.get(name, "number")
        value = work.call.parameter(name)
        if kind == "flag":
            field: QWidget = self._switch(name, value)
        elif kind in ("dtype", "choice"):
            options = DTYPES if kind == "dtype" else CHOICES[name]
            field = self._list(name, value.name if isinstance(value, Dtype) else value, options, kind == "dtype")
        else:
            field = self._line(work, name)
        field.setAccessibleName(name)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = TextLabel(name, scale=0.88, muted=True)
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        return whole

    def _switch(self, name: str, value: Value) -> QCheckBox:
        switch = QCheckBox(self)
        switch.setChecked(bool(value))
        switch.toggled.connect(lambda on: self.chosen.emit(name, on))
        return switch

    def _list(self, name: str, value: object, options: tuple[str, ...], kinds: bool) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("as usual"), None)
        for option in options:
            box.addItem(option, option)
        box.setCurrentIndex(max(0, box.findData(value)))

        def tell() -> None:
            option = box.currentData()
            if option is None:
                self.typed.emit(name, "")
            else:
                self.chosen.emit(name, Dtype(option) if kinds else option)

        box.activated.connect(lambda _: tell())
        return box

    def _line(self, work: Work, name: str) -> QLineEdit:
        line = QLineEdit(parameter_text(work, name), self)
        line.setPlaceholderText(self.tr("as usual"))
        text = max(line.text(), line.placeholderText(), key=len)
        line.setFixedWidth(max(LEAST, min(MOST, line.fontMetrics().horizontalAdvance(text) + AROUND)))
        line.setCursorPosition(0)

        def tell() -> None:
            if line.isModified():
                line.setModified(False)
                self.typed.emit(name, line.text())

        line.editingFinished.connect(tell)
        return line
