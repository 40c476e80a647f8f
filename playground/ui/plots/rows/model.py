"""The rows as Qt's tables have them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from playground.ui.plots.rows.content import Content
from playground.ui.theme import CLASS_COLOURS, NEGATIVE, POSITIVE, Theme
from playground.ui.widgets.fonts import SMALLER, scaled_font

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
RIGHT, MIDDLE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
# Before the columns of the content: the row's number, and its part of the data.
BEFORE = 2


class RowModel(QAbstractTableModel):
    """Shows `order`, indices into the content's rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.content: Content | None = None
        self.order: NDArray[np.intp] = np.zeros(0, np.intp)

    def show_rows(self, content: Content | None, order: NDArray[np.intp]) -> None:
        """Other rows, or an other order; a reset only where there are other columns."""
        columns = () if content is None else tuple(each.name for each in content.columns)
        before = () if self.content is None else tuple(each.name for each in self.content.columns)
        anew = columns != before or len(order) != len(self.order)
        if anew:
            self.beginResetModel()
        self.content, self.order = content, order
        if anew:
            self.endResetModel()
        elif len(order):
            self.dataChanged.emit(self.index(0, 0), self.index(len(order) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.content is None else BEFORE + len(self.content.columns)

    def title(self, section: int) -> str:
        """The name of a column, with its unit."""
        if section < BEFORE or self.content is None:
            return (self.tr("row"), self.tr("part"))[section]
        column = self.content.columns[section - BEFORE]
        return f"{column.name} ({column.unit})" if column.unit else column.name

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == ROLE.DisplayRole and section < self.columnCount():
            return self.title(section)
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if self.content is None or not index.isValid():
            return None
        row, column = int(self.order[index.row()]), index.column() - BEFORE
        match role:
            case ROLE.DisplayRole:
                return self.words(row, column)
            case ROLE.TextAlignmentRole:
                number = column == -BEFORE or (column >= 0 and not self.content.columns[column].words)
                return (RIGHT if number else Qt.AlignmentFlag.AlignLeft) | MIDDLE
            case ROLE.ForegroundRole:
                return self._ink(row, column)
            case ROLE.DecorationRole:
                return self._mark(row, column)
            case ROLE.FontRole if column == 1 and self.content.wrong[row]:
                return scaled_font(SMALLER, bold=True)
            case ROLE.BackgroundRole if column == 1 and self.content.wrong[row]:
                return self.theme.colour("note")
        return None

    def words(self, row: int, column: int) -> str:
        """What stands in a cell; `row` is the content's, the columns before the first are -2 and -1."""
        assert self.content is not None
        if column == -BEFORE:
            return f"{int(self.content.rows[row]) + 1}"
        if column < 0:
            return self.tr("validation") if self.content.tests[row] else self.tr("train")
        return self.content.text(column, row)

    def _ink(self, row: int, column: int) -> QColor:
        assert self.content is not None
        if column == -1:
            return self.theme.colour("validation" if self.content.tests[row] else "train")
        return self.theme.colour("muted" if column < 0 else "ink")

    def _mark(self, row: int, column: int) -> QColor | None:
        """The colour of a class, before its name."""
        content = self.content
        assert content is not None
        if column not in ((0, 1) if content.predicts else (0,)) or not content.columns[0].words:
            return None
        value = content.columns[column].values[row]
        return QColor(*class_colour(int(value), len(content.columns[0].words))) if np.isfinite(value) else None


def class_colour(place: int, classes: int) -> tuple[int, int, int]:
    """The colour of a class on every plane: of two, orange for the first and blue for the second."""
    if classes == 2:
        return POSITIVE if place else NEGATIVE
    return CLASS_COLOURS[place % len(CLASS_COLOURS)]
