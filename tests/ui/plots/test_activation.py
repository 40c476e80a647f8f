"""The activation panel follows the selection and counts what flows in."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from playground.document.layers import Dense, Dropout, Formula, Layer
from playground.ui.plots.activation import BARS, ActivationPanel, counts, reach_of
from playground.ui.theme import LIGHT


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


def test_the_range_holds_nearly_all_values() -> None:
    assert reach_of(np.zeros(0)) == 5
    assert reach_of(np.linspace(-4, 4, 100)) == 5
    assert reach_of(np.linspace(-15, 15, 100)) == 20


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
    assert panel.heading.note.text() == "50 % saturated"
    for activation, note in (("relu", "50 % inactive"), ("step", "no gradient"), ("linear", "")):
        panel.show_document(make_document(layer=Dense(3, activation)))
        assert panel.heading.note.text() == note


def test_the_range_grows_with_the_values_and_not_back(panel: ActivationPanel, make_document, make_frame) -> None:
    select(panel, make_document, Dense(3, "tanh"))
    for scale, reach in ((1, 5), (9, 10), (1, 10)):
        panel.show_frame(make_frame(flowing=scale * np.linspace(-1, 1, 50, dtype=np.float32)))
        assert panel.chart.curves["value"][0].getData()[0][-1] == reach
    panel.show_selection(())
    panel.show_selection(("hidden",))
    assert panel.chart.curves["value"][0].getData()[0][-1] == 5


def test_a_layer_without_a_function_says_what_to_select(panel: ActivationPanel, make_document, make_frame) -> None:
    select(panel, make_document, Dropout())
    assert panel.nothing.isVisible()
    panel.show_frame(make_frame(flowing=np.ones(3, np.float32)))
    panel.show_selection(("gone",))
    assert panel.heading.note.text() == ""


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
