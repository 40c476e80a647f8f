"""A node on the canvas: one item that paints its whole card."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.items.card import Card
from playground.ui.canvas.items.faces.paint import Told, paint_arrows, paint_told, squared
from playground.ui.canvas.items.far_card import paint_far
from playground.ui.canvas.items.group_card import paint_band, paint_stack
from playground.ui.canvas.items.lettering import LEAST_STEADY, Fonts, paint_words
from playground.ui.canvas.items.neuron_card import toggles
from playground.ui.canvas.items.neuron_paint import (
    Shown,
    live_area,
    paint_frame,
    paint_strips,
    paint_toggles,
    paint_weights,
    paint_written,
)
from playground.ui.canvas.layout.box import Box
from playground.ui.theme import Theme
from playground.ui.widgets.plain import tip

PORT_RADIUS = 5.0
PORT_REACH = 10.0
ROUNDING = 10.0
MARGIN = PORT_REACH + 4.0
# Below these scales text, and then maps, are too small to be told apart.
TEXT_FROM, MAPS_FROM = 0.4, 0.22
# Below this one a plain card is its map.
FAR = 0.6
# A mosaic ends with a gap, which is this share of a map.
MOSAIC_GAP = 0.2


class Call(Enum):
    """How a node answers to a connection being drawn."""

    QUIET = auto()
    WELCOME = auto()
    CHOSEN = auto()
    REFUSED = auto()


class NodeItem(QGraphicsItem):
    """Shows one node. What it shows is given to it; it changes nothing itself."""

    def __init__(self, node_id: str, card: Card, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.node_id = node_id
        self._card, self._fonts, self._theme = card, fonts, theme
        self._pictures: Sequence[QImage] = ()
        self._mosaic: QImage | None = None
        self._call = Call.QUIET
        self._ports = (False, False)
        self._unit: int | None = None
        self._shown: Shown | None = None
        self._told = Told()
        self._pointed = self._number = ""
        self.has_input = self.has_output = True
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(2)
        self.setToolTip(tip(card.tool_tip))

    # What it is told

    def show_card(self, card: Card, fonts: Fonts, theme: Theme) -> None:
        """Other words, sizes or colours."""
        if (card, fonts, theme) != (self._card, self._fonts, self._theme):
            self.prepareGeometryChange()
            if (card.content.form, card.content.units) != (self._card.content.form, self._card.content.units):
                self._mosaic = self._shown = None
            self._card, self._fonts, self._theme = card, fonts, theme
            self.setToolTip(tip(card.tool_tip))
            self.update()

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        """A map for each neuron, or the one surface; () for quiet squares until there are some."""
        if pictures or self._pictures:
            self._pictures, self._mosaic = pictures, None
            self._update_maps()

    def show_mosaic(self, mosaic: QImage) -> None:
        """All maps in one picture, for a canvas seen from afar."""
        self._mosaic = mosaic
        self._update_maps()

    def _update_maps(self) -> None:
        # Seen from afar they take the whole card.
        far = self.scene() is not None and getattr(self.scene(), "detail", 1.0) < FAR
        self.update(QRectF(QPointF(), self._card.size) if far else live_area(self._card))

    def show_number(self, number: str) -> None:
        """What it is called where there is no room for its name."""
        if number != self._number:
            self._number = number
            self.update()

    def show_weights(self, shown: Shown | None) -> None:
        """What an opened card shows of its layer's weights; None while they are not known."""
        if shown is not None or self._shown is not None:
            self._shown = shown
            self.update(live_area(self._card))

    def show_told(self, told: Told) -> None:
        """What the bars and the caption of a card of picture data say."""
        self._told = told
        self.update(live_area(self._card))

    def show_pointed(self, form: str) -> None:
        """The icon under the pointer, by the form that it leads to; "" for none."""
        if form != self._pointed:
            self._pointed = form
            self.update()

    def show_call(self, call: Call) -> None:
        if call is not self._call:
            self._call = call
            self.setOpacity(0.35 if call is Call.REFUSED else 1.0)
            self.update()

    def show_ports(self, left: bool, right: bool) -> None:
        """Which of the two ports are drawn: those of the node under the pointer."""
        ports = (left and self.has_input, right and self.has_output)
        if ports != self._ports:
            self._ports = ports
            self.update()

    def show_unit(self, unit: int | None) -> None:
        """Ring the map of the neuron under the pointer."""
        if unit != self._unit:
            self._unit = unit
            self.update()

    # What it is asked

    @property
    def card(self) -> Card:
        return self._card

    @property
    def fonts(self) -> Fonts:
        return self._fonts

    @property
    def pictures(self) -> Sequence[QImage]:
        return self._pictures

    @property
    def shows_maps(self) -> bool:
        """Whether there is anything but quiet squares."""
        return bool(self._pictures) or self._mosaic is not None or self._told.values is not None

    @property
    def weights(self) -> Shown | None:
        return self._shown

    @property
    def told(self) -> Told:
        return self._told

    @property
    def call(self) -> Call:
        return self._call

    @property
    def body(self) -> QRectF:
        """The card, in the scene."""
        return QRectF(self.pos(), self._card.size)

    @property
    def box(self) -> Box:
        return Box(self.x(), self.y(), self._card.size.width(), self._card.size.height())

    @property
    def input_port(self) -> QPointF:
        return QPointF(self.x(), self.y() + self._card.size.height() / 2)

    @property
    def output_port(self) -> QPointF:
        return QPointF(self.x() + self._card.size.width(), self.y() + self._card.size.height() / 2)

    def unit_at(self, at: QPointF) -> int | None:
        """The neuron whose map stands at this point of the scene."""
        if self._card.content.surface:
            return None
        local = at - self.pos()
        found = next((place for place, where in enumerate(self._card.maps) if where.contains(local)), None)
        return None if found is None else self._card.unit_of(found)

    def toggle_at(self, at: QPointF) -> str:
        """The form that a click at this point of the scene leads to; "" for none."""
        found = (form for form, place in toggles(self._card, self._fonts) if place.contains(at - self.pos()))
        return next(found, "")

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(), self._card.size).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(QPointF(), self._card.size))
        return path

    # How it looks

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        around = live_area(self._card).adjusted(-3, -3, 3, 3)
        if around.contains(option.exposedRect) and not self._is_far(scale):
            # A new frame exposes the maps alone; all the rest is in the item's cache.
            if self._card.column.isEmpty():
                painter.fillRect(around, self.surface())
            self._paint_learned(painter, scale)
            return
        self._paint_card(painter)
        if self._is_far(scale):
            learned = self._mosaic or self._pictures
            paint_far(painter, self._card, learned, self._number, self._fonts, self._theme, scale)
            return
        self._paint_learned(painter, scale)
        if scale >= TEXT_FROM:
            pointed = any(self._ports)
            if self._card.column.isEmpty():
                self._paint_text(painter, self._fonts.steady(scale))
            else:
                by = self._fonts.steady(scale, LEAST_STEADY)
                paint_strips(painter, self._card, self._fonts, self._theme, by, bare=pointed)
            if pointed or (self._card.content.form != "card" and self._card.column.isEmpty()):
                paint_toggles(painter, self._card, self._fonts, self._theme, self._pointed)
        self._paint_ports(painter)

    def _paint_learned(self, painter: QPainter, scale: float) -> None:
        """All that a frame changes."""
        if scale >= MAPS_FROM:
            self._paint_maps(painter)
            if self._card.content.face:
                paint_told(painter, self._card, self._told, self._fonts, self._theme)
            if self._card.content.form == "neurons":
                paint_weights(painter, self._card, self._shown, self._fonts, self._theme)
        if scale >= TEXT_FROM:
            by = self._fonts.steady(scale, LEAST_STEADY)
            paint_written(painter, self._card, self._shown, self._fonts, self._theme, by)

    def _is_far(self, scale: float) -> bool:
        """Whether the card is too small for words: then it is its map."""
        content = self._card.content
        return MAPS_FROM <= scale < FAR and content.form == "card" and not content.face and bool(self._card.maps)

    def surface(self) -> QColor:
        """The colour of the card."""
        # In the dark, what lies higher is lighter.
        return self._theme.colour("hover" if self._theme.dark else "panel")

    def _paint_card(self, painter: QPainter) -> None:
        theme, card = self._theme, QRectF(QPointF(), self._card.size)
        colour = self._card.content.colour
        if colour:
            paint_stack(painter, card, colour, ROUNDING, theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 60 if theme.dark else 14))
        if self._card.column.isEmpty():
            painter.drawRoundedRect(card.adjusted(-0.5, 1, 0.5, 2), ROUNDING, ROUNDING)
        if self._call in (Call.WELCOME, Call.CHOSEN):
            painter.setBrush(theme.colour("accent", 90 if self._call is Call.CHOSEN else 38))
            painter.drawRoundedRect(card.adjusted(-5, -5, 5, 5), ROUNDING + 5, ROUNDING + 5)
        chosen = self.isSelected() or self._call is Call.CHOSEN
        painter.setBrush(self.surface())
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2.0 if chosen else 1.0))
        inset = 0.0 if chosen else 0.5
        body = card.adjusted(inset, inset, -inset, -inset)
        if self._card.column.isEmpty():
            painter.drawRoundedRect(body, ROUNDING, ROUNDING)
        else:
            paint_frame(painter, self._card, body, ROUNDING)
        if colour:
            paint_band(painter, card, colour, ROUNDING, theme)

    def _paint_text(self, painter: QPainter, by: float) -> None:
        card, theme, fonts = self._card, self._theme, self._fonts
        painter.setPen(theme.colour("ink"))
        paint_words(painter, card.title, fonts.title, card.title_at, by)
        if card.content.form == "card":
            paint_words(painter, card.content.footer, fonts.body, card.footer_at, by)
        painter.setPen(theme.colour("muted"))
        for line, at in zip(card.summary, card.summary_at, strict=True):
            paint_words(painter, line, fonts.small, at, by)
        if card.remark:
            paint_words(painter, card.remark, fonts.small, card.remark_at, by)

    def _paint_maps(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        corner = self._card.corner
        if self._mosaic is not None and self._card.maps:
            gap = self._card.maps[0].width() * MOSAIC_GAP
            painter.drawImage(self._card.maps_area.adjusted(0, 0, gap, gap), self._mosaic)
            return
        for number, place in enumerate(self._card.maps):
            if number < len(self._pictures):
                painter.setBrush(self._brush(self._pictures[number], place))
            else:
                painter.setBrush(self._theme.colour("canvas" if self._card.column.isEmpty() else "panel"))
            painter.drawRoundedRect(place, corner, corner)
        if self._card.content.face == "filters":
            paint_arrows(painter, self._card, self._theme)
        ringed = [where for place, where in enumerate(self._card.maps) if self._card.unit_of(place) == self._unit]
        if self._unit is not None and ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("ink"), 1.5))
            painter.drawRoundedRect(ringed[-1].adjusted(-1, -1, 1, 1), corner + 1, corner + 1)

    def _brush(self, image: QImage, place: QRectF) -> QBrush:
        pixels = self._card.content.face not in ("", "waves", "wave_kernels")
        return squared(image, place) if pixels else _fitted(image, place)

    def _paint_ports(self, painter: QPainter) -> None:
        middle = self._card.size.height() / 2
        places = (QPointF(0, middle), QPointF(self._card.size.width(), middle))
        painter.setPen(QPen(self._theme.colour("accent"), 2.0))
        painter.setBrush(self._theme.colour("panel"))
        for shown, place in zip(self._ports, places, strict=True):
            if shown:
                painter.drawEllipse(place, PORT_RADIUS, PORT_RADIUS)


def _fitted(image: QImage, place: QRectF) -> QBrush:
    """The image as a brush that fills the place: a filled shape has smooth corners, a clipped one has not."""
    across, x = _stretch(place.width(), image.width())
    along, y = _stretch(place.height(), image.height())
    brush = QBrush(image)
    brush.setTransform(QTransform.fromTranslate(place.x() + x, place.y() + y).scale(across, along))
    return brush


def _stretch(length: float, pixels: int) -> tuple[float, float]:
    """Scale and shift for one axis, from the first pixel's middle to the last one's.

    Brushes repeat, so past the middle of the last pixel the first one's colour would bleed in.
    """
    scale = length / max(1, pixels - 1)
    return scale, -0.5 * scale if pixels > 1 else 0.0
