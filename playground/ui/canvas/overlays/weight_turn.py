"""One weight in somebody's hand: it follows at once, and the network with it, until it is let go."""

from __future__ import annotations

from math import isclose

from PySide6.QtCore import QObject, Qt, Signal

from playground.frames.frame import Frame
from playground.ui.canvas.items.single_weight import Weight, value_of
from playground.ui.canvas.stage.stage import Stage

# Thousandths for a pixel, or a press of a key; finer with Shift.
STEP, FINE = 10, 1
DIGITS = 6
# Frames that may still be of a moment before.
LATE = 3


def step_with(keys: Qt.KeyboardModifier) -> int:
    """How far a weight is turned for one pixel while these keys are held, in thousandths."""
    return FINE if keys & Qt.KeyboardModifier.ShiftModifier else STEP


class WeightTurn(QObject):
    """`turned(weight, value)` tells each number on the way, then `kept` or `given_back` how it ended: one step."""

    turned = Signal(object, float)
    kept = Signal()
    given_back = Signal()

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self._view = view
        self._weight: Weight | None = None
        self._start, self._steps = 0.0, 0
        # What was let go, its number, and for how many frames it may take the engine to tell of it.
        self._let: tuple[Weight, float, int] | None = None

    @property
    def weight(self) -> Weight | None:
        """The one in the hand."""
        return self._weight

    @property
    def value(self) -> float:
        """The number it has there."""
        return round(self._start + self._steps / 1000, DIGITS)

    def take(self, weight: Weight) -> bool:
        """Begin with this weight's number as it is now; whether there is one. Another one is let go before."""
        if weight == self._weight:
            return True
        self.keep()
        canvas = self._view.canvas
        value = value_of(canvas.frame, canvas.whole, weight)
        if value is None:
            return False
        # Seven digits are what a float32 knows: 0.1, and not 0.10000000149.
        self._let = None
        self._weight, self._start, self._steps = weight, float(f"{value:.7g}"), 0
        return True

    def turn(self, steps: int) -> None:
        """So many thousandths up."""
        if self._weight is not None and steps:
            self._steps += steps
            self._view.canvas.neurons.show_turned(self._weight, self.value)
            self.turned.emit(self._weight, self.value)

    def keep(self) -> None:
        """It stays as it has been turned."""
        if self._let_go(self.value):
            self.kept.emit()

    def give_back(self) -> None:
        """It has the number of before."""
        if self._let_go(self._start):
            self.given_back.emit()

    def _let_go(self, value: float) -> bool:
        """Whether it was turned at all; it shows this number until frames tell it too."""
        weight, self._weight = self._weight, None
        if weight is None or not self._steps:
            return False
        self._let = (weight, value, LATE)
        self._view.canvas.neurons.show_turned(weight, value)
        if self._view.canvas.frame is not None:
            self.show_frame(self._view.canvas.frame)
        return True

    def show_frame(self, frame: Frame) -> None:
        """What was let go shows what frames say of it, once they know of it."""
        if self._let is None:
            return
        weight, value, left = self._let
        told = value_of(frame, self._view.canvas.whole, weight)
        if told is None or isclose(told, value, rel_tol=1e-6, abs_tol=1e-9) or left <= 0:
            self._let = None
            if self._weight is None:
                self._view.canvas.neurons.show_turned(weight, None)
        else:
            self._let = (weight, value, left - 1)
