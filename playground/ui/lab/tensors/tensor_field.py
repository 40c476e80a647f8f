"""A tensor with its name above it, and its shape, kind and size."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.frames.lab import LabTensor
from playground.lab.values import Earlier, Filled, Given, Typed
from playground.ui.lab.tensors.grid import TensorGrid
from playground.ui.lab.tensors.sheet import Places
from playground.ui.theme import Theme
from playground.ui.widgets.parts import CutLabel, TextLabel


class TensorField(QWidget):
    """`cell_typed` tells a flat place and what was typed there, `pointed` the place under the pointer, or -1."""

    cell_typed = Signal(int, str)
    pointed = Signal(int)
    pasted = Signal()

    def __init__(self, theme: Theme, name: str, given: Given | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.grid = TensorGrid(theme, editable=isinstance(given, Typed | Filled), parent=self)
        self.grid.typed.connect(self.cell_typed)
        self.grid.pointed.connect(self.pointed)
        self.grid.pasted.connect(self.pasted)
        self.name, self.facts = CutLabel(name, bold=True), TextLabel("", scale=0.88, muted=True)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self._missing = TextLabel("", scale=0.88, muted=True, wrap=True)
        if isinstance(given, Earlier):
            self.name.setText(self.tr("{name}, the result of step {step}").format(name=name, step=given.step + 1))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        for part in (self.name, self.facts, self.grid, self._missing):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def show_below(self, below: bool) -> None:
        """Its name below the cells, or above them."""
        self._column.setDirection(QBoxLayout.Direction.BottomToTop if below else QBoxLayout.Direction.TopToBottom)

    @property
    def head(self) -> int:
        """How much stands above its grid, or below, in pixels."""
        return self.name.sizeHint().height() + self.facts.sizeHint().height() + 2 * self._column.spacing()

    def show_tensor(
        self,
        tensor: LabTensor | None,
        largest: float,
        places: Places | None = None,
        red: tuple[int, ...] = (),
        turned: bool = False,
    ) -> None:
        """Another tensor, as the engine has it; None where it could not be made. The axes in `red` do not fit.

        largest: the largest number on the board. turned: its first axis runs across.
        """
        self.grid.show_tensor(tensor, places, largest, red, turned)
        shown = tensor is not None and tensor.values is not None
        self.grid.setVisible(shown)
        self._missing.setVisible(tensor is not None and not shown)
        if tensor is None:
            self.facts.setText(self.tr("no tensor"))
            return
        colour = self._theme.colour("problem").name()
        lengths = [
            f"<b style='color:{colour}'>{length}</b>" if axis in red else str(length)
            for axis, length in enumerate(tensor.shape)
        ]
        self.facts.setText(f"[{', '.join(lengths)}] · {tensor.dtype} · {self._size_text(tensor.size)}")
        if not shown:
            self._missing.setText(self.tr("Too many cells to show: only the shape is told."))

    def _size_text(self, size: int) -> str:
        return self.tr("1 byte") if size == 1 else self.tr("%1 bytes").replace("%1", f"{size:,}")

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.grid.show_theme(theme)


def shape_text(shape: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, shape))}]"


def sign_label(symbol: str, parent: QWidget) -> QLabel:
    """What stands between two tensors."""
    label = TextLabel(symbol, scale=1.4, muted=True, parent=parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
