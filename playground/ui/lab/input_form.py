"""What the inputs of a call are to be: their shapes and kinds, other numbers, one input more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from playground.frames.lab import LabAnswer
from playground.lab.operations.table import OPERATIONS
from playground.lab.reading import Unreadable, read_value
from playground.lab.values import DTYPES, Call, Filled, Typed
from playground.ui.lab.laying import empty
from playground.ui.lab.tensors.tensor_field import shape_text
from playground.ui.lab.work import next_input
from playground.ui.widgets.parts import TextLabel
from playground.ui.widgets.plain import tip

# A shape has at least this much room, and this much beside it.
LEAST_WIDE, BESIDE, STEP_WIDE = 72, 26, 24


class InputForm(QWidget):
    """Signals tell of an input, by its name, a whole list, a shape, a kind ("" leaves it to TensorFlow).

    `stepped`: a shape by its buttons. `paste_asked`: the clipboard has the list.
    """

    list_typed = Signal(str, str)
    shape_typed = Signal(str, object)
    stepped = Signal(str, object)
    dtype_chosen = Signal(str, str)
    added = Signal(str)
    others_asked = Signal()
    paste_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        # What acts on them; stands where the lab has room for it, beside the title.
        self.buttons = QWidget()
        self._acts = QHBoxLayout(self.buttons)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(12)
        self._shapes: dict[str, QLineEdit] = {}

    def show_call(self, call: Call) -> None:
        """A shape and a kind for each input that is not an earlier result."""
        empty(self._row)
        empty(self._acts)
        self._shapes = {}
        for name, given in call.inputs:
            if isinstance(given, Typed | Filled):
                self._row.addWidget(self._fields(name, given))
        more = next_input(call)
        if more:
            self._acts.addWidget(self._button(self.tr("Add {name}").format(name=more), partial(self.added.emit, more)))
        if any(name in OPERATIONS[call.operation].followed for name in self._shapes):
            self._acts.addWidget(self._button(self.tr("Other numbers"), self.others_asked.emit))
        if self._shapes:
            self._acts.addWidget(self._paste_button())

    def _paste_button(self) -> QWidget:
        """Into the one input, or into which of them."""
        names = list(self._shapes)
        whole = self._button(self.tr("Paste a list"), partial(self.paste_asked.emit, names[0]))
        button = whole.findChild(QPushButton)
        assert button is not None
        button.setToolTip(self.tr("From the clipboard: [[1, 2], [3, 4]], or rows as a spreadsheet copies them"))
        if len(names) > 1:
            menu = QMenu(button)
            for name in names:
                menu.addAction(name).triggered.connect(partial(self.paste_asked.emit, name))
            button.setMenu(menu)
        return whole

    def show_answer(self, answer: LabAnswer) -> None:
        """The shapes that the inputs have."""
        for name, tensor in answer.inputs:
            line = self._shapes.get(name)
            if line is not None and not line.hasFocus():
                line.setText(shape_text(tensor.shape))
                line.setFixedWidth(max(LEAST_WIDE, line.fontMetrics().horizontalAdvance(line.text()) + BESIDE))

    def _button(self, words: str, then: Callable[[], None]) -> QWidget:
        whole, button = QWidget(self), QPushButton(words)
        button.clicked.connect(lambda: None if button.menu() else then())
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(button)
        return whole

    def _fields(self, name: str, given: Typed | Filled) -> QWidget:
        whole, row = QWidget(self), QHBoxLayout()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = TextLabel(self.tr("Shape and kind of {name}").format(name=name), scale=0.88, muted=True)
        column.addWidget(label)
        column.addLayout(row)
        row.setSpacing(2)
        row.addWidget(self._line(name))
        for text, by in (("−", -1), ("+", 1)):
            longer = self.tr("Make the last axis of {name} longer").format(name=name)
            shorter = self.tr("Make the last axis of {name} shorter").format(name=name)
            button = QToolButton(self)
            button.setText(text)
            button.setFixedWidth(STEP_WIDE)
            button.setToolTip(tip(longer if by > 0 else shorter))
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(partial(self._step, name, by))
            row.addWidget(button)
        row.addWidget(self._kinds(name, given))
        return whole

    def _line(self, name: str) -> QLineEdit:
        line = self._shapes[name] = QLineEdit(self)
        line.setAccessibleName(self.tr("Shape of {name}").format(name=name))
        line.setToolTip(self.tr("A shape such as [2, 3]; lists inside a list are taken for the cells themselves"))
        line.editingFinished.connect(partial(self._type, name))
        return line

    def _kinds(self, name: str, given: Typed | Filled) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Kind of numbers of {name}").format(name=name))
        box.addItem(self.tr("as typed"), "")
        for dtype in DTYPES:
            box.addItem(dtype, dtype)
        box.setCurrentIndex(max(0, box.findData(given.dtype or "")))
        box.activated.connect(lambda _: self.dtype_chosen.emit(name, box.currentData()))
        return box

    def _step(self, name: str, by: int) -> None:
        """The last axis one longer or shorter."""
        shape = _lengths(self._shapes[name].text())
        if shape and shape[-1] + by >= 1:
            self.stepped.emit(name, (*shape[:-1], shape[-1] + by))

    def _type(self, name: str) -> None:
        """A list of lengths is a shape; lists inside it are the cells themselves."""
        line = self._shapes[name]
        if not line.isModified():
            return
        line.setModified(False)
        shape = _lengths(line.text())
        if shape is not None:
            self.shape_typed.emit(name, shape)
        else:
            self.list_typed.emit(name, line.text())


def _lengths(text: str) -> tuple[int, ...] | None:
    try:
        value = read_value(text)
    except Unreadable:
        return None
    parts = value if isinstance(value, tuple) else (None,)
    lengths = tuple(one for one in parts if isinstance(one, int) and not isinstance(one, bool) and one >= 0)
    return lengths if len(lengths) == len(parts) else None
