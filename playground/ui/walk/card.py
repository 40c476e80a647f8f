"""The formula of one weight: its factors in symbols and numbers, the tape's value beside it, and one step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.frames.walk import Walk
from playground.ui.formulas import formula, picture, room_alone
from playground.ui.icons import icon
from playground.ui.texts.numbers import number_text
from playground.ui.texts.said import say
from playground.ui.theme import Theme
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.formula import Factor, Weight, factors_of, product
from playground.ui.walk.pens import signed_colour
from playground.ui.walk.said import FACTORS, SAME, layer_of, notes_of, weight_text
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.parts import CutLabel, TextLabel

DIGITS = 6
# How small the letters of a number get in a narrow card.
SMALLEST = 0.6


class WeightCard(QFrame):
    """`step_asked` is the optimizer's step for this sample, `closed` that nobody looks any more."""

    step_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("walk_card")
        self.title, self.note = TextLabel(bold=True), CutLabel(scale=SMALLER, muted=True)
        self.close_button, self.ways_button = QToolButton(self), QToolButton(self)
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.ways_button.setCheckable(True)
        self.ways_button.toggled.connect(self._show_ways)
        self.factors, self.ways = Factors(theme, self), TextLabel(scale=SMALLER, wrap=True)
        self.before_after = TextLabel(wrap=True)
        self.step = QPushButton(self.tr("Step"), self)
        self.step.setToolTip(self.tr("Let the optimizer take this step, for this sample alone; undo takes it back"))
        self.step.clicked.connect(self.step_asked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 8, 14, 10)
        whole.setSpacing(4)
        self._row(whole, self.title, (self.note, 1), self.ways_button, self.close_button)
        whole.addWidget(self.factors)
        whole.addWidget(self.ways)
        self._row(whole, (self.before_after, 1), self.step)
        self.ways.hide()
        self.show_theme(theme)

    def _row(self, whole: QVBoxLayout, *parts: QWidget | tuple[QWidget, int]) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in parts:
            widget, stretch = part if isinstance(part, tuple) else (part, 0)
            row.addWidget(widget, stretch)
        whole.addLayout(row)

    def show_weight(self, weight: Weight, hand: ByHand, document: Document) -> None:
        """The weight's formula as the walk has it now."""
        node, array, place = weight
        walk = hand.walk
        stop = walk.stop(node)
        assert stop is not None
        factors = factors_of(hand, weight)
        names = document.graph.by_id[node].layer.weight_names
        places = ", ".join(map(str, place))
        self.title.setText(weight_text(weight, hand, document))
        self.note.setText("   ".join([f"{names[array]}[{places}]", *notes_of(walk, document)]))
        tape = float(stop.gradients[array][place])
        self.factors.show_product([(f, factor_text(f, document)) for f in factors], product(factors), tape)
        self._show_sum(next((factor for factor in factors if factor.ways), None), document)
        self._show_step(walk, weight)

    def _show_sum(self, factor: Factor | None, document: Document) -> None:
        self.ways_button.setVisible(factor is not None)
        if factor is None:
            self.ways.hide()
            return
        lines = [
            f"{layer_of(document, node)} {unit + 1}: {number_text(w)} · {number_text(delta)} = {number_text(w * delta)}"
            for node, unit, w, delta in factor.ways
        ]
        more = [self.tr("and {count} more").format(count=factor.more)] if factor.more else []
        self.ways.setText("    ".join([*lines, *more]))
        count = len(factor.ways) + factor.more
        self.ways_button.setText(f"{say(FACTORS['sum'], count=count)} {'▾' if self.ways_button.isChecked() else '▸'}")
        self.ways.setVisible(self.ways_button.isChecked())

    def _show_ways(self, on: bool) -> None:
        self.ways.setVisible(on)
        self.ways_button.setText(self.ways_button.text()[:-1] + ("▾" if on else "▸"))

    def _show_step(self, walk: Walk, weight: Weight) -> None:
        node, array, place = weight
        stop = walk.stop(node)
        assert stop is not None
        before, after = float(stop.arrays[array][place]), float(walk.after[node][array][place])
        self.before_after.setText(
            self.tr("One step: weight {before} → {after}, loss {loss} → {later}").format(
                before=number_text(before, DIGITS),
                after=number_text(after, DIGITS),
                loss=number_text(walk.loss, 4),
                later=number_text(walk.loss_after, 4),
            )
        )

    def show_theme(self, theme: Theme) -> None:
        self.factors.theme = theme
        self.close_button.setIcon(icon("close", theme, "muted"))
        self.setStyleSheet(
            f"#walk_card {{ background: {theme.panel}; border: 1.5px solid {theme.accent}; border-radius: 8px; }}"
        )
        self.factors.update()


