"""The losses lab: predictions to drag, what they cost, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.frames.losses import LossAnswer, by_hand
from playground.lab.losses import LOSS_KINDS, LossQuestion, Reading, code_of, program_of
from playground.ui.lab.losses.columns import Columns, Place
from playground.ui.lab.losses.curve import CurveView, curve_of
from playground.ui.lab.losses.lengths import Lengths
from playground.ui.lab.losses.painting import LEFT
from playground.ui.lab.losses.rows import number_rows
from playground.ui.lab.losses.side import LossSide
from playground.ui.lab.losses.switch import LabelledSwitch
from playground.ui.lab.losses.table import NumberTable
from playground.ui.lab.losses.work import begin, is_spread, with_prediction, with_reading, with_spread, with_target
from playground.ui.lab.operation_list import OperationList
from playground.ui.lab.page import Page
from playground.ui.texts.lab.losses import loss_page_does, loss_page_title, note_text, reading_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, TextLabel, splitter

FIRST = "categorical_crossentropy"
LIST_WIDE, SIDE_WIDE, MOST_UNDONE = 232, 320, 100
# With less than this for each column there is no room for the curve beside them.
COLUMN_WIDE = 44
# Narrower than this, as beside a lesson, the list makes room.
NARROW = 900


class LossesLab(Page):
    """`asked` tells a LossQuestion, whose answer comes by `show_answer`; `operation_chosen` what the tensor lab has;
    `network_asked(on)` that the network's own example is wanted by `show_network`, or no longer."""

    asked = Signal(object)
    operation_chosen = Signal(str)
    network_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question: LossQuestion = begin(FIRST)
        self.answer: LossAnswer | None = None
        self._bits, self._undone, self._kept = False, list[LossQuestion](), True
        # Whether what is shown is the network's.
        self._followed = False
        self.operations, self.side = OperationList(theme), LossSide(theme)
        self.columns, self.table, self.curve = Columns(theme), NumberTable(theme), CurveView(theme)
        self.lengths = Lengths(theme)
        self._title, self._does = TextLabel("", scale=1.4, bold=True), TextLabel("", muted=True, wrap=True)
        self._code = QLineEdit(self)
        # Under the curve, or under all where there is no room for it.
        self._notes = [TextLabel("", scale=0.88, muted=True, wrap=True) for _ in range(2)]
        self._said = TextLabel("", scale=0.88, muted=True)
        # By this F1 finds the lesson.
        self.setObjectName("row:B9")
        self._make_switches()
        self._lay_out()
        self._connect()
        self.show_question(self.question)

    def _make_switches(self) -> None:
        readings = tuple((name, reading_title(name)) for name in ("probabilities", "logits", "forgotten"))
        units = (("nats", self.tr("nats")), ("bits", self.tr("bits")))
        targets = (("one", self.tr("one class")), ("spread", self.tr("spread")))
        self.reading = LabelledSwitch(self.tr("Prediction as"), readings)
        self.unit = LabelledSwitch(self.tr("Unit"), units)
        self.target = LabelledSwitch(self.tr("Target"), targets)

    def _lay_out(self) -> None:
        whole, strip = QVBoxLayout(self), QHBoxLayout()
        strip.setContentsMargins(12, 6, 12, 6)
        strip.setSpacing(18)
        for switch in (self.reading, self.unit, self.target):
            strip.addWidget(switch)
        strip.addStretch(1)
        self._script = QPushButton(self.tr("Copy the script"), self)
        self._script.setToolTip(self.tr("The call as a program that runs alone"))
        strip.addWidget(self._script)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(strip)
        whole.addWidget(Line())
        self._side, self._inside = _scrolled(self.side), self._middle()
        self._side.setMinimumWidth(250)
        split = splitter(Qt.Orientation.Horizontal, self.operations, _scrolled(self._inside), self._side)
        whole.addWidget(split, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDE, 800, SIDE_WIDE])

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        column, top, line, charts = QVBoxLayout(middle), QHBoxLayout(), QHBoxLayout(), QGridLayout()
        column.setContentsMargins(20, 14, 20, 10)
        column.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(TextLabel("B9", scale=0.88, muted=True))
        top.addStretch(1)
        top.addWidget(self._said)
        self._code.setReadOnly(True)
        self._code.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._code.setAccessibleName(self.tr("The code that is run"))
        self._copy = QPushButton(self.tr("Copy"), self)
        line.addWidget(self._code, 1)
        line.addWidget(self._copy)
        charts.addWidget(self.columns, 0, 0)
        charts.addWidget(self.curve, 0, 1)
        charts.addWidget(self.table, 1, 0)
        charts.addWidget(self._notes[0], 1, 1)
        charts.setColumnStretch(0, 1)
        charts.setRowStretch(0, 1)
        self._notes[0].setAlignment(Qt.AlignmentFlag.AlignTop)
        self._notes[0].setFixedWidth(self.curve.sizeHint().width())
        column.addLayout(top)
        column.addWidget(self._does)
        column.addLayout(line)
        column.addLayout(charts, 1)
        column.addWidget(self.lengths)
        column.addWidget(self._notes[1])
        return middle

    def _connect(self) -> None:
        self._copy.clicked.connect(lambda: self._copy_text(code_of(self.question)))
        self._script.clicked.connect(lambda: self._copy_text(program_of(self.question)))
        self.operations.chosen.connect(self.operation_chosen)
        self.operations.loss_chosen.connect(lambda loss: self.take(begin(loss)))
        self.side.chosen.connect(self.take)
        self.side.network_asked.connect(self.network_asked)
        self.columns.moved.connect(self._move)
        self.columns.let_go.connect(self._let_go)
        self.reading.chosen.connect(self._choose_reading)
        self.unit.chosen.connect(self._choose_unit)
        self.target.chosen.connect(lambda name: self.take(with_spread(self.question, name == "spread")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The curve stands beside the columns where these keep enough room."""
        self.operations.setVisible(self.width() >= NARROW)
        for switch in (self.reading, self.unit, self.target):
            switch.show_title(self.width() >= NARROW)
        rows = self.question.targets
        needed = LEFT + COLUMN_WIDE * len(rows) * len(rows[0]) + self.curve.sizeHint().width()
        listed = LIST_WIDE if self.width() >= NARROW else 0
        beside = self.width() - listed - max(SIDE_WIDE, self._side.width()) - 40 >= needed
        self.curve.setVisible(beside)
        self._notes[0].setVisible(beside)
        self._notes[1].setVisible(not beside)

    # What is asked

    def take(self, question: LossQuestion) -> None:
        """Other numbers, which undo takes back."""
        self._keep()
        self.show_question(question)
        self._kept = True

    def ask(self) -> None:
        """Ask again what is shown, as when the engine has come."""
        self.asked.emit(self.question)

    def undo(self) -> None:
        """What was shown before."""
        if self._undone:
            self.show_question(self._undone.pop())

    @property
    def follows(self) -> bool:
        """Whether it shows what the network does, until a hand changes something."""
        return self.side.follow.isChecked()

    def show_network(self, question: LossQuestion | None) -> None:
        """The network's example as it is now; None where there is no room for it."""
        self.side.say_network(question is not None)
        if question is not None and question != self.question:
            if not self._followed:
                self._undone.append(self.question)
            self._followed = True
            self.show_question(question)

    def _keep(self) -> None:
        """Once for all that one hand does."""
        if self.follows:
            self.side.follow.setChecked(False)
            self.network_asked.emit(False)
        self._followed = False
        if self._kept:
            self._undone = [*self._undone[-MOST_UNDONE:], self.question]
        self._kept = False

    def _move(self, place: Place, value: float) -> None:
        change: Callable[..., LossQuestion] = with_target if place.is_target else with_prediction
        self._keep()
        self.show_question(change(self.question, place.sample, place.entry, value))

    def _let_go(self) -> None:
        self._kept = True

    def _choose_reading(self, name: Reading) -> None:
        self.take(with_reading(self.question, name))

    def _choose_unit(self, name: str) -> None:
        self._bits = name == "bits"
        self._show_numbers()

    def _copy_text(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._said.setText(self.tr("Copied."))

    # What is shown

    def show_question(self, question: LossQuestion) -> None:
        """Other numbers: by hand at once, Keras's as soon as it answers."""
        self.question = question
        kind = LOSS_KINDS[question.loss]
        self._title.setText(loss_page_title(kind.name))
        self._does.setText(loss_page_does(kind.name))
        self._code.setText(code_of(question))
        self._code.setCursorPosition(0)
        self._said.setText("")
        for note in self._notes:
            note.setText(note_text(question))
        self._share_room()
        self.operations.show_loss(kind.name)
        self.reading.show_choice(question.reading)
        self.reading.setVisible(len(kind.readings) > 1)
        self.unit.setVisible(kind.compares in ("bits", "classes"))
        self.target.setVisible(kind.of_shares and not kind.numbered)
        self.target.show_choice("spread" if is_spread(question) else "one")
        self.lengths.setVisible(kind.of_shares)
        self._show_numbers()
        self.ask()

    def _show_numbers(self) -> None:
        question, hand = self.question, by_hand(self.question)
        answer = self.answer if self.answer is not None and self.answer.question == question else None
        self.unit.show_choice("bits" if self._bits else "nats")
        self.columns.show_question(question)
        self.table.show_rows(number_rows(question, hand, answer, self._bits))
        self.curve.show_curve(curve_of(question, hand, self._bits))
        self.side.show_question(question, hand, answer, self._bits)
        if question.kind.of_shares:
            self.lengths.show_question(question, hand)

    def show_answer(self, answer: LossAnswer) -> None:
        """What Keras says; one to another question is passed over."""
        if answer.question == self.question:
            self.answer = answer
            self._show_numbers()

    def show_loading(self, loading: bool) -> None:
        """Whether TensorFlow is still to come."""
        self._said.setText(self.tr("TensorFlow is loading…") if loading else "")

    def show_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (self.operations, self.side, self.columns, self.table, self.curve, self.lengths):
            part.show_theme(theme)
        self._show_numbers()


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
