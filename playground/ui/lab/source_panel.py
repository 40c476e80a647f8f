"""Where a number of the result comes from, in words and numbers; from cell to cell by two buttons."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.arithmetic import Arithmetic, arithmetic
from playground.lab.operations.table import OPERATIONS
from playground.ui.lab.tensors.cells import cell_text, exact_text
from playground.ui.lab.terms import MOST_TERMS, Terms, terms_of
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font
from playground.ui.widgets.parts import TextLabel, heading
from playground.ui.widgets.plain import tip

# A cell stays so long while it plays; numbers of so many digits are so large.
STEP_MS = 900
SCALES = ((9, 1.8), (14, 1.35), (10_000, 1.05))


class SourcePanel(QWidget):
    """`walked` asks for the cell so many further on, `begun` for the first, from which it plays."""

    walked = Signal(int)
    begun = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = TextLabel("", muted=True)
        self._number = TextLabel("", scale=1.8, bold=True, wrap=True)
        self._sum = TextLabel("", scale=1.15, muted=True, wrap=True)
        self.terms, self._new = Terms(theme), TextLabel("", wrap=True)
        self._count = TextLabel("", scale=0.88, muted=True)
        row = QHBoxLayout()
        # In one line it stands in a row.
        self._title: QLabel = heading(self.tr("Where does this number come from?"))
        self._title.setWordWrap(True)
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        for text, step, name in (("‹", -1, self.tr("The cell before")), ("›", 1, self.tr("The next cell"))):
            button = QToolButton(self)
            button.setProperty("look", "framed")
            button.setText(text)
            button.setToolTip(tip(name))
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=step: self.walked.emit(by))
            row.addWidget(button)
        row.addWidget(self._count, 1)
        self._play = QPushButton(self.tr("Play"), self)
        self._play.setCheckable(True)
        self._play.setToolTip(self.tr("Fill the result cell by cell (Space); ← and → go by one"))
        self._play.toggled.connect(self._run)
        self._clock = QTimer(self, interval=STEP_MS)
        self._clock.timeout.connect(self._go_on)
        self._at, self._of, self._in_line = -1, 0, False
        row.addWidget(self._play)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._place, self._number, self._sum, self._new, self.terms):
            self._column.addWidget(part)
        self._column.addLayout(row)

    def show_in_line(self, on: bool) -> None:
        """All in one line, without the terms, or below each other."""
        directions = QBoxLayout.Direction
        self._column.setDirection(directions.LeftToRight if on else directions.TopToBottom)
        self._column.setStretchFactor(self._sum, int(on))
        self._number.setWordWrap(not on)
        self._sum.setWordWrap(not on)
        for part in (self._title, self.terms):
            part.setHidden(on)
        self._in_line = on
        self._hide_empty()

    def play(self) -> None:
        """Play, or stop."""
        self._play.toggle()

    def _run(self, on: bool) -> None:
        if on and self._of:
            self.begun.emit()
            self._clock.start()
        else:
            self._clock.stop()
            self._play.setChecked(False)

    def _go_on(self) -> None:
        if self._at + 1 < self._of and self.isVisible():
            self.walked.emit(1)
        else:
            self._play.setChecked(False)

    def show_cell(self, answer: LabAnswer | None, part: int, cell: int) -> None:
        """Of the result of that number the cell at a flat place; -1 shows none."""
        values = answer.results[part].values if answer is not None and part < len(answer.results) else None
        self._at, self._of = cell, 0 if values is None else values.size
        there = answer is not None and part < len(answer.results) and answer.results[part].values is not None
        if answer is None or not there or cell < 0:
            self._place.setText(self.tr("Point at a cell of the result."))
            for label in (self._number, self._sum, self._new, self._count):
                label.setText("")
            self.terms.show_terms([])
            self._hide_empty()
            return
        result = answer.results[part]
        assert result.values is not None
        place = ", ".join(str(one) for one in np.unravel_index(cell, result.shape)) if result.shape else ""
        called = self.tr("result")
        self._place.setText(f"{called}[{place}]")
        value = exact_text(result.values.ravel().tolist()[cell])
        # All digits of a long number are seen.
        self._number.setFont(scaled_font(next(scale for most, scale in SCALES if len(value) <= most), bold=True))
        self._count.setText(
            self.tr("cell %1 of %2").replace("%1", str(cell + 1)).replace("%2", str(result.values.size))
        )
        if part >= len(answer.sources):
            self._number.setText(value)
            self._sum.setText("")
            self._new.setText("")
            self.terms.show_terms([])
            self._hide_empty()
            return
        sources = answer.sources[part].of(cell)
        written = arithmetic(OPERATIONS[answer.question.chain.last.operation], sources)
        self._number.setText(value)
        self._sum.setText(sum_text(answer, written))
        self._new.setText("" if written.terms else self.tr("It is new: it comes from no input."))
        self.terms.show_terms(terms_of(answer, written))
        self._hide_empty()

    def _hide_empty(self) -> None:
        """What says nothing takes no room; in one line all have theirs."""
        for label in (self._number, self._sum):
            label.setHidden(not label.text())
        self._new.setHidden(self._in_line or not self._new.text())


def sum_text(answer: LabAnswer, written: Arithmetic) -> str:
    """What a number is, in the inputs' numbers, where that is one line: " = 2 + 30"."""
    numbers = [[_number(answer, *place) for place in term] for term in written.terms]
    if written.form == "infix" and numbers and len(numbers[0]) == 2:
        return f"= {numbers[0][0]} {written.symbol} {numbers[0][1]}"
    if written.form == "products" and 0 < len(numbers) <= MOST_TERMS:
        return "= " + " + ".join("·".join(term) for term in numbers)
    if written.form == "sum" and 0 < len(numbers) <= MOST_TERMS:
        return "= " + " + ".join(term[0] for term in numbers)
    return ""


def _number(answer: LabAnswer, name: str, place: int) -> str:
    values = dict(answer.inputs)[name].values
    return "?" if values is None else cell_text(values.ravel().tolist()[place])
