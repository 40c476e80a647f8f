"""The second chart: a metric of the run, one of those that are measured."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from playground.ui.plots.charts.flat import FLAT
from playground.ui.plots.curves.curve_chart import CurveChart
from playground.ui.texts.metrics import metric_help, metric_title
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip


class MetricChart(CurveChart):
    """Its heading says which metric it shows, and lets one choose where there are several; `turned` tells of that."""

    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", theme, parent)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Which metric is shown"))
        self.choice.setToolTip(tip(self.choice.accessibleName()))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choice.setMinimumWidth(64)
        self.choice.setStyleSheet(FLAT)
        self.choice.activated.connect(lambda _: self._show(self.choice.currentData()))
        self.heading.row.insertWidget(0, self.choice)

    def show_metrics(self, names: tuple[str, ...]) -> None:
        """What can be shown. The one that was stays where it can, else the first is."""
        if names != tuple(self.choice.itemData(at) for at in range(self.choice.count())):
            with QSignalBlocker(self.choice):
                self.choice.clear()
                for name in names:
                    self.choice.addItem(metric_title(name), name)
                    at = self.choice.count() - 1
                    self.choice.setItemData(at, tip(metric_help(name)), Qt.ItemDataRole.ToolTipRole)
        self.choice.setVisible(len(names) > 1)
        self.heading.title.setVisible(len(names) < 2)
        if names:
            self._show(self.measure if self.measure in names else names[0])

    def _show(self, name: str) -> None:
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(name))
        if name != self.measure:
            self.measure = name
            self.heading.title.setText(metric_title(name))
            self.heading.setToolTip(tip(metric_help(name)))
            self.chart.setAccessibleName(metric_title(name))
            self.turned.emit()
