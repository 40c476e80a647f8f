"""Numbers that pass through the network, layer by layer, while it learns slowly enough for eyes to follow."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.document.document import Document
from playground.frames.arrays import Floats
from playground.frames.frame import Frame
from playground.ui.canvas.items.edge_item import EdgeItem
from playground.ui.canvas.items.lettering import Fonts, width
from playground.ui.canvas.items.node_item import TEXT_FROM
from playground.ui.canvas.items.weights import weight_text
from playground.ui.canvas.stage.stage import Stage
from playground.ui.theme import Theme, signed_rgb

INTERVAL = 33
MOST_SHOWN = 3
# Seconds: what comes faster cannot be read, and nothing takes longer.
FASTEST, SLOWEST = 0.15, 1.2
SHARE = 0.85
DOT, GAP, PAD = 7.0, 5.0, 6.0


class PassingItem(QGraphicsItem):
    """The first few values of a connection's source, on their way along it."""

    def __init__(self, edge: EdgeItem, values: Floats, fonts: Fonts, theme: Theme) -> None:
        super().__init__()
        self.edge, self._fonts, self._theme = edge, fonts, theme
        shown = values[:MOST_SHOWN]
        self.texts = [weight_text(float(value)) for value in shown]
        self._dots = [QColor(*map(int, rgb)) for rgb in signed_rgb(shown)]
        self._more = "…" if len(values) > MOST_SHOWN else ""
        widths = [DOT + 3 + width(text, fonts.small) for text in self.texts]
        wide = sum(widths) + GAP * (len(widths) - 1) + (width(self._more, fonts.small) + GAP if self._more else 0)
        high = 18.0 * fonts.unit
        self._widths, self._room = widths, QRectF(-wide / 2 - PAD, -high / 2, wide + 2 * PAD, high)
        self.setZValue(4)
        # The pointer goes on meaning what lies below.
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_share(self, share: float) -> None:
        """How far along the connection it is, 0 to 1; not seen before and after."""
        self.setVisible(0 < share < 1)
        if self.isVisible():
            self.setPos(self.edge.path.pointAtPercent(share))

    def boundingRect(self) -> QRectF:
        return self._room.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(self._room, self._room.height() / 2, self._room.height() / 2)
        painter.setFont(self._fonts.small)
        left = self._room.left() + PAD
        for text, dot, wide in zip(self.texts, self._dots, self._widths, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dot)
            painter.drawEllipse(QPointF(left + DOT / 2, 0), DOT / 2, DOT / 2)
            self._write(painter, left + DOT + 3, text)
            left += wide + GAP
        self._write(painter, left, self._more)

    def _write(self, painter: QPainter, left: float, text: str) -> None:
        painter.setPen(self._theme.colour("ink"))
        room = QRectF(left, self._room.top(), self._room.right() - left, self._room.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class PassingNumbers(QObject):
    """One wave for each batch that is shown alone: what comes faster than eyes can follow has none."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._items: list[PassingItem] = []
        self._depths: dict[str, int] = {}
        self._batches, self._came = 0, 0.0
        self._begun, self._lasts = 0.0, SLOWEST
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.move)

    @property
    def items(self) -> list[PassingItem]:
        return self._items

    def show_frame(self, frame: Frame) -> None:
        """A wave where one more batch has been learned since the frame before, and there was time to look at it."""
        batches = frame.epoch * frame.reel.steps_per_epoch + frame.batch
        if batches == self._batches:
            return
        alone, now = batches == self._batches + 1, time.perf_counter()
        apart, self._batches, self._came = now - self._came, batches, now
        if alone and apart >= FASTEST and frame.past is None and frame.passing and self._view.zoom >= TEXT_FROM:
            self._begin(frame, min(apart * SHARE, SLOWEST))
        else:
            self.stop()

    def _begin(self, frame: Frame, lasts: float) -> None:
        self.stop()
        canvas = self._view.canvas
        self._depths = depths(canvas.document)
        for edge, item in canvas.edges.items():
            values = frame.passing.get(canvas.pictured(edge.source))
            if values is not None and item.live and edge.source in self._depths:
                number = PassingItem(item, values.ravel(), canvas.fonts, canvas.theme)
                number.setVisible(False)
                canvas.addItem(number)
                self._items.append(number)
        self._begun, self._lasts = time.perf_counter(), lasts
        self._timer.start()

    def move(self) -> None:
        """Every number to where it is by now: those of one layer set out when those before it have come."""
        passed = (time.perf_counter() - self._begun) / self._lasts
        if passed >= 1:
            self.stop()
            return
        layers = max(self._depths.values(), default=0) + 1
        for item in self._items:
            if item.edge.scene() is None:
                # Its connection has been removed meanwhile.
                item.setVisible(False)
            else:
                item.show_share(passed * layers - self._depths.get(item.edge.edge.source, 0))

    def stop(self) -> None:
        self._timer.stop()
        for item in self._items:
            if item.scene() is not None:
                self._view.canvas.removeItem(item)
        self._items = []


def depths(document: Document) -> dict[str, int]:
    """How many connections the values have passed, at most, until each node: Data is at 0."""
    found: dict[str, int] = {}
    for node_id in document.graph.order:
        found[node_id] = max((found[source] + 1 for source in document.graph.sources[node_id]), default=0)
    return found
