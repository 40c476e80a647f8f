"""Thin lines while a card is moved: it stands level with another."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.layout.aligning import Guide
from playground.ui.theme import Theme

BEYOND = 12.0


class GuideLines(QGraphicsItem):
    """All the lines of one moment."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: tuple[QLineF, ...] = ()
        self.setZValue(8)

    def show_guides(self, guides: Iterable[Guide]) -> None:
        lines = tuple(_line(guide) for guide in guides)
        if lines != self.lines:
            self.prepareGeometryChange()
            self.lines = lines

    def boundingRect(self) -> QRectF:
        rect = QRectF()
        for line in self.lines:
            rect = rect.united(QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2))
        return rect

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(self._theme.colour("accent"), 1.0)
        pen.setCosmetic(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.drawLines(list(self.lines))


def _line(guide: Guide) -> QLineF:
    low, high = guide.low - BEYOND, guide.high + BEYOND
    return QLineF(guide.at, low, guide.at, high) if guide.upright else QLineF(low, guide.at, high, guide.at)
