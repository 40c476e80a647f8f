"""The lines of the table of runs, as Qt's tables read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from playground.runs.experiment import Experiment
from playground.runs.lines import Line, Look, lines, names_of
from playground.runs.rows import Progress, Row
from playground.ui.experiment.cells import STATE, Cells, cell_text, columns_of
from playground.ui.texts.runs.plan import axis_title, measure_title
from playground.ui.widgets.plain import tip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table is of: the experiment, the furthest row of each run, and those under way, by their keys."""

    experiment: Experiment | None = None
    rows: Mapping[str, Row] = field(default_factory=dict)
    under_way: Mapping[str, Progress] = field(default_factory=dict)


class RunsModel(QAbstractTableModel):
    """The lines as a table for Qt."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self.look = Shown(), Look()
        self.lines: tuple[Line, ...] = ()
        self.columns: tuple[str, ...] = ()

    def show(self, shown: Shown, look: Look, keep_order: bool = False) -> None:
        """`keep_order`: only what stands in the lines is new, where they are still the same runs."""
        found = lines(shown.experiment.trials, shown.rows, look) if shown.experiment is not None else ()
        columns = columns_of(names_of(shown.experiment.trials)) if shown.experiment is not None else ()
        same = {(line.is_group, line.name) for line in found} == {(line.is_group, line.name) for line in self.lines}
        if keep_order and same and columns == self.columns:
            by_name = {(line.is_group, line.name): line for line in found}
            found = tuple(by_name[line.is_group, line.name] for line in self.lines)
        moved = columns != self.columns or [one.name for one in found] != [one.name for one in self.lines]
        if moved:
            self.beginResetModel()
        self.shown, self.look, self.lines, self.columns = shown, look, found, columns
        if moved:
            self.endResetModel()
        elif found:
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, len(columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, column = self.lines[index.row()], self.columns[index.column()]
        # In a narrow window they are cut.
        is_long = role == Qt.ItemDataRole.ToolTipRole and column in (STATE, "test_loss")
        if role == Qt.ItemDataRole.DisplayRole or is_long:
            cells = Cells(self.shown.rows, self.shown.under_way)
            words = cell_text(line, column, cells, line.name in self.look.opened, index.column() == 0)
            return tip(words) if is_long else words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = column == STATE or index.column() == 0
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column, experiment = self.columns[section], self.shown.experiment
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and experiment is not None:
            is_setting = column in names_of(experiment.trials)
            title = axis_title(experiment.base, column) if is_setting else measure_title(column)
            return tip(title) if role == Qt.ItemDataRole.ToolTipRole else title
        return None
