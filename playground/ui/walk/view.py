"""A walk on the screen, over the canvas: its network with all values and gradients, the bar, one weight's formula."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from playground.document.graph import DATA
from playground.frames.walk import Walk
from playground.ui.texts.said import sentences
from playground.ui.theme import Theme
from playground.ui.walk.acts import acts_of
from playground.ui.walk.along import Along
from playground.ui.walk.bar import WalkBar
from playground.ui.walk.card import WeightCard
from playground.ui.walk.formula import Weight, factors_of, product
from playground.ui.walk.paint import paint_scene
from playground.ui.walk.said import act_text, notes_of, spoken_weight, stop_text
from playground.ui.walk.sight import Shown, Sight, sight_of
from playground.ui.walk.table import GradientTable
from playground.ui.widgets.fonts import SMALLER, scaled_font

# Free room around all; the height of a line of letters for which sizes are meant.
ROUND, LETTERS = 16, 15
# Milliseconds that a walk which plays stands at each act.
REST = 1200


class WalkView(QWidget):
    """Lies over `ground`. `left` is that a person leaves; `sample_asked(by)` one so many rows on; `step_asked` the
    optimizer's step; `walked_back` that the gradient of every weight is seen."""

    left = Signal()
    sample_asked = Signal(int)
    step_asked = Signal()
    walked_back = Signal()

    def __init__(self, ground: QWidget, theme: Theme) -> None:
        super().__init__(ground)
        self._ground = ground
        self.theme = theme
        self.shown: Shown | None = None
        self.sight: Sight | None = None
        self.at, self.weight = 0, None  # type: int, Weight | None
        # At the top, by something that lies there; pixels.
        self.kept_free, self.waiting = 0, ""
        self.bar, self.card, self.table = WalkBar(theme, self), WeightCard(theme, self), GradientTable(theme, self)
        self.along, self._room = Along(self), QRectF()
        self.along.valueChanged.connect(lambda _: self._lay_out())
        self.clock = QTimer(self)
        self.clock.setInterval(REST)
        self.clock.timeout.connect(self._play_on)
        self.bar.chosen.connect(self.go_to)
        self.bar.play.clicked.connect(self.play)
        self.bar.table.clicked.connect(self.show_table)
        self.card.step_asked.connect(self.step_asked)
        self.card.closed.connect(lambda: self.choose(None))
        self.table.chosen.connect(self.choose)
        self.card.hide()
        self.table.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName(self.tr("Walk through the network"))
        ground.installEventFilter(self)
        self.hide()

    # What it shows

    @property
    def walk(self) -> Walk | None:
        """The walk that is shown; None while it is still to come."""
        return self.shown.walk if self.shown is not None else None

    def show_walk(self, shown: Shown | None) -> None:
        """The walk as it is now; it stays at the act where it stands. None: it is still to come."""
        self.shown = shown
        if shown is not None:
            self.at = min(self.at, len(acts_of(shown.walk)) - 1)
            if self.weight is not None and not shown.has(self.weight):
                self.weight = None
        self._lay_out()

    def begin(self) -> None:
        """From the sample on."""
        self.at, self.weight, self.shown = 0, None, None
        self.bar.table.setChecked(False)
        self.setGeometry(self._ground.rect())
        self._lay_out()
        self.show()
        self.raise_()
        self.setFocus()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.bar.show_theme(theme)
        self.card.show_theme(theme)
        self.table.show_theme(theme)
        self._lay_out()

    def go_to(self, place: int) -> None:
        """Stand at the act of that number."""
        if self.walk is None:
            return
        acts = acts_of(self.walk)
        self.at = min(max(0, place), len(acts) - 1)
        self.along.follow()
        if acts[self.at].kind != "weights":
            self.bar.table.setChecked(False)
        self._lay_out()
        if acts[self.at].kind == "weights":
            self.walked_back.emit()

    def choose(self, weight: Weight | None) -> None:
        """Show the formula of a weight, or of none."""
        self.play(False)
        self.weight = weight if weight is not None and self.shown is not None and self.shown.has(weight) else None
        self.along.follow()
        if self.weight is not None and self.walk is not None and acts_of(self.walk)[self.at].kind != "weights":
            self.go_to(len(acts_of(self.walk)) - 1)
        self._lay_out()
        if not self.table.hasFocus():
            self.setFocus()

    def show_table(self, on: bool) -> None:
        """All gradients as a table, in the place of the network, at the weights."""
        self.bar.table.setChecked(on)
        if on and self.walk is not None:
            self.play(False)
            self.go_to(len(acts_of(self.walk)) - 1)
        self._lay_out()
        (self.table if self.table.isVisible() else self).setFocus()

    def play(self, on: bool) -> None:
        """Walk by itself, an act after another, from the beginning if it has come to the end."""
        on = on and self.walk is not None
        if on and self.walk is not None and self.at == len(acts_of(self.walk)) - 1:
            self.choose(None)
            self.go_to(0)
        self.bar.show_playing(on)
        if on:
            self.clock.start()
        else:
            self.clock.stop()

    def _play_on(self) -> None:
        if self.walk is None:
            # Its numbers are still to come.
            return
        self.go_to(self.at + 1)
        if self.at == len(acts_of(self.walk)) - 1:
            self.play(False)

    # Where it stands

    def _lay_out(self) -> None:
        """Everything where it belongs in the room that there is."""
        letters = max(1.0, QFontMetrics(QApplication.font()).height() / LETTERS)
        high = max(60, self.bar.sizeHint().height())
        self.bar.setGeometry(ROUND, self.height() - high - ROUND, self.width() - 2 * ROUND, high)
        bottom = self.bar.y() - ROUND
        self.card.setVisible(self.weight is not None)
        shown = self.shown
        self.table.setVisible(shown is not None and self.bar.table.isChecked())
        if shown is None:
            self.sight = None
            self.along.hide()
            self.bar.show_acts([], 0)
            self.update()
            return
        if self.weight is not None:
            self.card.show_weight(self.weight, shown.hand, shown.document)
            tall = max(self.card.sizeHint().height(), self.card.heightForWidth(self.width() - 2 * ROUND))
            self.card.setGeometry(ROUND, bottom - tall, self.width() - 2 * ROUND, tall)
            bottom -= tall + ROUND
        top = self.kept_free + int(40 * letters)
        room = QRectF(ROUND, top, self.width() - 2 * ROUND, max(60, bottom - top))
        self._room, seen = room, not self.table.isVisible()
        self.sight = sight_of(shown, self.at, self.weight, room, letters, self.theme, self.along.moved)
        self.along.show_room(room, self.sight.over, self.sight.moved, seen)
        if self.table.isVisible():
            self.table.setGeometry(room.toRect())
            self.table.show_walk(shown.hand, shown.document, self.weight)
        self.bar.show_acts([stop_text(act, shown.document) for act in acts_of(shown.walk)], self.at)
        self._speak()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.along.turn(event)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("canvas"))
        self._paint_words(painter)
        if self.sight is not None and not self.table.isVisible():
            painter.translate(self.sight.shift)
            painter.scale(self.sight.scale, self.sight.scale)
            paint_scene(painter, self.sight.scene)
            painter.resetTransform()
            self.along.paint_ends(painter, self.theme, self._room)
            self._paint_left_out(painter, self.sight.scene.chips.left_out)
        painter.end()

    def _paint_left_out(self, painter: QPainter, count: int) -> None:
        """How many numbers are not there, below the network."""
        if not count:
            return
        painter.setFont(scaled_font(SMALLER))
        painter.setPen(self.theme.colour("muted"))
        words = self.tr("Numbers without room: {count}. Point at a line to see its own.").format(count=count)
        high = painter.fontMetrics().height()
        bottom = round(self._room.bottom()) if self.along.isVisible() else self._room.bottom() + ROUND - 4
        room = QRectF(ROUND, bottom - high, self.width() - 2 * ROUND, high)
        room.setLeft(room.right() - painter.fontMetrics().horizontalAdvance(words) - 2)
        painter.fillRect(room, self.theme.colour("canvas", 225))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_words(self, painter: QPainter) -> None:
        title = self.tr("Walk")
        painter.setFont(scaled_font(1.1, True))
        painter.setPen(self.theme.colour("ink"))
        room = QRectF(ROUND, self.kept_free + 8, self.width() - 2 * ROUND, painter.fontMetrics().height() + 8)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(title) + 10)
        painter.setFont(scaled_font())
        painter.setPen(self.theme.colour("muted"))
        words = painter.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def words(self) -> str:
        """What happens at the act where it stands."""
        if self.shown is None:
            return self.waiting
        walk, document = self.shown.walk, self.shown.document
        act = acts_of(walk)[self.at]
        return sentences(act_text(act, walk, document), *(notes_of(walk, document) if act.kind == "loss" else ()))

    def _speak(self) -> None:
        words = self.words()
        if self.weight is not None and self.shown is not None:
            hand, document, (node, array, place) = self.shown.hand, self.shown.document, self.weight
            stop, by_hand = hand.walk.stop(node), product(factors_of(hand, self.weight))
            assert stop is not None
            tape = float(stop.gradients[array][place])
            words = spoken_weight(self.weight, by_hand, tape, hand, document)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if QAccessible.isActive() and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # What a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.sight is None:
            return
        line, bias = self.sight.line_at(event.position()), self.sight.bias_at(event.position())
        if line is not None or bias is not None:
            self.choose(line.weight if line is not None else bias)
        elif self.sight.scene.cards[DATA].where.contains(self.sight.at(event.position())):
            self.sample_asked.emit(1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.sight is None:
            return
        line = self.sight.line_at(event.position())
        if line is not self.sight.scene.pointed:
            self.sight = replace(self.sight, scene=replace(self.sight.scene, pointed=line))
            self.update()
        on = line is not None or self.sight.bias_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(acts_of(self.walk)) - 1 if self.walk is not None else 0
        match event.key():
            case Qt.Key.Key_Escape if self.weight is not None:
                self.choose(None)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Space:
                self.play(not self.clock.isActive())
            case Qt.Key.Key_T:
                self.show_table(not self.bar.table.isChecked())
            case Qt.Key.Key_Right:
                self.go_to(self.at + 1)
            case Qt.Key.Key_Left:
                self.go_to(self.at - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(last)
            case Qt.Key.Key_Up:
                self.sample_asked.emit(-1)
            case Qt.Key.Key_Down:
                self.sample_asked.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose_next(1)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab would leave before keyPressEvent hears of it.
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in tabs
        if pressed and self.weight is not None:
            self._choose_next(1 if event.key() == Qt.Key.Key_Tab else -1)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def _choose_next(self, by: int) -> None:
        weights = self.sight.weights if self.sight is not None else []
        if weights:
            at = weights.index(self.weight) + by if self.weight in weights else 0
            self.choose(weights[at % len(weights)])

    # What happens around it

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._ground:
            self.setGeometry(self._ground.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            # Once the others have taken their letters.
            QTimer.singleShot(0, self, self._lay_out)
