"""What lies behind the cells: lines from sources to a result, the bands of a matrix product, what does not fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from playground.frames.lab import LabAnswer
from playground.ui.lab.tensors.cells import hatch
from playground.ui.lab.tensors.grid import TensorGrid
from playground.ui.theme import Theme

# How far below all cells the lines run, one below the other, and where the lowest one aims at.
DOWN, STEP, DEEPEST, LINE = 16, 14, 56, 1.6


def paint_lines(painter: QPainter, theme: Theme, starts: Sequence[QRectF], end: QRectF, bottom: int) -> None:
    """From each source down, below all tensors, and up to the result."""
    painter.setPen(QPen(theme.colour("ink"), LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    step = min(STEP, (DEEPEST - DOWN) / max(1, len(starts)))
    for number, start in enumerate(starts):
        low = bottom + DOWN + step * (len(starts) - number)
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


def paint_lacks(
    painter: QPainter, theme: Theme, answer: LabAnswer, grids: Mapping[str, tuple[TensorGrid, QRect]], side: int
) -> None:
    """Hatched in red what the shorter of two axes lacks that do not fit."""
    clashes = answer.trouble.clashes if answer.trouble is not None else ()
    shapes = {name: tensor.shape for name, tensor in answer.inputs}
    longest = max((shapes[name][axis] for name, axis in clashes), default=0)
    red = theme.colour("problem")
    for name, axis in clashes:
        grid, box = grids[name]
        shape, frame = shapes[name], grid.frame
        from_last, lacks = len(shape) - 1 - axis, (longest - shape[axis]) * side
        inside = QRectF(box).adjusted(frame.left, frame.top, -frame.right, -frame.bottom)
        if not lacks or from_last > 1:
            continue
        if from_last == 0:
            hatch(painter, QRectF(inside.right(), inside.top(), lacks, inside.height()), red)
            continue
        pages = shape[-3] if len(shape) > 2 else 1
        wide = shape[-1] * side
        apart = (inside.width() - wide) / (pages - 1) if pages > 1 else 0
        for page in range(pages):
            hatch(painter, QRectF(inside.left() + page * apart, inside.bottom(), wide, lacks), red)
