"""What a data set's raw inputs are: numbers, the pixels of a picture, or the steps of a sequence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from playground.ui.theme import Theme, signed_rgb


def is_picture(names: Sequence[str]) -> bool:
    """Whether these inputs are the pixels of a square picture, row by row."""
    return names[0].startswith("pixel_")


def is_trace(names: Sequence[str]) -> bool:
    """Whether these inputs follow each other in time."""
    return names[0].startswith("step_")


def image(values: NDArray[np.floating]) -> QImage:
    """Values (height, width) from -1 to +1 in the one colour language."""
    rgb = np.ascontiguousarray(signed_rgb(values))
    height, width, _ = rgb.shape
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def paint_picture(painter: QPainter, where: QRectF, values: NDArray[np.floating]) -> None:
    """A picture (height, width) from 0, paper, to 1, ink; each pixel a square."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(where, image(values))


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
