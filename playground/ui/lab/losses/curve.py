"""The loss as a curve, with a dot on it for each entry: arithmetic, and the widget that paints it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.losses import HUBER_DELTA, ByHand, Values, signed
from playground.lab.losses import LossQuestion
from playground.ui.formulas import INLINE, formula, picture, room_alone
from playground.ui.lab.losses.lanes import limit_for
from playground.ui.lab.losses.rows import BIT
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

POINTS = 241
HIGHEST = 4.0
LEFT, RIGHT, ABOVE, BELOW = 30, 14, 30, 42


@dataclass(frozen=True, slots=True, eq=False)
class LossCurve:
    """`lines` are x and y, the first one's formula is `tex`; so are `dots`, x from `low` to `high`, y up to `top`."""

    tex: str
    across: str
    low: float
    high: float
    top: float
    lines: tuple[tuple[Values, Values], ...]
    dots: tuple[tuple[float, float], ...]


def curve_of(question: LossQuestion, hand: ByHand, bits: bool) -> LossCurve:
    """The curve that belongs to a loss, and where its entries stand on it."""
    match question.kind.compares:
        case "classes":
            return _surprise(question, hand, bits)
        case "bits":
            return _of_bits(question, hand, bits)
        case "points":
            return _of_errors(question, hand)
    return _of_margins(question, hand)


def _surprise(question: LossQuestion, hand: ByHand, bits: bool) -> LossCurve:
    assert hand.shares is not None
    x = np.geomspace(1e-6, 1, POINTS)
    unit, tex = (BIT, r"-\log_2 q") if bits else (1.0, r"-\ln q")
    with np.errstate(divide="ignore"):
        dots = zip(hand.shares.ravel().tolist(), (-np.log(hand.shares) / unit).ravel().tolist(), strict=True)
    return LossCurve(tex, "q", 0.0, 1.0, HIGHEST, ((x, -np.log(x) / unit),), tuple(dots))


def _of_bits(question: LossQuestion, hand: ByHand, bits: bool) -> LossCurve:
    unit = BIT if bits else 1.0
    tex = r"-\log_2 q_y" if bits else r"-\ln q_y"
    flat, terms = [number for row in question.predictions for number in row], (hand.terms / unit).ravel().tolist()
    dots = tuple(zip(flat, terms, strict=True))
    if question.of_logits:
        far = max(5.0, limit_for(*flat))
        x = np.linspace(-far, far, POINTS)
        top = HIGHEST if far <= 5 else far
        return LossCurve(
            tex, "z", -far, far, top, ((x, np.logaddexp(0, -x) / unit), (x, np.logaddexp(0, x) / unit)), dots
        )
    x = np.geomspace(1e-6, 1, POINTS)
    return LossCurve(tex, "q", 0.0, 1.0, HIGHEST, ((x, -np.log(x) / unit), (1 - x, -np.log(x) / unit)), dots)


def _of_errors(question: LossQuestion, hand: ByHand) -> LossCurve:
    errors = (np.array(question.predictions) - np.array(question.targets)).ravel()
    far = limit_for(*errors.tolist())
    x = np.linspace(-far, far, POINTS)
    size = np.abs(x)
    huber = np.where(size <= HUBER_DELTA, x**2 / 2, HUBER_DELTA * (size - HUBER_DELTA / 2))
    lines = {"mean_squared_error": x**2, "mean_absolute_error": size, "huber": huber}
    tex = {"mean_squared_error": "(o-y)^2", "mean_absolute_error": "|o-y|", "huber": r"\text{Huber}"}[question.loss]
    first = lines.pop(question.loss)
    dots = tuple(zip(errors.tolist(), hand.terms.ravel().tolist(), strict=True))
    return LossCurve(tex, "o − y", -far, far, max(1.0, far), tuple((x, y) for y in (first, *lines.values())), dots)


