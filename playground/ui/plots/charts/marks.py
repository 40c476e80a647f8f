"""How data points are marked: a disc to train, a diamond to test, a ring round what is in the wrong class."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from playground.ui.theme import POSITIVE, Theme

LIGHT_EDGE, DARK = QColor(255, 255, 255, 235), QColor(20, 24, 32, 235)
RING = 5.6


def paint_point(painter: QPainter, place: QPointF, radius: float, colour: QColor, test: bool) -> None:
    """One point: a disc with a light edge, or a diamond with a dark one."""
    painter.setPen(QPen(DARK if test else LIGHT_EDGE, 1))
    painter.setBrush(colour)
    if not test:
        painter.drawEllipse(place, radius, radius)
        return
    reach = radius * 1.25
    corners = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
    painter.drawPolygon(QPolygonF([place + corner for corner in corners]))


def paint_points(
    painter: QPainter,
    places: NDArray[np.floating],
    colours: NDArray[np.uint8],
    tests: NDArray[np.bool_],
    radius: float,
) -> None:
    """Points at pixels (n, 2) in their colours (n, 3); test points below the others."""
    for index in np.argsort(~tests, kind="stable"):
        paint_point(painter, QPointF(*places[index]), radius, QColor(*map(int, colours[index])), bool(tests[index]))


def ring(ratio: float, radius: float = RING) -> QPixmap:
    """The mark of a wrong point, for a screen with `ratio` pixels to each: dark in a light halo, seen on any colour."""
    side = 2 * radius + 5
    pixmap = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        paint_ring(painter, QPointF(side / 2, side / 2), radius)
    return pixmap


def paint_ring(painter: QPainter, place: QPointF, radius: float = RING) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(255, 255, 255, 200), 3.4), (DARK, 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(place, radius, radius)


def mark_icon(mark: Literal["train", "test", "wrong"], theme: Theme, side: int = 16) -> QIcon:
    """A mark beside its name."""
    pixmap = QPixmap(QSize(2 * side, 2 * side))
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(0, 0, side, side).center()
        paint_point(painter, middle, 4.0, QColor(*POSITIVE), mark == "test")
        if mark == "wrong":
            paint_ring(painter, middle)
    return QIcon(pixmap)
