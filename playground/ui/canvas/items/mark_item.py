"""A small mark at a card's corner: that the layer is frozen, or stands still."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.items.lettering import Fonts, width
from playground.ui.canvas.items.node_item import MAPS_FROM, TEXT_FROM
from playground.ui.icons import paint_icon
from playground.ui.theme import Theme

PAD, GAP, ICON, ASIDE = 6.0, 4.0, 12.0, 8.0


class Mark(Enum):
    """What a card can be marked as; the value is its icon."""

    FROZEN = "snowflake"
    STILL = "still"


def mark_text(mark: Mark) -> str:
    """In a word or three, for the mark and for a screen reader."""
    if mark is Mark.FROZEN:
        return QCoreApplication.translate("Canvas", "frozen")
    return QCoreApplication.translate("Canvas", "gradient near zero")


def mark_help(mark: Mark) -> str:
    if mark is Mark.FROZEN:
        return QCoreApplication.translate(
            "Canvas", "Frozen: training leaves its weights as they are. Edit > Freeze or unfreeze sets it free."
        )
    return QCoreApplication.translate(
        "Canvas",
        "Gradient near zero: next to nothing pulls at its weights, so they stand still. Behind many sigmoid layers "
        "gradients fade: try ReLU, fewer layers, or other first weights.",
    )


class MarkItem(QGraphicsItem):
    """Stands over the top edge of one card, at its right; `brief` leaves the words out."""

    def __init__(self, mark: Mark, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.mark = mark
        self._fonts, self._theme, self._brief = fonts, theme, False
        self.setToolTip(mark_help(mark))
        self.setZValue(3)

    def stand_at(self, body: QRectF, scale: float, brief: bool) -> None:
        """At the corner of this card, `scale` times as large."""
        self.setScale(scale)
        if brief != self._brief:
            self.prepareGeometryChange()
            self._brief = brief
        size = self._size().size() * scale
        self.setPos(body.right() - ASIDE * self._fonts.unit - size.width(), body.top() - size.height() * 0.6)

    @property
    def full_width(self) -> float:
        unit = self._fonts.unit
        return (2 * PAD + ICON + GAP) * unit + width(mark_text(self.mark), self._fonts.small)

    def _size(self) -> QRectF:
        unit = self._fonts.unit
        across = (2 * PAD + ICON) * unit if self._brief else self.full_width
        return QRectF(0, 0, across, 18 * unit)

    def boundingRect(self) -> QRectF:
        return self._size().adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if scale < MAPS_FROM:
            return
        theme, place, unit = self._theme, self._size().adjusted(0.5, 0.5, -0.5, -0.5), self._fonts.unit
        # The warm colours are for what goes wrong; freezing was somebody's wish.
        ground, line, ink = ("note", "note_line", "note_ink") if self.mark is Mark.STILL else ("hover", "line", "ink")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(line), 1.0))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        square = QRectF(PAD * unit, (self._size().height() - ICON * unit) / 2, ICON * unit, ICON * unit)
        paint_icon(painter, self.mark.value, square, theme.colour("accent" if self.mark is Mark.FROZEN else ink))
        if not self._brief and scale >= TEXT_FROM:
            painter.setFont(self._fonts.small)
            painter.setPen(theme.colour(ink))
            left = square.right() + GAP * unit
            words = QRectF(left, 0, self._size().width() - left, self._size().height())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark_text(self.mark))
