"""A cross-entropy as a length, cut in two ways: into its terms, and into entropy and KL."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.losses import ByHand
from playground.lab.losses import LossQuestion
from playground.ui.lab.losses.painting import LEFT
from playground.ui.lab.losses.rows import BIT
from playground.ui.texts.lab.losses import column_title
from playground.ui.texts.numbers import decimals_text, number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# How far the scales reach, in nats: they stay until the loss leaves them, and then jump.
REACHES = (1.4, 3.0, 16.2)
HIGH, BETWEEN, HEADING, SCALE, NARROWEST = 28, 10, 26, 28, 320


@dataclass(frozen=True, slots=True)
class Length:
    """A piece from `start` on, in nats, and what it is."""

    start: float
    length: float
    title: str


def pieces(question: LossQuestion, hand: ByHand) -> tuple[Length, ...]:
    """The terms of a cross-entropy one after the other, each its share of the mean; those of nothing are left out."""
    assert hand.shares is not None
    y = np.array(question.targets)
    with np.errstate(all="ignore"):
        terms = np.where(y == 0, 0.0, -y * np.log(hand.shares)) / len(y)
    made, start = [], 0.0
    for sample, entry in np.argwhere(terms > 0).tolist():
        title = column_title(question, sample, entry)
        made.append(Length(start, float(terms[sample, entry]), title))
        start += float(terms[sample, entry])
    return tuple(made)


class Lengths(QWidget):
    """Two rows of pieces over scales in nats and in bits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[Length, ...] = ()
        self._entropy, self._reach = 0.0, REACHES[0]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(520, HEADING + 2 * HIGH + BETWEEN + 2 * SCALE + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.sizeHint().height())

    def show_question(self, question: LossQuestion, hand: ByHand) -> None:
        self._pieces, self._entropy = pieces(question, hand), hand.entropy
        whole = self.whole
        self._reach = next((reach for reach in REACHES if whole <= reach), REACHES[-1])
        rest = whole - self._entropy
        self.setAccessibleName(f"{number_text(whole, 5)} = {number_text(self._entropy, 5)} + {number_text(rest, 5)}")
        self.update()

    @property
    def whole(self) -> float:
        """The cross-entropy, in nats."""
        return sum(piece.length for piece in self._pieces)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _x(self, nats: float) -> float:
        left, right = LEFT, self.width() - 60
        return left + (right - left) * min(nats, self._reach) / self._reach

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled_font(1.0, bold=True, of=self.font()))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QPointF(0, 15), self.tr("The same length, cut in two ways"))
        small = scaled_font(SMALL, fixed_digits=True, of=self.font())
        painter.setFont(small)
        first, second = HEADING, HEADING + HIGH + BETWEEN
        for y, title in ((first, self.tr("cross-entropy")), (second, self.tr("entropy + KL"))):
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(QRectF(0, y, LEFT - 8, HIGH), Qt.AlignmentFlag.AlignVCenter, title)
        accent, grey = self._theme.colour("accent"), self._theme.colour("edge")
        for piece in self._pieces:
            self._piece(painter, piece, first, accent, filled=False)
        self._piece(painter, Length(0, self._entropy, self.tr("entropy of p")), second, grey, filled=True)
        rest = max(0.0, self.whole - self._entropy)
        self._piece(painter, Length(self._entropy, rest, self.tr("KL")), second, accent, filled=True)
        self._paint_end(painter, first, second + HIGH)
        self._paint_scales(painter, second + HIGH + 12)
        painter.end()

    def _piece(self, painter: QPainter, piece: Length, y: float, colour: QColor, filled: bool) -> None:
        left, right = self._x(piece.start), self._x(piece.start + piece.length)
        if right - left < 1.5:
            return
        box = QRectF(left + 0.75, y + 0.75, right - left - 1.5, HIGH - 1.5)
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1.5))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        number = decimals_text(piece.length, 4) if np.isfinite(piece.length) else "∞"
        text = painter.fontMetrics()
        said = next(
            (
                words
                for words in (f"{piece.title} · {number}", number)
                if text.horizontalAdvance(words) < box.width() - 8
            ),
            "",
        )
        painter.setPen(self._theme.colour(("window" if self._theme.dark else "panel") if filled else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    def _paint_end(self, painter: QPainter, top: float, bottom: float) -> None:
        """The common end of both rows."""
        x = self._x(self.whole)
        painter.setPen(QPen(self._theme.colour("ink"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, top - 6), QPointF(x, bottom + 6))
        painter.setFont(scaled_font(SMALL, bold=True, fixed_digits=True, of=self.font()))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QPointF(x + 6, top + 4), decimals_text(self.whole, 4) if np.isfinite(self.whole) else "∞")

    def _paint_scales(self, painter: QPainter, y: float) -> None:
        small = scaled_font(SMALL, fixed_digits=True, of=self.font())
        text = QFontMetricsF(small)
        painter.setFont(small)
        for title, unit in ((self.tr("nats (Keras, ln)"), 1.0), (self.tr("bits (log₂), × 0.6931"), BIT)):
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(QRectF(0, y, LEFT - 8, text.height()), Qt.AlignmentFlag.AlignVCenter, title)
            painter.drawLine(QPointF(LEFT, y + 2), QPointF(self._x(self._reach), y + 2))
            for value in _ticks(self._reach / unit):
                x = self._x(value * unit)
                painter.drawLine(QPointF(x, y + 2), QPointF(x, y + 6))
                where = QRectF(x - 24, y + 7, 48, text.height())
                painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number_text(value))
            y += SCALE


def _ticks(reach: float) -> tuple[float, ...]:
    """Round numbers from 0 on that are not beyond it."""
    step = 0.2 if reach < 1.5 else 0.5 if reach < 5 else 2.0 if reach < 20 else 5.0
    return tuple(round(step * number, 3) for number in range(int(reach / step + 1e-9) + 1))
