"""What small pictures are drawn with: cells, bars, curves and dots in a square, in the colours of a theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from playground.ui.theme import NEGATIVE, POSITIVE, Theme
from playground.ui.widgets.fonts import scaled_font

SIDE = 56.0
BLUE, ORANGE = QColor(*POSITIVE), QColor(*NEGATIVE)
Point = tuple[float, float]
Ink = QColor | None


class Pen:
    """Draws in a square of SIDE by SIDE, y downwards; the painter scales it to its place."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter, self.theme = painter, theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def signed(self, value: float) -> QColor:
        """From -1, orange, over 0, the colour of lines, to 1, blue."""
        ground, end, share = self.theme.colour("line"), BLUE if value > 0 else ORANGE, min(1.0, abs(value))
        mixed = (round(a + (b - a) * share) for a, b in zip(_rgb(ground), _rgb(end), strict=True))
        return QColor(*mixed)

    def cells(self, rows: Sequence[Sequence[float]], words: Sequence[Sequence[str]] = (), gap: float = 2.0) -> None:
        """A grid in the middle of the square, a colour for each value, with numbers on it where there are words."""
        side = (SIDE - gap * (max(len(rows), len(rows[0])) - 1)) / max(len(rows), len(rows[0]))
        left = (SIDE - len(rows[0]) * (side + gap) + gap) / 2
        top = (SIDE - len(rows) * (side + gap) + gap) / 2
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                place = QRectF(left + x * (side + gap), top + y * (side + gap), side, side)
                self.box(place, self.signed(value), rounding=min(4.0, side / 4))
                if words:
                    self.word(words[y][x], place, value, side)

    def word(self, text: str, place: QRectF, value: float, side: float) -> None:
        """On a cell of this value: dark on pale, pale on strong."""
        pale = abs(value) < 0.55 and not self.theme.dark
        self.letters(text, place, min(0.78, side / 26), QColor("#1d2330" if pale else "#ffffff"))

    def letters(self, text: str, place: QRectF, scale: float, colour: QColor | None = None, bold: bool = False) -> None:
        font = scaled_font(scale, bold)
        # As large as the picture asks for, whatever size the window's letters have.
        font.setPixelSize(max(6, round(16 * scale)))
        self.painter.setFont(font)
        self.painter.setPen(colour or self.theme.colour("ink"))
        self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def box(self, place: QRectF, colour: QColor, rounding: float = 2.0) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(place, rounding, rounding)

    def line(self, points: Sequence[Point], colour: Ink = None, width: float = 1.8, dots: bool = False) -> None:
        """Through these points, in the square."""
        pen = QPen(colour or self.theme.colour("accent"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dots:
            pen.setStyle(Qt.PenStyle.DotLine)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def curve(self, function: Callable[[float], float], span: Point, reach: Point, colour: Ink = None) -> None:
        """A function over `span`, with `reach` from the bottom to the top of the square."""
        steps = 48
        xs = [span[0] + (span[1] - span[0]) * step / steps for step in range(steps + 1)]
        points = [(5 + 46 * at / steps, _height(function(x), reach)) for at, x in enumerate(xs)]
        self.line(points, colour)

    def axes(self) -> None:
        self.line([(4, 4), (4, 52), (52, 52)], self.theme.colour("edge", 120), 1.2)

    def bars(self, heights: Sequence[float], colours: Sequence[QColor], width: float, gap: float = 2.0) -> None:
        """Standing on the bottom of the square, from the left; a height of 1 fills it."""
        left = (SIDE - len(heights) * (width + gap) + gap) / 2
        for at, (height, colour) in enumerate(zip(heights, colours, strict=True)):
            self.box(QRectF(left + at * (width + gap), 52 - 46 * height, width, max(1.5, 46 * height)), colour)

    def dot(self, x: float, y: float, radius: float = 3.0, colour: QColor | None = None, ring: bool = False) -> None:
        edge = QPen(self.theme.colour("ink"), 1.3)
        self.painter.setPen(edge if ring else Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour("panel") if ring else colour or self.theme.colour("ink"))
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def outline(self, place: QRectF, colour: QColor | None = None, rounding: float = 6.0, fill: bool = True) -> None:
        self.painter.setPen(QPen(colour or self.theme.colour("ink"), 1.4))
        self.painter.setBrush(self.theme.colour("panel") if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(place, rounding, rounding)

    def arc(self, place: QRectF, start: float, degrees: float, colour: QColor, width: float = 6.0) -> None:
        """Part of a circle, from the right against the clock, in degrees."""
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawArc(place, round(16 * start), round(16 * degrees))

    def arrow_back(self, right: float, left: float, y: float) -> None:
        """An arrow that runs back below, from right to left."""
        path = QPainterPath(QPointF(right, y))
        path.quadTo(QPointF((left + right) / 2, y + 12), QPointF(left, y))
        self.painter.setPen(QPen(ORANGE, 1.6))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)
        self.line([(left, y + 5), (left, y), (left + 5, y + 0.5)], ORANGE, 1.6)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _height(value: float, reach: Point) -> float:
    share = (value - reach[0]) / (reach[1] - reach[0])
    return 52 - 46 * min(1.0, max(0.0, share))
