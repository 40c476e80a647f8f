"""A walk on the screen, over the canvas: its network with all values and gradients, the bar, one weight's formula."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from playground.document.document import Document
from playground.document.graph import DATA
from playground.frames.walk import Walk
from playground.ui.theme import Theme
from playground.ui.walk.acts import acts_of, seen_by
from playground.ui.walk.bar import WalkBar
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.card import WeightCard
from playground.ui.walk.chips import chips_of
from playground.ui.walk.formula import Weight, factors_of, product
from playground.ui.walk.layout import cards_of
from playground.ui.walk.lines import Line, lines_of
from playground.ui.walk.paint import Scene, paint_scene
from playground.ui.walk.said import act_text, notes_of, spoken_weight, stop_text
from playground.ui.widgets.fonts import SMALLER, scaled_font

# Free room around all; the height of a line of letters for which sizes are meant; how small a network may get.
ROUND, LETTERS, SMALLEST = 16, 15, 0.45
REACH = 5.0


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
        self.walk: Walk | None = None
        self.hand: ByHand | None = None
        self.at, self.weight = 0, None  # type: int, Weight | None
        self._document: Document | None = None
        self._scene: Scene | None = None
        self._scale, self._shift = 1.0, QPointF()
        # At the top, by something that lies there; pixels.
        self.kept_free = 0
        self.bar, self.card = WalkBar(theme, self), WeightCard(theme, self)
        self.bar.chosen.connect(self.go_to)
        self.card.step_asked.connect(self.step_asked)
        self.card.closed.connect(lambda: self.choose(None))
        self.card.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName(self.tr("Walk through the network"))
        ground.installEventFilter(self)
        self.hide()

    # What it shows

    def show_walk(self, walk: Walk | None, document: Document) -> None:
        """The walk as it is now; it stays at the act where it stands. None: it is still to come."""
        self.walk, self._document = walk, document
        self.hand = ByHand(walk, document.graph) if walk is not None else None
        if walk is not None:
            self.at = min(self.at, len(acts_of(walk)) - 1)
            if self.weight is not None and not self._has(self.weight):
                self.weight = None
        self._lay_out()

    def begin(self) -> None:
        """From the sample on."""
        self.at, self.weight, self.walk, self.hand = 0, None, None, None
        self.setGeometry(self._ground.rect())
        self._lay_out()
        self.show()
        self.raise_()
        self.setFocus()

    def show_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.bar.show_theme(theme)
        self.card.show_theme(theme)
        self._lay_out()

    def go_to(self, place: int) -> None:
        """Stand at the act of that number."""
        if self.walk is None:
            return
        acts = acts_of(self.walk)
        self.at = min(max(0, place), len(acts) - 1)
        self._lay_out()
        if acts[self.at].kind == "weights":
            self.walked_back.emit()

    def choose(self, weight: Weight | None) -> None:
        """Show the formula of a weight, or of none."""
        if weight is not None and self.walk is not None and self._has(weight):
            self.weight = weight
            if acts_of(self.walk)[self.at].kind != "weights":
                self.go_to(len(acts_of(self.walk)) - 1)
        else:
            self.weight = None
        self._lay_out()
        self.setFocus()

    def _has(self, weight: Weight) -> bool:
        node, array, place = weight
        stop = self.walk.stop(node) if self.walk is not None else None
        arrays = stop.arrays if stop is not None and stop.delta is not None else ()
        return array < len(arrays) and all(0 <= at < size for at, size in zip(place, arrays[array].shape, strict=True))

    # Where it stands

    def _lay_out(self) -> None:
        """Everything where it belongs in the room that there is."""
        letters = max(1.0, QFontMetrics(QApplication.font()).height() / LETTERS)
        high = max(60, self.bar.sizeHint().height())
        self.bar.setGeometry(ROUND, self.height() - high - ROUND, self.width() - 2 * ROUND, high)
        bottom = self.bar.y() - ROUND
        self.card.setVisible(self.weight is not None)
        if self.walk is None or self.hand is None or self._document is None:
            self._scene = None
            self.bar.show_acts([], 0)
            self.update()
            return
        if self.weight is not None:
            self.card.show_weight(self.weight, self.hand, self._document)
            tall = self.card.sizeHint().height()
            self.card.setGeometry(ROUND, bottom - tall, self.width() - 2 * ROUND, tall)
            bottom -= tall + ROUND
        top = self.kept_free + int(40 * letters)
        self._arrange(QRectF(ROUND, top, self.width() - 2 * ROUND, max(60, bottom - top)), letters)
        acts = acts_of(self.walk)
        self.bar.show_acts([stop_text(act, self._document) for act in acts], self.at)
        self._speak()
        self.update()

    def _arrange(self, room: QRectF, letters: float) -> None:
        assert self.walk is not None
        assert self.hand is not None
        assert self._document is not None
        cards, total = cards_of(self.walk, room.width() / letters, room.height() / letters)
        fit = max(SMALLEST, min(1.0, room.width() / letters / total))
        if fit < 1:
            cards, total = cards_of(self.walk, room.width() / letters / fit, room.height() / letters / fit)
        self._scale = letters * fit
        acts, lines = acts_of(self.walk), lines_of(self.walk, self.hand, cards)
        chosen = next((line for line in lines if line.weight == self.weight), None) if self.weight else None
        bias = self.weight if self.weight is not None and self.weight[1] == 1 else None
        act, seen = acts[self.at], seen_by(acts, self.at)
        chips = chips_of(lines, cards, act, seen, chosen)
        self._scene = Scene(
            self.walk, self.hand, self._document, cards, lines, act, seen, chips, None, bias, self.theme
        )
        # What is wider than the room moves along with the walk.
        over = max(0.0, total * self._scale - room.width())
        here = cards[act.node].where.center().x() if act.node in cards else 0.0
        moved = min(over, max(0.0, here * self._scale - room.width() / 2))
        self._shift = QPointF(room.left() - moved, room.top())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("canvas"))
        self._paint_words(painter)
        if self._scene is not None:
            painter.translate(self._shift)
            painter.scale(self._scale, self._scale)
            paint_scene(painter, self._scene)
            painter.resetTransform()
            self._paint_left_out(painter, self._scene.chips.left_out)
        painter.end()

    def _paint_left_out(self, painter: QPainter, count: int) -> None:
        """How many numbers are not there, below the network."""
        if not count:
            return
        painter.setFont(scaled_font(SMALLER))
        painter.setPen(self.theme.colour("muted"))
        words = self.tr("Numbers without room: {count}. Point at a line to see its own.").format(count=count)
        high = painter.fontMetrics().height()
        bottom = (self.card if self.card.isVisible() else self.bar).y() - 4
        room = QRectF(ROUND, bottom - high, self.width() - 2 * ROUND, high)
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
        if self.walk is None or self._document is None:
            return self.tr("The numbers come in a moment.")
        notes = notes_of(self.walk, self._document) if self._scene and self._scene.act.kind == "loss" else []
        return " ".join([act_text(acts_of(self.walk)[self.at], self.walk, self._document), *notes])

    def _speak(self) -> None:
        words = self.words()
        if self.weight is not None and self.hand is not None and self._document is not None and self.walk is not None:
            node, array, place = self.weight
            stop, by_hand = self.walk.stop(node), product(factors_of(self.hand, self.weight))
            assert stop is not None
            tape = float(stop.gradients[array][place])
            words = spoken_weight(self.weight, by_hand, tape, self.hand, self._document)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if QAccessible.isActive() and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # What a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        line = self._line_at(event.position())
        if line is not None:
            self.choose(line.weight)
            return
        bias, point = self._bias_at(event.position()), self._at(event.position())
        if bias is not None:
            self.choose(bias)
        elif self._scene is not None and self._scene.cards[DATA].where.contains(point):
            self.sample_asked.emit(1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event.position())
        if self._scene is not None and line is not self._scene.pointed:
            self._scene = replace(self._scene, pointed=line)
            self.update()
        on = line is not None or self._bias_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def _at(self, position: QPointF) -> QPointF:
        return (position - self._shift) / self._scale

    def _line_at(self, position: QPointF) -> Line | None:
        """The weight's line under the pointer."""
        lines = self._scene.lines if self._scene is not None else ()
        point = self._at(position)
        return next((line for line in reversed(lines) if line.weight and line.is_at(point, REACH)), None)

    def _bias_at(self, position: QPointF) -> Weight | None:
        """The bias of the neuron under the pointer."""
        cards, point = self._scene.cards.values() if self._scene is not None else (), self._at(position)
        for card in cards:
            for place, unit in enumerate(card.rows):
                if unit is not None and card.row_at(place).contains(point) and self._has((card.node, 1, (unit,))):
                    return card.node, 1, (unit,)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(acts_of(self.walk)) - 1 if self.walk is not None else 0
        match event.key():
            case Qt.Key.Key_Escape if self.weight is not None:
                self.choose(None)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Right | Qt.Key.Key_Space:
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

    @property
    def weights(self) -> list[Weight]:
        """All that keys reach, in order."""
        if self._scene is None:
            return []
        biases = [(card.node, 1, (row,)) for card in self._scene.cards.values() for row in card.rows if row is not None]
        lines = (line.weight for line in self._scene.lines if line.weight)
        return sorted([*lines, *filter(self._has, biases)])

    def _choose_next(self, by: int) -> None:
        weights = self.weights
        if weights:
            at = weights.index(self.weight) + by if self.weight in weights else 0
            self.choose(weights[at % len(weights)])

    # What happens around it

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
