"""Two pages of the weights: all layers' histograms, and one layer's arrays as a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from playground.frames.arrays import Floats
from playground.ui.plots.charts.legend import ColourLegend
from playground.ui.plots.weights.weight_arrays import kernel_and_bias
from playground.ui.plots.weights.weight_matrix import WeightMatrix
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font
from playground.ui.widgets.plain import PlainLabel, tip


def scrolled(part: QWidget) -> QScrollArea:
    """The part in an area that scrolls up and down, on the ground of what is behind it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(part)
    area.viewport().setAutoFillBackground(False)
    part.setAutoFillBackground(False)
    return area


class MatrixPage(QWidget):
    """The picture with its legend, the choice of the array, and a way back: `left`."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(self.tr("‹ All layers"), self)
        self.back.setProperty("look", "link")
        self.back.clicked.connect(self.left)
        self.name = PlainLabel(parent=self)
        self.array = QComboBox(self)
        self.array.setAccessibleName(self.tr("Array of weights"))
        self.array.setToolTip(tip(self.array.accessibleName()))
        self.array.currentIndexChanged.connect(lambda: self._draw())
        self.matrix = WeightMatrix(theme, self)
        self.matrix.left.connect(self.left)
        self.matrix.pointed.connect(self._show_pointed)
        self.legend = ColourLegend(theme, self)
        self.words = PlainLabel(parent=self)
        self._arrange()
        self._arrays: dict[str, Floats] = {}

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        head.addWidget(self.array)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.matrix, 1)
        column.addWidget(self.words)
        column.addWidget(self.legend)

    def show_theme(self, theme: Theme) -> None:
        self.matrix.show_theme(theme)
        self.legend.show_theme(theme)
        font = scaled_font(SMALLER, of=self.font())
        for part in (self.words, self.back, self.array):
            part.setFont(font)
        self.name.setFont(scaled_font(bold=True, of=font))
        self.words.setStyleSheet(f"color: {theme.muted}")

    def show_layer(self, title: str, names: Sequence[str], arrays: Sequence[Floats]) -> None:
        """This layer's arrays, under the names that Keras has for them; the bias stands below the kernel."""
        found = kernel_and_bias(names, arrays)
        offered = [name for name in found if name != "bias" or len(found) == 1]
        self._arrays = found
        self.name.setText(title)
        if offered != [self.array.itemText(at) for at in range(self.array.count())]:
            with QSignalBlocker(self.array):
                self.array.clear()
                self.array.addItems(offered)
            self.matrix.at = None
        self.array.setVisible(len(offered) > 1)
        self._draw()

    @property
    def shown(self) -> tuple[str, Floats, Floats | None] | None:
        """The chosen array's name, the array, and the bias beside it."""
        name = self.array.currentText()
        if name not in self._arrays:
            return None
        return name, self._arrays[name], self._arrays.get("bias") if name == "kernel" else None

    def _draw(self) -> None:
        if self.shown is None:
            return
        _, array, bias = self.shown
        self.matrix.show_array(array, bias)
        limit = number_text(self.matrix.limit)
        self.legend.show_range(f"−{limit}", f"+{limit}")
        if not self.matrix.at:
            self._show_pointed("")

    def _show_pointed(self, words: str) -> None:
        self.words.setText(words or self.tr("Point at a weight for its value."))
