"""Schedules, stopping rules and metrics are chosen in the form, one undo step each."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette

from playground.document.edits import edits
from playground.document.schedules import SCHEDULES, CosineDecay, OnPlateau, StepDecay
from playground.document.settings import DataSettings
from playground.document.stopping import Stopping
from playground.frames.frame import Frame
from playground.ui.panels.rate_plot import MOST_POINTS, planned_epochs, planned_shares
from playground.ui.panels.training import TrainingForm
from playground.ui.theme import DARK, LIGHT


@pytest.fixture
def form(qtbot, editor, shown):
    made = TrainingForm(editor, LIGHT)
    editor.changed.connect(made.show_document)
    made.show_document(editor.document)
    return shown(made, 320, 1_200)


def pick(box, word):
    box.setCurrentIndex(box.findData(word))
    box.activated.emit(box.currentIndex())


def set_training(editor, **settings):
    editor.apply("x", edits.set_training(editor.document, replace(editor.document.training, **settings)))


@pytest.mark.parametrize("name", [name for name in SCHEDULES if name != "Constant"])
def test_a_schedule_is_chosen_and_drawn_as_one_step(form, editor, steps, name):
    assert not form.schedule.plot.isVisible()
    pick(form.schedule.kind, name)
    assert editor.document.training.schedule == SCHEDULES[name]()
    assert steps(editor) == ["Change schedule"]
    assert form.schedule.plot.isVisible()
    assert form.schedule.may.isVisible() == (name == "OnPlateau")
    editor.undo()
    assert not form.schedule.plot.isVisible()


def test_choosing_the_same_schedule_again_is_no_step(form, editor, steps):
    pick(form.schedule.kind, "Constant")
    assert steps(editor) == []


def test_a_setting_of_the_schedule_is_one_step(form, editor, steps):
    set_training(editor, schedule=StepDecay())
    box = form.schedule.form.rows["every"].field
    box.finished.emit(7.0)
    assert editor.document.training.schedule == StepDecay(every=7)
    assert steps(editor)[-1] == "Change every, epochs"


def test_rows_of_rules_that_are_off_are_hidden(form, editor):
    rows = form.stopping.form.rows
    assert [name for name, row in rows.items() if row.isVisible()] == [
        "until_epochs", "until_loss", "until_accuracy", "patience"
    ]  # fmt: skip
    rows["patience"].field.finished.emit(20.0)
    assert editor.document.training.stopping == Stopping(patience=20)
    assert all(row.isVisible() for row in form.stopping.form.rows.values())


def test_a_regression_has_no_accuracy_to_stop_at(form, editor):
    editor.apply("x", edits.choose_data(editor.document, "sinc"))
    assert not form.stopping.form.rows["until_accuracy"].isVisible()


def test_the_plan_is_what_the_schedule_says():
    plan = dict(planned_shares(CosineDecay(100, 0.1), 100))
    assert plan[0.0] == 1.0
    assert plan[100.0] == pytest.approx(0.1)
    assert dict(planned_shares(OnPlateau(0.5, 10, 0.25), 40))[25.0] == 0.25
    assert len(planned_shares(StepDecay(), 1_000_000)) <= 2 * MOST_POINTS


def test_the_plan_reaches_as_far_as_the_run_or_the_shape(editor):
    training = editor.document.training
    assert planned_epochs(training) == training.epochs
    assert planned_epochs(replace(training, schedule=StepDecay(every=10))) == 50
    assert planned_epochs(replace(training, schedule=StepDecay(every=10)), 80) == 80
    assert planned_epochs(replace(training, stopping=Stopping(until_epochs=30))) == 30


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_present_epoch_is_marked(form, editor, theme):
    set_training(editor, schedule=CosineDecay(100))
    form.show_theme(theme)
    plot = form.schedule.plot
    before = plot.grab().toImage()
    rate = editor.document.training.learning_rate
    form.show_frame(Frame(editor.document.graph, epoch=50, learning_rate=rate / 2))
    after = plot.grab().toImage()
    assert before != after
    accent = QColor(theme.accent)
    columns = [sum(after.pixelColor(x, y) == accent for y in range(after.height())) for x in range(after.width())]
    assert max(columns) >= 5


# Metrics


def ticked(form) -> list[str]:
    return [name for name, box in form.metrics.boxes.items() if not box.isHidden() and box.isChecked()]


def offered(form) -> list[str]:
    return [name for name, box in form.metrics.boxes.items() if not box.isHidden()]


def test_metrics_are_ticked_one_step_each_while_the_list_stays_open(form, editor, steps, qtbot):
    form.metrics.setFocus()
    qtbot.keyClick(form.metrics, Qt.Key.Key_Space)
    assert form.metrics.list.isVisible()
    assert offered(form) == ["accuracy", "precision", "recall", "auc"]
    assert ticked(form) == ["accuracy"]
    for name in ("auc", "precision"):
        qtbot.mouseClick(form.metrics.boxes[name], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert form.metrics.list.isVisible()
    assert editor.document.training.metrics == ("accuracy", "precision", "auc")
    assert steps(editor) == ["Change metrics", "Change metrics"]
    assert form.metrics.currentText() == "accuracy +2"
    qtbot.keyClick(form.metrics.list, Qt.Key.Key_Escape)
    assert not form.metrics.list.isVisible()
    editor.undo()
    assert ticked(form) == ["accuracy", "auc"]


def test_no_metric_may_be_ticked(form, editor):
    form.metrics.boxes["accuracy"].setChecked(False)
    assert editor.document.training.metrics == ()
    assert form.metrics.currentText() == "none"


def test_what_was_chosen_for_other_data_stays_chosen(form, editor):
    form.metrics.boxes["recall"].setChecked(True)
    editor.apply("x", edits.set_data(editor.document, DataSettings("sinc")))
    assert offered(form) == ["r2", "mean_absolute_error", "mean_squared_error", "cosine_similarity"]
    assert ticked(form) == []
    assert form.metrics.currentText() == "none"
    form.metrics.boxes["r2"].setChecked(True)
    assert form.metrics.currentText() == "R²"
    assert editor.document.training.metrics == ("accuracy", "recall", "r2")
    editor.apply("x", edits.set_data(editor.document, DataSettings("circle")))
    assert ticked(form) == ["accuracy", "recall"]


def test_neither_wheel_nor_arrow_changes_the_metrics(form, editor, steps, qtbot):
    form.metrics.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        qtbot.keyClick(form.metrics, key)
    assert (form.metrics.currentText(), steps(editor)) == ("accuracy", [])


def test_the_list_explains_each_metric_and_takes_the_theme(form):
    assert all(box.toolTip().endswith(".") for box in form.metrics.boxes.values())
    form.show_theme(DARK)
    assert form.metrics.list.palette().color(QPalette.ColorRole.Window) == QColor(DARK.panel)
