"""Cards in their other forms: folded to one line, opened to neurons in a column or to a picture of all weights."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from playground.ui.canvas.items.card import MOST_MAPS, Card, Content, measured
from playground.ui.canvas.items.faces.measured import measured_face
from playground.ui.canvas.items.lettering import Fonts, elided, width

ICON = 14.0
# Sides of a neuron's map and the gaps between two, by how many at most stand in the column.
STEPS = ((8, 40.0, 11.0), (10, 28.0, 8.0), (MOST_MAPS, 22.0, 6.0))
PAD, NARROWEST, EDGE = 8.0, 46.0, 5.0
MATRIX_WIDTH, MATRIX_LOW, MATRIX_HIGH = 160.0, 56.0, 176.0
BIAS_MARK, BIAS_ROW = 7.0, 8.0
# Where the neurons' values and biases are written: the side of a map, and what stands below it.
READ_CELL, READ_WIDTH, READ_LINE, READ_GAP = 56.0, 88.0, 19.0, 10.0


def measured_in_form(content: Content, fonts: Fonts) -> Card:
    """The card as its content's form has it; see `card.measured`."""
    match content.form:
        case "folded":
            return _folded(content, fonts)
        case "neurons" if content.is_large:
            return _matrix(content, fonts)
        case "neurons":
            return _column(content, fonts)
    return measured_face(content, fonts) if content.face else measured(content, fonts)


def toggles(card: Card, fonts: Fonts) -> tuple[tuple[str, QRectF], ...]:
    """The forms that a click on the card leads to, with the place of the icon of each, from the right."""
    side, content = ICON * fonts.unit, card.content
    y = (QFontMetricsF(fonts.title).height() - side) / 2 + card.title_at.y()
    if not card.column.isEmpty():
        # There the title takes all of its line; the words below it give way to the icons.
        y = card.column.bottom() + (card.size.height() - card.column.bottom() - side) / 2
    # On a folded card the port at its right end is as high as the icon, which keeps out of its reach.
    right = card.size.width() - (10 if content.form == "folded" else 0) * fonts.unit
    places = [QRectF(right - side * n - 4 * fonts.unit * n, y, side, side) for n in (1, 2)]
    forms = ["card" if content.form == "folded" else "folded"]
    if content.opens and content.form != "folded":
        forms.append("card" if content.form == "neurons" else "neurons")
    return tuple(zip(forms, places, strict=False))


def _icons_width(content: Content, fonts: Fonts) -> float:
    count = 2 if content.opens and content.form != "folded" else 1
    return count * (ICON + 4) * fonts.unit


def _folded(content: Content, fonts: Fonts) -> Card:
    unit, title_height = fonts.unit, QFontMetricsF(fonts.title).height()
    pad = round(10 * unit)
    room = min(max(width(content.title, fonts.title), 48 * unit), 150 * unit)
    size = QSizeF(ceil(pad + room + _icons_width(content, fonts) + 14 * unit), ceil(title_height + 12 * unit))
    title = elided(content.title, fonts.title, room)
    return Card(
        content, size, title, QPointF(pad, 6 * unit), (), (), (), "", QPointF(), QPointF(), 0.0,
    )  # fmt: skip


def _strip(fonts: Fonts) -> float:
    """The height of the line above the neurons, and of the one below them: so the column stands in the middle."""
    return round(QFontMetricsF(fonts.title).height() + 12 * fonts.unit)


def _framed(content: Content, fonts: Fonts, asked: float, lowest: float) -> tuple[float, float]:
    """Padding, and the width inside of it: what words or the picture ask for, within bounds."""
    unit = fonts.unit
    words = max(
        width(content.title, fonts.title) + _icons_width(content, fonts) + 4 * unit,
        width(_below(content), fonts.small),
        asked,
        lowest,
    )
    return round(12 * unit), float(ceil(min(words, 190 * unit)))


def strips(card: Card, fonts: Fonts) -> tuple[QRectF, QRectF]:
    """Where an opened card has its title, and the words below its neurons."""
    edge, wide, foot = EDGE * fonts.unit, card.size.width(), card.column.bottom()
    inner = wide - 2 * edge
    return QRectF(edge, 0, inner, card.column.top()), QRectF(edge, foot, inner, card.size.height() - foot)


def words_below(content: Content, font: QFont, room: float) -> str:
    """As much of what an opened card says below its neurons as there is room for, in whole words."""
    words = _below(content)
    *_, last = words.split(" · ")
    shorter = (words, f"{content.units} · {last}", last) if last != words else (words,)
    return next((found for found in shorter if width(found, font) <= room), last)


def _below(content: Content) -> str:
    """What stands in the last line: the settings; of Data, whose features are named beside their maps, its points."""
    return content.footer if content.names else content.summary


