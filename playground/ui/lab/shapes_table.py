"""The inputs' shapes under each other, axis by axis, with what fits, what is repeated and what clashes in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.fitting import AxisFit, broadcast_fits, joined_fits, product_fits
from playground.lab.operations.table import OPERATIONS
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, scaled_font

# Operations whose inputs stand under each other from the left; all others are aligned at the right.
JOINS = ("concat", "stack")
# In pixels: a length, the names at the left, between them, a line of words, and from the lengths to these.
WIDE, HIGH, NAMES, BETWEEN, LINE, APART = 54, 28, 108, 6, 22, 36
EQUAL, CLASH = "✓", "✗"


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
    if not compared or len(inputs) < 2 or operation.variables:
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


def shape_fits(answer: LabAnswer) -> tuple[AxisFit, ...]:
    """What is said of each axis."""
    call = answer.question.chain.last
    inputs = [(name, tensor.shape) for name, tensor in answer.inputs]
    if call.operation not in JOINS:
        return broadcast_fits(inputs)
    axis, rank = call.parameter("axis"), len(inputs[0][1])
    along = axis % rank if call.operation == "concat" and isinstance(axis, int) and rank else None
    return joined_fits(inputs, along)


class ShapesTable(QWidget):
    """Painted; red only for what clashes, and never by colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[ShapeRow, ...] = ()
        self._title = ""
        self.said: list[tuple[bool, str]] = []
        # Of a matrix product: both shapes, and the result's, None where there is none.
        self._product: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...] | None] | None = None
        self.is_low = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_low(self, low: bool) -> None:
        """With little height only the sentences."""
        self.is_low = low
        self.updateGeometry()
        self.update()

    def show_answer(self, answer: LabAnswer) -> None:
        call = answer.question.chain.last
        self._rows, self._product = shape_rows(answer, self.tr("result")), None
        self.said = [self._say(fit) for fit in shape_fits(answer)] if self._rows else []
        self._title = (
            self.tr("Shapes, axis by axis") if call.operation in JOINS else self.tr("Shapes, aligned at the right")
        )
        if OPERATIONS[call.operation].form == "products" and call.operation == "matmul":
            self._show_product(answer)
        self.setVisible(bool(self._rows) or self._product is not None)
        rows = [f"{row.name} {' '.join('–' if one is None else str(one) for one in row.lengths)}" for row in self._rows]
        self.setAccessibleName("; ".join(rows + [words for _, words in self.said]))
        self.updateGeometry()
        self.update()

    def _show_product(self, answer: LabAnswer) -> None:
        """The inner lengths meet."""
        call = answer.question.chain.last
        turned = [call.parameter(f"transpose_{name}") is True for name, _ in answer.inputs]
        found = product_fits([(name, tensor.shape) for name, tensor in answer.inputs], turned)
        if found is None:
            return
        first, second, fits = found
        self._product = first, second, answer.results[0].shape if answer.results else None
        words = self.tr("equal: {count} products a cell") if fits else self.tr("{first} against {second}")
        self.said = [(fits, words.format(count=first[-1], first=first[-1], second=second[-2]))]

    def _say(self, fit: AxisFit) -> tuple[bool, str]:
        """Whether it fits, and a sentence."""
        sentences = {
            "equal": self.tr("axis {axis}: equal, {first}"),
            "repeated": self.tr("axis {axis}: {name} has length 1 and is repeated {first} times"),
            "missing": self.tr("axis {axis}: {name} has none and is repeated {first} times"),
            "adds_up": self.tr("axis {axis}: the lengths add up to {first}"),
            "clash": self.tr("axis {axis}: {first} against {second}"),
        }
        words = sentences[fit.kind].format(axis=fit.axis, name=fit.name, first=fit.first, second=fit.second)
        return fit.kind != "clash", words

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        if self._product is not None:
            return QSize(NAMES + 8 * (WIDE + BETWEEN), HIGH + 2 * BETWEEN)
        axes = len(self._rows[0].lengths) if self._rows else 0
        if self.is_low:
            return QSize(NAMES, len(self.said) * LINE)
        high = max((len(self._rows) + 1) * (HIGH + BETWEEN), (len(self.said) + 1) * LINE)
        return QSize(NAMES + axes * (WIDE + BETWEEN), high)

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._product is not None:
            self._paint_product(painter)
        if self.is_low and self._rows:
            for number, said in enumerate(self.said):
                self._paint_said(painter, QRectF(0, number * LINE, self.width(), LINE), said)
        if not self._rows or self.is_low:
            return
        painter.setFont(scaled_font(SMALL))
        clashing = {axis for row in self._rows for axis in row.clashes}
        for axis in range(len(self._rows[0].lengths)):
            painter.setPen(self._theme.colour("problem" if axis in clashing else "muted"))
            title = self.tr("axis %1").replace("%1", str(axis)) + (" ✕" if axis in clashing else "")
            painter.drawText(self._cell(-1, axis), Qt.AlignmentFlag.AlignCenter, title)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, number, row)
        left = self._cell(0, len(self._rows[0].lengths)).left() + APART
        painter.setFont(scaled_font(bold=True))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QRectF(left, 0, self.width() - left, LINE), Qt.AlignmentFlag.AlignVCenter, self._title)
        for number, said in enumerate(self.said, start=1):
            self._paint_said(painter, QRectF(left, number * LINE + 4, self.width() - left, LINE), said)

    def _paint_said(self, painter: QPainter, box: QRectF, said: tuple[bool, str]) -> None:
        fits, words = said
        painter.setFont(scaled_font(bold=True))
        painter.setPen(self._theme.colour("good" if fits else "problem"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, EQUAL if fits else CLASH)
        painter.setFont(scaled_font(bold=not fits))
        painter.setPen(self._theme.colour("ink" if fits else "problem"))
        rest = box.adjusted(22, 0, 0, 0)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def _cell(self, row: int, axis: int) -> QRectF:
        return QRectF(NAMES + axis * (WIDE + BETWEEN), (row + 1) * (HIGH + BETWEEN), WIDE, HIGH)

    def _paint_row(self, painter: QPainter, number: int, row: ShapeRow) -> None:
        painter.setFont(scaled_font())
        painter.setPen(self._theme.colour("ink"))
        name = QRectF(0, self._cell(number, 0).top(), NAMES - 12, HIGH)
        painter.drawText(name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.name)
        for axis, length in enumerate(row.lengths):
            self._paint_length(painter, self._cell(number, axis), length, "problem" if axis in row.clashes else "")

    def _paint_length(self, painter: QPainter, box: QRectF, length: int | None, colour: str) -> None:
        """A length, in a colour where it is one that decides; dashed where there is none."""
        outline = QPen(self._theme.colour(colour or ("edge" if length is None else "line")))
        outline.setStyle(Qt.PenStyle.DashLine if length is None else Qt.PenStyle.SolidLine)
        outline.setWidthF(2 if colour else 1)
        painter.setPen(outline)
        painter.setBrush(self._theme.colour(colour, 24) if colour else self._theme.colour("hover"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(scaled_font(bold=True, fixed_digits=True))
        painter.setPen(self._theme.colour(colour or "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "–" if length is None else str(length))

    def _paint_product(self, painter: QPainter) -> None:
        """Both shapes in a line, the inner lengths in a colour, then the result's."""
        assert self._product is not None
        first, second, result = self._product
        inner = "good" if self.said[0][0] else "problem"
        x = 0.0
        for shape, sign, at in (
            (first, "@", -1),
            (second, "→" if result is not None else "", -2),
            (result or (), "", 0),
        ):
            for axis, length in enumerate(shape):
                decides = bool(at) and axis == len(shape) + at
                self._paint_length(painter, QRectF(x, BETWEEN, WIDE - 8, HIGH), length, inner if decides else "")
                x += WIDE - 8 + BETWEEN
            painter.setPen(self._theme.colour("muted"))
            painter.setFont(scaled_font(1.15))
            painter.drawText(QRectF(x, BETWEEN, 24, HIGH), Qt.AlignmentFlag.AlignCenter, sign)
            x += 24 + BETWEEN if sign else 0
        self._paint_said(painter, QRectF(x + 16, BETWEEN, self.width() - x - 16, HIGH), self.said[0])
