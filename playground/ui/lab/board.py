"""The tensors of one call beside each other, and which of their cells belong together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from playground.frames.lab import LabAnswer, LabTensor
from playground.lab.operations.table import OPERATIONS
from playground.lab.values import Call
from playground.ui.lab.laying import empty
from playground.ui.lab.sheet import LARGEST
from playground.ui.lab.tensor_field import TensorField, sign_label
from playground.ui.theme import Theme

NOWHERE = (0, -1)


class Board(QWidget):
    """Signals tell what was typed of an input, by its name; `pointed` a result and a flat place of it."""

    cell_typed = Signal(str, int, str)
    list_typed = Signal(str, str)
    shape_typed = Signal(str, object)
    dtype_chosen = Signal(str, str)
    pointed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer: LabAnswer | None = None
        self.inputs: dict[str, TensorField] = {}
        self.results: list[TensorField] = []
        self._cell = NOWHERE
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    # What is shown

    def show_call(self, call: Call) -> None:
        """A field for each input; what is in them, and results, come with the answer."""
        empty(self._row)
        self.inputs, self.results, self._cell = {}, [], NOWHERE
        symbol = OPERATIONS[call.operation].symbol
        for name, given in call.inputs:
            if self.inputs:
                self._row.addWidget(sign_label(symbol))
            field = self.inputs[name] = TensorField(self._theme, name, given)
            field.cell_typed.connect(partial(self.cell_typed.emit, name))
            field.list_typed.connect(partial(self.list_typed.emit, name))
            field.shape_typed.connect(partial(self.shape_typed.emit, name))
            field.dtype_chosen.connect(partial(self.dtype_chosen.emit, name))
            field.pointed.connect(partial(self._point_input, name))
            field.grid.roomed.connect(self._share_room)
            self._row.addWidget(field, 1)
        self._make_results(1)

    def show_answer(self, answer: LabAnswer) -> None:
        """Inputs as the engine has them, results, what is marked in them; the cell pointed at stays."""
        self._answer = answer
        for name, field in self.inputs.items():
            field.show_tensor(self.tensor(name))
        self._show_results(answer)
        if self.results:
            self.results[0].grid.show_marks(frozenset(cell for mark in answer.marks for cell in mark.cells))
        self.point(*self._cell)

    def tensor(self, name: str) -> LabTensor | None:
        """An input as the engine has it."""
        return dict(self._answer.inputs).get(name) if self._answer is not None else None

    def _show_results(self, answer: LabAnswer) -> None:
        self._make_results(len(answer.results))
        for field, result in zip(self.results, answer.results, strict=True):
            field.show_tensor(result)
        for field in self._fields:
            # Wider tensors get more room.
            self._row.setStretchFactor(field, max(2, round(field.grid.across)))
        self._share_room()

    def _make_results(self, count: int) -> None:
        """So many fields, which are there before the answer, so that a lesson can point at them."""
        if len(self.results) == count:
            return
        empty(self._row, max(0, 2 * len(self.inputs) - 1))
        self.results = []
        for number in range(count):
            self._row.addWidget(sign_label("=" if number == 0 else " "))
            field = TensorField(self._theme, self.tr("result") + (f" {number}" if count > 1 else ""))
            field.setObjectName("" if number else "lab:result")
            field.pointed.connect(partial(self.point, number))
            field.grid.roomed.connect(self._share_room)
            self.results.append(field)
            self._row.addWidget(field, 1)

    @property
    def _fields(self) -> list[TensorField]:
        return [*self.inputs.values(), *self.results]

    def _share_room(self) -> None:
        """All cells are of one size."""
        fields = self._fields
        side = min((field.grid.room_for_cells for field in fields if not field.grid.isHidden()), default=LARGEST)
        for field in fields:
            field.grid.show_cells_of(side)

    # Where numbers come from

    def point(self, part: int, cell: int) -> None:
        """A ring around a result cell and its sources; the last one stays while the pointer is elsewhere."""
        answer = self._answer
        if cell < 0 and part == self._cell[0]:
            cell = self._cell[1]
        if answer is None or part >= len(answer.results):
            self.pointed.emit(*NOWHERE)
            return
        values = answer.results[part].values
        cell = min(cell, -1 if values is None else values.size - 1)
        self._cell = (part, cell)
        sources = answer.sources[part].of(cell) if part < len(answer.sources) and cell >= 0 else ()
        for name, field in self.inputs.items():
            field.grid.show_rings(frozenset(place for one, place in sources if one == name))
        for number, field in enumerate(self.results):
            field.grid.show_rings(frozenset({cell} if number == part and cell >= 0 else ()))
        self.pointed.emit(part, cell)

    def _point_input(self, name: str, place: int) -> None:
        """A ring around the results that an input cell has a part in."""
        answer = self._answer
        if answer is None or place < 0 or not answer.sources:
            self.point(*self._cell)
            return
        for number, field in enumerate(self.results[: len(answer.sources)]):
            field.grid.show_rings(frozenset(answer.sources[number].reached(name, place)))
        for other, field in self.inputs.items():
            field.grid.show_rings(frozenset({place} if other == name else ()))

    def walk(self, by: int) -> None:
        """To the cell so many further on, from the last one to the first."""
        part, cell = self._cell
        values = self._answer.results[part].values if self._answer and part < len(self._answer.results) else None
        if values is not None and values.size:
            self.point(part, (cell + by) % values.size)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for field in self._fields:
            field.show_theme(theme)
