"""How a walk's cards and connections are painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from playground.document.document import Document
from playground.document.graph import DATA, OUTPUT
from playground.frames.arrays import Floats
from playground.frames.walk import Stop, Walk
from playground.ui.text import node_title
from playground.ui.texts.numbers import number_text, with_minus
from playground.ui.theme import NEGATIVE, POSITIVE, Theme, signed_rgb
from playground.ui.walk.acts import FOLDED_AWAY, Act, Seen, folded_nodes
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.chips import Chips, carried, has_come, pointed_chip
from playground.ui.walk.formula import Weight
from playground.ui.walk.layout import CURVED, HEAD, ROOMY, Card, is_row
from playground.ui.walk.lines import Line
from playground.ui.walk.pens import (
    CENTRE,
    LEFT,
    MIDDLE,
    RIGHT,
    SMALL,
    SMALLEST,
    USUAL,
    font,
    is_dark,
    signed_colour,
    signed_text,
)

RADIUS = 8.0
# Of weights that no gradient has come through yet.
QUIET = 0.38
# The side of a neuron's map, and from which height of a row on there is room for it above the value.
MAP, MAPPED = 44.0, 76.0


@dataclass(frozen=True)
class Scene:
    """All that a picture of a walk shows."""

    walk: Walk
    hand: ByHand
    document: Document
    cards: Mapping[str, Card]
    lines: tuple[Line, ...]
    act: Act
    seen: Seen
    chips: Chips
    pointed: Line | None
    bias: Weight | None
    theme: Theme
    maps: Mapping[str, Floats]
    place: tuple[float, float] | None


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Connections first, cards above them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_lines(painter, scene)
    for node, card in scene.cards.items():
        _paint_ground(painter, scene, card)
        if node == OUTPUT:
            _paint_loss(painter, scene, card)
        elif node == FOLDED_AWAY:
            _paint_folded(painter, scene, card)
        else:
            _paint_card(painter, scene, card)
    for node, card in scene.cards.items():
        if node != FOLDED_AWAY and node in scene.seen.gradients and len(scene.hand.behind[node]) > 1:
            _paint_sum(painter, scene, card)
    _paint_chips(painter, scene)
    if scene.bias is not None:
        _paint_bias(painter, scene, scene.bias)


# Connections


def _paint_lines(painter: QPainter, scene: Scene) -> None:
    largest = max((abs(line.value) for line in scene.lines if line.weight), default=1.0) or 1.0
    steepest = max((abs(carried(line, scene.seen)) for line in scene.lines if line.weight), default=1.0) or 1.0
    reached = [line for line in scene.lines if has_come(line, scene.seen)]
    for line in scene.lines:
        if line in reached:
            continue
        colour = QColor(*(NEGATIVE if line.value < 0 else POSITIVE)) if line.weight else scene.theme.colour("edge")
        come = line.source in scene.seen.values and line.node in scene.seen.values and not scene.seen.loss
        colour.setAlphaF(0.85 if come else QUIET)
        width = 0.6 + 2.6 * abs(line.value) / largest if line.weight else 1.4
        painter.setPen(QPen(colour, width))
        painter.drawPath(line.path)
    for line in reached:
        _paint_back(painter, scene, line, steepest)


def _paint_chips(painter: QPainter, scene: Scene) -> None:
    """The numbers on the lines; what the one under the pointer covers goes meanwhile."""
    above = pointed_chip(scene.pointed, scene.seen) if scene.pointed is not None else None
    for chip in scene.chips.shown:
        if above is None or not chip.where.intersects(above.where):
            chip.paint(painter, scene.theme, chip.own)
    if above is not None:
        above.paint(painter, scene.theme, True)


def _paint_back(painter: QPainter, scene: Scene, line: Line, steepest: float) -> None:
    part = carried(line, scene.seen)
    colour = QColor(*(NEGATIVE if part < 0 else POSITIVE)) if line.weight else scene.theme.colour("accent")
    width = 1.2 + 4.8 * abs(part) / steepest if line.weight else 2.0
    painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line.path)
    tip, size = line.path.pointAtPercent(0), 4 + width
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF([tip, QPointF(tip.x() + size, tip.y() - size / 1.6), QPointF(tip.x() + size, tip.y() + size / 1.6)])
    )


def _paint_bias(painter: QPainter, scene: Scene, bias: Weight) -> None:
    """A frame round the neuron whose bias is chosen."""
    card, (unit,) = scene.cards[bias[0]], bias[2]
    if unit in card.rows:
        painter.setPen(QPen(scene.theme.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.row_at(card.rows.index(unit)).adjusted(6, 1, -5, -1), 6, 6)


def _paint_sum(painter: QPainter, scene: Scene, card: Card) -> None:
    """Gradients of several ways meet here."""
    at = QPointF(card.where.right(), card.where.top() + HEAD / 2)
    painter.setPen(QPen(scene.theme.colour("accent"), 1.5))
    painter.setBrush(scene.theme.colour("panel"))
    painter.drawEllipse(at, 11, 11)
    painter.setFont(font(USUAL, True))
    painter.setPen(scene.theme.colour("ink"))
    painter.drawText(QRectF(at.x() - 11, at.y() - 11, 22, 22), CENTRE, "Σ")


# Cards


def _paint_ground(painter: QPainter, scene: Scene, card: Card) -> None:
    here = card.node == scene.act.node
    painter.setPen(QPen(scene.theme.colour("accent" if here else "line"), 2 if here else 1))
    painter.setBrush(scene.theme.colour("panel"))
    painter.drawRoundedRect(card.where, RADIUS, RADIUS)


def _title(painter: QPainter, scene: Scene, card: Card, text: str, note: str = "") -> None:
    painter.setFont(font(SMALL))
    room = card.where.adjusted(12, 0, -10, 0)
    room.setHeight(HEAD)
    painter.setPen(scene.theme.colour("muted"))
    painter.drawText(room, RIGHT | MIDDLE, note)
    room.setWidth(room.width() - painter.fontMetrics().horizontalAdvance(note) - 6 * bool(note))
    painter.setFont(font(USUAL, True))
    painter.setPen(scene.theme.colour("ink"))
    text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, LEFT | MIDDLE, text)


def _paint_folded(painter: QPainter, scene: Scene, card: Card) -> None:
    """How many layers are not there."""
    painter.setFont(font(SMALL))
    painter.setPen(scene.theme.colour("muted"))
    words = QCoreApplication.translate("Walk", "… {count} layers …").format(count=len(folded_nodes(scene.walk)))
    painter.drawText(card.where, CENTRE, words)


def _paint_card(painter: QPainter, scene: Scene, card: Card) -> None:
    stop, back = scene.walk.stop(card.node), card.node in scene.seen.gradients
    assert stop is not None
    sample = QCoreApplication.translate("Walk", "Sample")
    title = sample if card.node == DATA else node_title(scene.document.graph.by_id[card.node], scene.document)
    inner = stop.z is not None
    applies = scene.document.graph.by_id[card.node].layer.applies
    _title(painter, scene, card, title, applies if inner and title.lower() != applies else "")
    if not is_row(stop):
        _paint_box(painter, scene, card, stop, back)
        return
    for place, unit in enumerate(card.rows):
        room = card.row_at(place).adjusted(12, 0, -10, 0)
        if unit is None:
            painter.setPen(scene.theme.colour("muted"))
            left_out = stop.value.size - sum(row is not None for row in card.rows)
            painter.drawText(room, CENTRE, f"… {left_out:,} …")
        elif card.node in scene.seen.values:
            _paint_row(painter, scene, stop, unit, room, back)


def _paint_row(painter: QPainter, scene: Scene, stop: Stop, unit: int, room: QRectF, back: bool) -> None:
    value = float(stop.value[unit])
    inner = stop.z is not None
    is_close = room.width() < ROOMY.full - 40
    wide = 50 if room.width() < (ROOMY.full - 40 if inner else ROOMY.plain - 30) else 58
    chip = QRectF(room.left(), room.center().y() - 11, wide, min(22.0, room.height() - 2))
    chip.moveTop(room.center().y() - chip.height() / 2)
    maps = scene.maps.get(stop.node)
    if room.height() >= MAPPED and maps is not None and unit < len(maps):
        _paint_map(painter, scene, maps[unit], QRectF(chip.left() + (wide - MAP) / 2, room.center().y() - 34, MAP, MAP))
        chip.moveTop(room.center().y() + 13)
    _paint_value(painter, scene, chip, value)
    if not inner:
        if back:
            painter.setFont(font(SMALL, True))
            gradient = float(scene.hand.gradients[stop.node][unit])
            painter.setPen(signed_colour(gradient, scene.theme))
            painter.drawText(room, RIGHT | MIDDLE, signed_text(gradient))
        return
    middle = QRectF(room.left() + wide + (2 if is_close else 6), room.top(), 42 if is_close else 60, room.height())
    if back and stop.slope is not None:
        _paint_slope(painter, scene, stop, unit, middle)
    elif not back:
        painter.setFont(font(SMALL))
        painter.setPen(scene.theme.colour("muted"))
        text = f"z {number_text(float(np.asarray(stop.z)[unit]))}"
        painter.drawText(middle.adjusted(0, 0, 60, 0), LEFT | MIDDLE, text)
    if back:
        delta = float(scene.hand.deltas[stop.node][unit])
        painter.setFont(font(SMALL if is_close else USUAL, True))
        painter.setPen(signed_colour(delta, scene.theme))
        painter.drawText(room, RIGHT | MIDDLE, signed_text(delta))


def _paint_map(painter: QPainter, scene: Scene, values: Floats, where: QRectF) -> None:
    """What the neuron makes over the plane, with the sample's place on it."""
    rgb = np.ascontiguousarray(signed_rgb(values))
    image = QImage(rgb.data, rgb.shape[1], rgb.shape[0], 3 * rgb.shape[1], QImage.Format.Format_RGB888)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(where, image)
    if scene.place is not None:
        x, y = scene.place
        painter.setPen(QPen(QColor("#1d2330"), 1.4))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(QPointF(where.left() + x * where.width(), where.top() + y * where.height()), 2.8, 2.8)


