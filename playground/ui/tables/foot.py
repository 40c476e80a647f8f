"""The foot of the dialog of tables: what will be learned, how good a plain guess is, and Open."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.tables.choices import Choices
from playground.tables.preparing import Prepared
from playground.tables.reading import printable
from playground.ui.tables.said import baseline_text, trouble_text
from playground.ui.texts.said import QT_TRANSLATE_NOOP, say
from playground.ui.theme import Theme
from playground.ui.widgets.parts import CutLabel, TextLabel
from playground.ui.widgets.plain import tip

HIGH, LARGE = 76, 1.3
# Letters of the targets' names.
LONGEST = 40

INPUTS = QT_TRANSLATE_NOOP("Text", "{count} inputs →")
CLASSES = QT_TRANSLATE_NOOP("Text", "{name} ({count} classes)")
ROWS = QT_TRANSLATE_NOOP("Text", "{count} rows")
DROPPED = QT_TRANSLATE_NOOP("Text", "{count} dropped")
FILLED = QT_TRANSLATE_NOOP("Text", "{count} cells filled in")
CORRECTED = QT_TRANSLATE_NOOP("Text", "{count} corrected")
WAITING = QT_TRANSLATE_NOOP("Text", "Places that wait for you: {count}. Choose what becomes of each; N leads to them.")


class Foot(QWidget):
    """`open_button` is enabled once there is something to learn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(HIGH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.words = TextLabel(self.tr("It will learn"), muted=True)
        self.numbers = CutLabel("", scale=LARGE, bold=True)
        self.guess = TextLabel("", muted=True)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setProperty("look", "outlined")
        self.cancel_button.setAutoDefault(False)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setProperty("look", "primary")
        self.open_button.setDefault(True)
        row.addWidget(self.words)
        row.addWidget(self.numbers, 1)
        row.addWidget(self.guess)
        row.addWidget(self.cancel_button)
        row.addWidget(self.open_button)

    def show_prepared(self, prepared: Prepared, choices: Choices | None) -> None:
        """What was made of the table, or what is missing still."""
        own = prepared.own
        self.open_button.setEnabled(own is not None)
        self.words.setVisible(own is not None)
        if own is None:
            self.guess.setText("")
            waits = say(WAITING, count=f"{len(prepared.waiting):,}") if prepared.waiting else ""
            self.numbers.setText(waits or (trouble_text(prepared.trouble) if prepared.trouble else ""))
            self.numbers.setToolTip(tip(self.numbers.text()))
            return
        # In a wide table the column itself may be out of sight.
        goal = printable(own.target, LONGEST)
        if own.classes:
            goal = say(CLASSES, name=goal, count=len(own.classes))
        inputs = say(INPUTS, count=f"{len(own.columns):,}")
        parts = [f"{inputs} {goal}", say(ROWS, count=f"{own.rows:,}")]
        for words, count in (
            (DROPPED, prepared.dropped), (FILLED, prepared.filled), (CORRECTED, prepared.corrected),
        ):  # fmt: skip
            if count:
                parts.append(say(words, count=f"{count:,}"))
        self.numbers.setText(" · ".join(parts))
        self.numbers.setToolTip(tip(self.numbers.text()))
        self.guess.setText(baseline_text(prepared.baselines, prepared.counts, own.targets))

    def show_far(self, share: float) -> None:
        """How much of a large table is read; all of it waits to be prepared."""
        self.open_button.setEnabled(False)
        self.guess.setText("")
        words = self.tr("Reading… {share} %") if share < 1 else self.tr("Preparing…")
        self.numbers.setText(words.format(share=f"{100 * share:.0f}"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
