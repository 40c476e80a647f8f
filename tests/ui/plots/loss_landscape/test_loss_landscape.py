"""The loss landscape's view: asked for, shown piece by piece, cancelled; its colours, its numbers, its words."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.frames.landscape import Landscape, Survey
from playground.ui.plots.loss_landscape.loss_landscape import LossLandscapePanel
from playground.ui.plots.loss_landscape.loss_map import SCALE, loss_rgb, loss_span, shown_losses
from playground.ui.theme import DARK, LIGHT

PLACES = np.linspace(-1, 1, 21).astype(np.float32)
BOWL = (0.01 + PLACES[np.newaxis] ** 2 + PLACES[:, np.newaxis] ** 2).astype(np.float32)
PATH = np.array([[-0.8, 0.6], [-0.3, 0.2], [0, 0]], np.float32)


def landscape(share=1.0, losses=BOWL):
    losses = losses.copy()
    losses.reshape(-1)[int(share * losses.size) :] = np.nan
    return Landscape(Survey(side=21), 50, PLACES, PLACES, losses, PATH, np.array([0, 20, 50]), epoch=2)


@pytest.fixture
def panel(qtbot):
    made = LossLandscapePanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(380, 380)
    made.show()
    made.asked = []
    made.survey_asked.connect(made.asked.append)
    return made


def work_out(panel, qtbot, *found):
    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    for part in found:
        panel.show_landscape(part)


def test_before_it_is_asked_it_says_what_it_is(panel):
    assert panel.words.isVisible()
    assert not panel.map.isVisible()
    assert panel.table() is None


def test_the_button_asks_and_then_cancels(panel, qtbot):
    panel.directions.setCurrentIndex(1)
    panel.side.setCurrentIndex(0)
    work_out(panel, qtbot)
    assert panel.asked == [Survey("run", 21)]
    assert panel.button.text() == "Cancel"
    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert panel.asked[-1] is None
    assert panel.button.text() == "Work out"


def test_it_begins_by_itself_once_there_is_a_network_and_not_again_once_stopped(panel, qtbot):
    frame = Frame(Document().graph)
    for _ in range(3):
        panel.show_frame(frame)
    assert panel.asked == [Survey("random", 41)]
    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    panel.show_frame(frame)
    assert panel.asked == [Survey("random", 41), None]
    panel.hide()
    panel.show()
    panel.show_frame(frame)
    assert len(panel.asked) == 3


def test_progress_grows_and_goes(panel, qtbot):
    work_out(panel, qtbot, landscape(0.5))
    assert panel.progress.isVisible()
    assert panel.progress.value() == 50
    panel.show_landscape(landscape())
    assert not panel.progress.isVisible()
    assert panel.button.text() == "Work out"


def test_what_comes_after_cancelling_is_passed_over(panel, qtbot):
    work_out(panel, qtbot)
    qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    panel.show_landscape(landscape())
    assert panel.table() is None


def test_the_star_s_loss_is_told(panel, qtbot):
    work_out(panel, qtbot, landscape())
    assert panel.told.text() == "loss 0.0100 at epoch 2"
    panel.resize(290, 380)
    assert panel.told.fontMetrics().horizontalAdvance(panel.told.text()) <= panel.told.width()


def test_the_table_has_every_point_that_is_known(panel, qtbot):
    work_out(panel, qtbot, landscape())
    rows = panel.table().rows
    assert len(rows) == 21 * 21
    assert rows[0] == (-1.0, -1.0, pytest.approx(2.01))
    for x, y, loss in rows:
        assert loss == pytest.approx(0.01 + x * x + y * y, rel=1e-5)


def test_a_run_that_has_not_moved_is_told(panel, qtbot):
    work_out(panel, qtbot)
    panel.show_landscape(None)
    assert "train a little" in panel.words.text()
    assert panel.button.text() == "Work out"


def test_another_network_takes_the_landscape_away(panel, qtbot):
    document, node = edits.add_node(Document(), Dense(3), 0, 0)
    panel.show_document(document)
    work_out(panel, qtbot, landscape())
    panel.show_document(replace(document, training=replace(document.training, learning_rate=0.5)))
    panel.show_document(edits.rename(document, node, "Mine"))
    assert panel.map.isVisible()
    panel.show_document(edits.set_layer(document, node, Dense(4)))
    assert not panel.map.isVisible()


def test_the_pointer_tells_place_and_loss(panel, qtbot):
    work_out(panel, qtbot, landscape())
    qtbot.wait(20)
    at = panel.map.pixel(float(PLACES[15]), float(PLACES[4])).toPoint()
    qtbot.mouseMove(panel.map.viewport(), at)
    assert panel.told.text() == "loss 0.6200 at (0.5, −0.6)"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_picture_is_dark_in_the_valley_and_bright_on_the_hills(panel, qtbot, theme):
    panel.show_theme(theme)
    work_out(panel, qtbot, landscape())
    qtbot.wait(20)
    picture = panel.map.grab().toImage()

    def lightness(x, y):
        return QColor(picture.pixel(panel.map.pixel(x, y).toPoint())).lightness()

    # The star stands on 0 itself.
    assert lightness(0.1, -0.12) < lightness(0.5, -0.5) < lightness(0.93, -0.93)


def test_it_costs_nothing_with_each_frame(panel):
    assert panel.wanted("what others want") == "what others want"


def test_infinite_and_missing_losses_have_no_logarithm():
    logs = shown_losses(np.array([0.1, np.inf, np.nan, 0.0, 10.0]))
    np.testing.assert_allclose(logs, [-1, np.nan, np.nan, np.nan, 1])


def test_the_lowest_is_the_scale_s_first_colour_and_the_highest_its_last():
    logs = np.array([[-2.0, -1.0], [0.0, np.nan]])
    rgb = loss_rgb(logs, (-2.0, 0.0), (1, 2, 3))
    np.testing.assert_array_equal(rgb[0, 0], SCALE[0])
    np.testing.assert_array_equal(rgb[1, 0], SCALE[-1])
    np.testing.assert_array_equal(rgb[1, 1], (1, 2, 3))


def test_a_flat_landscape_has_a_span():
    low, high = loss_span(np.zeros((3, 3)))
    assert low < high
