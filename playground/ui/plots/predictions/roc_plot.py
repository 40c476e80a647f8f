"""ROC curves: one for two classes, one of each class against the others for more."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from playground.datasets.scores import Roc, roc
from playground.ui.plots.charts.plot_box import PlotBox
from playground.ui.plots.examples.predicted import Predicted
from playground.ui.texts.data import class_title
from playground.ui.texts.numbers import decimals_text
from playground.ui.theme import CLASS_COLOURS, Theme
from playground.ui.widgets.plain import tip


@dataclass(frozen=True, slots=True, eq=False)
class ClassCurve:
    """A class's curve, and where the decisions of now stand: (false positive rate, true positive rate)."""

    place: int
    name: str
    curve: Roc
    now: tuple[float, float]


def curves_of(found: Predicted) -> list[ClassCurve]:
    """For two classes that of the second, else of each class that some rows have and others have not."""
    places = [1] if found.output.shape[1] == 1 else range(found.output.shape[1])
    made = []
    for place in places:
        belongs, taken = found.true == place, found.guessed == place
        curve = roc(belongs, found.shares[:, place])
        if len(curve.true_rate):
            now = float(taken[~belongs].mean()), float(taken[belongs].mean())
            made.append(ClassCurve(place, class_title(found.names[place]), curve, now))
    return made


class RocPlot(PlotBox):
    """A ring stands where the network decides now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Predictions", "False positive rate"),
            QCoreApplication.translate("Predictions", "True positive rate"),
            theme,
            parent,
        )
        self.curves: list[ClassCurve] = []

    @property
    def mean_area(self) -> float:
        """The area under the curve; of several their mean."""
        return float(np.mean([curve.curve.area for curve in self.curves])) if self.curves else float("nan")

    def show_predicted(self, found: Predicted | None) -> None:
        self.curves = [] if found is None else curves_of(found)
        self.update()

    def _colour(self, curve: ClassCurve) -> QColor:
        if len(self.curves) == 1:
            return self.theme.colour("accent")
        return QColor(*CLASS_COLOURS[curve.place % len(CLASS_COLOURS)])

    def paint_content(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(self.theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(plot.bottomLeft(), plot.topRight())
        for curve in self.curves:
            painter.setPen(QPen(self._colour(curve), 2))
            painter.drawPolyline(QPolygonF(self.points(curve.curve.false_rate, curve.curve.true_rate)))
        for curve in self.curves:
            self._paint_now(painter, curve)
        if len(self.curves) > 1:
            self._paint_areas(painter, plot)

    def _paint_now(self, painter: QPainter, curve: ClassCurve) -> None:
        (where,) = self.points(*(np.array([value]) for value in curve.now))
        painter.setPen(QPen(self.theme.colour("panel"), 3))
        painter.setBrush(self.theme.colour("panel"))
        painter.drawEllipse(where, 4.5, 4.5)
        painter.setPen(QPen(self._colour(curve), 2))
        painter.drawEllipse(where, 4.0, 4.0)

    def _paint_areas(self, painter: QPainter, plot: QRectF) -> None:
        """Each class's area, the smallest at the top, as many as there is room for."""
        high = QFontMetricsF(self.font()).height() + 1
        sorted_curves = sorted(self.curves, key=lambda curve: curve.curve.area)
        shown = sorted_curves[: max(int(0.75 * plot.height() / high), 1)]
        top = plot.bottom() - 4 - high * len(shown)
        for row, curve in enumerate(shown):
            line = QRectF(plot.left(), top + row * high, plot.width() - 4, high)
            text = f"{curve.name}  {decimals_text(curve.curve.area, 3)}"
            wide = self.fontMetrics().horizontalAdvance(text) + 20
            painter.fillRect(QRectF(line.right() - wide, line.top(), wide, high), self.theme.colour("panel", 205))
            self.words(painter, line, text, self.theme.colour("ink"))
            painter.setPen(QPen(self._colour(curve), 3))
            middle = line.center().y()
            painter.drawLine(QPointF(line.right() - wide + 3, middle), QPointF(line.right() - wide + 13, middle))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.curves:
            QToolTip.showText(event.globalPos(), tip(self.spoken()), self)
            return True
        return super().event(event)

    def spoken(self) -> str:
        """Every class with its area, and where it decides now."""
        line = QCoreApplication.translate(
            "Predictions", "{name}: area {area}; now {true} of it found, {false} of the others taken for it"
        )
        return "\n".join(
            line.format(
                name=curve.name, area=decimals_text(curve.curve.area, 3),
                true=f"{100 * curve.now[1]:.0f} %", false=f"{100 * curve.now[0]:.0f} %",
            )
            for curve in self.curves
        )  # fmt: skip
