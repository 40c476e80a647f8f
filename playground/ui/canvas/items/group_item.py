"""Open groups on the canvas: a softly tinted frame behind its members, with a title and a button that closes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from playground.document.group import Group
from playground.ui.canvas.items.lettering import Fonts, elided, width
from playground.ui.canvas.items.node_item import ROUNDING, TEXT_FROM
from playground.ui.canvas.layout.box import Box
from playground.ui.text import group_title
from playground.ui.theme import Theme, group_colour

PAD, TITLE_PAD, BUTTON = 16.0, 6.0, 18.0
LOWEST = -100.0


class FrameItem(QGraphicsItem):
    """Shows one open group. Where it stands follows from its members."""

    def __init__(self, group: Group, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.shown, self._fonts, self._theme = group, fonts, theme
        self._body = QRectF()
        self._over_button = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)

    # What it is told

    def show_group(self, group: Group, fonts: Fonts, theme: Theme) -> None:
        if (group, fonts, theme) != (self.shown, self._fonts, self._theme):
            self.shown, self._fonts, self._theme = group, fonts, theme
            self.update()

    def show_body(self, body: QRectF) -> None:
        if body != self._body:
            self.prepareGeometryChange()
            self._body = body
            self.update()

    def show_hovered(self, button: bool) -> None:
        """Whether the pointer is over the button that closes the group."""
        if button != self._over_button:
            self._over_button = button
            self.update()

    # What it is asked

    @property
    def group_id(self) -> str:
        return self.shown.id

    @property
    def body(self) -> QRectF:
        """The frame, title included, in the scene."""
        return self._body

    @property
    def box(self) -> Box:
        return Box(self._body.x(), self._body.y(), self._body.width(), self._body.height())

    @property
    def title_height(self) -> float:
        return QFontMetricsF(self._fonts.title).height() + 2 * TITLE_PAD

    @property
    def title_place(self) -> QRectF:
        """The strip by which the group is taken hold of, in the scene."""
        return QRectF(self._body.topLeft(), self._body.topRight() + QPointF(0, self.title_height))

    @property
    def button_place(self) -> QRectF:
        """The button at the right end of the title, in the scene."""
        strip = self.title_place
        inset = (strip.height() - BUTTON) / 2
        return QRectF(strip.right() - inset - BUTTON, strip.top() + inset, BUTTON, BUTTON)

    def boundingRect(self) -> QRectF:
        return self._body.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._body)
        return path

    # How it looks

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme, colour = self._theme, self.shown.colour
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isSelected()
        line = theme.colour("accent") if chosen else group_colour(colour, theme, 130)
        painter.setPen(QPen(line, 2.0 if chosen else 1.2))
        painter.setBrush(group_colour(colour, theme, 20 if theme.dark else 22))
        painter.drawRoundedRect(self._body, ROUNDING + 4, ROUNDING + 4)
        if scale >= TEXT_FROM:
            self._paint_title(painter)
            self._paint_button(painter)

    def _paint_title(self, painter: QPainter) -> None:
        strip = self.title_place.adjusted(PAD - 2, 0, -BUTTON - 2 * TITLE_PAD, 0)
        painter.setFont(self._fonts.title)
        painter.setPen(group_colour(self.shown.colour, self._theme))
        words = elided(group_title(self.shown), self._fonts.title, strip.width())
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_button(self, painter: QPainter) -> None:
        """A small minus in a ring: the group becomes one card."""
        place = self.button_place
        colour = group_colour(self.shown.colour, self._theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(group_colour(self.shown.colour, self._theme, 90 if self._over_button else 36))
        painter.drawRoundedRect(place, 5, 5)
        painter.setPen(QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = place.center()
        painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))


class Frames:
    """The frames of all open groups in sight: made, kept and drawn around their members."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.by_id: dict[str, FrameItem] = {}
        # Whether there are others, or with other members, than when they were last put in their places.
        self.changed = False

    def show_groups(self, groups: Iterable[Group], fonts: Fonts, theme: Theme) -> None:
        """These groups and no others."""
        wanted = {group.id: group for group in groups}
        for group_id in self.by_id.keys() - wanted.keys():
            self._scene.removeItem(self.by_id.pop(group_id))
        for group_id, group in wanted.items():
            item = self.by_id.get(group_id)
            if item is None:
                item = self.by_id[group_id] = FrameItem(group, fonts, theme)
                self._scene.addItem(item)
                self.changed = True
            elif (item.shown.members, item.shown.name) != (group.members, group.name):
                self.changed = True
            item.show_group(group, fonts, theme)

    def place(self, boxes: Mapping[str, Box], fonts: Fonts) -> None:
        """Around the cards of its members each; what lies inside another lies over it."""
        self.changed = False
        bodies: dict[str, QRectF] = {}
        for group_id in self.by_id:
            self._measure(group_id, boxes, fonts, bodies)
        # A frame inside another is smaller, so that those drawn first hide none.
        for rank, group_id in enumerate(sorted(bodies, key=lambda name: -_area(bodies[name]))):
            self.by_id[group_id].show_body(bodies[group_id])
            self.by_id[group_id].setZValue(LOWEST + rank * 0.01)

    def _measure(self, group_id: str, boxes: Mapping[str, Box], fonts: Fonts, bodies: dict[str, QRectF]) -> QRectF:
        if group_id in bodies:
            return bodies[group_id]
        item, inside = self.by_id[group_id], QRectF()
        for member in item.shown.members:
            if member in boxes:
                box = boxes[member]
                inside = inside.united(QRectF(box.x, box.y, box.width, box.height))
            elif member in self.by_id:
                inside = inside.united(self._measure(member, boxes, fonts, bodies))
        body = inside.adjusted(-PAD, -item.title_height - TITLE_PAD, PAD, PAD)
        # The title is read where it fits; it makes no frame absurdly wide.
        asked = min(width(group_title(item.shown), fonts.title), 220.0) + PAD + BUTTON + 3 * TITLE_PAD
        body.setWidth(max(body.width(), asked))
        bodies[group_id] = body
        return body

    def rect(self) -> QRectF:
        """What encloses all of them."""
        rect = QRectF()
        for item in self.by_id.values():
            rect = rect.united(item.body)
        return rect

    def at(self, at: QPointF) -> FrameItem | None:
        """The innermost frame at this point."""
        found = [item for item in self.by_id.values() if item.body.contains(at)]
        return max(found, key=lambda item: item.zValue(), default=None)


def _area(rect: QRectF) -> float:
    return rect.width() * rect.height()
