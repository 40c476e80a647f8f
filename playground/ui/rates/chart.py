"""The loss over the learning rates that were tried, with the rate that is taken and the present one."""

from __future__ import annotations

from math import log10

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.frames.rates import FEW, HIGHEST, LOWEST, Rates, Reading, rounded
from playground.ui.plots.charts.chart import Line, Readout
from playground.ui.plots.charts.marked_chart import MarkedChart
from playground.ui.plots.charts.ticks import linear_ticks, round_range, tick_texts
from playground.ui.texts.numbers import loss_text, number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

# The tallest loss that is drawn, in spans of the smoothed curve above its beginning.
ABOVE = 0.6
ENDS = log10(LOWEST), log10(HIGHEST)


class RatesChart(MarkedChart):
    """`chosen` carries the rate that a person points out, by a click, or by arrows and Enter."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.rate: float | None = None
        self.present: float | None = None
        self._broken: float | None = None
        self._found: Rates | None = None
        self._smooth: tuple[np.ndarray, np.ndarray] = (np.zeros(0), np.zeros(0))
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Loss over the learning rate"))
        self.add_curve("each", "muted", width=1.0, alpha=110)
        self.add_curve("smooth", "train", width=2.4)
        powers = range(round(ENDS[0]), round(ENDS[1]) + 1)
        self.set_x(*ENDS, [(float(power), number_text(10.0**power)) for power in powers])
        self.readout = self._read_out
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_rates(self, found: Rates | None, reading: Reading | None) -> None:
        """The losses so far, with what they say once all are there; None for none yet."""
        self._found, empty = found, np.zeros(0)
        at, losses = (empty, empty) if found is None else (np.log10(found.rates), found.losses)
        smooth = empty if reading is None else reading.smooth
        self._smooth = at[: len(smooth)], smooth
        self._broken = reading.broken_at if reading is not None else None
        self.rate = reading.rate if reading is not None else None
        self.set_curve("each", at, np.where(np.isfinite(losses), losses, np.nan))
        self.set_curve("smooth", *self._smooth)
        self._fit(losses, smooth)
        self.viewport().update()

    def _fit(self, losses: np.ndarray, smooth: np.ndarray) -> None:
        known = smooth if len(smooth) >= FEW else losses[np.isfinite(losses)]
        if not len(known):
            return
        # What breaks may be a billion times higher than all that tells something.
        begun, low = float(np.median(known[:FEW])), float(known.min())
        high = max(
            begun + ABOVE * (begun - low), float(np.quantile(losses[: max(len(smooth), FEW)], 0.9)), begun * 1.05
        )
        ends = round_range(low, high)
        ticks = linear_ticks(*ends)
        self.set_y(*ends, list(zip(ticks, tick_texts(ticks), strict=True)))

    def show_rate(self, rate: float | None) -> None:
        """The rate that would be taken."""
        self.rate = rate
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self.plot_rect()
        if self._broken is not None:
            left = self.pixel(log10(self._broken), 0).x()
            painter.fillRect(
                QRectF(left, plot.top(), plot.right() - left, plot.height()), self.theme.colour("problem", 26)
            )
        if self.present is not None and LOWEST <= self.present <= HIGHEST:
            self._mark(painter, self.present, self.tr("present {rate}"), "muted", row=1)
        if self.rate is not None and LOWEST <= self.rate <= HIGHEST:
            self._mark(painter, self.rate, self.tr("take {rate}"), "accent", row=0)
            self._dot(painter, self.rate)
        super().drawForeground(painter, rect)

    def _mark(self, painter: QPainter, rate: float, words: str, colour: str, row: int) -> None:
        """An upright line with words at its head, in a row of their own; nothing runs through them."""
        x, plot = self.pixel(log10(rate), 0).x(), self.plot_rect()
        font = scaled_font(SMALLER, of=self.font(), bold=colour == "accent")
        metrics, told = QFontMetricsF(font), words.format(rate=number_text(rate))
        wide, high = metrics.horizontalAdvance(told) + 2, metrics.height()
        line = Qt.PenStyle.SolidLine if colour == "accent" else Qt.PenStyle.DashLine
        painter.setPen(QPen(self.theme.colour(colour), 1.4, line))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        left = x + 5 if x + 5 + wide < plot.right() else x - 5 - wide
        box = QRectF(left, plot.top() + row * high, wide, high)
        painter.fillRect(box, self.theme.colour("panel"))
        painter.setFont(font)
        painter.drawText(box, told)

    def _dot(self, painter: QPainter, rate: float) -> None:
        at, smooth = self._smooth
        if not len(at) or not at[0] <= log10(rate) <= at[-1]:
            return
        height = float(np.interp(log10(rate), at, smooth))
        painter.setPen(QPen(self.theme.colour("panel"), 2))
        painter.setBrush(self.theme.colour("accent"))
        painter.drawEllipse(self.pixel(log10(rate), height), 5.5, 5.5)

    def _read_out(self, x: float) -> Readout | None:
        found = self._found
        if found is None or not len(found.rates):
            return None
        place = int(np.abs(np.log10(found.rates) - x).argmin())
        title = self.tr("Rate {rate}").format(rate=number_text(rounded(float(found.rates[place]))))
        loss = float(found.losses[place])
        lines = [Line("muted", self.tr("this batch"), loss_text(loss), float("nan"))]
        smooth = self._smooth[1]
        if place < len(smooth):
            lines.insert(0, Line("train", self.tr("smoothed"), loss_text(float(smooth[place])), float(smooth[place])))
        return Readout(float(np.log10(found.rates[place])), title, tuple(lines))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.plot_rect().contains(event.position()):
            self._choose(self.box.mapSceneToView(event.position()).x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._pointer is not None:
            self._choose(self._pointer)
        else:
            super().keyPressEvent(event)

    def _choose(self, x: float) -> None:
        if self._found is not None and len(self._smooth[0]):
            self.chosen.emit(rounded(min(max(10.0**x, LOWEST), HIGHEST)))
