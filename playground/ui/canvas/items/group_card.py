"""What a closed group says on its card, and what sets this card apart from a layer's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from playground.document.checks.shapes import Flow, shown_units
from playground.document.document import Document
from playground.document.edits.groups import members
from playground.ui.canvas.items.card import Content
from playground.ui.text import group_summary, group_title
from playground.ui.theme import Theme, group_colour

BAND, STEP = 5.0, 4.0


def group_content(group_id: str, document: Document, flow: Flow) -> Content:
    """Its name, how many layers and parameters it holds, and a map for each value that leaves it.

    `document` is the one with all nodes; `flow` that of the folded one.
    """
    group, shape = document.tree.by_id[group_id], flow.shapes.get(group_id)
    summary = group_summary(len(members(document, group_id)), flow.parameters.get(group_id))
    return Content(group_title(group), summary, "", shown_units(shape) if shape else 0, colour=group.colour)


def paint_stack(painter: QPainter, card: QRectF, colour: str, rounding: float, theme: Theme) -> None:
    """Two more edges below the card: it stands for several."""
    painter.setPen(QPen(group_colour(colour, theme, 150), 1.0))
    for depth in (2, 1):
        inset, fall = 5.0 * depth, STEP * depth
        painter.setBrush(theme.colour("hover" if theme.dark else "panel"))
        painter.drawRoundedRect(card.adjusted(inset, fall + 12, -inset, fall - 0.5), rounding, rounding)


def paint_band(painter: QPainter, card: QRectF, colour: str, rounding: float, theme: Theme) -> None:
    """The group's colour along the top of the card."""
    whole, strip = QPainterPath(), QPainterPath()
    whole.addRoundedRect(card, rounding, rounding)
    strip.addRect(QRectF(card.left(), card.top(), card.width(), BAND))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(group_colour(colour, theme))
    painter.drawPath(whole.intersected(strip))
