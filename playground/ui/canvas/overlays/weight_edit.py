"""A field at the pointer for the number of one weight; the arrow keys walk to the others of its layer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from playground.document.document import Document
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.ui.canvas.items.single_weight import KERNEL, Weight, stepped, value_of, weight_title, weights_of
from playground.ui.canvas.overlays.weight_turn import WeightTurn, step_with
from playground.ui.canvas.stage.stage import Stage
from playground.ui.texts.layers import instead_text
from playground.ui.texts.numbers import with_minus
from playground.ui.theme import Theme
from playground.ui.widgets.number_box import field_text, read_number
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.plain import tip

AWAY = QPoint(14, 14)
LARGEST = 3.4e38
STEPS = {
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_PageUp: (-1, 0), Qt.Key.Key_PageDown: (1, 0),
}  # fmt: skip


class WeightEdit(QFrame):
    """Enter takes the number and training goes on from it, Esc leaves it. `typed(weight, value)` tells of it.

    The keys turn it too, by `turn`: as many presses as one likes are one step.
    """

    typed = Signal(object, float)

    def __init__(self, theme: Theme, view: Stage) -> None:
        super().__init__(view)
        self._view, self.turn = view, WeightTurn(view)
        self.weight: Weight | None = None
        self.title, self.field = TextLabel(bold=True), QLineEdit()
        self.title.setBuddy(self.field)
        hint = self.tr("Enter sets it, and training goes on from there.\nUndo leaves weights as they are.")
        walk = self.tr("↑ ↓ other inputs · Page ↑ ↓ other neurons\nCtrl+↑ ↓ turns it, with Shift finely")
        self.field.setToolTip(tip(hint))
        self.field.setAccessibleDescription(f"{hint} {walk}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(4)
        for part in (self.title, self.field, TextLabel(hint, 0.86, muted=True), TextLabel(walk, 0.86, muted=True)):
            layout.addWidget(part)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(lambda _: self._mark(self._number() is None))
        view.editor.changed.connect(self.show_document)
        self.show_theme(theme)
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"WeightEdit {{ background: {theme.panel}; border: 1px solid {theme.line}; border-radius: 7px; }}"
        )

    # What it shows

    def open(self, weight: Weight, at: QPoint | None = None) -> None:
        """At a point of the view; without one where the weight is seen. Nothing where there is no such weight yet."""
        canvas = self._view.canvas
        if value_of(canvas.frame, canvas.whole, weight) is None:
            words = self.tr("There are no weights yet: the network is not complete, or not built.")
            self._view.say(words, at or self._view.where())
            return
        self._view.be_quiet()
        self._choose(weight)
        self.adjustSize()
        self._stand(at)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def open_first(self, node_id: str) -> None:
        """The first weight of this node, from which the keys lead to all others."""
        shown = self._view.canvas.document.graph.by_id[node_id].layer
        if isinstance(shown, Dense):
            self.open(Weight(node_id, KERNEL, (0, 0)))
        else:
            self._view.say(instead_text(shown.kind), self._view.where())

    def show_frame(self, frame: Frame) -> None:
        """The number as it is now, as long as nothing has been typed."""
        self.turn.show_frame(frame)
        if self.weight is None:
            return
        value = value_of(frame, self._view.canvas.whole, self.weight)
        if value is None:
            self.leave()
        elif self.turn.weight is None and not self.field.isModified():
            self._show_value(value)

    def show_document(self, document: Document) -> None:
        """Gone with its layer."""
        if self.weight is not None and self.weight.node not in document.graph.by_id:
            self.leave()

    def _choose(self, weight: Weight) -> None:
        canvas = self._view.canvas
        assert canvas.frame is not None
        arrays = weights_of(canvas.frame, canvas.whole, weight.node)
        value = value_of(canvas.frame, canvas.whole, weight)
        if arrays is None or value is None:
            return
        self.weight = weight
        self.title.setText(weight_title(canvas.whole, weight, len(arrays[0])))
        self.field.setAccessibleName(self.title.text())
        self._show_value(value)
        canvas.neurons.show_pointed(weight)

    def _show_value(self, value: float) -> None:
        text = with_minus(field_text(value))
        if text != self.field.text():
            self.field.setText(text)
            self.field.selectAll()
        self.field.setModified(False)
        self._mark(False)

    def _stand(self, at: QPoint | None) -> None:
        """Beside the point, inside the view."""
        assert self.weight is not None
        if at is None:
            seen = self._view.canvas.neurons.place_of(self.weight)
            self._view.ensureVisible(seen.x(), seen.y(), 1, 1, 48, 48)
            at = self._view.mapFromScene(seen)
        room = self._view.rect().adjusted(4, 4, -4, -4)
        place = at + AWAY
        x = min(place.x(), room.right() - self.width())
        y = place.y() if place.y() + self.height() <= room.bottom() else at.y() - AWAY.y() - self.height()
        self.move(max(room.left(), x), max(room.top(), y))

    # What is typed

    def _number(self) -> float | None:
        value = read_number(self.field.text())
        return value if value is not None and abs(value) <= LARGEST else None

    def _mark(self, wrong: bool) -> None:
        if bool(self.field.property("wrong")) != wrong:
            self.field.setProperty("wrong", wrong)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def take(self) -> None:
        """The number as it is written goes to the network; one that is none stays marked."""
        self.turn.keep()
        weight, value = self.weight, self._number()
        if weight is None or value is None:
            self._mark(True)
            return
        changed = self.field.isModified()
        self.leave()
        if changed:
            self.typed.emit(weight, value)

    def leave(self) -> None:
        """Gone, the weight as it was, or as it was turned."""
        self.turn.keep()
        had_focus = self.field.hasFocus()
        if self.weight is not None:
            self.weight = None
            self._view.canvas.neurons.show_pointed(None)
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _turn_by_key(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
        """One press up or down."""
        if self.weight is not None and self.turn.take(self.weight):
            self.turn.turn(step_with(keys) if key == Qt.Key.Key_Up else -step_with(keys))
            self._show_value(self.turn.value)

    def _walk(self, across: int, down: int) -> None:
        canvas, weight = self._view.canvas, self.weight
        arrays = weights_of(canvas.frame, canvas.whole, weight.node) if weight and canvas.frame else None
        if weight is not None and arrays is not None:
            kernel, bias = arrays
            self._choose(stepped(weight, across, down, (kernel.shape[0], kernel.shape[1]), bias is not None))
            self.field.selectAll()
            self.adjustSize()
            self._stand(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        # Another window in front for a moment is no change of mind.
        if left and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:  # type: ignore[attr-defined]
            self.leave()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._turn_by_key(key, event.modifiers())
            elif key in STEPS:
                self.turn.keep()
                self._walk(*STEPS[key])
            elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
            elif key == Qt.Key.Key_Escape:
                self.turn.give_back()
                self.leave()
            else:
                return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)
