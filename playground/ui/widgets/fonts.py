"""The application's font in other sizes, and widgets that follow it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

# Of small words: in forms and bars, and in live views.
SMALL, SMALLER = 0.88, 0.86
LEAST_POINTS, LEAST_PIXELS = 4.0, 5
# The height of a line for which sizes of parts of the window are meant.
LINE = 15


def scaled_font(scale: float = 1.0, bold: bool = False, fixed_digits: bool = False, of: QFont | None = None) -> QFont:
    """The application's font, or another, larger or smaller; `fixed_digits` gives all digits one width."""
    font = QFont(QApplication.font() if of is None else of)
    if font.pointSizeF() > 0:
        font.setPointSizeF(max(LEAST_POINTS, font.pointSizeF() * scale))
    else:
        font.setPixelSize(max(LEAST_PIXELS, round(font.pixelSize() * scale)))
    font.setBold(bold)
    if fixed_digits:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def letters() -> float:
    """How much larger than usual the window's letters are."""
    return max(1.0, QFontMetrics(QApplication.font()).height() / LINE)


def follow_font(widget: QWidget) -> None:
    """Let a widget whose font is larger or smaller than the application's take its size from that again.

    Qt tells no widget with a font of its own that the application's changed, and a new style sheet brings old fonts.
    """
    if type(widget).__module__.startswith("playground."):
        widget.changeEvent(QEvent(QEvent.Type.ApplicationFontChange))
