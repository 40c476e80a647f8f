"""The tensor lab: a list of operations, the tensors of the one that is chosen, and what its numbers come from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from playground.frames.lab import LabAnswer, LabTensor
from playground.lab.code import code_of, script
from playground.lab.matching import read_code
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable
from playground.lab.values import Chain, Dtype, Value
from playground.ui.lab.answer_card import AnswerCard
from playground.ui.lab.laying import CodeButton, empty
from playground.ui.lab.operation_list import OperationList
from playground.ui.lab.parameters import Parameters
from playground.ui.lab.shapes_table import ShapesTable
from playground.ui.lab.sheet import LARGEST
from playground.ui.lab.source_panel import SourcePanel
from playground.ui.lab.strip import Strip
from playground.ui.lab.tensor_field import TensorField, sign_label
from playground.ui.lab.work import (
    Work,
    begin,
    go_on,
    of_chain,
    with_cell,
    with_dtype,
    with_list,
    with_parameter,
    with_shape,
    with_value,
)
from playground.ui.texts.lab.answers import unreadable_text
from playground.ui.texts.lab.operations import operation_does, operation_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Line, TextLabel, heading

FIRST = "broadcast_add"
LIST_WIDE, SIDE_WIDE, MOST_UNDONE = 232, 300, 100


class Lab(QWidget):
    """`asked` tells a LabQuestion; its answer comes by `show_answer`."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._undone = theme, begin(FIRST), list[Work]()
        self._answer: LabAnswer | None = None
        self._cell, self._loading = (0, -1), False
        self._inputs: dict[str, TensorField] = {}
        self._results: list[TensorField] = []
        self.strip, self.operations, self.sources = Strip(), OperationList(theme), SourcePanel()
        self.parameters, self.card, self.shapes = Parameters(), AnswerCard(theme), ShapesTable(theme)
        self._title = TextLabel("", scale=1.4, bold=True)
        self._row, self._does = TextLabel("", scale=0.88, muted=True), TextLabel("", muted=True, wrap=True)
        self._code, self._note = QLineEdit(self), TextLabel("", scale=0.88, muted=True, wrap=True)
        self._tensors, self._tries = QHBoxLayout(), QVBoxLayout()
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
        for part in (self.operations, self._middle(), self._side()):
            split.addWidget(part)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDE, 800, SIDE_WIDE])

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        column, top, line = QVBoxLayout(middle), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        top.addWidget(self._title)
        top.addWidget(self._row)
        top.addStretch(1)
        self._code.setReadOnly(True)
        self._code.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._code.setAccessibleName(self.tr("The code that is run"))
        copy = QPushButton(self.tr("Copy"), self)
        copy.clicked.connect(self._copy)
        line.addWidget(self._code, 1)
        line.addWidget(copy)
        column.addLayout(top)
        column.addWidget(self._does)
        column.addLayout(line)
        column.addLayout(self._tensors, 1)
        for part in (self.shapes, self.card, Line(), self.parameters, self._note):
            column.addWidget(part)
        return middle

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setProperty("look", "panel")
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.sources)
        column.addWidget(Line())
        column.addLayout(self._tries)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(side)
        return area

    def _connect(self) -> None:
        self.operations.chosen.connect(lambda name: self._take(begin(name)))
        self.strip.looked.connect(lambda step: self._take(self._work.look_at(step)))
        self.strip.followed.connect(lambda name: self._take(go_on(self._work, name)))
        self.strip.script_asked.connect(self._copy)
        self.card.repaired.connect(lambda chain: self._take(of_chain(chain)))
        self.parameters.typed.connect(lambda name, text: self._try(with_parameter, name, text))
        self.parameters.chosen.connect(self._choose)
        self.sources.walked.connect(self._walk)

    def event(self, event: QEvent) -> bool:
        """Undo is the lab's own here, and not that of the network."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.undo()
                return True
        return super().event(event)

    # What is asked

    def show_chain(self, chain: Chain) -> None:
        """Begin with these calls, as a lesson or a link has them."""
        self._take(of_chain(chain))

    def ask(self) -> None:
        """Ask again what is shown, as when the engine has come."""
        self.asked.emit(self._work.question)

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

    def _type_cell(self, name: str, place: int, text: str) -> None:
        tensor = self._tensor(name)
        if tensor is not None:
            self._try(with_cell, name, tensor, place, text)

    def _type_shape(self, name: str, shape: tuple[int, ...]) -> None:
        tensor = self._tensor(name)
        if tensor is not None:
            self._try(with_shape, name, tensor, shape)

    def _tensor(self, name: str) -> LabTensor | None:
        return dict(self._answer.inputs).get(name) if self._answer is not None else None

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(script(self._work.question.chain))
        self._note.setText(self.tr("Copied, with its imports."))

    # What is shown

    def show_work(self, work: Work) -> None:
        """Other calls: their words at once, their tensors as soon as they are answered."""
        name = work.call.operation
        same = self._inputs and self._work.call.operation == name and self._work.at == work.at
        kept = same and dict(self._work.call.inputs).keys() == dict(work.call.inputs).keys()
        self._work = work
        self._title.setText(operation_title(name))
        self._row.setText(OPERATIONS[name].row)
        self._does.setText(operation_does(name))
        self._code.setText(code_of(work.call).replace("\n", "; "))
        self._code.setCursorPosition(0)
        self._note.setText(self.tr("TensorFlow is loading…") if self._loading else "")
        self.operations.show_operation(name)
        self.strip.show_work(work, None)
        if not kept:
            self._cell = (0, -1)
            self._show_inputs()
        self.parameters.show_work(work)
        self._show_tries()
        self.ask()

    def _show_inputs(self) -> None:
        """A field for each input; results come with the answer."""
        empty(self._tensors)
        self._inputs, self._results = {}, []
        operation = OPERATIONS[self._work.call.operation]
        for name, given in self._work.call.inputs:
            if self._inputs:
                self._tensors.addWidget(sign_label(operation.symbol))
            field = self._inputs[name] = TensorField(self._theme, name, given)
            field.cell_typed.connect(partial(self._type_cell, name))
            field.list_typed.connect(partial(self._try, with_list, name))
            field.shape_typed.connect(partial(self._type_shape, name))
            field.dtype_chosen.connect(partial(self._type_dtype, name))
            field.pointed.connect(partial(self._point_input, name))
            field.grid.roomed.connect(self._share_room)
            self._tensors.addWidget(field, 1)

    def _type_dtype(self, name: str, dtype: str) -> None:
        self._take(with_dtype(self._work, name, dtype or None))

    def _show_tries(self) -> None:
        """The usual mistakes, and other calls worth a look."""
        empty(self._tries)
        operation = OPERATIONS[self._work.call.operation]
        for title, codes in (
            (self.tr("Break it"), operation.mistakes),
            (self.tr("Also in the course"), operation.course),
        ):
            if codes:
                self._tries.addWidget(heading(title))
            for code in codes:
                button = CodeButton(code, self)
                button.clicked.connect(lambda _=False, text=code: self.show_chain(read_code(text)))
                self._tries.addWidget(button)

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
        for name, field in self._inputs.items():
            field.show_tensor(self._tensor(name))
        self._show_results(answer)
        self.card.show_answer(answer)
        self.shapes.show_answer(answer)
        marked = frozenset(cell for mark in answer.marks for cell in mark.cells)
        if self._results:
            self._results[0].grid.show_marks(marked)
        self._point(*self._cell)

    def _show_results(self, answer: LabAnswer) -> None:
        if len(self._results) != len(answer.results):
            empty(self._tensors, max(0, 2 * len(self._inputs) - 1))
            self._results = []
            for number in range(len(answer.results)):
                self._tensors.addWidget(sign_label("=" if number == 0 else " "))
                field = TensorField(self._theme, self.tr("result") + (f" {number}" if len(answer.results) > 1 else ""))
                field.pointed.connect(partial(self._point, number))
                field.grid.roomed.connect(self._share_room)
                self._results.append(field)
                self._tensors.addWidget(field, 1)
        for field, result in zip(self._results, answer.results, strict=True):
            field.show_tensor(result)
        for field in self._fields:
            # Wider tensors get more room.
            self._tensors.setStretchFactor(field, max(2, round(field.grid.across)))
        self._share_room()

    @property
    def _fields(self) -> list[TensorField]:
        return [*self._inputs.values(), *self._results]

    def _share_room(self) -> None:
        """All cells are of one size."""
        fields = self._fields
        side = min((field.grid.room_for_cells for field in fields if not field.grid.isHidden()), default=LARGEST)
        for field in fields:
            field.grid.show_cells_of(side)

    # Where numbers come from

    def _point(self, part: int, cell: int) -> None:
        """A ring around a result cell and its sources; the last one stays while the pointer is elsewhere."""
        answer = self._answer
        if answer is None or (cell < 0 and self._cell[1] >= 0 and part == self._cell[0]):
            cell = self._cell[1]
        if answer is None or part >= len(answer.results):
            self.sources.show_cell(None, 0, -1)
            return
        values = answer.results[part].values
        cell = min(cell, -1 if values is None else values.size - 1)
        self._cell = (part, cell)
        sources = answer.sources[part].of(cell) if part < len(answer.sources) and cell >= 0 else ()
        for name, field in self._inputs.items():
            field.grid.show_rings(frozenset(place for one, place in sources if one == name))
        for number, field in enumerate(self._results):
            field.grid.show_rings(frozenset({cell} if number == part and cell >= 0 else ()))
        self.sources.show_cell(answer, part, cell)

    def _point_input(self, name: str, place: int) -> None:
        """A ring around the results that an input cell has a part in."""
        answer = self._answer
        if answer is None or place < 0 or not answer.sources:
            self._point(*self._cell)
            return
        for number, field in enumerate(self._results[: len(answer.sources)]):
            field.grid.show_rings(frozenset(answer.sources[number].reached(name, place)))
        for other, field in self._inputs.items():
            field.grid.show_rings(frozenset({place} if other == name else ()))

    def _walk(self, by: int) -> None:
        part, cell = self._cell
        values = self._answer.results[part].values if self._answer and part < len(self._answer.results) else None
        if values is not None and values.size:
            self._point(part, (cell + by) % values.size)

    def show_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for part in (self.card, self.shapes, self.operations):
            part.show_theme(theme)
        for field in self._fields:
            field.show_theme(theme)