def _column(content: Content, fonts: Fonts) -> Card:
    if content.subscripts:
        return _read_column(content, fonts)
    unit, strip = fonts.unit, _strip(fonts)
    cell, gap = next((cell * unit, gap * unit) for most, cell, gap in STEPS if content.units <= most)
    named = max((width(name, fonts.body) + 8 * unit for name in content.names), default=0.0)
    pad, inner = round(PAD * unit), float(ceil(max(named + cell, NARROWEST * unit)))
    left = pad + (inner - named - cell) / 2 + named
    top = strip + gap * 0.8
    places = tuple(QRectF(left, top + row * (cell + gap), cell, cell) for row in range(content.units))
    bottom = places[-1].bottom() + gap * 0.8
    mark = BIAS_MARK * unit
    biases = (QRectF(place.x() - mark - 2, place.bottom() - mark + 1, mark, mark) for place in places)
    return Card(
        content, QSizeF(inner + 2 * pad, bottom + strip), content.title, QPointF(pad, 6 * unit),
        (), (), places, "", QPointF(), QPointF(), 4 * unit,
        column=QRectF(0, strip, inner + 2 * pad, bottom - strip),
        biases=tuple(biases) if content.has_bias else (),
    )  # fmt: skip


def _read_column(content: Content, fonts: Fonts) -> Card:
    """Neurons whose numbers are written below their maps."""
    unit, strip = fonts.unit, _strip(fonts)
    cell, line, gap, pad = (round(size * unit) for size in (READ_CELL, READ_LINE, READ_GAP, PAD))
    inner = float(round(READ_WIDTH * unit))
    # With as much above a map as is written below it, lines reach a single neuron in the middle of its card.
    lines = 1 + content.has_bias
    step, top = cell + lines * line + gap, strip + (lines * line if content.units == 1 else gap)
    places = tuple(QRectF(pad + (inner - cell) / 2, top + row * step, cell, cell) for row in range(content.units))
    values = tuple(QRectF(pad, place.bottom() + 2, inner, line) for place in places)
    biases = tuple(place.translated(0, line) for place in values) if content.has_bias else ()
    mark, bottom = BIAS_MARK * unit, top + (content.units - 1) * step + cell + lines * line + 2
    return Card(
        content, QSizeF(inner + 2 * pad, bottom + strip), content.title, QPointF(pad, 6 * unit),
        (), (), places, "", QPointF(), QPointF(), 4 * unit,
        column=QRectF(0, strip, inner + 2 * pad, bottom - strip), values=values, bias_numbers=biases,
        biases=tuple(QRectF(place.x(), place.center().y() - mark / 2, mark, mark) for place in biases),
    )  # fmt: skip


def _head(content: Content, fonts: Fonts, pad: float, inner: float) -> tuple[str, QPointF]:
    title = elided(content.title, fonts.title, inner - _icons_width(content, fonts) + pad / 2)
    return title, QPointF(pad, 6 * fonts.unit)


def _matrix(content: Content, fonts: Fonts) -> Card:
    unit, strip = fonts.unit, _strip(fonts)
    pad, inner = _framed(content, fonts, MATRIX_WIDTH * unit, MATRIX_WIDTH * unit)
    shape = max(content.inputs, 1) / max(content.units, 1)
    height = min(max(MATRIX_LOW * unit, inner * shape), MATRIX_HIGH * unit)
    kernel = QRectF(pad, strip, inner, height)
    bias = QRectF(pad, kernel.bottom() + 3 * unit, inner, BIAS_ROW * unit) if content.has_bias else QRectF()
    small = QFontMetricsF(fonts.small).height()
    legend = QRectF(pad, max(kernel.bottom(), bias.bottom()) + 6 * unit, inner, small)
    below = elided(_below(content), fonts.small, inner)
    return Card(
        content, QSizeF(inner + 2 * pad, legend.bottom() + strip), *_head(content, fonts, pad, inner),
        (below,), (QPointF(pad, legend.bottom() + (strip - small) / 2),), (), "", QPointF(), QPointF(), 0.0,
        kernel=kernel, bias_row=bias, legend=legend,
    )  # fmt: skip


def cell_at(card: Card, at: QPointF) -> tuple[int, tuple[int, ...]] | None:
    """Which number of the picture of weights stands at this point of the card: its array, and its place in it."""
    content = card.content
    for array, area in ((0, card.kernel), (1, card.bias_row)):
        if area.contains(at) and content.inputs and content.units:
            column = min(int((at.x() - area.x()) / area.width() * content.units), content.units - 1)
            row = min(int((at.y() - area.y()) / area.height() * content.inputs), content.inputs - 1)
            return array, ((column,) if array else (row, column))
    return None
