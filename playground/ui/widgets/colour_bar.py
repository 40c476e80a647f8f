"""A bar of colours between the numbers that its ends mean."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter

from playground.ui.theme import NEGATIVE, POSITIVE, signed_rgb

Stops = Sequence[tuple[float, QColor]]
"""Places from 0 to 1 with their colours; between them colours blend."""


def evenly(colours: NDArray[np.generic]) -> Stops:
    """Colours, shape (count, 3), at even distances."""
    return [
        (float(at), QColor(*map(int, rgb))) for at, rgb in zip(np.linspace(0, 1, len(colours)), colours, strict=True)
    ]


SIGNED = evenly(signed_rgb(np.linspace(-1, 1, 9)))
TWO_CLASSES = [(at, QColor(*colour)) for at, colour in ((0.4999, NEGATIVE), (0.5001, POSITIVE))]


def paint_colour_bar(
    painter: QPainter,
    room: QRectF,
    ends: tuple[str, str],
    ink: QColor,
    stops: Stops = SIGNED,
    thickness: float = 8.0,
    gap: float = 8.0,
) -> QRectF:
    """The words at both ends of the room, in the painter's font, and the bar between them; gives where that is."""
    metrics, middle = QFontMetricsF(painter.font()), Qt.AlignmentFlag.AlignVCenter
    painter.setPen(ink)
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, ends[0])
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, ends[1])
    left, right = (metrics.horizontalAdvance(word) + gap for word in ends)
    wide = max(room.width() - left - right, thickness)
    bar = QRectF(room.x() + left, room.center().y() - thickness / 2, wide, thickness)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for at, colour in stops:
        gradient.setColorAt(at, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar, thickness / 2, thickness / 2)
    return bar
