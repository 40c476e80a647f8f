"""How the view writes values and classes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter


def readable_on(ground: QColor) -> QColor:
    """Ink that can be read on this colour."""
    light = 0.299 * ground.red() + 0.587 * ground.green() + 0.114 * ground.blue()
    return QColor(20, 24, 32) if light > 135 else QColor(255, 255, 255)


def mixed(ground: QColor, colour: tuple[int, int, int], share: float) -> QColor:
    """From the ground, 0, to the colour, 1."""
    parts = zip((ground.red(), ground.green(), ground.blue()), colour, strict=True)
    return QColor(*(round(low + (high - low) * share) for low, high in parts))


def elided(painter: QPainter, where: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """Words that end in … where there is no room."""
    metrics = QFontMetricsF(painter.font())
    painter.drawText(where, align, metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width()))
