"""The table of runs: groups with mean and spread, runs with small live curves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.runs.lines import Line, Look, names_of, usual_groups
from playground.runs.trials import Trial
from playground.ui.experiment.cells import LEAST, STATE, fitted
from playground.ui.experiment.curve_cell import CurveCell
from playground.ui.experiment.runs_model import RunsModel, Shown
from playground.ui.theme import Theme

HIGH = 27
CURVE_WIDE = 150


class RunsTable(QTableView):
    """`looked` carries the Trial under the pointer or the cursor, None for none; `opened` one to be put on the canvas,
    `pinned` one to stand beside it as a rival."""

    looked = Signal(object)
    opened = Signal(object)
    pinned = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs = RunsModel(self)
        self.look = Look()
        self.setModel(self.runs)
        self.curve = CurveCell(self.runs, theme, self)
        self.setItemDelegate(self.curve)
        self.setAccessibleName(self.tr("Runs"))
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(HIGH)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._sort_by)

    # What is seen

    def show_runs(self, shown: Shown) -> None:
        """While the pointer is over it nothing moves under it."""
        before = self.runs.shown.experiment
        if shown.experiment is not None and (before is None or before.trials is not shown.experiment.trials):
            self._take(shown)
        busy = bool(shown.under_way) and self.underMouse()
        self.runs.show(shown, self.look, keep_order=busy)

    def _take(self, shown: Shown) -> None:
        before, experiment = self.runs.shown.experiment, shown.experiment
        assert experiment is not None
        if before is None or names_of(before.trials) != names_of(experiment.trials) or not self.look.grouped_by:
            self.look = Look(usual_groups(experiment.trials))
        self.runs.show(shown, self.look)
        if self.runs.columns:
            self._show_sorting()
            self._fold()

    def _fold(self) -> None:
        """Narrower, or left out, where there is no room, so that what became of a run is seen without scrolling."""
        columns = self.runs.columns
        wished = {name: CURVE_WIDE if name == "curve" else self._width(at) for at, name in enumerate(columns)}
        widths = fitted(wished, self.viewport().width())
        for at, name in enumerate(columns):
            self.setColumnHidden(at, name not in widths)
            if name in widths:
                self.setColumnWidth(at, widths[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _width(self, at: int) -> int:
        title = str(self.runs.headerData(at, Qt.Orientation.Horizontal))
        wanted = self.fontMetrics().horizontalAdvance(title) + 22
        least = {"test_loss": 136, STATE: LEAST[STATE]}.get(self.runs.columns[at], 92 if at == 0 else 58)
        return max(wanted, least)

    def change(self, look: Look) -> None:
        """Look at it in another way."""
        self.look = look
        self.runs.show(self.runs.shown, look)
        self._show_sorting()

    def _show_sorting(self) -> None:
        if self.look.sorted_by in self.runs.columns:
            order = Qt.SortOrder.DescendingOrder if self.look.descending else Qt.SortOrder.AscendingOrder
            self.horizontalHeader().setSortIndicator(self.runs.columns.index(self.look.sorted_by), order)

    def _sort_by(self, section: int) -> None:
        column = {"curve": "test_loss", STATE: "epochs", "median": "test_loss", "n": "test_loss"}.get(
            self.runs.columns[section], self.runs.columns[section]
        )
        again = column == self.look.sorted_by
        self.change(replace(self.look, sorted_by=column, descending=again and not self.look.descending))

    def show_theme(self, theme: Theme) -> None:
        self.curve.theme = theme
        self.viewport().update()

    # What a person does

    def _line(self, row: int) -> Line | None:
        return self.runs.lines[row] if 0 <= row < len(self.runs.lines) else None

    def best_of(self, line: Line) -> Trial:
        """The run that stands for a line: its only one, or the best of the group."""

        def loss(trial: Trial) -> float:
            row = self.runs.shown.rows.get(trial.key)
            found = row.numbers.get("test_loss") if row is not None and row.state in ("done", "stopped") else None
            return float(found) if isinstance(found, int | float) else float("inf")

        return min(line.trials, key=loss)

    def toggle(self, row: int) -> None:
        """Open or close a group."""
        line = self._line(row)
        if line is not None and line.is_group:
            self.change(replace(self.look, opened=self.look.opened ^ {line.name}))
            self.selectRow(row)

    def chosen(self) -> Trial | None:
        """The run of the selected line."""
        line = self._line(self.currentIndex().row())
        return None if line is None else self.best_of(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        line = self._line(self.rowAt(event.position().toPoint().y()))
        if line is not None:
            self.looked.emit(self.best_of(line))

    def leaveEvent(self, event: QEnterEvent) -> None:  # type: ignore[override]
        super().leaveEvent(event)
        self.looked.emit(self.chosen())
        self.runs.show(self.runs.shown, self.look)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and at.column() == 0:
            self.toggle(at.row())
        self.looked.emit(self.chosen())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        line = self._line(at.row())
        if line is not None and (at.column() != 0 or not line.is_group):
            self.opened.emit(self.best_of(line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, trial = self.currentIndex().row(), self.chosen()
        match event.key():
            case Qt.Key.Key_Space:
                self.toggle(row)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if trial is not None:
                self.opened.emit(trial)
            case Qt.Key.Key_P if trial is not None:
                self.pinned.emit(trial)
            case _:
                super().keyPressEvent(event)
                self.looked.emit(self.chosen())
