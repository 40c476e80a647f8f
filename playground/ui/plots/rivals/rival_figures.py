"""The epoch, the losses and the first metric of one network among several, the best of each marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.charts.legend import BEFORE_NAME, STROKE, paint_stroke
from playground.ui.plots.charts.painted import Painted
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

ROOMY = 150


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its name; `line` is how its curve is drawn in the chart, None for what has none."""

    name: str
    text: str
    line: Qt.PenStyle | None = None
    best: bool = False


def best_of(rows: list[Mapping[str, float]], column: str, less: bool) -> list[bool]:
    """For each network's row, whether its value is the best, the least or the most; no best of equals, or of one."""
    values = [row.get(column, float("nan")) for row in rows]
    known = [value for value in values if np.isfinite(value)]
    if len(known) < 2 or len(set(known)) == 1:
        return [False] * len(rows)
    best = min(known) if less else max(known)
    return [value == best for value in values]


class Figures(Painted):
    """A line for each figure: how its curve is drawn, its name where there is room, its value at the right."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour, self.figures = colour, tuple[Figure, ...]()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_theme(theme)

    def show_figures(self, figures: tuple[Figure, ...], others: tuple[Figure, ...] = ()) -> None:
        """A line for each of these; the others stand in the tooltip alone."""
        self.setToolTip(tip("\n".join(f"{one.name}: {one.text}" for one in (*figures, *others))))
        if len(figures) != len(self.figures):
            self.updateGeometry()
        if figures != self.figures:
            self.figures = figures
            words = (f"{one.name} {one.text}" + self.tr(" (best)") * one.best for one in figures)
            self.setAccessibleDescription(", ".join(words))
            self.update()

    def _value_font(self) -> QFont:
        font = scaled_font(1.15 if self.width() >= ROOMY else 1.0, bold=True)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _row_height(self) -> float:
        return QFontMetricsF(scaled_font(1.15, bold=True)).height() + 1

    def sizeHint(self) -> QSize:
        return QSize(80, int(self._row_height() * max(len(self.figures), 1)) + 1)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._row_height()
        for place, figure in enumerate(self.figures):
            self._paint(painter, figure, QRectF(0, place * high, self.width(), high))

    def _paint(self, painter: QPainter, figure: Figure, room: QRectF) -> None:
        value_font, left = self._value_font(), 0.0
        wide = QFontMetricsF(value_font).horizontalAdvance(figure.text)
        if wide + 10 > room.width():
            value_font = scaled_font(SMALLER * (room.width() - 10) / wide, bold=True, of=value_font)
            wide = QFontMetricsF(value_font).horizontalAdvance(figure.text)
        if figure.best:
            behind = QRectF(room.right() - wide - 10, room.top() + 1, wide + 10, room.height() - 2)
            painter.setPen(QPen(self.theme.colour("good"), 1))
            painter.setBrush(self.theme.colour("good", 36))
            painter.drawRoundedRect(behind.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if figure.line is not None and STROKE + wide + 13 <= room.width():
            paint_stroke(painter, self.theme.colour(self.colour), figure.line, QPointF(1, room.center().y()))
            left = BEFORE_NAME + 2
        painter.setFont(self.font())
        painter.setPen(self.theme.colour("muted"))
        name_room = room.adjusted(left, 0, -wide - 14, 0)
        # Half a word says less than none.
        if QFontMetricsF(self.font()).horizontalAdvance(figure.name) <= name_room.width():
            painter.drawText(name_room, Qt.AlignmentFlag.AlignVCenter, figure.name)
        painter.setFont(value_font)
        painter.setPen(self.theme.colour("ink"))
        painter.drawText(
            room.adjusted(0, 0, -5, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure.text
        )
