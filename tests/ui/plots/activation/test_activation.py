"""The activation panel follows the selection and counts what flows in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.document.layers.activations import Formula
from playground.document.layers.dense import Dense
from playground.document.layers.layer import Layer
from playground.document.layers.regularization import Dropout
from playground.ui.plots.activation.activation import ActivationPanel
from playground.ui.plots.activation.activation_chart import BARS, counts, reach_of
from playground.ui.plots.charts.activations import FUNCTIONS
from playground.ui.theme import DARK, LIGHT


@pytest.fixture
def panel(qtbot: QtBot) -> ActivationPanel:
    panel = ActivationPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(280, 240)
    panel.show()
    return panel


def select(panel: ActivationPanel, make_document, layer: Layer) -> None:
    panel.show_document(make_document(layer=layer))
    panel.show_selection(("hidden",))


def test_counts_are_numpys_and_leave_out_what_lies_beyond() -> None:
    values = np.array([-5, -4.9, 0.1, 0.1, 4.99, 7], np.float32)
    found = counts(values, 5.0)
    assert len(found) == BARS
    assert found.sum() == 5
    assert (found[0], found[BARS // 2], found[-1]) == (2, 2, 1)


def test_the_range_holds_the_bulk_of_the_values_and_is_not_moved_by_a_few() -> None:
    assert reach_of(np.zeros(0)) == 5
    assert reach_of(np.linspace(-4, 4, 100)) == 5
    assert reach_of(np.linspace(-15, 15, 100)) == 20
    assert reach_of(np.append(np.linspace(-4, 4, 199), 900.0)) == 5
    assert reach_of(np.linspace(-150, 150, 100), most=20.0) == 20


def test_function_and_derivative_of_the_selected_layer(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    x, y = panel.chart.curves["value"][0].getData()
    np.testing.assert_allclose(y, np.tanh(x))
    assert (x[0], x[-1]) == (-5, 5)
    assert panel.heading.title.text() == "Activation · tanh"
    panel.show_document(make_document(layer=Dense(3, "relu")))
    x, slope = panel.chart.curves["derivative"][0].getData()
    np.testing.assert_allclose(slope, x > 0)


def test_bars_are_proportional_to_the_counts(panel: ActivationPanel, make_document, make_frame) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    values = np.random.default_rng(0).normal(0, 1, 4096).astype(np.float32)
    panel.show_frame(make_frame(flowing=values))
    heights = np.asarray(panel.chart.bars.opts["height"])
    expected = np.histogram(values, BARS, (-5, 5))[0]
    np.testing.assert_allclose(heights / heights.max(), expected / expected.max())


def test_the_share_that_hardly_learns_is_told(panel: ActivationPanel, make_document, make_frame) -> None:
    values = np.array([-3, -1, 0.5, 4], np.float32)
    select(panel, make_document, Dense(3, "tanh"))
    panel.show_frame(make_frame(flowing=values))
    assert panel.words.text() == "50 % saturated"
    for activation, note in (("relu", "50 % inactive"), ("step", "no gradient"), ("linear", "")):
        panel.show_document(make_document(layer=Dense(3, activation)))
        assert panel.words.text() == note


def test_the_range_grows_with_the_values_and_back_only_where_much_of_it_is_empty(
    panel: ActivationPanel, make_document, make_frame
) -> None:
    select(panel, make_document, Dense(3, "relu"))
    for scale, reach in ((1, 5), (9, 10), (4.5, 10), (1, 5)):
        panel.show_frame(make_frame(flowing=scale * np.linspace(-1, 1, 50, dtype=np.float32)))
        assert panel.chart.curves["value"][0].getData()[0][-1] == reach
    panel.show_selection(())
    panel.show_selection(("hidden",))
    assert panel.chart.curves["value"][0].getData()[0][-1] == 5


def test_a_curve_with_flat_ends_stays_a_curve_and_what_lies_beyond_is_told(
    panel: ActivationPanel, make_document, make_frame
) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    panel.show_frame(make_frame(flowing=np.linspace(-200, 200, 400, dtype=np.float32)))
    assert panel.chart.curves["value"][0].getData()[0][-1] == 20
    assert panel.words.text() == "99 % saturated · 90 % beyond ±20"


def test_dead_units_are_counted(panel: ActivationPanel, make_document, make_frame) -> None:
    select(panel, make_document, Dense(3, "relu"))
    panel.show_frame(make_frame(flowing=np.array([-1, 1], np.float32), dead=np.array([True, False, False])))
    assert panel.words.text() == "50 % inactive · 1 of 3 units dead"


def test_the_range_of_the_function_is_written(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    assert panel.chart.function.range == "(−1, 1)"
    before = panel.chart.grab().toImage()
    panel.chart.function = replace(panel.chart.function, range="")
    assert panel.chart.grab().toImage() != before


def test_in_a_small_view_words_leave_room_for_the_curves(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    named = ["y = tanh x", "y′ = 1 − y²", "range (−1, 1)", "counts of x"]
    panel.resize(360, 240)
    QTest.qWait(1)
    assert panel.button.isVisible()
    assert [words for words, _ in panel.chart.names(FUNCTIONS["tanh"])] == named
    # As narrow as in a window of 1280 x 720, and lower.
    panel.resize(230, 115)
    panel.chart.move_probe(-2.125)
    QTest.qWait(1)
    assert [words for words, _ in panel.chart.names(FUNCTIONS["tanh"])] == named[:2]
    # Comparing is in the menu too.
    assert not panel.button.isVisible()
    assert panel.compare.menuAction() in panel.actions()
    note = panel.probe_words
    assert note.fontMetrics().horizontalAdvance(note.text()) <= note.width()


def at_probe(panel: ActivationPanel) -> list[float]:
    """x, f(x) and f′(x) as a person reads them."""
    return [float(word) for word in panel.probe_words.text().replace("−", "-").split() if word[-1].isdigit()]


def test_the_probe_follows_the_mouse(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    start, end = (panel.chart.pixel(x, 0).toPoint() for x in (0.5, -2.0))
    view = panel.chart.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert panel.chart.probe == pytest.approx(0.5, abs=0.05)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    QTest.mouseMove(view, start)
    assert panel.chart.probe == pytest.approx(-2.0, abs=0.05)
    x, y, slope = at_probe(panel)
    assert (y, slope) == pytest.approx((np.tanh(x), 1 - np.tanh(x) ** 2), abs=0.01)


def test_the_probe_follows_the_arrow_keys(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Dense(3, "sigmoid"))
    panel.chart.setFocus()
    for key, shift, x in (("Home", False, 0.0), ("Right", False, 0.125), ("Right", True, 0.75), ("Left", False, 0.625)):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(panel.chart, getattr(Qt.Key, f"Key_{key}"), modifier)
        assert panel.chart.probe == pytest.approx(x)
        y = 1 / (1 + np.exp(-x))
        assert at_probe(panel) == pytest.approx([x, y, y * (1 - y)], abs=0.001)
        assert panel.chart.accessibleDescription() == panel.probe_words.text()
    for _ in range(20):
        QTest.keyClick(panel.chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert panel.chart.probe == -5


def test_marked_functions_are_drawn_over_it_in_colours_of_their_own_and_stay(
    panel: ActivationPanel, make_document
) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    for word in ("relu", "gelu"):
        panel.compare.marks[word].trigger()
    drawn = {key: curve[0].getData() for key, curve in panel.chart.curves.items() if key.startswith("compared")}
    x, y = drawn[f"compared {list(FUNCTIONS).index('relu')}"]
    np.testing.assert_allclose(y, np.maximum(x, 0))
    assert [key.name for key in panel.keys.keys] == ["relu", "gelu"]
    assert len({key.colour for key in panel.keys.keys}) == 2
    assert panel.table().columns[-2:] == ("relu", "gelu")
    panel.show_selection(())
    panel.show_selection(("hidden",))
    assert sum(key.startswith("compared") for key in panel.chart.curves) == 2
    panel.compare.none.trigger()
    assert not any(key.startswith("compared") for key in panel.chart.curves)
    assert panel.keys.isHidden()


def test_formulas_of_the_document_can_be_compared(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Formula("x * sigmoid(2 * x)"))
    panel.compare.marks["x * sigmoid(2 * x)"].trigger()
    assert [key.name for key in panel.keys.keys] == ["x * sigmoid(2 * x)"]
    panel.show_document(make_document(layer=Dense(3)))
    assert panel.keys.isHidden()
    assert "x * sigmoid(2 * x)" not in panel.compare.marks


def test_compared_curves_change_with_the_theme(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    panel.compare.marks["relu"].trigger()
    light = panel.keys.keys
    panel.show_theme(DARK)
    assert panel.keys.keys != light
    (curve,) = [curve[0] for key, curve in panel.chart.curves.items() if key.startswith("compared")]
    assert curve.opts["pen"].color().name() == panel.keys.keys[0].colour


def test_a_layer_without_a_function_says_what_to_select(panel: ActivationPanel, make_document, make_frame) -> None:
    select(panel, make_document, Dropout())
    assert panel.nothing.isVisible()
    panel.show_frame(make_frame(flowing=np.ones(3, np.float32)))
    panel.show_selection(("gone",))
    assert panel.words.text() == ""


def test_values_that_are_not_finite_are_left_out(panel: ActivationPanel, make_document, make_frame) -> None:
    select(panel, make_document, Dense(3, "gelu"))
    panel.show_frame(make_frame(flowing=np.array([np.nan, np.inf, 1.0], np.float32)))
    assert np.isfinite(panel.chart.bars.opts["height"]).all()


def test_a_formula_without_values_in_places_is_drawn_where_it_has_some(panel: ActivationPanel, make_document) -> None:
    for typed in ("log(x)", "exp(x ** 2)", "1 / x", "log(-1 - square(x))"):
        select(panel, make_document, Formula(typed))
        x, y = panel.chart.curves["value"][0].getData()
        assert (x[0], x[-1]) == (-5, 5)
        assert not np.isinf(y).any()
        assert np.isfinite(panel.chart.y_axis[:2]).all()
        assert not panel.grab().isNull()
    assert panel.heading.title.text() == "Activation · formula"


def test_tanh_is_a_sigmoid_stretched_and_moved(panel: ActivationPanel, make_document) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    panel.compare.marks["tanh_by_sigmoid"].trigger()
    assert panel.words.text() == "2σ(2x) − 1: the same curve"
    (_, _, other), x = panel.compare.chosen[0], np.linspace(-4, 4, 81)
    np.testing.assert_allclose(other.value(x), np.tanh(x), atol=1e-12)
    np.testing.assert_allclose(other.derivative(x), 1 - np.tanh(x) ** 2, atol=1e-12)
    panel.show_document(make_document(layer=Dense(3, "sigmoid")))
    assert "same" not in panel.words.text()
