"""What the colours mean: a bar from low to high, named classes, named lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.charts.painted import Painted
from playground.ui.texts.data import class_title
from playground.ui.theme import CLASS_COLOURS, Theme
from playground.ui.widgets.colour_bar import SIGNED, TWO_CLASSES, Stops, paint_colour_bar

STROKE = 13.0
BEFORE_NAME = 18.0
BETWEEN = 30.0
"""What a line takes beside its name: the stroke, and the gaps."""


def paint_stroke(painter: QPainter, colour: QColor, style: Qt.PenStyle, start: QPointF) -> None:
    """A short piece of a curve."""
    pen = QPen(colour, 2, style, Qt.PenCapStyle.FlatCap)
    if style is Qt.PenStyle.DashLine:
        # Fine enough to be seen as dashes in so short a piece.
        pen.setDashPattern([1.75, 1.25])
    painter.setPen(pen)
    painter.drawLine(start, start + QPointF(STROKE, 0))


def paint_named_line(
    painter: QPainter, room: QRectF, colour: str, name: str, theme: Theme, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> None:
    """A stroke in its colour of the theme, and its name behind it."""
    paint_stroke(painter, theme.colour(colour), style, QPointF(room.left(), room.center().y()))
    painter.setPen(theme.colour("muted"))
    painter.drawText(room.adjusted(BEFORE_NAME, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)


class LineLegend(Painted):
    """A short stroke in its colour before each name, in a row. `lines` are (colour of the theme, name)."""

    def __init__(self, lines: tuple[tuple[str, str], ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self.show_theme(theme)

    def show_theme(self, theme: Theme) -> None:
        super().show_theme(theme)
        metrics = QFontMetricsF(self.font())
        wide = sum(metrics.horizontalAdvance(name) + BETWEEN for _, name in self.lines) - 12
        self.setFixedSize(int(wide) + 1, int(metrics.height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, metrics = 0.0, QFontMetricsF(self.font())
        for colour, name in self.lines:
            room = QRectF(left, 0, metrics.horizontalAdvance(name) + BETWEEN, self.height())
            paint_named_line(painter, room, colour, name, self.theme)
            left += room.width()


class ColourLegend(Painted):
    """What colours mean: a bar between two numbers, of the output's if not of others, or a square before each class."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, stops: Stops = SIGNED) -> None:
        super().__init__(parent)
        self.stops = stops
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.low, self.high = "−1", "+1"
        self.names: tuple[str, ...] = ()
        self.steps = False
        self.marks: tuple[float, ...] = ()
        self.show_theme(theme)

    def show_range(self, low: str, high: str, steps: bool = False, marks: tuple[float, ...] = ()) -> None:
        """A bar between two numbers; `steps` for two plain colours; `marks` from -1 to 1 are contour lines' values."""
        if (low, high, (), steps, marks) != (self.low, self.high, self.names, self.steps, self.marks):
            self.low, self.high, self.names, self.steps, self.marks = low, high, (), steps, marks
            self.updateGeometry()
            self.update()

    def show_classes(self, names: tuple[str, ...]) -> None:
        titles = tuple(map(class_title, names))
        if titles != self.names:
            self.names = titles
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._rows(max(self.width(), 120))) if self.names else 1
        return QSize(160, rows * self._row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.names:
            self._paint_classes(painter)
        else:
            self._paint_bar(painter)

    def _row_height(self) -> int:
        return int(QFontMetricsF(self.font()).height()) + 4

    def _rows(self, wide: float) -> list[list[tuple[float, int]]]:
        """Each row's (left, class)."""
        metrics, rows, left = QFontMetricsF(self.font()), [[]], 0.0  # type: ignore[var-annotated]
        for index, name in enumerate(self.names):
            needed = metrics.horizontalAdvance(name) + 15
            if left and left + needed > wide:
                rows.append([])
                left = 0.0
            rows[-1].append((left, index))
            left += needed + 10
        return rows

    def _paint_classes(self, painter: QPainter) -> None:
        high = self._row_height()
        for line, row in enumerate(self._rows(self.width())):
            for left, index in row:
                middle = line * high + high / 2
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(*CLASS_COLOURS[index % len(CLASS_COLOURS)]))
                painter.drawRoundedRect(QRectF(left, middle - 5, 10, 10), 3, 3)
                painter.setPen(self.theme.colour("muted"))
                room = QRectF(left + 15, line * high, self.width(), high)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.names[index])

    def _paint_bar(self, painter: QPainter) -> None:
        stops = TWO_CLASSES if self.steps else self.stops
        bar = paint_colour_bar(painter, QRectF(self.rect()), (self.low, self.high), self.theme.colour("muted"), stops)
        painter.setPen(QPen(QColor(20, 24, 32, 120), 1))
        for mark in self.marks:
            x = bar.left() + (1 + mark) / 2 * bar.width()
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