def _of_margins(question: LossQuestion, hand: ByHand) -> LossCurve:
    y, o = np.array(question.targets), np.array(question.predictions)
    if question.kind.compares == "scores":
        margins, terms = (y * o).sum(-1) - ((1 - y) * o).max(-1), hand.samples
    else:
        margins, terms = (signed(y) * o).ravel(), hand.terms.ravel()
    far = max(2.0, limit_for(*margins.tolist()))
    x = np.linspace(-far, far, POINTS)
    short = np.maximum(1 - x, 0)
    squared = question.loss == "squared_hinge"
    tex = r"\max(0, 1-m)" + ("^2" if squared else "")
    dots = tuple(zip(margins.tolist(), terms.tolist(), strict=True))
    return LossCurve(tex, "m", -far, far, far + 1, ((x, short**2 if squared else short),), dots)


class CurveView(QWidget):
    """Paints it; a dot beyond the top stands at the top as a ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curve: LossCurve | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(236, 230)

    def show_curve(self, curve: LossCurve) -> None:
        self._curve = curve
        dots = "; ".join(f"{number_text(x)}: {number_text(y)}" for x, y in curve.dots)
        self.setAccessibleName(f"{curve.tex}: {dots}")
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _pixel(self, x: float, y: float) -> QPointF:
        assert self._curve is not None
        curve = self._curve
        across = (x - curve.low) / (curve.high - curve.low)
        up = min(max(y / curve.top, 0.0), 1.2)
        wide, high = self.width() - LEFT - RIGHT, self.height() - ABOVE - BELOW
        return QPointF(LEFT + across * wide, self.height() - BELOW - up * high)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._curve is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter, self._curve)
        self._paint_lines(painter, self._curve)
        self._paint_dots(painter, self._curve)
        self._paint_formula(painter, self._curve)
        painter.end()

    def _paint_axes(self, painter: QPainter, curve: LossCurve) -> None:
        font = scaled_font(SMALL, fixed_digits=True, of=self.font())
        text = QFontMetricsF(font)
        painter.setFont(font)
        for part in range(5):
            value = curve.top * part / 4
            y = round(self._pixel(curve.low, value).y()) + 0.5
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(QPointF(LEFT, y), QPointF(self.width() - RIGHT, y))
            if part % 2 == 0 or curve.top == HIGHEST:
                painter.setPen(self._theme.colour("muted"))
                box = QRectF(0, y - text.height() / 2, LEFT - 6, text.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, number_text(value, 2))
        for value in (curve.low, (curve.low + curve.high) / 2, curve.high):
            box = QRectF(self._pixel(value, 0).x() - 30, self.height() - BELOW + 6, 60, text.height())
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number_text(value))
        box = QRectF(LEFT, self.height() - text.height() - 2, self.width() - LEFT - RIGHT, text.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, curve.across)

    def _paint_lines(self, painter: QPainter, curve: LossCurve) -> None:
        painter.save()
        painter.setClipRect(QRectF(0, ABOVE - 2, self.width(), self.height() - ABOVE - BELOW + 4))
        for number, (x, y) in enumerate(curve.lines):
            of_two = curve.across in ("z", "q")
            first = number == 0 or of_two
            painter.setPen(QPen(self._theme.colour("accent" if first else "edge"), 1.8 if first else 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            points = QPolygonF([self._pixel(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])
            painter.drawPolyline(points)
        painter.restore()

    def _paint_dots(self, painter: QPainter, curve: LossCurve) -> None:
        for x, y in curve.dots:
            at = self._pixel(x, min(y, curve.top))
            painter.setPen(QPen(self._theme.colour("edge"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(at, self._pixel(x, 0))
            beyond = y > curve.top
            painter.setPen(QPen(self._theme.colour("accent" if beyond else "panel"), 1.5))
            painter.setBrush(self._theme.colour("panel" if beyond else "accent"))
            painter.drawEllipse(at, 5, 5)

    def _paint_formula(self, painter: QPainter, curve: LossCurve) -> None:
        pixels = QFontInfo(self.font()).pixelSize() * INLINE
        made = formula(f"{{\\color{{accent}} {curve.tex}}}")
        room = room_alone(made, pixels)
        x = LEFT + (self.width() - LEFT - RIGHT - room.width) / 2
        painter.drawImage(
            QPointF(x, max(0.0, ABOVE - room.height - 8)),
            picture(made, pixels, room, self._theme, self.devicePixelRatioF()),
        )
