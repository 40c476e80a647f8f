"""The experiment as a place of the window: it runs, is saved with the project, and its runs come onto the canvas."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from playground.document.checks.problems import find_problems
from playground.document.document import Document
from playground.document.edits import edits, rivals
from playground.document.files.checked import FileError
from playground.frames.device import DeviceError
from playground.frames.news import Hello
from playground.frames.reply import Failure
from playground.frames.trained import Training
from playground.projects.codec import decode, loads
from playground.runs.axes import AxisError
from playground.runs.cluster import ClusterError
from playground.runs.experiment import Experiment, experiment_of, plain_experiment
from playground.runs.halving import work
from playground.runs.here import WorkerError
from playground.runs.reach import read_reach, write_reach
from playground.runs.rows import Progress, Row
from playground.runs.store import Store
from playground.runs.trials import Trial
from playground.ui.dialogs.files import Files
from playground.ui.dialogs.questions import may_forget
from playground.ui.editor import Editor
from playground.ui.experiment.page import ExperimentPage
from playground.ui.experiment.running import Running
from playground.ui.experiment.writing import write_experiment
from playground.ui.texts.files import error_text, failure_text
from playground.ui.texts.problems import problem_text
from playground.ui.texts.runs.plan import axis_title, value_title
from playground.ui.texts.runs.sweep import error_in_words, sweep_text
from playground.ui.texts.said import later
from playground.ui.theme import Theme
from playground.ui.widgets.beside import Beside
from playground.ui.widgets.places import Places

Given = tuple[Editor, Files, Callable[[str], object], Callable[[Document, Training | None], object], Path]
LISTENS_MS = 120
UNTITLED, REACH, STORED = "untitled.runs.jsonl", "cluster.json", "runs"


class Experimenting(QObject):
    """Its page is made when it is first seen. Of `given` the fourth is told what a run of that document has learned,
    the last is the folder of the program's own data."""

    def __init__(self, given: Given, places: Places, pages: QStackedWidget, theme: Theme) -> None:
        super().__init__(pages)
        self._editor, self._files, self._say, self._begin, self._folder = given
        self._pages, self._theme = pages, theme
        self._store, self._beside = Store(self._folder / STORED), Beside(self)
        self.page: ExperimentPage | None = None
        self.running = Running()
        self.experiment: Experiment | None = None
        self._rows: dict[str, Row] = {}
        self._under_way: dict[str, Progress] = {}
        self._was_on, self._gpus = False, ()  # type: bool, tuple[str, ...]
        self.action = QAction(self.tr("Experiment…"), self)
        self.action.triggered.connect(lambda _=False: self.open())
        places.chosen.connect(lambda place: self.open() if place == "experiment" else None)
        self._editor.changed.connect(self._show_document)
        self._files.opened.connect(lambda: self.take(self._files.experiment_read))
        self._files.experiment_text = self.text
        self._clock = QTimer(self, interval=LISTENS_MS)
        self._clock.timeout.connect(self.listen)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.running.close)

    # What is seen

    def open(self) -> None:
        """The page in place of all but the menus and the status bar."""
        page = self._made()
        page.plan.show_document(self._editor.document)
        self._pages.setCurrentWidget(page)
        self._show()
        page.table.setFocus()

    def _made(self) -> ExperimentPage:
        if self.page is None:
            page = self.page = ExperimentPage(self._editor.document, self._theme)
            page.setProperty("place", "experiment")
            page.bar.begun.connect(self.start)
            page.bar.stopped.connect(self.stop)
            page.bar.cleared.connect(self.clear)
            page.bar.exported.connect(self._export)
            page.plan.changed.connect(self._show)
            page.side.size_kept = self._store.size
            page.plan.where.show_reach(read_reach(self._folder / REACH))
            page.plan.where.show_gpus(self._gpus)
            page.plan.where.reached.connect(self._keep_reach)
            for part in (page.table, page.side):
                part.opened.connect(self.put_on_canvas)
                part.pinned.connect(self.pin)
            if self.experiment is not None:
                page.plan.show_plan(self.experiment.plan)
            self._pages.addWidget(page)
        return self.page

    def _keep_reach(self) -> None:
        """For the next start; where that cannot be, this one has it all the same."""
        assert self.page is not None
        with suppress(OSError):
            write_reach(self.page.plan.where.reach, self._folder / REACH)

    def show_engine(self, engine: Hello | None) -> None:
        """What runs may be trained on."""
        gpus = engine.gpus if engine is not None else ()
        if gpus != self._gpus:
            self._gpus = gpus
            if self.page is not None:
                self.page.plan.where.show_gpus(gpus)

    def _show_document(self, document: Document) -> None:
        if self.page is not None and self.page.isVisible():
            self.page.plan.show_document(document)

    def _show(self) -> None:
        if self.page is None:
            return
        experiment = self.experiment
        if experiment is not None and experiment.rows is not self._rows:
            experiment = self.experiment = experiment.with_rows(self._rows)
        self.page.show_runs(experiment, dict(self._under_way))
        done = (
            experiment is not None
            and not self.running.is_on
            and not work(experiment.trials, self._rows, experiment.halving)
        )
        left = self.running.seconds_left()
        self.page.bar.show_runs(self.page.shown, self.running.is_on, self.running.hands, left, done)

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.page is not None:
            self.page.show_theme(theme)

    # What a person asks for

    def start(self) -> None:
        """Train what has no row yet, by the plan as it stands, of the document as it is."""
        page, document = self._made(), self._editor.document
        page.show_fault("")
        try:
            experiment = Experiment(page.plan.plan, document, self._rows)
            trials = experiment.trials
        except AxisError as error:
            page.show_fault(error_in_words(error))
            return
        for trial in {trial.kin: trial for trial in trials}.values():
            wrong = next((one for one in find_problems(trial.document) if one.severity == "error"), None)
            if wrong is not None:
                told = ", ".join(f"{axis_title(document, name)} {value_title(value)}" for name, value in trial.settings)
                page.show_fault(f"{told}: {problem_text(wrong)}")
                return
        self.experiment = experiment
        self.running.start(experiment, self._kept_at(), page.plan.where.reach, self._store)
        self._was_on = True
        self._clock.start()
        self._show()

    def _kept_at(self) -> Path:
        """Beside the project; of one without a file, with the program's own data."""
        path = self._files.path
        return path.with_suffix(".runs.jsonl") if path is not None else self._folder / UNTITLED

    def stop(self) -> None:
        """What is under way is given up; rows stay."""
        self.running.stop()
        self.listen()

    def clear(self) -> None:
        """No runs any more, where the person means it: the next start trains them all."""
        if not may_forget(len(self._rows), self._pages):
            return
        self.stop()
        self._rows, self._under_way = {}, {}
        self._kept_at().unlink(missing_ok=True)
        self.experiment = None
        self._show()

    def listen(self) -> None:
        """Take what the runs have told."""
        rows = dict(self._rows)
        for event in self.running.take():
            if isinstance(event, Row):
                rows[event.key] = event
                self._under_way.pop(event.key.partition("@")[0], None)
            else:
                self._under_way[event.key.partition("@")[0]] = event
        changed = len(rows) != len(self._rows) or any(rows[key] is not self._rows[key] for key in rows)
        self._rows = rows if changed else self._rows
        if not self.running.is_on:
            self._clock.stop()
            self._under_way = {}
            self._end()
        self._show()

    def _end(self) -> None:
        fault = self.running.take_fault()
        if fault is not None and self.page is not None:
            why = _why(fault)
            self.page.show_fault(self.tr("The experiment stopped: {why}. Start goes on from there.").format(why=why))
        if self._was_on and self._rows:
            self._editor.mark_unsaved()
            self._files.path_changed.emit()
        self._was_on = False

    def put_on_canvas(self, trial: Trial) -> None:
        """Its network with its weights, optimizer and curves; a large one's are read beside the window."""
        row = self.page.shown.rows.get(trial.key) if self.page is not None else None
        if row is not None and row.stored:
            stored = row.stored
            self._say(self.tr("Run {number} is read…").format(number=trial.number))
            self._beside.begin(
                lambda: self._store.read(stored), lambda answer: self._put(trial, row, _training(answer))
            )
        else:
            self._put(trial, row, _learned(row))

    def _put(self, trial: Trial, row: Row | None, training: Training | None) -> None:
        document = self._editor.document
        trained = trial.trained_document(row.numbers if row is not None else {})
        opened = replace(trained, rivals=document.rivals, view=document.view)
        self._editor.apply(later("Text", "Open a run"), opened)
        if training is not None:
            self._begin(opened, training)
        self._pages.setCurrentIndex(0)
        number = self.tr("Run {number} is on the canvas.").format(number=trial.number)
        without = self.tr("Its weights are not kept on this computer: Play trains it again.")
        self._say(number if training is not None or row is None else f"{number} {without}")

    def pin(self, trial: Trial) -> None:
        """Its network beside the present one, untrained, as every rival begins."""
        document = self._editor.document
        name = self.tr("Run {number}").format(number=trial.number)
        row = self.page.shown.rows.get(trial.key) if self.page is not None else None
        trained = trial.trained_document(row.numbers if row is not None else {})
        pinned = rivals.pin_rival(document, trained, name)
        if pinned is document:
            self._say(
                self.tr("There is room for two rivals; remove one first.")
                if not rivals.can_add(document)
                else self.tr("Rivals share the data of the project, and this run has others.")
            )
            return
        self._editor.apply(later("Text", "Add a rival"), edits.set_training(pinned, pinned.training))
        self._say(self.tr("Run {number} is a rival now: see it in Side by side.").format(number=trial.number))

    def _export(self, ending: str) -> None:
        assert self.page is not None
        path = self._files.ask_export(self.tr("Experiment"), ending, self.tr("Experiment"))
        if path is None:
            return
        try:
            write_experiment(self.page.shown, self.page.table.look, [slot.picture for slot in self.page.slots], path)
        except OSError as error:
            self._files.complain_export(path, error_text(error))
            return
        self._say(self.tr("{file} was written.").format(file=path.name))

    # With the project

    def text(self) -> str:
        """As a project's file keeps it; "" where nothing has run."""
        if self.experiment is None or not self._rows:
            return ""
        return json.dumps(plain_experiment(self.experiment.with_rows(self._rows)), ensure_ascii=False)

    def take(self, read: Any) -> None:
        """Another project is open, with its runs as they were read, None where it has none."""
        self.running.stop()
        self._clock.stop()
        self.running.take()
        self.experiment = experiment_of(read)
        self._rows = dict(self.experiment.rows) if self.experiment is not None else {}
        self._under_way = {}
        if self.page is not None:
            self.page.plan.show_document(self._editor.document)
            if self.experiment is not None:
                self.page.plan.show_plan(self.experiment.plan)
            self._show()

    def take_over(self, other: Experimenting) -> None:
        """The same runs in another window."""
        self.running.close()
        self.running, self.experiment, self._rows = other.running, other.experiment, other._rows
        self._under_way, self._was_on = other._under_way, other._was_on
        other._clock.stop()
        if other.page is not None:
            self._made().plan.show_plan(other.page.plan.plan)
            if other.page.isVisible():
                self.open()
        if self.running.is_on:
            self._clock.start()


def _why(fault: Exception) -> str:
    """Why an experiment ended before its end, in words."""
    if isinstance(fault, ClusterError | DeviceError):
        return error_in_words(fault)
    if isinstance(fault, WorkerError):
        return sweep_text("no_workers", code=fault.code)
    return failure_text(Failure.of(fault))


def _training(answer: object) -> Training | None:
    """What was read, where nothing stood against it."""
    return answer if isinstance(answer, Training) else None


def _learned(row: Row | None) -> Training | None:
    """What a run has learned, where it was kept and is whole."""
    if row is None or not row.trained:
        return None
    try:
        return decode(loads(row.trained.encode()))
    except FileError:
        return None
