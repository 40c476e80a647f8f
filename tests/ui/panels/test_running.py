"""Schedules and stopping rules are chosen in the form, one undo step each, and drawn before they run."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from playground.document.edits import edits
from playground.document.schedules import SCHEDULES, CosineDecay, OnPlateau, StepDecay
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