def factor_text(factor: Factor, document: Document) -> str:
    """What a factor is, in a word or two."""
    count = len(factor.ways) + factor.more
    layer = layer_of(document, factor.node) if factor.name in ("slope", "delta") else ""
    return say(FACTORS[factor.name], layer=layer, unit=factor.unit + 1, count=count)


class Factors(QWidget):
    """∂L/∂w = factor · factor = product, and the tape's value with a tick where they are the same."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._factors: list[tuple[Factor, str]] = []
        self._product = self._tape = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_product(self, factors: list[tuple[Factor, str]], by_hand: float, by_tape: float) -> None:
        """Factors, each with what it is; without any only the tape's value is known."""
        self._factors, self._product, self._tape = factors, by_hand, by_tape
        self.setFixedHeight(int(5.4 * self.fontMetrics().height()))
        self.update()

    @property
    def agrees(self) -> bool:
        """Whether the hand's value is the tape's."""
        return abs(self._product - self._tape) <= SAME * max(1.0, abs(self._tape))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = float(self.fontMetrics().height())
        name, result = 4.2 * line, min(9.5 * line, 0.38 * self.width())
        self._tex(painter, r"\frac{\partial L}{\partial w} =", QRectF(0, 0.6 * line, name, 3 * line))
        wide = (self.width() - name - result) / max(1, len(self._factors))
        for place, (factor, words) in enumerate(self._factors):
            room = QRectF(name + place * wide, 0, wide, self.height())
            self._tex(painter, factor.tex, QRectF(room.left(), 0, wide, 1.8 * line))
            number, written = QRectF(room.left(), 1.9 * line, wide, 1.5 * line), number_text(factor.value)
            painter.setFont(_fitting(written, 1.25, wide - 0.7 * line))
            painter.setPen(self.theme.colour("ink"))
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, written)
            if place:
                painter.drawText(QPointF(room.left() - 0.2 * line, number.center().y() + 0.3 * line), "·")
            painter.setFont(scaled_font(SMALLER))
            painter.setPen(self.theme.colour("muted"))
            under = QRectF(room.left() + 2, 3.5 * line, wide - 4, 1.4 * line)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(under.width()))
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, shown)
        self._paint_result(painter, QRectF(self.width() - result, 0, result, self.height()), line)

    def _paint_result(self, painter: QPainter, room: QRectF, line: float) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        tape = self.tr("tape {value}").format(value=number_text(self._tape, DIGITS))
        if self._factors:
            number = QRectF(room.left(), 1.8 * line, room.width(), 1.7 * line)
            written = f"= {number_text(self._product, DIGITS)}"
            painter.setFont(_fitting(written, 1.35, room.width()))
            painter.setPen(signed_colour(self._product, self.theme))
            painter.drawText(number, right, written)
            painter.setFont(scaled_font(SMALLER))
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(room.left(), 0.5 * line, room.width(), line), right, self.tr("by hand"))
            painter.setPen(self.theme.colour("good" if self.agrees else "problem"))
            tape += " ✓" if self.agrees else " ≠"
        painter.setFont(scaled_font(SMALLER, fixed_digits=True))
        painter.drawText(QRectF(room.left(), 3.5 * line, room.width(), 1.4 * line), right, tape)

    def _tex(self, painter: QPainter, tex: str, room: QRectF) -> None:
        """A formula in the middle of a room."""
        made = formula(tex, True)
        em = 1.25 * self.fontMetrics().height() * 0.8
        em = min(em, em * room.width() / max(1.0, made.width * em))
        space = room_alone(made, em)
        image = picture(made, em, space, self.theme, self.devicePixelRatioF())
        painter.drawImage(room.center() - QPointF(space.width / 2, space.height / 2), image)


def _fitting(text: str, scale: float, wide: float) -> QFont:
    """Bold letters of that scale, smaller where the text needs more room."""
    needed = QFontMetricsF(scaled_font(scale, True, True)).horizontalAdvance(text)
    return scaled_font(max(SMALLEST, scale * min(1.0, wide / max(1.0, needed))), True, True)
