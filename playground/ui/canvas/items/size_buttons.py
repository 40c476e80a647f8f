"""Minus and plus at the corner of a card: one neuron less, one more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.edits.growing import grown
from playground.document.layers.layer import Layer
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.items.node_item import TEXT_FROM
from playground.ui.icons import paint_icon
from playground.ui.text import setting_title
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip

WIDTH, HEIGHT, ICON, ASIDE = 24.0, 20.0, 12.0, 8.0
SIGNS = (("minus", -1), ("plus", 1))


class SizeButtons(QGraphicsItem):
    """Stands over the top edge of one card, at its left, where it stays under the pointer as the card grows."""

    def __init__(self, theme: Theme, fonts: Fonts) -> None:
        super().__init__()
        self.node_id = ""
        self._theme, self._unit = theme, fonts.unit
        self._able: tuple[bool, ...] = (False, False)
        self._pointed = 0
        self._name = ""
        self.setZValue(5)
        self.hide()

    def show_look(self, theme: Theme, fonts: Fonts) -> None:
        self.prepareGeometryChange()
        self._theme, self._unit = theme, fonts.unit
        self.update()

    def show_node(self, node_id: str, layer: Layer | None, body: QRectF) -> None:
        """Stand at this card; hidden where the layer has no size."""
        name = layer.size_field if layer is not None else ""
        self.node_id, self._name = (node_id, name) if name else ("", "")
        self.setVisible(bool(name))
        if layer is not None and name:
            able = tuple(grown(layer, by) is not None for _, by in SIGNS)
            if able != self._able:
                self._able = able
                self.update()
            self.setPos(body.left() + ASIDE * self._unit, body.top() - HEIGHT * self._unit * 0.6)

    def show_pointed(self, by: int) -> None:
        """Which of the two is under the pointer: -1, 1, or 0."""
        if by != self._pointed:
            self._pointed = by
            self.update()
        self.setToolTip(tip(self.words(by) if by else ""))

    def words(self, by: int) -> str:
        """What a click does, or why it does nothing."""
        name = setting_title(self._name)
        if not self._able[by > 0]:
            if by > 0:
                return QCoreApplication.translate("Canvas", "{name}: no more are possible.").format(name=name)
            return QCoreApplication.translate("Canvas", "{name}: one must stay.").format(name=name)
        if by > 0:
            return QCoreApplication.translate("Canvas", "{name}: one more (+)").format(name=name)
        return QCoreApplication.translate("Canvas", "{name}: one less (-)").format(name=name)

    def by_at(self, at: QPointF) -> int:
        """Which of the two stands at this point of the scene: -1, 1, or 0."""
        if not self.isVisible():
            return 0
        local = at - self.pos()
        return next((by for number, (_, by) in enumerate(SIGNS) if self._place(number).contains(local)), 0)

    @property
    def width(self) -> float:
        return 2 * WIDTH * self._unit

    def middle(self, by: int) -> QPointF:
        """The middle of one of the two, in the scene."""
        return self.pos() + self._place(int(by > 0)).center()

    def _place(self, number: int) -> QRectF:
        return QRectF(number * WIDTH * self._unit, 0, WIDTH * self._unit, HEIGHT * self._unit)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self.width, HEIGHT * self._unit).adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if option.levelOfDetailFromTransform(painter.worldTransform()) < TEXT_FROM:
            return
        theme, whole = self._theme, self.boundingRect().adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.setBrush(theme.colour("hover" if theme.dark else "panel"))
        painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        for number, (icon, by) in enumerate(SIGNS):
            place, able = self._place(number), self._able[number]
            if able and by == self._pointed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent", 45))
                inner = place.adjusted(2.5, 2.5, -2.5, -2.5)
                painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
            side = ICON * self._unit
            square = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
            paint_icon(painter, icon, square, theme.colour("ink" if able else "muted", 255 if able else 110))
