"""The columns as they are painted: bars with handles for shares and logits, points and squares for values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.frames.losses import HUBER_DELTA, ByHand, signed
from playground.lab.losses import LossQuestion
from playground.ui.lab.losses.lanes import BARS, Lanes
from playground.ui.lab.losses.scale import Scale
from playground.ui.texts.lab.losses import column_title, key_titles
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# What stands left of the columns: the keys of the chart, and what the rows of numbers below it are.
LEFT = 168
HANDLE, HANDLE_HIGH, ROUND = 24.0, 8.0, 4.0
DOT = 6.5
# More room below columns that go down too.
DEEP = 22
# In narrower columns a bar of all or nothing speaks for itself.
ROOMY = 60.0


@dataclass(frozen=True, slots=True)
class Painted:
    """All that a picture is of; `lit` is the sample, the entry and whether it is the target."""

    question: LossQuestion
    hand: ByHand
    lanes: Lanes
    scale: Scale
    theme: Theme
    font: QFont
    lit: tuple[int, int, bool] | None

    def is_lit(self, sample: int, entry: int, is_target: bool) -> bool:
        return self.lit == (sample, entry, is_target)

    @property
    def small(self) -> QFont:
        return scaled_font(SMALL, fixed_digits=True, of=self.font)

    @property
    def target(self) -> QColor:
        return self.theme.colour("edge")

    @property
    def prediction(self) -> QColor:
        return self.theme.colour("accent")


def paint_columns(painter: QPainter, whole: Painted, width: float) -> None:
    _paint_scale(painter, whole)
    _paint_keys(painter, whole)
    one = _paint_point if whole.question.reading == "values" else _paint_bars
    for sample in range(whole.lanes.samples):
        for entry in range(whole.lanes.entries):
            one(painter, whole, sample, entry)
            _paint_title(painter, whole, sample, entry)


def _paint_scale(painter: QPainter, whole: Painted) -> None:
    scale, lanes, text = whole.scale, whole.lanes, QFontMetricsF(whole.small)
    painter.setFont(whole.small)
    for value in scale.ticks:
        y = round(scale.y(value)) + 0.5
        painter.setPen(QPen(whole.theme.colour("edge" if value == 0 else "line"), 1))
        painter.drawLine(QPointF(lanes.left - 8, y), QPointF(lanes.right + 8, y))
        painter.setPen(whole.theme.colour("muted"))
        where = QRectF(0, y - text.height() / 2, lanes.left - 14, text.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignRight, number_text(value))
        if whole.question.of_logits and value in (0, scale.high):
            beside = QRectF(lanes.right + 12, y - text.height() / 2, 30, text.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft, "1" if value else "0")


def _paint_keys(painter: QPainter, whole: Painted) -> None:
    """What grey, blue and dashed are."""
    titles, text = key_titles(whole.question), QFontMetricsF(whole.small)
    y = whole.scale.top - text.height() / 2
    painter.setFont(whole.small)
    for number, title in enumerate(titles):
        box = QRectF(0.5, y + 0.5 + number * (text.height() + 6), 12, 12)
        dashed = number == 2
        colour = whole.target if number == 0 else whole.prediction
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine) if dashed else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if dashed else colour)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(whole.theme.colour("muted"))
        painter.drawText(QPointF(20, box.top() + 11), text.elidedText(title, Qt.TextElideMode.ElideRight, LEFT - 66))


def _paint_title(painter: QPainter, whole: Painted, sample: int, entry: int) -> None:
    text = QFontMetricsF(whole.small)
    title, below = (
        column_title(whole.question, sample, entry),
        8 if whole.question.reading == "probabilities" else 8 + DEEP,
    )
    if text.horizontalAdvance(title) > whole.lanes.wide:
        title = str(entry)
    where = QRectF(whole.lanes.middle(sample, entry) - 60, whole.scale.bottom + below, 120, text.height())
    painter.setFont(whole.small)
    painter.setPen(whole.theme.colour("muted"))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, title)


def _paint_bars(painter: QPainter, whole: Painted, sample: int, entry: int) -> None:
    question, scale, middle = whole.question, whole.scale, whole.lanes.middle(sample, entry)
    wide = whole.lanes.wide * BARS / 2 - 2
    target, prediction = question.targets[sample][entry], question.predictions[sample][entry]
    left, right = middle - wide - 2, middle + 2
    # Beside logits, shares have a scale of their own: from the middle to the top.
    unit = scale.high if question.of_logits else 1.0
    _bar(painter, whole, QRectF(left, scale.y(target * unit), wide, 0), whole.target)
    _handle(painter, whole, QPointF(left + wide / 2, scale.y(target * unit)), (sample, entry, True))
    _bar(painter, whole, QRectF(right, scale.y(prediction), wide, 0), whole.prediction)
    _handle(painter, whole, QPointF(right + wide / 2, scale.y(prediction)), (sample, entry, False))
    if question.of_logits and whole.hand.shares is not None:
        top = scale.y(float(whole.hand.shares[sample, entry]) * unit)
        painter.setPen(QPen(whole.prediction, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left - 2, top, wide + 4, scale.y(0) - top))
    if whole.lanes.wide >= ROOMY or 0 < target < 1:
        _number(painter, whole, left + wide / 2, target, target * unit)
    _number(painter, whole, right + wide / 2, prediction, prediction)


def _bar(painter: QPainter, whole: Painted, box: QRectF, colour: QColor) -> None:
    """From the line of 0 to the top of the box."""
    zero = whole.scale.y(0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(box.left(), min(zero, box.top()), box.width(), abs(zero - box.top())))


def _handle(painter: QPainter, whole: Painted, at: QPointF, key: tuple[int, int, bool]) -> None:
    wide = min(HANDLE, whole.lanes.wide * BARS / 2 - 4)
    colour = whole.target if key[2] else whole.prediction
    box = QRectF(at.x() - wide / 2, at.y() - HANDLE_HIGH / 2, wide, HANDLE_HIGH)
    if whole.is_lit(*key):
        glow = QColor(colour)
        glow.setAlpha(90)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), ROUND + 4, ROUND + 4)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(whole.theme.colour("panel"))
    painter.drawRoundedRect(box, ROUND, ROUND)


def _number(painter: QPainter, whole: Painted, x: float, value: float, level: float) -> None:
    """A number beyond the end of its bar."""
    font = scaled_font(SMALL, bold=True, fixed_digits=True, of=whole.font)
    high = QFontMetricsF(font).height()
    y = whole.scale.y(level)
    y += 10 if level < 0 else -10 - high
    # Nothing stands in the way of the titles.
    where = QRectF(x - 40, min(y, whole.scale.bottom + (DEEP if level < 0 else 0) - high), 80, high)
    painter.setFont(font)
    painter.setPen(whole.theme.colour("ink"))
    written = number_text(value)
    if QFontMetricsF(font).horizontalAdvance(written) > whole.lanes.wide * 0.62:
        written = number_text(value, 2)
    if QFontMetricsF(font).horizontalAdvance(written) > whole.lanes.wide * BARS / 2:
        # Two bars stand beside each other: .25 is read as well as 0.25.
        written = written.replace("0.", ".", 1) if written.lstrip("−").startswith("0.") else written
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, written)


def _paint_point(painter: QPainter, whole: Painted, sample: int, entry: int) -> None:
    """A target as a ring, a prediction as a dot, and between them what it costs."""
    question, scale, x = whole.question, whole.scale, whole.lanes.middle(sample, entry)
    target, prediction = question.targets[sample][entry], question.predictions[sample][entry]
    painter.setPen(QPen(whole.theme.colour("line"), 1))
    painter.drawLine(QPointF(x, scale.top), QPointF(x, scale.bottom))
    _paint_cost(painter, whole, x, (sample, entry))
    y, wide = scale.y(target), min(HANDLE, whole.lanes.wide * BARS)
    painter.setPen(QPen(whole.target, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(x - wide / 2, y), QPointF(x + wide / 2, y))
    for is_target, value in ((True, target), (False, prediction)):
        if whole.is_lit(sample, entry, is_target):
            glow = QColor(whole.target if is_target else whole.prediction)
            glow.setAlpha(90)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(glow)
            painter.drawEllipse(QPointF(x, scale.y(value)), DOT + 6, DOT + 6)
    painter.setPen(QPen(whole.theme.colour("panel"), 1.5))
    painter.setBrush(whole.prediction)
    painter.drawEllipse(QPointF(x, scale.y(prediction)), DOT, DOT)
    font = scaled_font(SMALL, bold=True, fixed_digits=True, of=whole.font)
    high = QFontMetricsF(font).height()
    for value, other, colour in ((prediction, target, "ink"), (target, prediction, "muted")):
        above = value > other or (value == other and colour == "ink")
        y = min(scale.y(value) + (-12 - high if above else 12), scale.bottom + 22 - high)
        painter.setFont(font)
        painter.setPen(whole.theme.colour(colour))
        painter.drawText(QRectF(x - 50, y, 100, high), Qt.AlignmentFlag.AlignCenter, number_text(value))


def _paint_cost(painter: QPainter, whole: Painted, x: float, at: tuple[int, int]) -> None:
    """The square of an error, its length, a square that becomes a length, or what is short of the side."""
    question, scale = whole.question, whole.scale
    target, value = question.targets[at[0]][at[1]], question.predictions[at[0]][at[1]]
    fill = whole.theme.colour("accent", 46)
    painter.setPen(QPen(whole.prediction, 1))
    painter.setBrush(fill)
    near, far = scale.y(target), scale.y(value)
    if question.kind.compares == "sides":
        # As far as to the side's own 1, where it costs nothing.
        near = scale.y(float(signed(np.array(question.targets))[at]))
        if whole.hand.terms[at] <= 0:
            return
    side = abs(near - far)
    top = min(near, far)
    if question.loss in ("mean_squared_error", "squared_hinge"):
        # To the side on which there is room.
        painter.drawRect(QRectF(x if x + side <= whole.lanes.right + 8 else x - side, top, side, side))
    elif question.loss == "huber":
        unit = abs(scale.y(HUBER_DELTA) - scale.y(0))
        painter.drawRect(QRectF(x, near - min(side, unit) if far < near else near, min(side, unit), min(side, unit)))
        painter.drawLine(QPointF(x, near), QPointF(x, far))
    elif question.kind.compares != "scores":
        painter.drawRect(QRectF(x - 3, top, 6, side))
