"""The words around a walk's picture: what happens at an act, at the top, and what has no room, below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from playground.ui.texts.said import sentences
from playground.ui.theme import Theme
from playground.ui.walk.formula import Weight, factors_of, product
from playground.ui.walk.said import act_text, notes_of, spoken_weight
from playground.ui.walk.sight import Shown
from playground.ui.widgets.fonts import SMALLER, scaled_font


def words_of(shown: Shown, at: int) -> str:
    """What happens at the act of that number."""
    act, walk, document = shown.acts[at], shown.walk, shown.document
    notes = notes_of(walk, document) if act.kind == "loss" else ()
    return sentences(act_text(act, walk, document, shown.prepared), *notes)


def weight_words(shown: Shown, weight: Weight) -> str:
    """The gradient of a weight, by hand and by the tape."""
    node, array, place = weight
    stop, by_hand = shown.walk.stop(node), product(factors_of(shown.hand, weight))
    assert stop is not None
    return spoken_weight(weight, by_hand, float(stop.gradients[array][place]), shown.hand, shown.document)


def paint_head(painter: QPainter, theme: Theme, room: QRectF, title: str, words: str) -> None:
    """A title and what happens, from the room's top down, as far as it is wide."""
    painter.setFont(scaled_font(1.1, True))
    painter.setPen(theme.colour("ink"))
    room.setHeight(painter.fontMetrics().height() + 8)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(title) + 10)
    painter.setFont(scaled_font())
    painter.setPen(theme.colour("muted"))
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def paint_foot(painter: QPainter, theme: Theme, room: QRectF, words: str) -> None:
    """Words at the room's right end, above its bottom."""
    painter.setFont(scaled_font(SMALLER))
    painter.setPen(theme.colour("muted"))
    wide = painter.fontMetrics().horizontalAdvance(words) + 2
    room = room.adjusted(room.width() - wide, room.height() - painter.fontMetrics().height(), 0, 0)
    painter.fillRect(room, theme.colour("canvas", 225))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
