"""How fast a run goes: gently at first, from one batch a second on, or as fast as possible."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from playground.frames.pace import PACES
from playground.ui.panels.form import WheelGuard
from playground.ui.text import pace_title
from playground.ui.widgets.plain import tip


class PaceBox(QComboBox):
    """The gentle start, then the paces, slowest first; tells of the one that is chosen, by its name in PACES."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(WheelGuard(self))
        for name in PACES:
            self.addItem(pace_title(name), name)
        self.choose("gentle")
        self.setToolTip(tip(self.tr(
            "Speed: slowly, to see the numbers move batch by batch, or as fast as the machine can.\n"
            "A gentle start goes from 10 epochs a second to as fast as possible within some seconds."
        )))  # fmt: skip
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    @property
    def name(self) -> str:
        return str(self.currentData())

    def choose(self, name: str) -> None:
        """Another pace, told of as one chosen by hand."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(name))
        self.chosen.emit(name)
