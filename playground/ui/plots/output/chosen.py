"""The chosen example large, with a bar for each class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, class_names
from playground.datasets.example import Example
from playground.document.settings import Facts
from playground.frames.arrays import Floats
from playground.ui.plots.examples.inputs import aspect, paint_example
from playground.ui.plots.examples.output_bars import LEAST_HIGH, OutputBars
from playground.ui.texts.data import class_title
from playground.ui.texts.examples import example_title, read_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Heading

LARGEST, SMALLEST = 140, 96
# So much wider than high, so that the bars keep their room.
WIDEST = 1.15


class Picture(QWidget):
    """One picture, its pixels as squares, or one sequence as a line, in the frame of what is chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._facts: Facts | None = None
        self.values: Floats = np.zeros(0, np.float32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(int(LEAST_HIGH * self._aspect), LEAST_HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(int(SMALLEST * self._aspect), SMALLEST)

    @property
    def _aspect(self) -> float:
        return 1.0 if self._facts is None else min(aspect(self._facts), WIDEST)

    def show_values(self, values: Floats, facts: Facts) -> None:
        """Raw inputs, (inputs,), of data with these facts."""
        if facts != self._facts:
            self._facts = facts
            self.updateGeometry()
        self.values = values
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._facts is None:
            return
        high = min(self.width() / self._aspect, self.height(), LARGEST) - 4
        where = QRectF(2, 2, high * self._aspect, high)
        paint_example(painter, where, self.values, self._facts, self.theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("accent"), 2))
        painter.drawRoundedRect(where, 4, 4)


class ChosenExample(QWidget):
    """`draw_asked` where a person wants to draw one."""

    draw_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading("", self)
        self.picture, self.bars = Picture(theme), OutputBars(theme)
        self.draw = QPushButton(self.tr("Draw…"), self)
        self.draw.setToolTip(self.tr("Draw one of your own: it is the chosen example then."))
        self.draw.setStyleSheet("QPushButton { padding: 2px 8px; }")
        self.draw.clicked.connect(self.draw_asked)
        self.heading.row.addWidget(self.draw)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self.picture)
        below.addWidget(self.bars, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addLayout(below, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_example(self, dataset: Dataset, example: Example, output: Floats | None) -> None:
        """The example, and what the network makes of it, (classes,) as people read it; None where nothing is known."""
        facts = dataset.settings.facts
        self.picture.show_values(np.array(example.values, np.float32), facts)
        names = tuple(map(class_title, class_names(dataset.settings)))
        right = None if example.row is None else float(dataset.labels[example.row])
        self.heading.title.setText(example_title(facts, example.row))
        if names:
            guessed = "" if output is None else names[int(output.argmax())]
            self.bars.show_answer(output, dataset.settings, right=None if right is None else int(right))
            self.heading.note.setText(read_text(guessed, "" if right is None else names[int(right)]))
        else:
            # A value is predicted.
            self.bars.show_answer(output, dataset.settings, truth=right)
            self.heading.note.setText("")
        self.picture.setAccessibleName(f"{self.heading.title.text()}, {self.heading.note.text()}".rstrip(", "))

    def show_theme(self, theme: Theme) -> None:
        for part in (self.heading, self.picture, self.bars):
            part.show_theme(theme)
