"""The layers' outputs stand side by side, in the numbers of numpy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.document.document import Document
from playground.document.edits import edits
from playground.document.graph import DATA, OUTPUT
from playground.document.layers.dense import Dense
from playground.frames.frame import Frame
from playground.frames.sizes import Histogram
from playground.frames.wanted import Wanted
from playground.ui.plots.charts.spreads import percent, widths
from playground.ui.plots.outputs.outputs import OutputsPanel
from playground.ui.theme import DARK, LIGHT

WANTED = Wanted(outputs=True)


def spread(values: np.ndarray, saturated: float | None = None) -> Histogram:
    counts, edges = np.histogram(values, 64)
    numbers = (float(values.mean()), float(values.std()), float(np.mean(values == 0)), saturated)
    return Histogram(edges.astype(np.float32), counts, *numbers, signal=float(values.std()), rows=len(values))


@pytest.fixture
def deep() -> Document:
    """Three sigmoid layers one after another, the first named by a person."""
    document, last = Document(), DATA
    for _ in range(3):
        document, last = edits.add_node(document, Dense(4, "sigmoid"), 0, 0, after=last)
    document = edits.connect(document, last, OUTPUT)
    return edits.rename(document, "dense_1", "First")


@pytest.fixture
def panel(qtbot: QtBot, deep: Document) -> OutputsPanel:
    panel = OutputsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(420, 300)
    panel.show_document(deep)
    panel.show()
    return panel


def frame_of(document: Document, scale: float = 1.0) -> Frame:
    draw = np.random.default_rng(0)
    found = {DATA: spread(draw.normal(0, 3, 500))}
    for place, node in enumerate(("dense_1", "dense_2", "dense_3")):
        found[node] = spread(0.5 + scale * draw.uniform(-0.5, 0.5, 500) / 10**place, saturated=0.25)
    return Frame(document.graph, wanted=WANTED, outputs=found)


def test_a_column_for_each_layer_in_the_order_of_the_network(panel: OutputsPanel, deep: Document) -> None:
    assert panel.nothing.isVisible()
    panel.show_frame(frame_of(deep))
    assert [column.name for column in panel.chart.columns] == ["First", "Dense 1", "Dense 2"]
    panel.with_data.trigger()
    assert len(panel.chart.columns) == 4
    assert panel.chart.isVisible()


def test_the_numbers_below_are_those_of_the_values(panel: OutputsPanel, deep: Document) -> None:
    panel.show_frame(frame_of(deep))
    found = frame_of(deep).outputs["dense_2"]
    texts = {name: text(found) for name, text in panel.chart.rows()}
    assert set(texts) == {"mean", "spread", "signal", "flat"}
    assert float(texts["mean"]) == pytest.approx(found.mean, rel=0.05)
    assert float(texts["spread"]) == pytest.approx(found.deviation, rel=0.05)
    assert texts["flat"] == "25 %"


def test_words_tell_what_becomes_of_the_signal(panel: OutputsPanel, deep: Document) -> None:
    panel.show_frame(frame_of(deep))
    assert panel.words.text() == "↑ output · signal 0.28 → 0.0029"


def test_it_wants_the_outputs_and_nothing_else_of_its_own(panel: OutputsPanel) -> None:
    assert panel.wanted(Wanted(sizes=True)) == Wanted(sizes=True, outputs=True)


def test_what_was_not_asked_for_or_seen_before_is_passed_over(panel: OutputsPanel, deep: Document) -> None:
    panel.show_frame(replace(frame_of(deep), wanted=Wanted()))
    assert panel.chart.columns == ()
    panel.show_frame(frame_of(deep))
    before = panel.chart.columns
    panel.show_frame(replace(panel._frame, epoch=9))
    assert panel.chart.columns is before


def test_a_layer_that_was_edited_is_left_out_until_it_is_trained(panel: OutputsPanel, deep: Document) -> None:
    panel.show_frame(frame_of(deep))
    panel.show_document(edits.set_layer(deep, "dense_2", Dense(9)))
    assert [column.name for column in panel.chart.columns] == ["First", "Dense"]


def test_the_axis_stays_for_a_little_less_and_is_anew_for_another_network(panel: OutputsPanel, deep: Document) -> None:
    panel.show_frame(frame_of(deep))
    assert panel.chart.axis == (0.0, 1.0)
    panel.show_frame(frame_of(deep, 0.8))
    assert panel.chart.axis == (0.0, 1.0)
    panel.with_data.trigger()
    assert panel.chart.axis[0] < -5


def test_keys_and_the_pointer_tell_all_numbers_of_a_layer(panel: OutputsPanel, deep: Document) -> None:
    panel.show_frame(frame_of(deep))
    panel.chart.setFocus()
    before = panel.chart.grab().toImage()
    for key, pointed in ((Qt.Key.Key_Right, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_Left, 0)):
        QTest.keyClick(panel.chart, key)
        assert panel.chart.pointed == pointed
    assert panel.chart.accessibleDescription().startswith("First: values 500; mean")
    assert panel.chart.grab().toImage() != before
    QTest.keyClick(panel.chart, Qt.Key.Key_Escape)
    assert panel.chart.pointed is None
    plot = panel.chart.plot_rect()
    QTest.mouseMove(panel.chart, QPoint(int(plot.right()) - 4, int(plot.center().y())))
    QTest.qWait(1)
    assert panel.chart.pointed == 2


def test_a_pile_of_zeros_does_not_hide_the_other_bars() -> None:
    values = np.concatenate([np.zeros(900), np.linspace(0.1, 6.4, 100)])
    wide = widths(spread(values))
    assert wide[0] == 1.0
    assert 0.5 < np.median(wide[2:]) <= 1.0
    assert widths(spread(np.zeros(50))).max() == 1.0


def test_shares_are_rounded_but_never_to_none() -> None:
    assert [percent(share) for share in (0, 0.001, 0.249, 1)] == ["0 %", "<1 %", "25 %", "100 %"]


def test_the_table_has_every_bar(panel: OutputsPanel, deep: Document) -> None:
    assert panel.table() is None
    panel.show_frame(frame_of(deep))
    table = panel.table()
    assert len(table.rows) == 3 * 64
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert sum(row[3] for row in table.rows) == 1500


@pytest.mark.parametrize("size", [(275, 200), (150, 100), (900, 600)])
def test_it_is_drawn_in_any_size_and_theme(panel: OutputsPanel, deep: Document, size: tuple[int, int]) -> None:
    panel.resize(*size)
    panel.show_frame(frame_of(deep))
    light = panel.grab().toImage()
    panel.show_theme(DARK)
    assert panel.grab().toImage() != light
