"""A figure as PDF, of its own size, with its font inside. Needs an application that knows fonts."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QPolygonF,
)

from playground.document.code.layer_code import readable
from playground.document.document import Document
from playground.frames.frame import Frame
from playground.ui.writing.figure.drawing import figure
from playground.ui.writing.figure.marks import Circle, Figure, Mark, Path, Rect, Text
from playground.ui.writing.figure.svg import head

FONTS = ("Helvetica", "Arial", "Liberation Sans", "Nimbus Sans")
DOTS = 1_200
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def pdf(document: Document, _frame: Frame) -> bytes:
    """The figure of the network on a page of just its size."""
    made, buffer = figure(document), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(readable(made.title))
    writer.setCreator("Playground")
    writer.setPageSize(
        QPageSize(QSizeF(made.width, made.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF())
    with QPainter(writer) as painter:
        painter.scale(DOTS / 72, DOTS / 72)
        paint(painter, made)
    return bytes(buffer.data().data())


def paint(painter: QPainter, made: Figure) -> None:
    """All marks of the figure, in points."""
    there = set(QFontDatabase.families())
    families = [*(name for name in FONTS if name in there), *QGuiApplication.font().families()]
    for part in made.parts:
        for mark in part.marks:
            _draw(painter, mark, families)


def _draw(painter: QPainter, mark: Mark, families: list[str]) -> None:
    painter.setPen(QPen(QColor("#000000"), 1.0))
    match mark:
        case Text():
            font = QFont(families)
            font.setPixelSize(round(mark.size))
            font.setBold(mark.bold)
            painter.setFont(font)
            painter.setPen(QColor(mark.ink))
            text = readable(mark.text)
            wide = QFontMetricsF(font).horizontalAdvance(text)
            painter.drawText(QPointF(mark.x - SHARES[mark.side] * wide, mark.y), text)
        case Rect():
            painter.setBrush(QColor(mark.fill))
            painter.drawRoundedRect(QRectF(mark.x, mark.y, mark.width, mark.height), mark.round, mark.round)
        case Circle():
            painter.setBrush(QColor(mark.fill))
            painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
        case Path():
            _draw_path(painter, mark)


def _draw_path(painter: QPainter, mark: Path) -> None:
    path = QPainterPath(QPointF(*mark.start))
    for step in mark.steps:
        points = [QPointF(*point) for point in step]
        if len(points) == 1:
            path.lineTo(points[0])
        else:
            path.cubicTo(*points)
    painter.strokePath(path, QPen(QColor("#000000"), mark.width))
    if mark.head:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#000000"))
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in head(mark)]))
