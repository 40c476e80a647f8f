"""At the right of the losses lab: the loss in large, by hand and by Keras, and numbers to try."""

from __future__ import annotations

from math import inf, isfinite

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from playground.frames.losses import EPSILON, ByHand, LossAnswer, by_hand
from playground.lab.losses import LOSS_EXAMPLES, Example, LossQuestion
from playground.ui.lab.laying import empty
from playground.ui.lab.losses.rows import BIT
from playground.ui.texts.lab.losses import example_title, loss_page_title, stops_text
from playground.ui.texts.numbers import decimals_text
from playground.ui.theme import Theme
from playground.ui.widgets.parts import CutLabel, Line, TextLabel, heading
from playground.ui.widgets.plain import tip

HERO = 2.4
# As near as float32 and float64 come.
NEAR = 1e-6
LARGE = 100
# Room for a word beside a number, also while there is none.
BESIDE = 48


def is_equal(one: float, other: float) -> bool:
    """Whether two values of a loss agree to 1e-6, of large ones relatively."""
    return abs(one - other) <= NEAR * max(1.0, abs(other)) if isfinite(one) else one == other


def value_text(value: float, digits: int) -> str:
    """So many decimals, fewer of large values; ∞ for what has no limit."""
    return "∞" if value == inf else decimals_text(value, digits if abs(value) < LARGE else min(digits, 3))


