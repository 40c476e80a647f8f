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
from playground.ui.theme import Theme
from playground.ui.walk.along import Along
from playground.ui.walk.bar import WalkBar
from playground.ui.walk.card import WeightCard
from playground.ui.walk.formula import Weight
from playground.ui.walk.paint import paint_scene
from playground.ui.walk.prepared import StepsTable
from playground.ui.walk.said import stop_text
from playground.ui.walk.sight import Shown, Sight, sight_of
from playground.ui.walk.table import GradientTable
from playground.ui.walk.written import paint_foot, paint_head, weight_words, words_of

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
        # As it is, and what of it is shown.
        self.given = self.shown = None  # type: Shown | None
        self.sight: Sight | None = None
        self.at, self.weight = 0, None  # type: int, Weight | None
        # At the top, by something that lies there; pixels.
        self.kept_free, self.waiting = 0, ""
        self.bar, self.card, self.table = WalkBar(theme, self), WeightCard(theme, self), GradientTable(theme, self)
        self.steps = StepsTable(theme, self)
        self.along, self._room, self._seen = Along(self), QRectF(), True
        self.along.valueChanged.connect(lambda _: self._lay_out())
        self.clock = QTimer(self)
        self.clock.setInterval(REST)
        self.clock.timeout.connect(self._play_on)
        self.bar.chosen.connect(self.go_to)
        self.bar.play.clicked.connect(self.play)
        self.bar.table.clicked.connect(self.show_table)
        self.bar.preparing.clicked.connect(self.show_preparing)
        self.card.step_asked.connect(self.step_asked)
        self.card.closed.connect(lambda: self.choose(None))
        self.table.chosen.connect(self.choose)
        for part in (self.card, self.table, self.steps):
            part.hide()
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

    @property
    def last(self) -> int:
        """The number of its last act."""
        return len(self.shown.acts) - 1 if self.shown is not None else 0

    def show_walk(self, shown: Shown | None) -> None:
        """The walk as it is now; it stays at the act where it stands. None: it is still to come."""
        self.given = shown
        if shown is not None:
            self.bar.preparing.setVisible(shown.prepared is not None)
            shown = shown if self.bar.preparing.isChecked() else replace(shown, prepared=None)
        self.shown = shown
        if shown is not None:
            self.at = min(self.at, len(shown.acts) - 1)
            if self.weight is not None and not shown.has(self.weight):
                self.weight = None
        self._lay_out()

    def begin(self) -> None:
        """From the sample on."""
        self.at, self.weight, self.given, self.shown = 0, None, None, None
        self.bar.table.setChecked(False)
        self.setGeometry(self._ground.rect())
        self._lay_out()
        self.show()
        self.raise_()
        self.setFocus()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        for part in (self.bar, self.card, self.table, self.steps):
            part.show_theme(theme)
        self._lay_out()

    def go_to(self, place: int) -> None:
        """Stand at the act of that number."""
        if self.shown is None:
            return
        acts = self.shown.acts
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
        if self.weight is not None and self.at != self.last:
            self.go_to(self.last)
        self._lay_out()
        if not self.table.hasFocus():
            self.setFocus()

    def show_table(self, on: bool) -> None:
        """All gradients as a table, in the place of the network, at the weights."""
        self.bar.table.setChecked(on)
        if on and self.walk is not None:
            self.play(False)
            self.go_to(self.last)
        self._lay_out()
        (self.table if self.table.isVisible() else self).setFocus()

    def show_preparing(self, on: bool) -> None:
        """With what becomes of the table's own numbers, or without; it stays where it stands, or goes on to there."""
        self.bar.preparing.setChecked(on)
        before, at = self.shown.acts if self.shown is not None else (), self.at
        self.show_walk(self.given)
        if self.shown is not None:
            at = next((self.shown.acts.index(act) for act in before[at:] if act in self.shown.acts), 0)
            self.go_to(0 if on and self.shown.acts[at].kind == "sample" else at)

    def play(self, on: bool) -> None:
        """Walk by itself, an act after another, from the beginning if it has come to the end."""
        on = on and self.walk is not None
        if on and self.at == self.last:
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
        if self.at == self.last:
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
            self.steps.hide()
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
        if self.table.isVisible():
            self.table.setGeometry(room.toRect())
            self.table.show_walk(shown.hand, shown.document, self.weight)
        self._room = self.steps.show_act(shown, self.at, room)
        self._seen = not (self.table.isVisible() or self._room.isEmpty())
        whole = room if self._room.isEmpty() else self._room
        self.sight = sight_of(shown, self.at, self.weight, whole, letters, self.theme, self.along.moved)
        self.along.show_room(self._room, self.sight.over, self.sight.moved, self._seen)
        self.bar.show_acts([stop_text(act, shown.document) for act in shown.acts], self.at)
        self._speak()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.along.turn(event)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("canvas"))
        if self.sight is not None and self._seen:
            painter.translate(self.sight.shift)
            painter.scale(self.sight.scale, self.sight.scale)
            paint_scene(painter, self.sight.scene)
            painter.resetTransform()
            self.along.paint_ends(painter, self.theme, self._room)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        """What happens here, at the top; how many numbers are not there, below the network."""
        top = QRectF(ROUND, self.kept_free + 8, self.width() - 2 * ROUND, 0)
        paint_head(painter, self.theme, top, self.tr("Walk"), self.words())
        count = self.sight.scene.chips.left_out if self.sight is not None and self._seen else 0
        if count:
            words = self.tr("Numbers without room: {count}. Point at a line to see its own.").format(count=count)
            bottom = round(self._room.bottom()) if self.along.isVisible() else self._room.bottom() + ROUND - 4
            paint_foot(painter, self.theme, QRectF(ROUND, 0, self.width() - 2 * ROUND, bottom), words)

    def words(self) -> str:
        """What happens at the act where it stands."""
        return self.waiting if self.shown is None else words_of(self.shown, self.at)

    def _speak(self) -> None:
        words = self.words()
        if self.weight is not None and self.shown is not None:
            words = weight_words(self.shown, self.weight)
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
        match event.key():
            case Qt.Key.Key_Escape if self.weight is not None:
                self.choose(None)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Space:
                self.play(not self.clock.isActive())
            case Qt.Key.Key_T:
                self.show_table(not self.bar.table.isChecked())
            case Qt.Key.Key_P if self.bar.preparing.isVisible():
                self.show_preparing(not self.bar.preparing.isChecked())
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown if self.steps.isVisible():
                self.steps.keyPressEvent(event)
            case Qt.Key.Key_Right:
                self.go_to(self.at + 1)
            case Qt.Key.Key_Left:
                self.go_to(self.at - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(self.last)
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
