"""How large each layer's weights, gradient and step are now, as bars on one logarithmic axis with their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.sizes import LayerSizes
from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.charts.ticks import decade_range, decade_ticks
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE, CENTRE = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter
BETWEEN = 7.0


@dataclass(frozen=True, slots=True)
class Bars:
    """One layer: its name and its sizes."""

    name: str
    sizes: LayerSizes

    @property
    def ratio(self) -> float | None:
        """How far a batch moves the weights, as a share of their size; None where that is 0."""
        return self.sizes.update / self.sizes.weights if self.sizes.weights else None


class SizeBars(Painted):
    """Three bars a layer: weight in grey, gradient in blue, update in orange."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: tuple[Bars, ...] = ()
        self.axis = (-4.0, 0.0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Sizes of each layer now"))
        self.show_theme(theme)

    def show_sizes(self, layers: tuple[Bars, ...]) -> None:
        if len(layers) != len(self.layers):
            self.updateGeometry()
        self.layers = layers
        found = [size for bars in layers for _, _, size in self._parts(bars) if 0 < size < float("inf")]
        # Whole powers of ten, and one more below, so that the smallest has a bar too.
        low, high = decade_range(min(found, default=1e-4), max(found, default=1.0))
        self.axis = (low - 1, high)
        told = (
            f"{bars.name}: " + ", ".join(f"{n} {number_text(v)}" for n, _, v in self._parts(bars)) for bars in layers
        )
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _parts(self, bars: Bars) -> tuple[tuple[str, str, float], ...]:
        """(name, colour, size) of each bar."""
        sizes = bars.sizes
        return (
            (self.tr("weight"), "muted", sizes.weights),
            (self.tr("gradient"), "train", sizes.gradient),
            (self.tr("update"), "validation", sizes.update),
        )

    def _row(self) -> float:
        return QFontMetricsF(self.font()).height() + 1

    def sizeHint(self) -> QSize:
        return QSize(240, int(len(self.layers) * (4 * self._row() + BETWEEN) + self._row() + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.layers:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        metrics, row = QFontMetricsF(self.font()), self._row()
        names = max(metrics.horizontalAdvance(name) for name, _, _ in self._parts(self.layers[0])) + 10
        numbers = metrics.horizontalAdvance("0.0000e−00") + 6
        room = QRectF(names, row + 2, max(self.width() - names - numbers, 20.0), self.sizeHint().height() - row - 6)
        self._paint_axis(painter, room)
        for place, bars in enumerate(self.layers):
            top = room.top() + 2 + place * (4 * row + BETWEEN)
            if top < event.rect().bottom() and top + 4 * row > event.rect().top():
                self._paint_layer(painter, bars, top, room)

    def _x(self, exponent: float, room: QRectF) -> float:
        low, high = self.axis
        return room.left() + (min(max(exponent, low), high) - low) / (high - low) * room.width()

    def _paint_axis(self, painter: QPainter, room: QRectF) -> None:
        row = self._row()
        for exponent in decade_ticks(*self.axis, max(2, int(room.width() / 46))):
            x = self._x(exponent, room)
            painter.setPen(QPen(self.theme.colour("line"), 1))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(x - 30, 0, 60, row), CENTRE, number_text(10**exponent, 1))

    def _paint_layer(self, painter: QPainter, bars: Bars, top: float, room: QRectF) -> None:
        metrics, row = QFontMetricsF(self.font()), self._row()
        head = QRectF(0, top, self.width(), row)
        ratio = self.tr("update ÷ weight {ratio}").format(
            ratio="–" if bars.ratio is None else number_text(bars.ratio, 2)
        )
        painter.fillRect(head, self.theme.colour("panel"))
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(head, RIGHT | MIDDLE, ratio)
        painter.setPen(self.theme.colour("ink"))
        wide = head.width() - metrics.horizontalAdvance(ratio) - 12
        painter.setFont(scaled_font(bold=True, of=self.font()))
        name = QFontMetricsF(painter.font()).elidedText(bars.name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(head, LEFT | MIDDLE, name)
        painter.setFont(self.font())
        for place, (word, colour, size) in enumerate(self._parts(bars), start=1):
            line = head.translated(0, place * row)
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(line, LEFT | MIDDLE, word)
            end = room.left()
            if size > 0 and isfinite(size):
                end = self._x(log10(size), room)
                bar = QRectF(room.left(), line.top() + 2.5, max(end - room.left(), 1.0), row - 5)
                painter.fillRect(bar, self.theme.colour(colour, 205))
            painter.setPen(self.theme.colour("ink"))
            painter.drawText(line.adjusted(end + 6, 0, 0, 0), LEFT | MIDDLE, number_text(size))