class LossSide(QWidget):
    """`chosen` tells the question of an example, `network_asked(on)` that the network's own is wanted."""

    chosen = Signal(object)
    network_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._loss = theme, ""
        self.setProperty("look", "panel")
        self._title = heading("")
        self._hero, self._unit = TextLabel("", scale=HERO, bold=True), TextLabel("", muted=True)
        self._other = TextLabel("", scale=0.88, muted=True)
        self.figures: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        self._why = TextLabel("", scale=0.88, wrap=True)
        self._tries, self._wrong = QVBoxLayout(), TextLabel("", scale=0.88, muted=True, wrap=True)
        self._wrong.setText(self.tr("Amber: wrong, but TensorFlow gives no error."))
        self._tries.setSpacing(6)
        self.follow = QPushButton(self.tr("Follow the chosen example"), self)
        self.follow.setCheckable(True)
        self.follow.clicked.connect(self.network_asked)
        self._followed = TextLabel("", scale=0.88, muted=True, wrap=True)
        self.say_network(True)
        self._lay_out()

    def _lay_out(self) -> None:
        top, column, table = QHBoxLayout(), QVBoxLayout(self), QGridLayout()
        top.addWidget(self._hero)
        top.addWidget(self._unit)
        top.addStretch(1)
        top.addWidget(self._other)
        table.setColumnStretch(0, 1)
        table.setVerticalSpacing(7)
        table.setColumnMinimumWidth(2, BESIDE)
        names = (
            ("entropy", self.tr("Entropy of p")), ("kl", self.tr("KL from p to q")), ("hand", self.tr("By hand")),
            ("keras", self.tr("Keras")), ("tape", self.tr("Gradient by the tape")),
            ("layer", self.tr("Softmax layer")), ("function", self.tr("softmax function")),
        )  # fmt: skip
        for number, (name, title) in enumerate(names):
            number_label = TextLabel("", scale=0.88 if name in ("layer", "function") else 1.0, bold=True)
            parts = TextLabel(title), number_label, TextLabel("", scale=0.88, muted=True)
            self.figures[name] = parts
            wide = name in ("layer", "function")
            table.addWidget(parts[0], number, 0)
            table.addWidget(parts[1], number, 1, 1, 2 if wide else 1)
            if not wide:
                table.addWidget(parts[2], number, 2)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(top)
        column.addLayout(table)
        column.addWidget(self._why)
        column.addWidget(Line())
        column.addWidget(heading(self.tr("Try")))
        column.addLayout(self._tries)
        column.addWidget(self._wrong)
        column.addWidget(Line())
        column.addWidget(heading(self.tr("On your network")))
        column.addWidget(self.follow)
        column.addWidget(self._followed)
        column.addStretch(1)

    def say_network(self, fits: bool) -> None:
        """What following does, or why it cannot be."""
        if fits:
            self._followed.setText(
                self.tr("Its loss, with target and prediction as they are now, while it trains too.")
            )
        else:
            self._followed.setText(self.tr("Your network has more outputs than there is room for here."))

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme

    def show_question(self, question: LossQuestion, hand: ByHand, answer: LossAnswer | None, bits: bool) -> None:
        """`answer` is Keras's to this question; None while it has not come."""
        self._title.setText(loss_page_title(question.loss))
        self._show_hero(question, hand, bits)
        entropy = question.kind.compares == "classes" and question.reading != "forgotten"
        whole = hand.value + (hand.entropy if question.loss == "kl_divergence" else 0.0)
        self._figure("entropy", hand.entropy, 4, bits, entropy)
        self._figure("kl", whole - hand.entropy, 4, bits, entropy)
        self._figure("hand", hand.value, 7, False, True)
        self._show_keras(question, hand, answer)
        self._show_gradient(question, hand, answer)
        self._show_softmax(answer)
        self._show_tries(question)

    def _show_hero(self, question: LossQuestion, hand: ByHand, bits: bool) -> None:
        # What Keras has is the loss that a training would see.
        value, in_units = hand.kept, question.kind.compares in ("bits", "classes")
        units = (self.tr("nats"), self.tr("bits"))
        self._hero.setText(value_text(value / (BIT if bits and in_units else 1.0), 4))
        self._unit.setText(units[bits] if in_units else "")
        self._other.setText(f"{value_text(value / (1.0 if bits else BIT), 4)} {units[not bits]}" if in_units else "")

    def _figure(self, name: str, value: float, digits: int, bits: bool, shown: bool) -> None:
        title, number, beside = self.figures[name]
        for part in (title, number, beside):
            part.setVisible(shown)
        number.setText(value_text(value / (BIT if bits else 1.0), digits))
        if name in ("entropy", "kl"):
            unit = self.tr("nats") if bits else self.tr("bits")
            beside.setText(f"{value_text(value / (1.0 if bits else BIT), 4)} {unit}")

    def _show_keras(self, question: LossQuestion, hand: ByHand, answer: LossAnswer | None) -> None:
        _, number, beside = self.figures["keras"]
        number.setText("…" if answer is None else value_text(answer.value, 7))
        said, colour, why = "", "muted", ""
        if answer is not None:
            if is_equal(hand.value, answer.value):
                said, colour = self.tr("equal"), "good"
            elif question.reading == "forgotten":
                said, colour = self.tr("wrong"), "validation"
                why = self.tr("By hand it is what from_logits=True gives. Keras was not told, and gives no error.")
            elif is_equal(hand.kept, answer.value):
                said, colour = self.tr("cut off"), "validation"
                low, high = float(-np.log(EPSILON)), float(-np.log(np.float32(1) - (np.float32(1) - EPSILON)))
                why = stops_text(decimals_text(low, 6), decimals_text(high, 6))
            else:
                said, colour = self.tr("not equal"), "problem"
        self._say(beside, said, colour)
        beside.setToolTip(self.tr("To 0.000001: Keras counts in float32, by hand it is float64.") if said else "")
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _say(self, label: QLabel, said: str, colour: str) -> None:
        label.setText(said)
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._theme.colour(colour))
        label.setPalette(palette)

    def _show_gradient(self, question: LossQuestion, hand: ByHand, answer: LossAnswer | None) -> None:
        """Whether the tape has the gradient that stands in the table; where Keras cuts off, it has another."""
        equal = answer is not None and np.allclose(answer.gradient, hand.gradient, rtol=1e-5, atol=NEAR)
        said = self.tr("equal") if equal else self.tr("another") if answer is not None else ""
        self._say(self.figures["tape"][2], said, "good" if equal else "validation")
        if said and not equal and question.reading != "forgotten":
            why = self.tr(
                "Where a prediction lies outside Keras's limits it is held there, and no gradient comes through."
            )
            self._why.setText("\n".join(filter(None, [self._why.text(), why])))
            self._why.show()

    def _show_softmax(self, answer: LossAnswer | None) -> None:
        """The layer and the function, which are the same."""
        both = None if answer is None else answer.softmax
        for place, name in enumerate(("layer", "function")):
            title, number, _ = self.figures[name]
            for part in (title, number):
                part.setVisible(both is not None)
            if both is not None:
                number.setText(" ".join(f"{share:.3f}" for share in both[place][0]))
        if both is not None:
            same = "=" if np.array_equal(*both) else "≠"
            self.figures["function"][0].setText(f"{same} {self.tr('softmax function')}")

    def _show_tries(self, question: LossQuestion) -> None:
        examples = LOSS_EXAMPLES[question.loss]
        if question.loss != self._loss:
            self._loss = question.loss
            empty(self._tries)
            for example in examples:
                button = TryButton(example, self)
                button.clicked.connect(lambda _=False, one=example: self.chosen.emit(one.question))
                self._tries.addWidget(button)
        self._wrong.setVisible(any(example.is_wrong for example in examples))


class TryButton(QPushButton):
    """What an example shows, and what it gives; amber for a number that is wrong without an error."""

    def __init__(self, example: Example, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, value = example_title(example), value_text(by_hand(example.question).kept, 4)
        self.setProperty("look", "amber" if example.is_wrong else "row chip")
        self.setAccessibleName(f"{title}: {value}")
        self.setToolTip(tip(title))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(CutLabel(title), 1)
        row.addWidget(TextLabel(value, bold=True))
        self.setMinimumHeight(30)
