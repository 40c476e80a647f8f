"""What a meter says, large, and its own variables as boxes below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from playground.frames.meters import Reading
from playground.ui.texts.numbers import NOTHING, with_minus
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.parts import TextLabel


def number_of(value: float) -> str:
    """As many digits as a float32 knows."""
    return with_minus(f"{value:.7g}")


class VariableBox(QFrame):
    """One variable: its name as Keras has it, and its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.value = TextLabel("", SMALLER, muted=True), TextLabel(NOTHING)
        self.value.setFont(scaled_font(1.0, fixed_digits=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(1)
        column.addWidget(self.name)
        column.addWidget(self.value)

    def show_variable(self, name: str, value: str) -> None:
        self.name.setText(name)
        self.value.setText(value)
        self.setAccessibleName(f"{name} {value}")

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(f"VariableBox {{ border: 1px solid {theme.line}; border-radius: 7px; }}")


class Readings(QWidget):
    """A title, the result, the boxes, and a line of what it was fed."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(title, bold=True)
        self.result, self.note = TextLabel(NOTHING), TextLabel("", SMALLER, muted=True, wrap=True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.boxes = (VariableBox(), VariableBox())
        row = QHBoxLayout()
        row.setSpacing(8)
        for box in self.boxes:
            # What stands below does not move as a reading comes.
            policy = box.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            box.setSizePolicy(policy)
            row.addWidget(box)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.title, self.result):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addStretch(1)
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        self.result.setFont(scaled_font(1.7, bold=True, fixed_digits=True))
        for box in self.boxes:
            box.show_theme(theme)

    def show_reading(self, reading: Reading | None, note: str) -> None:
        """What it says now; None while there is nothing."""
        self.result.setText(NOTHING if reading is None else number_of(reading.result))
        variables = () if reading is None else reading.variables
        for number, box in enumerate(self.boxes):
            box.setVisible(number < len(variables))
            if number < len(variables):
                name, value = variables[number]
                box.show_variable(name, " ".join(number_of(float(part)) for part in value.ravel()[:4]))
        self.note.setText(note)
        words = self.tr("{title}: result {result}")
        self.result.setAccessibleName(words.format(title=self.title.text(), result=self.result.text()))
