"""The search for a learning rate: its curve as it grows, what it says, and a button that takes what it found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from playground.frames.rates import Rates, RateSearch, RatesRefused, Reading, read
from playground.ui.rates.chart import RatesChart
from playground.ui.texts.numbers import number_text
from playground.ui.texts.runs.rates import reading_text
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel, keep_place
from playground.ui.widgets.share_bar import ShareBar


class RatesDialog(QDialog):
    """Asks by `searched` for a RateSearch, None to stop; `taken` carries the rate that a person takes."""

    searched = Signal(object)
    taken = Signal(float)

    def __init__(self, theme: Theme, present: float, has_learned: bool, parent: QWidget | None = None) -> None:
        """`has_learned`: the network is no longer at its first weights."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find a learning rate"))
        self.reading: Reading | None = None
        self._has_learned = has_learned
        self.chart = RatesChart(theme, self)
        self.chart.present = present
        self.chart.setMinimumSize(480, 260)
        self.chart.chosen.connect(self._show_rate)
        self.share = ShareBar(theme, self)
        self.share.setMaximumWidth(10_000)
        keep_place(self.share)
        self.told, self.more = TextLabel(bold=True, wrap=True), TextLabel(muted=True, wrap=True)
        self.take = QPushButton(self.tr("Take this rate"))
        self.take.setProperty("look", "primary")
        self.take.clicked.connect(self._take)
        self.begin = QButtonGroup(self)
        self._arrange()
        self.begin.idClicked.connect(lambda _: self.search())
        self._show_rate(None)
        self.resize(720, 540)

    def _arrange(self) -> None:
        whole, row, buttons = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(8)
        words = self.tr(
            "A copy of the network learns a batch at each rate, from the lowest to the highest; your network stays as "
            "it is. Learning is fastest where the loss falls steepest."
        )
        whole.addWidget(TextLabel(words, muted=True, wrap=True))
        row.setSpacing(0)
        row.addWidget(TextLabel(self.tr("Begin with"), muted=True))
        row.addSpacing(8)
        for at, title in enumerate((self.tr("The network as it is"), self.tr("Its first weights"))):
            button = QPushButton(title)
            button.setProperty("look", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(at == 0)
            # Chosen it is bold, and must not move its neighbour.
            button.ensurePolished()
            button.setMinimumWidth(TextLabel(title, bold=True).sizeHint().width() + 26)
            self.begin.addButton(button, at)
            row.addWidget(button)
        row.addStretch(1)
        whole.addLayout(row)
        whole.addWidget(self.share)
        whole.addWidget(self.chart, 1)
        whole.addWidget(self.told)
        whole.addWidget(self.more)
        self._close = QPushButton(self.tr("Close"))
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.take)
        whole.addLayout(buttons)

    def search(self) -> None:
        """Begin anew, with the weights that are chosen."""
        self.reading = None
        self.chart.show_rates(None, None)
        self._show_rate(None)
        self.share.show_share(0.0)
        self.share.setVisible(True)
        self.told.setText(self.tr("Trying one rate after another…"))
        self.more.setText("")
        self.searched.emit(RateSearch(from_first=self.begin.checkedId() == 1))

    def show_rates(self, found: Rates | RatesRefused) -> None:
        """What is known so far."""
        if isinstance(found, RatesRefused):
            self.share.setVisible(False)
            self.told.setText(self.tr("There is no network that could learn yet."))
            self.more.setText(self.tr("Finish the network first: what is missing stands in the bar at the bottom."))
            return
        done = found.share_done >= 1
        self.reading = read(found) if done else None
        self.chart.show_rates(found, self.reading)
        self.share.show_share(found.share_done)
        self.share.setVisible(not done)
        if self.reading is not None:
            told, more = reading_text(self.reading, self._has_learned and not found.asked.from_first)
            self.told.setText(told)
            self.more.setText(more)
            self._show_rate(self.reading.rate)

    def _show_rate(self, rate: float | None) -> None:
        """What the button takes."""
        self.chart.show_rate(rate)
        self.take.setEnabled(rate is not None)
        self.take.setDefault(rate is not None)
        if rate is not None:
            self.take.setText(self.tr("Take {rate}").format(rate=number_text(rate)))

    def _take(self) -> None:
        if self.chart.rate is not None:
            self.taken.emit(self.chart.rate)
            self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The chart would show its crosshair.
        self._close.setFocus()

    def done(self, result: int) -> None:
        self.searched.emit(None)
        super().done(result)
