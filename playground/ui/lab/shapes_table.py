"""The inputs' shapes under each other, axis by axis, with what fits, what is stretched and what clashes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.operations.table import OPERATIONS
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# Operations whose inputs are aligned at the right, and those whose axes stand under each other from the left.
JOINS = ("concat", "stack")
WIDE, HIGH, NAMES, BETWEEN = 54, 30, 108, 6


@dataclass(frozen=True, slots=True)
class ShapeRow:
    """A name and its lengths, None where it has no such axis; the axes that clash."""

    name: str
    lengths: tuple[int | None, ...]
    clashes: tuple[int, ...] = ()


def shape_rows(answer: LabAnswer, result: str) -> tuple[ShapeRow, ...]:
    """The inputs' shapes aligned as the operation does, then the result's; none where shapes are not compared."""
    operation = OPERATIONS[answer.question.chain.last.operation]
    compared = (
        operation.form == "infix" or operation.origin == "place" or operation.name in (*JOINS, "maximum", "minimum")
    )
    inputs = [(name, tensor.shape) for name, tensor in answer.inputs]
    if not compared or len(inputs) < 2:
        return ()
    named = inputs + [(result, one.shape) for one in answer.results[:1]]
    axes = max(len(shape) for _, shape in named)
    if not axes:
        return ()
    clashes = answer.trouble.clashes if answer.trouble is not None else ()
    rows = []
    for name, shape in named:
        before = 0 if operation.name in JOINS else axes - len(shape)
        lengths = (*(None,) * before, *shape, *(None,) * (axes - before - len(shape)))
        rows.append(ShapeRow(name, lengths, tuple(before + axis for one, axis in clashes if one == name)))
    return tuple(rows)


class ShapesTable(QWidget):
    """Painted; red only for what clashes, and never by colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[ShapeRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_answer(self, answer: LabAnswer) -> None:
        self._rows = shape_rows(answer, self.tr("result"))
        self.setVisible(bool(self._rows))
        said = [f"{row.name} {' '.join('–' if one is None else str(one) for one in row.lengths)}" for row in self._rows]
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        axes = len(self._rows[0].lengths) if self._rows else 0
        return QSize(NAMES + axes * (WIDE + BETWEEN), (len(self._rows) + 1) * (HIGH + BETWEEN))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled_font(SMALL))
        painter.setPen(self._theme.colour("muted"))
        clashing = {axis for row in self._rows for axis in row.clashes}
        for axis in range(len(self._rows[0].lengths)):
            painter.setPen(self._theme.colour("problem" if axis in clashing else "muted"))
            title = self.tr("axis %1").replace("%1", str(axis)) + (" ✕" if axis in clashing else "")
            painter.drawText(self._cell(-1, axis), Qt.AlignmentFlag.AlignCenter, title)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, number, row)

    def _cell(self, row: int, axis: int) -> QRectF:
        return QRectF(NAMES + axis * (WIDE + BETWEEN), (row + 1) * (HIGH + BETWEEN), WIDE, HIGH)

    def _paint_row(self, painter: QPainter, number: int, row: ShapeRow) -> None:
        painter.setFont(scaled_font())
        painter.setPen(self._theme.colour("ink"))
        name = QRectF(0, self._cell(number, 0).top(), NAMES - 12, HIGH)
        painter.drawText(name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.name)
        painter.setFont(scaled_font(bold=True, fixed_digits=True))
        for axis, length in enumerate(row.lengths):
            clash = axis in row.clashes
            colour = "problem" if clash else "ink"
            outline = QPen(self._theme.colour("problem" if clash else "edge" if length is None else "line"))
            outline.setStyle(Qt.PenStyle.DashLine if length is None else Qt.PenStyle.SolidLine)
            outline.setWidthF(2 if clash else 1)
            painter.setPen(outline)
            painter.setBrush(self._theme.colour("problem", 24) if clash else self._theme.colour("hover"))
            painter.drawRoundedRect(self._cell(number, axis), 6, 6)
            painter.setPen(self._theme.colour(colour))
            painter.drawText(
                self._cell(number, axis), Qt.AlignmentFlag.AlignCenter, "–" if length is None else str(length)
            )
