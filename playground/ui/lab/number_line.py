"""What cuts numbers at ends, as tf.clip_by_value and relu do: each on a line, and where those beyond an end go."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.values import Call
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# More numbers than this are no picture.
MOST = 64
# In pixels; the share of the span that is drawn beyond its first and last number.
WIDE, UP, DOT, WORDS, HEAD, SIDE, BEYOND = 420, 44, 4.5, 20, 5, 14, 0.08
# Those beyond an end go there in arcs of these heights, so that they do not lie on one another.
LOWEST, HIGHEST = 12, 34


def ends(call: Call) -> tuple[float, float] | None:
    """Where the call cuts numbers off, or None where it is another call or its ends are no single numbers."""
    if call.operation == "relu":
        return 0.0, math.inf
    given = [call.parameter(name) for name in ("clip_value_min", "clip_value_max")]
    numbers = [float(one) for one in given if isinstance(one, int | float)]
    if call.operation != "clip_by_value" or len(numbers) != 2 or numbers[0] > numbers[1]:
        return None
    return numbers[0], numbers[1]


class NumberLine(QWidget):
    """Seen for a call that cuts a few numbers at its ends."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.before: NDArray[np.floating] = np.zeros(0)
        self.after: NDArray[np.floating] = np.zeros(0)
        self._ends = (0.0, 0.0)
        self.said = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_answer(self, answer: LabAnswer) -> None:
        found = ends(answer.question.chain.last)
        given = answer.inputs[0][1].values if answer.inputs else None
        result = answer.results[0].values if answer.results else None
        # Where the limits were tensors too, the numbers have another shape.
        fits = given is not None and result is not None and 0 < given.size == result.size <= MOST
        self.setVisible(found is not None and fits)
        if found is None or given is None or result is None or not fits:
            return
        before, after = given.astype(np.float64).ravel(), result.astype(np.float64).ravel()
        finite = np.isfinite(before)
        self.before, self.after, self._ends = before[finite], after[finite], found
        cut = int(np.sum(self.before != self.after))
        self.said = self.tr("{cut} of {count} numbers are cut; the others stay where they are").format(
            cut=cut, count=self.before.size
        )
        self.setAccessibleName(self.said)
        self.setVisible(self.before.size > 0)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, UP + 2 * WORDS + HEAD)

    def _span(self) -> tuple[float, float]:
        """From where to where the line goes: every number, and each end that is finite."""
        shown = [*self.before.tolist(), *self.after.tolist(), *(end for end in self._ends if math.isfinite(end))]
        low, high = min(shown), max(shown)
        margin = BEYOND * (high - low) or 1.0
        return low - margin, high + margin

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = self._span()
        wide = min(WIDE, self.width()) - 2 * SIDE

        def x(value: float) -> float:
            return float(SIDE + (min(max(value, low), high) - low) / (high - low) * wide)

        self._paint_line(painter, x(low), x(self._ends[0]), x(self._ends[1]), x(high))
        moved = np.flatnonzero(self.before != self.after).tolist()
        for number, at in enumerate(moved):
            tall = LOWEST + (HIGHEST - LOWEST) * (number + 1) / len(moved)
            self._paint_move(painter, x(self.before[at]), x(self.after[at]), tall)
        painter.setPen(Qt.PenStyle.NoPen)
        for before, after in zip(self.before.tolist(), self.after.tolist(), strict=True):
            painter.setBrush(self._theme.colour("accent") if before == after else self._theme.colour("validation"))
            painter.drawEllipse(QPointF(x(before), UP), DOT, DOT)
        self._paint_words(painter, [(end, x(end)) for end in self._ends if math.isfinite(end)])

    def _paint_line(self, painter: QPainter, first: float, low: float, high: float, last: float) -> None:
        """The whole line, dotted where nothing stays, and thick between the ends."""
        painter.setPen(QPen(self._theme.colour("muted"), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(first, UP), QPointF(last, UP))
        painter.setPen(QPen(self._theme.colour("accent", 110), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(low, UP), QPointF(high, UP))
        painter.setPen(QPen(self._theme.colour("ink"), 1.6))
        for end, value in ((low, self._ends[0]), (high, self._ends[1])):
            if math.isfinite(value):
                painter.drawLine(QPointF(end, UP - 9), QPointF(end, UP + 9))

    def _paint_move(self, painter: QPainter, start: float, end: float, tall: float) -> None:
        """An arc with a head from where a number was to where it goes."""
        painter.setPen(QPen(self._theme.colour("validation"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, across = min(start, end), abs(end - start)
        painter.drawArc(QRectF(left, UP - tall, across, 2 * tall), 0, 180 * 16)
        painter.setBrush(self._theme.colour("validation"))
        tip = QPointF(end, UP - DOT)
        corners = [tip, tip + QPointF(-HEAD / 1.6, -HEAD), tip + QPointF(HEAD / 1.6, -HEAD)]
        painter.drawPolygon(QPolygonF(corners))

    def _paint_words(self, painter: QPainter, words: list[tuple[float, float]]) -> None:
        painter.setFont(scaled_font(SMALL))
        painter.setPen(self._theme.colour("muted"))
        for value, at in words:
            box = QRectF(at - WIDE / 2, UP + DOT + 4, WIDE, WORDS)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, number_text(value))
        below = QRectF(SIDE, UP + DOT + 4 + WORDS, self.width() - SIDE, WORDS)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.said)
