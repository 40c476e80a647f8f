"""A quiet dotted plane that can be zoomed around the pointer and panned."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QNativeGestureEvent, QPainter, QPen, QPixmap, QPolygonF, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from playground.ui.theme import Theme

SMALLEST, LARGEST = 0.2, 4.0
ZOOM_STEP = 1.25
DOT_STEP = 24
# Dots that stand closer than this on the screen make noise: every other one is left out.
CLOSEST_DOTS = 17.0
ROW_REACH = 2


class ZoomView(QGraphicsView):
    """Knows scale and place, and nothing of what it shows."""

    view_changed = Signal()
    # Before the zoom: the first of two fingers on a screen has pressed something.
    pinched = Signal()

    def __init__(self, scene: QGraphicsScene, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.theme = theme
        # At the top, by something that lies there; pixels.
        self.kept_free = 0
        # Some systems tell of a pinch in both ways; the one that came first is listened to.
        self._native = False
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheBackground)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one of the scene."""
        return self.transform().m11()

    def zoom_to(self, zoom: float, around: QPoint | None = None) -> None:
        """Another scale, kept within its limits; the point `around` of the view stays where it is."""
        at = around if around is not None else self.viewport().rect().center()
        held = self.mapToScene(at)
        zoom = min(max(zoom, SMALLEST), LARGEST)
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.pan(at - self.mapFromScene(held))
        self.view_changed.emit()

    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / ZOOM_STEP)

    def zoom_to_rect(self, rect: QRectF, margin: int, largest: float = 1.0) -> None:
        """As large as the rectangle fits below what is kept free, and no larger than `largest`."""
        room = self.viewport().rect().adjusted(margin, margin + self.kept_free, -margin, -margin)
        if rect.isEmpty() or room.width() <= 0 or room.height() <= 0:
            return
        zoom = max(min(room.width() / rect.width(), room.height() / rect.height(), largest), SMALLEST)
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self.centerOn(rect.center() - QPointF(0, self.kept_free / 2 / zoom))
        self.view_changed.emit()

    def pan(self, away: QPoint) -> None:
        """Move what is shown by so many pixels of the screen."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - away.x())
        along.setValue(along.value() - away.y())

    def seen(self) -> QRectF:
        """The part of the scene that is on screen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.resetCachedContent()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom_to(self.zoom * 1.0015**turned, event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self._pinch_natively(event):
            event.accept()
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                if not self._native and pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
                    self.pinch(pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
                event.accept(pinch)
                return True
        return super().viewportEvent(event)

    def _pinch_natively(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touchpad; whether they meant a zoom."""
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self._native = True
                self.pinch(1.0 + event.value(), event.position().toPoint())
            case Qt.NativeGestureType.EndNativeGesture:
                self._native = False
                return False
            case _:
                return False
        return True

    def pinch(self, factor: float, around: QPoint) -> None:
        """So many times larger, around a point between the fingers."""
        if factor > 0:
            self.pinched.emit()
            self.zoom_to(self.zoom * factor, around)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.view_changed.emit()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(self.theme.canvas))
        step = DOT_STEP
        while step * self.zoom < CLOSEST_DOTS:
            step *= 2
        # A row of dots is drawn once and copied down: thousands of single ones would take longer than a frame.
        world = painter.worldTransform()
        left, top = floor(rect.left() / step) * step, floor(rect.top() / step) * step
        first, across = world.map(QPointF(left, 0)).x(), step * self.zoom
        columns, rows = int(rect.width() / step) + 2, int(rect.height() / step) + 2
        row = self._row_of_dots([first - floor(first) + column * across for column in range(columns)])
        painter.save()
        painter.resetTransform()
        for number in range(rows):
            y = round(world.map(QPointF(0, top + number * step)).y())
            painter.drawPixmap(floor(first) - ROW_REACH, y - ROW_REACH, row)
        painter.restore()

    def _row_of_dots(self, places: list[float]) -> QPixmap:
        """Dots at these distances, in a strip that reaches a little beyond them."""
        ratio = self.devicePixelRatioF()
        row = QPixmap(round((places[-1] + 2 * ROW_REACH + 1) * ratio), round(2 * ROW_REACH * ratio))
        row.setDevicePixelRatio(ratio)
        row.fill(Qt.GlobalColor.transparent)
        with QPainter(row) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.theme.dot), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(QPolygonF([QPointF(place + ROW_REACH, ROW_REACH) for place in places]))
        return row
