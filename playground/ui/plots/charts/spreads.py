"""How the outputs of layers are spread, side by side over one axis of values, with their numbers below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.arrays import FLAT
from playground.frames.sizes import Histogram
from playground.ui.plots.charts.activations import Function
from playground.ui.plots.charts.painted import Painted
from playground.ui.plots.charts.reach import Range, beyond, bulk, steady
from playground.ui.plots.charts.ticks import linear_ticks, tick_texts
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme

RIGHT, CENTRE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# Beside a pile of exact zeros the other bars would not be seen: it is cut off where it is larger than they.
PILE = 0.05
# Pixels that a bar is high at least, so that what is all but one value is a line and not nothing.
THINNEST = 1.6


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One layer: its name, its histogram, and the function it ends with, where that has flat ends."""

    name: str
    found: Histogram
    function: Function | None = None


def widths(found: Histogram) -> np.typing.NDArray[np.float64]:
    """How wide each bar is drawn, 0 to 1: by its count, the largest being 1; a pile of zeros counts as the next."""
    counts = found.counts.astype(float)
    others = counts.copy()
    if found.zeros > PILE:
        others[np.clip(np.searchsorted(found.edges, 0.0, side="right") - 1, 0, len(counts) - 1)] = 0.0
    largest = others.max(initial=0.0) or counts.max(initial=0.0)
    return np.minimum(counts / max(largest, 1.0), 1.0)


def flat_bars(column: Column) -> np.typing.NDArray[np.bool_]:
    """Which bars hold outputs at which the layer's slope is below FLAT."""
    if column.found.saturated is None or column.function is None:
        return np.zeros(len(column.found.counts), bool)
    y = (column.found.edges[:-1] + column.found.edges[1:]).astype(float) / 2
    slope = 1 - y**2 if column.function.word == "tanh" else y * (1 - y)
    return np.asarray(slope < FLAT)


def percent(share: float) -> str:
    """A share, 0 to 1, as it is read: <1 % where there are some at all."""
    if 0 < share < 0.005:
        return "<1 %"
    return f"{100 * share:.0f} %"


