"""The charts of losses and metrics."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from playground.document.document import Document
from playground.frames.run import Batches, Curves, EndedRun, Event, Reel, Restored
from playground.frames.wanted import Wanted
from playground.ui.plots.curves.curves import CurvesPanel
from playground.ui.theme import DARK, LIGHT
from tests.made_curves import made_curves


def shown(qtbot: QtBot) -> CurvesPanel:
    panel = CurvesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(560, 240)
    panel.show_document(Document())
    panel.show()
    return panel


def drawn(panel: CurvesPanel, key: str) -> np.ndarray:
    return np.column_stack(panel.loss.chart.curves[key][0].getData())


def test_curves_are_drawn_as_they_are(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    np.testing.assert_allclose(drawn(panel, "train"), np.column_stack([curves.epochs, curves.train_loss]))
    np.testing.assert_allclose(drawn(panel, "validation")[:, 1], curves.validation_loss)


def test_a_hidden_panel_draws_the_newest_frame_when_it_is_shown(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = CurvesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_frame(make_frame(curves=curves))
    assert not len(drawn(panel, "train"))
    panel.show()
    assert len(drawn(panel, "train")) == len(curves.epochs)


def test_there_is_no_second_chart_where_no_metric_is_measured(qtbot: QtBot, make_document) -> None:
    panel = shown(qtbot)
    panel.show_document(make_document("sinc"))
    assert panel.metric_chart.isHidden()
    panel.show_document(make_document("circle"))
    assert panel.metric_chart.isVisible()


def test_the_legend_gives_way_to_the_accuracys_name_where_both_do_not_fit(qtbot: QtBot, make_document) -> None:
    panel = shown(qtbot)
    for data, gives_way in (("circle", True), ("sinc", False)):
        panel.show_document(make_document(data))
        for width, hidden in ((300, gives_way), (1200, False)):
            panel.resize(width, 240)
            QApplication.processEvents()
            assert panel.legend.isHidden() == hidden


def test_the_logarithmic_scale_draws_exponents(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    panel.logarithmic.trigger()
    np.testing.assert_allclose(drawn(panel, "train")[:, 1], np.log10(curves.train_loss), rtol=1e-6)
    low, high, ticks = panel.loss.chart.y_axis
    # From 0.5 exp(-4) = 0.0092 to 0.55.
    assert (low, high) == (pytest.approx(np.log10(0.005)), 0)
    assert [text for _, text in ticks] == ["0.01", "0.1", "1"]


def test_what_cannot_be_drawn_leaves_a_gap(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    losses = curves.train_loss.copy()
    losses[-3:] = np.nan, np.inf, np.nan
    broken = made_curves(curves.epochs, losses, losses, metrics=())
    panel.show_frame(make_frame(curves=broken))
    panel.logarithmic.trigger()
    panel.grab()
    # The last finite loss is 0.5 exp(-3.88) = 0.0103.
    assert panel.loss.chart.y_axis[:2] == (-2, pytest.approx(np.log10(0.5)))


def test_axes_keep_their_width_while_numbers_change(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    before = panel.loss.chart.plot_rect()
    for scale in (1e-5, 1.0, 1e5):
        scaled = replace(curves, values=scale * curves.values)
        panel.show_frame(make_frame(curves=scaled))
        assert panel.loss.chart.plot_rect() == before


def test_the_pointer_reads_the_nearest_epoch(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    readout = panel.loss.chart.readout(101.7)
    assert readout is not None
    assert readout.x == 100
    assert [line.text for line in readout.lines] == [
        f"{curves.train_loss[25]:.4f}",
        f"{curves.validation_loss[25]:.4f}",
        f"{curves.validation_loss[100]:.4f} at 400",
    ]
    accuracy = panel.metric_chart.chart.readout(0)
    assert accuracy is not None
    assert accuracy.lines[0].text == "50.0 %"


def test_a_curve_stands_at_its_place_in_pixels(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    chart = panel.loss.chart
    image = chart.grab().toImage()
    place = chart.pixel(200, float(curves.train_loss[50])).toPoint()
    near = [image.pixelColor(place.x(), place.y() + dy) for dy in range(-2, 3)]
    blue = LIGHT.colour("train")
    assert min(abs(c.red() - blue.red()) + abs(c.green() - blue.green()) for c in near) < 60


def test_the_theme_changes_live(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.show_theme(DARK)
    corner = panel.grab().toImage().pixelColor(3, 3)
    assert corner == DARK.colour("panel")


def test_a_larger_font_is_taken_with_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    panel, before = shown(qtbot), qapp.font()
    height = panel.loss.heading.title.fontMetrics().height()
    try:
        larger = qapp.font()
        larger.setPointSizeF(2 * before.pointSizeF())
        qapp.setFont(larger)
        panel.show_theme(LIGHT)
        assert panel.loss.heading.title.fontMetrics().height() > 1.7 * height
        assert panel.loss.chart.plot_rect().left() > 60
    finally:
        qapp.setFont(before)


def ended(number: int, curves: Curves, make_document, **training: object) -> EndedRun:
    document = make_document()
    return EndedRun(number, replace(document, training=replace(document.training, **training)), curves)


def with_ghosts(qtbot: QtBot, make_frame, make_document, curves: Curves) -> CurvesPanel:
    panel = shown(qtbot)
    panel.show_document(make_document())
    accuracies = (curves.column("train_accuracy"),) * 2
    longer = made_curves(2 * curves.epochs, 2 * curves.train_loss, 3 * curves.train_loss, *accuracies)
    runs = (ended(1, longer, make_document, seed=2), ended(2, longer, make_document, learning_rate=0.1))
    panel.show_frame(make_frame(curves=curves, ended=runs, run=3))
    return panel


def test_smoothing_draws_the_mean_so_far_before_the_pale_curve(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    panel.smoothings[2].trigger()
    expected = [
        np.average(curves.train_loss[: n + 1], weights=0.9 ** np.arange(n, -1, -1.0)) for n in range(len(curves.epochs))
    ]
    np.testing.assert_allclose(drawn(panel, "train")[:, 1], expected, rtol=1e-6)
    np.testing.assert_allclose(drawn(panel, "raw train")[:, 1], curves.train_loss)
    table = panel.table()
    assert table is not None
    assert [row[1] for row in table.rows] == curves.train_loss.tolist()
    panel.smoothings[0].trigger()
    np.testing.assert_allclose(drawn(panel, "train")[:, 1], curves.train_loss)


def test_the_lowest_validation_loss_is_ringed_and_told(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    curves.column("validation_loss")[30] = 0.001
    panel.show_frame(make_frame(curves=curves))
    assert panel.loss.chart.ring == (120, pytest.approx(0.001))
    assert panel.loss.chart.accessibleDescription() == "The lowest validation loss was 0.0010, at epoch 120."
    chart = panel.loss.chart
    ring = chart.pixel(120, 0.001)
    colour = chart.grab().toImage().pixelColor(int(ring.x()), int(ring.y()) - 4)
    assert colour.red() > colour.blue() + 60
    panel.logarithmic.trigger()
    assert panel.loss.chart.ring == (120, pytest.approx(-3))


def test_a_past_moment_is_a_line_and_the_present_has_none(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    reel = Reel(np.arange(0, 100, 10), steps_per_epoch=5)
    panel.show_frame(make_frame(curves=curves, epoch=12, past=62, reel=reel))
    assert panel.loss.chart.moment == (12.4, "epoch 12")
    assert panel.metric_chart.chart.moment == (12.4, "epoch 12")
    panel.grab()
    panel.show_frame(make_frame(curves=curves, epoch=400, reel=reel))
    assert panel.loss.chart.moment is None


def test_events_stand_on_the_axis_and_tell_what_happened(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    chart = panel.loss.chart
    events = (Event(100, "rate", (("before", 0.03), ("after", 0.1))), Event(300, "resumed"), Event(301, "resumed"))
    panel.show_frame(make_frame(curves=curves, events=events))
    assert [len(mark.events) for mark in chart.marks] == [1, 2]
    place = QPoint(round(chart.marks[0].x), 30)
    QApplication.sendEvent(chart.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert QToolTip.text() == "Epoch 100: Learning rate 0.03 → 0.1."
    panel.events.trigger()
    assert chart.marks == ()
    QToolTip.hideText()


def test_weights_that_came_back_have_a_row_of_their_own(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(
        make_frame(curves=curves, restored=(Restored(400, 7, {"train_loss": 0.1, "validation_loss": 0.2}),))
    )
    table = panel.table()
    assert table is not None
    assert table.columns[-1] == "restored from epoch"
    assert table.rows[-1][:3] == (400, 0.1, 0.2)
    assert [row[-1] for row in table.rows[-3:]] == [None, None, 7]


def test_an_earlier_run_stays_as_a_pale_curve_and_sets_no_axis(qtbot: QtBot, make_frame, make_document, curves) -> None:
    panel = with_ghosts(qtbot, make_frame, make_document, curves)
    ghost = drawn(panel, "ghost train")
    assert np.nanmax(ghost[:, 0]) == 800
    assert panel.runs_button.text() == "2 earlier runs"
    assert panel.loss.chart.y_axis[1] < 1
    assert panel.loss.chart.pixel(400, 0).x() == pytest.approx(panel.loss.chart.plot_rect().right(), abs=4)
    readout = panel.loss.chart.readout(0)
    assert readout is not None
    assert [line.name for line in readout.lines[-2:]] == ["Run 1", "Run 2"]
    assert readout.lines[-1].text == "1.0000 / 1.5000"


def test_runs_are_compared_renamed_hidden_and_deleted_by_keys(
    qtbot: QtBot, make_frame, make_document, curves: Curves
) -> None:
    panel = with_ghosts(qtbot, make_frame, make_document, curves)
    panel.runs_button.click()
    table = panel.runs.table
    assert [table.item(row, 0).text() for row in range(3)] == [
        "This run",
        "Run 2 · learning rate 0.1",
        "Run 1 · seed 2",
    ]
    assert [table.item(0, column).text() for column in (1, 2)] == ["400", f"{curves.train_loss[-1]:.4f}"]
    table.setCurrentCell(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [ghost.run.number for ghost in panel.ghosts.shown(make_document())] == [1]
    table.setCurrentCell(1, 0)
    table.editItem(table.item(1, 0))
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("fast")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [ghost.name for ghost in panel.ghosts.kept] == ["", "fast"])
    assert table.item(1, 0).text() == "fast"
    table.setCurrentCell(1, 0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [ghost.run.number for ghost in panel.ghosts.kept] == [1]
    qtbot.mouseClick(panel.runs.delete_all, Qt.MouseButton.LeftButton)
    assert panel.ghosts.kept == ()
    assert panel.runs_button.isHidden()
    panel.runs.close()


def test_each_batch_is_asked_for_and_drawn(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    assert not panel.wanted(Wanted()).batches
    with qtbot.waitSignal(panel.wanted_changed):
        panel.per_batch.trigger()
    assert panel.wanted(Wanted()).batches
    steps = np.arange(101, 301)
    batches = Batches(steps, (1 / steps).astype(np.float32), np.array([150, 300]), np.array([0.5, 0.25], np.float32))
    panel.show_frame(make_frame(curves=curves, batches=batches, reel=Reel(np.zeros(1, np.int64), 150)))
    np.testing.assert_allclose(drawn(panel, "train"), np.column_stack([steps, batches.losses]))
    np.testing.assert_allclose(drawn(panel, "validation"), [[150, 0.5], [300, 0.25]])
    readout = panel.loss.chart.readout(150.2)
    assert readout is not None
    assert (readout.title, [line.text for line in readout.lines]) == ("Batch 150", ["0.0067", "0.5000"])
    table = panel.table()
    assert table is not None
    assert (table.columns, table.rows[0]) == (("batch", "train loss"), (101, batches.losses[0]))
    panel.per_batch.trigger()
    assert drawn(panel, "train")[-1, 0] == 400


def test_the_keys_lead_the_crosshair(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    chart = panel.loss.chart
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription().startswith("Epoch 0, train 0.5000, validation 0.5500")
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("Epoch 12,")
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().startswith("Epoch 400,")


def test_a_run_of_losses_at_zero_is_drawn_on_both_scales(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=replace(curves, values=np.zeros_like(curves.values))))
    assert panel.loss.chart.y_axis[:2] == (0, 1)
    panel.logarithmic.trigger()
    panel.grab()
    assert panel.loss.chart.y_axis[:2] == (-1, 0)


def test_the_choices_of_the_last_start_come_back(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_choices(0.9, True)
    panel.show_frame(make_frame(curves=curves))
    assert (panel.smoothing, panel.smoothings[2].isChecked(), panel.logarithmic.isChecked()) == (0.9, True, True)
    assert panel.loss.chart.y_axis[1] == 0
