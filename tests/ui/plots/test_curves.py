"""Loss and accuracy charts."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.frames import Curves
from playground.ui.plots.curves import CurvesPanel
from playground.ui.theme import DARK, LIGHT


def shown(qtbot: QtBot) -> CurvesPanel:
    panel = CurvesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(560, 240)
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


def test_accuracy_is_hidden_for_regression(qtbot: QtBot, make_document) -> None:
    panel = shown(qtbot)
    panel.show_document(make_document("sinc"))
    assert panel.accuracy.isHidden()
    panel.show_document(make_document("circle"))
    assert panel.accuracy.isVisible()


def test_the_logarithmic_scale_draws_exponents(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    panel.logarithmic.trigger()
    np.testing.assert_allclose(drawn(panel, "train")[:, 1], np.log10(curves.train_loss), rtol=1e-6)
    low, high, ticks = panel.loss.chart.y_axis
    assert (low, high) == (-3, 0)
    assert [text for _, text in ticks] == ["0.001", "0.01", "0.1", "1"]


def test_what_cannot_be_drawn_leaves_a_gap(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    losses = curves.train_loss.copy()
    losses[-3:] = np.nan, np.inf, np.nan
    broken = Curves(curves.epochs, losses, losses, curves.train_accuracy, curves.validation_accuracy)
    panel.show_frame(make_frame(curves=broken))
    panel.logarithmic.trigger()
    panel.grab()
    # The last finite loss is 0.5 exp(-3.88) = 0.0103.
    assert panel.loss.chart.y_axis[:2] == (-2, 0)


def test_axes_keep_their_width_while_numbers_change(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    before = panel.loss.chart.plot_rect()
    for scale in (1e-5, 1.0, 1e5):
        scaled = Curves(curves.epochs, scale * curves.train_loss, scale * curves.validation_loss, *(curves.epochs,) * 2)
        panel.show_frame(make_frame(curves=scaled))
        assert panel.loss.chart.plot_rect() == before


def test_the_pointer_reads_the_nearest_epoch(qtbot: QtBot, make_frame, curves: Curves) -> None:
    panel = shown(qtbot)
    panel.show_frame(make_frame(curves=curves))
    readout = panel.loss.chart.readout(101.7)
    assert readout is not None
    assert readout.x == 100
    assert [line.text for line in readout.lines] == [
        f"{curves.train_loss[25]:.3g}",
        f"{curves.validation_loss[25]:.3g}",
    ]
    accuracy = panel.accuracy.chart.readout(0)
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
