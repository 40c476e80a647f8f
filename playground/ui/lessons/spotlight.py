"""A ring around the real control that a lesson points at, and a bubble beside it; clicks go through both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QEasingCurve,
    QLineF,
    QMargins,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QStyle, QWidget

from playground.ui.icons import paint_icon
from playground.ui.lessons.words import Words
from playground.ui.lessons.writing import plain_text, prose
from playground.ui.theme import Theme

FOLLOW_MS, STAYS_MS, FADES_MS = 50, 1_500, 300
RING, HALO, ROUNDING = 2.5, 10.0, 10.0
# Between the control and the ring; between the ring and the bubble, where the tail is.
AWAY, GAP, TAIL = 5, 16, 9
WIDE, PADDING, LINE = 232, 14, 15
SIDES = QMargins(PADDING, PADDING, PADDING, PADDING)
TICK = 22


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a window, the place in it, and places in it that a bubble leaves free, as cards of layers."""

    part: QWidget
    place: QRect
    kept: tuple[QRect, ...] = ()


def place_bubble(ring: QRect, size: QSize, room: QRect, kept: Sequence[QRect] = ()) -> QRect:
    """A bubble beside the ring, on the side where it is nearest without covering what is kept free.

    Where there is no such side, on the first that has room for it, else inside, at the ring's lower edge.
    """
    middle, beside = ring.center(), QRect(QPoint(0, 0), size)
    x = _within(middle.x() - size.width() // 2, room.left(), room.right() + 1 - size.width())
    y = _within(middle.y() - size.height() // 2, room.top(), room.bottom() + 1 - size.height())
    sides = (
        (QPoint(x, ring.bottom() + 1 + GAP), QPoint(0, 1)),
        (QPoint(x, ring.top() - GAP - size.height()), QPoint(0, -1)),
        (QPoint(ring.right() + 1 + GAP, y), QPoint(1, 0)),
        (QPoint(ring.left() - GAP - size.width(), y), QPoint(-1, 0)),
    )
    places = [QRect(corner, size) for corner, _ in sides]
    away = [_slid(place, way, kept) for place, (_, way) in zip(places, sides, strict=True)]
    steps = [(slid.topLeft() - place.topLeft()).manhattanLength() for slid, place in zip(away, places, strict=True)]
    free = [(step, at) for at, (step, slid) in enumerate(zip(steps, away, strict=True)) if room.contains(slid)]
    if free:
        return away[min(free)[1]]
    for place in places:
        if room.contains(place):
            return place
    beside.moveTo(x, _within(ring.bottom() - GAP - size.height(), room.top(), room.bottom() + 1 - size.height()))
    return beside


def _slid(place: QRect, way: QPoint, kept: Sequence[QRect]) -> QRect:
    """As far that way as it has to go to cover nothing that is kept free."""
    covered = [one for one in kept if one.intersects(place)]
    if not covered:
        return place
    slid = QRect(place)
    if way.y() > 0:
        slid.moveTop(max(one.bottom() for one in covered) + GAP)
    elif way.y() < 0:
        slid.moveBottom(min(one.top() for one in covered) - GAP)
    elif way.x() > 0:
        slid.moveLeft(max(one.right() for one in covered) + GAP)
    else:
        slid.moveRight(min(one.left() for one in covered) - GAP)
    return _slid(slid, way, kept)


def _within(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))


class Spotlight(QWidget):
    """`faded` once what was reached has been shown. It asks where its target is and paints only when that moves."""

    faded = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._find, self._markdown = theme, _nowhere, ""
        self._words: Words | None = None
        self._ring, self._bubble, self._reached = QRect(), QRect(), False
        self._kept: tuple[QRect, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follow = QTimer(self, interval=FOLLOW_MS)
        self._follow.timeout.connect(self.place)
        self._stays = QTimer(self, interval=STAYS_MS, singleShot=True)
        self._stays.timeout.connect(self._fade)
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADES_MS)
        self._fading.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._fading.valueChanged.connect(lambda _: self.update())
        self._fading.finished.connect(self._end)
        self.hide()

    @property
    def target(self) -> QRect:
        """The ring, in the window; empty where nothing is pointed at."""
        return self._ring

    @property
    def bubble(self) -> QRect:
        """In the window; empty without words."""
        return self._bubble

    def point_at(self, find: Callable[[], Spot | None], markdown: str = "") -> None:
        """Ring what `find` says, for as long as it says so, with these words beside it."""
        self._give_up()
        self._find = find
        self._markdown = markdown
        self._write()
        self._follow.start()
        self.place()

    def _write(self) -> None:
        if self._words is not None:
            self._words.hide()
            self._words.deleteLater()
            self._words = None
        self.setAccessibleName(plain_text(self._markdown))
        if self._markdown.strip():
            self._words = Words(prose(self._markdown), self._theme, parent=self)
            self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_reached(self) -> None:
        """Green with a tick for a moment, then gone."""
        if self._follow.isActive() and not self._reached:
            self._reached = True
            if self._words is not None:
                self._words.hide()
            self._stays.start()
            self.place()
            self.update()

    def leave(self) -> None:
        """Point at nothing."""
        self._give_up()
        self.hide()

    def _give_up(self) -> None:
        self._follow.stop()
        self._stays.stop()
        self._fading.stop()
        self._find, self._reached, self._ring, self._bubble = _nowhere, False, QRect(), QRect()

    def _fade(self) -> None:
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        if still:
            self._end()
        else:
            self._fading.start()

    def _end(self) -> None:
        self.leave()
        self.faded.emit()

    def place(self) -> None:
        """Where the target is now; without one on the screen nothing is shown."""
        spot = self._find()
        if spot is None:
            self._ring = QRect()
            self.hide()
            return
        window = spot.part.window()
        if self.parentWidget() is not window:
            # A dock that floats is a window of its own.
            self.setParent(window)
        room = window.rect().adjusted(2, 2, -2, -2)
        corner = spot.part.mapTo(window, QPoint(0, 0))
        ring = spot.place.translated(corner).adjusted(-AWAY, -AWAY, AWAY, AWAY) & room
        if (ring, spot.kept) == (self._ring, self._kept) and self.isVisible():
            return
        kept = [place.translated(corner) for place in spot.kept]
        self._ring, self._kept = ring, spot.kept
        # What points into a picture stays in it, and covers no panel.
        self._bubble = self._placed_bubble(ring, spot.part.rect().translated(corner) & room if kept else room, kept)
        reach = round(HALO)
        self.setGeometry(ring.adjusted(-reach, -reach, reach, reach).united(self._bubble.adjusted(-2, -2, 2, 2)))
        if self._words is not None:
            self._words.move(self._bubble.topLeft() + QPoint(PADDING, PADDING) - self.pos())
            self._words.setVisible(not self._reached)
        self.show()
        self.raise_()
        self.update()

    def _placed_bubble(self, ring: QRect, room: QRect, kept: Sequence[QRect]) -> QRect:
        if self._words is None:
            return QRect()
        # Of a copy, as the widget lays its own out again in the width that it has as yet. It belongs to nobody.
        page = self._words.document().clone()
        page.deleteLater()
        most = round(WIDE * max(1.0, self.fontMetrics().height() / LINE)) - 2 * PADDING
        page.setTextWidth(most)
        page.setTextWidth(min(ceil(page.idealWidth()) + 1, most))
        words = QSize(ceil(page.textWidth()), ceil(page.size().height()))
        self._words.resize(words)
        return place_bubble(ring, words.grownBy(SIDES), room, kept)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._write()
        self._ring = QRect()
        if self._follow.isActive():
            self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._fading.state() == QVariantAnimation.State.Running:
            painter.setOpacity(float(self._fading.currentValue()))
        painter.translate(-self.pos())
        colour, ring = "good" if self._reached else "accent", QRectF(self._ring)
        painter.setPen(QPen(self._theme.colour(colour, 56), HALO))
        painter.drawRoundedRect(ring, ROUNDING, ROUNDING)
        painter.setPen(QPen(self._theme.colour(colour), RING))
        painter.drawRoundedRect(ring, ROUNDING, ROUNDING)
        if self._reached:
            self._paint_tick(painter)
        elif not self._bubble.isEmpty():
            self._paint_bubble(painter)

    def _paint_tick(self, painter: QPainter) -> None:
        disc = QRectF(0, 0, TICK, TICK)
        disc.moveCenter(QPointF(self._ring.right() - 2.0, self._ring.top() + 2.0))
        # Inside the window, wherever the control is.
        disc.moveRight(min(disc.right(), self.window().width() - 1.0))
        disc.moveTop(max(disc.top(), 1.0))
        painter.setPen(QPen(self._theme.colour("panel"), 2))
        painter.setBrush(self._theme.colour("good"))
        painter.drawEllipse(disc)
        paint_icon(painter, "check", disc.adjusted(4, 4, -4, -4), self._theme.colour("panel"))

    def _paint_bubble(self, painter: QPainter) -> None:
        body, box = QPainterPath(), QRectF(self._bubble)
        body.addRoundedRect(box, ROUNDING, ROUNDING)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        painter.setBrush(self._theme.colour("panel"))
        tail = self._tail(box)
        painter.drawPath(body.united(tail))
        leader = _leader(QRectF(self._ring), tail.boundingRect())
        if leader.length() > TAIL + GAP:
            painter.setPen(QPen(self._theme.colour("accent"), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(leader)

    def _tail(self, box: QRectF) -> QPainterPath:
        """From the bubble's side that faces the ring, towards the ring's middle."""
        path, ring = QPainterPath(), QRectF(self._ring)
        x = min(max(ring.center().x(), box.left() + 2 * TAIL), box.right() - 2 * TAIL)
        y = min(max(ring.center().y(), box.top() + 2 * TAIL), box.bottom() - 2 * TAIL)
        across, along = QPointF(TAIL, 0), QPointF(0, TAIL)
        if box.top() > ring.bottom():
            base, tip = QPointF(x, box.top() + 1), QPointF(x, box.top() - TAIL)
        elif box.bottom() < ring.top():
            base, tip = QPointF(x, box.bottom() - 1), QPointF(x, box.bottom() + TAIL)
        elif box.left() > ring.right() or box.right() < ring.left():
            right = box.left() > ring.right()
            base = QPointF(box.left() + 1 if right else box.right() - 1, y)
            tip, across = base + QPointF(-TAIL if right else TAIL, 0), along
        else:
            return path
        path.moveTo(base - across)
        path.lineTo(tip)
        path.lineTo(base + across)
        return path


def _leader(ring: QRectF, tail: QRectF) -> QLineF:
    """From the tip of the tail straight to the ring."""
    middle = tail.center()
    if tail.top() > ring.bottom():
        return QLineF(middle.x(), tail.top(), middle.x(), ring.bottom())
    if tail.bottom() < ring.top():
        return QLineF(middle.x(), tail.bottom(), middle.x(), ring.top())
    if tail.left() > ring.right():
        return QLineF(tail.left(), middle.y(), ring.right(), middle.y())
    return QLineF(tail.right(), middle.y(), ring.left(), middle.y())


def _nowhere() -> Spot | None:
    return None
