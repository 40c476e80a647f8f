"""The way of a connection from one card to another."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from playground.ui.canvas.layout.box import Box

# How far a connection that runs backwards swings out to the sides, and down.
TURN, AROUND = 64.0, 96.0
# To a next row it goes down beside the cards and back between the rows, around corners of this size.
ASIDE, CORNER, ROW = 16.0, 10.0, 88.0
# How far from a card that it goes around.
BESIDE = 16.0


def curve(start: QPointF, end: QPointF, around: Box | None = None) -> QPainterPath:
    """From an output on the right of a card to an input on the left of one, level at both ends.

    To the right it goes above or below what is to be gone `around`.
    """
    path = QPainterPath(start)
    across, along = end.x() - start.x(), end.y() - start.y()
    if across > 0 and around is not None:
        return _around(start, end, around)
    if across >= 0:
        bend = QPointF(max(across / 2, min(24.0, across + abs(along) / 4)), 0)
        path.cubicTo(start + bend, end - bend, end)
        return path
    if abs(along) >= ROW:
        return _to_next_row(start, end)
    # Backwards it goes around: below both cards, or between them where they stand far apart.
    middle = (start + end) / 2 + QPointF(0, 0 if abs(along) > 2 * AROUND else AROUND)
    path.cubicTo(start + QPointF(TURN, 0), QPointF(start.x() + TURN, middle.y()), middle)
    path.cubicTo(QPointF(end.x() - TURN, middle.y()), end - QPointF(TURN, 0), end)
    return path


def _around(start: QPointF, end: QPointF, box: Box) -> QPainterPath:
    """Above the box or below it, whichever is nearer."""
    above, below = box.y - BESIDE, box.y + box.height + BESIDE
    level = (start.y() + end.y()) / 2
    y = above if abs(level - above) <= abs(level - below) else below
    # Where the box begins close to an end, the curve is steep rather than behind it.
    first, last = QPointF(max(box.x, start.x() + CORNER), y), QPointF(min(box.x + box.width, end.x() - CORNER), y)
    path = QPainterPath(start)
    for here, there in ((start, first), (last, end)):
        path.lineTo(here)
        bend = QPointF((there.x() - here.x()) / 2, 0)
        path.cubicTo(here + bend, there - bend, there)
    return path


def _to_next_row(start: QPointF, end: QPointF) -> QPainterPath:
    """Straight ways, outside of the cards, with round corners."""
    middle = (start.y() + end.y()) / 2
    right, left = start.x() + ASIDE, end.x() - ASIDE
    corners = (QPointF(right, start.y()), QPointF(right, middle), QPointF(left, middle), QPointF(left, end.y()))
    path = QPainterPath(start)
    before = start
    for corner, after in zip(corners, (*corners[1:], end), strict=True):
        path.lineTo(_short_of(corner, before))
        path.quadTo(corner, _short_of(corner, after))
        before = corner
    path.lineTo(end)
    return path


def _short_of(corner: QPointF, other: QPointF) -> QPointF:
    """The point a corner's size before it, on the way from another."""
    away = other - corner
    length = max(abs(away.x()), abs(away.y()), 1e-9)
    return corner + away * (min(CORNER, length / 2) / length)


def halfway(path: QPainterPath, start: QPointF, end: QPointF, straight: bool = True) -> QPointF:
    """The point with as much of this curve before it as behind it."""
    # Forwards the two halves are alike, and measuring lengths is dear.
    return (start + end) / 2 if straight and end.x() >= start.x() else path.pointAtPercent(0.5)
