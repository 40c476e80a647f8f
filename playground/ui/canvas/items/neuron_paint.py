"""How opened and folded cards are drawn: neurons in a see-through column, marks of biases, pictures of weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from playground.frames.arrays import Floats
from playground.ui.canvas.items.card import Card
from playground.ui.canvas.items.lettering import Fonts, paint_line
from playground.ui.canvas.items.maps import picture
from playground.ui.canvas.items.neuron_card import BIAS_MARK, strips, toggles, words_below
from playground.ui.canvas.items.weight_chips import number_font, number_on_chip, symbol_font
from playground.ui.canvas.items.weight_lines import colour_index, weight_colours
from playground.ui.icons import paint_icon
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme, signed_rgb
from playground.ui.widgets.colour_bar import paint_colour_bar

ICONS = {"card": "chevron-down", "folded": "chevron-up", "neurons": "neurons"}
# Pixels of the screen that a picture of weights is drawn with, along its longer side.
FINEST = 352
# Where a maximum over all weights would take longer than a frame should, some of them tell.
MOST_ASKED = 1_000_000


@dataclass(frozen=True, eq=False)
class Shown:
    """What a card shows of a layer's weights: each bias, (units,), or pictures of a large kernel and its biases.

    `limit` is the size of weight that is drawn in the full colour.
    values: what each neuron gives for the chosen example, (units,), where that is written.
    """

    biases: Floats | None = None
    values: Floats | None = None
    kernel: QImage | None = None
    bias_row: QImage | None = None
    limit: float = 0.0


def shown_of(card: Card, kernel: Floats, bias: Floats | None, values: Floats | None = None) -> Shown:
    """What this card shows of a kernel, (inputs, units), of its biases and of what its neurons give, (units,)."""
    if card.kernel.isEmpty():
        return Shown(bias, values)
    small = _sampled(kernel)
    asked = kernel if kernel.size <= MOST_ASKED else small
    limit = max((float(np.nanmax(np.abs(part), initial=0.0)) for part in (asked, bias) if part is not None), default=0)
    limit = limit if np.isfinite(limit) and limit > 0 else 1.0
    row = None if bias is None else picture(signed_rgb(_sampled(bias[None, :]) / limit))
    return Shown(bias, kernel=picture(signed_rgb(small / limit)), bias_row=row, limit=limit)


def _sampled(values: Floats) -> Floats:
    """The weights at the middle of each pixel, so that the one pointed at is the one seen there."""
    for axis in (0, 1):
        count = values.shape[axis]
        if count > FINEST:
            values = values.take(((np.arange(FINEST) + 0.5) * count / FINEST).astype(int), axis)
    return values


def live_area(card: Card) -> QRectF:
    """The part of the card that a new frame changes."""
    area = card.maps_area.united(card.caption).united(card.kernel).united(card.bias_row).united(card.legend)
    if card.bars:
        # The frame of the right class reaches beyond its bar.
        area = area.united(card.bars[0].adjusted(-6, -1, 6, 0)).united(card.bars[-1].adjusted(-6, 0, 6, 1))
    for places in (card.biases, card.values, card.bias_numbers):
        area = area.united(places[0]).united(places[-1]) if places else area
    return area


def paint_frame(painter: QPainter, card: Card, body: QRectF, rounding: float) -> None:
    """The card with its column left open, so that the lines of weights are seen; in the painter's pen and brush."""
    brush = painter.brush()
    painter.save()
    above = QRectF(0, -4, card.size.width(), card.column.top() + 4)
    below = QRectF(0, card.column.bottom(), card.size.width(), card.size.height())
    painter.setPen(Qt.PenStyle.NoPen)
    for strip in (above, below):
        painter.setClipRect(strip)
        painter.drawRoundedRect(body, rounding, rounding)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(body, rounding, rounding)
    painter.setBrush(brush)


def paint_strips(painter: QPainter, card: Card, fonts: Fonts, theme: Theme, by: float, bare: bool) -> None:
    """The title of an opened card and, unless it is to stay `bare`, the words below its neurons."""
    above, below = strips(card, fonts)
    painter.setPen(theme.colour("ink"))
    paint_line(painter, card.title, fonts.title, above, by)
    if not bare:
        painter.setPen(theme.colour("muted"))
        words = words_below(card.content, fonts.small, below.width() * by)
        paint_line(painter, words, fonts.small, below, by)


