"""A field for a number that never loses digits: 0.003 stays 0.003."""

from __future__ import annotations

from math import ceil, floor, isfinite, log10

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from playground.ui.texts.numbers import is_power, power_text

SMALLEST = 1e-5
PIXELS_A_STEP = 6
WHEEL_PAUSE = 400
WIDEST, ROOM = "0.000001", 26


def field_text(value: float, digits: int = 6) -> str:
    """As it can be typed: 0.003 as 0.003, 0.00001 as 1e−5, 8.0 as 8."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return power_text(value, digits) if is_power(value) else f"{value:.{digits}g}"


def read_number(text: str, whole: bool = False) -> float | None:
    """The number that a person wrote, a decimal comma allowed; None where it is none."""
    plain = text.replace("−", "-").replace("\u00a0", "").replace(" ", "").rstrip("%")
    plain = plain.replace(",", "") if whole else plain.replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if isfinite(value) else None


def next_round(value: float, direction: int, smallest: float = SMALLEST) -> float:
    """The next number of one digit above (1) or below (-1): 0.03 -> 0.04, 0.9 -> 1, 1 -> 2, 1 -> 0.9."""
    if value < 0:
        return -next_round(-value, -direction, smallest)
    if value < smallest:
        return smallest if direction > 0 else 0.0
    unit = 10.0 ** floor(log10(value) + 1e-9)
    digits = round(value / unit, 6)
    above, below = floor(digits) + 1, ceil(digits) - 1 if digits > 1 else 0.9
    found = float(f"{(above if direction > 0 else below) * unit:.6g}")
    return found if found >= smallest * 0.999 else 0.0


class NumberBox(QLineEdit):
    """A number from low to high. Type it, step it with the arrow keys or the wheel, or drag sideways.

    `moved(value)` tells of each value on the way, `finished(value)` of the one that stays, and
    `cancelled()` that Esc took the way back. With `step` None a step goes to the next round number.
    """

    moved = Signal(float)
    finished = Signal(float)
    cancelled = Signal()

    def __init__(
        self,
        value: float,
        low: float,
        high: float,
        step: float | None = None,
        whole: bool = False,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.low, self.high, self.step, self.whole, self.suffix = low, high, step, whole, suffix
        self.zero = ""
        """What stands in place of 0, where that means more than a number."""
        self._value = self._start = value
        self._pressed: QPoint | None = None
        self._dragging = False
        self._wheel_rest = QTimer(self, singleShot=True, interval=WHEEL_PAUSE)
        self._wheel_rest.timeout.connect(self._finish)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.textEdited.connect(self._mark)
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(WIDEST) + ROOM, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())

    @property
    def value(self) -> float:
        return self._value

    def set_value(self, value: float) -> None:
        """Show another value; emits nothing, and leaves what is being typed alone where it stays the same."""
        if value != self._value or not self.isModified():
            # A preview comes back while it is on its way, and must not become where Esc leads.
            if not self._on_the_way:
                self._start = value
            self._value = value
            self._show()

    @property
    def _on_the_way(self) -> bool:
        return self._dragging or self._wheel_rest.isActive() or self._start != self._value

    def _show(self) -> None:
        number = field_text(self._value) + (f" {self.suffix}" if self.suffix else "")
        text = self.zero if self.zero and not self._value else number
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self.setModified(False)
        self._mark_wrong(False)

    def _typed(self) -> float | None:
        if self.zero and self.text().strip() == self.zero:
            return 0.0
        value = read_number(self.text().removesuffix(self.suffix), self.whole)
        return value if value is None or not self.whole or value == int(value) else None

    def _mark(self) -> None:
        value = self._typed()
        self._mark_wrong(value is None or not self.low <= value <= self.high)

    def _mark_wrong(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _clamped(self, value: float) -> float:
        value = min(max(value, self.low), self.high)
        return int(value) if self.whole else value

    def _stepped(self, value: float, steps: int) -> float:
        direction = 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            if self.step is not None:
                # To the next multiple, so that a low end of 1 leads from 10 to 1 and back to 10.
                passed = floor(direction * value / self.step + 1e-9)
                value = round(direction * (passed + 1) * self.step, 9)
            else:
                value = next_round(value, direction, max(self.low, min(SMALLEST, self.high / 1e4)))
            value = self._clamped(value)
        return value

    def _move(self, value: float) -> None:
        if value != self._value:
            self._value = value
            self._show()
            self.moved.emit(value)

    def _finish(self) -> None:
        """What was typed or moved to becomes the value; what is no number is forgotten."""
        self._wheel_rest.stop()
        if self.isModified():
            typed = self._typed()
            self._value = self._value if typed is None else self._clamped(typed)
        changed, self._start = self._value != self._start, self._value
        self._show()
        if changed:
            self.finished.emit(self._value)

    def _cancel(self) -> None:
        self._wheel_rest.stop()
        moved, self._value = self._value != self._start, self._start
        self._dragging, self._pressed = False, None
        self._show()
        if moved:
            self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
        if event.key() in steps:
            now = self._typed() if self.isModified() else self._value
            start = self._value if now is None else self._clamped(now)
            self._move(self._stepped(start, steps[Qt.Key(event.key())]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and (self.isModified() or self._on_the_way):
            self._cancel()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        # A key held down is one gesture.
        steps = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in steps and not event.isAutoRepeat():
            self._finish()
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus() or not event.angleDelta().y():
            event.ignore()
            return
        self._wheel_rest.start()
        self._move(self._stepped(self._value, 1 if event.angleDelta().y() > 0 else -1))
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.deselect()
        self._finish()

    def event(self, event: QEvent) -> bool:
        # Esc and the arrows are the field's own while a value is on its way, not the window's shortcuts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape and (self.isModified() or self._on_the_way)
            if escape or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Where the field has no focus yet, a press may become a drag; a plain click starts typing.
        if event.button() == Qt.MouseButton.LeftButton and not self._selecting:
            self._pressed = event.position().toPoint()
            self._start = self._value
        super().mousePressEvent(event)
        self.deselect()

    @property
    def _selecting(self) -> bool:
        return self.isModified() or self.hasSelectedText()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        across = event.position().toPoint().x() - self._pressed.x()
        if abs(across) >= QApplication.startDragDistance():
            self._dragging = True
        if self._dragging:
            self._move(self._stepped(self._start, int(across / PIXELS_A_STEP)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragging, self._pressed = self._dragging, False, None
        super().mouseReleaseEvent(event)
        if dragged:
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton and not self._selecting:
            self.selectAll()
