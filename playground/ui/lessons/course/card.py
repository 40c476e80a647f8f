"""A lesson as a card: a picture of what is learned in it, its name, its rows, and how far one is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from playground.lessons.course import Entry
from playground.ui.lessons.course.pictures import paint_picture
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALL, letters, scaled_font
from playground.ui.widgets.plain import tip

NARROWEST, HIGH, PICTURE, ROUNDING, STATE = 252, 103, 56.0, 8.0, 20.0
LEFT, TEXT_LEFT, TOP = 15.0, 85.0, 12.0
MOST_LINES = 2
KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class LessonCard(QAbstractButton):
    """A click opens the lesson where one was; the right button offers the rest.

    `walked(right, down)` is an arrow key: the page knows where the others stand.
    """

    walked = Signal(int, int)

    again_asked = Signal()
    present_asked = Signal()
    hand_in_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._current = theme, False
        self.entry: Entry | None = None
        self._learned: frozenset[str] = frozenset()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_entry(self, entry: Entry, learned: frozenset[str], current: bool, says: str) -> None:
        """`learned` are rows of which some lesson is done; the `current` lesson is the one to go on with."""
        self.entry, self._learned, self._current = entry, learned, current
        self.setAccessibleName(f"{entry.number}. {entry.lesson.title}" if entry.number else entry.lesson.title)
        self.setAccessibleDescription(says)
        self.setToolTip(tip(says))
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, HIGH) * letters()

    sizeHint = minimumSizeHint

    def menu(self) -> QMenu:
        """Start again, present, hand in."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Start again")).triggered.connect(self.again_asked)
        menu.addAction(self.tr("Present")).triggered.connect(self.present_asked)
        menu.addAction(self.tr("Hand in…")).triggered.connect(self.hand_in_asked)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS:
            self.walked.emit(*KEYS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.entry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self._current
        edge = 2.0 if lit else 1.0
        body = QPainterPath()
        body.addRoundedRect(QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2), ROUNDING, ROUNDING)
        painter.fillPath(body, self._theme.colour("panel"))
        painter.setPen(QPen(self._theme.colour("accent" if lit or self.underMouse() else "line"), edge))
        painter.drawPath(body)
        scale = letters()
        side = PICTURE * scale
        place = QRectF(LEFT * scale, (self.height() - side) / 2, side, side)
        paint_picture(painter, self.entry.number, place, self._theme)
        self._paint_title(painter, scale)
        self._paint_foot(painter, scale)
        self._paint_state(painter, scale)

    def _paint_title(self, painter: QPainter, scale: float) -> None:
        assert self.entry is not None
        left, bold = TEXT_LEFT * scale, scaled_font(bold=True)
        if self.entry.number:
            painter.setFont(scaled_font())
            painter.setPen(self._theme.colour("muted"))
            number = str(self.entry.number)
            painter.drawText(QPointF(left, TOP * scale + QFontMetricsF(painter.font()).ascent()), number)
            left += QFontMetricsF(painter.font()).horizontalAdvance(number) + 8
        painter.setFont(bold)
        painter.setPen(self._theme.colour("ink"))
        marked = self.entry.done or self.entry.begun
        room = self.width() - left - ((STATE + 12 if marked else 0) + 10) * scale
        y = TOP * scale
        for line in two_lines(self.entry.lesson.title, bold, room):
            painter.drawText(QPointF(left, y + QFontMetricsF(bold).ascent()), line)
            y += QFontMetricsF(bold).height() + 2

    def _paint_foot(self, painter: QPainter, scale: float) -> None:
        """Rows, minutes; of a lesson of one's own its author; of a faulty one where the first fault is."""
        assert self.entry is not None
        font = scaled_font(SMALL)
        painter.setFont(font)
        text, left, bottom = QFontMetricsF(font), TEXT_LEFT * scale, self.height() - 12 * scale
        high = text.height() + 3
        y = bottom - high
        if self.entry.faults:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("validation"))
            painter.drawEllipse(QPointF(left + 4, y + high / 2), 4.0, 4.0)
            words = self.tr("line {line}").format(line=self.entry.faults[0].line)
            self._paint_words(painter, QRectF(left + 14, y, self.width() - left - 24, high), words, "validation")
            return
        for row in self.entry.lesson.rows:
            wide = text.horizontalAdvance(row) + 12
            if left + wide > self.width() - 60 * scale:
                break
            known = row in self._learned
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent", 28) if known else self._theme.colour("line"))
            painter.drawRoundedRect(QRectF(left, y, wide, high), 4, 4)
            painter.setPen(self._theme.colour("accent" if known else "muted"))
            painter.drawText(QRectF(left, y, wide, high), Qt.AlignmentFlag.AlignCenter, row)
            left += wide + 5
        words = self._quiet()
        self._paint_words(painter, QRectF(left + 4, y, self.width() - left - 14, high), words, "muted")

    def _quiet(self) -> str:
        assert self.entry is not None
        lesson = self.entry.lesson
        if not self.entry.number and lesson.author:
            return lesson.author
        return self.tr("{minutes} min").format(minutes=lesson.minutes) if lesson.minutes else ""

    def _paint_words(self, painter: QPainter, place: QRectF, words: str, colour: str) -> None:
        painter.setPen(self._theme.colour(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_state(self, painter: QPainter, scale: float) -> None:
        """A green tick, a ring with the share that is done, or nothing."""
        assert self.entry is not None
        side = STATE * scale
        place = QRectF(self.width() - side - 11 * scale, 11 * scale, side, side)
        if self.entry.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("good", 32))
            painter.drawEllipse(place)
            style, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(self._theme.colour("good"), side / 10, style, cap))
            tick = ((0.31, 0.52), (0.44, 0.66), (0.70, 0.36))
            painter.drawPolyline([place.topLeft() + QPointF(x * side, y * side) for x, y in tick])
        elif self.entry.begun:
            paint_ring(painter, place, self.entry.share, self._theme.colour("line"), self._theme.colour("accent"))


def paint_ring(painter: QPainter, place: QRectF, share: float, ground: QColor, ink: QColor) -> None:
    """A share of 1 as a part of a circle, from the top with the clock."""
    wide = place.width() / 6.5
    inside = place.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ground, wide))
    painter.drawEllipse(inside)
    painter.setPen(QPen(ink, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    # One that has just begun shows that it has.
    painter.drawArc(inside, 90 * 16, -round(360 * 16 * max(0.06, share)))


def two_lines(text: str, font: QFont, room: float) -> list[str]:
    """A title on two lines at most; what has no room there ends in an ellipsis."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, room))
        starts.append(line.textStart())
    layout.endLayout()
    lines = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if len(lines) > MOST_LINES:
        rest = " ".join(lines[MOST_LINES - 1 :])
        lines[MOST_LINES - 1 :] = [QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)]
    return lines
