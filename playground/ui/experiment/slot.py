"""A place for one of the pictures, which is chosen above it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from playground.runs.trials import Trial
from playground.ui.experiment.bands import Bands
from playground.ui.experiment.heat_map import HeatMap
from playground.ui.experiment.parallel import Parallel
from playground.ui.experiment.picture import Picture
from playground.ui.experiment.runs_model import Shown
from playground.ui.experiment.scatter import Scatter
from playground.ui.experiment.ticks import column_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import CutLabel


class Slot(QFrame):
    """`looked` and `ranged` as the pictures have them; `cleared`: no range any more."""

    looked = Signal(object)
    ranged = Signal(object)
    cleared = Signal()

    def __init__(self, theme: Theme, first: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.parallel, self.heat, self.bands = Parallel(theme, self), HeatMap(theme, self), Bands(theme, self)
        self.scatter = Scatter(theme, self)
        self.parallel.within = {}
        self.pictures: tuple[Picture, ...] = (self.heat, self.parallel, self.bands, self.scatter)
        self.choice = QComboBox(self)
        self.choice.addItems([self.tr("Heat map"), self.tr("Parallel coordinates"), self.tr("Curves with bands")])
        self.choice.addItem(self.tr("Scatter plot"))
        self.choice.setAccessibleName(self.tr("Picture"))
        self.across, self.up = QComboBox(self), QComboBox(self)
        self.across.setAccessibleName(self.tr("Across"))
        self.up.setAccessibleName(self.tr("Up"))
        for box in (self.across, self.up):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.said = CutLabel("", scale=0.86, muted=True, parent=self)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setProperty("look", "link")
        self.clear.clicked.connect(self.cleared)
        self.pages = QStackedWidget(self)
        for picture in self.pictures:
            self.pages.addWidget(picture)
            picture.looked.connect(self.looked)
            picture.ranged.connect(self.ranged)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(10, 6, 10, 0)
        for part in (self.choice, self.across, self.up):
            head.addWidget(part)
        head.addWidget(self.said, 1)
        head.addWidget(self.clear)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.choice.currentIndexChanged.connect(self._choose)
        self.across.activated.connect(self._turn)
        self.up.activated.connect(self._turn)
        self.choice.setCurrentIndex(first)
        self._choose(first)

    @property
    def picture(self) -> Picture:
        """The one that is seen."""
        return self.pictures[self.choice.currentIndex()]

    def _choose(self, at: int) -> None:
        self.pages.setCurrentIndex(at)
        self._show_head()

    def _turn(self) -> None:
        self.picture.across, self.picture.up = self.across.currentData() or "", self.up.currentData() or ""
        self._show_head()
        self.picture.update()

    def show_runs(self, shown: Shown, trials: tuple[Trial, ...]) -> None:
        for picture in self.pictures:
            picture.show_runs(shown, trials)
        self._show_head()

    def show_within(self, within: dict[str, tuple[float, float]]) -> None:
        self.parallel.show_within(within)
        self._show_head()

    def show_looked(self, key: str) -> None:
        self.picture.show_looked(key)

    def _show_head(self) -> None:
        experiment, sides = self.picture.shown.experiment, self.picture.sides()
        columns = self.picture.columns() if sides is not None else ()
        for box, chosen in ((self.across, 0), (self.up, 1)):
            box.setVisible(bool(columns))
            if not columns or experiment is None or sides is None:
                continue
            if columns != tuple(box.itemData(at) for at in range(box.count())):
                # It may be open at the moment, and is left alone while nothing differs.
                box.clear()
                for name in columns:
                    box.addItem(column_title(experiment.base, name), name)
            box.setCurrentIndex(columns.index(sides[chosen]))
        ranged = self.picture is self.parallel and bool(self.parallel.within)
        self.said.setText(self.parallel.told_ranges() if ranged else "")
        self.clear.setVisible(ranged)

    def show_theme(self, theme: Theme) -> None:
        for picture in self.pictures:
            picture.show_theme(theme)
