"""An arrow on the canvas, from a note to what it points at."""

from __future__ import annotations

from math import atan2, cos, hypot, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.note import Arrow
from playground.ui.canvas.items.note_item import tint
from playground.ui.theme import Theme

REACH = 12.0
HEAD, SPREAD = 11.0, 0.42
# Shorter than this there is no telling where it points.
SHORTEST = 6.0


def leaving(rect: QRectF, toward: QPointF, gap: float = 0.0) -> QPointF:
    """Where the straight line from the middle of a card to a point outside leaves the card, a gap away from it."""
    room, middle = rect.adjusted(-gap, -gap, gap, gap), rect.center()
    away = toward - middle
    across = room.width() / 2 / abs(away.x()) if away.x() else float("inf")
    along = room.height() / 2 / abs(away.y()) if away.y() else float("inf")
    return middle + away * min(across, along, 1.0)


class ArrowItem(QGraphicsItem):
    """Shows one arrow. The scene says where it begins and ends."""

    def __init__(self, arrow: Arrow) -> None:
        super().__init__()
        self.arrow = arrow
        self._look: tuple[str, Theme] | None = None
        self.start = self.end = QPointF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(1.5)

    def show_ends(self, start: QPointF, end: QPointF) -> None:
        if (start, end) != (self.start, self.end):
            self.prepareGeometryChange()
            self.start, self.end = start, end
            self.setVisible(QLineF(start, end).length() >= SHORTEST)

    def show_look(self, colour: str, theme: Theme) -> None:
        if (colour, theme) != self._look:
            self._look = (colour, theme)
            self.update()

    def distance(self, at: QPointF) -> float:
        """From a point of the scene to the nearest of its line."""
        line, away = self.end - self.start, at - self.start
        whole = QPointF.dotProduct(line, line)
        share = min(max(QPointF.dotProduct(away, line) / whole, 0.0), 1.0) if whole else 0.0
        nearest = away - line * share
        return hypot(nearest.x(), nearest.y())

    def boundingRect(self) -> QRectF:
        return QRectF(self.start, self.end).normalized().adjusted(-HEAD, -HEAD, HEAD, HEAD)

    def shape(self) -> QPainterPath:
        path = QPainterPath(self.start)
        path.lineTo(self.end)
        stroker = QPainterPathStroker()
        stroker.setWidth(REACH)
        return stroker.createStroke(path)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._look is None:
            return
        colour, theme = self._look
        chosen = self.isSelected()
        ink = theme.colour("accent") if chosen else tint(colour, theme)[2]
        turn = atan2(self.end.y() - self.start.y(), self.end.x() - self.start.x())
        wings = [self.end - QPointF(cos(turn + side), sin(turn + side)) * HEAD for side in (-SPREAD, SPREAD)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink, 2.6 if chosen else 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(self.start, self.end - QPointF(cos(turn), sin(turn)) * (HEAD * 0.7))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([self.end, *wings]))
