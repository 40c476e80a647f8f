"""The page of an experiment: what varies, the table of runs, its pictures, and the run that is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from playground.document.document import Document
from playground.runs.experiment import Experiment
from playground.runs.lines import Look, fits, names_of
from playground.runs.rows import Progress, Row
from playground.runs.trials import Trial
from playground.ui.experiment.bar import Bar
from playground.ui.experiment.plan_panel import PlanPanel
from playground.ui.experiment.runs_model import Shown
from playground.ui.experiment.runs_table import RunsTable
from playground.ui.experiment.side import Side
from playground.ui.experiment.slot import Slot
from playground.ui.lab.laying import empty
from playground.ui.texts.runs.plan import axis_title
from playground.ui.theme import Theme
from playground.ui.widgets.parts import Chip, CutLabel, Line, TextLabel, splitter
from playground.ui.widgets.plain import tip

NARROW, PLAN_WIDE, SIDE_WIDE = 1_150, (246, 226), (330, 264)


class ExperimentPage(QFrame):
    """Shows an experiment; what a person asks for comes from `bar`, `table` and `side`."""

    looked = Signal(object)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "page")
        self.shown = Shown()
        self.looked_at: Trial | None = None
        self.plan, self.bar = PlanPanel(document, theme, self), Bar(theme, self)
        self.table, self.side = RunsTable(theme, self), Side(theme, self)
        self.slots = (Slot(theme, 0, self), Slot(theme, 1, self))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Filter: loss<0.2 units=8 diverged"))
        self.search.setAccessibleName(self.tr("Filter the runs"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda text: self._look(replace(self.table.look, query=text)))
        self.counts = CutLabel("", muted=True, parent=self)
        self.fault = TextLabel(wrap=True, parent=self)
        self.fault.setObjectName("experiment:fault")
        self.fault.setContentsMargins(12, 6, 12, 6)
        self.fault.hide()
        self._groups = QHBoxLayout()
        self._lay_out()
        for part in (self.table, *self.slots):
            part.looked.connect(self.look_at)
        for slot in self.slots:
            slot.ranged.connect(self._range)
            slot.cleared.connect(lambda: self._within({}))

    def _lay_out(self) -> None:
        head, middle, inner = QHBoxLayout(), QWidget(self), QVBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(12)
        self._groups.setSpacing(6)
        head.addWidget(self.counts, 1)
        head.addLayout(self._groups)
        self.search.setMaximumWidth(260)
        head.addWidget(self.search)
        pictures = splitter(Qt.Orientation.Horizontal, *self.slots)
        upper = QWidget(self)
        upper.setProperty("look", "panel")
        inner = QVBoxLayout(upper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(self.fault)
        inner.addWidget(self.table, 1)
        whole: QSplitter = splitter(Qt.Orientation.Vertical, upper, pictures)
        whole.setSizes([440, 260])
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        for part in (self.plan, Line(vertical=True), whole, Line(vertical=True), self.side):
            across.addWidget(part, 1 if part is whole else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (self.bar, Line(), middle):
            column.addWidget(row, 1 if row is middle else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the table goes before what stands at its sides, and one picture has the room of two."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        self.plan.setFixedWidth(PLAN_WIDE[narrow])
        self.side.setFixedWidth(SIDE_WIDE[narrow])
        self.slots[1].setVisible(not narrow)

    # What is seen

    def show_runs(self, experiment: Experiment | None, under_way: Mapping[str, Progress]) -> None:
        """The experiment with its rows, and the runs that train now."""
        rows = experiment.standing() if experiment is not None else {}
        other = experiment is not None and (
            self.shown.experiment is None or names_of(experiment.trials) != names_of(self.shown.experiment.trials)
        )
        self.shown = Shown(experiment, rows, under_way)
        self.table.show_runs(self.shown)
        if other:
            self._show_groups()
        self._show_rest()

    def _show_rest(self) -> None:
        experiment, look = self.shown.experiment, self.table.look
        trials = experiment.trials if experiment is not None else ()
        kept = tuple(trial for trial in trials if fits(trial, self.shown.rows.get(trial.key), look))
        for slot in self.slots:
            slot.show_runs(self.shown, kept)
        self.counts.setText(self._told(len(trials), len(kept)))
        # Without runs there is nothing to filter, and their place has a sentence that needs the room.
        self.search.setVisible(bool(trials))
        self._show_side()

    def _told(self, count: int, kept: int) -> str:
        if not count:
            return self.tr("Choose what varies, then Start: every run becomes a row here.")
        broken = sum(row.state in ("diverged", "failed", "lost") for row in self.shown.rows.values())
        whole = self.tr("{count} runs, {done} done") if count != 1 else self.tr("1 run, {done} done")
        words = whole.format(count=f"{count:,}", done=f"{len(self.shown.rows):,}")
        if broken:
            words += self.tr(", {count} broke").format(count=broken)
        return words + (self.tr(", {count} shown").format(count=f"{kept:,}") if kept < count else "")

    def _show_groups(self) -> None:
        empty(self._groups)
        experiment = self.shown.experiment
        names = names_of(experiment.trials) if experiment is not None else ()
        if experiment is None or len(names) < 2:
            return
        self._groups.addWidget(CutLabel(self.tr("Group by"), muted=True))
        for name in names:
            chip = Chip(axis_title(experiment.base, name))
            chip.setChecked(name in self.table.look.grouped_by)
            chip.setToolTip(tip(self.tr("Runs with the same value stand together, with mean and spread.")))
            chip.toggled.connect(lambda on, name=name: self._group(name, on))
            self._groups.addWidget(chip)

    def _group(self, name: str, on: bool) -> None:
        experiment = self.shown.experiment
        if experiment is None:
            # Its chip goes with the experiment, and was clicked on the way.
            return
        wanted = {*self.table.look.grouped_by, name} if on else {*self.table.look.grouped_by} - {name}
        grouped = tuple(one for one in names_of(experiment.trials) if one in wanted)
        self._look(replace(self.table.look, grouped_by=grouped, opened=frozenset()))

    def _look(self, look: Look) -> None:
        self.table.change(look)
        self._show_rest()

    def _range(self, asked: tuple[str, tuple[float, float] | None]) -> None:
        column, ends = asked
        within = {name: one for name, one in self.table.look.within.items() if name != column}
        self._within({**within, column: ends} if ends is not None else within)

    def _within(self, within: dict[str, tuple[float, float]]) -> None:
        for slot in self.slots:
            slot.show_within(within)
        self._look(replace(self.table.look, within=within))

    def look_at(self, trial: Trial | None) -> None:
        """That run in the table, the pictures and at the side; None for the selected one."""
        self.looked_at = trial or self.table.chosen()
        key = self.looked_at.key if self.looked_at is not None else ""
        self.table.curve.looked_at = key
        self.table.viewport().update()
        for slot in self.slots:
            slot.show_looked(key)
        self._show_side()

    def _show_side(self) -> None:
        trial = self.looked_at
        row: Row | None = self.shown.rows.get(trial.key) if trial is not None else None
        if trial is not None and (self.shown.experiment is None or trial not in self.shown.experiment.trials):
            trial = self.looked_at = None
        self.side.show_run(self.shown.experiment, trial, row)

    def show_fault(self, words: str) -> None:
        """Why an experiment ended before its end; "" for nothing."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def show_theme(self, theme: Theme) -> None:
        for part in (self.plan, self.bar, self.table, self.side, *self.slots):
            part.show_theme(theme)
        self.fault.setStyleSheet(f"color: {theme.problem}")
