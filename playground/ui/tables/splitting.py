"""How a table's rows are split, in the dialog that opens it: by chance, in their order, or as a column says."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.datasets.dataset import train_count
from playground.document.settings import DataSettings
from playground.tables.choices import BY_COLUMN, LEFT, SPLIT, TARGET, UNSPLIT, Choices
from playground.tables.columns import Column
from playground.tables.opening import Table
from playground.tables.preparing import Prepared
from playground.tables.sides import Sides, can_split, likely_split
from playground.ui.tables.said import SPLITS, validation_text
from playground.ui.tables.said import UNSPLIT as UNSPLIT_WORDS
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.number_box import NumberBox
from playground.ui.widgets.parts import FormRow, TextLabel, heading
from playground.ui.widgets.plain import tip

WORDS_HIGH, MOST_COUNTS = 60, 12
TO_TRAIN = QT_TRANSLATE_NOOP("Text", "{train} rows to train, {test} to validate")


class Splitting(QWidget):
    """`changed(choices)` is another choice of the person's."""

    changed = Signal(object)

    def __init__(self, settings: DataSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._prepared = Choices(()), Prepared(None)
        self._table: Table | None = None
        self._able: list[Column] = []
        self._sides: Sides | None = None
        self.how, self.column, self.unsplit = QComboBox(), QComboBox(), QComboBox()
        for each in SPLITS:
            self.how.addItem(said(SPLITS, each), each)
        for each in UNSPLIT:
            self.unsplit.addItem(said(UNSPLIT_WORDS, each), each)
        self.how.activated.connect(self._choose_how)
        self.column.activated.connect(lambda: self._split_by(self.column.currentData()))
        self.unsplit.activated.connect(self._choose_unsplit)
        self.words = QListWidget()
        self.words.setFixedHeight(WORDS_HIGH)
        self.words.itemChanged.connect(self._mark)
        self.share = NumberBox(settings.train_share, 1.0, 99.0, 5.0, suffix="%")
        self.share.finished.connect(self._tell)
        self.seed = NumberBox(settings.seed, 0, 2**31 - 1, 1, whole=True)
        self.told = TextLabel("", scale=SMALL, muted=True, wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        self.how.setAccessibleName(self.tr("How rows are split"))
        self.column.setAccessibleName(self.tr("Column that splits"))
        self._words_row = FormRow(self.tr("Rows that validate"), self.words, above=True)
        self._unsplit_row = FormRow("", self.unsplit)
        self._share_row = FormRow(self.tr("Train share"), self.share, above=True)
        numbers = QHBoxLayout()
        numbers.addWidget(self._share_row)
        numbers.addWidget(FormRow(self.tr("Seed"), self.seed, above=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(heading(self.tr("Split")))
        for part in (self.how, self.column, self._words_row, self._unsplit_row):
            whole.addWidget(part)
        whole.addLayout(numbers)
        whole.addWidget(self.told)

    # What it shows

    def show_table(self, table: Table | None, choices: Choices, prepared: Prepared) -> None:
        if table is not self._table:
            self._able = [each for each in table.columns if can_split(each)] if table else []
        if table is not self._table or choices.split_by != self._choices.split_by:
            self._sides = None
        self._table, self._choices, self._prepared = table, choices, prepared
        for box, value in ((self.how, choices.how), (self.unsplit, choices.unsplit)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        # Greyed where no column could.
        by_column = self.how.model().item(self.how.findData(BY_COLUMN))  # type: ignore[attr-defined]
        by_column.setEnabled(bool(self._able) or bool(choices.split_by))
        by_column.setToolTip("" if by_column.isEnabled() else self.tr("No column has a few words or whole numbers."))
        self._show_columns(choices.split_by)
        # While it is prepared anew, or waits for a word, the words stay as they are marked.
        self._sides = sides = prepared.sides or self._sides
        self.column.setVisible(bool(choices.split_by))
        self._share_row.setVisible(not choices.split_by)
        self._words_row.setVisible(sides is not None)
        self._unsplit_row.setVisible(sides is not None and sides.missing > 0)
        if prepared.sides is not None:
            self._show_sides(prepared.sides)
        self._tell()

    def _show_columns(self, chosen: str) -> None:
        names = [each.name for each in self._able]
        with QSignalBlocker(self.column):
            self.column.clear()
            for name in names if chosen in names else [chosen, *names]:
                self.column.addItem(name, name)
            self.column.setCurrentIndex(self.column.findData(chosen))

    def _show_sides(self, sides: Sides) -> None:
        guessed = self._choices.validation is None
        self._words_row.label.setText(
            self.tr("Rows that validate: guessed") if guessed else self.tr("Rows that validate")
        )
        self._unsplit_row.label.setText(self.tr("{count} without").format(count=f"{sides.missing:,}"))
        self._unsplit_row.setToolTip(self.tr("What becomes of rows whose cell in this column is missing."))
        with QSignalBlocker(self.words):
            if [self._word(place) for place in range(self.words.count())] != list(sides.words):
                self.words.clear()
                self.words.addItems(sides.words)
            for place, (word, count) in enumerate(zip(sides.words, sides.counts, strict=True)):
                item = self.words.item(place)
                item.setData(Qt.ItemDataRole.UserRole, word)
                item.setText(f"{' '.join(word.split())} · {count:,}")
                item.setToolTip(tip(word))
                marked = word in sides.validates
                item.setCheckState(Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked)

    def _word(self, place: int) -> str:
        return str(self.words.item(place).data(Qt.ItemDataRole.UserRole))

    def _tell(self) -> None:
        own, sides, words = self._prepared.own, self._prepared.sides, []
        if own:
            each = [count for _, count in self._prepared.counts] if own.split == "each_class" else []
            asked = sum(train_count(count, self.share.value) if count > 1 else 1 for count in each or [own.rows])
            trained = own.train_rows if own.by_column else min(asked, own.rows - 1)
            words = [validation_text(sides)] if sides else []
            words += [say(TO_TRAIN, train=f"{trained:,}", test=f"{own.rows - trained:,}")]
        counts = [] if sides else [f"{name}: {count:,}" for name, count in self._prepared.counts[:MOST_COUNTS]]
        self.told.setText("\n".join([*words, *counts]))

    # Hands

    def _choose_how(self) -> None:
        how = self.how.currentData()
        if how != BY_COLUMN:
            self.changed.emit(self._choices.with_split(how))
        elif not self._choices.split_by:
            self._split_by(self._likeliest())

    def _likeliest(self) -> str:
        """The column that one would take: one that says so, else one that is left out, else any but the target."""
        roles = {each.name: each.role for each in self._choices.columns}
        able = [each for each in self._able if roles[each.name] != TARGET] or self._able
        left = [each for each in able if roles[each.name] == LEFT]
        return likely_split(able) or (left or able)[0].name

    def _split_by(self, name: str) -> None:
        self.changed.emit(self._choices.with_role(name, SPLIT))

    def _choose_unsplit(self) -> None:
        self.changed.emit(replace(self._choices, unsplit=self.unsplit.currentData()))

    def _mark(self, item: QListWidgetItem) -> None:
        places = range(self.words.count())
        marked = [place for place in places if self.words.item(place).checkState() == Qt.CheckState.Checked]
        self.changed.emit(replace(self._choices, validation=tuple(map(self._word, marked))))
