"""A tensor with its name, shape, kind and size above it, and of an input what its shape and kind are to be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from playground.frames.lab import LabTensor
from playground.lab.reading import Unreadable, read_value
from playground.lab.values import DTYPES, Earlier, Filled, Given, Typed
from playground.ui.lab.grid import TensorGrid
from playground.ui.theme import Theme
from playground.ui.widgets.parts import TextLabel

# A sign stands beside the first row of cells.
SIGN_DOWN = 56


class TensorField(QWidget):
    """Signals tell of an input what was typed: a cell, a whole list, a shape, a kind ("" leaves it to TensorFlow)."""

    cell_typed = Signal(int, str)
    list_typed = Signal(str)
    shape_typed = Signal(object)
    dtype_chosen = Signal(str)
    pointed = Signal(int)

    def __init__(self, theme: Theme, name: str, given: Given | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = TensorGrid(theme, editable=isinstance(given, Typed | Filled), parent=self)
        self.grid.typed.connect(self.cell_typed)
        self.grid.pointed.connect(self.pointed)
        self.facts = TextLabel("", scale=0.88, muted=True, wrap=True)
        self._missing = TextLabel("", muted=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(name, bold=True))
        column.addWidget(self.facts)
        column.addWidget(self.grid, 1)
        column.addWidget(self._missing)
        self._shape = QLineEdit(self)
        self._dtype = QComboBox(self)
        if isinstance(given, Typed | Filled):
            column.addLayout(self._fields(name, given))
        else:
            self._shape.hide()
            self._dtype.hide()
        if isinstance(given, Earlier):
            self._missing.setText(self.tr("The result of step %1").replace("%1", str(given.step + 1)))

    def _fields(self, name: str, given: Typed | Filled) -> QHBoxLayout:
        """What an input's shape and kind are to be; a list may be pasted in place of a shape."""
        self._shape.setAccessibleName(self.tr("Shape of %1").replace("%1", name))
        self._shape.setToolTip(self.tr("A shape such as [2, 3], or a pasted list of numbers inside lists"))
        self._shape.editingFinished.connect(self._type_shape)
        self._dtype.setAccessibleName(self.tr("Kind of numbers of %1").replace("%1", name))
        self._dtype.addItem(self.tr("as typed"), "")
        for dtype in DTYPES:
            self._dtype.addItem(dtype, dtype)
        self._dtype.setCurrentIndex(max(0, self._dtype.findData(given.dtype or "")))
        self._dtype.activated.connect(lambda _: self.dtype_chosen.emit(self._dtype.currentData()))
        row = QHBoxLayout()
        row.addWidget(self._shape, 1)
        row.addWidget(self._dtype)
        return row

    def _type_shape(self) -> None:
        """A list of lengths is a shape; lists inside it are the cells themselves."""
        text = self._shape.text()
        if not self._shape.isModified():
            return
        self._shape.setModified(False)
        try:
            value = read_value(text)
        except Unreadable:
            return
        if isinstance(value, tuple) and all(
            isinstance(one, int) and not isinstance(one, bool) and one >= 0 for one in value
        ):
            self.shape_typed.emit(value)
        else:
            self.list_typed.emit(text)

    def show_tensor(self, tensor: LabTensor | None) -> None:
        """Another tensor, as the engine has it; None where it could not be made."""
        self.grid.show_tensor(tensor)
        shown = tensor is not None and tensor.values is not None
        self.grid.setVisible(shown)
        if tensor is None:
            self.facts.setText(self.tr("no tensor"))
            return
        self.facts.setText(f"{shape_text(tensor.shape)}  ·  {tensor.dtype}  ·  {self._size_text(tensor.size)}")
        if not self._shape.hasFocus():
            self._shape.setText(shape_text(tensor.shape))
        if not shown:
            self._missing.setText(self.tr("Too many cells to show: only the shape is told."))

    def _size_text(self, size: int) -> str:
        return self.tr("1 byte") if size == 1 else self.tr("%1 bytes").replace("%1", f"{size:,}")

    def show_theme(self, theme: Theme) -> None:
        self.grid.show_theme(theme)


def shape_text(shape: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, shape))}]"


def sign_label(symbol: str) -> QLabel:
    """What stands between two tensors."""
    label = TextLabel(symbol, scale=1.4, muted=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(6, SIGN_DOWN, 6, 0)
    return label