def _paint_value(painter: QPainter, scene: Scene, chip: QRectF, value: float) -> None:
    """A value on its colour."""
    ground = QColor(*signed_rgb(np.array(np.tanh(value))).tolist())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(chip, 5, 5)
    painter.setPen(QColor("#ffffff" if is_dark(ground) else "#1d2330"))
    painter.setFont(font(SMALL, True))
    if painter.fontMetrics().horizontalAdvance(number_text(value)) > chip.width() - 2:
        painter.setFont(font(SMALLEST, True))
    painter.drawText(chip, CENTRE, number_text(value))


def _paint_slope(painter: QPainter, scene: Scene, stop: Stop, unit: int, room: QRectF) -> None:
    """The activation's curve with its tangent at z, and the slope in numbers."""
    z, slope = float(np.asarray(stop.z)[unit]), float(np.asarray(stop.slope)[unit])
    painter.setFont(font(SMALL))
    painter.setPen(scene.theme.colour("ink"))
    if room.height() < CURVED:
        painter.drawText(room, CENTRE, number_text(slope))
        return
    painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, number_text(slope))
    plot, span = room.adjusted(2, 12, -2, -19), max(4.0, 1.25 * abs(z))
    x = np.linspace(-span, span, 49)
    y = scene.hand.function(stop.node).value(x)
    low, high = float(np.min(y)), float(np.max(y))
    tall = (high - low) or 1.0

    def at(right: float, up: float) -> QPointF:
        return QPointF(
            plot.left() + (right + span) / (2 * span) * plot.width(), plot.bottom() - (up - low) / tall * plot.height()
        )

    path = QPainterPath(at(float(x[0]), float(y[0])))
    for right, up in zip(x[1:], y[1:], strict=True):
        path.lineTo(at(float(right), float(up)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(scene.theme.colour("edge"), 1.2))
    painter.drawPath(path)
    value = float(scene.hand.function(stop.node).value(np.array([z]))[0])
    here, other = at(z, value), at(z + span / 10, value + slope * span / 10)
    along = other - here
    length = float(np.hypot(along.x(), along.y())) or 1.0
    along *= 12 / length
    painter.setPen(QPen(scene.theme.colour("ink"), 2))
    painter.drawLine(here - along, here + along)
    painter.setBrush(scene.theme.colour("ink"))
    painter.drawEllipse(here, 2.5, 2.5)


def _paint_box(painter: QPainter, scene: Scene, card: Card, stop: Stop, back: bool) -> None:
    """A layer that is not shown neuron by neuron: what comes out as a picture, and how long its gradient is."""
    room = QRectF(card.where.left() + 12, card.where.top() + HEAD, card.where.width() - 22, 44)
    if card.node not in scene.seen.values:
        return
    values = stop.value.reshape(-1, stop.value.shape[-1]) if stop.value.ndim < 3 else stop.value.mean(-1)
    largest = float(np.abs(values).max()) or 1.0
    rgb = np.ascontiguousarray(signed_rgb(values / largest))
    image = QImage(rgb.data, rgb.shape[1], rgb.shape[0], 3 * rgb.shape[1], QImage.Format.Format_RGB888)
    painter.drawImage(QRectF(room.left(), room.top(), 44, 44), image)
    painter.setFont(font(SMALL))
    painter.setPen(scene.theme.colour("muted"))
    side = room.adjusted(50, 0, 0, 0)
    shape = " × ".join(map(str, stop.value.shape))
    painter.drawText(side, LEFT | Qt.AlignmentFlag.AlignTop, shape)
    if back:
        painter.setPen(scene.theme.colour("ink"))
        painter.drawText(side, LEFT | Qt.AlignmentFlag.AlignBottom, f"‖∂L/∂a‖\n{number_text(stop.norm)}")


def _paint_loss(painter: QPainter, scene: Scene, card: Card) -> None:
    """o, t and L: o of one output, of several that of the target's class."""
    _title(painter, scene, card, QCoreApplication.translate("Walk", "Loss"))
    if not scene.seen.loss:
        return
    outputs, target = scene.walk.stops[-1].value.ravel(), scene.walk.target.ravel()
    one = int(target[0]) if target.size < outputs.size else int(np.argmax(target))
    index = f"{one + 1}".translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")) if outputs.size > 1 else ""
    t = f"{target[min(one, target.size - 1)]:g}"
    rows = (
        (f"o{index}", number_text(float(outputs[one]))),
        ("t", with_minus(t)),
        ("L", number_text(scene.walk.loss, 4)),
    )
    for place, (name, text) in enumerate(rows):
        room = card.row_at(place).adjusted(12, 0, -10, 0)
        painter.setFont(font(USUAL))
        painter.setPen(scene.theme.colour("muted"))
        painter.drawText(room, LEFT | MIDDLE, name)
        painter.setFont(font(USUAL, True))
        painter.setPen(scene.theme.colour("ink"))
        painter.drawText(room, RIGHT | MIDDLE, text)
