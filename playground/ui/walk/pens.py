"""Letters and colours of a walk's picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from playground.ui.texts.numbers import number_text
from playground.ui.theme import NEGATIVE, Theme

# Pixels of letters, before the picture is scaled.
SMALLEST, SMALL, USUAL = 9, 11, 13
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
MIDDLE, CENTRE = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter


def signed_colour(value: float, theme: Theme) -> QColor:
    """Orange below 0, blue above, as text that is read on a panel."""
    if not value:
        return theme.colour("muted")
    if theme.dark:
        return QColor(*(NEGATIVE if value < 0 else (88, 180, 232)))
    return theme.colour("validation" if value < 0 else "accent")


def signed_text(value: float) -> str:
    """With its sign, but for nothing."""
    return f"+{number_text(value)}" if value > 0 else number_text(value or 0.0)


def font(pixels: int, bold: bool = False) -> QFont:
    made = QFont(QApplication.font())
    made.setPixelSize(pixels)
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def is_dark(ground: QColor) -> bool:
    """Whether white is read on it."""
    return 0.3 * ground.red() + 0.59 * ground.green() + 0.11 * ground.blue() < 130
