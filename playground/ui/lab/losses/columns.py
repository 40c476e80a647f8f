"""Targets and predictions as columns to drag: bars of shares and logits, points of values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.frames.losses import ByHand, by_hand
from playground.lab.losses import LossQuestion
from playground.ui.lab.losses.lanes import BARS, Lanes, lanes
from playground.ui.lab.losses.painting import DEEP, LEFT, Painted, paint_columns
from playground.ui.lab.losses.scale import Scale, scale_of
from playground.ui.texts.lab.losses import column_title, part_title
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme

ABOVE, BELOW = 30, 28
# By a key, with Shift: of a share, and of any other number.
STEPS = {True: (0.01, 0.1), False: (0.1, 1.0)}


@dataclass(frozen=True, slots=True)
class Place:
    """One number that a hand can move: a target or a prediction."""

    sample: int
    entry: int
    is_target: bool


class Columns(QWidget):
    """`moved(place, value)` while a hand drags or a key is pressed; `let_go` when it is done."""

    moved = Signal(object, float)
    let_go = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: LossQuestion | None = None
        self._hand: ByHand | None = None
        self._scale = Scale(0.0, 1.0)
        self._at, self._over = Place(0, 0, False), None  # type: tuple[Place, Place | None]
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 130)

    def sizeHint(self) -> QSize:
        return QSize(520, 230)

    def show_question(self, question: LossQuestion) -> None:
        """Other numbers; the scale stays while one is dragged."""
        self._question, self._hand = question, by_hand(question)
        if not self._dragged:
            self._scale = scale_of(question)
        at = self._at
        samples, entries = len(question.targets), len(question.targets[0])
        if at.sample >= samples or at.entry >= entries:
            self._at = Place(0, 0, False)
        self._describe()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def lanes(self) -> Lanes:
        """Where the columns stand now."""
        rows = self._question.targets if self._question else ((0.0,),)
        return lanes(LEFT, self.width() - 24, len(rows), len(rows[0]))

    @property
    def scale(self) -> Scale:
        """The scale at this height."""
        # Below what hangs or stands at the bottom its number has room.
        deep = self._question is not None and self._question.reading != "probabilities"
        return replace(self._scale, bottom=self.height() - BELOW - (DEEP if deep else 0), top=ABOVE)

    def _describe(self) -> None:
        assert self._question is not None
        at, question = self._at, self._question
        value = (question.targets if at.is_target else question.predictions)[at.sample][at.entry]
        title = column_title(question, at.sample, at.entry)
        self.setAccessibleName(f"{title}, {part_title(question, at.is_target)}: {number_text(value)}")

    # The mouse

    def place_at(self, point: QPointF) -> Place | None:
        """The number that is there to be moved: of a column of bars by its half, of points by the nearer one."""
        found = self.lanes.at(point.x())
        question = self._question
        if found is None or question is None:
            return None
        sample, entry = found
        if question.kind.compares in ("bits", "classes"):
            beside = point.x() - self.lanes.middle(sample, entry)
            return Place(sample, entry, beside < 0) if abs(beside) <= self.lanes.wide * BARS / 2 + 4 else None
        away = [abs(point.y() - self.scale.y(rows[sample][entry])) for rows in (question.predictions, question.targets)]
        return Place(sample, entry, away[1] < away[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._at, self._dragged = place, True
            self._move_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._move_to(event.position().y())
            return
        over = self.place_at(event.position())
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.SizeVerCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._dragged = False
            assert self._question is not None
            self.show_question(self._question)
            self.let_go.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.update()

    def _move_to(self, y: float) -> None:
        assert self._question is not None
        scale, at = self.scale, self._at
        value = scale.value(y)
        # To a hundredth of the scale, but a share that is told as one hits a bar of the other colour too.
        digits = 2 if scale.high - scale.low <= 10 else 1 if scale.high - scale.low <= 100 else 0
        if at.is_target and self._question.of_logits:
            # Targets have a scale of their own, from the middle to the top.
            value = max(0.0, value / scale.high)
            digits = 2
        self.moved.emit(at, round(value, digits))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        question, at = self._question, self._at
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if question is None:
            return
        if by is not None:
            shares = at.is_target or question.reading == "probabilities"
            large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            value = (question.targets if at.is_target else question.predictions)[at.sample][at.entry]
            self.moved.emit(at, value + by * STEPS[shares][large])
            self.let_go.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() == Qt.Key.Key_Space:
            self._at = replace(at, is_target=not at.is_target)
        else:
            super().keyPressEvent(event)
            return
        self._describe()
        self.update()

    def _walk(self, by: int) -> None:
        assert self._question is not None
        entries = len(self._question.targets[0])
        count = len(self._question.targets) * entries
        place = (self._at.sample * entries + self._at.entry + by) % count
        self._at = replace(self._at, sample=place // entries, entry=place % entries)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._question is None or self._hand is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._at if self.hasFocus() or self._dragged else self._over
        key = (lit.sample, lit.entry, lit.is_target) if lit is not None else None
        whole = Painted(self._question, self._hand, self.lanes, self.scale, self._theme, self.font(), key)
        paint_columns(painter, whole, self.width())
        painter.end()
