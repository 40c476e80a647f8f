"""A connection on the canvas: a smooth curve, its shape label, and dashes that move while training."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.graph import Edge
from playground.ui.canvas.lettering import Fonts, width
from playground.ui.theme import Theme

REACH = 14.0
# Labels are smaller than the words on cards and fade from sight before them.
LABEL_FROM = 0.5
# In pen widths, as QPen counts.
DASH, DASH_GAP = 3.0, 2.0
END_REACH = 34.0
# How far a connection that runs backwards swings out to the sides, and down.
TURN, AROUND = 64.0, 96.0


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """From an output on the right of a card to an input on the left of one, level at both ends."""
    path = QPainterPath(start)
    across, along = end.x() - start.x(), end.y() - start.y()
    if across >= 0:
        bend = QPointF(max(across / 2, min(24.0, across + abs(along) / 4)), 0)
        path.cubicTo(start + bend, end - bend, end)
        return path
    # Backwards it goes around: below both cards, or between them where they stand far apart.
    middle = (start + end) / 2 + QPointF(0, 0 if abs(along) > 2 * AROUND else AROUND)
    path.cubicTo(start + QPointF(TURN, 0), QPointF(start.x() + TURN, middle.y()), middle)
    path.cubicTo(QPointF(end.x() - TURN, middle.y()), end - QPointF(TURN, 0), end)
    return path


class EdgeItem(QGraphicsItem):
    """Shows one connection of the document."""

    def __init__(self, edge: Edge, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.edge = edge
        self._fonts, self._theme = fonts, theme
        self._label = ""
        self._live = self._wrong = self._lit = False
        self._offset: float | None = None
        self.start = self.end = self._middle = QPointF()
        self.path, self._bounds, self._label_place = QPainterPath(), QRectF(), QRectF()
        self._grip: QPainterPath | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(1)

    # What it is told

    def show_ends(self, start: QPointF, end: QPointF) -> None:
        if start != self.start or end != self.end:
            self.start, self.end = start, end
            self._remeasure()

    def show_state(self, label: str, live: bool, wrong: bool, fonts: Fonts, theme: Theme) -> None:
        """`live` edges lie between Data and Output; `wrong` ones bring what their target cannot take."""
        state = (label, live, wrong, fonts, theme)
        if state != (self._label, self._live, self._wrong, self._fonts, self._theme):
            worded = (label, fonts) != (self._label, self._fonts)
            self._label, self._live, self._wrong, self._fonts, self._theme = state
            self._measure_label() if worded else self.update()

    def show_lit(self, lit: bool) -> None:
        """Whether a layer that is let go here would be put in."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def show_flow(self, offset: float | None) -> None:
        """How far the dashes have moved, in pen widths; None for a line at rest."""
        if offset != self._offset:
            self._offset = offset
            if self._live:
                self.update()

    # What it is asked

    @property
    def live(self) -> bool:
        return self._live

    @property
    def label(self) -> str:
        return self._label

    @property
    def wrong(self) -> bool:
        return self._wrong

    @property
    def offset(self) -> float | None:
        """How far the dashes have moved; None for a line at rest."""
        return self._offset

    @property
    def lit(self) -> bool:
        return self._lit

    @property
    def middle(self) -> QPointF:
        return self._middle

    def end_at(self, at: QPointF) -> str:
        """Which end is taken hold of at this point of the scene: "source", "target", or "" for neither."""
        reach = min(END_REACH, self.path.length() / 3)
        to_source, to_target = QLineF(at, self.start).length(), QLineF(at, self.end).length()
        if min(to_source, to_target) > reach:
            return ""
        return "source" if to_source < to_target else "target"

    def distance(self, at: QPointF) -> float:
        """How far the point lies from the curve, in pixels of the scene, near enough to tell two curves apart."""
        return min(QLineF(at, self.path.pointAtPercent(share / 32)).length() for share in range(33))

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        # Worked out when the pointer comes near: that is dear, and most never see it.
        if self._grip is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(REACH)
            self._grip = stroker.createStroke(self.path)
        return self._grip

    def _remeasure(self) -> None:
        """Another way."""
        self.path, self._grip = curve(self.start, self.end), None
        self._middle = self.path.pointAtPercent(0.5)
        self._measure_label()

    def _measure_label(self) -> None:
        """Another label on the way."""
        self.prepareGeometryChange()
        self._label_place = QRectF()
        if self._label:
            height = QFontMetricsF(self._fonts.small).height()
            self._label_place = QRectF(0, 0, width(self._label, self._fonts.small) + 8, height + 2)
            self._label_place.moveCenter(self._middle)
        self._bounds = self.path.controlPointRect().adjusted(-8, -8, 8, 8).united(self._label_place)
        self.update()

    # How it looks

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lit or self.isSelected():
            painter.setPen(_round_pen(self._theme.colour("accent", 70), 9.0))
            painter.drawPath(self.path)
        pen = _round_pen(self._colour(), 2.0)
        if self._offset is not None and self._live and not self._wrong:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([DASH, DASH_GAP])
            pen.setDashOffset(-self._offset)
        painter.setPen(pen)
        painter.drawPath(self.path)
        if self._label and option.levelOfDetailFromTransform(painter.worldTransform()) >= LABEL_FROM:
            self._paint_label(painter)

    def _colour(self) -> QColor:
        if self._wrong:
            return self._theme.colour("problem")
        if self._live or self._lit or self.isSelected():
            return self._theme.colour("train")
        return self._theme.colour("muted", 150)

    def _paint_label(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("canvas", 235))
        painter.drawRoundedRect(self._label_place, 6, 6)
        painter.setFont(self._fonts.small)
        painter.setPen(self._theme.colour("problem" if self._wrong else "muted"))
        painter.drawText(self._label_place, Qt.AlignmentFlag.AlignCenter, self._label)


class LooseEdge(QGraphicsItem):
    """A connection that is being drawn: one end hangs on the pointer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.path = QPainterPath()
        self._refused = False
        self.setZValue(5)

    def show_ends(self, start: QPointF, end: QPointF, refused: bool) -> None:
        self.prepareGeometryChange()
        self.path, self._refused = curve(start, end), refused
        self.update()

    def boundingRect(self) -> QRectF:
        return self.path.controlPointRect().adjusted(-8, -8, 8, 8)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("problem" if self._refused else "accent")
        painter.setPen(_round_pen(colour, 2.5))
        painter.drawPath(self.path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for end in (self.path.pointAtPercent(0), self.path.currentPosition()):
            painter.drawEllipse(end, 4.5, 4.5)


def _round_pen(colour: QColor, thickness: float) -> QPen:
    return QPen(colour, thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
