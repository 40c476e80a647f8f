"""Asks for sequences: the next value of a typed wave or of a table's column, echo, parity."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from playground.datasets.making.typed import FARTHEST, MOST_NOISE, FunctionError
from playground.datasets.making.windows import (
    COLUMN,
    ECHO,
    FEWEST,
    FEWEST_STEPS,
    MOST,
    MOST_STEPS,
    PARITY,
    WAVE,
    SequenceData,
    Windows,
    windows_of,
)
from playground.document.formula.formula import FormulaError
from playground.document.formula.parser import LONGEST
from playground.tables.columns import NUMBER, Column
from playground.tables.opening import open_table
from playground.tables.reading import TableError
from playground.ui.drawing.traces import Shown, Traces
from playground.ui.plots.charts.segments import Segments
from playground.ui.tables.dialog import ask_table
from playground.ui.tables.said import error_text
from playground.ui.texts.formula import formula_error_text
from playground.ui.texts.numbers import amount_text, number_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said
from playground.ui.theme import Theme
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, TextLabel

ERRORS = {
    "no_domain": QT_TRANSLATE_NOOP("Text", "The range ends before it begins."),
    "no_wave": QT_TRANSLATE_NOOP("Text", "A wave is y = f(x), with x alone on the right."),
    "too_short": QT_TRANSLATE_NOOP("Text", "There are fewer values than two windows need: make the windows shorter."),
    "only_gaps": QT_TRANSLATE_NOOP("Text", "Every window has a place without a value in it."),
    "too_far_back": QT_TRANSLATE_NOOP("Text", "The echo comes from before the first step: make it shorter."),
    "no_series": QT_TRANSLATE_NOOP("Text", "Choose a table, and in it the column of numbers."),
}  # fmt: skip
SHOWN = 3


class AskSequence(QDialog):
    """`asked` is what the fields say, `column` the table's column that is chosen; only what makes data is accepted."""

    def __init__(self, asked: SequenceData, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sequences"))
        self._seed, self.path = asked.seed, ""
        self.columns: tuple[Column, ...] = ()
        titles = (self.tr("Next value"), self.tr("Echo"), self.tr("Parity"), self.tr("Column of a table"))
        order = (WAVE, ECHO, PARITY, COLUMN)
        self.kinds = dict(zip(titles, order, strict=True))
        self.switch = Segments(titles, theme, self)
        self.text = QLineEdit(asked.text)
        self.text.setMaxLength(LONGEST)
        self.text.setAccessibleName(self.tr("Wave"))
        self.table_button = QPushButton(self.tr("Choose a table…"))
        self.table_button.setAutoDefault(False)
        self.names = QComboBox()
        self.names.setAccessibleName(self.tr("Column"))
        self.low = NumberBox(asked.low, -FARTHEST, FARTHEST, 1)
        self.high = NumberBox(asked.high, -FARTHEST, FARTHEST, 1)
        self.noise = NumberBox(asked.noise, 0, MOST_NOISE, 5, False, "%")
        self.steps = NumberBox(asked.steps, FEWEST_STEPS, MOST_STEPS, 1, True)
        self.ahead = NumberBox(asked.ahead, 1, MOST_STEPS, 1, True)
        self.examples = NumberBox(asked.examples, FEWEST, MOST, 100, True)
        self.traces = Traces(theme, self)
        self.help, self.told = TextLabel(muted=True, wrap=True), TextLabel(muted=True, wrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._arrange()
        self._connect()
        shown = WAVE if asked.kind == COLUMN else asked.kind
        self.switch.show_word(next(word for word, kind in self.kinds.items() if kind == shown))
        self._show_kind()

    def _arrange(self) -> None:
        whole, self.grid, table = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        self.table = QWidget()
        self.table.setLayout(table)
        table.setContentsMargins(0, 0, 0, 0)
        table.addWidget(self.table_button)
        table.addWidget(self.names, 1)
        titles = (
            self.tr("From"), self.tr("To"), self.tr("Noise"), self.tr("Steps"), self.tr("Ahead"), self.tr("Windows"),
        )  # fmt: skip
        self.rows = [FormRow(title, box, above=True) for title, box in zip(titles, self._boxes, strict=True)]
        for place, row in enumerate(self.rows):
            self.grid.addWidget(row, *divmod(place, 3))
        whole.addWidget(self.switch)
        whole.addWidget(self.help)
        whole.addWidget(self.text)
        whole.addWidget(self.table)
        whole.addLayout(self.grid)
        whole.addWidget(self.traces, 1)
        whole.addWidget(self.told)
        whole.addWidget(self.buttons)
        self.resize(600, 560)

    def _connect(self) -> None:
        self.switch.chosen.connect(lambda _: self._show_kind())
        self.text.textChanged.connect(self._show)
        self.table_button.clicked.connect(self._ask_table)
        self.names.currentIndexChanged.connect(self._show)
        for box in self._boxes:
            for signal in (box.moved, box.finished, box.cancelled):
                signal.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def _boxes(self) -> tuple[NumberBox, ...]:
        return (self.low, self.high, self.noise, self.steps, self.ahead, self.examples)

    @property
    def kind(self) -> str:
        return self.kinds[self.switch.word]

    @property
    def asked(self) -> SequenceData:
        low, high, noise, steps, ahead, examples = (box.value for box in self._boxes)
        whole = (round(steps), round(ahead), round(examples))
        return SequenceData(self.kind, self.text.text().strip(), low, high, *whole, noise, self._seed)

    @property
    def column(self) -> Column | None:
        """The table's column that is chosen."""
        place = self.names.currentIndex()
        return self.columns[place] if self.kind == COLUMN and 0 <= place < len(self.columns) else None

    # The table

    def _ask_table(self) -> None:
        path = ask_table(self)
        if path:
            self.take_table(Path(path))

    def take_table(self, path: Path) -> None:
        """The columns of numbers of that file; or why it cannot be read."""
        try:
            found = open_table(path)
        except (TableError, OSError) as error:
            self.columns, words = (), error_text(error) if isinstance(error, TableError) else str(error)
            self.names.clear()
            self.told.setText(words)
            return
        self.columns = tuple(each for each in found.columns if each.kind == NUMBER and not each.constant)
        self.path = path.stem
        self.names.clear()
        self.names.addItems([each.name for each in self.columns])
        self._show()

    # What is shown

    def _show_kind(self) -> None:
        kind = self.kind
        self.help.setText({
            WAVE: self.tr("Windows over a wave y = f(x); the network learns the value that comes next."),
            ECHO: self.tr("Numbers at random; the network learns the one that came some steps before the last."),
            PARITY: self.tr("Bits at random; the network learns whether an odd number of them is 1."),
            COLUMN: self.tr("Windows over a column of a table, from top to bottom; the network learns its next value."),
        }[kind])  # fmt: skip
        self.text.setVisible(kind == WAVE)
        self.table.setVisible(kind == COLUMN)
        for box, row in zip(self._boxes, self.rows, strict=True):
            shown = {
                WAVE: self._boxes, ECHO: self._boxes[3:], PARITY: (self.steps, self.examples),
                COLUMN: (self.steps, self.ahead),
            }[kind]  # fmt: skip
            row.setVisible(box in shown)
        self.rows[4].label.setText(self.tr("Steps back") if kind == ECHO else self.tr("Ahead"))
        self._show()

    def _show(self, *_: object) -> None:
        words, made = "", None
        try:
            made = windows_of(self.asked, None if self.column is None else self.column.values)
        except FormulaError as error:
            words = formula_error_text(error)
        except FunctionError as error:
            words = said(ERRORS, error.code)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(made is not None)
        self.traces.show_rows([] if made is None else self._rows_of(made), self.asked.ahead)
        self.told.setText(words if made is None else self._summary(made))

    def _rows_of(self, made: Windows) -> list[Shown]:
        """The first, the middle and the last window."""
        places = np.linspace(0, len(made.values) - 1, SHOWN).round().astype(int).tolist()
        said: Callable[[float], str] = {
            PARITY: lambda label: self.tr("odd") if label > 0 else self.tr("even"),
            COLUMN: lambda label: "→ " + amount_text(label, self.column.unit if self.column else ""),
        }.get(self.kind, lambda label: "→ " + number_text(label))
        to_come = self.kind in (WAVE, COLUMN)
        labels = made.labels.tolist()
        return [(made.values[at], labels[at] if to_come else None, said(labels[at])) for at in places]

    def _summary(self, made: Windows) -> str:
        words = self.tr("{count} windows of {steps} values each.").format(
            count=f"{len(made.values):,}", steps=made.values.shape[1]
        )
        if self.kind in (WAVE, COLUMN):
            words += " " + self.tr("The last of them validate.")
        if made.lost:
            lost = self.tr("{count} more have a place without a value and are left out.")
            words += " " + lost.format(count=f"{made.lost:,}")
        return (
            words
            + " "
            + self.tr("For a recurrent layer, put a Reshape to ({steps}, 1) before it.").format(
                steps=made.values.shape[1]
            )
        )

    @property
    def title(self) -> str:
        """What the data are called."""
        match self.kind:
            case k if k == WAVE:
                return " ".join(self.text.text().split())
            case k if k == COLUMN:
                return f"{self.path}: {self.names.currentText()}"
        return self.switch.word
