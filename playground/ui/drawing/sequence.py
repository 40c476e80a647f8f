"""Asks for sequences: the next value of a typed wave or of a table's column, echo, parity."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

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
from playground.tables.columns import NUMBER, Column
from playground.tables.opening import Table, open_table
from playground.tables.reading import TableError
from playground.ui.drawing.form import MakingForm
from playground.ui.drawing.traces import Shown, Traces
from playground.ui.plots.charts.segments import Segments
from playground.ui.tables.dialog import ask_table
from playground.ui.tables.said import error_text
from playground.ui.texts.numbers import amount_text, number_text
from playground.ui.texts.said import sentences
from playground.ui.theme import Theme
from playground.ui.widgets.beside import Beside
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, TextLabel

SHOWN = 3


class AskSequence(MakingForm):
    """`asked` is what the fields say, `column` the table's column that is chosen."""

    def __init__(self, asked: SequenceData, theme: Theme, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("AskSequence", "Sequences"), translate("AskSequence", "Wave"), asked, parent)
        self.path = ""
        self.columns: tuple[Column, ...] = ()
        titles = (self.tr("Next value"), self.tr("Echo"), self.tr("Parity"), self.tr("Column of a table"))
        order = (WAVE, ECHO, PARITY, COLUMN)
        self.kinds = dict(zip(titles, order, strict=True))
        self.switch = Segments(titles, theme, self)
        self.table_button = QPushButton(self.tr("Choose a table…"))
        self.table_button.setAutoDefault(False)
        self.names = QComboBox()
        self.names.setAccessibleName(self.tr("Column"))
        self.steps = NumberBox(asked.steps, FEWEST_STEPS, MOST_STEPS, 1, True)
        self.ahead = NumberBox(asked.ahead, 1, MOST_STEPS, 1, True)
        self.examples = NumberBox(asked.examples, FEWEST, MOST, 100, True)
        self.traces = Traces(theme, self)
        self.help = TextLabel(muted=True, wrap=True)
        self._beside = Beside(self)
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
        self.table_button.clicked.connect(self._ask_table)
        self.names.currentIndexChanged.connect(self.show_fields)
        self.listen(*self._boxes)

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
        return SequenceData(self.kind, self.text.text().strip(), low, high, *whole, noise, self.seed)

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
        """The columns of numbers of that file, read beside the window; or why it cannot be read."""
        self.path, self.columns = path.stem, ()
        self.names.clear()
        self.table_button.setEnabled(False)
        self.told.setText(self.tr("Reading…"))
        self._beside.begin(partial(open_table, path), self._take)

    def _take(self, answer: object) -> None:
        self.table_button.setEnabled(True)
        if isinstance(answer, Exception):
            if self.kind == COLUMN:
                self.told.setText(error_text(answer) if isinstance(answer, TableError) else str(answer))
            return
        assert isinstance(answer, Table)
        self.columns = tuple(each for each in answer.columns if each.kind == NUMBER and not each.constant)
        self.names.addItems([each.name for each in self.columns])
        self.show_fields()

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
        self.show_fields()

    def make_shown(self) -> str:
        made = windows_of(self.asked, None if self.column is None else self.column.values)
        self.traces.show_rows(self._rows_of(made), self.asked.ahead)
        return self._summary(made)

    def show_nothing(self) -> None:
        self.traces.show_rows([], self.asked.ahead)

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
        steps = made.values.shape[1]
        lost = self.tr("{count} more have a place without a value and are left out.")
        return sentences(
            self.tr("{count} windows of {steps} values each.").format(count=f"{len(made.values):,}", steps=steps),
            self.tr("The last of them validate.") if self.kind in (WAVE, COLUMN) else "",
            lost.format(count=f"{made.lost:,}") if made.lost else "",
            self.tr("For a recurrent layer, put a Reshape to ({steps}, 1) before it.").format(steps=steps),
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
