"""All gradients of a walk as a table: each weight, its gradient by hand, the tape's, and how far they are apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from playground.document.document import Document
from playground.ui.texts.numbers import number_text
from playground.ui.theme import Theme
from playground.ui.walk.by_hand import ByHand
from playground.ui.walk.formula import Weight
from playground.ui.walk.pens import signed_colour
from playground.ui.walk.said import SAME, weight_text
from playground.ui.walk.sheet import Sheet, side_of

DIGITS = 6
Index = QModelIndex | QPersistentModelIndex
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """A row for each weight: where it is, (rows,) and value, by hand, by the tape, (rows, 3); by hand nan in a box."""

    weights: tuple[Weight, ...]
    numbers: Values


def rows_of(hand: ByHand) -> Rows:
    """Every weight whose gradient is told, in the order of the network."""
    weights: list[Weight] = []
    numbers = []
    for stop in hand.walk.stops:
        for array, (values, gradient) in enumerate(zip(stop.arrays, stop.gradients, strict=True)):
            own = hand.weights(stop.node, array)
            by_hand = np.full(values.shape, np.nan) if own is None else own
            weights += [(stop.node, array, place) for place in np.ndindex(values.shape)]
            numbers.append(np.stack([values.ravel(), by_hand.ravel(), gradient.ravel()], axis=1).astype(float))
    return Rows(tuple(weights), np.concatenate(numbers) if numbers else np.zeros((0, 3)))


class Gradients(QAbstractTableModel):
    """The rows for a view."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.rows = theme, Rows((), np.zeros((0, 3)))
        self._hand: ByHand | None = None
        self._document: Document | None = None

    def show_walk(self, hand: ByHand, document: Document) -> None:
        rows = rows_of(hand)
        anew = rows.weights != self.rows.weights
        if anew:
            self.beginResetModel()
        self.rows, self._hand, self._document = rows, hand, document
        if anew:
            self.endResetModel()
        elif rows.weights:
            # A live walk: what is chosen and where it is scrolled to stay.
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows.weights)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(section)
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            self.tr("Weight"), self.tr("Value"), self.tr("∂L/∂w by hand"), self.tr("by the tape"),
            self.tr("Difference"),
        )  # fmt: skip
        return names[section]

    def data(self, index: Index, role: int = 0) -> object:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(column)
        if role == Qt.ItemDataRole.ForegroundRole and column:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(row) if column == 0 else self._number(row, column)
        return None

    def _number(self, row: int, column: int) -> str:
        value, by_hand, tape = self.rows.numbers[row]
        number = (value, by_hand, tape, by_hand - tape)[column - 1]
        if np.isnan(number):
            return "–"
        if column == 4:
            return number_text(abs(number), 2) + (" ✓" if self._agrees(row) else " ≠")
        return number_text(float(number), DIGITS)

    def _agrees(self, row: int) -> bool:
        _, by_hand, tape = self.rows.numbers[row]
        return bool(abs(by_hand - tape) <= SAME * max(1.0, abs(tape)))

    def _colour(self, row: int, column: int) -> object:
        if column in (2, 3):
            return signed_colour(float(np.nan_to_num(self.rows.numbers[row][column - 1])), self.theme)
        if column == 4 and not np.isnan(self.rows.numbers[row][1]):
            return self.theme.colour("good" if self._agrees(row) else "problem")
        return None

    def _name(self, row: int) -> str:
        assert self._hand is not None
        assert self._document is not None
        node, array, place = weight = self.rows.weights[row]
        names = self._document.graph.by_id[node].layer.weight_names
        told = f"{names[array]}[{', '.join(map(str, place))}]"
        if node not in self._hand.deltas:
            return f"{self._document.graph.by_id[node].name or node}  {told}"
        return f"{weight_text(weight, self._hand, self._document)}  {told}"


class GradientTable(Sheet):
    """`chosen(weight)`: the one of a row that a person goes to."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.gradients = Gradients(theme, parent)
        super().__init__("walk_table", self.gradients, parent)
        self.setAccessibleName(self.tr("All gradients"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._choose(now.row()))
        self.show_theme(theme)

    def show_walk(self, hand: ByHand, document: Document, weight: Weight | None) -> None:
        """All of this walk, the row of a weight marked."""
        self.gradients.show_walk(hand, document)
        weights = self.gradients.rows.weights
        with QSignalBlocker(self.selectionModel()):
            if weight in weights:
                self.selectRow(weights.index(weight))
            else:
                self.clearSelection()
        self.viewport().update()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.gradients.rows.weights):
            self.chosen.emit(self.gradients.rows.weights[row])

    def show_theme(self, theme: Theme) -> None:
        self.gradients.theme = theme
        super().show_theme(theme)
