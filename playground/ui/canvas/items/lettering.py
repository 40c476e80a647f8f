"""Fonts of the canvas and text that fits: wrapped or elided by measured widths."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from playground.ui.widgets.fonts import SMALLER, scaled_font

# Of title, body and small words, and whether they are bold.
SIZES = ((1.0, True), (0.95, False), (SMALLER, False))
# The height of a line for which places are meant.
LINE = 15.0


@dataclass(frozen=True)
class Fonts:
    """The sizes of text on the canvas, all relative to the window's font. `unit` is 1.0 for a 15 px line, and no more.

    Larger letters enlarge all of the canvas, so that cards keep their gaps: `letters` is how many times, and the fonts
    are that much smaller than the window's.
    """

    title: QFont
    body: QFont
    small: QFont
    letters: float = 1.0

    @classmethod
    def of(cls, font: QFont) -> Fonts:
        letters = max(1.0, QFontMetricsF(scaled_font(0.95, of=font)).height() / LINE)
        title, body, small = (scaled_font(scale / letters, bold, of=font) for scale, bold in SIZES)
        return cls(title, body, small, letters)

    @property
    def unit(self) -> float:
        return max(0.5, QFontMetricsF(self.body).height() / LINE)

    def steady(self, scale: float, least: float = 1.0) -> float:
        """How much smaller than the canvas words are drawn at this scale, from `least` on."""
        return min(max(scale / self.letters, least), LAST_STEADY)


# Between these scales of the canvas words keep their size on the screen: only maps, gaps and lines grow.
LEAST_STEADY, LAST_STEADY = 0.7, 1.6
# How small a line may become so that all of it fits.
SMALLEST = 0.75


def paint_line(painter: QPainter, text: str, font: QFont, room: QRectF, by: float, right: bool = False) -> None:
    """A line in the middle of a strip, in the painter's pen, so many times smaller than the canvas.

    Where it does not fit it is drawn a little smaller, and only then cut.
    """
    by = max(by, min(width(text, font) / max(room.width(), 1.0), by / SMALLEST))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.save()
    painter.scale(1 / by, 1 / by)
    painter.setFont(font)
    place = QRectF(room.topLeft() * by, room.size() * by)
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, elided(text, font, place.width()))
    painter.restore()


def paint_words(painter: QPainter, text: str, font: QFont, at: QPointF, by: float) -> None:
    """Words whose top left corner is at this point, so many times smaller than the canvas."""
    painter.save()
    painter.translate(at)
    painter.scale(1 / by, 1 / by)
    painter.setFont(font)
    painter.drawText(QPointF(0, QFontMetricsF(font).ascent()), text)
    painter.restore()


def width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def elided(text: str, font: QFont, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than `room`."""
    # One pixel of grace: a width measured with floats must hold the text it was measured for.
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room + 1.0)


def wrapped(text: str, font: QFont, room: float, most_lines: int) -> tuple[str, ...]:
    """The text in lines no wider than `room`, broken at words or, as in Chinese, anywhere; the last one elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room + 1.0)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], elided(text[starts[most_lines - 1] :].strip(), font, room)]
    return tuple(line for line in lines if line)