class SpreadChart(Painted):
    """A column for each layer, in the order of the network; Left and Right go through them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.axis: Range | None = None
        self.pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(150, 100)
        self.show_theme(theme)

    def show_columns(self, columns: tuple[Column, ...], anew: bool = False) -> None:
        """Draw these; `anew` where they are of another network, so that the axis is not that of before."""
        self.columns = columns
        before = None if anew else self.axis
        if columns:
            ends = [bulk(column.found) for column in columns]
            self.axis = steady(before, min(0.0, *(low for low, _ in ends)), max(high for _, high in ends))
        self._point(self.pointed)
        self.update()

    # The numbers below

    def rows(self) -> list[tuple[str, Callable[[Histogram], str]]]:
        """What stands below each column, with its name."""
        rows: list[tuple[str, Callable[[Histogram], str]]] = [
            (self.tr("mean"), lambda found: number_text(found.mean, 2)),
            (self.tr("spread"), lambda found: number_text(found.deviation, 2)),
            (self.tr("signal"), lambda found: number_text(found.signal, 2)),
        ]
        if any(column.found.zeros for column in self.columns):
            rows.append((self.tr("zeros"), lambda found: percent(found.zeros)))
        if any(column.found.saturated is not None for column in self.columns):
            rows.append((self.tr("flat"), lambda found: "–" if found.saturated is None else percent(found.saturated)))
        return rows

    def said(self, column: Column) -> tuple[tuple[str, str], ...]:
        """All the numbers of one layer, each with its name."""
        found = column.found
        assert self.axis is not None
        below, above = beyond(found, self.axis)
        lines = [
            (self.tr("values"), f"{int(found.counts.sum()):,}"),
            (self.tr("mean"), number_text(found.mean)),
            (self.tr("spread (σ)"), number_text(found.deviation)),
            (self.tr("signal, from point to point"), number_text(found.signal)),
            (self.tr("lowest"), number_text(float(found.edges[0]))),
            (self.tr("highest"), number_text(float(found.edges[-1]))),
            (self.tr("exactly 0"), percent(found.zeros)),
        ]
        if found.saturated is not None:
            lines.append((self.tr("flat (saturated)"), percent(found.saturated)))
        if below + above:
            lines.append((self.tr("beyond the axis"), percent(below + above)))
        return tuple(lines)

    # Where things are

    def plot_rect(self) -> QRectF:
        """The part that holds the columns."""
        metrics = QFontMetricsF(self.font())
        names = max((metrics.horizontalAdvance(name) for name, _ in self.rows()), default=0.0)
        left = max(metrics.horizontalAdvance("−0.000"), names if self._has_room() else 0.0) + 8
        below = (1 + (len(self.rows()) if self._has_room() else 0)) * metrics.height() + 4
        return QRectF(0, 0, self.width(), self.height()).adjusted(left, metrics.height() / 2 + 2, -12, -below)

    def _has_room(self) -> bool:
        """Whether each column is wide enough for its numbers, and there is height for them."""
        metrics, count = QFontMetricsF(self.font()), max(len(self.columns), 1)
        wide = (self.width() - metrics.horizontalAdvance("−0.0000") - 20) / count
        return wide > metrics.horizontalAdvance("−0.0043") + 4 and self.height() > 11 * metrics.height()

    def _y(self, value: float, plot: QRectF) -> float:
        low, high = self.axis or (0.0, 1.0)
        return plot.bottom() - (value - low) / (high - low) * plot.height()

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        plot = self.plot_rect()
        at = (event.position().x() - plot.left()) / max(plot.width(), 1)
        self._point(int(at * len(self.columns)) if 0 <= at < 1 else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.pointed is not None:
            self._point(None)
        elif step and self.columns:
            last = len(self.columns) - 1
            self._point((0 if step > 0 else last) if self.pointed is None else min(max(self.pointed + step, 0), last))
        else:
            super().keyPressEvent(event)

    def _point(self, index: int | None) -> None:
        self.pointed = index if index is not None and index < len(self.columns) else None
        if self.pointed is not None:
            column = self.columns[self.pointed]
            said = "; ".join(f"{name} {value}" for name, value in self.said(column))
            self.setAccessibleDescription(f"{column.name}: {said}")
        self.update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.columns or self.axis is None:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        plot = self.plot_rect()
        wide = plot.width() / len(self.columns)
        if self.pointed is not None:
            room = QRectF(plot.left() + self.pointed * wide, plot.top(), wide, plot.height())
            painter.fillRect(room, self.theme.colour("hover"))
        self._paint_axis(painter, plot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, column in enumerate(self.columns):
            room = QRectF(plot.left() + index * wide, plot.top(), wide, plot.height())
            self._paint_column(painter, room, column)
            self._paint_numbers(painter, room, index, column)
        if self._has_room():
            self._paint_row_names(painter, plot)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plot.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
        if self.pointed is not None:
            self._paint_box(painter, plot, self.columns[self.pointed])

    def _paint_axis(self, painter: QPainter, plot: QRectF) -> None:
        assert self.axis is not None
        metrics = QFontMetricsF(self.font())
        ticks = linear_ticks(*self.axis, max(2, min(5, int(plot.height() / (2.2 * metrics.height())))))
        for value, text in zip(ticks, tick_texts(ticks), strict=True):
            y = round(self._y(value, plot)) + 0.5
            painter.setPen(QPen(self.theme.colour("muted" if value == 0 else "line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(0, y - metrics.height() / 2, plot.left() - 8, metrics.height()), RIGHT, text)

    def _paint_column(self, painter: QPainter, room: QRectF, column: Column) -> None:
        """The bars to both sides of the middle, in orange where the slope is flat; mean and spread in ink."""
        found, middle = column.found, room.center().x()
        half = widths(found) * min(room.width() / 2 - 2, 60.0)
        edges = np.array([self._y(float(edge), room) for edge in found.edges])
        flat = flat_bars(column)
        painter.save()
        painter.setClipRect(room)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, which in (("train", ~flat), ("validation", flat)):
            painter.setBrush(self.theme.colour(colour, 170))
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            for bar in np.flatnonzero(which & (found.counts > 0)):
                wide = max(half[bar], 0.5)
                high = max(edges[bar] - edges[bar + 1], THINNEST)
                path.addRect(QRectF(middle - wide, (edges[bar] + edges[bar + 1] - high) / 2, 2 * wide, high))
            painter.drawPath(path)
        low, high = (self._y(found.mean + way * found.deviation, room) for way in (-1, 1))
        painter.setPen(QPen(self.theme.colour("ink"), 1.4))
        painter.drawLine(QPointF(middle, low), QPointF(middle, high))
        painter.setPen(QPen(self.theme.colour("panel"), 1))
        painter.setBrush(self.theme.colour("ink"))
        painter.drawEllipse(QPointF(middle, self._y(found.mean, room)), 3.2, 3.2)
        painter.restore()
        self._paint_beyond(painter, room, found)

    def _paint_beyond(self, painter: QPainter, room: QRectF, found: Histogram) -> None:
        """A small arrow at the end of the axis beyond which values lie."""
        assert self.axis is not None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("muted"))
        for share, y, way in zip(beyond(found, self.axis), (room.bottom(), room.top()), (1, -1), strict=True):
            if share:
                x = room.center().x()
                painter.drawPolygon(
                    QPolygonF([QPointF(x - 4, y - 4 * way), QPointF(x + 4, y - 4 * way), QPointF(x, y)])
                )

    def _paint_numbers(self, painter: QPainter, room: QRectF, index: int, column: Column) -> None:
        metrics = QFontMetricsF(self.font())
        line = QRectF(room.left() + 1, room.bottom() + 4, room.width() - 2, metrics.height())
        painter.setPen(self.theme.colour("ink"))
        if room.width() >= metrics.horizontalAdvance("Dens…"):
            shown = metrics.elidedText(column.name, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, CENTRE, shown)
        elif index % self._every(metrics, room.width()) == 0:
            painter.drawText(line.adjusted(-20, 0, 20, 0), CENTRE, str(index + 1))
        if self._has_room():
            painter.setPen(self.theme.colour("muted"))
            for _, text in self.rows():
                line.translate(0, metrics.height())
                painter.drawText(line, CENTRE, text(column.found))

    @staticmethod
    def _every(metrics: QFontMetricsF, wide: float) -> int:
        """Of so narrow columns, which have room for their number."""
        return max(1, int(np.ceil((metrics.horizontalAdvance("00") + 2) / max(wide, 1.0))))

    def _paint_row_names(self, painter: QPainter, plot: QRectF) -> None:
        metrics = QFontMetricsF(self.font())
        line = QRectF(0, plot.bottom() + 4, plot.left() - 8, metrics.height())
        painter.setPen(self.theme.colour("muted"))
        for name, _ in self.rows():
            line.translate(0, metrics.height())
            painter.drawText(line, RIGHT, name)

    def _paint_box(self, painter: QPainter, plot: QRectF, column: Column) -> None:
        """Every number of the layer pointed at, on the roomier side."""
        assert self.pointed is not None
        metrics, said = QFontMetricsF(self.font()), self.said(column)
        row = metrics.height() + 1
        names, values = (max(metrics.horizontalAdvance(line[at]) for line in said) for at in (0, 1))
        wide = max(names + values + 30, metrics.horizontalAdvance(column.name) + 16)
        middle = plot.left() + (self.pointed + 0.5) * plot.width() / len(self.columns)
        box = QRectF(middle + 12, 2, wide, row * (len(said) + 1) + 8)
        if box.right() > self.width() - 2:
            box.moveRight(max(middle - 12, wide + 2))
        painter.setPen(QPen(self.theme.colour("line"), 1))
        painter.setBrush(self.theme.colour("panel", 242))
        painter.drawRoundedRect(box, 6, 6)
        line = QRectF(box.left() + 8, box.top() + 4, box.width() - 16, row)
        painter.setPen(self.theme.colour("ink"))
        painter.drawText(line, LEFT, column.name)
        for name, value in said:
            line.translate(0, row)
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(line, LEFT, name)
            painter.setPen(self.theme.colour("ink"))
            painter.drawText(line, RIGHT, value)
