"""The plane that one paints on: the network's answer below, the points above, the brush under the hand."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from playground.datasets.making.drawn import Drawing, Place, Stroke, empty
from playground.frames.arrays import Floats
from playground.ui.plots.charts.marks import DARK
from playground.ui.plots.planes.plane_view import PlaneView
from playground.ui.theme import CLASS_COLOURS, Theme

SMALLEST, LARGEST = 0.15, 1.6


class DrawingPlane(PlaneView):
    """Shows `drawing`; emits `painted(drawing)` once a stroke ends, `grown(points)` on the way.

    `tool`, `kind` (the class) and `reach` (in the units of the plane) say what a press does. The right button and
    Alt erase, Shift draws straight, Esc takes the stroke back. Arrow keys move the cross, Space paints there.
    `sized(steps)`: the wheel asks for a larger brush.
    """

    painted = Signal(object)
    grown = Signal(int)
    sized = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("The plane that you paint on"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move a cross, with Shift farther; Space paints there with the chosen tool.")
        )
        self.tool, self.kind, self.reach = "brush", 0, 0.5
        self.drawing: Drawing = empty()
        self._stroke: Stroke | None = None
        self._pointer: Place | None = None
        self._begun: Place = (0.0, 0.0)
        self._curve: Floats | None = None
        self.hovered.connect(self._point)

    @property
    def painting(self) -> bool:
        return self._stroke is not None

    def show_drawing(self, drawing: Drawing) -> None:
        self.drawing, self._stroke = drawing, None
        self._show(drawing)

    def show_curve(self, values: Floats | None) -> None:
        """What the network answers along x, evenly over the plane's width; None for nothing."""
        self._curve = values
        self.update()

    def _show(self, drawing: Drawing) -> None:
        colours = np.array(CLASS_COLOURS, np.uint8)[drawing.kinds % len(CLASS_COLOURS)]
        self.show_points(drawing.points, colours, np.zeros(len(drawing.points), bool))

    def _point(self, place: Place | None) -> None:
        self._pointer = place
        self.update()

    # A stroke

    def _tool_of(self, event: QMouseEvent) -> str:
        erases = event.button() == Qt.MouseButton.RightButton or event.modifiers() & Qt.KeyboardModifier.AltModifier
        return "erase" if erases else self.tool

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        place = self.to_plane(event.position())
        if place is not None and self._stroke is None:
            self._begun = place
            self._begin(self._tool_of(event), place)

    def _begin(self, tool: str, place: Place) -> None:
        self._stroke = Stroke(self.drawing, tool, self.kind, self.reach, place)
        self._grow()

    def _grow(self) -> None:
        if self._stroke is not None:
            self._show(self._stroke.drawing)
            self.grown.emit(self._stroke.added)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.to_plane(event.position())
        if place is not None and self._stroke is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                place = self._straight(place)
            self._stroke.to(place)
            self._grow()
        super().mouseMoveEvent(event)

    def _straight(self, place: Place) -> Place:
        """Along one axis from where the stroke began."""
        across, up = abs(place[0] - self._begun[0]), abs(place[1] - self._begun[1])
        return (place[0], self._begun[1]) if across >= up else (self._begun[0], place[1])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def _end(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is not None and stroke.drawing is not stroke.before:
            self.drawing = stroke.drawing
            self.painted.emit(self.drawing)

    def _take_back(self) -> None:
        self.show_drawing(self.drawing)
        self.grown.emit(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.painting:
            self._take_back()
        elif event.key() == Qt.Key.Key_Space and self._cross is not None and not self.painting:
            self._begin(self.tool, self._cross)
            self._end()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.painting:
            self._end()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.sized.emit(1 if event.angleDelta().y() > 0 else -1)

    # Its picture

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.square())
        if self._curve is not None:
            xs = np.linspace(*self.spans[0], len(self._curve))
            places = self.to_pixels(np.column_stack((xs, self._curve))).clip(-1e4, 1e4)
            painter.setPen(QPen(QColor(DARK), 2))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))
        if self._pointer is not None:
            self._paint_brush(painter, self._pointer)

    def _paint_brush(self, painter: QPainter, place: Place) -> None:
        """Its true size, with a cross in the middle; where it moves points, those are ringed."""
        at = QPointF(*self.to_pixels(np.array([place]))[0])
        reach = self.reach / (self.spans[0][1] - self.spans[0][0]) * self.square().width()
        colour = QColor(*CLASS_COLOURS[self.kind]) if self.tool in ("brush", "spray") else QColor(DARK)
        colour.setAlpha(40)
        painter.setPen(QPen(QColor(DARK), 1))
        painter.setBrush(colour)
        painter.drawEllipse(at, reach, reach)
        for across, up in ((4, 0), (0, 4)):
            painter.drawLine(at - QPointF(across, up), at + QPointF(across, up))
        if self.tool == "move" and not self.painting:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for x, y in self.to_pixels(self.drawing.points[self.drawing.near(place, self.reach)]).tolist():
                painter.drawEllipse(QPointF(x, y), 6, 6)
