"""A connection on the canvas: a smooth curve or a line for each weight, its shape label, dashes while training."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.graph import Edge
from playground.frames.arrays import Floats
from playground.ui.canvas.items.edge_curve import curve, halfway
from playground.ui.canvas.items.lettering import Fonts
from playground.ui.canvas.items.weight_lines import REACH as LINE_REACH
from playground.ui.canvas.items.weight_lines import WeightLines
from playground.ui.canvas.layout.box import Box
from playground.ui.theme import Theme

REACH = 14.0
# Labels are smaller than the words on cards and fade from sight before them.
LABEL_FROM = 0.6
# In pen widths, as QPen counts.
DASH, DASH_GAP = 3.0, 2.0
END_REACH = 34.0


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
        self._label_size, self._unsettled = QSizeF(), False
        self._grip: QPainterPath | None = None
        self._around: Box | None = None
        self._lines: WeightLines | None = None
        self._weights: Floats | None = None
        self._tails: tuple[QPointF, ...] = ()
        self._ringed: tuple[int, int] | None = None
        self._unit: int | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(1)

    # What it is told

    def show_ends(self, start: QPointF, end: QPointF, around: Box | None = None) -> None:
        """From where to where, and which cards to go around."""
        if (start, end, around) != (self.start, self.end, self._around):
            self.start, self.end, self._around = start, end, around
            self._remeasure()

    def show_state(self, label: str, live: bool, wrong: bool, fonts: Fonts, theme: Theme) -> bool:
        """`live` edges lie between Data and Output; `wrong` ones bring what their target cannot take.

        A label of another size waits for `settle`, which is told: mostly the ends move next, and with them the label.
        """
        state = (label, live, wrong, fonts, theme)
        if state != (self._label, self._live, self._wrong, self._fonts, self._theme):
            worded = (label, fonts) != (self._label, self._fonts)
            self._label, self._live, self._wrong, self._fonts, self._theme = state
            if worded:
                self._measure_label()
            self.update()
        return self._unsettled

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

    def show_lines(self, starts: Sequence[QPointF], ends: Sequence[QPointF]) -> None:
        """A line from each start to each end, one for each weight; none for the one curve again."""
        known = self._lines
        if known is None and not (starts and ends):
            return
        if known is None or (known.starts, known.ends) != (tuple(starts), tuple(ends)):
            self._lines = WeightLines(starts, ends) if starts and ends else None
            if self._lines is None or (self._weights is not None and self._weights.shape != self._lines.size):
                self._weights = None
            self._place_label()
            self._grip = None

    def show_tails(self, tails: Sequence[QPointF]) -> None:
        """Where the neurons of an opened source stand: their values come together where the connection starts."""
        if tuple(tails) != self._tails:
            self._tails = tuple(tails)
            self._place_label()

    def show_weights(self, weights: Floats | None) -> None:
        """The numbers of the lines, (inputs, units); None while they are not known."""
        if self._lines is not None and (weights is None or weights.shape == self._lines.size):
            self._weights = weights
            self.update()

    def show_pointed(self, ringed: tuple[int, int] | None, unit: int | None) -> None:
        """The line under the pointer, as (input, unit); and the neuron whose lines stand out."""
        if (ringed, unit) != (self._ringed, self._unit):
            self._ringed, self._unit = ringed, unit
            if self._lines is not None:
                self.update()

    # What it is asked

    @property
    def lines(self) -> WeightLines | None:
        return self._lines

    @property
    def weights(self) -> Floats | None:
        """What the lines show, (inputs, units)."""
        return self._weights

    def line_at(self, at: QPointF) -> tuple[int, int] | None:
        """The weight whose line is within reach of this point of the scene, as (input, unit)."""
        if self._lines is None or not self._bounds.contains(at):
            return None
        away, line = self._lines.nearest(at, self._weights)
        return line if away <= LINE_REACH else None

    def reaches(self, at: QPointF) -> bool:
        """Whether the point is on it: around many lines there is much that is not."""
        return self._lines is None or self.line_at(at) is not None

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
        if self._lines is not None:
            return max(0.0, self._lines.nearest(at, self._weights)[0])
        return min(QLineF(at, self.path.pointAtPercent(share / 32)).length() for share in range(33))

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        # Worked out when the pointer comes near: that is dear, and most never see it.
        if self._grip is None and self._lines is not None:
            self._grip = self._lines.outline()
        if self._grip is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(REACH)
            self._grip = stroker.createStroke(self.path)
        return self._grip

    def _remeasure(self) -> None:
        """Another way."""
        self.path, self._grip = curve(self.start, self.end, self._around), None
        self._middle = halfway(self.path, self.start, self.end, straight=self._around is None)
        self._place_label()

    def _measure_label(self) -> None:
        """Another label on the way; most are as large as the one before."""
        size = QSizeF()
        if self._label:
            metrics = QFontMetricsF(self._fonts.small)
            size = QSizeF(metrics.horizontalAdvance(self._label) + 8, metrics.height() + 2)
        if size != self._label_size:
            self._label_size, self._unsettled = size, True

    def settle(self) -> None:
        """All that changes has been told."""
        if self._unsettled:
            self._place_label()

    def _place_label(self) -> None:
        """The label in the middle of the way, and what encloses both."""
        self.prepareGeometryChange()
        self._label_place, self._unsettled = QRectF(), False
        if self._label and self._lines is None:
            self._label_place = QRectF(QPointF(), self._label_size)
            self._label_place.moveCenter(self._middle)
        self._bounds = self.path.controlPointRect().adjusted(-8, -8, 8, 8).united(self._label_place)
        if self._tails:
            tops = [tail.y() for tail in self._tails]
            fan = QRectF(QPointF(self._tails[0].x(), min(tops)), QPointF(self.start.x(), max(tops)))
            self._bounds = self._bounds.united(fan.adjusted(-2, -2, 2, 2))
        if self._lines is not None:
            self._bounds = self._lines.bounds.adjusted(-12, -12, 12, 12)

    # How it looks

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lines is not None:
            self._paint_lines(painter, self._lines)
            return
        if self._lit or self.isSelected():
            painter.setPen(_round_pen(self._theme.colour("accent", 110 if self.isSelected() else 70), 10.0))
            painter.drawPath(self.path)
        for tail in self._tails:
            painter.strokePath(curve(tail, self.start), _round_pen(self._theme.colour("muted", 110), 1.0))
        pen = _way_pen(*self._colour())
        if self._offset is not None and self._live and not self._wrong:
            pen = QPen(pen)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([DASH, DASH_GAP])
            pen.setDashOffset(-self._offset)
        painter.setPen(pen)
        painter.drawPath(self.path)
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if self._label and scale >= LABEL_FROM:
            self._paint_label(painter, self._fonts.steady(scale))

    def _paint_lines(self, painter: QPainter, lines: WeightLines) -> None:
        if self._lit or self.isSelected():
            for path in (path for row in lines.paths for path in row):
                painter.strokePath(path, _round_pen(self._theme.colour("accent", 50), 9.0))
        # Dashes of one curve move in widths of its pen, those of lines in pixels.
        offset = None if self._offset is None or not self._live else self._offset * 2
        lines.paint(painter, self._weights, offset, self._theme, self._ringed, self._unit)

    def _colour(self) -> tuple[str, int]:
        """As #rrggbb, and how opaque."""
        if self._wrong:
            return self._theme.problem, 255
        if self._live or self._lit or self.isSelected():
            return self._theme.train, 255
        return self._theme.muted, 150

    def _paint_label(self, painter: QPainter, by: float) -> None:
        place = QRectF(QPointF(), self._label_place.size())
        place.moveCenter(QPointF())
        painter.save()
        painter.translate(self._label_place.center())
        painter.scale(1 / by, 1 / by)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("canvas", 235))
        painter.drawRoundedRect(place, 6, 6)
        painter.setFont(self._fonts.small)
        painter.setPen(self._theme.colour("problem" if self._wrong else "muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._label)
        painter.restore()


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


@cache
def _way_pen(colour: str, alpha: int) -> QPen:
    """Of a few colours; not to be changed."""
    opaque = QColor(colour)
    opaque.setAlpha(alpha)
    return _round_pen(opaque, 2.0)


def _round_pen(colour: QColor, thickness: float) -> QPen:
    return QPen(colour, thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
