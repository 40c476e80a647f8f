"""Two columns against each other: a point for each row, filled where it trains, a ring where it validates."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from playground.datasets.rows import RowColumn
from playground.ui.plots.charts.plot_box import PlotBox
from playground.ui.plots.charts.ticks import round_range
from playground.ui.plots.rows.content import Content
from playground.ui.plots.rows.model import class_colour
from playground.ui.theme import Theme, signed_rgb
from playground.ui.widgets.plain import tip

MOST_DRAWN, SIZE, NEAR, MOST_WORDS = 4_000, 3.2, 10.0, 12


class PairPlot(PlotBox):
    """`row_chosen(row)` is the data's row of the point that a person clicks."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", "", theme, parent)
        self.content: Content | None = None
        self.places: NDArray[np.intp] = np.zeros(0, np.intp)
        self._x, self._y = np.zeros(0), np.zeros(0)
        self._colours: NDArray[np.uint8] = np.zeros((0, 3), np.uint8)
        self.chosen: int | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Two columns"))

    def show_pair(self, content: Content | None, chosen: NDArray[np.intp], across: int, up: int) -> None:
        """Two of the content's columns for these of its rows."""
        self.content = content
        if content is not None and max(across, up) < len(content.columns):
            x, y = content.columns[across], content.columns[up]
            there = np.isfinite(x.values[chosen]) & np.isfinite(y.values[chosen])
            # From all over them: those that train stand before those that validate.
            self.places = evenly(chosen[there], MOST_DRAWN)
            self._x, self._y = (_spread(each, self.places) for each in (x, y))
            self._colours = _colours(content, self.places)
            self.across, self.up = (f"{each.name} ({each.unit})" if each.unit else each.name for each in (x, y))
            self.words_x, self.words_y = (each.words if len(each.words) <= MOST_WORDS else () for each in (x, y))
            self.span_x, self.span_y = _span(x), _span(y)
        else:
            self.places = np.zeros(0, np.intp)
        self.update()

    def show_chosen(self, row: int | None) -> None:
        """The data's row that is the chosen example has a ring."""
        self.chosen = row
        self.update()

    def paint_content(self, painter: QPainter, plot: QRectF) -> None:
        content = self.content
        if content is None or not len(self.places):
            return
        where, tests = self.place(self._x, self._y), content.tests[self.places]
        ground = self.theme.colour("panel")
        for (x, y), rgb, test in zip(where.tolist(), self._colours.tolist(), tests.tolist(), strict=True):
            colour = QColor(*rgb)
            painter.setPen(QPen(colour if test else ground, 1.6 if test else 0.8))
            painter.setBrush(ground if test else colour)
            painter.drawEllipse(QPointF(x, y), SIZE, SIZE)
        for at in np.flatnonzero(content.rows[self.places] == self.chosen) if self.chosen is not None else ():
            painter.setPen(QPen(self.theme.colour("ink"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(*where[at].tolist()), SIZE + 4, SIZE + 4)

    def row_at(self, position: QPointF) -> int | None:
        """Which of the content's rows has its point there."""
        if self.content is None or not len(self.places):
            return None
        away = np.hypot(*(self.place(self._x, self._y) - (position.x(), position.y())).T)
        nearest = int(away.argmin())
        return int(self.places[nearest]) if away[nearest] <= NEAR else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row is not None and self.content is not None:
            self.row_chosen.emit(int(self.content.rows[row]))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if row is None else tip(self.spoken(row)), self)
            return True
        return super().event(event)

    def spoken(self, row: int) -> str:
        """A row of the content in a line for each of its first columns."""
        content = self.content
        assert content is not None
        part = self.tr("validation") if content.tests[row] else self.tr("train")
        words = self.tr("Row {row} · {part}").format(row=int(content.rows[row]) + 1, part=part)
        told = [f"{each.name}: {content.text(at, row)} {each.unit}" for at, each in enumerate(content.columns[:12])]
        return "\n".join([words, *(line.rstrip() for line in told)])


def evenly(places: NDArray[np.intp], most: int) -> NDArray[np.intp]:
    """At most so many of them, from all over."""
    count = len(places)
    return places if count <= most else places[np.arange(most) * count // most]


def _spread(column: RowColumn, places: NDArray[np.intp]) -> NDArray[np.float64]:
    """Words beside each other, so that their points do not lie on one another; the same at each call."""
    values = column.values[places]
    return (
        values + np.random.default_rng(1).uniform(-0.25, 0.25, len(column.values))[places] if column.words else values
    )


def _span(column: RowColumn) -> tuple[float, float]:
    there = column.values[np.isfinite(column.values)]
    if column.words or not len(there):
        return -0.5, max(len(column.words), 1) - 0.5
    low, high = float(there.min()), float(there.max())
    room = 0.03 * (high - low)
    return round_range(low - room, high + room)


def _colours(content: Content, places: NDArray[np.intp]) -> NDArray[np.uint8]:
    """By class; of values from the smallest, orange, to the largest, blue."""
    goal = content.columns[0]
    values = goal.values[places]
    if goal.words:
        known = np.array([class_colour(place, len(goal.words)) for place in range(len(goal.words))], np.uint8)
        return known[values.astype(int)]
    low, high = float(goal.values.min()), float(goal.values.max())
    return signed_rgb((2 * values - low - high) / ((high - low) or 1.0))
