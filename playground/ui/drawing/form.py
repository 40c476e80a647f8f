"""What the dialogs for functions and for sequences share: a formula over a range, with noise, and what it makes."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from playground.datasets.making.typed import FARTHEST, MOST_NOISE, FunctionError, TypedData
from playground.datasets.making.windows import SequenceData
from playground.document.formula.formula import FormulaError
from playground.document.formula.parser import LONGEST
from playground.ui.texts.formula import formula_error_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import TextLabel

ERRORS = {
    "no_domain": QT_TRANSLATE_NOOP("Text", "The range ends before it begins."),
    "no_values": QT_TRANSLATE_NOOP("Text", "The function has no finite value in this range."),
    "one_side": QT_TRANSLATE_NOOP("Text", "In this range all points are on one side of the boundary."),
    "no_wave": QT_TRANSLATE_NOOP("Text", "A wave is y = f(x), with x alone on the right."),
    "too_short": QT_TRANSLATE_NOOP("Text", "There are fewer values than two windows need: make the windows shorter."),
    "only_gaps": QT_TRANSLATE_NOOP("Text", "Every window has a place without a value in it."),
    "too_far_back": QT_TRANSLATE_NOOP("Text", "The echo comes from before the first step: make it shorter."),
    "no_series": QT_TRANSLATE_NOOP("Text", "Choose a table, and in it the column of numbers."),
}


class MakingForm(QDialog):
    """Only what makes data can be accepted; `told` says what comes of the fields, or why nothing does."""

    def __init__(self, title: str, field: str, given: TypedData | SequenceData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.seed = given.seed
        self.text = QLineEdit(given.text)
        self.text.setMaxLength(LONGEST)
        self.text.setAccessibleName(field)
        self.low = NumberBox(given.low, -FARTHEST, FARTHEST, 1)
        self.high = NumberBox(given.high, -FARTHEST, FARTHEST, 1)
        self.noise = NumberBox(given.noise, 0, MOST_NOISE, 5, False, "%")
        self.told = TextLabel(muted=True, wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        # While nothing is made, Enter would otherwise come to mean Cancel, and stay so.
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def listen(self, *boxes: NumberBox) -> None:
        """Show what comes of the formula and of these as they change."""
        self.text.textChanged.connect(self.show_fields)
        for box in boxes:
            for signal in (box.moved, box.finished, box.cancelled):
                signal.connect(self.show_fields)

    def make_shown(self) -> str:
        """Make what the fields say, show it, and sum it up in words. Raises FormulaError and FunctionError."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """The fields make nothing."""

    def show_fields(self, *_: object) -> None:
        """What the fields make, or why they make nothing."""
        made = True
        try:
            words = self.make_shown()
        except (FormulaError, FunctionError) as error:
            words = formula_error_text(error) if isinstance(error, FormulaError) else said(ERRORS, error.code)
            made = False
            self.show_nothing()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(made)
        self.text.setProperty("wrong", not made)
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        self.told.setText(words)
        self.text.setAccessibleDescription(words)
