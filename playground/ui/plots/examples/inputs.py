"""What a data set's raw inputs are: numbers, the pixels of a picture, or the steps of a sequence."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from playground.datasets.pictures import shape_of
from playground.document.settings import Facts
from playground.ui.theme import Theme, signed_rgb


def image(values: NDArray[np.floating]) -> QImage:
    """Values (height, width) from -1 to +1 in the one colour language."""
    rgb = np.ascontiguousarray(signed_rgb(values))
    height, width, _ = rgb.shape
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def aspect(facts: Facts) -> float:
    """How much wider than high an input is drawn."""
    return 1.0 if facts.pictured else 1.8


def paint_example(painter: QPainter, where: QRectF, values: NDArray[np.floating], facts: Facts, theme: Theme) -> None:
    """An input of data that is looked at one by one: its picture, or its line on a ground of its own."""
    if facts.pictured:
        paint_picture(painter, where, values)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hover"))
    painter.drawRoundedRect(where, 4, 4)
    room = min(where.height() / 8, 8.0)
    paint_trace(painter, where.adjusted(room, room, -room, -room), values, facts.span, theme)
    painter.restore()


def paint_picture(painter: QPainter, where: QRectF, values: NDArray[np.floating]) -> None:
    """The numbers of a picture, flat: from 0, paper, to 1, ink, or red, green and blue; each pixel a square."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    height, width, channels = shape_of(len(values))
    if channels == 1:
        painter.drawImage(where, image(values.reshape(height, width)))
        return
    rgb = (255 * np.clip(values, 0, 1)).round().astype(np.uint8)
    painter.drawImage(where, QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888))


def paint_trace(
    painter: QPainter, where: QRectF, values: NDArray[np.floating], span: tuple[float, float], theme: Theme
) -> None:
    """A sequence as a line, over the line of its zero."""
    places = trace_points(where, values, span)
    zero = where.bottom() + where.height() * span[0] / (span[1] - span[0])
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QPointF(where.left(), zero), QPointF(where.right(), zero))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 1.8))
    painter.drawPolyline(QPolygonF(places))


def trace_points(where: QRectF, values: NDArray[np.floating], span: tuple[float, float]) -> list[QPointF]:
    """Where each step of a sequence stands; what is beyond the span stands at its end."""
    up = np.clip((values - span[0]) / (span[1] - span[0]), 0, 1)
    x = np.linspace(where.left(), where.right(), len(values))
    y = where.bottom() - up * where.height()
    return [QPointF(*pair) for pair in zip(x.tolist(), y.tolist(), strict=True)]
