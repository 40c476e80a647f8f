"""The numbers of each entry, under its column."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.formulas import INLINE, formula, picture, room_alone
from playground.ui.lab.losses.lanes import Lanes, lanes
from playground.ui.lab.losses.painting import LEFT
from playground.ui.lab.losses.rows import NumberRow
from playground.ui.texts.lab.losses import row_title
from playground.ui.texts.numbers import decimals_text, number_text, with_minus
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, SMALLER, scaled_font

ROW = 30
NAME_AT, NARROWEST = 68, 320
# How much smaller a number gets before it is left out, and from where on one is next to nothing in a narrow column.
LEAST_SCALE, NOTHING = 0.78, 5e-3


class NumberTable(QWidget):
    """Rows with a formula at the left, in the same columns as the chart above."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[NumberRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: tuple[NumberRow, ...]) -> None:
        if len(rows) != len(self._rows):
            self.updateGeometry()
        self._rows = rows
        spoken = (f"{row_title(row.name) if row.name else row.how}: {_spoken(row)}" for row in rows)
        self.setAccessibleName("; ".join(spoken))
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, ROW * len(self._rows) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        samples, entries = self._rows[0].values.shape
        places = lanes(LEFT, self.width() - 24, samples, entries)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, row, places, number * ROW)
        self._line(painter, places, len(self._rows) * ROW)
        painter.end()

    def _line(self, painter: QPainter, places: Lanes, y: float) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(QPointF(0, y + 0.5), QPointF(places.right + 8, y + 0.5))

    def _paint_row(self, painter: QPainter, row: NumberRow, places: Lanes, y: float) -> None:
        self._line(painter, places, y)
        pixels = QFontInfo(self.font()).pixelSize() * INLINE
        made = formula(row.tex)
        pixels *= min(1.0, (ROW - 2) / max(1.0, (made.up + made.down) * pixels))
        room = room_alone(made, pixels)
        image = picture(made, pixels, room, self._theme, self.devicePixelRatioF())
        painter.drawImage(QPointF(0, y + (ROW - room.height) / 2), image)
        said = " · ".join(text for text in (row_title(row.name) if row.name else "", row.how) if text)
        self._write(painter, said, max(NAME_AT, room.width + 8), y)
        bold = scaled_font(SMALL, bold=True, fixed_digits=True, of=self.font())
        painter.setFont(bold)
        for sample in range(places.samples):
            for entry in range(places.entries):
                value = float(row.values[sample, entry])
                self._number(
                    painter, row, value, QRectF(places.middle(sample, entry) - places.wide / 2, y, places.wide, ROW)
                )

    def _write(self, painter: QPainter, said: str, x: float, y: float) -> None:
        font = scaled_font(SMALLER, of=self.font())
        text = QFontMetricsF(font).elidedText(said, Qt.TextElideMode.ElideRight, LEFT - x - 2)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRectF(x, y, LEFT - x, ROW), Qt.AlignmentFlag.AlignVCenter, text)

    def _number(self, painter: QPainter, row: NumberRow, value: float, where: QRectF) -> None:
        sign = 0 if not row.coloured or abs(value) < 5e-10 else 1 if value > 0 else -1
        painter.setPen(self._theme.colour({0: "muted" if row.coloured else "ink", 1: "train", -1: "validation"}[sign]))
        font, text = painter.font(), ""
        for scale in (1.0, LEAST_SCALE):
            painter.setFont(scaled_font(SMALL * scale, bold=True, fixed_digits=True, of=self.font()))
            metrics = painter.fontMetrics()
            room, words = where.width() - 2, _shorter(value, row.coloured)
            text = next((one for one in words if metrics.horizontalAdvance(one) <= room), "")
            if text:
                break
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text or "…")
        painter.setFont(font)


def _shorter(value: float, signed: bool) -> tuple[str, ...]:
    """A number in fewer and fewer letters, the last one as ".5", or 0 for what is next to nothing."""
    finite = isfinite(value)
    short = (number_text(value, 2), number_text(value, 1)) if finite else ()
    least = "0" if finite and abs(value) < NOTHING else (short or ("",))[-1].replace("0.", ".")
    return (entry_text(value, signed), *short, least)


def _spoken(row: NumberRow) -> str:
    return ", ".join(entry_text(float(value), row.coloured) for value in row.values.ravel())


def entry_text(value: float, signed: bool = False) -> str:
    """Four decimals, with its sign where it has a colour too; ∞ for what has no limit."""
    if value != value:
        return with_minus("-")
    if abs(value) == float("inf"):
        return "∞" if value > 0 else "−∞"
    if abs(value) < 5e-10:
        return "0"
    text = decimals_text(value, 4)
    return f"+{text}" if signed and value > 0 else text
