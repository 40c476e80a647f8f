"""The head of a table's column: its name, what it is for, how its values are spread, and of what kind they are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.tables.choices import INPUT, LEFT, SPLIT, TARGET, ColumnChoice
from playground.tables.columns import CATEGORY, YES, Column
from playground.tables.sides import Sides
from playground.ui.tables.said import ROLES, kind_text
from playground.ui.texts.said import said
from playground.ui.theme import CLASS_COLOURS, Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

HEAD, CHIP_HIGH, CHIP_WIDE = 112, 20, 78
BARS_WIDE, BARS_HIGH, MOST_BARS = 96, 26, 18
# They are painted often.
MOST_COUNTED = 5_000


def chip_rect(head: QRect) -> QRect:
    """Where the chip of a column's part stands in its head."""
    return QRect(head.left() + 14, 30, CHIP_WIDE, CHIP_HIGH)


def paint_head(
    painter: QPainter,
    head: QRect,
    column: Column,
    chosen: ColumnChoice,
    classes: int,
    sides: Sides | None,
    theme: Theme,
) -> None:
    """The head of one column; one that is left out is muted, one that splits has the colours of both sides."""
    left, role = head.left() + 14, chosen.role
    painter.setFont(scaled_font(1.0, True))
    painter.setPen(theme.colour("muted" if role == LEFT else "ink"))
    words = painter.fontMetrics().elidedText(column.name, Qt.TextElideMode.ElideRight, head.width() - 20)
    painter.drawText(QRect(left, 7, head.width() - 18, 20), Qt.AlignmentFlag.AlignVCenter, words)
    _paint_chip(painter, QRectF(chip_rect(head)), role, theme)
    _paint_bars(painter, QRectF(left, 56, min(BARS_WIDE, head.width() - 28), BARS_HIGH), column, role, sides, theme)
    painter.setFont(scaled_font(SMALL))
    painter.setPen(theme.colour("muted"))
    words = painter.fontMetrics().elidedText(kind_text(column, classes), Qt.TextElideMode.ElideRight, head.width() - 18)
    painter.drawText(QRect(left, 86, head.width() - 16, 20), Qt.AlignmentFlag.AlignVCenter, words)


def _paint_chip(painter: QPainter, chip: QRectF, role: str, theme: Theme) -> None:
    colour, fill = {
        TARGET: (theme.colour("panel"), theme.colour("accent")),
        INPUT: (theme.colour("accent"), theme.colour("accent", 30)),
        SPLIT: (theme.colour("validation"), theme.colour("validation", 30)),
        LEFT: (theme.colour("muted"), theme.colour("window")),
    }[role]
    edge = {LEFT: "line", SPLIT: "validation"}.get(role, "accent")
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(colour)
    painter.setFont(scaled_font(SMALL))
    painter.drawText(chip.adjusted(8, 0, -14, 0), Qt.AlignmentFlag.AlignVCenter, said(ROLES, role))
    middle = chip.center().y()
    painter.drawLine(round(chip.right() - 13), round(middle - 1), round(chip.right() - 10), round(middle + 2))
    painter.drawLine(round(chip.right() - 10), round(middle + 2), round(chip.right() - 7), round(middle - 1))


def bar_counts(column: Column) -> NDArray[np.intp]:
    """How many values, of many some, each bar stands for: of numbers in equal steps, of words each its own."""
    values = column.thinned(MOST_COUNTED)
    values = values[np.isfinite(values)]
    if column.kind in (CATEGORY, YES):
        return np.bincount(values.astype(int), minlength=len(column.words))[:MOST_BARS]
    if not len(values) or values.min() == values.max():
        return np.array([len(values)])
    return np.histogram(values, MOST_BARS)[0]


def _paint_bars(painter: QPainter, where: QRectF, column: Column, role: str, sides: Sides | None, theme: Theme) -> None:
    counts = bar_counts(column)
    most = max(int(counts.max()), 1) if len(counts) else 1
    wide = where.width() / max(len(counts), 1)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, count in enumerate(counts):
        high = where.height() * count / most
        colour = theme.colour("train", 80 if role == LEFT else 170)
        if role == TARGET and column.kind in (CATEGORY, YES):
            colour = theme.colour("#{:02x}{:02x}{:02x}".format(*CLASS_COLOURS[place % len(CLASS_COLOURS)]))
        if role == SPLIT and sides is not None and column.words:
            colour = theme.colour("validation" if column.words[place] in sides.validates else "train", 170)
        painter.setBrush(colour)
        painter.drawRect(QRectF(where.left() + place * wide, where.bottom() - high, max(wide - 1, 1), high))
