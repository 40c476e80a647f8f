"""How bars on picture cards are drawn, and what stands below the picture and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QTransform

from playground.frames.arrays import Floats
from playground.ui.canvas.items.card import Card
from playground.ui.canvas.items.faces.measured import BAR, SHARE_ROOM
from playground.ui.canvas.items.lettering import Fonts, elided, width
from playground.ui.theme import CLASS_COLOURS, NEGATIVE, POSITIVE, Theme

# Pixels of an enlarged picture for one of the scene.
FINER = 2
MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft | MIDDLE, Qt.AlignmentFlag.AlignRight | MIDDLE


@dataclass(frozen=True, eq=False)
class Told:
    """Values for the bars of a card, (values,), the right class by index where it is known, and the words below.

    `is_wrong`: the words tell of a mistake.
    """

    values: Floats | None = None
    right: int | None = None
    caption: str = ""
    is_wrong: bool = False


def paint_told(painter: QPainter, card: Card, told: Told, fonts: Fonts, theme: Theme) -> None:
    """All of it that changes with the frame or the chosen example."""
    if card.content.face == "classes":
        _paint_classes(painter, card, told, fonts, theme)
    elif card.bars:
        _paint_bars(painter, card, told, fonts, theme)
    if told.caption and not card.caption.isEmpty():
        painter.setPen(theme.colour("problem" if told.is_wrong else "ink"))
        painter.setFont(fonts.body)
        painter.drawText(card.caption, LEFT, elided(told.caption, fonts.body, card.caption.width()))


def squared(image: QImage, place: QRectF) -> QBrush:
    """The image as a brush that fills the place, each pixel a square."""
    across, down = place.width() / image.width(), place.height() / image.height()
    # Enlarged beforehand: a painter that smooths pictures would smooth these too.
    whole = QSize(ceil(across) * image.width() * FINER, ceil(down) * image.height() * FINER)
    brush = QBrush(image.scaled(whole))
    scale = place.width() / whole.width(), place.height() / whole.height()
    brush.setTransform(QTransform.fromTranslate(place.x(), place.y()).scale(*scale))
    return brush


def paint_arrows(painter: QPainter, card: Card, theme: Theme) -> None:
    """From each filter to its map."""
    painter.setPen(QPen(theme.colour("muted"), 1))
    for first, second in zip(card.maps[::2], card.maps[1::2], strict=True):
        start, end = QPointF(first.right() + 5, first.center().y()), QPointF(second.left() - 5, first.center().y())
        painter.drawLine(start, end)
        for side in (-3, 3):
            painter.drawLine(end, end + QPointF(-4, side))


def _paint_bars(painter: QPainter, card: Card, told: Told, fonts: Fonts, theme: Theme) -> None:
    """Around one zero line, blue to the right and orange to the left."""
    values = np.zeros(len(card.bars)) if told.values is None else np.nan_to_num(told.values[: len(card.bars)])
    low, high = min(float(values.min(initial=0)), 0.0), max(float(values.max(initial=0)), 0.0)
    named = _named(card, fonts)
    for name, place, value in zip(card.content.names, card.bars, values.tolist(), strict=False):
        _name(painter, name, place, named, fonts.body, theme.colour("ink"))
        room = QRectF(place.left() + named, place.center().y() - BAR / 2 * fonts.unit, 0, BAR * fonts.unit)
        across = (place.width() - named) / ((high - low) or 1.0)
        start, end = sorted(((0 - low) * across, (value - low) * across))
        room.setLeft(room.left() + start)
        room.setWidth(max(end - start, 1.0))
        _bar(painter, room, QColor(*(POSITIVE if value > 0 else NEGATIVE)), theme)
    zero = card.bars[0].left() + named - low * (card.bars[0].width() - named) / ((high - low) or 1.0)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QPointF(zero, card.bars[0].top()), QPointF(zero, card.bars[-1].bottom()))


def _named(card: Card, fonts: Fonts) -> float:
    return max((width(name, fonts.body) for name in card.content.names), default=0.0) + 8 * fonts.unit


def _name(painter: QPainter, name: str, place: QRectF, room: float, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QRectF(place.left(), place.top(), room, place.height()), LEFT, name)


def _bar(painter: QPainter, where: QRectF, colour: QColor, theme: Theme) -> None:
    # In the dark brown and violet are near the ground.
    painter.setPen(QPen(QColor(255, 255, 255, 97), 1) if theme.dark and where.width() > 3 else Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(where, min(2.0, where.width() / 2), 2.0)


def _paint_classes(painter: QPainter, card: Card, told: Told, fonts: Fonts, theme: Theme) -> None:
    """A bar in the colour of each class; the right one in a green frame, a wrong answer's share in red."""
    shares, named, unit = told.values, _named(card, fonts), fonts.unit
    best = -1 if shares is None else int(shares.argmax())
    bold = QFont(fonts.body)
    bold.setBold(True)
    for at, (name, place) in enumerate(zip(card.content.names, card.bars, strict=True)):
        marked, wrong = at in (best, told.right), at == best and told.right not in (None, best)
        if at == told.right:
            painter.setPen(QPen(theme.colour("good"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(-5, 1, 5, -1), 5, 5)
        font = bold if marked else fonts.body
        _name(painter, name, place, named, font, theme.colour("ink"))
        track = QRectF(place.left() + named, place.center().y() - BAR / 2 * unit, 0, BAR * unit)
        track.setRight(place.right() - SHARE_ROOM * unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover" if not theme.dark else "line"))
        painter.drawRoundedRect(track, 2, 2)
        share = 0.0 if shares is None else float(np.clip(np.nan_to_num(shares[at]), 0, 1))
        if shares is not None:
            track.setWidth(max(track.width() * share, 1.0))
            _bar(painter, track, QColor(*CLASS_COLOURS[at % len(CLASS_COLOURS)]), theme)
            painter.setFont(font)
            painter.setPen(theme.colour("problem" if wrong else "ink" if marked else "muted"))
            painter.drawText(place, RIGHT, f"{100 * share:.0f} %")
