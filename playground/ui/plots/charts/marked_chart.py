"""A chart with marks: the best point, the moment that is shown, and what happened to the run."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPen, QPolygonF, Qt
from PySide6.QtWidgets import QToolTip, QWidget

from playground.frames.run import Event
from playground.ui.plots.charts.chart import Chart
from playground.ui.plots.charts.happenings import Mark, gathered, nearest
from playground.ui.text import event_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import tip

MOST_TOLD = 6
RING = 4.5
# Presses of an arrow key from one end to the other.
STEPS_ACROSS = 100


class MarkedChart(Chart):
    """Its marks stand over the curves and under the readout."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.ring: tuple[float, float] | None = None
        """The best point, in values of the axes."""
        self.moment: tuple[float, str] | None = None
        """The place along the axis of what all views show, where that is the past, and its name."""
        self.events: tuple[tuple[float, Event], ...] = ()
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The events of the part of the axis that is seen, thinned to what its width can show."""
        low, high, _ = self._x
        seen = [(x, event) for x, event in self.events if low <= x <= high]
        return gathered([event for _, event in seen], [self.pixel(x, 0).x() for x, _ in seen])

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_events(painter)
        self._draw_moment(painter)
        if self.ring is not None and self._y[0] <= self.ring[1] <= self._y[1]:
            painter.setPen(QPen(self.theme.colour("validation"), 2))
            painter.setBrush(self.theme.colour("panel"))
            painter.drawEllipse(self.pixel(*self.ring), RING, RING)
        super().drawForeground(painter, rect)

    def _draw_events(self, painter: QPainter) -> None:
        """A small wedge that stands on the axis for each mark, with a hair upwards."""
        bottom, top = self.plot_rect().bottom(), self.plot_rect().top()
        for mark in self.marks:
            bad = any(event.code == "diverged" for event in mark.events)
            painter.setPen(QPen(self.theme.colour("muted", 70), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(mark.x, top), QPointF(mark.x, bottom))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("problem" if bad else "muted"))
            half = 3.0 if len(mark.events) == 1 else 4.5
            corners = (QPointF(mark.x - half, bottom + 1), QPointF(mark.x + half, bottom + 1))
            painter.drawPolygon(QPolygonF([*corners, QPointF(mark.x, bottom - 6)]))

    def _draw_moment(self, painter: QPainter) -> None:
        if self.moment is None:
            return
        place, words = self.moment
        x, plot = self.pixel(place, 0).x(), self.plot_rect()
        font = scaled_font(SMALLER, of=self.font())
        wide, high = QFontMetricsF(font).horizontalAdvance(words) + 10, QFontMetricsF(font).height() + 2
        painter.setPen(QPen(self.theme.colour("ink"), 1.4))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        left = min(max(x - wide / 2, plot.left()), plot.right() - wide)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("ink"))
        painter.drawRoundedRect(QRectF(left, plot.top(), wide, high), 4, 4)
        painter.setFont(font)
        painter.setPen(self.theme.colour("panel"))
        painter.drawText(QRectF(left, plot.top(), wide, high), Qt.AlignmentFlag.AlignCenter, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead the crosshair, Home and End to the ends, Esc hides it."""
        low, high, _ = self._x
        here = high if self._pointer is None else self._pointer
        step = (high - low) / STEPS_ACROSS
        places = {
            Qt.Key.Key_Left: max(low, here - step),
            Qt.Key.Key_Right: min(high, here + step),
            Qt.Key.Key_Home: low,
            Qt.Key.Key_End: high,
        }
        if event.key() == Qt.Key.Key_Escape and self._pointer is not None:
            self._pointer = None
        elif event.key() in places:
            self._pointer = places[Qt.Key(event.key())]
        else:
            event.ignore()
            return
        self._speak()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._pointer = self._x[1]
        self._speak()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pointer = None
        self.viewport().update()

    def _speak(self) -> None:
        """What the crosshair reads, for a screen reader."""
        readout = self.readout(self._pointer) if self._pointer is not None else None
        if readout is not None:
            told = (readout.title, *(f"{line.name} {line.text}" for line in readout.lines))
            self.setAccessibleDescription(", ".join(told))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return bool(super().viewportEvent(event))
        mark = nearest(self.marks, event.pos().x())
        QToolTip.showText(event.globalPos(), tip(self.told(mark.events) if mark else ""), self)
        return True

    def told(self, events: Sequence[Event]) -> str:
        """What happened, a line each, with its epoch; of many the newest."""
        lines = [
            self.tr("Epoch {epoch}: {event}").format(epoch=f"{event.epoch:,}", event=event_text(event))
            for event in events[-MOST_TOLD:]
        ]
        left = len(events) - len(lines)
        before = [self.tr("{count} earlier ones").format(count=left)] if left else []
        return "\n".join((*before, *lines))
