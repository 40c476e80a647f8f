"""What the network makes of single pictures: tiles with predictions, and the chosen one large."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.datasets.dataset import Dataset, sample
from playground.datasets.example import Example, belongs, example_of
from playground.frames.arrays import Floats
from playground.ui.icons import icon
from playground.ui.plots.examples.output_bars import LEAST_HIGH
from playground.ui.plots.examples.predicted import PARTS, Part, Predicted
from playground.ui.plots.output.chosen import ChosenExample
from playground.ui.plots.output.ordering import ORDERS, Order, Rows, in_order, next_wrong
from playground.ui.plots.output.tiles import TileGrid
from playground.ui.texts.examples import wrong_count_text
from playground.ui.theme import Theme
from playground.ui.widgets.drawing import Note
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

# Below this height the tiles have all of it.
LOW = 300
# From this one on there is room for bars as high as they like.
ROOMY = 520


class SamplesPage(QWidget):
    """`chosen(example)` where a person chooses one, `draw_asked` where to draw one."""

    chosen = Signal(object)
    draw_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._dataset: Dataset | None = None
        self._found: Predicted | None = None
        self._example: Example | None = None
        self._tried: Floats | None = None
        self._training, self._unsorted = False, False
        self.tiles, self.detail = TileGrid(theme), ChosenExample(theme)
        self.parts, self.orders = QComboBox(), QComboBox()
        self.count, self.pages = Note(self), Note(self)
        self.next_wrong = QPushButton(self.tr("Next wrong one"))
        self.back, self.forth = QToolButton(), QToolButton()
        self._name_controls()
        self._arrange()
        self._connect()
        self.show_theme(theme)

    def _name_controls(self) -> None:
        self.part_words = dict(zip(PARTS, (self.tr("validation"), self.tr("train"), self.tr("all")), strict=True))
        words = (self.tr("in their order"), self.tr("wrong first"), self.tr("least sure first"))
        for order, word in zip(ORDERS, words, strict=True):
            self.orders.addItem(word, order)
        for part in PARTS:
            self.parts.addItem(self.part_words[part], part)
        helps = {
            self.parts: self.tr("Which samples are shown."),
            self.orders: self.tr("In which order they stand. While training they keep their places."),
            self.next_wrong: self.tr("Choose the next one that is read as another class (N)."),
            self.back: self.tr("The samples before these."),
            self.forth: self.tr("The samples behind these."),
        }
        for control, help in helps.items():
            control.setToolTip(tip(help))
            control.setAccessibleName(control.text() if isinstance(control, QPushButton) else help)
        for combo in (self.parts, self.orders):
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.next_wrong.setStyleSheet("QPushButton { padding: 2px 8px; }")

    def _arrange(self) -> None:
        choices, foot = QHBoxLayout(), QHBoxLayout()
        for combo in (self.parts, self.orders):
            choices.addWidget(combo, 1)
        foot.setSpacing(4)
        foot.addWidget(self.count, 3)
        foot.addWidget(self.next_wrong)
        foot.addWidget(self.pages, 2)
        for button in (self.back, self.forth):
            button.setAutoRaise(True)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(choices)
        column.addWidget(self.tiles, 1)
        column.addLayout(foot)
        column.addWidget(self.detail)

    def _connect(self) -> None:
        for combo in (self.parts, self.orders):
            combo.currentIndexChanged.connect(self._sort)
            combo.currentIndexChanged.connect(self.tiles.turn_to_first)
        self.tiles.row_chosen.connect(self._choose)
        self.tiles.turned.connect(self._say_page)
        self.tiles.installEventFilter(self)
        self.next_wrong.clicked.connect(self._choose_wrong)
        self.back.clicked.connect(lambda: self.tiles.turn(-1))
        self.forth.clicked.connect(lambda: self.tiles.turn(1))
        self.detail.draw_asked.connect(self.draw_asked)

    # What it shows

    @property
    def part(self) -> Part:
        return PARTS[self.parts.currentIndex()]

    @property
    def order(self) -> Order:
        return ORDERS[self.orders.currentIndex()]

    def show_data(self, dataset: Dataset) -> None:
        """Other samples; nothing is predicted of them yet."""
        self._dataset, self._found, self._tried = dataset, None, None
        counts = dict(zip(PARTS, (dataset.test_count, dataset.train_count, len(dataset.points)), strict=True))
        with QSignalBlocker(self.parts):
            for place, part in enumerate(PARTS):
                self.parts.setItemText(place, f"{self.part_words[part]} · {counts[part]:,}")
        self.tiles.show_found(None)
        self._sort()

    def show_example(self, example: Example) -> None:
        self._example = example
        self.tiles.show_chosen(example.row)
        self._show_detail()

    def show_found(self, found: Predicted | None, tried: Floats | None) -> None:
        """What is predicted of all rows, and of a chosen example that is none of them, (classes,)."""
        first = self._found is None
        self._found, self._tried = found, tried
        self.tiles.show_found(found)
        if first:
            self._sort()
        self._say_wrong()
        self._show_detail()

    def show_training(self, running: bool) -> None:
        """After a pause those in an order of their own are sorted anew, but never under the pointer."""
        stopped, self._training = self._training and not running, running
        if stopped:
            self._unsorted = True
            self._sort_unseen()

    def _sort_unseen(self) -> None:
        if self._unsorted and not self._training and not self.tiles.underMouse():
            self._sort()

    def _sort(self) -> None:
        if self._dataset is not None:
            self._unsorted = False
            self.tiles.show_rows(self._dataset, self._rows_in(self.order))
            self._say_wrong()

    def _rows_in(self, order: Order) -> Rows:
        """The rows of the chosen part."""
        assert self._dataset is not None
        if self._found is not None:
            return in_order(self._found.of(self.part), order)
        rows = sample(self._dataset)
        tests = rows >= self._dataset.train_count
        return rows if self.part == "both" else rows[tests == (self.part == "validation")]

    def _say_wrong(self) -> None:
        found = self._found.of(self.part) if self._found is not None and self._found.decides else None
        wrong = 0 if found is None else int(np.count_nonzero(found.guessed != found.true))
        self.count.setText("" if found is None else wrong_count_text(wrong, len(found.rows)))
        self.next_wrong.setEnabled(wrong > 0)

    def _say_page(self) -> None:
        tiles = self.tiles
        self.pages.setText(f"{tiles.first + 1:,}–{tiles.last:,}" if len(tiles.rows) else "")
        self.back.setEnabled(tiles.first > 0)
        self.forth.setEnabled(tiles.last < len(tiles.rows))

    def _show_detail(self) -> None:
        dataset, example = self._dataset, self._example
        if dataset is None or example is None or not belongs(example, dataset):
            return
        output = self._tried
        if example.row is not None:
            output = None if self._found is None else self._found.output_of(example.row)
        self.detail.show_example(dataset, example, output)

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (self.tiles, self.detail):
            part.show_theme(theme)
        for note in (self.count, self.pages):
            note.show_muted(theme)
        self.next_wrong.setFont(scaled_font(SMALLER))
        for button, name in ((self.back, "chevron-left"), (self.forth, "chevron-right")):
            button.setIcon(icon(name, theme, "muted"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.setVisible(self.height() >= LOW)
        self.detail.bars.setMaximumHeight(LEAST_HIGH if self.height() < ROOMY else 240)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._sort_unseen()
        return super().eventFilter(watched, event)

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcut of the window: on the canvas the key is another one's.
        if event.key() == Qt.Key.Key_N:
            self.next_wrong.click()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if self._dataset is not None:
            self.chosen.emit(example_of(self._dataset, row))

    def _choose_wrong(self) -> None:
        if self._found is None:
            return
        rows = self.tiles.rows
        wrong = np.array([self.tiles.words(int(row))[2] for row in rows], bool)
        row = next_wrong(rows, wrong, None if self._example is None else self._example.row)
        if row is not None:
            self._choose(row)
