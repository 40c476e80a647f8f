"""Where the parts of a picture card stand."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from playground.ui.canvas.items.card import Card, Content
from playground.ui.canvas.items.faces.face import MOST_ROWS, STRIP_WIDTH
from playground.ui.canvas.items.lettering import Fonts, elided, width, wrapped

# A picture of the data, one of a layer, maps and the rows that they stand in, bars and theirs.
LARGE, SINGLE, SIDE, PITCH, BAR, BAR_PITCH = 96.0, 44.0, 36.0, 43.0, 13.0, 24.0
# A sequence is so much wider than high; that of the data is so high.
WAVE_ASPECT, LARGE_WAVE = 2.0, 72.0
ARROW, BAR_ROOM, SHARE_ROOM, SHARE_BARS = 28.0, 64.0, 40.0, 52.0
STRIP_CELL = 10.0


def measured_face(content: Content, fonts: Fonts) -> Card:
    """The card of a node that has a face; see `card.measured`."""
    unit = fonts.unit
    pad = round(12 * unit)
    body, maps, bars = _body(content, fonts)
    asked = min(max(width(content.title, fonts.title), width(content.summary, fonts.small)), 132 * unit)
    remark = ""
    rows = content.face in ("filters", "maps", "kernels", "waves", "wave_kernels") and not content.caption_room
    if rows and content.units > MOST_ROWS:
        remark = f"+{content.units - MOST_ROWS:,}"
    foot = width(content.footer, fonts.body) + (width(remark, fonts.small) + 10 * unit if remark else 0.0)
    inner = float(ceil(max(body.width(), asked, width(content.caption_room, fonts.body), foot)))
    title_height, small_height, body_height = (
        QFontMetricsF(font).height() for font in (fonts.title, fonts.small, fonts.body)
    )
    y = pad * 0.8 + title_height
    lines = wrapped(content.summary, fonts.small, inner, 2)
    lines_at = tuple(QPointF(pad, y + row * small_height) for row in range(len(lines)))
    y += len(lines) * small_height + 8 * unit
    left = pad + (inner - body.width()) / 2
    bottom = y + body.height()
    caption = QRectF()
    if content.caption_room:
        caption = QRectF(pad, bottom + 5 * unit, inner, body_height)
        bottom = caption.bottom()
    footer_at = QPointF(pad, bottom + 5 * unit)
    remark_at = QPointF(pad + inner - width(remark, fonts.small), footer_at.y())
    has_foot = content.footer or remark
    size = QSizeF(inner + 2 * pad, ceil(footer_at.y() + (body_height if has_foot else -2 * unit) + pad * 0.7))
    return Card(
        content, size, elided(content.title, fonts.title, inner), QPointF(pad, pad * 0.8), lines, lines_at,
        tuple(place.translated(left, y) for place in maps), remark, remark_at, footer_at, 3.5 * unit,
        bars=tuple(place.translated(left, y) for place in bars), caption=caption,
    )  # fmt: skip


def _body(content: Content, fonts: Fonts) -> tuple[QSizeF, list[QRectF], list[QRectF]]:
    """The size of what is drawn, and in it the places of pictures, and of bars with their names."""
    unit, rows = fonts.unit, min(content.units, MOST_ROWS)
    side, pitch = SIDE * unit, PITCH * unit
    match content.face:
        case "picture":
            side = (LARGE if content.caption_room else SINGLE) * unit
            return QSizeF(side, side), [QRectF(0, 0, side, side)], []
        case "filters":
            second = side + ARROW * unit
            pairs = [QRectF(x, row * pitch, side, side) for row in range(rows) for x in (0.0, second)]
            return QSizeF(second + side, rows * pitch - (pitch - side)), pairs, []
        case "maps" | "kernels":
            places = [QRectF(0, row * pitch, side, side) for row in range(rows)]
            return QSizeF(side, rows * pitch - (pitch - side)), places, []
        case "waves" | "wave_kernels":
            if content.caption_room or content.units == 1:
                rows, side = 1, (LARGE_WAVE if content.caption_room else SINGLE) * unit
            places = [QRectF(0, row * pitch, WAVE_ASPECT * side, side) for row in range(rows)]
            return QSizeF(WAVE_ASPECT * side, rows * pitch - (pitch - side)), places, []
        case "strip":
            # As high as a column of maps, however many values there are.
            lines = ceil(content.units / STRIP_WIDTH)
            high = min(lines * STRIP_CELL * unit, MOST_ROWS * pitch - (pitch - side))
            place = QRectF(0, 0, STRIP_WIDTH * STRIP_CELL * unit, high)
            return place.size(), [place], []
    named = max((width(name, fonts.body) for name in content.names), default=0.0) + 8 * unit
    room = SHARE_BARS + SHARE_ROOM if content.face == "classes" else BAR_ROOM
    step = BAR_PITCH * unit
    places = [QRectF(0, row * step, named + room * unit, step) for row in range(len(content.names))]
    return QSizeF(named + room * unit, step * len(places)), [], places
