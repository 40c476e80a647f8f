"""The row of guesses above a table: each a box that can be corrected, with what speaks for it below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from playground.tables.opening import Table
from playground.tables.reading import GUESSED, MISSING_WORDS, SEPARATORS, Reading, printable
from playground.tables.stored import Rows
from playground.ui.tables.said import DECIMALS, ENCODINGS, encoding_text, evidence
from playground.ui.tables.said import SEPARATORS as SEPARATOR_WORDS
from playground.ui.texts.said import QT_TRANSLATE_NOOP, said, say
from playground.ui.widgets.fonts import SMALL
from playground.ui.widgets.parts import Chip, CutLabel, Line, TextLabel
from playground.ui.widgets.plain import tip

MOST_LINES = 12
WORD_WIDE, LIST_EDGE = 74, 24
OFFERED = ("", "NA", "N/A", "null", "None", "?", "-")


class Guesses(QWidget):
    """`changed(reading)` is what a person knows better."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = Reading()
        self._counts: dict[str, int] = {}
        self.boxes: dict[str, QComboBox] = {}
        self._parts: dict[str, QWidget] = {}
        self._told: dict[str, TextLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        titles = {
            "sheet": self.tr("Sheet"),
            "separator": self.tr("Separator"),
            "decimal": self.tr("Decimal sign"),
            "encoding": self.tr("Encoding"),
            "header": self.tr("Column names"),
        }
        for name, title in titles.items():
            row.addWidget(self._box(name, title), 3)
        row.addWidget(Line(vertical=True))
        row.addLayout(self._missing(), 8)
        self._fill("separator", [(each, said(SEPARATOR_WORDS, each)) for each in (*SEPARATORS, "")])
        self._fill("decimal", [(each, said(DECIMALS, each)) for each in DECIMALS])
        self._fill("encoding", _encodings())

    def _box(self, name: str, title: str) -> QWidget:
        self._parts[name] = whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        label, box = TextLabel(title, scale=SMALL, muted=True), QComboBox()
        label.setBuddy(box)
        box.setAccessibleName(title)
        box.setMinimumWidth(90)
        box.activated.connect(lambda _=0, name=name: self._choose(name))
        self.boxes[name], self._told[name] = box, CutLabel("", scale=SMALL, muted=True)
        for part in (label, box, self._told[name]):
            column.addWidget(part)
        return whole

    def _missing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(TextLabel(self.tr("What means missing"), scale=SMALL, muted=True))
        row = QHBoxLayout()
        row.setSpacing(5)
        self.words: dict[str, Chip] = {}
        for word in MISSING_WORDS:
            row.addWidget(self._chip(word))
        self.own = QLineEdit()
        self.own.setPlaceholderText(self.tr("+ word"))
        self.own.setAccessibleName(self.tr("Another word that means missing"))
        self.own.setFixedWidth(WORD_WIDE)
        self.own.returnPressed.connect(self._add_word)
        row.addWidget(self.own)
        row.addStretch()
        self._row = row
        column.addLayout(row)
        column.addWidget(
            CutLabel(self.tr("Only the marked words; others stay what they are."), scale=SMALL, muted=True)
        )
        return column

    def _chip(self, word: str) -> Chip:
        chip = Chip("")
        chip.setSizePolicy(chip.sizePolicy().Policy.Fixed, chip.sizePolicy().Policy.Fixed)
        chip.setAutoDefault(False)
        chip.clicked.connect(lambda _=False, word=word: self._toggle(word))
        self.words[word] = chip
        return chip

    def _add_word(self) -> None:
        word = self.own.text().strip()
        self.own.clear()
        if word and word not in self._reading.missing:
            self.changed.emit(replace(self._reading, missing=(*self._reading.missing, word)))

    def _toggle(self, word: str) -> None:
        kept = [each for each in self._reading.missing if each != word]
        if word not in self._reading.missing:
            kept.append(word)
        self.changed.emit(replace(self._reading, missing=tuple(kept)))

    def _choose(self, name: str) -> None:
        value = self.boxes[name].currentData()
        if name == "sheet":
            self.changed.emit(Reading(sheet=value, header=GUESSED))
        elif name == "header":
            self.changed.emit(self._reading.with_header(value))
        else:
            self.changed.emit(replace(self._reading, **{name: value}))

    def _fill(self, name: str, options: Iterable[tuple[object, str]]) -> None:
        box = self.boxes[name]
        with QSignalBlocker(box):
            box.clear()
            for value, words in options:
                box.addItem(words, value)
        # The list has room for its longest words, which the box may not have.
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + LIST_EDGE)

    def show_table(self, table: Table) -> None:
        """The reading of a table, and what speaks for it."""
        self._reading = reading = table.reading
        first = max(reading.first, 1)
        lines = sorted({0, 1, reading.header, *range(first, first + 3)} & set(range(MOST_LINES + first)))
        words = QT_TRANSLATE_NOOP("Text", "in line {line}")
        self._fill("header", [(line, say(words, line=line) if line else self.tr("none")) for line in lines])
        self._fill("encoding", _encodings(reading.encoding))
        self._fill("sheet", [(name, printable(name, 60)) for name in table.sheets])
        if reading.separator not in SEPARATOR_WORDS:
            self._fill("separator", [(reading.separator, reading.separator)])
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(getattr(reading, name)))
            # A workbook has cells already.
            self._parts[name].setVisible(name == "header" or (bool(table.sheets) if name == "sheet" else table.is_text))
        told = evidence(table)
        for name, label in self._told.items():
            label.setText(told.get(name, ""))
            label.setToolTip(tip(label.text()))
        self._show_words(table)

    def _show_words(self, table: Table) -> None:
        counts = missing_words(table)
        for word in counts:
            if word not in self.words:
                self._row.insertWidget(len(self.words), self._chip(word))
        empty = self.tr("empty")
        for word, chip in self.words.items():
            # Rarer ones where they stand in the table; others can be typed.
            chip.setVisible(word in counts and (word in OFFERED or counts[word] > 0 or word in self._reading.missing))
            chip.setText(f"{word or empty}  {counts.get(word, 0):,}")
            chip.setChecked(word in self._reading.missing)


def _encodings(other: str = "") -> list[tuple[str, str]]:
    """All that can be chosen, and that one if it is another."""
    return [(each, encoding_text(each)) for each in dict.fromkeys((*ENCODINGS, *filter(None, [other])))]


def missing_words(table: Table) -> dict[str, int]:
    """How often each word comes that may mean a missing value.

    Of a large table, whose cells are no longer texts: those that are missing count for the first word that says so,
    others where they are a category or no number.
    """
    counts, rows = dict.fromkeys((*MISSING_WORDS, *table.reading.missing), 0), table.grid.rows
    if isinstance(rows, Rows):
        for column in table.columns:
            if table.reading.missing:
                counts[table.reading.missing[0]] += column.missing
            for fault in column.faults:
                if fault.value in counts:
                    counts[fault.value] += 1
            for place, word in enumerate(column.words):
                if word in counts:
                    counts[word] += sum(int((there == place).sum()) for there in column.there())
        return counts
    for row in rows[:200_000]:
        for cell in row:
            if cell in counts:
                counts[cell] += 1
    return counts
