"""Two rows of squares: the bits of a number before and after it became one of another kind."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer, LabTensor
from playground.lab.operations.table import OPERATIONS
from playground.ui.lab.tensors.bits import Bits, bits_of, taken_over
from playground.ui.lab.tensors.cells import exact_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# In pixels: a square at most, between groups of four, a row with its words.
SQUARE, APART, WORDS, ROW = 20, 6, 20, 48
GROUP = 4


class BitRows(QWidget):
    """Seen for operations that change the kind of numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[tuple[str, Bits]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_cell(self, answer: LabAnswer | None, part: int, cell: int) -> None:
        """Of the result's cell, the first one where none is pointed at, and of what it comes from."""
        self.rows = [] if answer is None else _rows(answer, part, max(cell, 0))
        self.setVisible(bool(self.rows))
        said = [f"{row.dtype} {words} {row.digits}" for words, row in self.rows]
        self.setAccessibleName("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 2 * ROW + WORDS)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((len(row.digits) for _, row in self.rows), default=1)
        side = min(SQUARE, (self.width() - APART * longest / GROUP) / longest)
        for number, (words, row) in enumerate(self.rows):
            # Places of the same worth stand below each other; a fraction begins at the left.
            first = 0 if row.is_float else longest - len(row.digits)
            self._paint_row(painter, number * ROW, words, row, side, first)
        painter.setPen(self._theme.colour("muted"))
        painter.setFont(scaled_font(SMALL))
        painter.drawText(QRectF(0, 2 * ROW, self.width(), WORDS), Qt.AlignmentFlag.AlignVCenter, self._key())

    def _key(self) -> str:
        """What the colours say."""
        if any(row.is_float for _, row in self.rows):
            return self.tr("Orange: sign; blue: exponent; grey: fraction. Struck out: there is no room for it.")
        return self.tr("Orange: the sign. Struck out: there is no room for it.")

    def _paint_row(self, painter: QPainter, top: float, words: str, row: Bits, side: float, first: int) -> None:
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(scaled_font(SMALL))
        painter.drawText(QRectF(0, top, self.width(), WORDS), Qt.AlignmentFlag.AlignVCenter, f"{row.dtype}  {words}")
        painter.setFont(scaled_font(min(SMALL, side / 16), fixed_digits=True))
        for place, digit in enumerate(row.digits):
            at = place + first
            x = at * side + APART * (at // GROUP)
            box = QRectF(x, top + WORDS, side - 2, side - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(row, place))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(self._theme.colour("muted" if place in row.lost else "ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)
            if place in row.lost:
                painter.setPen(QPen(self._theme.colour("problem"), 1.6))
                painter.drawLine(box.bottomLeft(), box.topRight())

    def _colour(self, row: Bits, place: int) -> QColor:
        if place < row.sign:
            return self._theme.colour("validation", 90)
        return self._theme.colour("accent", 70) if place < row.sign + row.exponent else self._theme.colour("hover")


def _rows(answer: LabAnswer, part: int, cell: int) -> list[tuple[str, Bits]]:
    """The source's bits above those of the result; none where nothing is of another kind."""
    if OPERATIONS[answer.question.chain.last.operation].group != "kinds" or part >= len(answer.results):
        return []
    after, inputs = answer.results[part], dict(answer.inputs)
    known = part < len(answer.sources) and cell < len(answer.sources[part].starts) - 1
    sources = answer.sources[part].of(cell) if known else ()
    made = _bits(after, cell)
    if len(sources) != 1 or made is None:
        return []
    name, place = sources[0]
    before = _bits(inputs[name], place)
    if before is None or before[1].dtype == made[1].dtype:
        return []
    return [(before[0], taken_over(before[1], made[1])), made]


def _bits(tensor: LabTensor, cell: int) -> tuple[str, Bits] | None:
    if tensor.values is None or cell >= tensor.values.size:
        return None
    bits = bits_of(tensor.values, cell)
    return None if bits is None else (exact_text(tensor.values.ravel().tolist()[cell]), bits)
