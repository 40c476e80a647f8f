"""A card seen from afar: its maps, as large as it is, and its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from playground.ui.canvas.items.card import COLUMNS, Card
from playground.ui.canvas.items.lettering import Fonts, width
from playground.ui.theme import Theme

INSET, GAP = 8.0, 0.2


def paint_far(
    painter: QPainter,
    card: Card,
    learned: QImage | Sequence[QImage],
    number: str,
    fonts: Fonts,
    theme: Theme,
    scale: float,
) -> None:
    """The maps as squares, quiet ones until there are some; below them the number, of one size on the screen."""
    words = QFontMetricsF(fonts.small).height() / scale if number else 0.0
    room = QRectF(QPointF(), card.size).adjusted(INSET, INSET, -INSET, -INSET)
    above = room.adjusted(0, 0, 0, -words) if words < room.height() * 0.6 else room
    count = len(card.maps)
    columns = 1 if card.content.surface else min(COLUMNS, count)
    rows = -(-count // columns)
    side = min(above.width() / (columns + GAP * (columns - 1)), above.height() / (rows + GAP * (rows - 1)))
    step = side * (1 + GAP)
    size = QSizeF(step * columns - side * GAP, step * rows - side * GAP)
    first = above.center() - QPointF(size.width() / 2, size.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    if isinstance(learned, QImage):
        # A mosaic ends with a gap.
        painter.drawImage(QRectF(first, QSizeF(step * columns, step * rows)), learned)
    else:
        for place in range(count):
            square = QRectF(first + QPointF(place % columns * step, place // columns * step), QSizeF(side, side))
            if place < len(learned):
                painter.drawImage(square, learned[place])
            else:
                painter.fillRect(square, theme.colour("canvas"))
    if above != room:
        painter.setPen(theme.colour("muted"))
        painter.setFont(fonts.small)
        painter.translate(room.center().x(), room.bottom() - words)
        painter.scale(1 / scale, 1 / scale)
        painter.drawText(QPointF(-width(number, fonts.small) / 2, QFontMetricsF(fonts.small).ascent()), number)
