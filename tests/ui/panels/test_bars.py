"""The top bar, the bottom bar and the list of problems."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from playground.document.checks.problems import find_problems
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT, Edge
from playground.document.layers.dense import Dense
from playground.document.settings import Adam, DataSettings
from playground.frames.frame import Frame
from playground.frames.news import Hello
from playground.frames.run import Status
from playground.ui.panels.problems import ProblemsPanel
from playground.ui.panels.status import StatusPanel, speed_text
from playground.ui.panels.toolbar import ToolBar
from playground.ui.text import fix_text, problem_text
from playground.ui.theme import DARK, LIGHT
from playground.ui.widgets.fonts import follow_font
from tests.made_curves import made_curves

LEFT, SHIFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def frame(editor, epoch: int, loss: float, accuracy: float = 0.996) -> Frame:
    rows = [np.array([0.5, value], np.float32) for value in (loss, 2 * loss, 0.99, accuracy)]
    return Frame(
        editor.document.graph, epoch=epoch, curves=made_curves(np.array([0, epoch]), *rows), epochs_per_second=6243.2
    )


@pytest.fixture
def bar(editor, shown) -> ToolBar:
    made = ToolBar(editor, LIGHT)
    editor.changed.connect(made.show_document)
    return shown(made, 1280, 54)


def test_play_step_and_reset_ask(bar, qtbot) -> None:
    bar.show_status(Status("ready"))
    with qtbot.waitSignals([bar.play_toggled, bar.reset_asked]):
        QTest.mouseClick(bar.play, LEFT)
        QTest.mouseClick(bar.reset, LEFT)
    for modifier, whole_epoch in ((NONE, False), (SHIFT, True)):
        with qtbot.waitSignal(bar.step_asked) as asked:
            QTest.mouseClick(bar.step, LEFT, modifier)
        assert asked.args == [whole_epoch]


def test_play_says_what_a_click_does(bar) -> None:
    bar.show_status(Status("training"))
    assert bar.play.toolTip() == "Pause"
    bar.show_status(Status("paused"))
    assert bar.play.toolTip() == "Play"
    bar.show_status(Status("unfinished"))
    assert not bar.play.isEnabled()


def test_play_says_why_an_unfinished_network_cannot_be_trained(bar, editor) -> None:
    bar.show_status(Status("ready"))
    editor.apply("Cut", edits.disconnect(editor.document, editor.document.graph.edges[-1]))
    assert bar.play.toolTip() == "Play"
    bar.show_status(Status("unfinished"))
    problem = find_problems(editor.document)[0]
    assert problem_text(problem) in bar.play.toolTip()
    assert problem_text(problem) in bar.play.accessibleDescription()
    editor.undo()
    assert bar.play.toolTip() == "Play"


def test_the_figures_show_the_newest_epoch(bar, editor) -> None:
    bar.show_frame(frame(editor, 1284, 0.0041))
    assert [figure.number.text() for figure in bar.figures[:4]] == ["1,284", "0.0041", "0.0082", "99.6 %"]


def test_the_figures_keep_their_width_whatever_they_show(bar, editor) -> None:
    widths = set()
    for epoch, loss in ((1, 0.5), (99, 0.0041), (1284, 4.1e-7), (20_000, 123.4)):
        bar.show_frame(frame(editor, epoch, loss))
        QTest.qWait(0)
        widths.add(tuple(figure.width() for figure in bar.figures))
    assert len(widths) == 1


def test_before_the_first_epoch_there_are_no_figures(bar, editor) -> None:
    bar.show_frame(Frame(editor.document.graph))
    assert [figure.number.text() for figure in bar.figures if figure.isVisible()] == ["0", "–", "–", "–"]


def test_regression_has_no_accuracy(bar, editor) -> None:
    editor.apply("Choose data", edits.set_data(editor.document, DataSettings("sinc")))
    assert not any(figure.isVisible() for figure in bar.metrics)


def measured(editor, *metrics: str, data: str = "circle") -> None:
    """Other metrics, on that data."""
    document = edits.set_data(editor.document, DataSettings(data))
    editor.apply("Change metrics", edits.set_training(document, replace(document.training, metrics=metrics)))


def metric_frame(editor, **values: float) -> Frame:
    """Train and validation losses of 0, and of each metric 0 and this value."""
    columns = [np.array([part], np.float32) for value in values.values() for part in (0, value)]
    curves = made_curves(np.array([9]), *[np.zeros(1)] * 2, *columns, metrics=tuple(values))
    return Frame(editor.document.graph, epoch=9, curves=curves)


def texts(bar) -> list[tuple[str, str]]:
    return [(figure.title.text(), figure.number.text()) for figure in bar.metrics if figure.isVisible()]


def test_the_bar_shows_each_metric_that_is_measured(bar, editor) -> None:
    bar.resize(1440, 54)
    measured(editor, "recall", "auc", "r2")
    assert texts(bar) == [("Recall", "–"), ("AUC", "–")]
    bar.show_frame(metric_frame(editor, recall=0.875, auc=0.98764))
    assert texts(bar) == [("Recall", "87.5 %"), ("AUC", "0.9876")]
    measured(editor, "recall", "r2", "mean_absolute_error", data="sinc")
    assert texts(bar) == [("R²", "–"), ("Mean absolute error", "–")], "no number of another metric"
    bar.show_frame(metric_frame(editor, r2=-1.5, mean_absolute_error=0.25))
    assert texts(bar) == [("R²", "−1.5000"), ("Mean absolute error", "0.2500")]


def test_play_has_a_ring_until_the_first_run(window) -> None:
    window.show_theme(LIGHT)
    play = window.toolbar.play

    def ring() -> list[str]:
        """The colours from the edge inwards, at the left."""
        picture = play.grab().toImage()
        return [picture.pixelColor(x, picture.height() // 2).name() for x in (0, 3, 8)]

    for state, gap in (("ready", LIGHT.panel), ("training", LIGHT.accent), ("paused", LIGHT.accent)):
        window.toolbar.show_status(Status(state))
        assert ring() == [LIGHT.accent, gap, LIGHT.accent]


def test_metrics_without_room_stand_in_the_tooltip_of_the_first(bar, editor) -> None:
    measured(editor, "accuracy", "precision", "recall", "auc")
    values = {"accuracy": 0.9, "precision": 0.8, "recall": 0.7, "auc": 0.6}
    bar.resize(1440, 54)
    bar.show_frame(metric_frame(editor, **values))
    assert len(texts(bar)) == 4
    assert "Recall" not in bar.metrics[0].toolTip()
    bar.setMinimumWidth(100)
    bar.resize(bar.layout().minimumSize().width() - 20, 54)
    bar.show_frame(metric_frame(editor, **values))
    assert len(texts(bar)) == 3
    assert bar.metrics[0].toolTip().splitlines()[-1] == "AUC: 0.6000"
    assert bar.optimizer.isVisible(), "metrics go before what one sets"
    assert bar.layout().minimumSize().width() <= bar.width()


def test_a_learning_rate_can_be_chosen_or_written(bar, editor, steps) -> None:
    bar.rate.setFocus()
    QTest.keyClick(bar.rate, Qt.Key.Key_Down)
    assert editor.document.training.learning_rate == 0.1
    for words, rate in (("0.003", 0.003), ("0.0123", 0.0123), ("100", 10.0), ("fast", 10.0)):
        bar.rate.lineEdit().selectAll()
        QTest.keyClicks(bar.rate.lineEdit(), words)
        QTest.keyClick(bar.rate.lineEdit(), Qt.Key.Key_Return)
        assert editor.document.training.learning_rate == rate
    assert bar.rate.currentText() == "10"
    assert steps(editor) == ["Change learning rate"] * 4


def test_the_optimizer_and_the_batch_are_steps(bar, editor, steps) -> None:
    bar.optimizer.setFocus()
    QTest.keyClick(bar.optimizer, Qt.Key.Key_Down)
    assert editor.document.training.optimizer == Adam()
    bar.batch.setFocus()
    bar.batch.selectAll()
    QTest.keyClicks(bar.batch, "32")
    QTest.keyClick(bar.batch, Qt.Key.Key_Return)
    assert editor.document.training.batch_size == 32
    assert steps(editor) == ["Change optimizer", "Change batch"]


def test_undo_and_redo_say_what_they_would_do(bar, editor) -> None:
    assert not bar.undo.isEnabled()
    editor.apply("Change units", edits.set_layer(editor.document, "dense_1", Dense(3)))
    assert bar.undo.toolTip() == "Undo: Change units"
    editor.undo()
    assert not bar.undo.isEnabled()
    assert bar.redo.toolTip() == "Redo: Change units"


def test_the_bottom_bar_tells_state_speed_size_and_data(editor, shown) -> None:
    bar = shown(StatusPanel(LIGHT), 1280, 28)
    bar.show_document(editor.document)
    bar.show_status(Status("training"))
    bar.show_frame(frame(editor, 10, 0.5))
    bar.show_engine(Hello("2.21", "CPU"))
    assert bar.state.text() == "Training · 6,240 epochs/s"
    assert bar.parameters.text() == "33 parameters"
    assert bar.data.text() == "Circle · seed 1"
    assert bar.engine.text() == "TensorFlow 2.21 · CPU"
    assert not bar.problems.isVisible()
    bar.show_status(Status("paused"))
    assert bar.state.text() == "Paused"
    assert [speed_text(speed) for speed in (0.51, 12.34, 6243.2)] == ["0.5", "12.3", "6,240"]


def test_problems_in_the_bottom_bar_lead_to_their_list(editor, shown, qtbot) -> None:
    bar = shown(StatusPanel(LIGHT), 1280, 28)
    bar.show_document(edits.disconnect(editor.document, Edge("dense_2", OUTPUT)))
    assert bar.problems.text().endswith("problems")
    with qtbot.waitSignal(bar.problems_asked):
        QTest.mouseClick(bar.problems, LEFT)
    bar.show_theme(DARK)
    assert bar.problems.isVisible()


@pytest.fixture
def problems(editor, shown) -> ProblemsPanel:
    made = ProblemsPanel(editor, LIGHT)
    editor.changed.connect(made.show_document)
    made.fix_asked.connect(lambda fix: editor.apply(fix_text(fix), fix.apply(editor.document)))
    return shown(made, 370)


def test_a_fix_mends_in_one_step(problems, editor, steps) -> None:
    assert problems.none.isVisible()
    editor.apply("Change units", edits.set_layer(editor.document, "dense_2", Dense(3)))
    (row,) = problems.rows
    QTest.mouseClick(row.fixes[0], LEFT)
    assert editor.document.graph.by_id["dense_2"].layer.units == 1
    assert problems.rows == []
    assert steps(editor) == ["Change units", "Set units to 1"]


def test_a_fix_belongs_to_the_newest_document(problems, editor) -> None:
    editor.apply("Change units", edits.set_layer(editor.document, "dense_2", Dense(3)))
    editor.apply("Change activation", edits.set_layer(editor.document, "dense_2", Dense(3, "relu")))
    QTest.mouseClick(problems.rows[0].fixes[0], LEFT)
    assert editor.document.graph.by_id["dense_2"].layer == Dense(1, "relu")


def test_a_problem_leads_to_its_node(problems, editor, qtbot) -> None:
    editor.apply("Disconnect", edits.disconnect(editor.document, Edge(DATA, "dense_1")))
    row = next(row for row in problems.rows if "Output" not in row.accessibleName())
    with qtbot.waitSignal(problems.node_asked):
        QTest.mouseClick(row, LEFT)
    row.setFocus()
    with qtbot.waitSignal(problems.node_asked):
        QTest.keyClick(row, Qt.Key.Key_Return)


def test_problems_follow_the_theme(problems, editor) -> None:
    editor.apply("Change units", edits.set_layer(editor.document, "dense_2", Dense(3)))
    problems.show_theme(DARK)
    assert len(problems.rows) == 1


def test_a_number_shown_before_the_font_grew_keeps_its_room(bar, editor) -> None:
    bar.show_frame(frame(editor, 158_218, 0.5))
    plain = QApplication.font()
    large = QFont(plain)
    large.setPointSizeF(1.5 * plain.pointSizeF())
    QApplication.setFont(large)
    try:
        follow_font(bar.epoch.number)
        number = bar.epoch.number
        assert number.text() == "158,218"
        assert number.width() >= number.fontMetrics().horizontalAdvance(number.text())
    finally:
        QApplication.setFont(plain)


def test_a_bar_without_room_leaves_out_the_least_important_and_clips_nothing(bar, editor) -> None:
    assert all(part.isVisible() for part in (bar.batch, bar.optimizer, bar.rate, bar.pace, bar.light))
    bar.setMinimumWidth(100)
    bar.resize(bar.layout().minimumSize().width() - 120, 54)
    assert bar.layout().minimumSize().width() <= bar.width()
    assert not bar.batch.isVisible()
    assert bar.rate.isVisible()
    bar.resize(1280, 54)
    assert bar.batch.isVisible()
    editor.apply("Hide", edits.set_view(editor.document, replace(editor.document.view, hidden=("batchSize",))))
    bar.resize(1290, 54)
    assert not bar.batch.isVisible()


def test_a_problem_moves_nothing_in_the_window(editor, shown) -> None:
    panel = shown(StatusPanel(LIGHT))
    panel.show_document(editor.document)
    before = panel.sizeHint().height(), panel.minimumSizeHint().height()
    panel.show_document(edits.set_layer(editor.document, "dense_2", Dense(3)))
    assert panel.problems.isVisible()
    assert (panel.sizeHint().height(), panel.minimumSizeHint().height()) == before


def test_a_bar_narrower_than_all_that_must_stay_settles(editor, shown, monkeypatch) -> None:
    window = QWidget()
    room = QWidget(window)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    bar, fits = ToolBar(editor, LIGHT), list[int]()
    column.addWidget(bar)
    column.addWidget(QWidget(), 1)
    # In the application's look fields are higher than figures.
    bar.batch.setMinimumHeight(60)
    begun = ToolBar._fit

    def fit(part: ToolBar) -> None:
        fits.append(part.width())
        if len(fits) < 40:
            begun(part)

    monkeypatch.setattr(ToolBar, "_fit", fit)
    room.setGeometry(0, 0, 1280, 400)
    shown(window, 1280, 400)
    before = len(fits)
    # As beside the lab in a small window: less than what is never left out needs.
    room.setGeometry(0, 0, 399, 400)
    for _ in range(20):
        QApplication.processEvents()
    assert bar.width() == 399
    assert len(fits) - before <= 4
