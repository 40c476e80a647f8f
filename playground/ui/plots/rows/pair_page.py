"""Two columns against each other, chosen above their points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from playground.ui.plots.rows.pair_plot import PairPlot
from playground.ui.widgets.plain import tip


class PairPage(QWidget):
    """`changed` is that a person chooses another column."""

    changed = Signal()

    def __init__(self, plot: PairPlot) -> None:
        super().__init__()
        self.up, self.across = QComboBox(), QComboBox()
        row = QHBoxLayout()
        for box, name in ((self.up, self.tr("Column upwards")), (self.across, self.tr("Column to the right"))):
            box.setAccessibleName(name)
            box.setToolTip(tip(name))
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
            row.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(plot, 1)

    @property
    def places(self) -> tuple[int, int]:
        """The columns that are chosen, by their places: to the right and upwards."""
        return self.across.currentIndex(), self.up.currentIndex()

    def list_columns(self, names: Sequence[str], firsts: tuple[int, int]) -> None:
        """The columns to choose from; chosen are those of before by their names, else `firsts`, upwards first."""
        for box, first in zip((self.up, self.across), firsts, strict=True):
            with QSignalBlocker(box):
                kept = box.currentText()
                box.clear()
                box.addItems(names)
                box.setCurrentIndex(names.index(kept) if kept in names else first)

    def choose(self, up: int, across: int) -> None:
        """These columns, without a signal."""
        for box, place in ((self.up, up), (self.across, across)):
            with QSignalBlocker(box):
                box.setCurrentIndex(place)
