"""What a number is made of, a row for each term: the coloured cells it is of, their product, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.arithmetic import Arithmetic
from playground.ui.lab.tensors.cells import cell_colours, cell_text, largest_of, paint_cell
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# In pixels: a cell, a row, between cells, and the product.
CELL, ROW, BETWEEN, PRODUCT = 32, 38, 20, 46
# Of more terms the first and the last are shown.
MOST_TERMS, FIRST_TERMS = 8, 4


@dataclass(frozen=True, slots=True)
class Term:
    """Cells, each its words and its colour; what they make, "" where that is not said; names: where they stand."""

    cells: tuple[tuple[str, QColor], ...]
    product: str
    names: str


def terms_of(answer: LabAnswer, written: Arithmetic) -> list[Term | None]:
    """A row for each term, of a sum of two cells one for each; None stands for those left out."""
    tensors = dict(answer.inputs)
    largest = max(map(largest_of, [*tensors.values(), *answer.results]), default=0.0)
    single = [(place,) for term in written.terms for place in term]
    rows = list(written.terms) if written.form == "products" else single
    kept: list[tuple[tuple[str, int], ...] | None] = list(rows)
    if len(rows) > MOST_TERMS:
        kept = [*rows[:FIRST_TERMS], None, rows[-1]]
    colours = {name: cell_colours(tensors[name], largest) for term in rows for name, _ in term}
    found: list[Term | None] = []
    for term in kept:
        if term is None:
            found.append(None)
            continue
        values = [_values(answer, name)[place] for name, place in term]
        cells = tuple(
            (cell_text(value), QColor(*colours[name][place].tolist()))
            for value, (name, place) in zip(values, term, strict=True)
        )
        numbers = [value for value in values if isinstance(value, int | float)]
        product = cell_text(np.prod(numbers).item()) if len(term) > 1 and len(numbers) == len(term) else ""
        found.append(Term(cells, product, " · ".join(f"{name}[{_index(answer, name, place)}]" for name, place in term)))
    return found


def _values(answer: LabAnswer, name: str) -> list[object]:
    values = dict(answer.inputs)[name].values
    assert values is not None
    return values.ravel().tolist()


def _index(answer: LabAnswer, name: str, place: int) -> str:
    shape = dict(answer.inputs)[name].shape
    return ", ".join(str(one) for one in np.unravel_index(place, shape)) if shape else ""


class Terms(QWidget):
    """Painted; as high as its rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[Term | None] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_terms(self, rows: list[Term | None]) -> None:
        self.rows = rows
        said = [f"{row.names}: {' · '.join(words for words, _ in row.cells)}" for row in rows if row is not None]
        self.setAccessibleName("; ".join(said))
        self.setFixedHeight(len(rows) * ROW)
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self.rows) * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self.rows):
            top = number * ROW
            if number:
                painter.setPen(QPen(QColor(self._theme.line), 1))
                painter.drawLine(0, top, self.width(), top)
            if row is None:
                painter.setPen(self._theme.colour("muted"))
                painter.drawText(QRectF(0, top, CELL, ROW), Qt.AlignmentFlag.AlignCenter, "…")
            else:
                self._paint_row(painter, top, row)

    def _paint_row(self, painter: QPainter, top: int, row: Term) -> None:
        x, middle = 0, Qt.AlignmentFlag.AlignCenter
        for place, (words, colour) in enumerate(row.cells):
            if place:
                painter.setPen(self._theme.colour("muted"))
                painter.drawText(QRectF(x, top, BETWEEN, ROW), middle, "·")
                x += BETWEEN
            painter.setFont(scaled_font(fixed_digits=True))
            paint_cell(painter, QRectF(x, top + (ROW - CELL) / 2, CELL, CELL), colour, words)
            x += CELL
        if row.product:
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(QRectF(x, top, BETWEEN, ROW), middle, "=")
            painter.setPen(self._theme.colour("ink"))
            painter.setFont(scaled_font(bold=True, fixed_digits=True))
            painter.drawText(QRectF(x + BETWEEN, top, PRODUCT, ROW), middle, row.product)
            x += BETWEEN + PRODUCT
        painter.setFont(scaled_font(SMALL))
        painter.setPen(self._theme.colour("muted"))
        room = QRectF(x + 8, top, self.width() - x - 8, ROW)
        names = painter.fontMetrics().elidedText(row.names, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, names)
