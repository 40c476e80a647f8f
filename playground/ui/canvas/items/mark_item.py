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
from playground.ui.widgets.plain import tip

PAD, GAP, ICON, ASIDE = 6.0, 4.0, 12.0, 8.0


class Mark(Enum):
    """What a card can be marked as: frozen, or why it stands still, by the code of its Cause."""

    FROZEN = "frozen"
    DEAD = "dead"
    SATURATED = "saturated"
    THROWN = "thrown"
    FADED = "faded"
    SMALL_STEPS = "small_steps"
    REST = "rest"


def mark_text(mark: Mark) -> str:
    """In a word or three, for the mark and for a screen reader."""
    words = {
        Mark.FROZEN: QCoreApplication.translate("Canvas", "frozen"),
        Mark.DEAD: QCoreApplication.translate("Canvas", "dead ReLU"),
        Mark.SATURATED: QCoreApplication.translate("Canvas", "saturated"),
        Mark.THROWN: QCoreApplication.translate("Canvas", "rate too high"),
        Mark.FADED: QCoreApplication.translate("Canvas", "gradient fades"),
        Mark.SMALL_STEPS: QCoreApplication.translate("Canvas", "steps too small"),
        Mark.REST: QCoreApplication.translate("Canvas", "at rest"),
    }
    return words[mark]


def mark_help(mark: Mark, where: str) -> str:
    """Why, and what helps; `where` is the title of the layer that is the reason."""
    words = {
        Mark.FROZEN: QCoreApplication.translate(
            "Canvas", "Frozen: training leaves its weights as they are. Edit > Freeze or unfreeze sets it free."
        ),
        Mark.DEAD: QCoreApplication.translate(
            "Canvas",
            "Dead ReLU: {layer} gives 0 for every point, so no gradient gets through it and these weights stand still. "
            "Use Leaky ReLU there, or Reset with another seed.",
        ),
        Mark.SATURATED: QCoreApplication.translate(
            "Canvas",
            "Saturated: {layer} is flat for every point, so no gradient gets through it and these weights stand still. "
            "Reset with smaller inputs or first weights, or use ReLU there.",
        ),
        Mark.THROWN: QCoreApplication.translate(
            "Canvas",
            "Learning rate too high: steps have made the weights of {layer} more than ten times as large, and now "
            "next to nothing pulls at them. Lower the learning rate, then Reset.",
        ),
        Mark.FADED: QCoreApplication.translate(
            "Canvas",
            "Gradient near zero: it gets smaller from layer to layer on its way back, and next to nothing of it comes "
            "here. Try Leaky ReLU with He first weights, or fewer layers.",
        ),
        Mark.SMALL_STEPS: QCoreApplication.translate(
            "Canvas", "Steps too small: a gradient pulls at its weights, but the learning rate lets them hardly move."
        ),
        Mark.REST: QCoreApplication.translate(
            "Canvas", "At rest: next to nothing pulls at any layer, as in a minimum of the loss or on a plateau."
        ),
    }
    return words[mark].format(layer=where)


class MarkItem(QGraphicsItem):
    """Stands over the top edge of one card, at its right; `brief` leaves the words out."""

    def __init__(self, mark: Mark, where: str, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.mark, self.where = mark, where
        self._fonts, self._theme, self._brief = fonts, theme, False
        self.setToolTip(tip(mark_help(mark, where)))
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
        ground, line, ink = ("hover", "line", "ink") if self.mark is Mark.FROZEN else ("note", "note_line", "note_ink")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(line), 1.0))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        square = QRectF(PAD * unit, (self._size().height() - ICON * unit) / 2, ICON * unit, ICON * unit)
        icon, colour = ("snowflake", "accent") if self.mark is Mark.FROZEN else ("still", ink)
        paint_icon(painter, icon, square, theme.colour(colour))
        if not self._brief and scale >= TEXT_FROM:
            painter.setFont(self._fonts.small)
            painter.setPen(theme.colour(ink))
            left = square.right() + GAP * unit
            words = QRectF(left, 0, self._size().width() - left, self._size().height())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mark_text(self.mark))
