"""The experiment in the window: a real run comes onto the canvas, is pinned, filtered, exported and saved."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground import app
from playground.document.edits import edits
from playground.document.examples import example
from playground.projects.project import Project
from playground.runs.axes import Axis
from playground.runs.experiment import Experiment, Plan, experiment_of, plain_experiment
from playground.runs.lines import Look
from playground.runs.rows import Row
from playground.ui.across.experimenting import Experimenting
from playground.ui.assets import asset
from playground.ui.experiment.curve_cell import ROOM
from playground.ui.experiment.writing import write_experiment
from playground.ui.main_window import MainWindow
from playground.ui.texts.runs.plan import state_word
from playground.ui.widgets.plain import tip
from tests.faults import fail_each_call


@pytest.fixture
def ran(window: MainWindow, qtbot, tmp_path: Path, monkeypatch) -> Experimenting:
    """Four runs of a small network, trained by a real process."""
    many = window.experimenting
    monkeypatch.setattr(Experimenting, "_kept_at", lambda _: tmp_path / "kept.runs.jsonl")
    document = window.editor.document
    window.editor.apply("few", edits.set_data(document, replace(document.data, points=60)))
    many.action.trigger()
    page = many.page
    assert page is not None
    assert page.isVisible()
    name = f"{document.graph.trained[1]}.units"
    page.plan.show_plan(Plan((Axis(name, (2, 5)),), seeds=2, epochs=3, workers=1))
    assert page.plan.count.text() == "2 × 2 = 4 runs"
    QTest.mouseClick(page.bar.start, Qt.MouseButton.LeftButton)
    assert many.running.is_on
    try:
        qtbot.waitUntil(lambda: len(page.shown.rows) == 4 and not many.running.is_on, timeout=200_000)
    finally:
        many.running.close()
    many.listen()
    return many


@pytest.mark.timeout(300)
def test_runs_fill_the_table_and_one_comes_onto_the_canvas_with_its_weights(
    ran: Experimenting, window: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    page = ran.page
    assert page is not None
    assert [len(line.trials) for line in page.table.runs.lines] == [2, 2]
    page.search.setText("units=5")
    assert [len(line.trials) for line in page.table.runs.lines] == [2]
    trial = page.table.runs.lines[0].trials[0]
    page.look_at(trial)
    assert page.side.output.pages.currentWidget() is page.side.output.pages.plane
    # In a narrow window the median goes first; the plane leaves the words beside it their room.
    median, accuracy = (page.table.runs.columns.index(name) for name in ("median", "test_accuracy"))
    for wide, high, folds in ((1024, 640, True), (2400, 900, False)):
        window.resize(wide, high)
        QTest.qWait(50)
        assert page.table.isColumnHidden(median) == folds
        assert not page.table.isColumnHidden(accuracy)
        assert page.side.output.geometry().bottom() < page.side.name.geometry().top()
    for ending in (".csv", ".md", ".png", ".svg"):
        path, pictures = tmp_path / f"out{ending}", [slot.picture for slot in page.slots]
        fail_each_call(monkeypatch, path, partial(write_experiment, page.shown, Look(), pictures, path), most=6)
        assert (tmp_path / f"out{ending}").stat().st_size > 300
    assert (tmp_path / "out.csv").read_text("utf-8").count("\n") == 5
    saved = experiment_of(json.loads(ran.text()))
    assert saved is not None
    assert saved.standing() == page.shown.rows
    ran.pin(trial)
    assert window.editor.document.rivals[-1].graph == trial.document.graph
    begun = []
    monkeypatch.setattr(ran, "_begin", lambda *told: begun.append(told))
    ran.put_on_canvas(trial)
    assert window.editor.document.graph == trial.document.graph
    ((opened, training),) = begun
    assert opened == window.editor.document
    assert training.epoch == 3
    kernel = next(value for value in training.present.present.values if value.shape[-1:] == (5,))
    assert abs(kernel).max() > 0


def test_what_cannot_be_trained_is_said_in_place_of_runs(window: MainWindow) -> None:
    many = window.experimenting
    many.open()
    assert many.page is not None
    many.page.plan.show_plan(Plan((Axis("data", ("digits",)),), seeds=1))
    many.start()
    assert not many.running.is_on
    assert many.page.fault.text()
    assert not many.page.shown.rows


def test_a_project_that_a_command_opens_brings_its_runs(open_window, tmp_path: Path) -> None:
    base = example("circle", asset("examples"))
    begun = Experiment(Plan(seeds=2, epochs=3), base)
    rows = {trial.key: Row(trial.key, "done", {"test_loss": 0.5}) for trial in begun.trials}
    kept = plain_experiment(Experiment(begun.plan, base, rows))
    window = open_window(base)
    app.show_project(window, Project(base, experiment=kept), tmp_path / "many.playground")
    assert json.loads(window.experimenting.text()) == kept


def test_a_narrow_page_says_all_that_it_says_without_runs_and_of_a_sweeps_runs(open_window, tmp_path: Path) -> None:
    base = example("circle", asset("examples"))
    window = open_window(base, size=(1024, 640))
    window.experimenting.open()
    page = window.experimenting.page
    assert page is not None
    QTest.qWait(50)
    assert page.counts.fontMetrics().horizontalAdvance(page.counts.text()) <= page.counts.width()
    begun = Experiment(Plan((Axis("training.learning_rate", (0.1, 500.0)),), seeds=1, epochs=3), base)
    ends = zip(begun.trials, ("done", "diverged"), strict=True)
    rows = {trial.key: Row(trial.key, state, {"test_loss": 0.5, "diverged_after": 1}) for trial, state in ends}
    kept = plain_experiment(Experiment(begun.plan, base, rows))
    app.show_project(window, Project(base, experiment=kept), tmp_path / "many.playground")
    window.experimenting.open()
    QTest.qWait(50)
    assert page.search.isVisible()
    wide = page.table.columnWidth(page.table.runs.columns.index("state"))
    assert page.table.fontMetrics().horizontalAdvance(state_word("diverged")) + 2 * ROOM <= wide
    page.look_at(begun.trials[0])
    assert "kept no output" in page.side.output.none.text()


def test_a_name_that_is_cut_is_said_in_full_and_is_only_a_name(window: MainWindow) -> None:
    document = window.editor.document
    node = document.graph.trained[1]
    named = edits.rename(document, node, "<b>wide</b>")
    window.editor.apply("name", named)
    window.experimenting.open()
    page = window.experimenting.page
    assert page is not None
    page.show_runs(Experiment(Plan((Axis(f"{node}.units", (2, 5)),), seeds=1), named), {})
    cut, full = (page.table.runs.headerData(0, Qt.Orientation.Horizontal, role) for role in (0, 3))
    assert "<b>wide</b>" in str(cut)
    assert full == tip(str(cut))
    assert "<b>" not in str(full)
