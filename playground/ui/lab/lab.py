"""The tensor lab: a list of operations, the tensors of the one that is chosen, and what its numbers come from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.code import code_of, script
from playground.lab.matching import read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable
from playground.lab.values import Chain, Dtype, Index, Value
from playground.ui.lab.answer_card import AnswerCard
from playground.ui.lab.axis_cuts import AxisCuts
from playground.ui.lab.code_line import CodeLine
from playground.ui.lab.input_form import InputForm
from playground.ui.lab.number_pictures import NumberPictures
from playground.ui.lab.operation_list import OperationList
from playground.ui.lab.page import Page
from playground.ui.lab.parameters import Parameters
from playground.ui.lab.plane import Plane
from playground.ui.lab.relief import MakeView, Relief
from playground.ui.lab.shapes_table import ShapesTable
from playground.ui.lab.side_column import SideColumn
from playground.ui.lab.strip import Strip
from playground.ui.lab.tensors.bit_rows import BitRows
from playground.ui.lab.tensors.board import LEAST_HIGH, Board
from playground.ui.lab.tensors.tensor_field import shape_text
from playground.ui.lab.watch import Watch
from playground.ui.lab.work import (
    Work,
    begin,
    go_on,
    of_chain,
    with_cell,
    with_dtype,
    with_list,
    with_one_more,
    with_other_numbers,
    with_parameter,
    with_shape,
    with_value,
)
from playground.ui.texts.lab.answers import unreadable_text
from playground.ui.texts.lab.operations import operation_does, operation_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import CutLabel, Line, TextLabel
from playground.ui.widgets.screen_room import Scrolled

FIRST = "broadcast_add"
LIST_WIDE, SIDE_WIDE, MOST_UNDONE = 232, 300, 100
# Below these widths the list, and then the right column, give their room to the tensors.
NARROW, NARROWEST = 1100, 1030
# Below this height shapes are compared in words alone.
LOW, LEAST_IN_LOW = 640, 124
# The tensors take what room they need before the space below them.
HUNGRY = 1_000
# Room for a scroll bar below the row of forms.
BAR = 10


class Lab(Page):
    """`asked` tells a LabQuestion; its answer comes by `show_answer`."""

    asked = Signal(object)

    def __init__(self, theme: Theme, make_view: MakeView = lambda _: None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._undone = theme, begin(FIRST), list[Work]()
        self._answer: LabAnswer | None = None
        self._loading = self._shown = False
        self.strip, self.operations, self.side = Strip(), OperationList(theme), SideColumn(theme)
        self.board, self.form, self.bits = Board(theme), InputForm(), BitRows(theme)
        self.parameters, self.card, self.shapes = Parameters(), AnswerCard(theme), ShapesTable(theme)
        self.relief, self.cuts = Relief(theme, make_view), AxisCuts(theme)
        self.numbers, self.watch, self.plane = NumberPictures(theme), Watch(theme), Plane(theme)
        self._title = CutLabel("", scale=1.4, bold=True)
        self._row, self._does = TextLabel("", scale=0.88, muted=True), TextLabel("", muted=True, wrap=True)
        self._code, self._note = CodeLine(self), TextLabel("", scale=0.88, muted=True, wrap=True)
        self._line, self._tries = QHBoxLayout(), QPushButton(self.tr("Break it"), self)
        self._tries.setMenu(self.side.menu)
        self._line.addWidget(self._tries)
        self._narrow, self._narrowest = False, False
        self._tries.hide()
        self._lay_out()
        self._connect()
        self.show_work(self._work)

    def _lay_out(self) -> None:
        whole, split = QVBoxLayout(self), QSplitter(Qt.Orientation.Horizontal, self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(Line())
        whole.addWidget(split)
        whole.setStretchFactor(split, 1)
        split.setChildrenCollapsible(False)
        for part in (self.operations, self._middle(), self.side):
            split.addWidget(part)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDE, 800, SIDE_WIDE])

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        column, top, line, seen = QVBoxLayout(middle), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._column = column
        seen.addWidget(self.board, 1)
        seen.addWidget(self.relief, 1)
        top.addWidget(self._title)
        top.addWidget(self._row)
        top.addWidget(self._note, 1)
        top.addWidget(self.form.buttons)
        self.board.setObjectName("lab:inputs")
        self._code.setObjectName("lab:code")
        self.operations.setObjectName("lab:list")
        copy = QPushButton(self.tr("Copy"), self)
        copy.clicked.connect(self._copy)
        line.addWidget(self._code, 1)
        line.addWidget(copy)
        column.addLayout(top)
        column.addWidget(self._does)
        column.addLayout(line)
        column.addLayout(seen, HUNGRY)
        column.addLayout(self._line)
        column.addWidget(self.cuts)
        column.addWidget(self.numbers)
        column.addWidget(self.bits)
        column.addWidget(self.plane, HUNGRY)
        column.addWidget(self.watch)
        column.addWidget(self.shapes)
        column.addStretch(1)
        column.addWidget(self.card)
        column.addWidget(Line())
        column.addWidget(self._row_of(self.form, self.parameters))
        return middle

    @staticmethod
    def _row_of(*parts: QWidget) -> QWidget:
        """Beside each other; where there is no room for all, it scrolls."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, BAR)
        row.setSpacing(16)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        scrolled = Scrolled(whole, across=True)
        scrolled.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for part in (whole, scrolled.viewport()):
            part.setAutoFillBackground(False)
        whole.installEventFilter(scrolled)
        return scrolled

    def _connect(self) -> None:
        self.operations.chosen.connect(self._begin)
        self.strip.list_asked.connect(self.operations.setVisible)
        self.strip.looked.connect(lambda step: self._take(self._work.look_at(step)))
        for part in (self.strip, self.watch):
            part.followed.connect(self._go_on)
        self.strip.script_asked.connect(self._copy)
        self.card.repaired.connect(lambda chain: self._take(of_chain(chain)))
        self.parameters.typed.connect(lambda name, text: self._try(with_parameter, name, text))
        self.parameters.chosen.connect(self._choose)
        self.cuts.cut.connect(self._cut)
        self.side.tried.connect(self._try_code)
        self.side.gone_to.connect(lambda call: self.show_chain(Chain((call,))))
        self.side.sources.walked.connect(self.board.walk)
        self.side.sources.begun.connect(lambda: self.board.walk_to(0))
        self.board.pointed.connect(lambda part, cell: self.side.sources.show_cell(self._answer, part, cell))
        self.board.pointed.connect(lambda part, cell: self.bits.show_cell(self._answer, part, cell))
        self.board.pointed.connect(lambda _, cell: self.plane.show_cell(cell))
        self.plane.pointed.connect(lambda cell: self.board.point(0, cell))
        self.board.cell_typed.connect(self._type_cell)
        self.board.played.connect(self.side.sources.play)
        self.form.list_typed.connect(lambda name, text: self._try(with_list, name, text))
        self.form.shape_typed.connect(self._type_shape)
        self.form.shape_typed.connect(self._say_shape)
        self.form.stepped.connect(self._type_shape)
        self.form.dtype_chosen.connect(lambda name, dtype: self._take(with_dtype(self._work, name, dtype or None)))
        self.form.added.connect(lambda name: self._take(with_one_more(self._work, name)))
        self.form.others_asked.connect(self._take_others)
        self.form.paste_asked.connect(self._paste)
        self.board.pasted.connect(self._paste)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room the list is folded away, with still less the right column becomes a line."""
        super().resizeEvent(event)
        narrow, narrowest = self.width() < NARROW, self.width() < NARROWEST
        self._save_height(self.height() < LOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.strip.open_list.setVisible(narrow)
            self.strip.open_list.setChecked(False)
            self.operations.setVisible(not narrow)
        if narrowest != self._narrowest:
            self._narrowest = narrowest
            self.side.give(self._line if narrowest else None)
            self._tries.setVisible(narrowest)

    def _save_height(self, low: bool) -> None:
        """With little height everything stands closer together."""
        for part in (self.shapes, self.watch):
            part.show_low(low)
        self.board.setMinimumHeight(LEAST_IN_LOW if low else LEAST_HIGH)
        self._column.setContentsMargins(20, *((8, 20, 6) if low else (16, 20, 12)))
        self._column.setSpacing(6 if low else 10)

    def _go_on(self, name: str) -> None:
        """Another operation on the result."""
        results = self._answer.results if self._answer is not None else ()
        self._take(go_on(self._work, name, results[0] if results else None))

    def _begin(self, name: str) -> None:
        self.strip.open_list.setChecked(False)
        self._take(begin(name))

    # What is asked

    def show_chain(self, chain: Chain) -> None:
        """Begin with these calls, as a lesson or a link has them."""
        self._take(of_chain(chain))

    def _try_code(self, code: str) -> None:
        self.show_chain(read_code(code))

    def ask(self) -> None:
        """Ask again what is shown, as when the engine has come."""
        self.asked.emit(self._work.question)

    @property
    def answered(self) -> LabAnswer | None:
        """The answer to what is shown; None while it is under way."""
        answer = self._answer
        fits = answer is not None and script(answer.question.chain) == script(self._work.question.chain)
        return answer if fits else None

    def take_over(self, other: Lab) -> None:
        """What stands in the lab of another window."""
        self._undone = other._undone
        self.show_work(other._work)

    def undo(self) -> None:
        """What was shown before."""
        if self._undone:
            self.show_work(self._undone.pop())

    def _take(self, work: Work) -> None:
        self._undone = [*self._undone[-MOST_UNDONE:], self._work]
        self.show_work(work)

    def _try(self, change: Callable[..., Work], *typed: object) -> None:
        """A change by what was typed, or why that cannot be read; the old answer stays."""
        try:
            self._take(change(self._work, *typed))
        except Unreadable as error:
            self._note.setText(unreadable_text(error))

    def _choose(self, name: str, value: Value | Dtype) -> None:
        self._take(with_value(self._work, name, value))

    def _cut(self, index: Index, begins: bool) -> None:
        """A handle of a slice moves; a whole gesture is one step of undo."""
        (self._take if begins else self.show_work)(with_value(self._work, "index", index))

    def _type_cell(self, name: str, place: int, text: str) -> None:
        tensor = self.board.tensor(name)
        if tensor is not None:
            self._try(with_cell, name, tensor, place, text)

    def _type_shape(self, name: str, shape: tuple[int, ...]) -> None:
        tensor = self.board.tensor(name)
        if tensor is not None:
            self._try(with_shape, name, tensor, shape)

    def _say_shape(self, name: str, shape: tuple[int, ...]) -> None:
        """A list of whole numbers could be meant either way."""
        said = self.tr("Taken for a shape: {shape}. Cells are pasted: Paste a list, or Ctrl+V on {name}.")
        self._note.setText(said.format(shape=shape_text(shape), name=name))

    def _paste(self, name: str) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._try(with_list, name, text)
        else:
            self._note.setText(self.tr("The clipboard is empty. Copy a list first, such as [[1, 2], [3, 4]]."))

    def _take_others(self) -> None:
        if self._answer is not None:
            self._take(with_other_numbers(self._work, dict(self._answer.inputs)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(script(self._work.question.chain))
        self._note.setText(self.tr("Copied, with its imports."))

    # What is shown

    def show_work(self, work: Work) -> None:
        """Other calls: their words at once, their tensors as soon as they are answered."""
        name = work.call.operation
        same = self._shown and self._work.call.operation == name and self._work.at == work.at
        kept = same and dict(self._work.call.inputs).keys() == dict(work.call.inputs).keys()
        self._work = work
        self._title.setText(operation_title(name))
        self._row.setText(OPERATIONS[name].row)
        # By this F1 finds the lesson.
        self.setObjectName(f"operation:{name}")
        self._does.setText(operation_does(name))
        self._code.show_code(code_of(work.call))
        self._note.setText(self.tr("TensorFlow is loading…") if self._loading else "")
        self.operations.show_operation(name)
        self.strip.show_work(work, None)
        if not kept:
            self.board.show_call(work.call)
        self.form.show_call(work.call)
        self._shown = True
        self.parameters.show_work(work)
        self.side.show_operation(OPERATIONS[name])
        self.ask()

    def show_loading(self, loading: bool) -> None:
        """Whether TensorFlow is still to come."""
        if loading != self._loading:
            self._loading = loading
            self._note.setText(self.tr("TensorFlow is loading…") if loading else "")

    def show_answer(self, answer: LabAnswer) -> None:
        """The answer to what was asked last; one to another question is passed over."""
        # By their code: as values, 1 and 1.0 are the same.
        if script(answer.question.chain) != script(self._work.question.chain):
            return
        self._answer = answer
        self.strip.show_work(self._work, answer)
        self.form.show_answer(answer)
        self.relief.show_answer(answer)
        self.board.is_alone = self.relief.isHidden()
        for part in (self.board, self.card, self.cuts, self.numbers, self.shapes, self.plane):
            part.show_answer(answer)
        self.watch.show_answer(answer, self._work.has_room)

    def show_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        painted = (self.board, self.bits, self.card, self.shapes, self.relief, self.cuts, self.side.sources.terms)
        for part in (*painted, self.operations, self.numbers, self.watch, self.plane):
            part.show_theme(theme)
