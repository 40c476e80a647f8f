"""Random numbers as a histogram, with the curve from which they were drawn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.values import Call
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

NORMAL, UNIFORM, CUT = ("normal", "random_normal"), "uniform", "truncated_normal"
# In pixels; how many deviations are drawn; the share of a normal curve within two of them.
WIDE, HIGH, WORDS, REACH, WITHIN_TWO = 420, 96, 20, 3.5, 0.9544997
LEAST, MOST = 5, 24
Floats = NDArray[np.floating]


def density(call: Call, x: Floats) -> Floats | None:
    """How likely a number near x is, by the call's parameters; None where they are no numbers."""
    name = call.operation
    given = {one: value for one, value in call.parameters if isinstance(value, int | float)}
    if name == UNIFORM:
        low, high = given.get("minval", 0), given.get("maxval", 1)
        return np.where((x >= low) & (x < high), 1 / (high - low), 0.0) if high > low else None
    mean, deviation = given.get("mean", 0.0), given.get("stddev", 1.0)
    if name not in (*NORMAL, CUT) or deviation <= 0:
        return None
    z = (x - mean) / deviation
    bell = np.exp(-(z**2) / 2) / (deviation * np.sqrt(2 * np.pi))
    return np.where(np.abs(z) <= 2, bell / WITHIN_TWO, 0.0) if name == CUT else bell


def span(call: Call, values: Floats) -> tuple[float, float]:
    """From where to where it is drawn: all values, and what the parameters make likely."""
    given = {one: value for one, value in call.parameters if isinstance(value, int | float)}
    if call.operation == UNIFORM:
        low, high = given.get("minval", 0), given.get("maxval", 1)
    else:
        mean, reach = given.get("mean", 0.0), REACH * given.get("stddev", 1.0)
        low, high = mean - reach, mean + reach
    return min(float(low), float(values.min())), max(float(high), float(values.max()))


class Histogram(QWidget):
    """Seen for random numbers of which there are a few."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.counts: NDArray[np.intp] = np.zeros(0, np.intp)
        self.edges: Floats = np.zeros(0)
        self._curve: Floats | None = None
        self._at: Floats = np.zeros(0)
        self.said = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_answer(self, answer: LabAnswer) -> None:
        call = answer.question.chain.last
        values = answer.results[0].values if answer.results else None
        drawn = call.operation in (*NORMAL, UNIFORM, CUT) and values is not None and values.size >= LEAST
        finite = values.astype(np.float64).ravel() if drawn and values is not None else np.zeros(0)
        finite = finite[np.isfinite(finite)]
        self.setVisible(finite.size >= LEAST)
        if finite.size < LEAST:
            return
        low, high = span(call, finite)
        if low == high:
            low, high = low - 1, high + 1
        bars = int(np.clip(np.sqrt(finite.size) * 2, LEAST, MOST))
        self.counts, self.edges = np.histogram(finite, bars, (low, high))
        self._at = np.linspace(low, high, 200)
        curve = density(call, self._at)
        self._curve = None if curve is None else curve * finite.size * (self.edges[1] - self.edges[0])
        self.said = self.tr("{count} numbers: mean {mean}, standard deviation {deviation}").format(
            count=finite.size, mean=number_text(float(finite.mean())), deviation=number_text(float(finite.std()))
        )
        self.setAccessibleName(self.said)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH + 2 * WORDS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, low, high = min(WIDE, self.width() - 2), self.edges[0], self.edges[-1]
        top = max(float(self.counts.max()), 0.0 if self._curve is None else float(self._curve.max()))

        def x(value: float) -> float:
            return float((value - low) / (high - low) * wide)

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent", 110))
        for count, left, right in zip(self.counts.tolist(), self.edges[:-1], self.edges[1:], strict=True):
            tall = count / top * HIGH
            painter.drawRect(QRectF(x(left) + 1, HIGH - tall, x(right) - x(left) - 2, tall))
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.drawLine(QPointF(0, HIGH), QPointF(wide, HIGH))
        if self._curve is not None:
            painter.setPen(QPen(self._theme.colour("ink"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = zip(self._at.tolist(), self._curve.tolist(), strict=True)
            painter.drawPolyline([QPointF(x(at), HIGH - value / top * HIGH) for at, value in points])
        painter.setFont(scaled_font(SMALL))
        painter.setPen(self._theme.colour("muted"))
        ends = QRectF(0, HIGH, wide, WORDS)
        painter.drawText(ends, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number_text(float(low)))
        painter.drawText(ends, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number_text(float(high)))
        painter.drawText(ends.translated(0, WORDS), Qt.AlignmentFlag.AlignVCenter, self.said)