def paint_weights(painter: QPainter, card: Card, shown: Shown | None, fonts: Fonts, theme: Theme) -> None:
    """The marks of biases, or the picture of all weights with its legend."""
    painter.setPen(Qt.PenStyle.NoPen)
    if not card.kernel.isEmpty():
        _paint_matrix(painter, card, shown, fonts, theme)
        return
    biases = np.zeros(len(card.biases), np.float32)
    if shown is not None and shown.biases is not None and len(shown.biases) == len(card.biases):
        biases = shown.biases
    colours = weight_colours(theme)
    for place, index in zip(card.biases, colour_index(biases).tolist(), strict=True):
        painter.fillRect(place, colours[index])


def paint_written(painter: QPainter, card: Card, shown: Shown | None, fonts: Fonts, theme: Theme, by: float) -> None:
    """The features' names beside their maps, and below them what neurons give; see `lettering.steady` for `by`."""
    painter.setPen(theme.colour("ink"))
    for name, place in zip(card.content.names, card.maps, strict=False):
        room = QRectF(4 * fonts.unit, place.y(), place.x() - 10 * fonts.unit, place.height())
        paint_line(painter, name, fonts.body, room, by, right=True)
    if shown is not None and card.content.subscripts:
        _paint_numbers(painter, card, shown, fonts, theme, by)


def _paint_numbers(painter: QPainter, card: Card, shown: Shown, fonts: Fonts, theme: Theme, by: float) -> None:
    """Each neuron's value and bias."""
    rows = (("y", card.values, shown.values, 0.0), ("b", card.bias_numbers, shown.biases, 2 * BIAS_MARK * fonts.unit))
    for letter, places, numbers, indent in rows:
        if numbers is None or len(numbers) != len(places):
            continue
        for sub, place, number in zip(card.content.subscripts, places, numbers.tolist(), strict=True):
            painter.setPen(theme.colour("muted"))
            paint_line(painter, letter + sub, symbol_font(fonts), place.adjusted(indent, 0, 0, 0), by)
            painter.setPen(theme.colour("ink"))
            font = number_font(fonts, bold=letter == "y")
            paint_line(painter, number_on_chip(number), font, place.adjusted(indent, 0, 0, 0), by, right=True)


def _paint_matrix(painter: QPainter, card: Card, shown: Shown | None, fonts: Fonts, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    known = shown or Shown()
    for area, image in ((card.kernel, known.kernel), (card.bias_row, known.bias_row)):
        if area.isEmpty():
            continue
        if image is None:
            painter.fillRect(area, theme.colour("canvas"))
        else:
            painter.drawImage(area, image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    if known.kernel is not None:
        painter.setFont(fonts.small)
        ends = (f"−{number_text(known.limit, 2)}", f"+{number_text(known.limit, 2)}")
        thickness = QFontMetricsF(fonts.small).height() * 0.5
        paint_colour_bar(painter, card.legend, ends, theme.colour("muted"), thickness=thickness, gap=6 * fonts.unit)


def paint_toggles(painter: QPainter, card: Card, fonts: Fonts, theme: Theme, pointed: str) -> None:
    """The icons that fold and open the card; `pointed` is the form of the one under the pointer."""
    for number, (form, place) in enumerate(toggles(card, fonts)):
        opened = card.content.form == "neurons" and number == 1
        name = "neurons" if opened else ICONS[form]
        colour = "accent" if opened else "ink" if form == pointed else "muted"
        paint_icon(painter, name, place, theme.colour(colour))


def bias_at(card: Card, at: QPointF) -> int | None:
    """The neuron whose bias mark stands at this point of the card, or close by."""
    if (unit := bias_number_at(card, at)) is not None:
        return unit
    found = (unit for unit, place in enumerate(card.biases) if place.adjusted(-3, -3, 2, 3).contains(at))
    return next(found, None)


def bias_number_at(card: Card, at: QPointF) -> int | None:
    """The neuron whose bias is written at this point of the card."""
    return next((unit for unit, place in enumerate(card.bias_numbers) if place.contains(at)), None)
