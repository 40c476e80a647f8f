"""Which two of many inputs span the plane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from playground.ui import text
from playground.ui.widgets.plain import PlainLabel, tip


class AxesRow(QWidget):
    """Two lists of inputs, hidden where there are only two. Emits `changed` when a person chooses."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.across, self.up = QComboBox(self), QComboBox(self)
        self.across.setAccessibleName(self.tr("Input from left to right"))
        self.up.setAccessibleName(self.tr("Input from bottom to top"))
        self.across.setToolTip(tip(self.across.accessibleName()))
        self.up.setToolTip(tip(self.up.accessibleName()))
        self.versus = PlainLabel("×", self)
        self.versus.setFixedWidth(self.versus.sizeHint().width() + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for combo in (self.across, self.up):
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            combo.setMinimumContentsLength(6)
        row.addWidget(self.across, 1)
        row.addWidget(self.versus)
        row.addWidget(self.up, 1)
        self._before = (0, 1)
        self.across.currentIndexChanged.connect(lambda: self._choose(self.across))
        self.up.currentIndexChanged.connect(lambda: self._choose(self.up))
        self.hide()

    @property
    def axes(self) -> tuple[int, int]:
        """The chosen inputs by index: across, up."""
        return self._before

    def show_inputs(self, inputs: Sequence[str], axes: tuple[int, int]) -> None:
        for combo, axis in ((self.across, axes[0]), (self.up, axes[1])):
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItems([text.feature_title(name) for name in inputs])
                combo.setCurrentIndex(axis)
        self._before = axes
        self.setVisible(len(inputs) > 2)

    def _choose(self, combo: QComboBox) -> None:
        """Choosing the other list's input swaps the two."""
        other = self.up if combo is self.across else self.across
        if combo.currentIndex() == other.currentIndex():
            with QSignalBlocker(other):
                other.setCurrentIndex(self._before[0 if combo is self.across else 1])
        self._before = (self.across.currentIndex(), self.up.currentIndex())
        self.changed.emit()
