"""What lies behind the cells: lines from sources to a result, the bands of a matrix product, what does not fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from playground.frames.lab import LabAnswer
from playground.ui.lab.tensors.cells import hatch
from playground.ui.lab.tensors.grid import TensorGrid
from playground.ui.lab.tensors.placing import MARGIN
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import scaled_font

# How far below all cells the lines run, one below the other; how far a bracket stands from its grid.
DOWN, STEP, LINE, OUT, HOOK = 16, 14, 1.6, 4, 6
WORDS_HIGH, MOST_WIDE = 20, 160


def paint_lines(painter: QPainter, theme: Theme, starts: Sequence[QRectF], end: QRectF, bottom: int) -> None:
    """From each source down, below all tensors, and up to the result."""
    painter.setPen(QPen(theme.colour("ink"), LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, start in enumerate(starts):
        low = bottom + DOWN + STEP * (len(starts) - number)
        path = QPainterPath(QPointF(start.center().x(), start.bottom()))
        path.lineTo(start.center().x(), bottom)
        path.cubicTo(
            QPointF(start.center().x(), low), QPointF(end.center().x(), low), QPointF(end.center().x(), bottom)
        )
        path.lineTo(end.center().x(), end.bottom())
        painter.drawPath(path)


def paint_bands(painter: QPainter, theme: Theme, starts: Sequence[QRectF], end: QRectF) -> None:
    """A row at the left and a column above run into the cell where they meet."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent", 30))
    row = [box for box in starts if abs(box.top() - end.top()) < 1]
    column = [box for box in starts if abs(box.left() - end.left()) < 1]
    if row:
        left = min(box.left() for box in row)
        painter.drawRect(QRectF(left, end.top(), end.right() - left, end.height()))
    if column:
        top = min(box.top() for box in column)
        painter.drawRect(QRectF(end.left(), top, end.width(), end.bottom() - top))


def paint_clashes(
    painter: QPainter, theme: Theme, answer: LabAnswer, grids: Mapping[str, tuple[TensorGrid, QRect]], side: int
) -> None:
    """Red brackets with the lengths that do not fit, and hatched what the shorter one lacks."""
    clashes = answer.trouble.clashes if answer.trouble is not None else ()
    shapes = {name: tensor.shape for name, tensor in answer.inputs}
    longest = max((shapes[name][axis] for name, axis in clashes), default=0)
    for name, axis in clashes:
        _, box = grids[name]
        shape, inside = shapes[name], QRectF(box).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        from_last = len(shape) - 1 - axis
        if from_last > 1:
            continue
        red, lacks = theme.colour("problem"), (longest - shape[axis]) * side
        _bracket(painter, theme, inside, down=from_last == 1, at_left=name == next(iter(grids)))
        words = QCoreApplication.translate("Board", "axis {axis}: {length}").format(axis=axis, length=shape[axis])
        below = inside.bottom() + OUT + (lacks if from_last == 1 else 0)
        painter.drawText(QRectF(inside.left(), below, MOST_WIDE, WORDS_HIGH), Qt.AlignmentFlag.AlignVCenter, words)
        if lacks and from_last == 1:
            pages = shape[-3] if len(shape) > 2 else 1
            wide = shape[-1] * side
            apart = (inside.width() - wide) / (pages - 1) if pages > 1 else 0
            for page in range(pages):
                hatch(painter, QRectF(inside.left() + page * apart, inside.bottom(), wide, lacks), red)
        elif lacks:
            hatch(painter, QRectF(inside.right(), inside.top(), lacks, inside.height()), red)


def _bracket(painter: QPainter, theme: Theme, inside: QRectF, down: bool, at_left: bool) -> None:
    red = theme.colour("problem")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(red, 2))
    painter.setFont(scaled_font(bold=True))
    if down:
        x, hook = (inside.left() - OUT, HOOK) if at_left else (inside.right() + OUT, -HOOK)
        painter.drawPolyline(
            [
                QPointF(x + hook, inside.top()), QPointF(x, inside.top()),
                QPointF(x, inside.bottom()), QPointF(x + hook, inside.bottom()),
            ]
        )  # fmt: skip
    else:
        y = inside.top() - OUT
        painter.drawPolyline(
            [
                QPointF(inside.left(), y + HOOK), QPointF(inside.left(), y),
                QPointF(inside.right(), y), QPointF(inside.right(), y + HOOK),
            ]
        )  # fmt: skip
