"""The field of the learning rate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from playground.document.limits import Real
from playground.ui.panels.form import WheelGuard
from playground.ui.widgets.number_box import field_text, read_number

RATES = (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
# What a hand may write; a link of TensorFlow Playground may bring more, and rates below 0.
WRITTEN_RATES = Real(1e-6, 10.0)


class RateBox(QComboBox):
    """Learning rates to choose from; any other within the limits can be written."""

    chosen = Signal(float)

    def __init__(self, limit: Real, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._rate = limit, limit.low
        self._text = QLineEdit()
        self.setLineEdit(self._text)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.addItems([field_text(rate) for rate in RATES])
        self.setMaxVisibleItems(len(RATES))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(WheelGuard(self))
        self.activated.connect(lambda place: self._take(RATES[place]))
        self._text.editingFinished.connect(self._read)
        self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0.00001") + 46)

    def set_value(self, rate: float) -> None:
        if rate != self._rate or not self._text.isModified():
            self._rate = rate
            self.setCurrentIndex(RATES.index(rate) if rate in RATES else -1)
            self.setEditText(field_text(rate))
            self._text.setCursorPosition(0)
            self._text.setModified(False)

    def _read(self) -> None:
        if self._text.isModified():
            rate = read_number(self.currentText())
            self._text.setModified(False)
            self._take(self._rate if rate is None else min(max(rate, self._limit.low), self._limit.high))

    def _take(self, rate: float) -> None:
        changed = rate != self._rate
        self.set_value(rate)
        if changed:
            self.chosen.emit(rate)
